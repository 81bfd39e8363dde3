/** An acceptor receives a Logon: FIX 4.4 vol. 2, test cases 1S. */
import {
  acceptor,
  alive,
  connect,
  expect,
  expectDisconnect,
  expectSilence,
  fromNow,
  loggedOn,
  loggedOut,
  maybe,
  order,
  type Scenario,
  type SentFields,
  send,
  sendSpoiled,
} from "./scenario.ts";

const refused = [maybe("Reject"), maybe("Logout"), expectDisconnect()];

const good: readonly Scenario[] = [
  acceptor(
    { testCase: "1S.a", name: "a good Logon is answered with one" },
    [connect, send("Logon"), expect("Logon", { MsgSeqNum: 1, EncryptMethod: "0" })],
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "the answer takes over the interval of the Logon" },
    [connect, send("Logon", { HeartBtInt: 47 }), expect("Logon", { HeartBtInt: 47 })],
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "an interval of zero means no heartbeats" },
    loggedOn({ HeartBtInt: 0 }),
    expectSilence(6),
    alive("STILL-THERE"),
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "body fields of a Logon may stand in any order" },
    [connect, send("Logon", { HeartBtInt: 21, EncryptMethod: "0" })],
    expect("Logon", { HeartBtInt: 21 }),
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "a Logon may carry a user name and a password" },
    loggedOn({ Username: "desk", Password: "open-sesame" }),
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "ResetSeqNumFlag N is as none" },
    [connect, send("Logon", { ResetSeqNumFlag: "N" }), expect("Logon", { MsgSeqNum: 1 })],
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "1S.a",
      name: "the answer names the version of the application's messages",
      versions: ["FIX.5.0SP2"],
    },
    [connect, send("Logon"), expect("Logon", { DefaultApplVerID: "9" })],
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "1S.a",
      name: "the right password is accepted",
      settings: { wantsPassword: "tulip" },
    },
    loggedOn({ Username: "desk", Password: "tulip" }),
    alive("IN"),
  ),
];

const numbers: readonly Scenario[] = [
  acceptor(
    { testCase: "1S.b", name: "a number too high is answered, then what is missing is asked for" },
    [connect, send("Logon", { MsgSeqNum: 6 }), expect("Logon", { MsgSeqNum: 1 })],
    expect("ResendRequest", { BeginSeqNo: 1, EndSeqNo: 0 }),
    send("SequenceReset", {
      MsgSeqNum: 1,
      PossDupFlag: "Y",
      OrigSendingTime: fromNow(-1),
      GapFillFlag: "Y",
      NewSeqNo: 7,
    }),
    alive("FILLED"),
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "1S.b",
      name: "numbers go on where the last session left them",
      settings: { keepsNumbers: true, nextInbound: 41, nextOutbound: 17 },
    },
    [connect, send("Logon", { MsgSeqNum: 41 }), expect("Logon", { MsgSeqNum: 17 })],
    alive("ON"),
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "1S.b",
      name: "a gap since the last session is asked for from the first missing number on",
      settings: { keepsNumbers: true, nextInbound: 41, nextOutbound: 17 },
    },
    [connect, send("Logon", { MsgSeqNum: 45 }), expect("Logon", { MsgSeqNum: 17 })],
    expect("ResendRequest", { BeginSeqNo: 41, EndSeqNo: 0 }),
  ),
  acceptor(
    {
      testCase: "2S.c",
      name: "a number too low ends the session",
      settings: { keepsNumbers: true, nextInbound: 41, nextOutbound: 17 },
    },
    [connect, send("Logon", { MsgSeqNum: 12 })],
    expect("Logout", { MsgSeqNum: 17, Text: /41.*12/ }),
    expectDisconnect(),
  ),
  acceptor(
    {
      testCase: "1S.a",
      name: "ResetSeqNumFlag begins both numbers at 1",
      settings: { keepsNumbers: true, nextInbound: 41, nextOutbound: 17 },
    },
    [connect, send("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" })],
    expect("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    alive("AFRESH"),
    loggedOut(),
  ),
  acceptor(
    { testCase: "1S.a", name: "ResetSeqNumFlag within a session begins both numbers at 1" },
    loggedOn(),
    alive("BEFORE"),
    send("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    expect("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    alive("AFTER"),
    loggedOut(),
  ),
];

