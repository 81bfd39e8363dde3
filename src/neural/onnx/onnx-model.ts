/**
 * An ONNX model as plain data: what `encodeModel` writes and `decodeModel` reads.
 *
 * The part of the format a numeric network needs: one graph of standard operators over dense
 * tensors (onnx.proto, messages ModelProto, GraphProto, NodeProto, TensorProto, ValueInfoProto).
 */

/** Kinds of numbers in a tensor: TensorProto codes 1, 11, 7, 9. */
export type ElementType = "float32" | "float64" | "int64" | "bool";

/** The numbers of a tensor, row-major, by element type in that order; a bool is a byte 0 or 1. */
export type TensorData = Float32Array | Float64Array | BigInt64Array | Uint8Array;

/** Numbers and their shape; an empty shape is a scalar with one element. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: TensorData;
}

/** A constant of a node. A float is kept in 32 bits: what is read back is `Math.fround(value)`. */
export type OnnxAttribute =
  | { readonly kind: "int"; readonly value: number }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "tensor"; readonly value: OnnxTensor }
  | { readonly kind: "ints"; readonly values: readonly number[] }
  | { readonly kind: "floats"; readonly values: readonly number[] }
  | { readonly kind: "strings"; readonly values: readonly string[] };

/** One operator at work. An empty input or output name leaves out an optional one (IR.md). */
export interface OnnxNode {
  readonly operator: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** An input or output of a graph; a dimension that is a name is free, the empty name included. */
export interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

/** Nodes in the order they run, with what goes in, what comes out and what is fixed. */
export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/** A whole file; `opset` is the version of the standard operators (domain `""`). */
export interface OnnxModel {
  readonly irVersion: number;
  readonly opset: number;
  readonly producer: string;
  readonly producerVersion: string;
  readonly graph: OnnxGraph;
  readonly metadata: Readonly<Record<string, string>>;
}
