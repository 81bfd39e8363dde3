import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { OutsideError } from "../../../core/trouble.ts";
import type { Dictionary } from "./dictionary.ts";
import { loadDictionary } from "./load-dictionary.ts";
import { applyOverlay } from "./overlay.ts";
import { parseOverlay, tagRulesOf } from "./overlay-config.ts";

const standard = loadDictionary("FIX.4.4");

function overlaid(config: unknown): Dictionary {
  return applyOverlay(standard, parseOverlay(config));
}

function faultsOf(act: () => unknown): string[] {
  let faults: string[] = [];
  throws(act, (error) => {
    ok(error instanceof OutsideError);
    equal(error.code, "INVALID_OVERLAY");
    faults = error.message.split("\n");
    return true;
  });
  return faults;
}

describe("an overlay", () => {
  test("gives FIX 4.4 the parameters that algorithms have in FIX 5.0", () => {
    const dictionary = overlaid({
      fields: [
        { tag: 957, name: "NoStrategyParameters", type: "NUMINGROUP" },
        { tag: 958, name: "StrategyParameterName", type: "STRING" },
        { tag: 959, name: "StrategyParameterType", type: "int", values: { 1: "INT", 11: "QTY" } },
        { tag: 960, name: "StrategyParameterValue", type: "STRING" },
      ],
      members: ["NewOrderSingle", "G"].map((place) => ({
        in: place,
        field: "NoStrategyParameters",
        group: [{ field: 958, isRequired: true }, { field: 959 }, { field: 960 }],
      })),
    });
    for (const msgType of ["D", "G"]) {
      const { members } = dictionary.messages.get(msgType)!;
      const { tag, isRequired, group } = members.at(-1)!;
      deepEqual([tag, isRequired], [957, false]);
      deepEqual([group!.countTag, group!.delimiterTag], [957, 958]);
      deepEqual(
        group!.members.map((member) => [member.tag, member.isRequired]),
        [
          [958, true],
          [959, false],
          [960, false],
        ],
      );
    }
    deepEqual(
      [...dictionary.fields.get(959)!.values!],
      [
        ["1", "INT"],
        ["11", "QTY"],
      ],
    );
    equal(dictionary.fields.get(959)!.type, "INT");
    equal(standard.messages.get("D")!.byTag.has(957), false);
    equal(standard.fields.has(957), false);
  });

  test("makes fields required, or not, in messages, groups and header", () => {
    const dictionary = overlaid({
      members: [
        { in: "D", field: "Account", isRequired: true },
        { in: "NewOrderSingle", field: 60, isRequired: false },
        { in: "D/NoPartyIDs/NoPartySubIDs", field: "PartySubIDType", isRequired: true },
        { in: "D/453", field: 58 },
        { in: "header", field: "SenderSubID", isRequired: true },
        { in: "trailer", field: "Text" },
      ],
    });
    const order = dictionary.messages.get("D")!;
    equal(order.byTag.get(1)!.isRequired, true);
    equal(order.byTag.get(60)!.isRequired, false);
    deepEqual(
      order.members.map(({ tag }) => tag),
      standard.messages.get("D")!.members.map(({ tag }) => tag),
    );
    const parties = order.byTag.get(453)!.group!;
    equal(parties.members.at(-1)!.tag, 58);
    equal(parties.byTag.get(802)!.group!.byTag.get(803)!.isRequired, true);
    equal(dictionary.header.byTag.get(50)!.isRequired, true);
    equal(dictionary.trailer.members.at(-1)!.tag, 58);
    equal(standard.messages.get("D")!.byTag.get(1)!.isRequired, false);
    equal(standard.messages.get("8")!.byTag.get(453)!.group!.byTag.has(58), false);
    equal(dictionary.messages.get("8"), standard.messages.get("8"));
  });

  test("leaves a field that it only names as it is", () => {
    const dictionary = overlaid({ members: [{ in: "D", field: "TransactTime" }] });
    deepEqual(dictionary, standard);
  });

  test("keeps the group of a field that only becomes required", () => {
    const dictionary = overlaid({ members: [{ in: "D", field: 453, isRequired: true }] });
    const { isRequired, group } = dictionary.messages.get("D")!.byTag.get(453)!;
    equal(isRequired, true);
    equal(group, standard.messages.get("D")!.byTag.get(453)!.group);
  });

  test("adds values to an enumeration, or frees it", () => {
    const dictionary = overlaid({
      values: [
        { field: "TargetStrategy", add: { 1003: "IMPLEMENTATION_SHORTFALL" } },
        { field: 40, isOpen: true },
        { field: "ClOrdID", add: { X: "X" } },
      ],
    });
    equal(dictionary.fields.get(847)!.values!.get("1003"), "IMPLEMENTATION_SHORTFALL");
    equal(dictionary.fields.get(847)!.values!.get("1"), "VWAP");
    equal(dictionary.fields.get(40)!.values, undefined);
    equal(dictionary.fields.get(11)!.values, undefined);
    equal(standard.fields.get(847)!.values!.has("1003"), false);
  });

  test("adds message types, and takes them away", () => {
    const dictionary = overlaid({
      removeMessages: ["NewOrderCross", "J"],
      addMessages: [
        {
          msgType: "U1",
          name: "Heatmap",
          members: [{ field: 55, isRequired: true }, { field: 58 }],
        },
      ],
      members: [{ in: "Heatmap", field: 1 }],
    });
    deepEqual([dictionary.messages.has("s"), dictionary.messages.has("J")], [false, false]);
    const { name, isAdmin, members } = dictionary.messages.get("U1")!;
    deepEqual([name, isAdmin], ["Heatmap", false]);
    deepEqual(
      members.map(({ tag, isRequired }) => [tag, isRequired]),
      [
        [55, true],
        [58, false],
        [1, false],
      ],
    );
  });

  test("with nothing in it changes nothing", () => {
    const dictionary = overlaid({});
    deepEqual(dictionary, standard);
  });

  test("tells every fault of its shape, with its place", () => {
    deepEqual(
      faultsOf(() =>
        parseOverlay({
          fields: [{ tag: -3, name: "", type: "NUMBER", values: ["A"] }, 7],
          values: { field: 1 },
          members: [{ field: 1, isRequired: "Y", group: [{}] }],
          addMessages: [{ msgType: "U1", name: "New" }],
          unknownTags: "accept",
          colour: "red",
        }),
      ),
      [
        "overlay.fields[0].tag: expected a tag, 1 or more, was -3",
        'overlay.fields[0].name: expected a text, was ""',
        'overlay.fields[0].type: expected a data type of FIX, was "NUMBER"',
        'overlay.fields[0].values: expected an object of values with their names, was ["A"]',
        "overlay.fields[1]: expected an object, was 7",
        'overlay.values: expected a list, was {"field":1}',
        "overlay.addMessages[0].members: it is missing",
        "overlay.members[0].in: it is missing",
        'overlay.members[0].isRequired: expected true or false, was "Y"',
        "overlay.members[0].group[0].field: it is missing",
        'overlay.unknownTags: expected one of reject, ignore, userDefinedOnly, was "accept"',
        "overlay.colour: expected one of fields, values, removeMessages, addMessages, members, unknownTags",
      ],
    );
    deepEqual(
      faultsOf(() => parseOverlay(null)),
      ["overlay: expected an object, was null"],
    );
    deepEqual(
      faultsOf(() => parseOverlay(undefined)),
      ["overlay: expected an object, was undefined"],
    );
  });

  test("tells every name that is not there", () => {
    deepEqual(
      faultsOf(() =>
        overlaid({
          fields: [{ tag: 5001, name: "ClOrdID", type: "STRING" }],
          values: [{ field: "Nothing", isOpen: true }],
          removeMessages: ["Nothing"],
          addMessages: [{ msgType: "U1", name: "New", members: [{ field: 20_000 }] }],
          members: [
            { in: "Nothing", field: 1 },
            { in: "D/NoSides", field: 1 },
            { in: "D/Account", field: 1 },
            { in: "D", field: "Nothing" },
            { in: "D", field: "Account", group: [{ field: 1 }] },
            { in: "D", field: 453, group: [] },
          ],
        }),
      ),
      [
        "fields: the name ClOrdID is taken by 11 and 5001",
        "values: there is no field Nothing",
        "removeMessages: there is no message Nothing",
        "addMessages New: there is no field 20000",
        "members in Nothing: there is no message Nothing",
        "members in D/NoSides: there is no group NoSides",
        "members in D/Account: there is no group Account",
        "members in D: there is no field Nothing",
        "members in D: 1 counts a group, expected NUMINGROUP, was STRING",
        "members in D: the group 453 has no fields",
      ],
    );
  });
});

test("tags that are not known pass as the policy says", () => {
  deepEqual(tagRulesOf(), { unknownTags: "reject", userTags: "reject" });
  deepEqual(tagRulesOf("reject"), { unknownTags: "reject", userTags: "reject" });
  deepEqual(tagRulesOf("userDefinedOnly"), { unknownTags: "reject", userTags: "accept" });
  deepEqual(tagRulesOf("ignore"), { unknownTags: "accept", userTags: "accept" });
});
