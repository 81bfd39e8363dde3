/** Bytes of messages compared, read and copied, without making text of them. */
import type { MessageView } from "../codec/message-view.ts";
import { parseUtcTimestamp } from "../codec/time-parser.ts";

/** Whether the field at a place has just this value. */
export function isValueAt(view: MessageView, place: number, value: Buffer): boolean {
  const start = view.starts[place]!;
  const { length } = value;
  if (view.ends[place]! - start !== length) return false;
  const { bytes } = view;
  for (let at = 0; at < length; at++) if (bytes[start + at] !== value[at]) return false;
  return true;
}

/** Milliseconds since 1970; undefined where the field is missing, NaN where it is no time. */
export function timeOf(view: MessageView, tag: number): number | undefined {
  const place = view.indexOf(tag);
  if (place < 0) return undefined;
  return parseUtcTimestamp(view.bytes, view.starts[place]!, view.ends[place]!);
}

/** The whole message in bytes of its own: those of a view are soon used again. */
export function copyMessage(view: MessageView): Buffer {
  const bytes = Buffer.allocUnsafe(view.to - view.from);
  view.bytes.copy(bytes, 0, view.from, view.to);
  return bytes;
}
