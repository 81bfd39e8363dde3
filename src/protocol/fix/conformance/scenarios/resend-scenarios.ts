/** ResendRequest: FIX 4.4 vol. 2, test cases 8 and 20. */
import {
  acceptor,
  alive,
  both,
  connect,
  drop,
  echoedOrder,
  expect,
  expectSilence,
  fromNow,
  loggedOn,
  loggedOut,
  maybe,
  order,
  present,
  restart,
  type Scenario,
  type SentFields,
  type Step,
  send,
} from "./scenario.ts";

const again = { PossDupFlag: "Y", OrigSendingTime: present } as const;

function ask(BeginSeqNo: number, EndSeqNo: number, more: SentFields = {}): Step {
  return send("ResendRequest", { BeginSeqNo, EndSeqNo, ...more });
}

/** The engine fills numbers from one up to, but without, another. */
function filled(from: number, to: number): Step {
  return expect("SequenceReset", { MsgSeqNum: from, GapFillFlag: "Y", NewSeqNo: to, ...again });
}

function sentAgain(number: number, id: string): Step {
  return expect("NewOrderSingle", { MsgSeqNum: number, ClOrdID: id, Price: "12.75", ...again });
}

/** Numbers 2 to 8 of the engine: heartbeats 2, 3, orders 4, 5, heartbeat 6, order 7, heartbeat 8. */
const history = [
  ...[...alive("T2"), ...alive("T3")],
  ...[...echoedOrder("O4"), ...echoedOrder("O5")],
  ...[...alive("T6"), ...echoedOrder("O7"), ...alive("T8")],
];

const ranges: readonly Scenario[] = [
  ...both(
    { testCase: "8", name: "only administrative messages: one gap fill" },
    [history, ask(2, 3), filled(2, 4), alive("NINE"), loggedOut()].flat(),
  ),
  ...both(
    { testCase: "8", name: "only application messages: each is sent again" },
    [history, ask(4, 5), sentAgain(4, "O4"), sentAgain(5, "O5"), alive("NINE"), loggedOut()].flat(),
  ),
  ...both(
    { testCase: "8", name: "both kinds: orders again, gap fills between them" },
    history,
    [ask(2, 8), filled(2, 4), sentAgain(4, "O4"), sentAgain(5, "O5")],
    [filled(6, 7), sentAgain(7, "O7"), filled(8, 9), ...alive("NINE"), ...loggedOut()],
  ),
  ...both({ testCase: "8", name: "one message alone" }, history, [
    ask(5, 5),
    sentAgain(5, "O5"),
    ask(6, 6),
    filled(6, 7),
    ...alive("NINE"),
    ...loggedOut(),
  ]),
  ...both({ testCase: "8", name: "an EndSeqNo of zero means all there are" }, history, [
    ask(6, 0),
    filled(6, 7),
    sentAgain(7, "O7"),
    filled(8, 9),
    ...alive("NINE"),
    ...loggedOut(),
  ]),
  ...both({ testCase: "8", name: "an EndSeqNo that was never sent means all there are" }, history, [
    ask(7, 400),
    sentAgain(7, "O7"),
    filled(8, 9),
    ...alive("NINE"),
    ...loggedOut(),
  ]),
  ...both({ testCase: "8", name: "from the Logon on" }, history, [
    ask(1, 4),
    filled(1, 4),
    sentAgain(4, "O4"),
    ...alive("NINE"),
    ...loggedOut(),
  ]),
  ...both(
    { testCase: "8", name: "asked for once more it comes once more" },
    history,
    [ask(4, 4), sentAgain(4, "O4"), ask(4, 4), sentAgain(4, "O4"), ...alive("NINE")],
    loggedOut(),
  ),
  ...both(
    { testCase: "8", name: "what is sent again is as it was, but for its times" },
    send("NewOrderSingle", order("GROUP", { NoPartyIDs: [party("A"), party("B")] })),
    expect("NewOrderSingle", { ClOrdID: "GROUP", NoPartyIDs: 2 }),
    ask(2, 2),
    expect("NewOrderSingle", {
      MsgSeqNum: 2,
      ClOrdID: "GROUP",
      NoPartyIDs: 2,
      OrderQty: 300,
      ...again,
    }),
    alive("THREE"),
    loggedOut(),
  ),
];

