import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { messageOf, newOrderSingle } from "./message-fixture.ts";
import { MessageScanner } from "./message-scanner.ts";
import type { FieldFault } from "./message-view.ts";
import { createValidator, type Validator, type ValidatorOptions } from "./validator.ts";

const header = "49=TW44|52=20240305-12:00:00|56=ISLD|";
const order = "11=ID|21=1|38=200.00|40=1|54=1|55=INTC|60=20240305-12:00:00|";
const scanner = new MessageScanner();
const validator = createValidator(loadDictionary("FIX.4.4"));

function check(
  body: string,
  by: Validator = validator,
  options: { beginString?: string; applVerId?: string } = {},
): FieldFault | undefined {
  const outcome = scanner.scan(messageOf(options.beginString ?? "FIX.4.4", body));
  equal(outcome === "garbled", false, scanner.garbledReason);
  return by.validate(scanner, options.applVerId);
}

/** A Heartbeat with more fields behind its header. */
const heartbeat = (fields: string): string => `35=0|34=2|${header}${fields}`;
const newOrder = (fields: string): string => `35=D|34=2|${header}${fields}`;

describe("a message that is right has no fault", () => {
  const right: readonly (readonly [name: string, body: string])[] = [
    ["a heartbeat", heartbeat("112=x|")],
    ["an order", newOrder(order)],
    [
      "an order with its fields in another order",
      `35=D|49=TW44|34=2|56=ISLD|52=20240305-12:00:00.123|60=20240305-12:00:00|55=X|54=1|40=1|11=ID|38=1|`,
    ],
    [
      "a group with nested groups",
      newOrder(`${order}453=2|448=a|447=D|452=1|802=2|523=x|803=1|523=y|803=2|448=b|447=D|452=3|`),
    ],
    ["a group without entries", newOrder(`${order}453=0|`)],
    [
      "hops in the header",
      `35=D|34=2|${header}627=2|628=a|630=1|628=b|629=20240305-12:00:00|${order}`,
    ],
    ["a signature in the trailer", newOrder(`${order}93=3|89=a|b|`)],
    ["several values of one field", newOrder(`${order}18=1 2 G|`)],
  ];
  for (const [name, body] of right) {
    test(name, () => {
      equal(check(body), undefined);
    });
  }

  test("the order of the benchmark", () => {
    equal(scanner.scan(newOrderSingle), "whole");
    equal(validator.validate(scanner), undefined);
  });
});

