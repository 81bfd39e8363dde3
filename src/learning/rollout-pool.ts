/**
 * Episodes played in worker threads that stay: each has its own copies of the environment, and gets
 * with every rollout the policy that plays and its part of the seeds. An episode depends on its seed
 * and the policy alone, so the rollout is the same for any number of threads.
 */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { assert } from "../core/assert.ts";
import { OutsideError } from "../core/trouble.ts";
import type { ActionSpace, Environment } from "./environment.ts";
import type { Task } from "./ppo.ts";
import {
  joinRollouts,
  type PlayerShape,
  type PolicyVersion,
  type Rollout,
  RolloutPlayer,
} from "./rollout.ts";

/** What a worker is started with; plain data. */
export interface RolloutSetup<Setup> {
  readonly setup: Setup;
  readonly shape: PlayerShape;
  /** Copies of the environment in a thread; does not change a result. */
  readonly slots: number;
}

type FromWorker =
  | {
      readonly kind: "ready";
      readonly features: readonly string[];
      readonly actions: ActionSpace;
      readonly horizon: number;
    }
  | { readonly kind: "played"; readonly rollout: Rollout }
  | { readonly kind: "failed"; readonly message: string; readonly code: string | undefined };

interface ToWorker {
  readonly version: PolicyVersion;
  readonly seeds: readonly number[];
}

/** Called by a worker's module: makes environments and plays what is asked for. */
export function serveRollouts<Setup>(create: (setup: Setup) => () => Environment): void {
  const port = parentPort;
  assert(port !== null, "rollouts are served in a worker thread");
  const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const fail = (cause: unknown): void => {
    const message = cause instanceof Error ? cause.message : String(cause);
    const code = cause instanceof OutsideError ? cause.code : undefined;
    say({ kind: "failed", message, code });
  };
  try {
    const { setup, shape, slots } = workerData as RolloutSetup<Setup>;
    const createOne = create(setup);
    const environments = Array.from({ length: slots }, createOne);
    const { features, actions, horizon } = environments[0];
    const player = new RolloutPlayer(environments, shape);
    port.on("message", ({ version, seeds }: ToWorker) => {
      try {
        const rollout = player.play(version, seeds);
        say({ kind: "played", rollout }, buffersOf(rollout));
      } catch (cause) {
        fail(cause);
      }
    });
    say({ kind: "ready", features, actions, horizon });
  } catch (cause) {
    fail(cause);
  }
}

function buffersOf({ observations, choices, logDensities, rewards }: Rollout): ArrayBuffer[] {
  return [observations, choices, logDensities, rewards].map(({ buffer }) => buffer as ArrayBuffer);
}

export class RolloutPool implements Task {
  readonly features: readonly string[];
  readonly actions: ActionSpace;
  readonly horizon: number;
  readonly #workers: readonly Worker[];

  private constructor(workers: readonly Worker[], ready: FromWorker & { kind: "ready" }) {
    this.#workers = workers;
    this.features = ready.features;
    this.actions = ready.actions;
    this.horizon = ready.horizon;
  }

  /**
   * @param workerFile a module that calls `serveRollouts`
   * @throws OutsideError where an environment cannot be made
   */
  static async open<Setup>(
    workerFile: URL,
    setup: RolloutSetup<Setup>,
    threads: number,
  ): Promise<RolloutPool> {
    assert(Number.isInteger(threads) && threads >= 1, "a pool has at least one thread");
    const workers = Array.from({ length: threads }, () => {
      return new Worker(workerFile, { workerData: setup });
    });
    try {
      const answers = await Promise.all(workers.map((worker) => answerOf(worker)));
      const [ready] = answers;
      assert(ready.kind === "ready", "a worker says first that it is ready");
      return new RolloutPool(workers, ready);
    } catch (cause) {
      await Promise.all(workers.map((worker) => worker.terminate()));
      throw cause;
    }
  }

  async play(version: PolicyVersion, seeds: readonly number[]): Promise<Rollout> {
    const share = Math.ceil(seeds.length / this.#workers.length);
    const parts = this.#workers.flatMap((worker, at) => {
      const own = seeds.slice(at * share, (at + 1) * share);
      if (own.length === 0) return [];
      const answer = answerOf(worker);
      worker.postMessage({ version, seeds: own } satisfies ToWorker);
      return [answer];
    });
    const answers = await Promise.all(parts);
    return joinRollouts(
      answers.map((answer) => {
        assert(answer.kind === "played", "a worker that was asked to play has played");
        return answer.rollout;
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** The next thing a worker says. */
function answerOf(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const refuse = (code: string, message: string, cause?: unknown): void =>
      settle(() => reject(new OutsideError(code, message, { canRetry: false, cause })));
    const onMessage = (answer: FromWorker): void => {
      if (answer.kind === "failed") refuse(answer.code ?? "WORKER_FAILED", answer.message);
      else settle(() => resolve(answer));
    };
    const onError = (cause: Error): void => refuse("WORKER_FAILED", cause.message, cause);
    const onExit = (code: number): void =>
      refuse("WORKER_EXITED", `a rollout worker ended by itself with code ${code}`);
    const settle = (then: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      then();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
