/** Standard header and trailer: FIX 4.4 vol. 2, test cases 2.d, 2.h to 2.t, 3, 15, 18 and 19. */
import {
  alive,
  both,
  echoedOrder,
  expect,
  expectDisconnect,
  expectSilence,
  fromNow,
  loggedOut,
  maybe,
  order,
  type Scenario,
  send,
  sendInOrder,
  sendSpoiled,
} from "./scenario.ts";

/** Ways in which a message stops being one. It is ignored, and its number is still free. */
const spoilers: Readonly<Record<string, (text: string) => string>> = {
  "a BodyLength too large": (text) =>
    text.replace(/9=(\d+)/, (_, length) => `9=${Number(length) + 1}`),
  "a BodyLength too small": (text) =>
    text.replace(/9=(\d+)/, (_, length) => `9=${Number(length) - 7}`),
  "a BodyLength that is no number": (text) => text.replace(/9=\d+/, "9=long"),
  "a wrong CheckSum": (text) =>
    text.replace(
      /10=(\d{3})/,
      (_, sum) => `10=${String((Number(sum) + 1) % 256).padStart(3, "0")}`,
    ),
  "a CheckSum of one digit": (text) => text.replace(/10=\d{3}/, "10=7"),
  "a CheckSum above 255": (text) => text.replace(/10=\d{3}/, "10=301"),
  "MsgType before BodyLength": (text) => text.replace(/(9=\d+)(.)(35=\w+)/s, "$3$2$1"),
};

const garbled: readonly Scenario[] = Object.entries(spoilers).flatMap(([fault, spoil]) =>
  both(
    { testCase: "2.d", name: `a message with ${fault} is ignored` },
    sendSpoiled("NewOrderSingle", order("SPOILT"), spoil),
    alive("NUMBER-2"),
    loggedOut(),
  ),
);

const afterGarbled: readonly Scenario[] = [
  ...both(
    { testCase: "3.b", name: "what a garbled message should have been is asked for" },
    sendSpoiled("NewOrderSingle", order("LOST"), (text) => text.replace(/10=\d{3}/, "10=000")),
    send("Heartbeat", { MsgSeqNum: 3 }),
    expect("ResendRequest", { BeginSeqNo: 2, EndSeqNo: 0 }),
    send(
      "NewOrderSingle",
      order("LOST", { MsgSeqNum: 2, PossDupFlag: "Y", OrigSendingTime: fromNow(-1) }),
    ),
    expect("NewOrderSingle", { ClOrdID: "LOST" }),
    alive("FOUR"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.d", name: "noise between messages does not hurt" },
    sendSpoiled("Heartbeat", {}, () => "\u0001line noise=\u0001\u0001"),
    alive("TWO"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.d", name: "a message without MsgSeqNum ends the session" },
    send("Heartbeat", { MsgSeqNum: null }),
    [maybe("Reject"), expect("Logout"), expectDisconnect()],
  ),
];

const wrongParties = { SenderCompID: "STRANGER", TargetCompID: "ELSEWHERE" } as const;

const identity: readonly Scenario[] = [
  ...both(
    { testCase: "2.i", name: "another BeginString ends the session" },
    send("Heartbeat", { BeginString: "FIX.4.2" }),
    expect("Logout", { Text: /BeginString/ }),
    expectDisconnect(),
  ),
  ...(["SenderCompID", "TargetCompID"] as const).flatMap((name) =>
    both(
      { testCase: "2.k", name: `another ${name} is rejected and ends the session` },
      send("NewOrderSingle", order("WHOSE", { [name]: wrongParties[name] })),
      expect("Reject", { RefSeqNum: 2, RefMsgType: "D", SessionRejectReason: 9 }),
      [expect("Logout"), send("Logout"), expectDisconnect()],
    ),
  ),
  ...both(
    { testCase: "2.n", name: "a SendingTime one minute off is good enough" },
    send("NewOrderSingle", order("SLOW", { SendingTime: fromNow(-60) })),
    expect("NewOrderSingle", { ClOrdID: "SLOW" }),
    send("NewOrderSingle", order("FAST", { SendingTime: fromNow(60) })),
    expect("NewOrderSingle", { ClOrdID: "FAST" }),
    loggedOut(),
  ),
  ...[-300, 300].flatMap((seconds) =>
    both(
      { testCase: "2.o", name: `a SendingTime ${seconds} s off is rejected and ends the session` },
      send("NewOrderSingle", order("WHEN", { SendingTime: fromNow(seconds) })),
      expect("Reject", { RefSeqNum: 2, SessionRejectReason: 10 }),
      [expect("Logout"), send("Logout"), expectDisconnect()],
    ),
  ),
  ...both(
    { testCase: "2.q", name: "a MsgType that does not exist is rejected" },
    send("#~", {}),
    expect("Reject", { RefSeqNum: 2, RefMsgType: "~", SessionRejectReason: 11 }),
    alive("THREE"),
    loggedOut(),
  ),
  ...both(
    { testCase: "2.r", name: "a message that the application does not take is refused by it" },
    send("OrderStatusRequest", { ClOrdID: "WHERE", Symbol: "ACME", Side: "2" }),
    expect("BusinessMessageReject", {
      RefSeqNum: 2,
      RefMsgType: "H",
      BusinessRejectReason: 3,
    }),
    alive("THREE"),
    loggedOut(),
  ),
];

const freedom: readonly Scenario[] = [
  ...both(
    { testCase: "15", name: "fields of header and body may stand in any order" },
    send("NewOrderSingle", {
      ...order("ORDERLY"),
      SenderSubID: "BOX",
    }),
    expect("NewOrderSingle", { ClOrdID: "ORDERLY" }),
    sendInOrder("NewOrderSingle", {
      OnBehalfOfCompID: "FUND",
      SenderSubID: "BOX",
      OrdType: "1",
      TransactTime: fromNow(0),
      Side: "2",
      OrderQty: 40,
      Symbol: "ACME",
      ClOrdID: "UNTIDY",
    }),
    expect("NewOrderSingle", { ClOrdID: "UNTIDY" }),
    loggedOut(),
  ),
  ...both(
    { testCase: "18", name: "a Reject goes back to the firm behind the counterparty" },
    send("NewOrderSingle", order("FUND-1", { OnBehalfOfCompID: "FUND", Side: "" })),
    expect("Reject", { DeliverToCompID: "FUND", OnBehalfOfCompID: null, RefTagID: 54 }),
    loggedOut(),
  ),
  ...both(
    { testCase: "19.a", name: "a possible resend of an order that was seen is left alone" },
    echoedOrder("ONCE"),
    send("NewOrderSingle", order("ONCE", { PossResend: "Y" })),
    expectSilence(1),
    alive("FOUR"),
    loggedOut(),
  ),
  ...both(
    { testCase: "19.b", name: "a possible resend of an order that was not seen is worked on" },
    send("NewOrderSingle", order("TWICE", { PossResend: "Y" })),
    expect("NewOrderSingle", { ClOrdID: "TWICE" }),
    loggedOut(),
  ),
];

export const integrityScenarios: readonly Scenario[] = [
  ...garbled,
  ...afterGarbled,
  ...identity,
  ...freedom,
];
