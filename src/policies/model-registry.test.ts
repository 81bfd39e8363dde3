import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import fc from "fast-check";
import { type ManifestTerms, writeModel } from "../neural/model-file/model-folder.ts";
import { createDensePolicy } from "../neural/runtime/network-fixture.ts";
import {
  compareVersions,
  type ListedModel,
  listModels,
  promoteModel,
  resolveModel,
  rollbackModel,
} from "./model-registry.ts";
import { readPromotions } from "./promotions.ts";

const name = "impact-policy";
const { bytes } = createDensePolicy({ inputs: 2, hidden: 4 });
const terms: Omit<ManifestTerms, "version"> = {
  created: "2026-11-21T16:30:00.000Z",
  features: ["elapsedShare", "leavesShare"],
  training: {
    data: "world cw/noise, seeds 100001 to 100040",
    seeds: [1, 2, 3],
    command: "metaorder train --world cw/noise",
    gitRevision: "0123456789abcdef0123456789abcdef01234567",
  },
  metrics: { costBpsMean: -1.25 },
};
const time = "2026-11-22T09:00:00.000Z";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "model-registry-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const place = (...parts: readonly string[]): string => join(folder, name, ...parts);

async function write(...versions: readonly string[]): Promise<void> {
  for (const version of versions)
    await writeModel(place(version), name, bytes, { ...terms, version });
}

const promote = (version: string) => promoteModel(folder, name, version, { time });
const rollback = () => rollbackModel(folder, name, { time });
const readRegistry = async () => JSON.parse(await readFile(place("registry.json"), "utf8"));
const currentOf = async () => (await resolveModel(folder, name)).manifest.version;

async function breakFile(version: string): Promise<void> {
  const path = place(version, "model.onnx");
  const found = await readFile(path);
  found[found.length - 9] ^= 1;
  await writeFile(path, found);
}

function refuse(work: Promise<unknown>, code: string, message: string): Promise<void> {
  return rejects(work, (error: Error & { code?: string }) => {
    equal(error.code, code, error.message);
    ok(error.message.includes(message), `found "${error.message}", expected "${message}"`);
    return true;
  });
}

/** A model in one line, its broken versions with a cross. */
function draw({ name, current, versions }: ListedModel): string {
  const marks = versions.map(({ kind, version }) => (kind === "sound" ? version : `${version}×`));
  return `${name}: ${marks.join(" ")}, current ${current}`;
}

describe("listing models", () => {
  test("finds none in a folder that is empty or not there", async () => {
    deepEqual(await listModels(folder), []);
    deepEqual(await listModels(join(folder, "none")), []);
  });

  test("is refused for a file", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const message = `${file}: found a file, expected a folder`;
    await refuse(listModels(file), "NOT_A_FOLDER", message);
    await refuse(resolveModel(file, name), "NOT_A_FOLDER", message);
  });

  test("gives models by name and versions as people count", async () => {
    await write("1.10.0", "1.9.0", "1.9.0-b2", "1.9.0-b10", "2");
    await writeModel(join(folder, "a-model", "7"), "a-model", bytes, { ...terms, version: "7" });
    await promote("1.9.0");
    deepEqual((await listModels(folder)).map(draw), [
      "a-model: 7, current null",
      "impact-policy: 1.9.0 1.9.0-b2 1.9.0-b10 1.10.0 2, current 1.9.0",
    ]);
  });

  test("gives the manifest of a version that checks out, and the problem of one that does not", async () => {
    await write("1", "2", "3");
    await breakFile("2");
    await rm(place("3", "manifest.json"));
    const [model] = await listModels(folder);
    equal(draw(model), "impact-policy: 1 2× 3×, current null");
    const [first, second, third] = model.versions;
    deepEqual(first.kind === "sound" && first.manifest.metrics, { costBpsMean: -1.25 });
    match(second.kind === "broken" ? second.problem : "", /2\/model\.onnx, SHA-256: found /);
    match(third.kind === "broken" ? third.problem : "", /3\/manifest\.json: found nothing/);
  });

  test("shows a promoted version whose files are gone", async () => {
    await write("1");
    await promote("1");
    await rm(place("1"), { recursive: true });
    const [model] = await listModels(folder);
    equal(draw(model), "impact-policy: 1×, current 1");
    await refuse(resolveModel(folder, name), "MODEL_MISSING", "found nothing");
  });

  test("shows a model with a broken registry, and one with a wrong name", async () => {
    await write("1");
    await writeFile(place("registry.json"), "{");
    await mkdir(join(folder, "Impact", "1"), { recursive: true });
    const models = await listModels(folder);
    deepEqual(models.map(draw), ["Impact: 1×, current null", "impact-policy: 1, current null"]);
    match(models[0].problem ?? "", /model: found "Impact", expected lower-case letters/);
    match(models[1].problem ?? "", /registry\.json: found no JSON/);
  });

  test("passes over what is no model: files, hidden folders, folders without versions", async () => {
    await mkdir(join(folder, ".git", "objects"), { recursive: true });
    await mkdir(join(folder, "Notes"));
    await mkdir(join(folder, "notes"));
    await writeFile(join(folder, "README.md"), "");
    await symlink(join(folder, "nowhere"), join(folder, "dangling"));
    deepEqual(await listModels(folder), []);
  });

  test("follows links to models kept elsewhere", async () => {
    await write("1");
    const elsewhere = await mkdtemp(join(tmpdir(), "model-registry-"));
    await rename(place(), join(elsewhere, name));
    await symlink(join(elsewhere, name), place());
    deepEqual((await listModels(folder)).map(draw), ["impact-policy: 1, current null"]);
    await rm(elsewhere, { recursive: true });
  });
});

