import { deepEqual, equal, notEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../../core/assert.ts";
import { MessageEncoder } from "./message-encoder.ts";
import { messageOf, newOrderSingle, readable } from "./message-fixture.ts";
import { MessageScanner } from "./message-scanner.ts";
import type { FieldValue, OutboundMessage } from "./message-view.ts";
import { textOfNumber } from "./number-text.ts";
import { ResendWriter } from "./rewrite.ts";

const identity = { beginString: "FIX.4.4", senderCompId: "ISLD", targetCompId: "TW44" };
const noon = Date.UTC(2024, 2, 5, 12, 0, 0, 7);
const encoder = new MessageEncoder(identity);

function encodeValue(value: FieldValue): string {
  const bytes = encoder.encode({ msgType: "0", fields: [[9999, value]] }, 1, noon);
  return /\|9999=(.*)\|10=/.exec(readable(bytes))![1]!;
}

describe("an encoded message", () => {
  test("is the one that was worked out by hand", () => {
    const { length } = "35=0|34=2|49=ISLD|52=20240305-12:00:00.007|56=TW44|112=HELLO|";
    equal(length, 61);
    const bytes = encoder.encode({ msgType: "0", fields: [[112, "HELLO"]] }, 2, noon);
    const text = "8=FIX.4.4|9=61|35=0|34=2|49=ISLD|52=20240305-12:00:00.007|56=TW44|112=HELLO|";
    equal(readable(bytes).slice(0, -7), text);
    equal(new MessageScanner().scan(bytes), "whole");
  });

  test("of an order is the order of the fixture", () => {
    const desk = new MessageEncoder({
      beginString: "FIX.4.4",
      senderCompId: "METAORDER",
      targetCompId: "VENUE1",
    });
    const message: OutboundMessage = {
      msgType: "D",
      fields: [
        ...([
          [11, "ORD7-000123"],
          [453, 2],
          [448, "DSK1"],
          [447, "D"],
          [452, 3],
        ] as const),
        ...([
          [448, "TRD77"],
          [447, "D"],
          [452, 12],
          [55, "VOD"],
          [54, "1"],
        ] as const),
        ...([
          [60, "20240305-14:30:05.120"],
          [38, 12_500],
          [40, "2"],
          [44, 101.255],
        ] as const),
      ],
    };
    const bytes = desk.encode(message, 1087, Date.UTC(2024, 2, 5, 14, 30, 5, 123));
    equal(readable(bytes), readable(newOrderSingle));
  });

  test("has its header in ascending order, own fields among those given", () => {
    const wide = new MessageEncoder(
      { ...identity, senderSubId: "DESK", targetSubId: "ALGO" },
      "seconds",
    );
    const message: OutboundMessage = {
      msgType: "D",
      header: [
        [1128, "9"],
        [129, "CS"],
        [43, true],
        [128, "JCD"],
        [97, false],
        [50, "OTHER"],
      ],
      fields: [[11, "a"]],
    };
    equal(
      readable(wide.encode(message, 12, noon)).replace(/10=\d+\|$/, ""),
      "8=FIX.4.4|9=102|35=D|34=12|43=Y|49=ISLD|50=OTHER|52=20240305-12:00:00|56=TW44|57=ALGO|" +
        "97=N|128=JCD|129=CS|1128=9|11=a|",
    );
  });

  test("keeps the hops of its header together", () => {
    const header = [
      [628, "a"],
      [627, 2],
      [629, "20240305-12:00:00"],
      [628, "b"],
    ] as const;
    const inOrder = [header[1], header[0], header[2], header[3], [97, true]] as const;
    const text = readable(encoder.encode({ msgType: "0", header: inOrder, fields: [] }, 1, noon));
    equal(/56=TW44\|(.*)10=/.exec(text)![1], "97=Y|627=2|628=a|629=20240305-12:00:00|628=b|");
  });

  test("is in bytes of its own", () => {
    const first = encoder.encode({ msgType: "0", fields: [] }, 1, noon);
    const copy = Buffer.from(first);
    encoder.encode({ msgType: "B", fields: [[58, "y".repeat(300)]] }, 2, noon);
    deepEqual(first, copy);
  });

  test("may be large, with every length of BodyLength", () => {
    const scanner = new MessageScanner();
    for (const length of [1, 9, 10, 40, 50, 99, 100, 940, 1000, 9990, 100_000, 1_000_000]) {
      const bytes = encoder.encode({ msgType: "B", fields: [[58, "x".repeat(length)]] }, 1, noon);
      equal(scanner.scan(bytes), "whole");
      equal(scanner.text(58)?.length, length);
    }
  });
});

describe("values are written", () => {
  test("as numbers without exponent", () => {
    equal(encodeValue(0), "0");
    equal(encodeValue(-0), "0");
    equal(encodeValue(12_500), "12500");
    equal(encodeValue(2_147_483_648), "2147483648");
    equal(encodeValue(Number.MAX_SAFE_INTEGER), "9007199254740991");
    equal(encodeValue(-7), "-7");
    equal(encodeValue(0.1), "0.1");
    equal(encodeValue(101.255), "101.255");
    equal(encodeValue(1e21), "1000000000000000000000");
    equal(encodeValue(1.5e-7), "0.00000015");
    equal(encodeValue(-1.25e-9), "-0.00000000125");
    equal(encodeValue(1.234e22), "12340000000000000000000");
    equal(encodeValue(5e-324), `0.${"0".repeat(323)}5`);
  });

  test("as the shortest text that reads back, whatever the number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = textOfNumber(value);
        equal(/^-?\d+(\.\d+)?$/.test(text), true, text);
        equal(Number(text), value === 0 ? 0 : value);
      }),
      { numRuns: 500 },
    );
  });

  test("as flags, text and raw data", () => {
    equal(encodeValue(true), "Y");
    equal(encodeValue(false), "N");
    equal(encodeValue(""), "");
    equal(encodeValue("Zürich"), "Zürich");
    equal(encodeValue("€ā"), "??");
    const data = Uint8Array.of(1, 0, 255, 1);
    const message = { msgType: "A", fields: [[95, 4] as const, [96, data] as const] };
    const scanner = new MessageScanner();
    equal(scanner.scan(encoder.encode(message, 1, noon)), "whole");
    equal(scanner.text(96), "\x01\x00\xff\x01");
  });

  test("never where they would make a field of their own, or none", () => {
    const refused: FieldValue[] = ["a\x0149=EVIL", Number.NaN, Number.POSITIVE_INFINITY];
    for (const value of refused) throws(() => encodeValue(value), InvariantError);
    for (const tag of [0, -1, 1.5, 2 ** 31]) {
      throws(() => encoder.encode({ msgType: "0", fields: [[tag, "x"]] }, 1, noon), InvariantError);
    }
    for (const seqNum of [0, -1, 1.5]) {
      throws(() => encoder.encode({ msgType: "0", fields: [] }, seqNum, noon), InvariantError);
    }
    throws(() => new MessageEncoder({ ...identity, senderCompId: "" }), InvariantError);
  });
});

