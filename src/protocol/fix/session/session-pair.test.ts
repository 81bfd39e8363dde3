/**
 * Two sessions over a wire that is cut at any point, and processes that die at any point: in the end
 * each side has every message of the other once and in order, or knows that it will never come.
 */
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MessageScanner } from "../codec/message-scanner.ts";
import { createMemoryStore, type MemoryStore } from "../store/memory-store.ts";
import { createSession } from "./fix-session.ts";
import type { SessionConfig, SessionRole } from "./session-config.ts";
import type { FixApplication, SessionMachine, SessionOutput } from "./session-contract.ts";
import { noonMs, orderOf, reportOf } from "./session-fixture.ts";

/** Only what an application has committed counts: `11` of each message, as an attachment. */
const logging: FixApplication = {
  onMessage: (view) => ({ attachments: [Buffer.from(view.text(11) ?? "", "latin1")] }),
};

class Side {
  readonly config: SessionConfig;
  readonly store: MemoryStore = createMemoryStore();
  machine: SessionMachine;
  /** On its way to the other side. */
  wire: Uint8Array[] = [];
  /** What was sent and committed, in order; orders may be left out when they are asked for again. */
  readonly sent: string[] = [];
  /** Numbers that were reported as never coming. */
  readonly filled = new Set<number>();
  wantsDisconnect = false;
  #count = 0;

  constructor(role: SessionRole, more: Partial<SessionConfig>) {
    const [senderCompId, targetCompId] = role === "acceptor" ? ["B", "A"] : ["A", "B"];
    const identity = { beginString: "FIX.4.4", senderCompId, targetCompId };
    this.config = { role, identity, ...more };
    this.machine = this.#open(noonMs);
  }

  #open(nowMs: number): SessionMachine {
    const { beginString, senderCompId, targetCompId } = this.config.identity;
    const stored = this.store.open(`${beginString}:${senderCompId}->${targetCompId}`, nowMs);
    return createSession(this.config, logging, stored, nowMs);
  }

  /** The process dies; what it had not committed is gone. */
  crash(nowMs: number): void {
    this.machine = this.#open(nowMs);
  }

  send(isOrder: boolean, nowMs: number): void {
    const id = `${isOrder ? "O" : "R"}${++this.#count}@${this.machine.nextOutbound}`;
    this.take(this.machine.send([isOrder ? orderOf(id) : reportOf(id)], [], nowMs), nowMs);
    this.sent.push(id);
  }

  take(output: SessionOutput, nowMs: number): void {
    if (output.unit !== undefined) this.store.commit(output.unit);
    this.wire.push(...output.sends);
    for (const event of output.events) {
      if (event.kind !== "gapFilled") continue;
      for (let seqNum = event.from; seqNum <= event.to; seqNum++) this.filled.add(seqNum);
    }
    if (output.disconnect !== undefined) this.wantsDisconnect = true;
    if (output.resend === undefined) return;
    const { from, to } = output.resend;
    const stored = this.store.readOutbound(this.machine.key, from, to);
    this.take(this.machine.replay(stored, nowMs), nowMs);
  }

  get received(): string[] {
    return this.store.readAttachments(0, 100_000).map(({ bytes }) => Buffer.from(bytes).toString());
  }
}

class Pair {
  readonly a: Side;
  readonly b: Side;
  nowMs = noonMs;
  isConnected = false;
  readonly #scanner = new MessageScanner();

  constructor(more: Partial<SessionConfig>) {
    this.a = new Side("initiator", more);
    this.b = new Side("acceptor", more);
  }

  connect(): void {
    if (this.isConnected) return;
    this.isConnected = true;
    this.b.take(this.b.machine.connected(this.nowMs), this.nowMs);
    this.a.take(this.a.machine.connected(this.nowMs), this.nowMs);
  }

  /** Everything on the wire is lost, and both sides notice. */
  cut(): void {
    if (!this.isConnected) return;
    this.isConnected = false;
    for (const side of [this.a, this.b]) {
      side.wire = [];
      side.wantsDisconnect = false;
      side.take(side.machine.disconnected(this.nowMs), this.nowMs);
      side.wire = [];
    }
  }

