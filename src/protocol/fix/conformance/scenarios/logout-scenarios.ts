/** Logout: FIX 4.4 vol. 2, test cases 12 and 13. */
import {
  acceptedLogon,
  acceptor,
  alive,
  askLogout,
  both,
  connect,
  drop,
  echoedOrder,
  expect,
  expectDisconnect,
  expectSilence,
  initiator,
  loggedOn,
  loggedOut,
  maybe,
  order,
  type Scenario,
  send,
} from "./scenario.ts";

const unsolicited: readonly Scenario[] = [
  ...both({ testCase: "13.b", name: "a Logout is answered, and the session ends" }, loggedOut()),
  ...both(
    { testCase: "13.b", name: "a Logout with a text is answered" },
    send("Logout", { Text: "end of the day" }),
    expect("Logout"),
    expectDisconnect(),
  ),
  ...both(
    { testCase: "13.b", name: "a Logout with a number too high is answered all the same" },
    send("Logout", { MsgSeqNum: 9 }),
    maybe("ResendRequest", { BeginSeqNo: 2 }),
    expect("Logout"),
    expectDisconnect(),
  ),
  acceptor(
    { testCase: "13.b", name: "after a Logout comes a new session" },
    [loggedOn(), echoedOrder("FIRST"), loggedOut()].flat(),
    [loggedOn(), echoedOrder("SECOND"), loggedOut()].flat(),
  ),
  acceptor(
    {
      testCase: "13.b",
      name: "after a Logout the numbers go on",
      settings: { keepsNumbers: true },
    },
    [loggedOn(), echoedOrder("FIRST"), loggedOut()].flat(),
    [connect, send("Logon"), expect("Logon", { MsgSeqNum: 4 }), ...echoedOrder("SECOND")],
    loggedOut(),
  ),
  acceptor(
    {
      testCase: "13.b",
      name: "after a lost connection the numbers go on",
      settings: { keepsNumbers: true },
    },
    [loggedOn(), echoedOrder("FIRST"), drop].flat(),
    [connect, send("Logon"), expect("Logon", { MsgSeqNum: 3 }), ...echoedOrder("SECOND")],
    loggedOut(),
  ),
];

const ours: readonly Scenario[] = [
  acceptor(
    { testCase: "12", name: "our Logout, answered, ends the connection" },
    [loggedOn(), askLogout("closing"), expect("Logout", { Text: "closing" })].flat(),
    [send("Logout"), expectDisconnect()],
  ),
  initiator(
    { testCase: "12", name: "our Logout, answered, ends the connection" },
    [acceptedLogon(), askLogout("closing"), expect("Logout", { Text: "closing" })].flat(),
    [send("Logout"), expectDisconnect()],
  ),
  acceptor(
    { testCase: "12", name: "our Logout, never answered, ends the connection after a while" },
    [loggedOn(), askLogout(), expect("Logout"), expectDisconnect(15)].flat(),
  ),
  initiator(
    { testCase: "12", name: "our Logout, never answered, ends the connection after a while" },
    [acceptedLogon(), askLogout(), expect("Logout"), expectDisconnect(15)].flat(),
  ),
  acceptor(
    { testCase: "12", name: "what is missing can be asked for before our Logout is answered" },
    [loggedOn(), alive("TWO"), askLogout(), expect("Logout", { MsgSeqNum: 3 })].flat(),
    send("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 2 }),
    expect("SequenceReset", { MsgSeqNum: 2, GapFillFlag: "Y", NewSeqNo: 3 }),
    [send("Logout"), expectDisconnect()],
  ),
  acceptor(
    {
      testCase: "12",
      name: "an order that crosses our Logout is not lost",
      settings: { keepsNumbers: true, application: "quiet" },
    },
    [loggedOn(), askLogout(), expect("Logout", { MsgSeqNum: 2 })].flat(),
    [send("NewOrderSingle", order("CROSSED")), send("Logout"), expectDisconnect()],
    [connect, send("Logon", { MsgSeqNum: 4 }), expect("Logon", { MsgSeqNum: 3 })],
    [expectSilence(1), ...alive("ON")],
  ),
];

export const logoutScenarios: readonly Scenario[] = [...unsolicited, ...ours];
