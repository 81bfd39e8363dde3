import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { messageOf } from "../codec/message-fixture.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { ApplicationAnswer, SessionIdentity } from "../session/session-contract.ts";
import { createAcceptanceApplication } from "./acceptance-application.ts";
import { dictionariesOf } from "./acceptance-config.ts";

const client: SessionIdentity = {
  beginString: "FIX.4.4",
  senderCompId: "ISLD",
  targetCompId: "TW44",
};

function createDesk() {
  const application = createAcceptanceApplication(() => dictionariesOf({ version: "FIX.4.4" }));
  return {
    logout: () => application.onLogout?.(client, { cause: "logged out", cancelsOrders: false }),
    take(body: string, session = client): ApplicationAnswer {
      const scanner = new MessageScanner();
      equal(scanner.scan(messageOf(session.beginString, body)), "whole");
      const isPossResend = scanner.isYes(97);
      return application.onMessage(scanner, {
        session,
        nowMs: 0,
        isPossDup: scanner.isYes(43),
        isPossResend,
      });
    },
  };
}

const header = "34=7|49=TW44|52=20260101-00:00:00|56=ISLD|";

describe("the application behind acceptance scripts", () => {
  test("echoes the body by tag, groups where their count stands, header fields in front", () => {
    const { replies } = createDesk().take(
      `35=D|${header}43=Y|122=20260101-00:00:00|115=FUND|97=Y|` +
        "55=ACME|453=2|448=B|447=D|452=3|802=1|523=S|803=2|448=A|447=D|452=1|11=ID|54=1|",
    );
    deepEqual(replies, [
      {
        msgType: "D",
        header: [
          [97, "Y"],
          [115, "FUND"],
        ],
        fields: [
          ...[[11, "ID"] as const, [54, "1"] as const, [55, "ACME"] as const],
          ...[[453, "2"] as const, [448, "B"] as const, [447, "D"] as const, [452, "3"] as const],
          ...[[802, "1"] as const, [523, "S"] as const, [803, "2"] as const],
          ...[[448, "A"] as const, [447, "D"] as const, [452, "1"] as const],
        ],
      },
    ]);
  });

  test("echoes raw data as the bytes it was", () => {
    const { replies } = createDesk().take(`35=D|${header}11=ID|354=3|355=a|b|`);
    deepEqual(replies?.[0]?.fields, [
      [11, "ID"],
      [354, "3"],
      [355, Buffer.from("a\u0001b")],
    ]);
  });

  test("leaves a possible resend of an order that was seen alone, until the logout", () => {
    const desk = createDesk();
    equal(desk.take(`35=D|${header}97=Y|11=ID|`).replies?.length, 1, "not seen yet");
    equal(desk.take(`35=D|${header}97=Y|11=ID|`).replies, undefined, "seen");
    equal(desk.take(`35=D|${header}11=ID|`).replies?.length, 1, "no possible resend");
    equal(desk.take(`35=D|${header}97=Y|11=ID2|`).replies?.length, 1, "another order");
    desk.logout();
    equal(desk.take(`35=D|${header}97=Y|11=ID|`).replies?.length, 1, "forgotten");
  });

  test("tells sessions apart", () => {
    const desk = createDesk();
    desk.take(`35=D|${header}11=ID|`);
    const other = { ...client, targetCompId: "TW" };
    equal(desk.take(`35=D|${header}97=Y|11=ID|`, other).replies?.length, 1);
  });

  test("refuses everything else: with j from FIX 4.2 on, with Reject before", () => {
    const desk = createDesk();
    deepEqual(desk.take(`35=8|${header}37=1|`).refusal, {
      level: "business",
      fault: { reason: 3, text: "Unsupported Message Type" },
    });
    const old = { ...client, beginString: "FIX.4.1" };
    const { refusal } = desk.take(`35=8|${header}37=1|`, old);
    deepEqual([refusal?.level, refusal?.fault.text], ["session", "Unsupported message type"]);
  });
});
