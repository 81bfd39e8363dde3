import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { messageOf, newOrderSingle, rawBytes } from "./message-fixture.ts";
import { MessageScanner } from "./message-scanner.ts";

const scanner = new MessageScanner();

function fieldsOf(view: MessageScanner): [tag: number, text: string][] {
  return Array.from({ length: view.count }, (_, place) => [view.tags[place]!, view.textAt(place)]);
}

describe("a scan of a good message", () => {
  /**
   * By hand: `35=0|` has 5 bytes. The bytes add up to 545 (`8=FIX.4.4|`: 56 61 70 73 88 46 52 46 52 1),
   * 172 (`9=5|`: 57 61 53 1) and 214 (`35=0|`: 51 53 61 48 1), which is 931 or 3 times 256 and 163.
   */
  test("finds BodyLength and CheckSum right that were worked out by hand", () => {
    equal(scanner.scan(rawBytes("8=FIX.4.4|9=5|35=0|10=163|")), "whole");
    equal(scanner.msgType, "0");
    equal(scanner.scan(rawBytes("8=FIX.4.4|9=5|35=0|10=164|")), "garbled");
    equal(scanner.garbledReason, "CheckSum 164, expected 163");
  });

  test("gives every field in the order of the wire", () => {
    equal(newOrderSingle.length, 211);
    equal(scanner.scan(newOrderSingle), "whole");
    equal(scanner.count, 22);
    deepEqual(fieldsOf(scanner).slice(0, 10), [
      [8, "FIX.4.4"],
      [9, "188"],
      [35, "D"],
      [34, "1087"],
      [49, "METAORDER"],
      [52, "20240305-14:30:05.123"],
      [56, "VENUE1"],
      [11, "ORD7-000123"],
      [453, "2"],
      [448, "DSK1"],
    ]);
    deepEqual(fieldsOf(scanner).at(-1), [10, "121"]);
    equal(scanner.msgSeqNum, 1087);
  });

  test("reads a message among its neighbours", () => {
    const bytes = Buffer.concat([rawBytes("xx"), newOrderSingle, newOrderSingle]);
    equal(scanner.scan(bytes, 2, 2 + newOrderSingle.length), "whole");
    equal(scanner.text(55), "VOD");
    equal(scanner.from, 2);
    equal(scanner.to, 213);
  });

  test("takes padded BodyLength, values with = in them and empty values", () => {
    const padded = messageOf("FIX.4.2", "35=1|34=2|58=a=b=|112=|").toString("latin1");
    const length = /9=(\d+)/.exec(padded)![1]!;
    const bytes = rawBytes(padded.replace(`9=${length}`, `9=000${length}`).slice(0, -4));
    const sum = bytes.subarray(0, -3).reduce((total, byte) => total + byte, 0) % 256;
    equal(
      scanner.scan(Buffer.concat([bytes, rawBytes(`${String(sum).padStart(3, "0")}|`)])),
      "whole",
    );
    equal(scanner.text(58), "a=b=");
    equal(scanner.text(112), "");
    equal(scanner.text(9), `000${length}`);
  });

  test("answers questions about fields", () => {
    equal(scanner.scan(messageOf("FIX.4.4", "35=AE|34=7|43=Y|97=N|38=x1|44=-12|58=é|")), "whole");
    equal(scanner.msgType, "AE");
    equal(scanner.msgSeqNum, 7);
    equal(scanner.isYes(43), true);
    equal(scanner.isYes(97), false);
    equal(scanner.isYes(99), false);
    equal(scanner.has(44), true);
    equal(scanner.has(45), false);
    equal(scanner.indexOf(44), 7);
    equal(scanner.indexOf(44, 8), -1);
    equal(scanner.integer(44), -12);
    equal(scanner.integer(38), Number.NaN);
    equal(scanner.integer(45), undefined);
    equal(scanner.text(58), "é");
    equal(scanner.text(59), undefined);
  });

  test("has sequence number 0 where 34 is missing or no positive number", () => {
    for (const field of ["", "34=|", "34=x|", "34=-3|", "34=0|"]) {
      equal(scanner.scan(messageOf("FIX.4.4", `35=0|${field}`)), "whole");
      equal(scanner.msgSeqNum, 0);
    }
  });

  test("takes more fields than there was room for", () => {
    const fresh = new MessageScanner();
    const body = `35=B|${Array.from({ length: 500 }, (_, index) => `58=${index}|`).join("")}`;
    equal(fresh.scan(messageOf("FIX.4.4", body)), "whole");
    equal(fresh.count, 504);
    equal(fresh.textAt(502), "499");
  });
});

