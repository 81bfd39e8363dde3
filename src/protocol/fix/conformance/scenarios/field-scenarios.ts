/** Validation of fields and groups: FIX 4.4 vol. 2, test cases 14 and 21. */
import {
  alive,
  both,
  expect,
  fromNow,
  loggedOut,
  order,
  type Scenario,
  type SentFields,
  send,
  sendInOrder,
} from "./scenario.ts";

/** Names as the standard numbers them, SessionRejectReason (373). */
const reason = {
  invalidTag: 0,
  requiredMissing: 1,
  notOfThisMessage: 2,
  withoutValue: 4,
  incorrectValue: 5,
  incorrectFormat: 6,
  repeatedTag: 13,
  outOfOrder: 14,
  groupCount: 16,
} as const;

/** An order with one fault is rejected; the next message is as welcome as ever. */
function rejected(
  testCase: string,
  name: string,
  fields: SentFields,
  expected: { readonly tag: number; readonly reason: number | RegExp },
): readonly Scenario[] {
  return both(
    { testCase, name },
    send("NewOrderSingle", fields),
    expect("Reject", {
      RefSeqNum: 2,
      RefMsgType: "D",
      RefTagID: expected.tag,
      SessionRejectReason: expected.reason,
    }),
    alive("NEXT"),
    loggedOut(),
  );
}

const required = { ClOrdID: 11, Side: 54, OrdType: 40, TransactTime: 60 } as const;

const tags: readonly Scenario[] = [
  ...rejected("14.a", "a tag that does not exist", order("F", { "#4999": "new" }), {
    tag: 4999,
    reason: reason.invalidTag,
  }),
  ...Object.entries(required).flatMap(([field, tag]) =>
    rejected("14.b", `an order without ${field}`, order("F", { [field]: null }), {
      tag,
      reason: reason.requiredMissing,
    }),
  ),
  ...both(
    { testCase: "14.b", name: "a header without TargetCompID" },
    send("NewOrderSingle", order("F", { TargetCompID: null })),
    expect("Reject", { RefSeqNum: 2, RefTagID: 56, SessionRejectReason: reason.requiredMissing }),
    alive("NEXT"),
    loggedOut(),
  ),
  ...rejected("14.c", "a tag of other messages", order("F", { TestReqID: "WHY" }), {
    tag: 112,
    reason: reason.notOfThisMessage,
  }),
  ...rejected("14.c", "another tag of other messages", order("F", { ExecID: "E1" }), {
    tag: 17,
    reason: reason.notOfThisMessage,
  }),
  ...rejected("14.d", "a text without a value", order("F", { Text: "" }), {
    tag: 58,
    reason: reason.withoutValue,
  }),
  ...rejected("14.d", "a quantity without a value", order("F", { OrderQty: "" }), {
    tag: 38,
    reason: reason.withoutValue,
  }),
  ...rejected("14.h", "a tag that comes twice", order("F", { "#54": "2" }), {
    tag: 54,
    reason: reason.repeatedTag,
  }),
  ...both(
    { testCase: "14.g", name: "a field of the header within the body" },
    sendInOrder("NewOrderSingle", { ...order("F"), SenderSubID: "LATE", Account: "A-7" }),
    expect("Reject", { RefSeqNum: 2, RefTagID: 50, SessionRejectReason: reason.outOfOrder }),
    alive("NEXT"),
    loggedOut(),
  ),
];

/** Values that are not among those of the field. */
const unknownValues: readonly [field: string, value: string, tag: number][] = [
  ["Side", "Z", 54],
  ["OrdType", "~", 40],
  ["TimeInForce", "x", 59],
  ["HandlInst", "8", 21],
];

/** Values that are none of the field's type. */
const malformedValues: readonly [field: string, value: string, tag: number][] = [
  ["OrderQty", "many", 38],
  ["OrderQty", "+5", 38],
  ["OrderQty", "1e3", 38],
  ["Price", "12,75", 44],
  ["Price", "--1", 44],
  ["Price", "1.2.3", 44],
  ["TransactTime", "yesterday", 60],
  ["TransactTime", "20260631-25:00:00", 60],
  ["ExpireDate", "2026-06-30", 432],
];