  /** Moves one message; where the receiver dies over it, nothing of its step remains. */
  deliver(from: Side, to: Side, dies = false): void {
    const bytes = this.isConnected ? from.wire.shift() : undefined;
    if (bytes === undefined) return;
    this.#scanner.scan(Buffer.from(bytes));
    const output = to.machine.receive(this.#scanner, this.nowMs);
    if (dies) {
      to.crash(this.nowMs);
      this.cut();
      return;
    }
    to.take(output, this.nowMs);
    if (this.a.wantsDisconnect || this.b.wantsDisconnect) this.cut();
  }

  pass(ms: number): void {
    this.nowMs += ms;
    for (const side of [this.a, this.b]) {
      if (side.machine.wakeMs <= this.nowMs) side.take(side.machine.tick(this.nowMs), this.nowMs);
    }
    if (this.a.wantsDisconnect || this.b.wantsDisconnect) this.cut();
  }

  /**
   * Connects and lets two minutes pass, long enough for a throttle to let go of what it holds and for a
   * heartbeat to show a gap at the end.
   */
  settle(): void {
    this.#deliverAll();
    for (let second = 0; second < 120; second++) {
      this.pass(1_000);
      this.#deliverAll();
    }
  }

  #deliverAll(): void {
    this.connect();
    while (this.isConnected && this.a.wire.length + this.b.wire.length > 0) {
      this.deliver(this.a, this.b);
      this.deliver(this.b, this.a);
    }
  }
}

type Action =
  | { readonly kind: "connect" | "cut" }
  | { readonly kind: "send"; readonly byA: boolean; readonly isOrder: boolean }
  | { readonly kind: "deliver"; readonly byA: boolean; readonly dies: boolean }
  | { readonly kind: "crash"; readonly ofA: boolean }
  | { readonly kind: "pass"; readonly ms: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "connect" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "cut" } as const) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      byA: fc.boolean(),
      isOrder: fc.boolean(),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      byA: fc.boolean(),
      dies: fc.nat(19).map((draw) => draw === 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("crash" as const), ofA: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      ms: fc.constantFrom(10, 1_000, 31_000, 80_000),
    }),
  },
);

function perform(pair: Pair, step: Action): void {
  const { a, b } = pair;
  switch (step.kind) {
    case "connect":
      pair.connect();
      break;
    case "cut":
      pair.cut();
      break;
    case "send":
      (step.byA ? a : b).send(step.isOrder, pair.nowMs);
      break;
    case "deliver":
      if (step.byA) pair.deliver(a, b, step.dies);
      else pair.deliver(b, a, step.dies);
      break;
    case "crash":
      (step.ofA ? a : b).crash(pair.nowMs);
      pair.cut();
      break;
    case "pass":
      pair.pass(step.ms);
      break;
    default:
      step satisfies never;
  }
}

/** Everything once and in order; what is not there was an order, and is reported as filled. */
function expectDelivery(from: Side, to: Side, mayLeaveOut: boolean): void {
  const { received } = to;
  const got = new Set(received);
  deepEqual(
    received,
    from.sent.filter((id) => got.has(id)),
    "once, and in order",
  );
  for (const id of from.sent) {
    if (got.has(id)) continue;
    const seqNum = Number(id.split("@")[1]);
    ok(mayLeaveOut && id.startsWith("O"), `${id} is lost`);
    ok(to.filled.has(seqNum), `${id} is lost without a report`);
  }
}

const variants: Readonly<Record<string, { config: Partial<SessionConfig>; mayLeaveOut: boolean }>> =
  {
    "that leave old orders out": { config: {}, mayLeaveOut: true },
    "that send everything again, in pieces": {
      config: {
        resend: { maxAgeMs: Number.POSITIVE_INFINITY, chunk: 2 },
        recovery: { chunk: 3 },
      },
      mayLeaveOut: false,
    },
    "that use NextExpectedMsgSeqNum": {
      config: { usesNextExpected: true, resend: { maxAgeMs: Number.POSITIVE_INFINITY } },
      mayLeaveOut: false,
    },
    "with a throttle": {
      config: { messagesPerSecondMax: 1, resend: { maxAgeMs: Number.POSITIVE_INFINITY } },
      mayLeaveOut: false,
    },
    "with room for one early message": {
      config: { recovery: { earlyMax: 1 }, resend: { maxAgeMs: Number.POSITIVE_INFINITY } },
      mayLeaveOut: false,
    },
  };

for (const [name, { config, mayLeaveOut }] of Object.entries(variants)) {
  test(`two sessions ${name} agree after any cuts and crashes`, () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 120, size: "max" }), (steps) => {
        const pair = new Pair(config);
        for (const step of steps) perform(pair, step);
        pair.settle();
        expectDelivery(pair.a, pair.b, mayLeaveOut);
        expectDelivery(pair.b, pair.a, mayLeaveOut);
        deepEqual(
          [pair.a.machine.nextInbound, pair.b.machine.nextInbound],
          [pair.b.machine.nextOutbound, pair.a.machine.nextOutbound],
          "numbers agree",
        );
      }),
      { numRuns: 500 },
    );
  });
}
