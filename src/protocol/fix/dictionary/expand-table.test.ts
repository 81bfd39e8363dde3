import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../../core/assert.ts";
import type { Dictionary, MemberList } from "./dictionary.ts";
import {
  type DictionaryTable,
  type MemberRow,
  readMemberRow,
  writeMemberRow,
} from "./dictionary-table.ts";
import { dictionaryFromTable } from "./expand-table.ts";

const bare: DictionaryTable = {
  version: "FIX.4.4",
  source: [],
  fields: [
    [1, "Account", "STRING"],
    [54, "Side", "CHAR", ["1", "BUY", "2", "SELL"]],
    [55, "Symbol", "STRING"],
    [448, "PartyID", "STRING"],
    [452, "PartyRole", "INT"],
    [453, "NoPartyIDs", "NUMINGROUP"],
    [624, "LegSide", "CHAR", 54],
  ],
  components: [],
  header: [],
  trailer: [],
  messages: [],
};

function withMessage(
  members: readonly MemberRow[],
  components: DictionaryTable["components"] = [],
): Dictionary {
  return dictionaryFromTable({ ...bare, components, messages: [["D", "Order", "app", members]] });
}

/** `1 55! 453(448! 452)` */
function drawMembers(list: MemberList): string {
  return list.members
    .map(({ tag, isRequired, group }) => {
      const inside = group === undefined ? "" : `(${drawMembers(group)})`;
      return `${tag}${isRequired ? "!" : ""}${inside}`;
    })
    .join(" ");
}

function draw(dictionary: Dictionary): string {
  return drawMembers(dictionary.messages.get("D")!);
}

describe("a table", () => {
  test("shares a list of values by the tag that has it", () => {
    const { fields } = dictionaryFromTable(bare);
    deepEqual(
      [...fields.get(54)!.values!],
      [
        ["1", "BUY"],
        ["2", "SELL"],
      ],
    );
    equal(fields.get(624)!.values, fields.get(54)!.values);
    equal(fields.get(1)!.values, undefined);
  });

  test("writes components out where they are used, groups included", () => {
    const parties: MemberRow[] = [[453, "448!", 452]];
    equal(draw(withMessage([1, "Parties", "55!"], [["Parties", parties]])), "1 453(448! 452) 55!");
  });

  test("requires of a component what it requires, only where it is required itself", () => {
    const components: DictionaryTable["components"] = [
      ["Outer", ["Inner!", 1]],
      ["Inner", ["55!", ["453!", "448!"]]],
    ];
    equal(draw(withMessage(["Outer!"], components)), "55! 453!(448!) 1");
    equal(draw(withMessage(["Outer"], components)), "55 453(448!) 1");
    equal(draw(withMessage(["Inner", "Outer!"], components)), "55! 453!(448!) 1");
  });

  test("counts a field once, at its first place", () => {
    const dictionary = withMessage([55, "Instrument!", 1], [["Instrument", ["55!", 54]]]);
    equal(draw(dictionary), "55! 54 1");
    deepEqual([...dictionary.messages.get("D")!.byTag.keys()], [55, 54, 1]);
  });

  test("begins the entries of a group with its first field, that of a component included", () => {
    const dictionary = withMessage([[453, "Party", 1]], [["Party", [448, 452]]]);
    const { group } = dictionary.messages.get("D")!.byTag.get(453)!;
    equal(group!.countTag, 453);
    equal(group!.delimiterTag, 448);
    equal(drawMembers(group!), "448 452 1");
  });

  test("of components that use one another twice does not grow", () => {
    const levels = Array.from({ length: 60 }, (_, at): [string, MemberRow[]] => [
      `L${at}`,
      at === 59 ? [1, 55] : [`L${at + 1}!`, `L${at + 1}`],
    ]);
    equal(draw(withMessage(["L0!"], levels)), "1 55");
  });

  test("stops where it names a component that is not there", () => {
    throws(() => withMessage(["Nothing"]), InvariantError);
  });
});

test("a row of members reads as what was written", () => {
  const rows: readonly MemberRow[] = [
    11,
    "11!",
    "Parties",
    "Parties!",
    [453, 448],
    ["453!", "448!"],
  ];
  for (const row of rows) deepEqual(writeMemberRow(readMemberRow(row)), row);
});
