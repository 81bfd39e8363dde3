/**
 * The engine under `fix fuzz`: bytes go through framing, scanner and validator into the machine of an
 * acceptor that is logged on, as they would behind a socket, and everything it says is looked at.
 */
import { assert } from "../core/assert.ts";
import { FrameReader } from "../protocol/fix/codec/frame-reader.ts";
import { headerTags, trailerTags } from "../protocol/fix/codec/header-fields.ts";
import { MessageScanner } from "../protocol/fix/codec/message-scanner.ts";
import type { MessageView, OutboundField } from "../protocol/fix/codec/message-view.ts";
import { formatTimestamp } from "../protocol/fix/codec/timestamp.ts";
import { createSession } from "../protocol/fix/session/fix-session.ts";
import type {
  FixApplication,
  SessionMachine,
  SessionOutput,
} from "../protocol/fix/session/session-contract.ts";
import { createMemoryStore } from "../protocol/fix/store/memory-store.ts";
import type { FuzzCorpus, WireField } from "./fix-fuzz-corpus.ts";
import { type Envelope, putTogether, withHeader } from "./fix-fuzz-mutations.ts";

/** What became of an input; of several in one input the weightiest. `waiting`: more bytes are needed. */
export type FuzzVerdict = "waiting" | "garbled" | "accepted" | "rejected" | "closed";

const weights: Readonly<Record<FuzzVerdict, number>> = {
  waiting: 0,
  garbled: 1,
  accepted: 2,
  rejected: 3,
  closed: 4,
};

/** 10 June 2026, 12:00 UTC. */
const startMs = Date.UTC(2026, 5, 10, 12);
/** Between one input and the next, so that heartbeats, retries and timeouts come as well. */
const inputEveryMs = 25;
/** No session of ours gets as far; a counterparty that skips there is logged on anew. */
const seqNumMax = 1e12;
/** A message that has not ended after so many bytes is given up, or it would swallow all others. */
const waitingBytesMax = 1 << 15;

export class FuzzSubject {
  readonly corpus: FuzzCorpus;
  readonly #store = createMemoryStore({ historyMax: 256 });
  readonly #machine: SessionMachine;
  readonly #scanner = new MessageScanner();
  /** Reads what the engine sends. */
  readonly #sent = new MessageScanner();
  #reader = new FrameReader({ maxMessageBytes: 1 << 18 });
  #nowMs = startMs;
  #verdict: FuzzVerdict = "waiting";

