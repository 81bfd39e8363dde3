import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { rawDataFields } from "../codec/raw-data-fields.ts";
import { type FixVersion, fixVersions, type MemberList } from "./dictionary.ts";
import { fieldTypeOf, valueKindOf } from "./field-types.ts";
import { loadDictionary } from "./load-dictionary.ts";

function requiredTags(list: MemberList): number[] {
  return list.members.filter(({ isRequired }) => isRequired).map(({ tag }) => tag);
}

function* listsIn(version: FixVersion): Generator<MemberList> {
  const { header, trailer, messages } = loadDictionary(version);
  const waiting: MemberList[] = [header, trailer, ...messages.values()];
  const seen = new Set<MemberList>();
  for (let list = waiting.pop(); list !== undefined; list = waiting.pop()) {
    if (seen.has(list)) continue;
    seen.add(list);
    yield list;
    for (const { group } of list.members) if (group !== undefined) waiting.push(group);
  }
}

for (const version of fixVersions) {
  describe(`the dictionary of ${version}`, () => {
    const dictionary = loadDictionary(version);

    test("names every field that it uses, with a type that is known", () => {
      for (const list of listsIn(version)) {
        for (const { tag } of list.members) ok(dictionary.fields.has(tag), `field ${tag}`);
      }
      for (const { name, type } of dictionary.fields.values()) equal(fieldTypeOf(type), type, name);
    });

    test("has no two fields, and no two messages, of one name", () => {
      const { fields, messages } = dictionary;
      equal(new Set([...fields.values()].map(({ name }) => name)).size, fields.size);
      equal(new Set([...messages.values()].map(({ name }) => name)).size, messages.size);
    });

    test("counts groups with a field for that, and begins them with one", () => {
      for (const list of listsIn(version)) {
        for (const { tag, group } of list.members) {
          if (group === undefined) continue;
          equal(group.countTag, tag);
          ok(group.byTag.has(group.delimiterTag));
          ok(["NUMINGROUP", "INT"].includes(dictionary.fields.get(tag)!.type), `${tag}`);
        }
      }
    });

    test("has the length of all raw data", () => {
      const dataTags = new Set(
        [...dictionary.fields.values()]
          .filter(({ type }) => valueKindOf(type) === "data")
          .map(({ tag }) => tag),
      );
      const lengths = [...rawDataFields].filter(([, dataTag]) => dataTags.has(dataTag));
      equal(lengths.length, dataTags.size);
      for (const [lengthTag] of lengths) equal(dictionary.fields.get(lengthTag)?.type, "LENGTH");
    });
  });
}

test("a dictionary is read once", () => {
  equal(loadDictionary("FIX.4.2"), loadDictionary("FIX.4.2"));
});

describe("the standard says", () => {
  test("what a NewOrderSingle must have (FIX 4.2, 4.4, 5.0SP2 vol. 4)", () => {
    const required = (version: FixVersion) =>
      requiredTags(loadDictionary(version).messages.get("D")!).toSorted((a, b) => a - b);
    deepEqual(required("FIX.4.2"), [11, 21, 40, 54, 55, 60]);
    deepEqual(required("FIX.4.4"), [11, 40, 54, 60]);
    deepEqual(required("FIX.5.0SP2"), [11, 40, 54, 60]);
  });

  test("which fills FIX 4.2 knows: partial ones and whole ones (FIX 4.2, ExecType)", () => {
    const values = loadDictionary("FIX.4.2").fields.get(150)!.values!;
    equal(values.get("1"), "PARTIAL_FILL");
    equal(values.get("2"), "FILL");
    equal(loadDictionary("FIX.4.4").fields.get(150)!.values!.has("1"), false);
    equal(loadDictionary("FIX.4.2").fields.get(20)!.name, "ExecTransType");
  });

  test("where algorithms take their parameters (FIX 4.4, 5.0 vol. 4)", () => {
    const inNew = loadDictionary("FIX.4.4").messages.get("D")!;
    for (const tag of [847, 848, 849]) ok(inNew.byTag.has(tag));
    equal(inNew.byTag.has(957), false);
    for (const version of ["FIX.5.0", "FIX.5.0SP1", "FIX.5.0SP2"] as const) {
      const parameters = loadDictionary(version).messages.get("D")!.byTag.get(957)!.group!;
      deepEqual(
        parameters.members.map(({ tag }) => tag),
        [958, 959, 960],
      );
    }
  });

  test("which messages belong to the session (FIXT 1.1, FIX 5.0SP2)", () => {
    const adminOf = (version: FixVersion) =>
      [...loadDictionary(version).messages.values()]
        .filter(({ isAdmin }) => isAdmin)
        .map(({ msgType }) => msgType)
        .toSorted();
    deepEqual(adminOf("FIX.4.2"), ["0", "1", "2", "3", "4", "5", "A"]);
    deepEqual(adminOf("FIXT.1.1"), ["0", "1", "2", "3", "4", "5", "A", "n"]);
    deepEqual(adminOf("FIX.5.0SP2"), []);
    deepEqual(requiredTags(loadDictionary("FIXT.1.1").messages.get("A")!), [98, 108, 1137]);
    deepEqual(loadDictionary("FIX.5.0SP2").header.members, []);
  });

  test("what every header has, and every trailer", () => {
    for (const version of fixVersions.filter((other) => !other.startsWith("FIX.5"))) {
      const { header, trailer } = loadDictionary(version);
      deepEqual(
        requiredTags(header).toSorted((a, b) => a - b),
        [8, 9, 34, 35, 49, 52, 56],
      );
      deepEqual(requiredTags(trailer), [10]);
    }
  });
});
