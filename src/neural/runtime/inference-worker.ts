/** One thread of an `InferencePool`: opens the network, then answers one request after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../../core/assert.ts";
import type { Inference } from "./inference.ts";
import {
  buffersOf,
  describeTrouble,
  type FromWorker,
  type ToWorker,
  type WorkerTerms,
} from "./inference-messages.ts";
import { openInference } from "./open-inference.ts";

const port = parentPort;
assert(port !== null, "a pool is served in a worker thread");
const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

const { bytes, options } = workerData as WorkerTerms;
// The pool has looked at what is fed before it came here.
const opening = openInference(bytes, { ...options, refusesNaN: false });
opening.then(serve, (error: unknown) => post({ kind: "unready", trouble: describeTrouble(error) }));

function serve(inference: Inference): void {
  const { inputs, outputs } = inference;
  port?.on("message", async (feeds: ToWorker) => {
    try {
      const results = await inference.run(feeds);
      post({ kind: "done", results }, buffersOf(results));
    } catch (error) {
      post({ kind: "failed", trouble: describeTrouble(error) });
    }
  });
  post({ kind: "ready", inputs, outputs });
}
