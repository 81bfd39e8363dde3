/** Message sequence numbers: FIX 4.4 vol. 2, test cases 2.a to 2.g, 10 and 11. */
import {
  acceptor,
  alive,
  both,
  echoedOrder,
  expect,
  expectDisconnect,
  expectSilence,
  fromNow,
  loggedOn,
  loggedOut,
  maybe,
  order,
  present,
  type Scenario,
  send,
} from "./scenario.ts";

const repeated = { PossDupFlag: "Y", OrigSendingTime: fromNow(-2) } as const;

const order2To4 = [...echoedOrder("N-2"), ...echoedOrder("N-3"), ...echoedOrder("N-4")];

const inOrder: readonly Scenario[] = [
  ...both(
    { testCase: "2.a", name: "messages with the expected numbers are taken one by one" },
    order2To4,
    alive("FIVE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.b", name: "a number too high: what is missing is asked for" },
    send("Heartbeat", { MsgSeqNum: 8 }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
  ),
  ...both(
    { testCase: "2.b", name: "what came early is worked on once the gap is filled, in order" },
    send("TestRequest", { MsgSeqNum: 4, TestReqID: "EARLY" }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    send("NewOrderSingle", order("GAP-2", { MsgSeqNum: 2, ...repeated })),
    expect("NewOrderSingle", { ClOrdID: "GAP-2" }),
    send("NewOrderSingle", order("GAP-3", { MsgSeqNum: 3, ...repeated })),
    expect("NewOrderSingle", { ClOrdID: "GAP-3" }),
    expect("Heartbeat", { TestReqID: "EARLY" }),
    alive("FIVE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.b", name: "an order that came early is worked on exactly once" },
    send("NewOrderSingle", order("EARLY", { MsgSeqNum: 3 })),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    send("SequenceReset", { MsgSeqNum: 2, ...repeated, GapFillFlag: "Y", NewSeqNo: 3 }),
    expect("NewOrderSingle", { ClOrdID: "EARLY" }),
    send("NewOrderSingle", order("EARLY", { MsgSeqNum: 3, ...repeated })),
    expectSilence(1),
    alive("FOUR"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.b", name: "while a gap is open it is not asked for again" },
    send("Heartbeat", { MsgSeqNum: 5 }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    send("Heartbeat", { MsgSeqNum: 6 }),
    send("Heartbeat", { MsgSeqNum: 7 }),
    expectSilence(1),
    send("SequenceReset", { MsgSeqNum: 2, ...repeated, GapFillFlag: "Y", NewSeqNo: 5 }),
    alive("EIGHT"),
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "2.b",
      name: "a large gap is asked for in pieces",
      settings: { resendChunk: 10 },
    },
    loggedOn(),
    send("Heartbeat", { MsgSeqNum: 25 }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 11 }),
    send("SequenceReset", { MsgSeqNum: 2, ...repeated, GapFillFlag: "Y", NewSeqNo: 12 }),
    expect("ResendRequest", { BeginSeqNo: 12, EndSeqNo: 21 }),
    send("SequenceReset", { MsgSeqNum: 12, ...repeated, GapFillFlag: "Y", NewSeqNo: 22 }),
    expect("ResendRequest", { BeginSeqNo: 22, EndSeqNo: /^(0|24)$/ }),
    send("SequenceReset", { MsgSeqNum: 22, ...repeated, GapFillFlag: "Y", NewSeqNo: 25 }),
    alive("DONE"),
  ),
];

const tooLow: readonly Scenario[] = [
  ...both(
    { testCase: "2.c", name: "an order with a number too low ends the session" },
    order2To4,
    send("NewOrderSingle", order("OLD", { MsgSeqNum: 3 })),
    expect("Logout", { Text: /5.*3/ }),
    expectDisconnect(),
  ),
  ...both(
    { testCase: "2.c", name: "a Heartbeat with a number too low ends the session" },
    alive("TWO"),
    send("Heartbeat", { MsgSeqNum: 1 }),
    expect("Logout", { Text: present }),
    expectDisconnect(),
  ),
  ...both(
    { testCase: "2.e", name: "a possible duplicate of what was received is left alone" },
    order2To4,
    send("NewOrderSingle", order("N-3", { MsgSeqNum: 3, ...repeated })),
    expectSilence(1),
    alive("FIVE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.e", name: "a possible duplicate that was not received is worked on" },
    send("NewOrderSingle", order("NEW", repeated)),
    expect("NewOrderSingle", { ClOrdID: "NEW", PossDupFlag: null }),
    alive("THREE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.f", name: "a repeated order that was sent before it was first sent" },
    order2To4,
    send("NewOrderSingle", {
      ...order("N-3"),
      MsgSeqNum: 3,
      PossDupFlag: "Y",
      OrigSendingTime: fromNow(30),
    }),
    expect("Reject", { RefSeqNum: 3, SessionRejectReason: 10 }),
  ),
  ...both(
    { testCase: "2.f", name: "a possible duplicate that was sent before it was first sent" },
    send("NewOrderSingle", order("ODD", { PossDupFlag: "Y", OrigSendingTime: fromNow(30) })),
    expect("Reject", { RefSeqNum: 2, SessionRejectReason: 10 }),
  ),
  ...both(
    { testCase: "2.g", name: "a possible duplicate needs OrigSendingTime" },
    order2To4,
    send("NewOrderSingle", order("N-3", { MsgSeqNum: 3, PossDupFlag: "Y" })),
    expect("Reject", { RefSeqNum: 3, RefTagID: 122, SessionRejectReason: 1 }),
    alive("FIVE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.c", name: "PossDupFlag N does not excuse a number too low" },
    alive("TWO"),
    send("Heartbeat", { MsgSeqNum: 2, PossDupFlag: "N" }),
    expect("Logout"),
    expectDisconnect(),
  ),
];

const gapFill: readonly Scenario[] = [
  ...both(
    { testCase: "10.a", name: "a gap fill with a number too high leaves a gap before it" },
    send("SequenceReset", { MsgSeqNum: 6, GapFillFlag: "Y", NewSeqNo: 12 }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
  ),
  ...both(
    { testCase: "10.b", name: "a gap fill with the expected number moves the numbers on" },
    send("SequenceReset", { GapFillFlag: "Y", NewSeqNo: 31 }),
    send("TestRequest", { MsgSeqNum: 31, TestReqID: "THIRTY-ONE" }),
    expect("Heartbeat", { TestReqID: "THIRTY-ONE" }),
    loggedOut(),
  ),
  ...both(
    { testCase: "10.c", name: "a repeated gap fill with a number too low is left alone" },
    alive("TWO"),
    send("SequenceReset", { MsgSeqNum: 1, ...repeated, GapFillFlag: "Y", NewSeqNo: 40 }),
    expectSilence(1),
    alive("THREE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "10.d", name: "a gap fill with a number too low ends the session" },
    alive("TWO"),
    send("SequenceReset", { MsgSeqNum: 1, GapFillFlag: "Y", NewSeqNo: 40 }),
    expect("Logout"),
    expectDisconnect(),
  ),
  ...both(
    { testCase: "10.e", name: "a gap fill that would lower the number is refused" },
    order2To4,
    send("SequenceReset", { MsgSeqNum: 5, GapFillFlag: "Y", NewSeqNo: 3 }),
    expect("Reject", { RefSeqNum: 5, SessionRejectReason: 5 }),
  ),
];

const reset: readonly Scenario[] = [
  ...both(
    { testCase: "11.a", name: "a reset moves the number on, whatever its own number" },
    send("SequenceReset", { MsgSeqNum: 90, NewSeqNo: 57 }),
    send("TestRequest", { MsgSeqNum: 57, TestReqID: "FIFTY-SEVEN" }),
    expect("Heartbeat", { TestReqID: "FIFTY-SEVEN" }),
  ),
  ...both(
    { testCase: "11.a", name: "GapFillFlag N is a reset" },
    send("SequenceReset", { MsgSeqNum: 1, GapFillFlag: "N", NewSeqNo: 19 }),
    send("TestRequest", { MsgSeqNum: 19, TestReqID: "NINETEEN" }),
    expect("Heartbeat", { TestReqID: "NINETEEN" }),
    loggedOut(),
  ),
  ...both(
    { testCase: "11.b", name: "a reset to the number that is expected changes nothing" },
    send("SequenceReset", { MsgSeqNum: 1, NewSeqNo: 2 }),
    alive("TWO"),
    loggedOut(),
  ),
  ...both(
    { testCase: "11.c", name: "a reset to a lower number is refused" },
    order2To4,
    send("SequenceReset", { MsgSeqNum: 1, NewSeqNo: 2 }),
    expect("Reject", { SessionRejectReason: 5 }),
    maybe("Logout"),
  ),
  ...both(
    { testCase: "11.c", name: "a refused reset leaves the expected number as it was" },
    order2To4,
    send("SequenceReset", { MsgSeqNum: 1, NewSeqNo: 3 }),
    expect("Reject", { SessionRejectReason: 5 }),
    send("TestRequest", { MsgSeqNum: 5, TestReqID: "FIVE" }),
    expect("Heartbeat", { TestReqID: "FIVE" }),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.b", name: "a SequenceReset needs NewSeqNo" },
    send("SequenceReset", { GapFillFlag: "Y" }),
    expect("Reject", { RefSeqNum: 2, RefTagID: 36, SessionRejectReason: 1 }),
  ),
];

export const sequenceScenarios: readonly Scenario[] = [...inOrder, ...tooLow, ...gapFill, ...reset];