describe("finding a model", () => {
  test("gives the current version, or the one that is named", async () => {
    await write("1", "2");
    await promote("1");
    const current = await resolveModel(folder, name);
    equal(current.path, place("1"));
    equal(current.manifest.version, "1");
    deepEqual(current.bytes, new Uint8Array(bytes));
    equal((await resolveModel(folder, `${name}@2`)).path, place("2"));
  });

  test("is refused for what is not there, with what is", async () => {
    const unknown = (reference: string) => resolveModel(folder, reference);
    await refuse(unknown(name), "MODEL_UNKNOWN", "expected a folder with models in ");
    await write("1", "10", "9");
    await refuse(unknown("other"), "MODEL_UNKNOWN", `found other, expected one of ${name} in `);
    await refuse(unknown(`${name}@2`), "VERSION_UNKNOWN", "found 2, expected one of 1, 9, 10 in ");
    await refuse(unknown(`${name}@`), "VERSION_UNKNOWN", "version: found , expected one of");
    await refuse(unknown(name), "NOTHING_PROMOTED", "expected one: promote one of 1, 9, 10");
    for (const wrong of ["", "Impact", "a/b", "..", "-a", "a b", "é", "\u001b[2J"]) {
      await refuse(
        unknown(wrong),
        "NAME_INVALID",
        "expected lower-case letters, digits and dashes",
      );
    }
  });

  test("never leaves the folder, whatever the version is called", async () => {
    await write("1");
    for (const version of ["../1", "..", ".", "/etc", "1/../1", "1/"]) {
      await refuse(resolveModel(folder, `${name}@${version}`), "VERSION_UNKNOWN", "version: found");
    }
    await writeFile(
      place("registry.json"),
      JSON.stringify({ current: "..", history: [{ version: "..", time, action: "promote" }] }),
    );
    await refuse(resolveModel(folder, name), "REGISTRY_INVALID", 'registry.current: found ".."');
  });

  test("is refused for files that were changed after the promotion", async () => {
    await write("1");
    await promote("1");
    await breakFile("1");
    await refuse(resolveModel(folder, name), "MODEL_CHANGED", "model.onnx, SHA-256: found ");
  });

  test("is refused for a folder that holds another model", async () => {
    await write("1");
    await rename(place("1"), place("2"));
    const expected = "2/manifest.json, version: found 1, expected 2";
    await refuse(resolveModel(folder, `${name}@2`), "MODEL_MISMATCH", expected);
    await rename(place("2"), place("1"));
    await rename(place(), join(folder, "other"));
    const named = "manifest.json, name: found impact-policy, expected other";
    await refuse(resolveModel(folder, "other@1"), "MODEL_MISMATCH", named);
  });
});

