import { deepEqual, equal, match, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InputError } from "../../../core/trouble.ts";
import { completeMessage, computeCheckSum, parseScript } from "./script.ts";

const wire = (text: string): string => text.replaceAll("|", "\u0001");
const plain = (text: string): string => text.replaceAll("\u0001", "|");
const noon = Date.UTC(2026, 10, 21, 12, 0, 59, 999);

describe("a script is read line by line", () => {
  test("actions, connections, comments and empty lines", () => {
    const { version, scenario, steps } = parseScript(
      "definitions/server/fix42/9z_Example.def",
      wire(
        "# says what it is\r\n\r\niCONNECT\r\ni2,CONNECT\r\nI2,8=FIX.4.2|35=0|\nE8=FIX.4.2|35=5|\neDISCONNECT\ni2,DISCONNECT",
      ),
    );
    deepEqual([version, scenario], ["fix42", "9z_Example"]);
    deepEqual(
      steps.map(({ action, line, connection, text }) => [action, line, connection, plain(text)]),
      [
        ["connect", 3, 1, ""],
        ["connect", 4, 2, ""],
        ["send", 5, 2, "8=FIX.4.2|35=0|"],
        ["expect", 6, 1, "8=FIX.4.2|35=5|"],
        ["expectDisconnect", 7, 1, ""],
        ["disconnect", 8, 2, ""],
      ],
    );
  });

  for (const [text, fault] of [
    ["iCONNECT\nwhat", /some\/x\.def:2: found "what", expected a line that begins with/],
    ["iCONECT", /some\/x\.def:1: found "iCONECT", expected iCONNECT, iDISCONNECT, eDISCONNECT/],
    ["eCONNECT", /some\/x\.def:1: found "eCONNECT"/],
    ["I8=FIX.4.2\u0001<FILE:nowhere.txt>", /some\/x\.def:1: found no file nowhere\.txt/],
  ] as const) {
    test(`${JSON.stringify(text)} is refused with its place`, () => {
      throws(
        () => parseScript("some/x.def", text),
        (error) => error instanceof InputError && fault.test(error.message),
      );
    });
  }
});

describe("a message is completed", () => {
  test("with BodyLength and CheckSum, counted over the bytes of the wire", () => {
    // 35=0|34=2| has 10 bytes.
    const text = completeMessage(wire("8=FIX.4.4|35=0|34=2|"), noon);
    const sum = computeCheckSum(wire("8=FIX.4.4|9=10|35=0|34=2|"));
    equal(plain(text), `8=FIX.4.4|9=10|35=0|34=2|10=${sum}|`);
  });

  test("with times in whole seconds, before and after now", () => {
    const text = plain(
      completeMessage(wire("8=FIX.4.4|52=<TIME>|60=<TIME+121>|122=<TIME-60>|"), noon),
    );
    match(text, /\|52=20261121-12:00:59\|60=20261121-12:03:00\|122=20261121-11:59:59\|/);
  });

  test("but what it has stays, be it right or wrong", () => {
    const text = wire("8=FIX.4.4|9=3|35=0|10=256|");
    equal(completeMessage(text, noon), text);
  });

  test("a wrong CheckSum gets the right BodyLength, a given BodyLength the right CheckSum", () => {
    equal(
      plain(completeMessage(wire("8=FIX.4.4|35=0|10=999|"), noon)),
      "8=FIX.4.4|9=5|35=0|10=999|",
    );
    const sum = computeCheckSum(wire("8=FIX.4.4|9=77|35=0|"));
    equal(
      plain(completeMessage(wire("8=FIX.4.4|9=77|35=0|"), noon)),
      `8=FIX.4.4|9=77|35=0|10=${sum}|`,
    );
  });

  test("10 within the body is no trailer, 9 within a value no BodyLength", () => {
    const text = plain(completeMessage(wire("8=FIX.4.4|35=B|58=x 9=3|110=5|"), noon));
    match(text, /^8=FIX\.4\.4\|9=20\|35=B\|58=x 9=3\|110=5\|10=\d{3}\|$/);
  });
});
