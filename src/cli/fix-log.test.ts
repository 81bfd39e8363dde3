import { deepEqual, doesNotMatch, equal, match, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { UsageError } from "../core/trouble.ts";
import { messageOf } from "../protocol/fix/codec/message-fixture.ts";
import { loadDictionary } from "../protocol/fix/dictionary/load-dictionary.ts";
import { filterLog, formatBroken, formatMessage, parseLogFilter } from "./fix-decode-output.ts";
import { type DecodedMessage, decodeLog } from "./fix-log.ts";

const header = "49=DESK|56=VENUE|34=7|52=20260610-09:30:00.000|";
const order = `35=D|${header}11=ORDER-1|55=ACME|54=1|60=20260610-09:30:00.000|38=300|40=2|44=12.75|`;
const report = `35=8|49=VENUE|56=DESK|34=9|52=20260610-09:30:01.000|11=ORDER-1|39=0|54=1|`;

const onWire = (body: string, begin = "FIX.4.4"): string =>
  messageOf(begin, body).toString("latin1");
const decode = (text: string) => decodeLog(text, loadDictionary);
const one = (text: string): DecodedMessage => {
  const { messages, broken } = decode(text);
  deepEqual(broken, []);
  equal(messages.length, 1);
  return messages[0]!;
};
const field = (message: DecodedMessage, tag: number) =>
  message.fields.find((candidate) => candidate.tag === tag);

describe("a log is decoded", () => {
  for (const [what, delimiter] of [
    ["SOH", "\u0001"],
    ["bars", "|"],
    ["^A", "^A"],
  ] as const) {
    test(`with ${what} between the fields`, () => {
      const message = one(onWire(order).replaceAll("\u0001", delimiter));
      deepEqual(
        [message.name, message.sender, message.target, message.msgSeqNum, message.time],
        ["NewOrderSingle", "DESK", "VENUE", "7", "20260610-09:30:00.000"],
      );
      equal(field(message, 54)?.name, "Side");
      equal(field(message, 54)?.meaning, "BUY");
      deepEqual(message.faults, []);
    });
  }

  test("with a time and a direction in front", () => {
    const message = one(`2026-06-10 11:30:00.123 OUT  ${onWire(order)}`);
    equal(message.time, "2026-06-10 11:30:00.123");
    equal(message.direction, "out");
    equal(one(`[11:30:00.5] <- ${onWire(order)}`).direction, "in");
    equal(one(onWire(order)).direction, undefined);
  });

  test("message after message without a line break", () => {
    equal(decode(onWire(order) + onWire(report)).messages.length, 2);
  });

  test("groups stand under their count, entries marked", () => {
    const parties = "453=2|448=A|447=D|452=3|802=1|523=S|803=2|448=B|447=D|452=1|";
    const message = one(onWire(order + parties));
    deepEqual(
      message.fields
        .filter(({ depth }) => depth > 0)
        .map(({ tag, depth, beginsEntry }) => `${tag} ${depth} ${beginsEntry}`),
      [
        ...["448 1 true", "447 1 false", "452 1 false", "802 1 false", "523 2 true", "803 2 false"],
        ...["448 1 true", "447 1 false", "452 1 false"],
      ],
    );
  });

  test("FIX 5.0 by the version that the Logon named, for both sides", () => {
    const logon = `35=A|${header}98=0|108=30|1137=7|`;
    const strategy = `${order}957=1|958=StartTime|959=19|960=x|`;
    const { messages } = decode(`${onWire(logon, "FIXT.1.1")}\n${onWire(strategy, "FIXT.1.1")}`);
    equal(field(messages[1]!, 957)?.name, "NoStrategyParameters");
    equal(messages[1]?.name, "NewOrderSingle");
  });

  test("wrong BodyLength and CheckSum are told", () => {
    const message = one(onWire(order).replace("11=ORDER-1", "11=ORDER-12"));
    match(message.faults.join(), /^BodyLength is \d+, counted \d+,CheckSum is \d+, counted \d+$/);
  });

  test("raw data with the delimiter inside is one field", () => {
    const { fields } = one(onWire(`${order}354=7|355=a|b=c|d|58=after|`));
    deepEqual(
      fields.slice(-3, -1).map(({ tag, value }) => [tag, value]),
      [
        [355, "a\u0001b=c\u0001d"],
        [58, "after"],
      ],
    );
  });

  test("broken lines are counted, and the rest goes on", () => {
    const secret = "554=hunter2";
    const log = decode(
      `${onWire(order)}\nhello\n\n8=FIX.4.4|35=A|what|${secret}|\n8=FIX.4.4|9=5|\n`,
    );
    equal(log.messages.length, 1);
    deepEqual(
      log.broken.map(({ line }) => line),
      [2, 4, 5],
    );
    match(formatBroken(log), /^3 lines could not be read; the first is line 2: no message/);
    doesNotMatch(JSON.stringify(log), /hunter2/);
  });

  test("no secret is ever shown", () => {
    const logon = `35=A|${header}98=0|108=30|95=10|96=top|s=cret|553=desk|554=hunter2|925=hunter3|`;
    for (const text of [onWire(logon), onWire(logon).replaceAll("\u0001", "|")]) {
      const message = one(text);
      equal(field(message, 553)?.value, "desk");
      for (const tag of [554, 925, 96]) equal(field(message, tag)?.value, "***");
      doesNotMatch(formatMessage(message) + JSON.stringify(message), /hunter|top|cret/);
    }
  });

  test("control characters do not reach the terminal", () => {
    ok(formatMessage(one(onWire(`${order}58=\u001b[2Jgone|`))).includes("\\x1b[2Jgone"));
  });
});

describe("a log is filtered", () => {
  const log = decode(`${onWire(order)}\n${onWire(report)}\n${onWire(`35=0|${header}`)}`);
  const typesOf = (options: Parameters<typeof parseLogFilter>[0]): string[] =>
    filterLog(log, parseLogFilter(options)).messages.map(({ msgType }) => msgType);

  test("by type, by field, by session", () => {
    deepEqual(typesOf({ tag: [] }), ["D", "8", "0"]);
    deepEqual(typesOf({ type: "D, 8", tag: [] }), ["D", "8"]);
    deepEqual(typesOf({ tag: ["11=ORDER-1", "39=0"] }), ["8"]);
    deepEqual(typesOf({ tag: ["11=ORDER"] }), []);
    deepEqual(typesOf({ tag: [], session: "DESK->VENUE" }), ["D", "8", "0"]);
    deepEqual(typesOf({ tag: [], session: "DESK->OTHER" }), []);
  });

  test("the first name of a session is us", () => {
    const { messages } = filterLog(log, parseLogFilter({ tag: [], session: "VENUE->DESK" }));
    deepEqual(
      messages.map(({ direction }) => direction),
      ["in", "out", "in"],
    );
  });

  test("a filter that makes no sense is bad usage", () => {
    throws(() => parseLogFilter({ tag: ["eleven"] }), UsageError);
    throws(() => parseLogFilter({ tag: [], session: "DESK" }), UsageError);
  });
});