describe("promoting", () => {
  test("writes who is current, when and why", async () => {
    await write("1", "2");
    const reason = "cheaper";
    const first = { version: "1", time, action: "promote" } as const;
    deepEqual(await promote("1"), { name, before: null, ...first });
    const outcome = await promoteModel(folder, name, "2", { time, reason });
    const second = { version: "2", time, action: "promote", reason } as const;
    deepEqual(outcome, { name, before: "1", ...second });
    deepEqual(await readRegistry(), { current: "2", history: [first, second] });
    deepEqual((await readdir(place())).sort(), ["1", "2", "registry.json"]);
  });

  test("is refused where files do not check out, and changes nothing", async () => {
    await write("1", "2");
    await promote("1");
    const before = await readFile(place("registry.json"), "utf8");
    await breakFile("2");
    await refuse(promote("2"), "MODEL_CHANGED", "2/model.onnx, SHA-256: found ");
    await refuse(promote("3"), "VERSION_UNKNOWN", "found 3, expected one of 1, 2 in ");
    await refuse(promote("1"), "ALREADY_CURRENT", "1: found the current version, expected another");
    await refuse(
      promoteModel(folder, "other", "1", { time }),
      "MODEL_UNKNOWN",
      "model: found other, expected one of impact-policy in ",
    );
    equal(await readFile(place("registry.json"), "utf8"), before);
  });

  test("is refused for a time or a reason that is none", async () => {
    await write("1");
    for (const [wrong, message] of [
      [{ time: "today" }, 'promote.time: found "today", expected a UTC time'],
      [{ time, reason: "" }, 'promote.reason: found "", expected a text'],
    ] as const) {
      await refuse(promoteModel(folder, name, "1", wrong), "TERMS_INVALID", message);
    }
    deepEqual(await readdir(place()), ["1"]);
  });

  test("is refused for a folder whose name is no version", async () => {
    await write("1");
    await rename(place("1"), place("1 copy"));
    await refuse(promote("1 copy"), "VERSION_INVALID", 'version: found "1 copy", expected letters');
  });
});

