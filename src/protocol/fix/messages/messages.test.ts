import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../../core/assert.ts";
import { OutsideError } from "../../../core/trouble.ts";
import { MessageEncoder } from "../codec/message-encoder.ts";
import { messageOf, readable } from "../codec/message-fixture.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { MessageView, OutboundMessage } from "../codec/message-view.ts";
import type { Dictionary, MemberList } from "../dictionary/dictionary.ts";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { applyOverlay } from "../dictionary/overlay.ts";
import { bindMessages } from "./bind-messages.ts";
import { type Fix42Message, fix42Kinds } from "./generated/fix42.ts";
import { ExecTransType, ExecType as ExecType42 } from "./generated/fix42-values.ts";
import {
  type ExecutionReport,
  type Fix44Message,
  fix44Kinds,
  type NewOrderSingle,
} from "./generated/fix44.ts";
import { ExecInst, OrdType, PartyRole, Side, TargetStrategy } from "./generated/fix44-values.ts";
import { type Fix50sp2Message, fix50sp2Kinds } from "./generated/fix50sp2.ts";
import { StrategyParameterType } from "./generated/fix50sp2-values.ts";
import { type Fixt11Message, fixt11Kinds } from "./generated/fixt11.ts";
import { EncryptMethod } from "./generated/fixt11-values.ts";
import { layoutOf, type Slot } from "./layout.ts";
import { readMessage } from "./read-message.ts";
import { encodeFields } from "./write-message.ts";

const dictionary44 = loadDictionary("FIX.4.4");
const fix42 = bindMessages<Fix42Message>(loadDictionary("FIX.4.2"), fix42Kinds);
const fix44 = bindMessages<Fix44Message>(dictionary44, fix44Kinds);
const fix50sp2 = bindMessages<Fix50sp2Message>(loadDictionary("FIX.5.0SP2"), fix50sp2Kinds);
const fixt11 = bindMessages<Fixt11Message>(loadDictionary("FIXT.1.1"), fixt11Kinds);

const identity = { beginString: "FIX.4.4", senderCompId: "US", targetCompId: "THEM" };
const encoder = new MessageEncoder(identity);

function sent(message: OutboundMessage): MessageView {
  const scanner = new MessageScanner();
  equal(scanner.scan(encoder.encode(message, 1, 0)), "whole");
  return scanner;
}

function received(body: string): MessageView {
  const scanner = new MessageScanner();
  equal(scanner.scan(messageOf("FIX.4.4", body)), "whole");
  return scanner;
}

/** `11=A 54=1` */
function draw({ fields }: OutboundMessage): string {
  return fields.map(([tag, value]) => `${tag}=${value}`).join(" ");
}

const order: NewOrderSingle = {
  kind: "NewOrderSingle",
  clOrdID: "ORD-1",
  symbol: "VOD",
  side: Side.Buy,
  transactTime: "20240305-14:30:05.120",
  orderQty: 12_500,
  ordType: OrdType.Limit,
  price: 101.255,
  execInst: [ExecInst.NotHeld, ExecInst.Work],
  locateReqd: false,
  noPartyIDs: [
    { partyID: "DSK1", partyRole: PartyRole.ClientId },
    {
      partyID: "TRD77",
      partyRole: PartyRole.EnteringTrader,
      noPartySubIDs: [{ partySubID: "A" }, { partySubID: "B", partySubIDType: 2 }],
    },
  ],
  encodedText: Uint8Array.from([0x01, 0x3d, 0xff]),
  targetStrategy: TargetStrategy.Vwap,
  targetStrategyParameters: "start=0900",
  participationRate: 0.1,
};

