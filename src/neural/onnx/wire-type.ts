/**
 * How a protobuf value is laid out: the low three bits of its tag (the protobuf encoding
 * specification, "Message Structure").
 */
export const wireType = {
  varint: 0,
  fixed64: 1,
  lengthDelimited: 2,
  startGroup: 3,
  endGroup: 4,
  fixed32: 5,
} as const;

export type WireType = (typeof wireType)[keyof typeof wireType];

const names = ["varint", "fixed64", "length-delimited", "group", "end of a group", "fixed32"];

/** A wire type for a refusal: `wire type 2 (length-delimited)`. */
export function describeWireType(wire: number): string {
  return `wire type ${wire} (${names[wire] ?? "unknown"})`;
}
