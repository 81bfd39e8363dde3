/** A session on a bench, for tests: its counterparty is text, its store is memory, its clock is set. */

import { messageOf, readable } from "../codec/message-fixture.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { OutboundMessage } from "../codec/message-view.ts";
import { formatTimestamp } from "../codec/timestamp.ts";
import { createMemoryStore, type MemoryStore } from "../store/memory-store.ts";
import { createSession } from "./fix-session.ts";
import type { SessionConfig } from "./session-config.ts";
import type {
  FixApplication,
  SessionEvent,
  SessionMachine,
  SessionOutput,
} from "./session-contract.ts";

/** 10 June 2026, a Wednesday, 12:00 UTC. */
export const noonMs = Date.UTC(2026, 5, 10, 12);

const us = "US";
const them = "THEM";

/** Takes everything and echoes nothing. */
export const quietApplication: FixApplication = { onMessage: () => ({}) };

export interface BenchOptions {
  readonly config?: Partial<SessionConfig>;
  readonly beginString?: string;
  readonly application?: FixApplication;
  /** What the store knows already. @defaultValue 1, 1 */
  readonly numbers?: { readonly nextInbound: number; readonly nextOutbound: number };
  readonly nowMs?: number;
}

/** What one step did, as short text: `35=0|34=2|112=HELLO|`, without what is in every message. */
export class Bench {
  readonly beginString: string;
  readonly store: MemoryStore = createMemoryStore();
  readonly machine: SessionMachine;
  nowMs: number;
  /** All there ever were. */
  readonly events: SessionEvent[] = [];
  readonly outputs: SessionOutput[] = [];
  /** Why the connection was closed last. */
  closed: string | undefined;
  readonly #scanner = new MessageScanner();

  constructor(options: BenchOptions = {}) {
    const { beginString = "FIX.4.4", numbers = { nextInbound: 1, nextOutbound: 1 } } = options;
    this.beginString = beginString;
    this.nowMs = options.nowMs ?? noonMs;
    const config: SessionConfig = {
      role: "acceptor",
      identity: { beginString, senderCompId: us, targetCompId: them },
      ...(beginString === "FIXT.1.1" ? { defaultApplVerId: "9" } : {}),
      ...options.config,
    };
    const key = `${beginString}:${us}->${them}`;
    const stored = { ...this.store.open(key, this.nowMs), ...numbers };
    const application = options.application ?? quietApplication;
    this.machine = createSession(config, application, stored, this.nowMs);
  }

  connect(): string[] {
    this.closed = undefined;
    return this.take(this.machine.connected(this.nowMs));
  }

  /** Connects and logs on, in either role; their numbers begin at 1. */
  logOn(logon = "35=A|34=1|98=0|108=30|"): string[] {
    return [...this.connect(), ...this.say(logon)];
  }

  /** The counterparty sends `35=0|34=2|…`; what every header has is added where it is missing. */
  say(body: string): string[] {
    const has = (tag: number): boolean => body.includes(`|${tag}=`);
    const header = [
      has(49) ? "" : `49=${them}|`,
      has(52) ? "" : `52=${formatTimestamp(this.nowMs)}|`,
      has(56) ? "" : `56=${us}|`,
    ];
    return this.sayWhole(messageOf(this.beginString, body.replace(/\|/, `|${header.join("")}`)));
  }

  sayWhole(bytes: Buffer): string[] {
    this.#scanner.scan(bytes);
    return this.take(this.machine.receive(this.#scanner, this.nowMs));
  }

  send(...messages: OutboundMessage[]): string[] {
    return this.take(this.machine.send(messages, [], this.nowMs));
  }

  /** Lets time pass; everything that becomes due is done when it is due. */
  pass(ms: number): string[] {
    const endMs = this.nowMs + ms;
    const sent: string[] = [];
    while (this.machine.wakeMs <= endMs) {
      this.nowMs = Math.max(this.nowMs, this.machine.wakeMs);
      sent.push(...this.take(this.machine.tick(this.nowMs)));
    }
    this.nowMs = endMs;
    return sent;
  }

  /** The driver's order of business, with a store that answers at once. */
  take(output: SessionOutput): string[] {
    this.outputs.push(output);
    if (output.unit !== undefined) this.store.commit(output.unit);
    this.events.push(...output.events);
    if (output.disconnect !== undefined) this.closed = output.disconnect;
    const sent = output.sends.map(shorten);
    if (output.resend === undefined) return sent;
    const { from, to } = output.resend;
    const stored = this.store.readOutbound(this.machine.key, from, to);
    return [...sent, ...this.take(this.machine.replay(stored, this.nowMs))];
  }

  eventsOf<Kind extends SessionEvent["kind"]>(kind: Kind): Extract<SessionEvent, { kind: Kind }>[] {
    return this.events.filter((event) => event.kind === kind) as Extract<
      SessionEvent,
      { kind: Kind }
    >[];
  }
}

/** A message without 8, 9, 49, 52, 56, 10. */
function shorten(bytes: Uint8Array): string {
  return readable(bytes).replace(/(?<=^|\|)(8|9|49|52|56|10)=[^|]*\|/g, "");
}

/** A NewOrderSingle and an ExecutionReport, as far as sessions look at them. */
export const orderOf = (id: string): OutboundMessage => ({ msgType: "D", fields: [[11, id]] });
export const reportOf = (id: string): OutboundMessage => ({ msgType: "8", fields: [[11, id]] });
