/** Heartbeat, TestRequest and Reject: FIX 4.4 vol. 2, test cases 4 to 7. */
import {
  acceptedLogon,
  acceptor,
  alive,
  both,
  connect,
  echoedOrder,
  expect,
  expectDisconnect,
  expectSilence,
  initiator,
  loggedOn,
  loggedOut,
  maybe,
  present,
  type Scenario,
  type Step,
  send,
  wait,
} from "./scenario.ts";

/** The same for both sides, with heartbeats every three seconds. */
function timed(testCase: string, name: string, ...steps: readonly (Step | readonly Step[])[]) {
  const settings = { heartbeatSeconds: 3 };
  return [
    acceptor({ testCase, name }, loggedOn({ HeartBtInt: 3 }), ...steps),
    initiator({ testCase, name, settings }, acceptedLogon({ HeartBtInt: 3 }), ...steps),
  ];
}

/** What an engine sends in three quiet seconds, and our sign of life. */
const beat = [expect("Heartbeat", { TestReqID: null }, 4), send("Heartbeat")];

const heartbeats: readonly Scenario[] = [
  ...timed("4.a", "nothing sent for the interval: a Heartbeat goes out", beat, beat, loggedOut()),
  ...timed(
    "4.a",
    "whatever is sent puts the next Heartbeat off",
    [wait(2), ...alive("BUSY"), expectSilence(2), expect("Heartbeat", { TestReqID: null }, 2)],
    [send("Heartbeat"), ...loggedOut()],
  ),
  ...both(
    { testCase: "4.b", name: "a TestRequest is answered with its own text" },
    alive("a"),
    alive("with blanks, = and ; inside"),
    alive("X".repeat(300)),
    loggedOut(),
  ),
  ...both(
    { testCase: "4.b", name: "several TestRequests are answered in order" },
    send("TestRequest", { TestReqID: "ONE" }),
    send("TestRequest", { TestReqID: "TWO" }),
    expect("Heartbeat", { TestReqID: "ONE" }),
    expect("Heartbeat", { TestReqID: "TWO" }),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.b", name: "a TestRequest needs TestReqID" },
    send("TestRequest"),
    expect("Reject", { RefSeqNum: 2, RefTagID: 112, RefMsgType: "1", SessionRejectReason: 1 }),
    alive("THREE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "5", name: "a Heartbeat is taken, whatever it answers" },
    send("Heartbeat"),
    send("Heartbeat", { TestReqID: "NEVER-ASKED" }),
    expectSilence(1),
    alive("FOUR"),
    loggedOut(),
  ),
];

/** A silent counterparty is asked after about 1.2 intervals, beside our heartbeats. */
const asked = [
  expect("Heartbeat", { TestReqID: null }, 4),
  expect("TestRequest", { TestReqID: present }, 4),
];

const testRequests: readonly Scenario[] = [
  ...timed("6", "a silent counterparty gets a TestRequest, and is dropped when it stays silent", [
    ...asked,
    maybe("Heartbeat", {}, 3),
    maybe("Logout", {}, 6),
    expectDisconnect(),
  ]),
  ...timed(
    "6",
    "a Heartbeat in answer to the TestRequest keeps the session",
    asked,
    send("Heartbeat", { TestReqID: "TEST" }),
    expect("Heartbeat", { TestReqID: null }, 4),
    send("Heartbeat"),
    alive("STILL"),
    loggedOut(),
  ),
  ...timed(
    "6",
    "any other message shows that the counterparty lives",
    asked,
    echoedOrder("SIGN-OF-LIFE"),
    expect("Heartbeat", { TestReqID: null }, 4),
    alive("STILL"),
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "4.a",
      name: "without heartbeats there are no TestRequests",
      settings: { keepsNumbers: true },
    },
    [connect, send("Logon", { HeartBtInt: 0 }), expect("Logon", { HeartBtInt: 0 })],
    expectSilence(3600),
    alive("AN-HOUR-LATER"),
  ),
];

const rejects: readonly Scenario[] = [
  ...both(
    { testCase: "7", name: "a Reject is taken without an answer" },
    send("Reject", { RefSeqNum: 1, Text: "not to our liking" }),
    expectSilence(1),
    alive("THREE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "7", name: "a Reject with its reason is taken without an answer" },
    echoedOrder("UNWANTED"),
    send("Reject", { RefSeqNum: 2, RefMsgType: "D", RefTagID: 44, SessionRejectReason: 5 }),
    expectSilence(1),
    alive("FOUR"),
    loggedOut(),
  ),
];

export const heartbeatScenarios: readonly Scenario[] = [...heartbeats, ...testRequests, ...rejects];
