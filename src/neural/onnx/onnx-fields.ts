/**
 * Field numbers and codes of onnx.proto (onnx/onnx-ml.proto of release 1.23; the numbers have never
 * changed). Only what is written, read, or refused by name stands here.
 */

/** ModelProto. */
export const modelField = {
  irVersion: 1,
  producerName: 2,
  producerVersion: 3,
  graph: 7,
  opsetImport: 8,
  metadata: 14,
  functions: 25,
} as const;

/** OperatorSetIdProto. */
export const opsetField = { domain: 1, version: 2 } as const;

/** StringStringEntryProto. */
export const entryField = { key: 1, value: 2 } as const;

/** GraphProto. */
export const graphField = {
  node: 1,
  name: 2,
  initializer: 5,
  input: 11,
  output: 12,
  sparseInitializer: 15,
} as const;

/** NodeProto. */
export const nodeField = {
  input: 1,
  output: 2,
  name: 3,
  operator: 4,
  attribute: 5,
  domain: 7,
} as const;

/** AttributeProto. */
export const attributeField = {
  name: 1,
  float: 2,
  int: 3,
  string: 4,
  tensor: 5,
  graph: 6,
  floats: 7,
  ints: 8,
  strings: 9,
  tensors: 10,
  graphs: 11,
  typeProto: 14,
  typeProtos: 15,
  type: 20,
  reference: 21,
  sparseTensor: 22,
  sparseTensors: 23,
} as const;

/** AttributeProto.AttributeType of the kinds a model can hold. */
export const attributeCode = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;

/** TensorProto. */
export const tensorField = {
  shape: 1,
  elementType: 2,
  segment: 3,
  floatData: 4,
  int32Data: 5,
  stringData: 6,
  int64Data: 7,
  name: 8,
  rawData: 9,
  doubleData: 10,
  uint64Data: 11,
  dataLocation: 14,
} as const;

/** ValueInfoProto. */
export const valueField = { name: 1, type: 2 } as const;

/** TypeProto and its Tensor, TensorShapeProto and its Dimension. */
export const typeField = { tensor: 1 } as const;
export const tensorTypeField = { elementType: 1, shape: 2 } as const;
export const shapeField = { dimension: 1 } as const;
export const dimensionField = { size: 1, name: 2 } as const;