describe("raw data", () => {
  test("may hold delimiters and whole messages", () => {
    const data = "a|8=FIX.4.4|9=5|35=0|10=163|b";
    equal(scanner.scan(messageOf("FIX.4.4", `35=A|95=${data.length}|96=${data}|98=0|`)), "whole");
    equal(scanner.text(96), data.replaceAll("|", "\x01"));
    equal(scanner.text(98), "0");
    equal(scanner.count, 7);
  });

  test("ends at the delimiter where no length stands before it", () => {
    equal(scanner.scan(messageOf("FIX.4.4", "35=A|96=abc|98=0|")), "whole");
    equal(scanner.text(96), "abc");
    equal(scanner.scan(messageOf("FIX.4.4", "35=A|95=5|98=0|96=ab|")), "whole");
    equal(scanner.text(96), "ab");
  });

  test("of a wrong length is a fault of its length field", () => {
    for (const length of ["2", "4", "99999", "-1", "x", "", "99999999999999999999"]) {
      equal(scanner.scan(messageOf("FIX.4.4", `35=A|95=${length}|96=abc|98=0|`)), "faulty");
      deepEqual(scanner.fault, { reason: 6, text: "Incorrect data format for value", tag: 95 });
      equal(scanner.text(96), "abc");
      equal(scanner.text(98), "0");
    }
  });

  test("that cannot be read for its wrong length is a delimiter in a value", () => {
    equal(scanner.scan(messageOf("FIX.4.4", "35=A|34=5|95=2|96=a|b|c|98=0|")), "faulty");
    equal(scanner.fault?.reason, 17);
    equal(scanner.fault?.tag, 96);
    equal(scanner.msgSeqNum, 5);
    equal(scanner.text(10)?.length, 3);
  });

  test("of length nothing is empty", () => {
    equal(scanner.scan(messageOf("FIX.4.4", "35=A|95=0|96=|98=0|")), "whole");
    equal(scanner.text(96), "");
  });
});

describe("a message is garbled", () => {
  const good = messageOf("FIX.4.4", "35=0|34=2|");
  const text = good.toString("latin1").replaceAll("\x01", "|");
  const cases: readonly (readonly [name: string, bytes: Buffer])[] = [
    ["without BeginString", messageOf("FIX.4.4", "35=0|34=2|").subarray(10)],
    ["of no bytes", Buffer.alloc(0)],
    ["cut off", good.subarray(0, -1)],
    ["with bytes behind CheckSum", Buffer.concat([good, rawBytes("x")])],
    ["with a wrong CheckSum", rawBytes(text.replace(/10=\d+/, "10=000"))],
    ["with a CheckSum of two digits", rawBytes(text.replace(/10=\d/, "10="))],
    ["with a CheckSum above 255", rawBytes(text.replace(/10=\d+/, "10=256"))],
    ["without CheckSum", rawBytes("8=FIX.4.4|9=10|35=0|34=2|")],
    ["with too small a BodyLength", rawBytes("8=FIX.4.4|9=9|35=0|34=2|10=181|")],
    ["with too large a BodyLength", rawBytes("8=FIX.4.4|9=11|35=0|34=2|10=222|")],
    ["with a BodyLength that is no number", rawBytes("8=FIX.4.4|9=1x|35=0|34=2|10=039|")],
    ["with an empty BodyLength", rawBytes("8=FIX.4.4|9=|35=0|34=2|10=026|")],
    ["with MsgType in another place", messageOf("FIX.4.4", "34=2|35=0|")],
    ["with a tag that is no number", messageOf("FIX.4.4", "35=0|34=2|4x9=TW|")],
    ["with a field without =", messageOf("FIX.4.4", "35=0|34=2|49TW|")],
    ["with a field without tag", messageOf("FIX.4.4", "35=0|34=2|=TW|")],
    ["with an empty field", messageOf("FIX.4.4", "35=0|34=2||")],
    ["with a lone minus", messageOf("FIX.4.4", "35=0|34=2|-=5|")],
  ];
  for (const [name, bytes] of cases) {
    test(name, () => {
      equal(scanner.scan(bytes), "garbled");
      ok(scanner.garbledReason.length > 0);
      equal(scanner.fault, undefined);
      equal(scanner.count, 0);
      equal(scanner.msgType, "");
    });
  }

  test("and a good one after it is good", () => {
    equal(scanner.scan(good), "whole");
    equal(scanner.text(34), "2");
  });
});

describe("a tag that is a number but no tag is to be rejected", () => {
  const cases: readonly (readonly [field: string, tag: number | undefined])[] = [
    ["0=x|", 0],
    ["-1=x|", -1],
    ["049=x|", 49],
    ["00=x|", 0],
    ["2147483648=x|", undefined],
    ["99999999999999999999999=x|", undefined],
  ];
  for (const [field, tag] of cases) {
    test(field, () => {
      equal(scanner.scan(messageOf("FIX.4.4", `35=0|34=2|${field}58=after|`)), "faulty");
      deepEqual(scanner.fault, { reason: 0, text: "Invalid tag number", tag });
      equal(scanner.text(58), "after");
      equal(scanner.msgSeqNum, 2);
    });
  }

  test("while the largest tag is one", () => {
    equal(scanner.scan(messageOf("FIX.4.4", "35=0|34=2|2147483647=x|")), "whole");
    equal(scanner.text(2_147_483_647), "x");
  });

  test("and so is a message of too many fields", () => {
    const small = new MessageScanner({ maxFields: 100 });
    equal(small.scan(messageOf("FIX.4.4", `35=0|34=2|${"58=x|".repeat(95)}`)), "whole");
    equal(small.scan(messageOf("FIX.4.4", `35=0|34=2|${"58=x|".repeat(96)}`)), "faulty");
    equal(small.fault?.text, "More than 100 fields");
    equal(small.msgSeqNum, 2);
    equal(small.tags[small.count - 1], 10);
  });
});
