import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { test } from "node:test";
import type {
  DictionaryTable,
  MemberRow,
} from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { readTable } from "../src/protocol/fix/dictionary/load-dictionary.ts";
import { orderAsRepository } from "./fix-repository.ts";

/** Everything in the opposite order; NumInGroup stays at the head of its group. */
function reverse(rows: readonly MemberRow[]): MemberRow[] {
  return rows.toReversed().map((row) => {
    if (typeof row !== "object") return row;
    const [count, ...members] = row;
    return [count!, ...reverse(members)];
  });
}

const ordered = readTable("FIX.5.0");

test("FIX 5.0 is in the order of the repository", () => {
  deepEqual(orderAsRepository(ordered), ordered);
});

test("what is out of order comes back into it, in components, messages and groups", () => {
  const reversed: DictionaryTable = {
    ...ordered,
    components: ordered.components.map(([name, rows]) => [name, reverse(rows)]),
    messages: ordered.messages.map(([type, name, category, rows]) => [
      type,
      name,
      category,
      reverse(rows),
    ]),
  };
  const restored = orderAsRepository(reversed);
  const pick = (table: DictionaryTable) => [
    ...table.components.filter(([name]) =>
      ["Parties", "InstrumentLeg", "ListOrdGrp"].includes(name),
    ),
    ...table.messages.filter(([type]) => ["D", "R", "q"].includes(type)),
  ];
  notDeepEqual(pick(reversed), pick(ordered));
  deepEqual(pick(restored), pick(ordered));
});

test("what the repository does not have stays behind what it stood behind", () => {
  const strange: DictionaryTable = {
    ...ordered,
    components: [["OrderQtyData", [38, 9001, 152, "Own", 516, 468, 469]]],
    messages: [["U9", "Own", "app", [58, 11]]],
  };
  const { components, messages } = orderAsRepository({
    ...strange,
    components: [["OrderQtyData", [516, 469, 38, 9001, 468, 152, "Own"]]],
  });
  deepEqual(components, strange.components);
  equal(JSON.stringify(messages), JSON.stringify(strange.messages));
});
