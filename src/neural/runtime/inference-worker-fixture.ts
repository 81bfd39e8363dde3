/**
 * For tests: a worker that also does, before it answers, what the first number it is fed says. What
 * it shares with the test comes by `setEnvironmentData`: a gate that holds it up, and a counter.
 */
import { getEnvironmentData, parentPort } from "node:worker_threads";
import type { Feeds } from "./inference.ts";

/** First numbers that mean something. */
export const signals = { exit: 1001, throw: 1002, wait: 1003 } as const;

/** Of the shared column: opens the gate, counts those who wait at it, counts started workers. */
export const shared = { name: "inference-worker-fixture", gate: 0, waiting: 1, started: 2, max: 3 };

const column = getEnvironmentData(shared.name) as unknown as Int32Array;

if (parentPort !== null) {
  const started = Atomics.add(column, shared.started, 1) + 1;
  if (started > column[shared.max]) process.exit(7);
  // Heard before the worker itself.
  parentPort.on("message", (feeds: Feeds) => obey(Number(Object.values(feeds)[0][0])));
  await import("./inference-worker.ts");
}

function obey(signal: number): void {
  if (signal === signals.exit) process.exit(5);
  if (signal === signals.throw) throw new TypeError("broken on purpose");
  if (signal !== signals.wait) return;
  Atomics.add(column, shared.waiting, 1);
  while (Atomics.load(column, shared.gate) === 0);
}
