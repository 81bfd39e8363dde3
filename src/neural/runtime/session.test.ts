import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { Graph } from "../graph.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import type { OnnxModel, OnnxValue } from "../onnx/onnx-model.ts";
import { toOnnx } from "../to-onnx.ts";
import { closeResults, createDensePolicy, drawFeeds } from "./network-fixture.ts";
import { listProviders } from "./providers.ts";
import { NetworkSession } from "./session.ts";

describe("a session of ONNX Runtime", () => {
  test("refuses operators that there are none of", async () => {
    const graph = new Graph();
    const model = toOnnx({ outputs: { y: graph.input("x", [2]) } });
    const nodes = model.graph.nodes.map((node) => ({ ...node, operator: "Divine" }));
    const foreign: OnnxModel = { ...model, graph: { ...model.graph, nodes } };
    const message = /^the network file is refused: cpu cannot run it: .*Divine/;
    const bytes = encodeModel(foreign);
    await rejects(NetworkSession.open(bytes), { code: "MODEL_REFUSED", message });
  });

  test("takes the size of a free dimension from what it is fed", async () => {
    const graph = new Graph();
    const inputs = [graph.input("a", [2, 3]), graph.input("b", [2])];
    const model = toOnnx({ outputs: { c: inputs[0], d: inputs[1] } });
    const free = (values: readonly OnnxValue[]): OnnxValue[] =>
      values.map((value) => ({ ...value, shape: ["batch", ...value.shape.slice(1)] }));
    const { graph: whole } = model;
    const parts = { inputs: free(whole.inputs), outputs: free(whole.outputs) };
    const session = await NetworkSession.open(
      encodeModel({ ...model, graph: { ...whole, ...parts } }),
    );
    const a = Float32Array.from({ length: 12 }, (_, at) => at);
    deepEqual(await session.run({ a, b: a.slice(0, 4) }), { c: a, d: a.slice(0, 4) });
    await rejects(session.run({ a: a.slice(0, 4), b: a.slice(0, 4) }), {
      message: "feed a: found 4 elements, expected a multiple of 3 for float32 [batch,3]",
    });
    await rejects(session.run({ a, b: a.slice(0, 3) }), {
      message: "feed b: found 3 elements, expected 4 for float32 [batch]",
    });
    await session.close();
  });

  test("is only by the provider that was asked for", async () => {
    const { bytes } = createDensePolicy();
    const cpu = await NetworkSession.open(bytes);
    const feeds = drawFeeds(cpu, 1);
    const statuses = await listProviders();
    deepEqual(
      statuses.map(({ provider }) => provider),
      ["cpu", "webgpu", "cuda"],
    );
    equal(statuses[0].kind, "usable");
    for (const status of statuses) {
      const opening = NetworkSession.open(bytes, { provider: status.provider });
      if (status.kind === "usable") {
        const session = await opening;
        closeResults(await session.run(feeds), await cpu.run(feeds), 1e-3);
        await session.close();
        continue;
      }
      await rejects(opening, (error: Error & { code?: string }) => {
        equal(error.code, "PROVIDER_MISSING");
        const found = `provider: found none for ${status.provider} (${status.reason}), expected `;
        ok(error.message.startsWith(found), error.message);
        ok(error.message.includes("installed here: cpu"), error.message);
        ok(error.message.endsWith(`${status.provider} needs ${status.remedy}`), error.message);
        return true;
      });
    }
    await cpu.close();
  });

  test("prints nothing", async () => {
    const script = `
      import { createDensePolicy, drawFeeds } from "./network-fixture.ts";
      import { NetworkSession } from "./session.ts";
      const session = await NetworkSession.open(createDensePolicy().bytes, { threads: 2 });
      await session.run(drawFeeds(session, 1));
      await session.close();`;
    const terms = { cwd: import.meta.dirname };
    const args = ["--input-type=module", "--eval", script];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, terms);
    deepEqual([stdout, stderr], ["", ""]);
  });
});

test("without the native library, only the plain engine runs", async () => {
  const script = `
    import { registerHooks } from "node:module";
    registerHooks({
      resolve: (name, context, next) => {
        if (name === "onnxruntime-node") throw new Error("not for this machine");
        return next(name, context);
      },
    });
    const { createDensePolicy, drawFeeds } = await import("./network-fixture.ts");
    const { openInference } = await import("./open-inference.ts");
    const { bytes } = createDensePolicy();
    const plain = await openInference(bytes, { engine: "plain" });
    const { value } = await plain.run(drawFeeds(plain, 1));
    const refusal = await openInference(bytes).catch((error) => error);
    process.stdout.write(JSON.stringify([value.length, refusal.code, refusal.message]));`;
  const terms = { cwd: import.meta.dirname };
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, terms);
  const message =
    "the package onnxruntime-node cannot be loaded (not for this machine); " +
    "install it with `npm ci`, or run the model in the plain engine";
  deepEqual(JSON.parse(stdout), [1, "RUNTIME_MISSING", message]);
});
