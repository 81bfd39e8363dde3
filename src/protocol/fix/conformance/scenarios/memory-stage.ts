/**
 * An engine in this process, without sockets, under a simulated clock: a heartbeat of 30 s takes no
 * time at all, and every run is the same.
 */
import { assert } from "../../../../core/assert.ts";
import { FrameReader } from "../../codec/frame-reader.ts";
import { MessageScanner } from "../../codec/message-scanner.ts";
import type { SessionMachine, SessionOutput } from "../../session/session-contract.ts";
import type { SessionStore, StoredMessage, StoredSession } from "../../store/session-store.ts";
import { type Received, takeMessage } from "../test-connection.ts";
import type { Stage } from "./stage.ts";

/** Every answer of it is there at once. */
export interface SyncStore extends SessionStore {
  open(session: string, nowMs: number): StoredSession;
  commit(unit: Parameters<SessionStore["commit"]>[0]): undefined;
  readOutbound(session: string, from: number, to: number): readonly StoredMessage[];
}

/** 10 June 2026, a Wednesday, 09:30 UTC. */
const startMs = Date.UTC(2026, 5, 10, 9, 30);
/** More turns than this without time passing are a loop. */
const turnsMax = 1000;

/**
 * @param createMachine makes the session from what the store holds of it; called again where the
 *   engine is restarted
 */
export function createMemoryStage(
  store: SyncStore,
  key: string,
  numbers: { readonly nextInbound: number; readonly nextOutbound: number },
  createMachine: (stored: StoredSession, nowMs: number) => SessionMachine,
): Stage {
  let now = startMs;
  store.open(key, now);
  if (numbers.nextInbound > 1 || numbers.nextOutbound > 1) {
    store.commit({ session: key, ...numbers, outbound: [], inbound: [], attachments: [] });
  }
  let machine = createMachine(store.open(key, now), now);
  let reader = new FrameReader();
  const scanner = new MessageScanner();
  let unread = "";
  let isOpen = false;

  /** The driver's order of business (session-contract.ts). */
  function take(output: SessionOutput): void {
    if (output.unit !== undefined) store.commit(output.unit);
    for (const bytes of output.sends) unread += Buffer.from(bytes).toString("latin1");
    if (output.resend !== undefined) {
      const { from, to } = output.resend;
      take(machine.replay(store.readOutbound(key, from, to), now));
    }
    if (output.disconnect !== undefined && isOpen) hangUp();
  }

  function hangUp(): void {
    isOpen = false;
    reader = new FrameReader();
    take(machine.disconnected(now));
  }

  /** Lets the engine do what its clock tells it to, up to a time. */
  function runUntil(limitMs: number, isDone: () => boolean): void {
    for (let turn = 0; !isDone() && machine.wakeMs <= limitMs; turn++) {
      assert(turn < turnsMax, "a session that is woken moves its next wake-up on");
      now = Math.max(now, machine.wakeMs);
      take(machine.tick(now));
    }
    if (!isDone()) now = Math.max(now, limitMs);
  }

  return {
    nowMs: () => now,
    connect() {
      if (isOpen) hangUp();
      isOpen = true;
      unread = "";
      take(machine.connected(now));
    },
    send(text) {
      if (!isOpen) return;
      reader.push(Buffer.from(text, "latin1"));
      for (let frame = reader.next(); frame !== undefined && isOpen; frame = reader.next()) {
        if (frame === "frame" && scanner.scan(reader.bytes, reader.from, reader.to) !== "garbled") {
          take(machine.receive(scanner, now));
        } else {
          take(machine.receiveGarbled(reader.reason, now));
        }
      }
    },
    receive(timeoutMs): Received {
      runUntil(now + timeoutMs, () => unread !== "" || !isOpen);
      const next = takeMessage(unread, true);
      if (next === undefined) return isOpen ? { kind: "silence" } : { kind: "closed" };
      unread = unread.slice(next.text.length);
      return next;
    },
    wait(ms) {
      runUntil(now + ms, () => false);
    },
    drop() {
      if (isOpen) hangUp();
    },
    engine: {
      submit: (message) => take(machine.send([message], [], now)),
      askLogout: (text) => take(machine.logout(text, now)),
      restart() {
        // The process is gone without a word: nothing of it remains but the store.
        isOpen = false;
        reader = new FrameReader();
        machine = createMachine(store.open(key, now), now);
      },
    },
    close() {},
  };
}
