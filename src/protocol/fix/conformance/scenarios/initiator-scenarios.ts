/** An initiator connects and logs on: FIX 4.4 vol. 2, test cases 1B; and what follows from it. */
import {
  acceptedLogon,
  alive,
  connect,
  drop,
  echoedOrder,
  expect,
  expectDisconnect,
  expectSilence,
  fromNow,
  initiator,
  loggedOut,
  maybe,
  order,
  present,
  restart,
  type Scenario,
  type SentFields,
  send,
  submit,
} from "./scenario.ts";

const ended = [maybe("Reject"), maybe("Logout"), expectDisconnect()];

const logon: readonly Scenario[] = [
  initiator(
    { testCase: "1B.b", name: "a connection begins with a Logon" },
    connect,
    expect("Logon", { MsgSeqNum: 1, EncryptMethod: "0", HeartBtInt: 30, ResetSeqNumFlag: null }),
    [send("Logon"), ...alive("IN"), ...loggedOut()],
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "the Logon has the interval asked for",
      settings: { heartbeatSeconds: 17 },
    },
    [connect, expect("Logon", { HeartBtInt: 17 }), send("Logon", { HeartBtInt: 17 })],
    alive("IN"),
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "the Logon has user name and password",
      settings: { username: "desk-7", password: "s3cr3t" },
    },
    [connect, expect("Logon", { Username: "desk-7", Password: "s3cr3t" }), send("Logon")],
    alive("IN"),
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "the Logon names the version of the application's messages",
      versions: ["FIX.5.0SP2"],
    },
    [connect, expect("Logon", { DefaultApplVerID: "9" }), send("Logon"), ...alive("IN")],
  ),
  initiator({ testCase: "1B.b", name: "nothing is sent before the answer" }, [
    connect,
    expect("Logon"),
    expectSilence(3),
    send("Logon"),
    ...alive("IN"),
  ]),
];

const answers: readonly Scenario[] = [
  initiator(
    { testCase: "1B.c", name: "an answer with a number too high is good, but leaves a gap" },
    [connect, expect("Logon"), send("Logon", { MsgSeqNum: 9 })],
    expect("ResendRequest", { BeginSeqNo: 1, EndSeqNo: 0 }),
    send("SequenceReset", {
      MsgSeqNum: 1,
      PossDupFlag: "Y",
      OrigSendingTime: fromNow(-1),
      GapFillFlag: "Y",
      NewSeqNo: 10,
    }),
    [...alive("TEN"), ...loggedOut()],
  ),
  initiator(
    {
      testCase: "2B.c",
      name: "an answer with a number too low ends the session",
      settings: { keepsNumbers: true, nextInbound: 7, nextOutbound: 3 },
    },
    [connect, expect("Logon", { MsgSeqNum: 3 }), send("Logon", { MsgSeqNum: 2 })],
    [expect("Logout", { Text: /7.*2/ }), expectDisconnect()],
  ),
  ...Object.entries({
    "of another SenderCompID": { SenderCompID: "OTHER" },
    "to another TargetCompID": { TargetCompID: "OTHER" },
    "of another BeginString": { BeginString: "FIX.4.0" },
    "of an hour ago": { SendingTime: fromNow(-3600) },
    "without HeartBtInt": { HeartBtInt: null },
    "whose HeartBtInt is no number": { HeartBtInt: "thirty" },
  } satisfies Record<string, SentFields>).map(([what, fields]) =>
    initiator({ testCase: "1B.d", name: `an answer ${what} ends the session` }, [
      connect,
      expect("Logon"),
      send("Logon", fields),
      ...ended,
    ]),
  ),
  ...Object.entries({
    Heartbeat: {},
    TestRequest: { TestReqID: "WHO" },
    ResendRequest: { BeginSeqNo: 1, EndSeqNo: 0 },
    NewOrderSingle: order("TOO-SOON"),
  } satisfies Record<string, SentFields>).map(([type, fields]) =>
    initiator({ testCase: "1B.e", name: `${type} in place of the answer ends the session` }, [
      connect,
      expect("Logon"),
      send(type, fields),
      ...ended,
    ]),
  ),
  initiator(
    { testCase: "1B.d", name: "a Logout in place of the answer ends the session" },
    [connect, expect("Logon"), send("Logout", { Text: "not today" })],
    [maybe("Logout"), expectDisconnect()],
  ),
  initiator({ testCase: "1B.d", name: "no answer at all ends the session" }, [
    connect,
    expect("Logon"),
    maybe("Logout", {}, 15),
    expectDisconnect(15),
  ]),
];

