/**
 * The public acceptance scripts against the session machine alone: no socket, and a clock that jumps to
 * whatever is due next, so that all of them take seconds.
 */
import { equal } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { FrameReader } from "../../src/protocol/fix/codec/frame-reader.ts";
import { MessageScanner } from "../../src/protocol/fix/codec/message-scanner.ts";
import { createAcceptanceApplication } from "../../src/protocol/fix/conformance/acceptance-application.ts";
import {
  acceptanceConfig,
  dictionariesOf,
} from "../../src/protocol/fix/conformance/acceptance-config.ts";
import { acceptanceSessions } from "../../src/protocol/fix/conformance/acceptance-sessions.ts";
import { compareMessages } from "../../src/protocol/fix/conformance/compare.ts";
import { readDefinitions } from "../../src/protocol/fix/conformance/definitions.ts";
import { completeMessage, type Script } from "../../src/protocol/fix/conformance/script.ts";
import { createSession } from "../../src/protocol/fix/session/fix-session.ts";
import type {
  SessionMachine,
  SessionOutput,
} from "../../src/protocol/fix/session/session-contract.ts";
import { createMemoryStore, type MemoryStore } from "../../src/protocol/fix/store/memory-store.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const definitions = join(sharedFolder, "fix", "definitions");
const skip = existsSync(definitions) ? false : `no acceptance scripts at ${definitions}`;
/** What a script allows for a message, and for the end of a connection. */
const messageMs = 20_000;
const disconnectMs = 10_000;

/** All sessions of the scripts, with their store and their time. */
class Engine {
  nowMs = Date.UTC(2026, 5, 10, 12);
  readonly store: MemoryStore = createMemoryStore();
  readonly machines = new Map<string, SessionMachine>();

  constructor() {
    for (const session of acceptanceSessions) {
      const { beginString, senderCompId, targetCompId } = session.identity;
      const key = `${beginString}:${senderCompId}->${targetCompId}`;
      const application = createAcceptanceApplication(() => dictionariesOf(session));
      const stored = this.store.open(key, this.nowMs);
      const config = acceptanceConfig(session, "acceptor");
      this.machines.set(key, createSession(config, application, stored, this.nowMs));
    }
  }
}

class Connection {
  readonly received: string[] = [];
  isClosed = false;
  readonly #engine: Engine;
  readonly #reader = new FrameReader();
  readonly #scanner = new MessageScanner();
  #machine: SessionMachine | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  send(text: string): void {
    if (this.isClosed) return;
    this.#reader.push(Buffer.from(text, "latin1"));
    for (let frame = this.#reader.next(); frame !== undefined; frame = this.#reader.next()) {
      if (this.isClosed) return;
      const { bytes, from, to } = this.#reader;
      if (frame === "frame" && this.#scanner.scan(bytes, from, to) !== "garbled") this.#receive();
      else if (this.#machine === undefined) this.isClosed = true;
      else this.#take(this.#machine.receiveGarbled("garbled", this.#engine.nowMs));
    }
  }

  /** Lets time pass until something is there, or for so long. */
  wait(ms: number, isDone: () => boolean): void {
    const endMs = this.#engine.nowMs + ms;
    while (!isDone() && !this.isClosed && this.#machine !== undefined) {
      const { wakeMs } = this.#machine;
      if (wakeMs > endMs) break;
      this.#engine.nowMs = Math.max(this.#engine.nowMs, wakeMs);
      this.#take(this.#machine.tick(this.#engine.nowMs));
    }
    if (!isDone()) this.#engine.nowMs = endMs;
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.#machine !== undefined) this.#take(this.#machine.disconnected(this.#engine.nowMs));
  }

  /** The first message says which session this is, and a session has one connection at a time. */
  #receive(): void {
    if (this.#machine === undefined) {
      const view = this.#scanner;
      const key = `${view.text(8)}:${view.text(56)}->${view.text(49)}`;
      const machine = this.#engine.machines.get(key);
      if (machine === undefined || machine.state !== "disconnected") {
        this.isClosed = true;
        return;
      }
      this.#machine = machine;
      this.#take(machine.connected(this.#engine.nowMs));
    }
    this.#take(this.#machine.receive(this.#scanner, this.#engine.nowMs));
  }

  #take(output: SessionOutput): void {
    const { store, nowMs } = this.#engine;
    if (output.unit !== undefined) store.commit(output.unit);
    for (const bytes of output.sends) this.received.push(Buffer.from(bytes).toString("latin1"));
    if (output.resend !== undefined && this.#machine !== undefined) {
      const { from, to } = output.resend;
      const stored = store.readOutbound(this.#machine.key, from, to);
      this.#take(this.#machine.replay(stored, nowMs));
    }
    if (output.disconnect !== undefined) this.close();
  }
}

/** What is wrong at the first step that fails; undefined where none does. */
function play(script: Script, engine: Engine): string | undefined {
  const connections = new Map<number, Connection>();
  try {
    for (const step of script.steps) {
      if (step.action === "connect") connections.set(step.connection, new Connection(engine));
      const connection = connections.get(step.connection);
      if (connection === undefined) return `line ${step.line}: no connection`;
      if (step.action === "send") connection.send(completeMessage(step.text, engine.nowMs));
      if (step.action === "disconnect") connection.close();
      if (step.action === "expect") {
        connection.wait(messageMs, () => connection.received.length > 0);
        const found = connection.received.shift() ?? "";
        const difference = compareMessages(completeMessage(step.text, engine.nowMs), found);
        if (difference === undefined) continue;
        return `line ${step.line}: found ${difference.found}, expected ${difference.expected}`;
      }
      if (step.action === "expectDisconnect") {
        connection.wait(disconnectMs, () => connection.isClosed);
        if (connection.received.length > 0) return `line ${step.line}: ${connection.received[0]}`;
        if (!connection.isClosed) return `line ${step.line}: the connection stays open`;
      }
    }
    return undefined;
  } finally {
    for (const connection of connections.values()) connection.close();
  }
}

describe("public acceptance scripts, in memory", { skip }, () => {
  const engine = new Engine();
  const scripts = skip === false ? readDefinitions(definitions) : [];

  test("are all there", () => {
    equal(scripts.length, 234);
  });

  for (const script of scripts) {
    test(`${script.version} ${script.scenario}`, () => {
      equal(play(script, engine), undefined);
    });
  }
});