describe("a typed message", () => {
  test("is written in the order of the dictionary, groups inside", () => {
    const { msgType, fields } = fix44.write(order);
    equal(msgType, "D");
    const { bytes } = sent({ msgType, fields });
    equal(
      readable(bytes).split("|56=THEM|")[1]!.split("|10=")[0],
      "11=ORD-1|453=2|448=DSK1|452=3|448=TRD77|452=36|802=2|523=A|523=B|803=2|18=1 2|55=VOD|54=1|" +
        "114=N|60=20240305-14:30:05.120|38=12500|40=2|44=101.255|354=3|355=|=\u00ff|" +
        "847=1|848=start=0900|849=0.1",
    );
  });

  test("comes back as it went", () => {
    deepEqual(fix44.read(sent(fix44.write(order))), order);
  });

  test("leaves out what is undefined", () => {
    const withNothing: object = { ...order, account: undefined, noPartyIDs: undefined };
    equal(
      draw(encodeFields(dictionary44, "NewOrderSingle", withNothing)).startsWith("11=ORD-1 18="),
      true,
    );
  });

  test("of FIX 4.2 has ExecTransType, and partial and whole fills", () => {
    const report = {
      kind: "ExecutionReport",
      orderID: "1",
      execID: "E1",
      execTransType: ExecTransType.New,
      execType: ExecType42.PartialFill,
      ordStatus: "1",
      symbol: "VOD",
      side: "1",
      leavesQty: 50,
      cumQty: 50,
      avgPx: 101.5,
    } as const satisfies Fix42Message;
    equal(draw(fix42.write(report)), "37=1 17=E1 20=0 150=1 39=1 55=VOD 54=1 151=50 14=50 6=101.5");
    deepEqual(fix42.read(sent(fix42.write(report))), report);
  });

  test("of FIX 5.0SP2 has the parameters of its algorithm", () => {
    const parameters = {
      kind: "NewOrderSingle",
      clOrdID: "1",
      side: "2",
      transactTime: "20240305-14:30:05",
      ordType: "1",
      targetStrategy: 1003,
      noStrategyParameters: [
        {
          strategyParameterName: "urgency",
          strategyParameterType: StrategyParameterType.Int,
          strategyParameterValue: "3",
        },
      ],
    } as const satisfies Fix50sp2Message;
    const { fields } = fix50sp2.write(parameters);
    ok(draw({ msgType: "D", fields }).includes("847=1003 957=1 958=urgency 959=1 960=3"));
    deepEqual(fix50sp2.read(sent(fix50sp2.write(parameters))), parameters);
  });

  test("of FIXT 1.1 is the session's", () => {
    const logon = {
      kind: "Logon",
      encryptMethod: EncryptMethod.None,
      heartBtInt: 30,
      resetSeqNumFlag: true,
      nextExpectedMsgSeqNum: 1,
      defaultApplVerID: "9",
      rawData: Uint8Array.from([7, 1, 8]),
    } as const satisfies Fixt11Message;
    equal(draw(fixt11.write(logon)), "98=0 108=30 95=3 96=7,1,8 141=true 789=1 1137=9");
    deepEqual(fixt11.read(sent(fixt11.write(logon))), logon);
  });

  test("of another type is not read", () => {
    equal(fix44.read(received("35=s|49=A|56=B|34=1|52=20240305-14:30:05|")), undefined);
    equal(fix44.read(received("35=ZZ|49=A|56=B|34=1|52=20240305-14:30:05|")), undefined);
  });

  test("is one of which the compiler knows what is missing or wrong", () => {
    const { clOrdID, ...rest } = order;
    // @ts-expect-error ClOrdID is required.
    const unnamed: NewOrderSingle = rest;
    // @ts-expect-error There is no such side.
    const sideways: NewOrderSingle = { ...order, side: "x" };
    // @ts-expect-error Quantities are numbers.
    const wordy: NewOrderSingle = { ...order, orderQty: "100" };
    // @ts-expect-error An entry begins with PartyID.
    const partial: NewOrderSingle = { ...order, noPartyIDs: [{ partyRole: 3 }] };
    // @ts-expect-error OrderID and nine more are required.
    const empty: ExecutionReport = { kind: "ExecutionReport" };
    for (const wrong of [unnamed, sideways, wordy, partial, empty]) equal(typeof wrong, "object");
    equal(clOrdID, "ORD-1");
  });
});

describe("writing refuses", () => {
  const cases = [
    ["a message that is none", "NewOrder", {}, /FIX.4.4 has the message NewOrder$/],
    ["a required field that is missing", "TestRequest", {}, /has its required field testReqID$/],
    ["a field that is none", "Heartbeat", { price: 1 }, /Heartbeat has the field price$/],
    ["a number for a text", "Heartbeat", { testReqID: 7 }, /Heartbeat.testReqID is text/],
    ["an empty text", "Heartbeat", { testReqID: "" }, /Heartbeat.testReqID is text/],
    [
      "a delimiter in a text",
      "Heartbeat",
      { testReqID: "A\x0110=1" },
      /testReqID has no delimiter/,
    ],
    [
      "a fraction for a whole number",
      "ResendRequest",
      { beginSeqNo: 1.5, endSeqNo: 0 },
      /whole number/,
    ],
    ["text for a truth", "SequenceReset", { newSeqNo: 1, gapFillFlag: "Y" }, /is true or false/],
    [
      "no number at all",
      "NewOrderSingle",
      { ...order, price: Number.NaN },
      /price is a finite number/,
    ],
    ["an empty list", "NewOrderSingle", { ...order, execInst: [] }, /execInst is a list/],
    ["empty raw data", "NewOrderSingle", { ...order, encodedText: new Uint8Array(0) }, /is bytes/],
    [
      "a group that is no list",
      "NewOrderSingle",
      { ...order, noPartyIDs: {} },
      /is a list of entries/,
    ],
    [
      "an entry that is no object",
      "NewOrderSingle",
      { ...order, noPartyIDs: [1] },
      /\[0\] is an object/,
    ],
    [
      "an entry without its first field",
      "NewOrderSingle",
      { ...order, noPartyIDs: [{ partyRole: 3 }] },
      /noPartyIDs\[0\] begins with its first field$/,
    ],
  ] as const;
  for (const [what, name, message, expected] of cases) {
    test(what, () => {
      throws(
        () => encodeFields(dictionary44, name, message),
        (error) => error instanceof InvariantError && expected.test(error.message),
      );
    });
  }
});

