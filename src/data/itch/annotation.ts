/**
 * What ITCH has no word for, in files that we wrote ourselves.
 *
 * Our events know more than ITCH: depth that came into sight, lots that went out of it, records of
 * several events, orders that stood before. NASDAQ's tracking number is the venue's own and means
 * nothing to a reader, so `writeItch` keeps these bits there. A file says that it holds them by the
 * tracking number of its first message (start of messages); files of NASDAQ have 0 there and are
 * read without. Every message is a plain ITCH message besides: another reader sees the same book.
 */
import { type EventKind, eventFlag, eventKind } from "../../market/event-block.ts";

/** "MO", in the tracking number of the first message. */
export const annotatedMark = 0x4d4f;

/** Bits of the tracking number. A plain message has none. */
export const annotation = {
  /** More events of the same record follow. */
  more: 1,
  /** The event's flag `standing`. */
  standing: 2,
  /** The event's side is the ask; for messages that name no side (H, Q). */
  ask: 4,
  /** The event's kind is not the one that the message's type stands for, but that of the next bits. */
  otherKind: 8,
} as const;
const kindShift = 4;

/** Ids from here on stand for the negative ids of revealed depth: −1 is 2^52 + 1. */
const revealedIdBase = 2 ** 52;

export function fileIdOf(orderId: number): number {
  return orderId < 0 ? revealedIdBase - orderId : orderId;
}

export function orderIdOf(fileId: number): number {
  return fileId > revealedIdBase ? revealedIdBase - fileId : fileId;
}

/** Whether an id can be written: below 2^52 on both sides of 0. */
export function isWritableId(orderId: number): boolean {
  return Number.isInteger(orderId) && Math.abs(orderId) < revealedIdBase;
}

/** @param plainKind what the message's type stands for */
export function annotate(
  event: { readonly kind: number; readonly side: number; readonly flags: number },
  plainKind: EventKind,
): number {
  let bits = 0;
  if ((event.flags & eventFlag.endOfRecord) === 0) bits |= annotation.more;
  if (event.flags & eventFlag.standing) bits |= annotation.standing;
  if (event.side !== 0) bits |= annotation.ask;
  if (event.kind !== plainKind) bits |= annotation.otherKind | (event.kind << kindShift);
  return bits;
}

/** What an added order is: an `add`, or depth that came into sight. */
export function annotatedEntry(bits: number): EventKind {
  return otherKindOf(bits) === eventKind.reveal ? eventKind.reveal : eventKind.add;
}

/** Why lots left the book: what the message's type says, or the kind that was noted. */
export function annotatedExit(bits: number, plainKind: EventKind): EventKind {
  const kind = otherKindOf(bits);
  const isExit =
    kind === eventKind.reduce || kind === eventKind.remove || kind === eventKind.withdraw;
  return isExit ? kind : plainKind;
}

function otherKindOf(bits: number): number {
  return (bits & annotation.otherKind) === 0 ? 0 : (bits >> kindShift) & 15;
}