const nextExpected: readonly Scenario[] = [
  acceptor(
    {
      testCase: "1S.a",
      name: "NextExpectedMsgSeqNum is answered with ours",
      settings: { keepsNumbers: true, nextInbound: 5, nextOutbound: 9, usesNextExpected: true },
    },
    [connect, send("Logon", { NextExpectedMsgSeqNum: 9 })],
    expect("Logon", { MsgSeqNum: 9, NextExpectedMsgSeqNum: 6 }),
    alive("AGREED"),
  ),
  acceptor(
    {
      testCase: "1S.a",
      name: "what NextExpectedMsgSeqNum says is missing comes unasked",
      settings: { keepsNumbers: true, nextInbound: 5, nextOutbound: 9, usesNextExpected: true },
    },
    [connect, send("Logon", { NextExpectedMsgSeqNum: 4 })],
    expect("Logon", { MsgSeqNum: 9, NextExpectedMsgSeqNum: 6 }),
    expect("SequenceReset", {
      MsgSeqNum: 4,
      GapFillFlag: "Y",
      PossDupFlag: "Y",
      NewSeqNo: /^(9|10)$/,
    }),
    alive("FILLED"),
  ),
  acceptor(
    {
      testCase: "1S.e",
      name: "a NextExpectedMsgSeqNum beyond our numbers ends the session",
      settings: { keepsNumbers: true, nextInbound: 5, nextOutbound: 9, usesNextExpected: true },
    },
    [connect, send("Logon", { NextExpectedMsgSeqNum: 23 })],
    [maybe("Logon"), expect("Logout", { MsgSeqNum: /./, Text: /NextExpected|789/ })],
    expectDisconnect(),
  ),
];

const bad: readonly Scenario[] = [
  acceptor({ testCase: "1S.d", name: "an unknown SenderCompID is cut off without a word" }, [
    connect,
    send("Logon", { SenderCompID: "NOBODY" }),
    expectDisconnect(),
  ]),
  acceptor({ testCase: "1S.d", name: "an unknown TargetCompID is cut off without a word" }, [
    connect,
    send("Logon", { TargetCompID: "NOBODY" }),
    expectDisconnect(),
  ]),
  acceptor({ testCase: "1S.d", name: "another BeginString is cut off" }, [
    connect,
    send("Logon", { BeginString: "FIX.4.1" }),
    maybe("Logout"),
    expectDisconnect(),
  ]),
  acceptor(
    {
      testCase: "1S.d",
      name: "a wrong password is refused",
      settings: { wantsPassword: "tulip" },
    },
    [connect, send("Logon", { Username: "desk", Password: "t0lip" })],
    [maybe("Logout", { Text: /^(?!.*t0lip)/ }), expectDisconnect()],
  ),
  acceptor(
    {
      testCase: "1S.d",
      name: "a missing password is refused",
      settings: { wantsPassword: "tulip" },
    },
    [connect, send("Logon"), maybe("Logout"), expectDisconnect()],
  ),
  acceptor({ testCase: "1S.e", name: "a Logon without HeartBtInt is refused" }, [
    connect,
    send("Logon", { HeartBtInt: null }),
    ...refused,
  ]),
  acceptor({ testCase: "1S.e", name: "a Logon without EncryptMethod is refused" }, [
    connect,
    send("Logon", { EncryptMethod: null }),
    ...refused,
  ]),
  acceptor({ testCase: "1S.e", name: "a HeartBtInt that is no number is refused" }, [
    connect,
    send("Logon", { HeartBtInt: "often" }),
    ...refused,
  ]),
  acceptor(
    {
      testCase: "1S.e",
      name: "a negative HeartBtInt is refused",
      settings: { keepsNumbers: true },
    },
    [connect, send("Logon", { HeartBtInt: -5 }), ...refused],
  ),
  acceptor({ testCase: "1S.e", name: "a SendingTime of ten minutes ago is refused" }, [
    connect,
    send("Logon", { SendingTime: fromNow(-600) }),
    ...refused,
  ]),
  acceptor({ testCase: "1S.e", name: "a SendingTime ten minutes ahead is refused" }, [
    connect,
    send("Logon", { SendingTime: fromNow(600) }),
    ...refused,
  ]),
  acceptor(
    {
      testCase: "1S.e",
      name: "FIXT needs DefaultApplVerID",
      versions: ["FIX.5.0SP2"],
    },
    [connect, send("Logon", { DefaultApplVerID: null }), ...refused],
  ),
  acceptor({ testCase: "1S.e", name: "who never logs on is cut off" }, [
    connect,
    expectDisconnect(15),
  ]),
  acceptor(
    { testCase: "1S.e", name: "a garbled Logon is never answered" },
    connect,
    sendSpoiled("Logon", {}, (text) => text.replace(/10=\d{3}/, "10=999")),
    expectDisconnect(15),
  ),
];

const firstMessages: Readonly<Record<string, SentFields>> = {
  Heartbeat: {},
  TestRequest: { TestReqID: "KNOCK" },
  Logout: {},
  ResendRequest: { BeginSeqNo: 1, EndSeqNo: 0 },
  NewOrderSingle: order("FIRST"),
};

const notLogon: readonly Scenario[] = Object.entries(firstMessages).map(([type, fields]) =>
  acceptor({ testCase: "1S.e", name: `a session that begins with ${type} is cut off` }, [
    connect,
    send(type, fields),
    maybe("Logout"),
    expectDisconnect(),
  ]),
);

export const logonScenarios: readonly Scenario[] = [
  ...good,
  ...numbers,
  ...nextExpected,
  ...bad,
  ...notLogon,
];
