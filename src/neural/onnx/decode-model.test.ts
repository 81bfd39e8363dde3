import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeModel } from "./decode-model.ts";
import { encodeModel } from "./encode-model.ts";
import { entryField, modelField, nodeField, opsetField } from "./onnx-fields.ts";
import {
  createFile,
  decoded,
  expectRefusal,
  fromHex,
  type RefusalCase,
} from "./onnx-file-fixture.ts";
import { anyModel, createSampleModel } from "./onnx-model-fixture.ts";

/** Whatever is read can be written, and is then the same to the last bit. */
function checkAnyBytes(bytes: Uint8Array): void {
  const outcome = decodeModel(bytes);
  if (outcome.kind === "refused") {
    ok(/: found .*, expected /s.test(outcome.reason), outcome.reason);
    return;
  }
  const again = encodeModel(outcome.model);
  deepEqual(decoded(again), outcome.model);
  deepEqual(encodeModel(decoded(again)), again);
}

describe("decodeModel", () => {
  test("reads back every kind of attribute and element", () => {
    const model = createSampleModel();
    deepEqual(decoded(encodeModel(model)), model);
  });

  test("reads back any model to the last bit", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const bytes = encodeModel(model);
        deepEqual(decoded(bytes), model);
        deepEqual(encodeModel(decoded(bytes)), bytes);
      }),
    );
  });

  test("keeps names that objects treat in a special way", () => {
    const names = ["__proto__", "constructor", "toString"];
    const metadata = Object.fromEntries(names.map((name) => [name, name]));
    deepEqual(decoded(encodeModel({ ...createSampleModel(), metadata })).metadata, metadata);
  });

  test("reads a model out of the middle of a Buffer and keeps no view of it", () => {
    const bytes = encodeModel(createSampleModel());
    const buffer = Buffer.concat([Buffer.from("abc"), bytes, Buffer.from("abc")]);
    const model = decoded(buffer.subarray(3, 3 + bytes.length));
    buffer.fill(0);
    deepEqual(model, createSampleModel());
  });
});

describe("decodeModel never throws and", () => {
  test("refuses one of our files cut short at any length", () => {
    const bytes = encodeModel(createSampleModel());
    for (let length = 0; length < bytes.length; length++) {
      equal(decodeModel(bytes.subarray(0, length)).kind, "refused", `cut to ${length}`);
    }
  });

  test("answers for any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), checkAnyBytes), { numRuns: 1000 });
  });

  test("answers for any changed bytes of a file", () => {
    const bytes = encodeModel(createSampleModel());
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (list) => {
        const changed = bytes.slice();
        for (const { at, byte } of list) changed[at] = byte;
        checkAnyBytes(changed);
      }),
      { numRuns: 1000 },
    );
  });

  test("answers for any part of a file left out", () => {
    const bytes = encodeModel(createSampleModel());
    const place = fc.nat(bytes.length);
    fc.assert(
      fc.property(place, place, (one, other) => {
        const rest = [bytes.subarray(0, one), bytes.subarray(other)];
        checkAnyBytes(Buffer.concat(rest));
      }),
    );
  });
});

describe("a file of a foreign writer", () => {
  test("may name the standard domain, and have fields nobody knows", () => {
    const model = decoded(
      createFile({
        opset: (opset) => opset.text(1, "ai.onnx"),
        node: (node) => node.text(nodeField.domain, "ai.onnx"),
        graph: (graph) => graph.text(10, "documentation"),
        model: (writer) => writer.float(536_870_911, 1),
      }),
    );
    deepEqual(model, decoded(createFile({})));
  });
});

const refusals: readonly RefusalCase[] = [
  [
    "without an operator set",
    fromHex("08 08 3a 00"),
    /^model: found no operator set, expected one/,
  ],
  ["of IR version 2", createFile({ model: (w) => w.int(1, 2) }), /IR version 2, expected 3 to 13/],
  [
    "of IR version 14",
    createFile({ model: (w) => w.int(1, 14) }),
    /IR version 14, expected 3 to 13/,
  ],
  ["of no IR version", fromHex("42 02 10 11 3a 00"), /found IR version 0/],
  ["of operator set 6", createFile({ opset: (w) => w.int(2, 6) }), /operator set 6, expected 7 to/],
  ["of operator set 26", createFile({ opset: (w) => w.int(2, 26) }), /operator set 26, expected 7/],
  [
    "with operators of somebody",
    createFile({ opset: (opset) => opset.text(opsetField.domain, "com.some") }),
    /^model.opset_import: found operator set 17 of domain "com.some", expected the standard/,
  ],
  [
    "with two operator sets",
    createFile({ model: (model) => model.message(modelField.opsetImport, () => {}) }),
    /found a second opset_import, expected one/,
  ],
  [
    "with two graphs",
    createFile({ model: (model) => model.message(modelField.graph, () => {}) }),
    /found a second graph, expected one/,
  ],
  [
    "with a function",
    createFile({ model: (model) => model.message(modelField.functions, () => {}) }),
    /^model: found a function, expected standard operators only/,
  ],
  [
    "with a metadata key twice",
    createFile({
      model: (model) => {
        model.message(modelField.metadata, (entry) => entry.text(entryField.key, "k"));
        model.message(modelField.metadata, (entry) => entry.text(entryField.key, "k"));
      },
    }),
    /^model.metadata_props\[1\] "k": found a second entry of this key, expected one/,
  ],
];

describe("decodeModel refuses a model", () => {
  for (const [name, bytes, reason] of refusals) test(name, () => expectRefusal(bytes, reason));
});
