/** A clock, a wire and a machine that do what a test says. */
import type { MessageView } from "../codec/message-view.ts";
import type { SessionMachine, SessionOutput } from "../session/session-contract.ts";
import type { StoredMessage } from "../store/session-store.ts";
import type { TransportClock } from "./transport-clock.ts";
import type { Wire } from "./wire.ts";

export interface ManualClock extends TransportClock {
  /** Lets time pass, and does what is due meanwhile, in order of time. */
  advance(ms: number): void;
  readonly timerCount: number;
}

export function createManualClock(startMs = 1_700_000_000_000): ManualClock {
  let now = startMs;
  const timers: { atMs: number; work: () => void }[] = [];
  const takeDue = (untilMs: number) => {
    timers.sort((a, b) => a.atMs - b.atMs);
    return timers[0] !== undefined && timers[0].atMs <= untilMs ? timers.shift() : undefined;
  };
  return {
    nowMs: () => now,
    setTimer(delayMs, work) {
      const timer = { atMs: now + delayMs, work };
      timers.push(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    advance(ms) {
      const untilMs = now + ms;
      for (let due = takeDue(untilMs); due !== undefined; due = takeDue(untilMs)) {
        now = due.atMs;
        due.work();
      }
      now = untilMs;
    },
    get timerCount() {
      return timers.length;
    },
  };
}

/** Remembers what it was asked for, in order. */
export interface RecordingWire extends Wire {
  unsentBytes: number;
  readonly log: string[];
  readonly isHeld: boolean;
}

export function createRecordingWire(): RecordingWire {
  const log: string[] = [];
  let isHeld = false;
  return {
    peer: "test:1",
    unsentBytes: 0,
    log,
    get isHeld() {
      return isHeld;
    },
    write: (messages) => void log.push(...messages.map((bytes) => Buffer.from(bytes).toString())),
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
    },
    end: (reason) => void log.push(`end: ${reason}`),
    destroy: (reason) => void log.push(`destroy: ${reason}`),
  };
}

/** A view of which only the type matters: it is what the scripted machine answers to. */
export const viewOf = (msgType: string): MessageView => ({ msgType }) as unknown as MessageView;

const emptyOutput: SessionOutput = {
  unit: undefined,
  sends: [],
  events: [],
  resend: undefined,
  disconnect: undefined,
};

/** Inputs as words: `connected`, `receive D`, `garbled`, `tick`, `send 2`, `replay 1 2`, … */
export type Script = (input: string, seqNum: number) => Partial<SessionOutput>;

export interface ScriptedMachine extends SessionMachine {
  readonly inputs: readonly string[];
  wakeMs: number;
  isFull: boolean;
}

/** Answers each input as the script says; `storing` gives every answer a unit of one message. */
export function createScriptedMachine(script: Script): ScriptedMachine {
  const inputs: string[] = [];
  const answer = (input: string): SessionOutput => {
    inputs.push(input);
    return { ...emptyOutput, ...script(input, inputs.length) };
  };
  const identity = { beginString: "FIX.4.4", senderCompId: "US", targetCompId: "THEM" };
  return {
    identity,
    key: scriptedKey,
    state: "active",
    nextInbound: 1,
    nextOutbound: 1,
    wakeMs: Number.POSITIVE_INFINITY,
    isFull: false,
    inputs,
    connected: () => answer("connected"),
    receive: (view) => answer(`receive ${view.msgType}`),
    receiveGarbled: () => answer("garbled"),
    tick: () => answer("tick"),
    send: (messages) => answer(`send ${messages.map(({ msgType }) => msgType).join(" ")}`),
    replay: (messages: readonly StoredMessage[]) =>
      answer(`replay ${messages.map(({ seqNum }) => seqNum).join(" ")}`),
    logout: () => answer("logout"),
    disconnected: () => answer("disconnected"),
  };
}

export const scriptedKey = "FIX.4.4:US->THEM";

/** An answer that stores one message, sends it and tells of it. */
export function storing(text: string, seqNum: number): Partial<SessionOutput> {
  const bytes = Buffer.from(text);
  return {
    unit: {
      session: scriptedKey,
      nextInbound: 1,
      nextOutbound: seqNum + 1,
      outbound: [{ seqNum, bytes }],
      inbound: [],
      attachments: [],
    },
    sends: [bytes],
    events: [{ kind: "trouble", text: `told ${text}` }],
  };
}
