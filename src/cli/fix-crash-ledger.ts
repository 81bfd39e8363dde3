/**
 * What two sides of a FIX session remember of their messages, and whether it is the same.
 *
 * An application writes down every message it is given, and every one it sends, as attachments: they
 * are as durable as the sequence numbers, so what they say after a crash is what happened.
 */

import { MessageScanner } from "../protocol/fix/codec/message-scanner.ts";
import type { MessageView, OutboundMessage } from "../protocol/fix/codec/message-view.ts";
import { formatTimestamp } from "../protocol/fix/codec/timestamp.ts";
import type { FixApplication } from "../protocol/fix/session/session-contract.ts";
import type { SessionStore, StoredMessage } from "../protocol/fix/store/session-store.ts";

/** Takes orders and reports, answers each order with a report, and writes all of it down. */
export function createLedgerApplication(): FixApplication {
  return {
    onMessage(view, { nowMs }) {
      const id = idOf(view);
      const attachments = [noteOf("got", id)];
      if (view.msgType !== "D") return { attachments };
      return { attachments, replies: [createReport(`r-${id}`, nowMs)] };
    },
  };
}

/** A NewOrderSingle, complete after FIX 4.4. */
export function createOrder(id: string, nowMs: number): OutboundMessage {
  return {
    msgType: "D",
    fields: [
      [11, id],
      [55, "VOD"],
      [54, 1],
      [60, formatTimestamp(nowMs, "milliseconds")],
      [38, 100],
      [40, 1],
    ],
  };
}

/** An ExecutionReport, complete after FIX 4.4; its ExecID (17) is the id. */
export function createReport(id: string, nowMs: number): OutboundMessage {
  return {
    msgType: "8",
    fields: [
      [37, id],
      [11, id],
      [17, id],
      [150, 0],
      [39, 0],
      [55, "VOD"],
      [54, 1],
      [38, 100],
      [151, 100],
      [14, 0],
      [6, 0],
      [60, formatTimestamp(nowMs, "milliseconds")],
    ],
  };
}

/** Goes with a message into its unit of work. */
export function noteOf(what: "sent" | "got", id: string): Uint8Array {
  return Buffer.from(`${what} ${id}`, "latin1");
}

/** ClOrdID (11), which is unique among all messages of a side. */
function idOf(view: MessageView): string {
  return view.text(11) ?? `nameless ${view.msgType}`;
}

/** What one side's store says. */
export interface SideRecord {
  readonly nextInbound: number;
  readonly nextOutbound: number;
  /** Application messages by id, with their MsgSeqNum. */
  readonly sent: ReadonlyMap<string, number>;
  /** Ids that the application noted when it sent by itself. */
  readonly notedSent: readonly string[];
  /** Ids as the application was given them, in order. */
  readonly got: readonly string[];
  /** Numbers that the counterparty has filled without a message, both ends included. */
  readonly filled: readonly (readonly [from: number, to: number])[];
}

const everything = Number.MAX_SAFE_INTEGER;

/** Reads a side's record from its store. */
export async function readRecord(store: SessionStore, session: string): Promise<SideRecord> {
  const { nextInbound, nextOutbound } = await store.open(session, 0);
  const notes = (await store.readAttachments(0, everything)).map(({ bytes }) =>
    Buffer.from(bytes).toString("latin1"),
  );
  const ofKind = (kind: string): string[] =>
    notes.filter((note) => note.startsWith(kind)).map((note) => note.slice(kind.length));
  return {
    nextInbound,
    nextOutbound,
    sent: readSent(await store.readOutbound(session, 1, everything)),
    notedSent: ofKind("sent "),
    got: ofKind("got "),
    filled: readFilled(await store.readInbound(session, everything)),
  };
}

function readSent(messages: readonly StoredMessage[]): Map<string, number> {
  const sent = new Map<string, number>();
  for (const view of viewsOf(messages)) {
    if (view.msgType === "D" || view.msgType === "8") sent.set(idOf(view), view.msgSeqNum);
  }
  return sent;
}

/** SequenceReset with GapFillFlag, as it was received and recorded. */
function readFilled(messages: readonly StoredMessage[]): [number, number][] {
  const filled: [number, number][] = [];
  for (const view of viewsOf(messages)) {
    if (view.msgType !== "4" || !view.isYes(123)) continue;
    filled.push([view.msgSeqNum, (view.integer(36) ?? 0) - 1]);
  }
  return filled;
}

function* viewsOf(messages: readonly StoredMessage[]): Generator<MessageView> {
  const scanner = new MessageScanner();
  for (const { bytes } of messages) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (scanner.scan(buffer) !== "garbled") yield scanner;
  }
}

/** What became of the messages of one side. */
export interface DirectionOutcome {
  readonly sent: number;
  readonly delivered: number;
  readonly gapFilled: number;
  /** Faults, by id: none of these may be there. */
  readonly doubled: readonly string[];
  readonly lost: readonly string[];
  /** Delivered, although the sender remembers nothing of it: it left before it was durable. */
  readonly unknown: readonly string[];
  /** Noted as sent without being stored, or the other way round. */
  readonly torn: readonly string[];
}

export function compareDirection(sender: SideRecord, receiver: SideRecord): DirectionOutcome {
  const counts = new Map<string, number>();
  for (const id of receiver.got) counts.set(id, (counts.get(id) ?? 0) + 1);
  const missing = [...sender.sent].filter(([id]) => !counts.has(id));
  const isFilled = (seqNum: number): boolean =>
    receiver.filled.some(([from, to]) => from <= seqNum && seqNum <= to);
  const gapFilled = missing.filter(([, seqNum]) => isFilled(seqNum)).length;
  const own = new Set(sender.notedSent);
  const gotBySender = new Set(sender.got);
  return {
    sent: sender.sent.size,
    delivered: counts.size,
    gapFilled,
    doubled: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
    lost: missing.filter(([, seqNum]) => !isFilled(seqNum)).map(([id]) => id),
    unknown: [...counts.keys()].filter((id) => !sender.sent.has(id)),
    torn: [
      ...sender.notedSent.filter((id) => !sender.sent.has(id)),
      // A reply belongs to the order that caused it, everything else to a note.
      ...[...sender.sent.keys()].filter((id) =>
        id.startsWith("r-") ? !gotBySender.has(id.slice(2)) : !own.has(id),
      ),
    ],
  };
}

/** Every fault of a direction in a sentence; none when all is well. */
export function faultsOf(name: string, outcome: DirectionOutcome): string[] {
  const kinds = ["doubled", "lost", "unknown", "torn"] as const;
  return kinds.flatMap((kind) => {
    const ids = outcome[kind];
    const some = ids.slice(0, 5).join(", ");
    return ids.length === 0 ? [] : [`${name}: ${ids.length} ${kind} (${some})`];
  });
}