describe("a message sent again", () => {
  const later = noon + 3_600_000;
  const writer = new ResendWriter();

  test("is a possible duplicate with both times, and otherwise the same", () => {
    const body = "11=ID|21=3|453=2|448=a|447=D|448=b|447=D|5001=?|60=20240305-12:00:00|";
    const header = "34=2|49=ISLD|52=20240305-12:00:00.007|56=TW44|";
    const again = "34=2|43=Y|49=ISLD|52=20240305-13:00:00.007|56=TW44|122=20240305-12:00:00.007|";
    equal(
      readable(writer.rewrite(messageOf("FIX.4.4", `35=D|${header}${body}`), later)),
      readable(messageOf("FIX.4.4", `35=D|${again}${body}`)),
    );
  });

  test("puts the new fields into their places in a long header", () => {
    const stored = messageOf(
      "FIXT.1.1",
      "35=D|34=2|49=A|50=S|52=20240305-12:00:00|56=B|97=N|115=C|128=D|1128=9|11=ID|",
    );
    equal(
      readable(new ResendWriter("seconds").rewrite(stored, later)),
      readable(
        messageOf(
          "FIXT.1.1",
          "35=D|34=2|43=Y|49=A|50=S|52=20240305-13:00:00|56=B|97=N|115=C|" +
            "122=20240305-12:00:00|128=D|1128=9|11=ID|",
        ),
      ),
    );
  });

  test("replaces the marks of a duplicate that are there already", () => {
    const first = encoder.encode({ msgType: "8", fields: [[37, "x"]] }, 9, noon);
    const once = writer.rewrite(first, later);
    const twice = writer.rewrite(once, later);
    notEqual(readable(once), readable(first));
    equal(readable(twice).split("|122=").length, 2);
    equal(readable(twice).split("|43=").length, 2);
  });

  test("copies raw data with delimiters in it, in header and body", () => {
    const stored = messageOf(
      "FIX.4.4",
      "35=B|34=2|49=A|52=20240305-12:00:00.000|56=B|90=3|91=a|b|212=2|213=|||148=x|95=3|96=||||",
    );
    const again = writer.rewrite(stored, later);
    const scanner = new MessageScanner();
    equal(scanner.scan(again), "whole");
    equal(scanner.text(91), "a\x01b");
    equal(scanner.text(96), "\x01\x01\x01");
    equal(scanner.text(122), "20240305-12:00:00.000");
    deepEqual(
      [...scanner.tags.subarray(0, scanner.count)],
      [8, 9, 35, 34, 43, 49, 52, 56, 90, 91, 122, 212, 213, 148, 95, 96, 10],
    );
  });

  test("must be a message", () => {
    throws(() => writer.rewrite(Buffer.from("no message"), later), {
      code: "STORED_MESSAGE_BROKEN",
    });
  });
});