const values: readonly Scenario[] = [
  ...unknownValues.flatMap(([field, value, tag]) =>
    rejected("14.e", `${field} ${value} does not exist`, order("F", { [field]: value }), {
      tag,
      reason: reason.incorrectValue,
    }),
  ),
  ...malformedValues.flatMap(([field, value, tag]) =>
    rejected("14.f", `${field} ${value} has the wrong format`, order("F", { [field]: value }), {
      tag,
      reason: reason.incorrectFormat,
    }),
  ),
  ...both(
    { testCase: "14.f", name: "good values in unusual forms are taken" },
    send("NewOrderSingle", order("FORMS", { OrderQty: "0300.00", Price: "-0.5" })),
    expect("NewOrderSingle", { OrderQty: "0300.00", Price: "-0.5" }),
    loggedOut(),
  ),
];

function party(id: string): SentFields {
  return { PartyID: id, PartyIDSource: "D", PartyRole: "3" };
}

const nested = (id: string): SentFields => ({
  ...party(id),
  NoPartySubIDs: [
    { PartySubID: `${id}-1`, PartySubIDType: "2" },
    { PartySubID: `${id}-2`, PartySubIDType: "2" },
  ],
});

const groups: readonly Scenario[] = [
  ...both(
    { testCase: "14.i", name: "a group of three entries is taken" },
    send("NewOrderSingle", order("G", { NoPartyIDs: [party("A"), party("B"), party("C")] })),
    expect("NewOrderSingle", { ClOrdID: "G", NoPartyIDs: 3, PartyID: "A" }),
    alive("NEXT"),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.i", name: "groups within groups are taken" },
    send("NewOrderSingle", order("G", { NoPartyIDs: [nested("A"), nested("B")] })),
    expect("NewOrderSingle", { ClOrdID: "G", NoPartyIDs: 2, NoPartySubIDs: 2 }),
    alive("NEXT"),
    loggedOut(),
  ),
  ...both(
    { testCase: "21", name: "a group of no entries is taken" },
    send("NewOrderSingle", order("G", { NoPartyIDs: 0 })),
    expect("NewOrderSingle", { ClOrdID: "G", NoPartyIDs: 0 }),
    alive("NEXT"),
    loggedOut(),
  ),
  ...rejected(
    "14.i",
    "a NumInGroup larger than its group",
    order("G", { NoPartyIDs: 2, ...party("A") }),
    { tag: 453, reason: reason.groupCount },
  ),
  ...rejected(
    "14.i",
    "a NumInGroup smaller than its group",
    order("G", { NoPartyIDs: 1, ...party("A"), "#448": "B", "#447": "D", "#452": "4" }),
    { tag: 453, reason: reason.groupCount },
  ),
  ...both(
    { testCase: "14.j", name: "a group that does not begin with its first field" },
    send("NewOrderSingle", order("G", { NoPartyIDs: [{ PartyRole: "3", PartyID: "A" }] })),
    expect("Reject", { RefSeqNum: 2, SessionRejectReason: /^1[56]$/ }),
    alive("NEXT"),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.e", name: "a wrong value within a group" },
    send("NewOrderSingle", order("G", { NoPartyIDs: [{ ...party("A"), PartyRole: "first" }] })),
    expect("Reject", { RefTagID: 452, SessionRejectReason: reason.incorrectFormat }),
    alive("NEXT"),
    loggedOut(),
  ),
];

const more: readonly Scenario[] = [
  ...both(
    {
      testCase: "14.f",
      name: "a faulty order that fills a gap is rejected, and the gap is filled",
    },
    send("TestRequest", { MsgSeqNum: 3, TestReqID: "EARLY" }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    send(
      "NewOrderSingle",
      order("F", {
        MsgSeqNum: 2,
        PossDupFlag: "Y",
        OrigSendingTime: fromNow(-3),
        OrderQty: "few",
      }),
    ),
    expect("Reject", { RefSeqNum: 2, RefTagID: 38, SessionRejectReason: reason.incorrectFormat }),
    expect("Heartbeat", { TestReqID: "EARLY" }),
    alive("FOUR"),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.f", name: "raw data may hold the delimiter" },
    send("NewOrderSingle", order("RAW", { EncodedTextLen: 8, EncodedText: "ab\u0001c=d\u00019" })),
    expect("NewOrderSingle", { ClOrdID: "RAW", EncodedTextLen: 8 }),
    alive("THREE"),
    loggedOut(),
  ),
];

export const fieldScenarios: readonly Scenario[] = [...tags, ...values, ...groups, ...more];