describe("a fault is named with its reason, its text and its tag", () => {
  const faults: readonly (readonly [
    body: string,
    reason: number,
    tag: number | undefined,
    text: string,
  ])[] = [
    [heartbeat("999=HI|"), 0, 999, "Invalid tag number"],
    [heartbeat("5000=HI|"), 0, 5000, "Invalid tag number"],
    [heartbeat("0=HI|"), 0, 0, "Invalid tag number"],
    [heartbeat("-1=HI|"), 0, -1, "Invalid tag number"],
    ["35=0|34=2|49=TW44|52=20240305-12:00:00|", 1, 56, "Required tag missing"],
    [newOrder("40=1|54=1|60=20240305-12:00:00|"), 1, 11, "Required tag missing"],
    [newOrder(`${order}453=1|447=D|`), 16, 453, "Incorrect NumInGroup count for repeating group"],
    [
      newOrder(`${order}453=1|447=D|448=a|`),
      16,
      453,
      "Incorrect NumInGroup count for repeating group",
    ],
    [newOrder(`${order}41=x|`), 2, 41, "Tag not defined for this message type"],
    [newOrder(`${order}448=x|`), 2, 448, "Tag not defined for this message type"],
    [heartbeat("112=|"), 4, 112, "Tag specified without a value"],
    ["35=0|34=2|49=TW44|52=20240305-12:00:00|56=|", 4, 56, "Tag specified without a value"],
    [
      newOrder(order.replace("54=1", "54=~")),
      5,
      54,
      "Value is incorrect (out of range) for this tag",
    ],
    [newOrder(`${order}18=1 ~|`), 5, 18, "Value is incorrect (out of range) for this tag"],
    [newOrder(`${order}18=1  2|`), 5, 18, "Value is incorrect (out of range) for this tag"],
    [newOrder(order.replace("38=200.00", "38=+200.00")), 6, 38, "Incorrect data format for value"],
    [newOrder(order.replace("60=2024", "60=2O24")), 6, 60, "Incorrect data format for value"],
    [newOrder(order.replace("54=1", "54=12")), 6, 54, "Incorrect data format for value"],
    [newOrder(`${order}95=9|96=abc|`), 6, 95, "Incorrect data format for value"],
    [`35=*|34=2|${header}`, 11, undefined, "Invalid MsgType"],
    [newOrder(order.replace("40=1|", "40=1|40=2|")), 13, 40, "Tag appears more than once"],
    [heartbeat("112=x|57=y|"), 14, 57, "Tag specified out of required order"],
    [newOrder(`${order}93=1|89=a|58=x|`), 14, 58, "Tag specified out of required order"],
    [
      newOrder(`${order}453=3|448=a|448=b|`),
      16,
      453,
      "Incorrect NumInGroup count for repeating group",
    ],
    [
      newOrder(`${order}453=1|448=a|448=b|`),
      16,
      453,
      "Incorrect NumInGroup count for repeating group",
    ],
    [newOrder(`${order}453=1|58=x|`), 16, 453, "Incorrect NumInGroup count for repeating group"],
    [newOrder(`${order}453=1|448=a|452=1|447=D|`), 15, 447, "Repeating group fields out of order"],
    [newOrder(`${order}453=1|448=a|447=D|447=D|`), 13, 447, "Tag appears more than once"],
    [
      newOrder(`${order}453=1|448=a|802=2|523=x|`),
      16,
      802,
      "Incorrect NumInGroup count for repeating group",
    ],
    [newOrder(`${order}453=x|448=a|`), 6, 453, "Incorrect data format for value"],
    [newOrder(`${order}453=1|448=|`), 4, 448, "Tag specified without a value"],
    [
      newOrder(`${order}95=2|96=a|b|c|`),
      17,
      96,
      'Non "data" value includes field delimiter (SOH character)',
    ],
  ];
  for (const [body, reason, tag, text] of faults) {
    test(`${reason} of ${body.slice(0, 5)}… ${body.slice(-24)}`, () => {
      deepEqual(check(body), { reason, text, tag });
    });
  }

  test("members of a group that are required are required in every entry", () => {
    const mass = `35=i|34=2|${header}117=q|296=2|302=a|304=1|295=1|299=e1|302=b|295=1|299=e2|`;
    deepEqual(check(mass), { reason: 1, text: "Required tag missing", tag: 304 });
  });
});

describe("of several faults the one is named that other engines name", () => {
  const cases: readonly (readonly [name: string, body: string, reason: number, tag: number])[] = [
    ["order before what is missing", "35=0|34=2|49=A|112=x|52=20240305-12:00:00|", 14, 52],
    [
      "what is missing before values",
      newOrder(order.replace("11=ID|", "").replace("38=200.00", "38=x")),
      1,
      11,
    ],
    ["of two that are missing the lower tag", newOrder("38=1|40=1|54=1|"), 1, 11],
    [
      "header before body",
      newOrder(`${order.replace("38=200.00", "38=x")}`).replace("|56=", "|50=|56="),
      4,
      50,
    ],
    [
      "of two in the body the lower tag",
      newOrder(`${order.replace("60=2", "60=x").replace("40=1", "40=~~")}`),
      6,
      40,
    ],
    ["the count of a group before its entries", newOrder(`${order}453=2|448=|`), 16, 453],
    ["the first of two of one tag", newOrder(order.replace("40=1|", "40=~|40=1|")), 5, 40],
  ];
  for (const [name, body, reason, tag] of cases) {
    test(name, () => {
      const fault = check(body);
      deepEqual([fault?.reason, fault?.tag], [reason, tag]);
    });
  }
});