const reconnects: readonly Scenario[] = [
  initiator(
    {
      testCase: "1B.b",
      name: "numbers go on after a lost connection",
      settings: { keepsNumbers: true },
    },
    [...acceptedLogon(), ...echoedOrder("FIRST"), drop],
    [connect, expect("Logon", { MsgSeqNum: 3 }), send("Logon"), ...echoedOrder("SECOND")],
    loggedOut(),
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "numbers go on after a crash",
      settings: { keepsNumbers: true },
    },
    [...acceptedLogon(), ...echoedOrder("FIRST"), restart],
    [connect, expect("Logon", { MsgSeqNum: 3 }), send("Logon"), ...echoedOrder("SECOND")],
    loggedOut(),
  ),
  initiator(
    {
      testCase: "1B.c",
      name: "what was missed while we were away is asked for",
      settings: { keepsNumbers: true },
    },
    [...acceptedLogon(), ...alive("TWO"), drop],
    [connect, expect("Logon", { MsgSeqNum: 3 }), send("Logon", { MsgSeqNum: 6 })],
    expect("ResendRequest", { BeginSeqNo: 3, EndSeqNo: 0 }),
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "a Logon that was never answered keeps its number",
      settings: { keepsNumbers: true },
    },
    [connect, expect("Logon", { MsgSeqNum: 1 }), drop],
    [connect, expect("Logon", { MsgSeqNum: 2 }), send("Logon", { MsgSeqNum: 1 })],
    alive("IN"),
  ),
  initiator(
    {
      testCase: "1B.b",
      name: "a reset begins both numbers at 1",
      settings: { keepsNumbers: true, nextInbound: 30, nextOutbound: 60, sendsReset: true },
    },
    [connect, expect("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" })],
    send("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    [...alive("TWO"), ...loggedOut()],
  ),
];

const nextExpected: readonly Scenario[] = [
  initiator(
    {
      testCase: "1B.b",
      name: "the Logon says what we expect next",
      settings: { keepsNumbers: true, nextInbound: 12, nextOutbound: 5, usesNextExpected: true },
    },
    [connect, expect("Logon", { MsgSeqNum: 5, NextExpectedMsgSeqNum: 12 })],
    [send("Logon", { NextExpectedMsgSeqNum: 6 }), ...alive("AGREED")],
  ),
  initiator(
    {
      testCase: "1B.c",
      name: "what the answer says is missing comes unasked",
      settings: { keepsNumbers: true, nextInbound: 12, nextOutbound: 5, usesNextExpected: true },
    },
    [connect, expect("Logon", { NextExpectedMsgSeqNum: 12 })],
    send("Logon", { NextExpectedMsgSeqNum: 3 }),
    expect("SequenceReset", { MsgSeqNum: 3, GapFillFlag: "Y", PossDupFlag: "Y", NewSeqNo: 6 }),
    alive("FILLED"),
  ),
  initiator(
    {
      testCase: "1B.d",
      name: "an answer that expects more than we sent ends the session",
      settings: { keepsNumbers: true, nextInbound: 12, nextOutbound: 5, usesNextExpected: true },
    },
    [connect, expect("Logon"), send("Logon", { NextExpectedMsgSeqNum: 40 })],
    [expect("Logout", { Text: /NextExpected|789/ }), expectDisconnect()],
  ),
];

/** The application's own messages, and what may not be sent again. */
const orders: readonly Scenario[] = [
  initiator(
    {
      testCase: "8",
      name: "an order goes out with the next number",
      settings: { application: "quiet" },
    },
    acceptedLogon(),
    submit("NewOrderSingle", order("OUT-1")),
    expect("NewOrderSingle", { MsgSeqNum: 2, ClOrdID: "OUT-1", PossDupFlag: null }),
    submit("NewOrderSingle", order("OUT-2")),
    expect("NewOrderSingle", { MsgSeqNum: 3, ClOrdID: "OUT-2" }),
    loggedOut(),
  ),
  initiator(
    {
      testCase: "8",
      name: "an old order is not sent again: its number is filled",
      settings: { application: "quiet" },
    },
    acceptedLogon(),
    submit("NewOrderSingle", order("OUT-1")),
    expect("NewOrderSingle", { ClOrdID: "OUT-1" }),
    submit("OrderCancelRequest", {
      OrigClOrdID: "OUT-1",
      ClOrdID: "OUT-2",
      Symbol: "ACME",
      Side: "1",
      TransactTime: fromNow(0),
      OrderQty: 300,
    }),
    expect("OrderCancelRequest", { ClOrdID: "OUT-2" }),
    expectSilence(5),
    send("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    expect("SequenceReset", { MsgSeqNum: 2, NewSeqNo: 3, GapFillFlag: "Y", PossDupFlag: "Y" }),
    expect("OrderCancelRequest", {
      MsgSeqNum: 3,
      ClOrdID: "OUT-2",
      PossDupFlag: "Y",
      OrigSendingTime: present,
    }),
    [...alive("FOUR"), ...loggedOut()],
  ),
  initiator(
    { testCase: "2.a", name: "a report on an order is taken", settings: { application: "quiet" } },
    acceptedLogon(),
    submit("NewOrderSingle", order("OUT-1")),
    expect("NewOrderSingle", { ClOrdID: "OUT-1" }),
    send("ExecutionReport", {
      OrderID: "V-1",
      ExecID: "V-1-1",
      ExecType: "0",
      OrdStatus: "0",
      ClOrdID: "OUT-1",
      Symbol: "ACME",
      Side: "1",
      LeavesQty: 300,
      CumQty: 0,
      AvgPx: 0,
    }),
    expectSilence(1),
    [...alive("THREE"), ...loggedOut()],
  ),
];

export const initiatorScenarios: readonly Scenario[] = [
  ...logon,
  ...answers,
  ...reconnects,
  ...nextExpected,
  ...orders,
];
