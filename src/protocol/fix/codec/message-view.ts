/** A message on the wire, as the places of its fields. Nothing is copied until it is asked for. */

/** Valid until the scanner that made it scans again: keep values, not the view. */
export interface MessageView {
  /** Holds the message, and perhaps its neighbours. */
  readonly bytes: Buffer;
  /** First byte of the message, and the one after its last. */
  readonly from: number;
  readonly to: number;
  /** How many fields there are, 8 and 10 included. */
  readonly count: number;
  /** By place, in the order of the wire. */
  readonly tags: Int32Array;
  /** By place: first byte of the value, and the one after its last (the delimiter). */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** MsgType (35). */
  readonly msgType: string;
  /** MsgSeqNum (34); 0 where there is none, or none that is a positive number. */
  readonly msgSeqNum: number;
  /** Place of the first field with a tag from a place on; -1 where there is none. */
  indexOf(tag: number, from?: number): number;
  has(tag: number): boolean;
  /** Latin-1 text of the first field with a tag. */
  text(tag: number): string | undefined;
  textAt(place: number): string;
  /** A whole number; undefined where the field is missing, NaN where it is something else. */
  integer(tag: number): number | undefined;
  /** `Y`, which also means that the field is there. */
  isYes(tag: number): boolean;
  /** What is wrong with how a field is written, found without a dictionary; validators report it. */
  readonly fault: FieldFault | undefined;
}

/** Text, a number that is written as it prints, `Y` or `N`, or raw data. */
export type FieldValue = string | number | boolean | Uint8Array;

/**
 * A field to be sent. Groups are flat, as on the wire: NumInGroup, then the fields of each entry.
 * The length field of raw data is a field of its own, before the data.
 */
export type OutboundField = readonly [tag: number, value: FieldValue];

/** A message to be sent, without what the session knows (8, 9, 34, 49, 52, 56, 10, …). */
export interface OutboundMessage {
  readonly msgType: string;
  /** Body, in the order of the wire. */
  readonly fields: readonly OutboundField[];
  /** Fields of the header beside the session's: 50, 57, 97, 115, 128, 129, … */
  readonly header?: readonly OutboundField[];
}

/** Why a message, or a field of it, is not as the dictionary demands. */
export interface FieldFault {
  /** SessionRejectReason (373). */
  readonly reason: number;
  /** Text (58). */
  readonly text: string;
  /** RefTagID (371). */
  readonly tag: number | undefined;
}

/** A message type that the dictionary does not have, or that the application does not take. */
export interface BusinessFault {
  /** BusinessRejectReason (380). */
  readonly reason: number;
  readonly text: string;
  /** BusinessRejectRefID (379). */
  readonly refId?: string;
}