describe("reading", () => {
  const head = "35=D|49=A|56=B|34=1|52=20240305-14:30:05|";
  const read = (body: string) =>
    fix44.read(received(`${head}${body}`)) as NewOrderSingle | undefined;

  test("skips tags that the message does not have", () => {
    deepEqual(read("11=A|9999=x|37=y|54=1|"), { kind: "NewOrderSingle", clOrdID: "A", side: "1" });
  });

  test("takes the first of two", () => {
    deepEqual(read("11=A|11=B|"), { kind: "NewOrderSingle", clOrdID: "A" });
  });

  test("ends an entry where its first field comes again, and a group at a field of another", () => {
    deepEqual(read("453=2|448=A|452=1|448=B|54=2|"), {
      kind: "NewOrderSingle",
      noPartyIDs: [{ partyID: "A", partyRole: 1 }, { partyID: "B" }],
      side: "2",
    });
    deepEqual(read("453=0|54=2|"), { kind: "NewOrderSingle", noPartyIDs: [], side: "2" });
  });

  test("takes a counterparty's own fields with its dictionary", () => {
    const own = applyOverlay(dictionary44, {
      fields: [{ tag: 5001, name: "OwnUrgency", type: "INT" }],
      members: [{ in: "D", field: "OwnUrgency" }],
    });
    const bound = bindMessages<Fix44Message | (NewOrderSingle & { readonly ownUrgency: number })>(
      own,
      fix44Kinds,
    );
    const urgent = { ...order, ownUrgency: 3 };
    const view = sent(bound.write(urgent));
    equal(view.text(5001), "3");
    deepEqual(bound.read(view), urgent);
    deepEqual(fix44.read(view), order);
  });

  const refusals = [
    ["38=1e5|", "tag 38: expected a decimal number, was 1e5"],
    ["38=.|", "tag 38: expected a decimal number, was ."],
    ["114=y|", "tag 114: expected Y or N, was y"],
    ["453=x|", "tag 453: expected a whole number, was x"],
    ["453=2|448=A|54=1|", "tag 453: expected 2 entries, was 1 of them"],
    ["453=1|452=1|448=A|", "tag 453: expected 1 entries, was 0 of them"],
  ] as const;
  for (const [body, message] of refusals) {
    test(`refuses ${body}`, () => {
      throws(
        () => read(body),
        (error) =>
          error instanceof OutsideError &&
          error.code === "INVALID_FIELD" &&
          error.message === message,
      );
    });
  }
});

/** Anything that a slot can hold; groups go `levels` deep. */
function arbitraryOf(dictionary: Dictionary, slot: Slot, levels: number): fc.Arbitrary<unknown> {
  const text = fc.stringMatching(/^[\x20-\x7e\xa0-\xff]{1,12}$/);
  switch (slot.kind) {
    case "integer":
      if (slot.group === undefined) return fc.maxSafeInteger().map((value) => value + 0);
      return fc.array(arbitraryEntry(dictionary, slot.group, levels - 1), { maxLength: 3 });
    case "decimal":
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case "flag":
      return fc.boolean();
    case "list":
      return fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,3}$/), { minLength: 1, maxLength: 3 });
    case "data":
      return fc.uint8Array({ minLength: 1, maxLength: 9 });
    default:
      return text;
  }
}

/** Required fields, and every other with a probability; of a group the first field too. */
function arbitraryEntry(
  dictionary: Dictionary,
  list: MemberList,
  levels: number,
): fc.Arbitrary<Record<string, unknown>> {
  const slots = [...layoutOf(dictionary, list).byTag.values()];
  const shape = slots
    .filter(({ group, place }) => group === undefined || levels > 0 || place === 0)
    .map((slot) => {
      const held = arbitraryOf(dictionary, slot, levels);
      const isAlways = slot.isRequired || slot.place === 0;
      const shown = isAlways ? held : fc.option(held, { nil: undefined, freq: 1 });
      return [slot.property, shown] as const;
    });
  return fc
    .record(Object.fromEntries(shape))
    .map((made) =>
      Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)),
    );
}

describe("every typed message comes back as it went, of", () => {
  const versions = [
    ["FIX.4.2", fix42Kinds, 8],
    ["FIX.4.4", fix44Kinds, 6],
    ["FIXT.1.1", fixt11Kinds, 20],
    ["FIX.5.0SP2", fix50sp2Kinds, 1],
  ] as const;
  for (const [version, kinds, numRuns] of versions) {
    test(version, () => {
      const dictionary = loadDictionary(version);
      for (const kind of kinds) {
        const definition = dictionary.messages.values().find(({ name }) => name === kind)!;
        // FIX 5.0SP2 has messages of thousands of fields: of their groups one level is enough.
        const levels = version === "FIX.5.0SP2" ? 1 : 2;
        const property = fc.property(arbitraryEntry(dictionary, definition, levels), (message) => {
          const view = sent(encodeFields(dictionary, kind, message));
          deepEqual(readMessage(view, dictionary, definition), { kind, ...message });
        });
        fc.assert(property, { numRuns });
      }
    });
  }
});