function party(id: string): SentFields {
  return { PartyID: id, PartyIDSource: "D", PartyRole: "3" };
}

const faulty: readonly Scenario[] = [
  ...both(
    { testCase: "14.b", name: "a ResendRequest needs EndSeqNo" },
    history,
    send("ResendRequest", { BeginSeqNo: 2 }),
    expect("Reject", { RefTagID: 16, RefMsgType: "2", SessionRejectReason: 1 }),
    alive("TEN"),
    loggedOut(),
  ),
  ...both(
    { testCase: "14.f", name: "a BeginSeqNo that is no number is rejected" },
    send("ResendRequest", { BeginSeqNo: "first", EndSeqNo: 0 }),
    expect("Reject", { RefTagID: 7, RefMsgType: "2", SessionRejectReason: 6 }),
    alive("THREE"),
    loggedOut(),
  ),
];

const meanwhile: readonly Scenario[] = [
  ...both(
    { testCase: "20", name: "both sides ask at the same time: both get what they asked for" },
    history,
    send("Heartbeat", { MsgSeqNum: 12 }),
    expect("ResendRequest", { BeginSeqNo: 9, EndSeqNo: 0 }),
    ask(7, 0),
    sentAgain(7, "O7"),
    expect("SequenceReset", { MsgSeqNum: 8, GapFillFlag: "Y", NewSeqNo: 10, ...again }),
    send("SequenceReset", {
      MsgSeqNum: 9,
      PossDupFlag: "Y",
      OrigSendingTime: fromNow(-1),
      GapFillFlag: "Y",
      NewSeqNo: 14,
    }),
    alive("FOURTEEN"),
    loggedOut(),
  ),
  ...both(
    { testCase: "20", name: "a ResendRequest beyond a gap is answered, whatever is missing" },
    history,
    ask(7, 7, { MsgSeqNum: 11 }),
    maybe("ResendRequest", { BeginSeqNo: 9 }),
    sentAgain(7, "O7"),
  ),
];

const overConnections: readonly Scenario[] = [
  acceptor(
    {
      testCase: "8",
      name: "messages of an earlier connection can be asked for",
      settings: { keepsNumbers: true },
    },
    loggedOn(),
    [...echoedOrder("O2"), ...echoedOrder("O3"), drop],
    [connect, send("Logon"), expect("Logon", { MsgSeqNum: 4 }), ask(3, 0)],
    [sentAgain(3, "O3"), filled(4, 5), ...alive("ON"), ...loggedOut()],
  ),
  acceptor(
    {
      testCase: "8",
      name: "messages from before a crash can be asked for",
      settings: { keepsNumbers: true },
    },
    loggedOn(),
    [...echoedOrder("O2"), ...echoedOrder("O3"), restart],
    [connect, send("Logon"), expect("Logon", { MsgSeqNum: 4 }), ask(2, 3)],
    [sentAgain(2, "O2"), sentAgain(3, "O3"), ...alive("ON"), ...loggedOut()],
  ),
  acceptor(
    {
      testCase: "8",
      name: "after a reset nothing older is sent again",
      settings: { keepsNumbers: true },
    },
    loggedOn(),
    [...echoedOrder("OLD-2"), ...echoedOrder("OLD-3"), drop],
    connect,
    send("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    expect("Logon", { MsgSeqNum: 1, ResetSeqNumFlag: "Y" }),
    [ask(1, 0), filled(1, 2), expectSilence(1), ...alive("TWO")],
  ),
];

export const resendScenarios: readonly Scenario[] = [
  ...ranges,
  ...faulty,
  ...meanwhile,
  ...overConnections,
];
