import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { floatsOf } from "../runtime/inference.ts";
import { createDensePolicy, drawFeeds } from "../runtime/network-fixture.ts";
import { PlainSession } from "../runtime/plain-session.ts";
import { hashFeatures, type ModelManifest } from "./manifest.ts";
import { type ManifestTerms, readModel, writeModel } from "./model-folder.ts";

const { bytes } = createDensePolicy();

const terms: ManifestTerms = {
  version: "1.2.0",
  created: "2026-11-21T16:30:00.000Z",
  features: ["elapsedShare", "leavesShare", "spreadTicks", "imbalance", "volatilityBps", "side"],
  training: {
    data: "calibrated world large-tick, episodes 0 to 9999",
    seeds: [1, 2, 3],
    command: "metaorder train ppo --seed 1",
    gitRevision: "0123456789abcdef0123456789abcdef01234567",
  },
  metrics: { costBpsMean: -1.25, costBpsDeviation: 0.5 },
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "model-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modelPath = (): string => join(folder, "model.onnx");
const manifestPath = (): string => join(folder, "manifest.json");

async function write(): Promise<ModelManifest> {
  return writeModel(folder, "dense-policy", bytes, terms);
}

/** Writes a model whose manifest is then changed. */
async function tamper(change: (manifest: Record<string, unknown>) => unknown): Promise<void> {
  const manifest = structuredClone(await write()) as unknown as Record<string, unknown>;
  const changed = change(manifest) ?? manifest;
  await writeFile(manifestPath(), JSON.stringify(changed));
}

function refuse(code: string, message: string): Promise<void> {
  return rejects(readModel(folder), (error: Error & { code?: string; canRetry?: boolean }) => {
    equal(error.code, code);
    ok(error.message.includes(message), `found "${error.message}", expected "${message}"`);
    return true;
  });
}

describe("a model in a folder", () => {
  test("comes back as it was written, with its manifest", async () => {
    const manifest = await write();
    deepEqual((await readdir(folder)).sort(), ["manifest.json", "model.onnx"]);
    const stored = await readModel(folder);
    deepEqual(stored.manifest, manifest);
    deepEqual(stored.bytes, new Uint8Array(bytes));
    equal(stored.model.graph.nodes.at(-1)?.operator, "Identity");
    const session = PlainSession.open(stored.bytes);
    equal(floatsOf(session.runSync(drawFeeds(session, 1)), "logits").length, 3);
  });

  test("has a manifest that says what goes in and out", async () => {
    const { features, file, ...rest } = await write();
    deepEqual(rest, {
      manifestVersion: 1,
      name: "dense-policy",
      version: "1.2.0",
      created: "2026-11-21T16:30:00.000Z",
      framework: { producer: "metaorder 0.1.0", opset: 17 },
      inputs: [{ name: "observation", type: "float32", shape: [1, 6] }],
      outputs: [
        { name: "logits", type: "float32", shape: [1, 3] },
        { name: "value", type: "float32", shape: [1, 1] },
      ],
      training: terms.training,
      metrics: terms.metrics,
    });
    equal(features.hash, hashFeatures(terms.features));
    equal(file.bytes, bytes.length);
  });

  test("says how it is to be used, where that was said", async () => {
    const use = { vocabulary: "levels", every: "15s", pace: 8 };
    await writeModel(folder, "dense-policy", bytes, { ...terms, use });
    const { manifest } = await readModel(folder);
    deepEqual(manifest.use, use);
    await write();
    equal("use" in (await readModel(folder)).manifest, false);
  });

  test("replaces the one before, in a folder that is made where needed", async () => {
    const deep = join(folder, "a", "b");
    await writeModel(deep, "first", bytes, terms);
    const other = createDensePolicy({ seed: 9 }).bytes;
    await writeModel(deep, "second", other, terms);
    const { manifest, bytes: found } = await readModel(deep);
    equal(manifest.name, "second");
    deepEqual(found, new Uint8Array(other));
  });

  test("is refused where it is not there, or half written", async () => {
    await refuse("MODEL_MISSING", "manifest.json: found nothing, expected");
    await writeFile(modelPath(), bytes);
    await refuse("MODEL_MISSING", "manifest.json: found nothing, expected");
    await write();
    await rm(modelPath());
    await refuse("MODEL_MISSING", "model.onnx: found nothing, expected");
    // A new model was written, and its manifest not yet.
    await write();
    await writeFile(modelPath(), createDensePolicy({ seed: 9 }).bytes);
    await refuse("MODEL_CHANGED", "model.onnx, SHA-256: found ");
  });

  test("is refused where its file was changed or cut", async () => {
    await write();
    const found = await readFile(modelPath());
    found[found.length - 200] ^= 1;
    await writeFile(modelPath(), found);
    await refuse("MODEL_CHANGED", "model.onnx, SHA-256: found ");
    await writeFile(modelPath(), bytes.subarray(0, 100));
    await refuse("MODEL_CHANGED", `bytes: found 100, expected ${bytes.length}`);
  });

  test("is refused where the manifest says other things than the model", async () => {
    await tamper(({ inputs }) => {
      (inputs as { name: string }[])[0].name = "features";
    });
    await refuse(
      "MODEL_MISMATCH",
      'inputs: found "observation" float32 [1,6], expected "features" float32 [1,6]',
    );
    await tamper(({ outputs }) => {
      (outputs as { shape: unknown[] }[])[1].shape = [1, "1"];
    });
    await refuse("MODEL_MISMATCH", 'expected "logits" float32 [1,3], "value" float32 [1,"1"]');
    await tamper((manifest) => ({ ...manifest, framework: { producer: "torch 2.9", opset: 17 } }));
    await refuse("MODEL_MISMATCH", "producer: found metaorder 0.1.0, expected torch 2.9");
    await tamper((manifest) => ({
      ...manifest,
      framework: { producer: "metaorder 0.1.0", opset: 18 },
    }));
    await refuse("MODEL_MISMATCH", "opset: found 17, expected 18");
    await tamper(({ features }) => {
      (features as { names: string[] }).names.reverse();
    });
    await refuse("MODEL_MISMATCH", "manifest.json, feature hash: found ");
  });

  test("is refused where its file is no model, though the manifest fits it", async () => {
    const text = new TextEncoder().encode("<html></html>");
    const { createHash } = await import("node:crypto");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const file = { name: "model.onnx", bytes: text.length, sha256 };
    await tamper((manifest) => ({ ...manifest, file }));
    await writeFile(modelPath(), text);
    await refuse("MODEL_REFUSED", "model.onnx: model");
  });

  test("is refused where the manifest is none, with the path to what is wrong", async () => {
    await write();
    await writeFile(manifestPath(), '{"name": ');
    await refuse("MANIFEST_INVALID", "manifest.json: found no JSON (");
    await writeFile(manifestPath(), Uint8Array.of(0x22, 0xff, 0x22));
    await refuse("MANIFEST_INVALID", "manifest.json: found no JSON (");
    const cases: readonly (readonly [object, string])[] = [
      [{ manifestVersion: 2 }, "manifest.manifestVersion: found 2, expected one of 1"],
      [{ name: "a/b" }, 'manifest.name: found "a/b", expected up to 100 letters'],
      [{ version: "" }, 'manifest.version: found "", expected a text'],
      [{ created: "2026-02-30T00:00:00Z" }, 'manifest.created: found "2026-02-30T00:00:00Z", exp'],
      [{ created: "yesterday" }, 'manifest.created: found "yesterday", expected a UTC time'],
      [{ inputs: {} }, "manifest.inputs: found an object, expected a list"],
      [{ inputs: [7] }, "manifest.inputs[0]: found 7, expected an object"],
      [
        { outputs: [{ name: "y", type: "int8", shape: [] }] },
        'manifest.outputs[0].type: found "int8", expected one of "float32", "float64"',
      ],
      [
        { outputs: [{ name: "y", type: "float32", shape: [-1] }] },
        "manifest.outputs[0].shape[0]: found -1, expected a whole number from 0",
      ],
      [{ features: { names: ["a"] } }, "manifest.features.hash: found nothing, expected 64 hex"],
      [{ metrics: { cost: null } }, "manifest.metrics.cost: found null, expected a finite number"],
      [
        { training: { ...terms.training, seeds: [0.5] } },
        "manifest.training.seeds[0]: found 0.5, expected a whole number from 0",
      ],
      [
        { file: { name: "../model.onnx", bytes: 1, sha256: "0".repeat(64) } },
        'manifest.file.name: found "../model.onnx", expected one of "model.onnx"',
      ],
      [{ name: "\u001b[2J" }, 'manifest.name: found "\\u001b[2J", expected up to'],
      [{ "\u009b2J": 1 }, "manifest: found the keys \\u{9b}2J, expected manifestVersion"],
      [{ use: [] }, "manifest.use: found a list of 0, expected an object"],
      [{ use: { every: null } }, "manifest.use.every: found null, expected a text or a finite num"],
      [{ extra: 1 }, "manifest: found the keys extra, expected manifestVersion, name, version"],
    ];
    for (const [changed, message] of cases) {
      await tamper((manifest) => ({ ...manifest, ...changed }));
      await refuse("MANIFEST_INVALID", message);
    }
    await writeFile(manifestPath(), "[]");
    await refuse("MANIFEST_INVALID", "manifest: found a list of 0, expected an object");
  });
});

describe("writing a model is refused", () => {
  test("for bytes that are none, and terms that make no manifest", async () => {
    await rejects(writeModel(folder, "x", bytes.subarray(0, 50), terms), { code: "MODEL_REFUSED" });
    const cases: readonly (readonly [Partial<ManifestTerms>, string])[] = [
      [{ metrics: { cost: Number.NaN } }, "metrics.cost: found NaN, expected a finite number"],
      [{ created: "2026-11-21" }, 'created: found "2026-11-21", expected a UTC time'],
      [{ features: ["a", ""] }, 'features.names[1]: found "", expected a text'],
    ];
    for (const [changed, message] of cases) {
      await rejects(writeModel(folder, "x", bytes, { ...terms, ...changed }), (error: Error) => {
        ok(error.message.startsWith(`manifest.json: manifest.${message}`), error.message);
        return true;
      });
    }
    deepEqual(await readdir(folder), []);
  });

  test("where the place cannot be written, and leaves nothing behind", async () => {
    const file = join(folder, "file");
    await writeFile(file, "in the way");
    await rejects(writeModel(join(file, "below"), "x", bytes, terms), {
      code: "CANNOT_WRITE",
      canRetry: true,
    });
    // Root may write anywhere.
    if (process.getuid?.() === 0) return;
    await chmod(folder, 0o500);
    await rejects(write(), { code: "CANNOT_WRITE" });
    await chmod(folder, 0o700);
    deepEqual(await readdir(folder), ["file"]);
  });
});

test("a hash of features tells their order and where one ends", () => {
  const lists = [["a", "b"], ["b", "a"], ["ab"], ["a,b"], ['a","b'], []];
  equal(new Set(lists.map(hashFeatures)).size, lists.length);
  equal(hashFeatures(["a", "b"]), hashFeatures(["a", "b"]));
});
