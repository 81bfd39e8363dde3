/**
 * Kills our engine with SIGKILL, again and again, under load, and counts what came of its messages.
 *
 * The engine is a process of its own with a SQLite store; its counterparty lives on, in this process
 * or as QuickFIX with a file store. After each death the engine is started again on the same file,
 * and both must come to agree on their numbers. At the end every message must have been delivered
 * once, or its number filled. A kill proves the order of things, not that the disk has them: for that
 * see `fix-crash-simulation.ts`.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { openSqliteStore } from "../protocol/fix/store/sqlite-store.ts";
import { keyOfSession } from "../protocol/fix/transport/open-session.ts";
import type { DirectionOutcome, SideRecord } from "./fix-crash-ledger.ts";
import { readRecord } from "./fix-crash-ledger.ts";
import { type CrashPeer, startOwnPeer } from "./fix-crash-peer.ts";
import { startQuickfixPeer } from "./fix-crash-quickfix.ts";
import type { FromVictim, ToVictim, VictimTerms } from "./fix-crash-victim.ts";

export interface CrashTerms {
  /** How often the engine is killed. */
  readonly trials: number;
  /** Our own engine, or the path of `quickfix-peer`. */
  readonly peer: "own" | string;
  readonly seed: number;
  /** Side of the engine that is killed; QuickFIX is always the acceptor. @defaultValue initiator */
  readonly role?: "initiator" | "acceptor";
  /** Orders are sent again however old they are; otherwise filled. @defaultValue true */
  readonly resendsAll?: boolean;
  /** Told after each trial. */
  readonly onTrial?: (done: number) => void;
}

export interface CrashOutcome {
  readonly peer: string;
  readonly seed: number;
  readonly trials: number;
  /** Restarts after which both sides agreed on their numbers. */
  readonly agreed: number;
  /** Deaths before the sides had come to agree, in the middle of a recovery. */
  readonly killedInRecovery: number;
  /** What the engine that was killed has sent, and what it was sent. */
  readonly sent: DirectionOutcome;
  readonly received: DirectionOutcome;
  /** None, when all is well. */
  readonly faults: readonly string[];
  readonly wallMs: number;
}

const victimFile = fileURLToPath(new URL("./fix-crash-victim.ts", import.meta.url));
/** A recovery may wait for a heartbeat to notice what is missing. */
const agreeMaxMs = 20_000;

/** @throws OutsideError where the peer cannot be started */
export async function runCrashTrials(terms: CrashTerms): Promise<CrashOutcome> {
  const startedMs = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "metaorder-crash-"));
  const trials = new Trials(terms, folder);
  try {
    await trials.start();
    for (let trial = 1; trial <= terms.trials; trial++) {
      await trials.kill();
      terms.onTrial?.(trial);
    }
    return await trials.judge(startedMs);
  } finally {
    await trials.end();
    rmSync(folder, { recursive: true });
  }
}

class Trials {
  readonly #terms: CrashTerms;
  readonly #random;
  readonly #storePath: string;
  readonly #folder: string;
  readonly #faults: string[] = [];
  #peer: CrashPeer | undefined;
  #child: ChildProcess | undefined;
  #agreed = 0;
  #killedInRecovery = 0;

  constructor(terms: CrashTerms, folder: string) {
    this.#terms = terms;
    this.#random = createXoshiro128(terms.seed);
    this.#folder = folder;
    this.#storePath = join(folder, "victim.db");
  }

  get #role(): VictimTerms["role"] {
    return this.#terms.role ?? "initiator";
  }

  async start(): Promise<void> {
    const { peer, seed, resendsAll = true } = this.#terms;
    const role = this.#role === "initiator" ? "acceptor" : "initiator";
    this.#peer =
      peer === "own"
        ? await startOwnPeer({ role, seed, resendsAll })
        : await startQuickfixPeer(peer, this.#folder);
  }

  /** One life: it recovers, works for a while, and dies; now and then it dies while it recovers. */
  async kill(): Promise<void> {
    const child = this.#startVictim();
    if (this.#random.uniform() < 0.25) {
      await wait(this.#random.uniform() * 400);
      this.#killedInRecovery++;
    } else if (await this.#agree()) {
      this.#agreed++;
      this.#peer!.setLoad(true);
      tell(child, { kind: "load" });
      await wait(10 + this.#random.uniform() * 150);
    }
    await this.#killChild();
    this.#peer!.setLoad(false);
  }

  async judge(startedMs: number): Promise<CrashOutcome> {
    const { peer, seed, trials } = this.#terms;
    this.#startVictim();
    await this.#agree();
    await this.#killChild();
    const own = await this.#readOwnRecord();
    const { sent, received, faults } = await this.#peer!.compare(own);
    return {
      ...{ peer, seed, trials, sent, received },
      agreed: this.#agreed,
      killedInRecovery: this.#killedInRecovery,
      faults: [...this.#faults, ...faults],
      wallMs: Date.now() - startedMs,
    };
  }

  async end(): Promise<void> {
    await this.#killChild();
    await this.#peer?.stop();
  }

  #startVictim(): ChildProcess {
    const { identity, port } = this.#peer!.victim;
    const terms: VictimTerms = {
      role: this.#role,
      identity,
      port,
      storePath: this.#storePath,
      seed: this.#random.uint32(),
      resendsAll: this.#terms.resendsAll ?? true,
    };
    const child = fork(victimFile, [JSON.stringify(terms)], {
      execArgv: [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child = child;
    return child;
  }

  /** Waits until both sides have from each other all that was sent. */
  async #agree(): Promise<boolean> {
    const untilMs = Date.now() + agreeMaxMs;
    let last = "it did not answer";
    while (Date.now() < untilMs && this.#child?.exitCode === null) {
      const own = await this.#ask();
      const peer = await this.#peer!.numbers();
      last = `${JSON.stringify(own)}, the peer ${JSON.stringify(peer)}`;
      const isAgreed =
        own?.isActive === true &&
        own.nextInbound === peer.nextOutbound &&
        own.nextOutbound === peer.nextInbound;
      if (isAgreed) return true;
      await wait(5);
    }
    this.#faults.push(`no agreement after a restart: the engine ${last}`);
    return false;
  }

  async #ask(): Promise<FromVictim | undefined> {
    const child = this.#child!;
    tell(child, { kind: "ask" });
    return new Promise((resolve) => {
      const settle = (answer: FromVictim | undefined): void => {
        child.off("message", onMessage);
        child.off("exit", onExit);
        resolve(answer);
      };
      const onMessage = (message: unknown): void => settle(message as FromVictim);
      const onExit = (): void => settle(undefined);
      child.on("message", onMessage);
      child.on("exit", onExit);
    });
  }

  async #killChild(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      if (child?.exitCode != null) this.#faults.push(`the engine exited with ${child.exitCode}`);
      return;
    }
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  async #readOwnRecord(): Promise<SideRecord> {
    const store = await openSqliteStore(this.#storePath);
    try {
      return await readRecord(store, keyOfSession(this.#peer!.victim.identity));
    } finally {
      await store.close();
    }
  }
}

function tell(child: ChildProcess, message: ToVictim): void {
  // One that has died cannot be told; its death is noticed elsewhere.
  if (child.connected) child.send(message, () => {});
}