describe("rolling back", () => {
  test("goes back by one promotion at a time, to the first", async () => {
    await write("1", "2", "3", "4");
    for (const version of ["1", "2", "3"]) await promote(version);
    deepEqual(await rollback(), { name, before: "3", version: "2", time, action: "rollback" });
    // The third was left: the way back from the fourth goes to the second.
    await promote("4");
    for (const version of ["2", "1"]) {
      await rollback();
      equal(await currentOf(), version);
    }
    await refuse(rollback(), "NOTHING_BEFORE", "found 1 promoted first, expected a version");
    equal(await currentOf(), "1");
    deepEqual(
      (await readPromotions(folder, name)).history.map(({ version }) => version),
      ["1", "2", "3", "2", "4", "2", "1"],
    );
  });

  test("and promoting in any order agree with a plain stack", async () => {
    await write("1", "2", "3");
    const move = fc.constantFrom("1", "2", "3", "back");
    const moves = fc.array(move, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        await rm(place("registry.json"), { force: true });
        const stack: string[] = [];
        for (const one of list) {
          const isRefused = one === "back" ? stack.length < 2 : stack.at(-1) === one;
          const work = one === "back" ? rollback() : promote(one);
          if (isRefused) await rejects(work);
          else await work;
          if (!isRefused && one === "back") stack.pop();
          else if (!isRefused) stack.push(one);
          equal((await readPromotions(folder, name)).current, stack.at(-1) ?? null);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("is refused where nothing was promoted, or the files from before do not check out", async () => {
    await write("1", "2");
    await refuse(rollback(), "NOTHING_BEFORE", "found no promotion, expected a version");
    await promote("1");
    await promote("2");
    await breakFile("1");
    await refuse(rollback(), "MODEL_CHANGED", "1/model.onnx, SHA-256: found ");
    equal(await currentOf(), "2");
  });

  test("leaves a current version whose files were changed", async () => {
    await write("1", "2");
    await promote("1");
    await promote("2");
    await breakFile("2");
    await rollback();
    equal(await currentOf(), "1");
  });
});

describe("a registry file", () => {
  test("that is none is refused by file and place, and left as it is", async () => {
    await write("1", "2");
    const step = { version: "1", time, action: "promote" };
    const cases: readonly (readonly [unknown, string])[] = [
      ["", "registry.json: found no JSON (Unexpected end of JSON input), expected a registry"],
      ['{"current": "1",\n "history" []}', "(line 2 column 12)), expected a registry"],
      [[], "registry.json: registry: found a list of 0, expected an object"],
      [{ current: "1" }, "registry.history: found nothing, expected a list"],
      [{ current: null, history: [], by: "me" }, "registry: found the keys by, expected current"],
      [{ current: 1, history: [] }, "registry.current: found 1, expected letters"],
      [{ current: "2", history: [step] }, 'current: found "2", expected 1, as its history says'],
      [{ current: null, history: [step] }, "current: found null, expected 1, as its history says"],
      [
        { current: "1", history: [{ ...step, action: "remove" }] },
        'registry.history[0].action: found "remove", expected one of "promote", "rollback"',
      ],
      [
        { current: "1", history: [step, { ...step, time: "now" }] },
        'registry.history[1].time: found "now", expected a UTC time',
      ],
      [
        {
          current: "1",
          history: [step, { ...step, version: "2" }, { ...step, action: "rollback", version: "2" }],
        },
        'registry.history[2].version: found "2", expected 1',
      ],
      [
        { current: "1", history: [{ ...step, action: "rollback" }] },
        'registry.history[0].version: found "1", expected an earlier promotion',
      ],
    ];
    for (const [value, message] of cases) {
      const text = typeof value === "string" ? value : JSON.stringify(value);
      await writeFile(place("registry.json"), text);
      for (const work of [() => promote("2"), rollback, currentOf]) {
        await refuse(work(), "REGISTRY_INVALID", message);
      }
      equal(await readFile(place("registry.json"), "utf8"), text);
    }
    await writeFile(place("registry.json"), Uint8Array.of(0x22, 0xff, 0x22));
    await refuse(rollback(), "REGISTRY_INVALID", "found no JSON (");
  });

  test("that cannot be read is not taken for none", async () => {
    await write("1");
    await mkdir(place("registry.json"));
    await refuse(promote("1"), "CANNOT_READ", "registry.json: EISDIR");
  });

  test("that cannot be written stays as it was, and nothing is left behind", async () => {
    await write("1", "2");
    await promote("1");
    // Root may write anywhere.
    if (process.getuid?.() === 0) return;
    await chmod(place(), 0o500);
    await refuse(promote("2"), "CANNOT_WRITE", "registry.json: EACCES");
    await chmod(place(), 0o700);
    equal(await currentOf(), "1");
    deepEqual((await readdir(place())).sort(), ["1", "2", "registry.json"]);
  });

  test("is whole at any moment while many write, and nothing else is left", async () => {
    const versions = Array.from({ length: 12 }, (_, at) => `${at}`);
    await write(...versions);
    await promote("0");
    let isDone = false;
    const writing = Promise.allSettled(versions.slice(1).map(promote)).finally(() => {
      isDone = true;
    });
    let reads = 0;
    // Refuses whatever is not whole.
    for (; !isDone; reads++) await readPromotions(folder, name);
    const outcomes = await writing;
    ok(reads > 0);
    deepEqual(new Set(outcomes.map(({ status }) => status)), new Set(["fulfilled"]));
    const { current, history } = await readPromotions(folder, name);
    equal(history.at(-1)?.version, current);
    deepEqual((await readdir(place())).sort(), [...versions, "registry.json"].sort());
  });
});

test("versions have one order, with numbers as numbers", () => {
  const sorted = ["1.2", "1.10", "1.10-rc1", "1.10-rc2", "1.10-rc10", "2", "10", "a", "b"];
  deepEqual([...sorted].reverse().sort(compareVersions), sorted);
  const version = fc.stringMatching(/^[A-Za-z0-9][\w.+-]{0,6}$/);
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      equal(Math.sign(compareVersions(a, b)), -Math.sign(compareVersions(b, a)) + 0);
      equal(compareVersions(a, b) === 0, a === b);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) ok(compareVersions(a, c) <= 0);
    }),
  );
});
