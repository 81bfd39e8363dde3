import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { completeMessage } from "./script.ts";
import { takeMessage } from "./test-connection.ts";

const message = completeMessage("8=FIX.4.4\u000135=0\u000149=A\u000156=B\u0001", 0);

describe("messages are framed by hand", () => {
  test("a message is taken when it is whole, and not before", () => {
    for (let length = 0; length < message.length; length++) {
      equal(takeMessage(message.slice(0, length), false), undefined, `after ${length} bytes`);
    }
    deepEqual(takeMessage(message, false), { kind: "message", text: message });
    deepEqual(takeMessage(message + message.slice(0, 9), false)?.text, message);
  });

  for (const [what, text] of [
    [
      "a wrong CheckSum",
      message.replace(/10=(\d)/, (_, digit) => `10=${(Number(digit) + 1) % 10}`),
    ],
    ["a BodyLength too small", message.replace(/9=\d+/, "9=10")],
    ["bytes in front", `x${message}`],
    ["no BodyLength", message.replace(/9=\d+./, "")],
  ] as const) {
    test(`${what} is broken`, () => equal(takeMessage(text, false)?.kind, "broken"));
  }

  test("half a message is broken once nothing more can come", () => {
    equal(takeMessage(message.slice(0, -3), true)?.kind, "broken");
    equal(takeMessage("8=", true)?.kind, "broken");
    equal(takeMessage("", true), undefined);
  });
});