  constructor(corpus: FuzzCorpus, application: FixApplication = echo) {
    this.corpus = corpus;
    const { beginString, applVerId, validator } = corpus;
    const identity = { beginString, senderCompId: "US", targetCompId: "THEM" };
    const stored = this.#store.open(`${beginString}:US->THEM`, startMs);
    this.#machine = createSession(
      {
        role: "acceptor",
        identity,
        resetsOnLogon: true,
        validate: (view, peerVersion) => validator.validate(view, peerVersion),
        resend: { maxAgeMs: Number.POSITIVE_INFINITY, chunk: 50 },
        ...(applVerId === undefined ? {} : { defaultApplVerId: applVerId }),
      },
      application,
      stored,
      startMs,
    );
  }

  /** For the next message of the counterparty. */
  get envelope(): Envelope {
    return {
      beginString: this.corpus.beginString,
      msgSeqNum: this.#machine.nextInbound,
      sendingTime: formatTimestamp(this.#nowMs, "seconds"),
      senderCompId: "THEM",
      targetCompId: "US",
    };
  }

  /** Connects and logs on, unless that is still so. */
  stayLoggedOn(): void {
    const machine = this.#machine;
    const isFit = this.#reader.waitingBytes < waitingBytesMax && machine.nextInbound < seqNumMax;
    if (machine.state === "active" && isFit) return;
    if (machine.state !== "disconnected") this.#take(machine.disconnected(this.#nowMs));
    this.#reader = new FrameReader({ maxMessageBytes: 1 << 18 });
    this.#take(machine.connected(this.#nowMs));
    const { applVerId } = this.corpus;
    const fields: WireField[] = [
      ["98", "0"],
      ["108", "30"],
    ];
    if (applVerId !== undefined) fields.push(["1137", applVerId]);
    const logon = withHeader({ ...this.envelope, msgSeqNum: 1 }, "A", fields);
    this.feed(putTogether(this.corpus.beginString, logon));
    assert(machine.state === "active", "a good Logon leads to a session");
  }

  /** Takes bytes as they come from a socket. */
  feed(bytes: Buffer): FuzzVerdict {
    this.#verdict = "waiting";
    this.#nowMs += inputEveryMs;
    if (this.#machine.wakeMs <= this.#nowMs) this.#take(this.#machine.tick(this.#nowMs));
    this.#reader.push(bytes);
    for (let frame = this.#reader.next(); frame !== undefined; frame = this.#reader.next()) {
      if (this.#machine.state === "disconnected") break;
      if (frame === "oversized") this.#take(this.#machine.disconnected(this.#nowMs));
      else this.#receive(frame);
    }
    if (this.#machine.state === "disconnected") this.#note("closed");
    return this.#verdict;
  }

  #receive(frame: "frame" | "garbled"): void {
    const { bytes, from, to, reason } = this.#reader;
    const isGarbled = frame === "garbled" || this.#scanner.scan(bytes, from, to) === "garbled";
    this.#note(isGarbled ? "garbled" : "accepted");
    const output = isGarbled
      ? this.#machine.receiveGarbled(reason, this.#nowMs)
      : this.#machine.receive(this.#scanner, this.#nowMs);
    this.#take(output);
  }

  /** The driver's order of business, with a store that answers at once. */
  #take(output: SessionOutput): void {
    let { resend } = this.#carryOut(output);
    while (resend !== undefined) {
      const stored = this.#store.readOutbound(this.#machine.key, resend.from, resend.to);
      ({ resend } = this.#carryOut(this.#machine.replay(stored, this.#nowMs)));
    }
  }

  #carryOut(output: SessionOutput): SessionOutput {
    const { unit, sends, events, disconnect } = output;
    if (unit !== undefined) this.#store.commit(unit);
    for (const { kind } of events) if (kind === "rejected") this.#note("rejected");
    for (const { buffer, byteOffset, length } of sends) {
      const outcome = this.#sent.scan(Buffer.from(buffer, byteOffset, length));
      assert(outcome === "whole", "everything that is sent is a whole message");
    }
    if (disconnect !== undefined) {
      assert(this.#machine.state === "disconnected", "who closes a connection has none");
      this.#note("closed");
    }
    return output;
  }

  #note(verdict: FuzzVerdict): void {
    if (weights[verdict] > weights[this.#verdict]) this.#verdict = verdict;
  }
}

/** Sends half of what it gets back, field by field, and refuses the rest at business level. */
const echo: FixApplication = {
  onMessage(view) {
    if (view.msgSeqNum % 2 === 0) return { replies: [{ msgType: view.msgType, ...partsOf(view) }] };
    return { refusal: { level: "business", fault: { reason: 3, text: "not taken" } } };
  },
  mayResend: (message) => message.seqNum % 3 !== 0,
};

/** Those of the header that a session leaves to its application, and the body, as they came. */
function partsOf(view: MessageView): { header: OutboundField[]; fields: OutboundField[] } {
  const header: OutboundField[] = [];
  const fields: OutboundField[] = [];
  for (let place = 0; place < view.count; place++) {
    const tag = view.tags[place]!;
    const bytes = Buffer.from(view.bytes.subarray(view.starts[place], view.ends[place]));
    if (!headerTags.has(tag) && !trailerTags.has(tag)) fields.push([tag, bytes]);
    else if (routeTags.has(tag)) header.push([tag, bytes]);
  }
  return { header, fields };
}

const routeTags: ReadonlySet<number> = new Set([115, 116, 128, 129, 144, 145]);
