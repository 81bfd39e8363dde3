/**
 * From bytes to messages: NASDAQ's BinaryFILE framing.
 *
 * Each message has its length before it, two bytes big-endian; a length of 0 ends the session
 * (NASDAQ BinaryFILE 1.00). The length must be that of the message's type, so a file that lost its
 * rhythm is caught at the first message that does not fit.
 */
import { InputError } from "../../core/trouble.ts";
import type { ByteFeed } from "../byte-feed.ts";
import { itchBytesOfType, itchTypes } from "./layout.ts";

export const lengthBytes = 2;

/** What lies at the place where the next message should start. */
export const frame = { message: 0, incomplete: 1, endOfSession: 2 } as const;
export type Frame = (typeof frame)[keyof typeof frame];

/**
 * Looks at the length of the message at `at`, and at its type.
 *
 * @throws InputError when there is no such type, or the length is not that of the type
 */
export function findFrame(feed: ByteFeed, at: number): Frame {
  const bytes = feed.bytes;
  const left = bytes.length - at;
  if (left < lengthBytes) return frame.incomplete;
  const length = (bytes[at] << 8) | bytes[at + 1];
  if (length === 0) return frame.endOfSession;
  if (left <= lengthBytes) return frame.incomplete;
  if (itchBytesOfType[bytes[at + lengthBytes]] !== length) throw describeFrame(feed, at, length);
  return left < lengthBytes + length ? frame.incomplete : frame.message;
}

/** Steps over the mark that ends a session; nothing may follow it. */
export async function expectEndOfFile(feed: ByteFeed): Promise<void> {
  feed.at += lengthBytes;
  if (!(await feed.need(1))) return;
  throw new InputError(
    { path: feed.path, byte: feed.position },
    { found: "more bytes", expected: "the end of the file, after a length of 0" },
  );
}

/** @throws InputError for a file that ends inside of a message */
export function expectWholeMessage(feed: ByteFeed): void {
  if (feed.left === 0) return;
  throw new InputError(
    { path: feed.path, byte: feed.position },
    {
      found: `the end of the file ${feed.left} bytes into a message`,
      expected: "the rest of the message",
    },
  );
}

/** Where a byte of the window lies in the unpacked file. */
export function byteOf(feed: ByteFeed, at: number): number {
  return feed.position - feed.at + at;
}

function describeFrame(feed: ByteFeed, at: number, length: number): InputError {
  const code = feed.bytes[at + lengthBytes];
  const expectedBytes = itchBytesOfType[code];
  const shown = code > 32 && code < 127 ? String.fromCharCode(code) : `0x${code.toString(16)}`;
  return expectedBytes === 0
    ? new InputError(
        { path: feed.path, byte: byteOf(feed, at + lengthBytes) },
        {
          found: `message type ${shown}`,
          expected: `a type of ITCH 5.0, one of ${itchTypes.join(" ")}`,
        },
      )
    : new InputError(
        { path: feed.path, byte: byteOf(feed, at) },
        { found: `a length of ${length} for a message ${shown}`, expected: `${expectedBytes}` },
      );
}