describe("options", () => {
  const lenient = (options: ValidatorOptions): Validator =>
    createValidator(loadDictionary("FIX.4.4"), options);

  test("unknown tags may pass, and do not end a group", () => {
    const by = lenient({ unknownTags: "accept" });
    equal(check(newOrder(`${order}41=x|999=y|`), by), undefined);
    equal(check(newOrder(`${order}453=2|448=a|999=y|448=b|`), by), undefined);
    equal(check(newOrder(`${order}5001=x|`), by)?.reason, 0);
    equal(check(heartbeat("999=|"), by)?.reason, 4);
    equal(check(heartbeat("0=x|"), by)?.reason, 0);
  });

  test("so may those of users", () => {
    const by = lenient({ userTags: "accept" });
    equal(check(newOrder(`${order}5001=x|453=1|448=a|5002=z|447=D|20000=y|`), by), undefined);
    equal(check(newOrder(`${order}999=x|`), by)?.tag, 999);
  });

  test("values, order and emptiness may go unchecked", () => {
    equal(
      check(newOrder(order.replace("54=1", "54=~")), lenient({ checksValues: false })),
      undefined,
    );
    equal(check(heartbeat("112=x|57=y|"), lenient({ checksOrder: false })), undefined);
    equal(check(heartbeat("112=|"), lenient({ checksEmptyValues: false })), undefined);
    equal(
      check(newOrder(`${order}453=1|448=a|452=1|447=D|`), lenient({ checksGroupOrder: false })),
      undefined,
    );
  });
});

describe("versions differ", () => {
  test("in the header fields they have, yet one of another version does not end the header", () => {
    const faultOf = (version: "FIX.4.0" | "FIX.4.1" | "FIX.4.4", body: string) => {
      const fault = check(body, createValidator(loadDictionary(version)), { beginString: version });
      return `${fault?.reason} (${fault?.tag})`;
    };
    const names = "49=TW|52=20240305-12:00:00|56=ISLD|";
    equal(faultOf("FIX.4.0", `35=0|34=2|144=a|${names}`), "0 (144)");
    equal(faultOf("FIX.4.1", `35=0|34=2|347=UTF-8|${names}`), "0 (347)");
    equal(faultOf("FIX.4.1", `35=0|34=2|${names}112=x|369=1|`), "14 (369)");
    equal(faultOf("FIX.4.4", `35=0|34=2|1128=9|${names}`), "0 (1128)");
    // A member of a group alone is no header field.
    equal(faultOf("FIX.4.0", `35=0|34=2|628=a|${names}`), "14 (49)");
  });

  test("in the values of PossResend, which FIX 4.1 has first", () => {
    const flagged = `35=0|34=2|97=X|${header}`;
    for (const [version, tag] of [
      ["FIX.4.0", undefined],
      ["FIX.4.1", 97],
    ] as const) {
      const by = createValidator(loadDictionary(version));
      equal(check(flagged, by, { beginString: version })?.tag, tag);
    }
  });

  test("in what a character is, and how fine a time", () => {
    const old = createValidator(loadDictionary("FIX.4.0"));
    const body = newOrder("11=ID|21=1|38=200|40=1|54=1|55=INTC|15=USD|47=A|");
    const at = { beginString: "FIX.4.0" };
    equal(check(body, old, at), undefined);
    equal(check(body.replace("12:00:00|", "12:00:00.123|"), old, at), undefined);
    equal(check(body.replace("12:00:00|", "12:00:00.123456|"), old, at)?.tag, 52);
    equal(check(newOrder(order).replace("12:00:00|", "12:00:00.123456|")), undefined);
  });

  test("and FIX 5.0 has header and session in one dictionary, messages in others", () => {
    const by = createValidator(loadDictionary("FIXT.1.1"), {
      applications: new Map([
        ["7", loadDictionary("FIX.5.0")],
        ["9", loadDictionary("FIX.5.0SP2")],
      ]),
    });
    const at = { beginString: "FIXT.1.1", applVerId: "9" };
    const logon = `35=A|34=1|${header}98=0|108=2|`;
    equal(check(`${logon}1137=9|`, by, at), undefined);
    deepEqual(check(logon, by, at)?.tag, 1137);
    equal(check(newOrder(order), by, at), undefined);
    equal(check(newOrder(`${order}957=1|958=x|959=1|960=2|`), by, at), undefined);
    deepEqual(check(newOrder(`1128=3|${order}`), by, at), {
      reason: 18,
      text: "Invalid/Unsupported Application Version",
      tag: 1128,
    });
    equal(check(newOrder(order), by, { beginString: "FIXT.1.1" })?.reason, 18);
    // 1300 came with FIX 5.0SP1.
    equal(check(newOrder(`${order}1300=x|`), by, at), undefined);
    equal(check(newOrder(`1128=7|${order}1300=x|`), by, at)?.reason, 0);
    equal(check(`35=0|34=2|${header}55=x|`, by, at)?.tag, 55);
    equal(check(`35=ZZZ|34=2|${header}`, by, at)?.reason, 11);
  });
});
