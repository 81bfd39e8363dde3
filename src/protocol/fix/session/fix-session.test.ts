import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { messageOf } from "../codec/message-fixture.ts";
import type { ApplicationAnswer, SessionEnding } from "./session-contract.ts";
import { Bench, noonMs, orderOf, quietApplication, reportOf } from "./session-fixture.ts";

/** An application with one answer for everything, that remembers what it was told of. */
function answering(answer: ApplicationAnswer) {
  const told: string[] = [];
  return {
    told,
    onMessage(view: { readonly msgSeqNum: number; text(tag: number): string | undefined }) {
      told.push(`${view.msgSeqNum}:${view.text(11)}`);
      return answer;
    },
  };
}

describe("a unit of work", () => {
  test("holds the received message, the replies and what is remembered, with the numbers after", () => {
    const attachment = Buffer.from("accepted ONE");
    const application = answering({ replies: [reportOf("ONE")], attachments: [attachment] });
    const bench = new Bench({ application });
    bench.logOn();
    deepEqual(bench.say("35=D|34=2|11=ONE|"), ["35=8|34=2|11=ONE|"]);
    const { unit } = bench.outputs.at(-1)!;
    ok(unit !== undefined);
    deepEqual([unit.nextInbound, unit.nextOutbound], [3, 3]);
    deepEqual(
      unit.outbound.map(({ seqNum }) => seqNum),
      [2],
    );
    deepEqual(
      unit.inbound.map(({ seqNum }) => seqNum),
      [2],
    );
    deepEqual(unit.attachments, [attachment]);
    equal(unit.session, "FIX.4.4:US->THEM");
  });

  test("is not there where nothing has to be stored", () => {
    const bench = new Bench();
    bench.logOn();
    bench.take(bench.machine.receiveGarbled("CheckSum 1, expected 2", bench.nowMs));
    equal(bench.outputs.at(-1)?.unit, undefined);
    bench.say("35=0|34=1|43=Y|122=20260610-11:00:00|");
    equal(bench.outputs.at(-1)?.unit, undefined);
  });

  test("of messages sent while there is no connection is stored, and nothing is sent", () => {
    const bench = new Bench();
    deepEqual(bench.send(reportOf("ONE")), []);
    equal(bench.machine.nextOutbound, 2);
    bench.logOn();
    deepEqual(
      bench.say("35=2|34=2|7=1|16=0|"),
      ["35=8|34=1|43=Y|11=ONE|", "35=4|34=2|43=Y|36=3|123=Y|"].map(again),
    );
  });

  test("keeps copies: the bytes of the wire may be used again", () => {
    const bench = new Bench();
    bench.logOn();
    const bytes = messageOf("FIX.4.4", "35=0|34=2|49=THEM|52=20260610-12:00:00|56=US|");
    const before = Buffer.from(bytes);
    bench.sayWhole(bytes);
    bytes.fill(0);
    deepEqual(Buffer.from(bench.outputs.at(-1)!.unit!.inbound[0]!.bytes), before);
  });

  test("an application sends no administrative messages", () => {
    const bench = new Bench();
    throws(() => bench.send({ msgType: "0", fields: [] }), /application messages/);
  });
});

describe("Logon", () => {
  test("takes over the interval, and tells the application", () => {
    const application = { ...quietApplication, onLogon: () => ({ replies: [reportOf("HI")] }) };
    const bench = new Bench({ application });
    deepEqual(bench.logOn("35=A|34=1|98=0|108=17|"), [
      "35=A|34=1|98=0|108=17|",
      "35=8|34=2|11=HI|",
    ]);
    deepEqual(bench.eventsOf("logon"), [{ kind: "logon", heartbeatSeconds: 17 }]);
  });

  test("of an initiator holds what it was given, in the order of the specification", () => {
    const credentials = { username: "desk", password: "s3cret", rawData: Buffer.from("k\x01y") };
    const config = { role: "initiator", credentials, usesNextExpected: true } as const;
    const bench = new Bench({ config, beginString: "FIXT.1.1" });
    deepEqual(bench.connect(), [
      "35=A|34=1|98=0|108=30|95=3|96=k|y|789=1|553=desk|554=s3cret|1137=9|",
    ]);
    equal(JSON.stringify(bench.events).includes("s3cret"), false, "no event holds a secret");
  });

  test("with a bad password is refused with the reason, and the numbers stay", () => {
    const authenticate = (view: { text(tag: number): string | undefined }) =>
      view.text(554) === "tulip" ? undefined : "bad password";
    const application = { ...quietApplication, authenticate };
    const numbers = { nextInbound: 4, nextOutbound: 7 };
    const bench = new Bench({ application, numbers });
    deepEqual(bench.logOn("35=A|34=4|98=0|108=30|554=rose|"), ["35=5|34=7|58=bad password|"]);
    deepEqual([bench.machine.nextInbound, bench.machine.state], [4, "disconnected"]);
    equal(JSON.stringify(bench.events).includes("rose"), false);
    deepEqual(bench.logOn("35=A|34=4|98=0|108=30|554=tulip|"), ["35=A|34=8|98=0|108=30|"]);
  });

  test("that is refused where every Logon begins at 1 is answered with number 1", () => {
    const numbers = { nextInbound: 4, nextOutbound: 7 };
    const bench = new Bench({ numbers, config: { resetsOnLogon: true } });
    deepEqual(bench.logOn("35=A|34=1|98=0|108=-1|"), [
      "35=5|34=1|58=HeartBtInt must not be negative|",
    ]);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [1, 2]);
    deepEqual(bench.logOn(), ["35=A|34=1|98=0|108=30|"]);
  });

  test("with number 0 is too low, with ResetSeqNumFlag as well", () => {
    for (const flag of ["", "141=Y|"]) {
      const bench = new Bench({ config: { resetsOnLogon: true } });
      deepEqual(bench.logOn(`35=A|34=0|98=0|108=30|${flag}`), [
        "35=5|34=1|58=MsgSeqNum too low, expecting 1 but received 0|",
      ]);
      equal(bench.closed, "MsgSeqNum too low, expecting 1 but received 0");
      equal(bench.machine.state, "disconnected");
    }
  });

  for (const [what, logon] of Object.entries({
    "no HeartBtInt": "35=A|34=1|98=0|",
    "another SenderCompID": "35=A|34=1|49=OTHER|98=0|108=30|",
    "a SendingTime of yesterday": "35=A|34=1|52=20260609-12:00:00|98=0|108=30|",
    "no SendingTime that can be read": "35=A|34=1|52=noon|98=0|108=30|",
    "no MsgSeqNum": "35=A|98=0|108=30|",
    "a faulty field": "35=A|34=1|98=0|108=30|0=1|",
  })) {
    test(`with ${what} gets no answer`, () => {
      const bench = new Bench({ config: { resetsOnLogon: true } });
      deepEqual(bench.logOn(logon), []);
      match(bench.closed ?? "", /Logon/);
      equal(bench.outputs.at(-1)?.unit, undefined, "a stranger changes nothing");
    });
  }

  test("with a negative HeartBtInt or encryption is refused with the reason", () => {
    deepEqual(new Bench().logOn("35=A|34=1|98=0|108=-1|"), [
      "35=5|34=1|58=HeartBtInt must not be negative|",
    ]);
    deepEqual(new Bench().logOn("35=A|34=1|98=5|108=30|"), [
      "35=5|34=1|58=EncryptMethod is not supported|",
    ]);
  });

  test("under FIXT.1.1 needs DefaultApplVerID, which the dictionary is told of", () => {
    const versions: (string | undefined)[] = [];
    const validate = (_: unknown, applVerId: string | undefined) => {
      versions.push(applVerId);
      return undefined;
    };
    const bench = new Bench({ beginString: "FIXT.1.1", config: { validate } });
    deepEqual(bench.logOn(), []);
    deepEqual(bench.logOn("35=A|34=1|98=0|108=30|1137=7|"), ["35=A|34=1|98=0|108=30|1137=9|"]);
    bench.say("35=D|34=2|11=ONE|");
    deepEqual(versions, [undefined, "7", "7"]);
  });

  test("that is refused by Logout or Reject leaves the reason in the event", () => {
    for (const [refusal, kind] of [
      ["35=5|34=1|58=not today|", "logout"],
      ["35=3|34=1|45=1|58=not today|", "rejectReceived"],
    ] as const) {
      const bench = new Bench({ config: { role: "initiator" } });
      bench.logOn(refusal);
      equal(bench.eventsOf(kind)[0]?.text, "not today");
      equal(bench.closed, "our Logon was refused: not today");
      equal(bench.machine.nextInbound, 2);
    }
  });

  test("that is never answered, or never comes, ends the connection after ten seconds", () => {
    for (const role of ["acceptor", "initiator"] as const) {
      const bench = new Bench({ config: { role } });
      bench.connect();
      bench.pass(9_999);
      equal(bench.closed, undefined);
      bench.pass(1);
      match(bench.closed ?? "", /Logon/);
    }
  });
});

describe("numbers begin at 1 again", () => {
  const numbers = { nextInbound: 8, nextOutbound: 9 };

  test("with ResetSeqNumFlag, in one unit of work", () => {
    const bench = new Bench({ numbers });
    deepEqual(bench.logOn("35=A|34=1|98=0|108=30|141=Y|"), ["35=A|34=1|98=0|108=30|141=Y|"]);
    const { unit } = bench.outputs.at(-1)!;
    deepEqual([unit?.resetMs, unit?.nextInbound, unit?.nextOutbound], [noonMs, 2, 2]);
    equal(bench.eventsOf("reset").length, 1);
  });

  test("with ResetSeqNumFlag in the middle of a session", () => {
    const bench = new Bench();
    bench.logOn();
    bench.say("35=1|34=2|112=X|");
    deepEqual(bench.say("35=A|34=1|98=0|108=20|141=Y|"), ["35=A|34=1|98=0|108=20|141=Y|"]);
    deepEqual(bench.say("35=1|34=2|112=Y|"), ["35=0|34=2|112=Y|"]);
    equal(bench.machine.state, "active");
  });

  test("not with ResetSeqNumFlag in FIX 4.0, which does not have it", () => {
    const bench = new Bench({ numbers, beginString: "FIX.4.0" });
    deepEqual(bench.logOn("35=A|34=8|98=0|108=30|141=Y|"), ["35=A|34=9|98=0|108=30|"]);
  });

  test("with every Logon where that is agreed: the acceptor says nothing, the initiator does", () => {
    const config = { resetsOnLogon: true };
    deepEqual(new Bench({ numbers, config }).logOn(), ["35=A|34=1|98=0|108=30|"]);
    const bench = new Bench({ numbers, config: { ...config, role: "initiator" } });
    deepEqual(bench.logOn("35=A|34=1|98=0|108=30|141=Y|"), ["35=A|34=1|98=0|108=30|141=Y|"]);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [2, 2]);
  });

  test("when an acceptor answers with ResetSeqNumFlag unasked, and is told so", () => {
    const bench = new Bench({ numbers, config: { role: "initiator" } });
    deepEqual(bench.logOn("35=A|34=1|98=0|108=30|141=Y|"), [
      "35=A|34=9|98=0|108=30|",
      "35=A|34=1|98=0|108=30|141=Y|",
    ]);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [2, 2]);
  });

  test("after a Logout, or a lost connection, where that is agreed", () => {
    const afterLogout = new Bench({ config: { resetsOnLogout: true } });
    afterLogout.logOn();
    deepEqual(afterLogout.say("35=5|34=2|"), ["35=5|34=2|"]);
    const { unit } = afterLogout.outputs.at(-1)!;
    deepEqual([unit?.resetMs, unit?.nextOutbound, unit?.outbound], [noonMs, 1, []]);

    const afterLoss = new Bench({ config: { resetsOnDisconnect: true } });
    afterLoss.logOn();
    afterLoss.take(afterLoss.machine.disconnected(afterLoss.nowMs));
    equal(afterLoss.outputs.at(-1)?.unit?.resetMs, noonMs);

    const beforeLogon = new Bench({ numbers, config: { resetsOnDisconnect: true } });
    beforeLogon.connect();
    beforeLogon.take(beforeLogon.machine.disconnected(beforeLogon.nowMs));
    equal(beforeLogon.machine.nextOutbound, 9, "a stranger who hangs up resets nothing");
  });
});

describe("what is refused", () => {
  test("is named in 371 to 373 from FIX 4.2 on, in the text before that", () => {
    const reject = (beginString: string): string | undefined => {
      const bench = new Bench({ beginString });
      bench.logOn(beginString === "FIXT.1.1" ? "35=A|34=1|98=0|108=30|1137=9|" : undefined);
      return bench.say("35=D|34=2|11=ONE|-5=X|")[0];
    };
    equal(reject("FIX.4.0"), "35=3|34=2|45=2|58=Invalid tag number (-5)|");
    equal(reject("FIX.4.1"), "35=3|34=2|45=2|58=Invalid tag number (-5)|");
    for (const version of ["FIX.4.2", "FIX.4.3", "FIX.4.4", "FIXT.1.1"]) {
      equal(reject(version), "35=3|34=2|45=2|58=Invalid tag number|371=-5|372=D|373=0|");
    }
  });

  test("for a reason that FIX 4.2 does not have is rejected there without it", () => {
    const refusal = {
      level: "session",
      fault: { reason: 13, text: "Tag appears more than once", tag: 40 },
    } as const;
    const bench = new Bench({ beginString: "FIX.4.2", application: answering({ refusal }) });
    bench.logOn();
    deepEqual(bench.say("35=D|34=2|11=ONE|"), [
      "35=3|34=2|45=2|58=Tag appears more than once|371=40|372=D|",
    ]);
    equal(bench.machine.nextInbound, 3);
  });

  test("by the application is answered with j, before FIX 4.2 with a Reject", () => {
    const refusal = {
      level: "business",
      fault: { reason: 3, text: "not here", refId: "ONE" },
    } as const;
    const refuse = (beginString: string, stampsBusinessReject: boolean): string[] => {
      const application = answering({ refusal });
      const bench = new Bench({ beginString, application, config: { stampsBusinessReject } });
      bench.logOn("35=A|34=1|98=0|108=30|1137=9|");
      const sent = bench.say("35=8|34=2|11=ONE|115=DESK|");
      equal(bench.machine.nextInbound, 3);
      return sent;
    };
    deepEqual(refuse("FIX.4.1", false), ["35=3|34=2|128=DESK|45=2|58=not here|"]);
    const answer = "35=j|34=2|45=2|58=not here|372=8|379=ONE|380=3|";
    deepEqual(refuse("FIX.4.4", false), [answer], "j is not sent back along the route");
    deepEqual(refuse("FIXT.1.1", true), [`${answer}1137=9|`]);
  });

  test("goes back the way it came, except along routes that are empty", () => {
    const bench = new Bench();
    bench.logOn();
    const route = "115=DESK|116=ALICE|128=|129=BOB|144=LONDON|145=ZURICH|";
    deepEqual(bench.say(`35=D|34=2|${route}0=X|`), [
      "35=3|34=2|116=BOB|128=DESK|129=ALICE|144=ZURICH|145=LONDON|" +
        "45=2|58=Invalid tag number|371=0|372=D|373=0|",
    ]);
  });
});

describe("time", () => {
  test("is stamped in whole seconds before FIX 4.2, in microseconds where agreed", () => {
    const stampOf = (beginString: string, timePrecision?: "microseconds"): string | undefined => {
      const bench = new Bench({
        beginString,
        nowMs: noonMs + 1.25,
        config: timePrecision === undefined ? {} : { timePrecision },
      });
      bench.logOn();
      const bytes = bench.outputs.at(-1)?.sends[0] ?? Buffer.alloc(0);
      return /52=([\d:.-]+)/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
    };
    equal(stampOf("FIX.4.1"), "20260610-12:00:00");
    equal(stampOf("FIX.4.1", "microseconds"), "20260610-12:00:00");
    equal(stampOf("FIX.4.2"), "20260610-12:00:00.001");
    equal(stampOf("FIX.4.4", "microseconds"), "20260610-12:00:00.001250");
  });

  test("of the counterparty may be two minutes off and not a second more, unless agreed", () => {
    const say = (sent: string, latencyMaxMs?: number): string[] => {
      const bench = new Bench({ config: latencyMaxMs === undefined ? {} : { latencyMaxMs } });
      bench.logOn();
      return bench.say(`35=0|34=2|52=20260610-${sent}|`);
    };
    deepEqual(say("12:02:00"), []);
    deepEqual(say("11:58:00"), []);
    const refused = ["35=3|34=2|45=2|58=SendingTime accuracy problem|372=0|373=10|", "35=5|34=3|"];
    deepEqual(say("12:02:01"), refused);
    deepEqual(say("11:57:59"), refused);
    deepEqual(say("03:00:00", Number.POSITIVE_INFINITY), []);
  });

  test("without anything to send is filled with heartbeats, and silence with a TestRequest", () => {
    const bench = new Bench();
    bench.logOn("35=A|34=1|98=0|108=10|");
    deepEqual(bench.pass(9_999), []);
    deepEqual(bench.pass(1), ["35=0|34=2|"]);
    bench.say("35=0|34=2|");
    deepEqual(bench.pass(10_000), ["35=0|34=3|"]);
    deepEqual(bench.pass(1_999), []);
    deepEqual(bench.pass(1), ["35=1|34=4|112=TEST|"]);
    bench.say("35=0|34=3|112=TEST|");
    deepEqual(bench.pass(9_999), []);
    deepEqual(bench.pass(2_001), ["35=0|34=5|", "35=1|34=6|112=TEST|"]);
    deepEqual(bench.pass(11_999), []);
    equal(bench.closed, undefined);
    bench.pass(1);
    equal(bench.closed, "no heartbeat came");
  });

  test("without heartbeats asks for nothing", () => {
    const bench = new Bench();
    bench.logOn("35=A|34=1|98=0|108=0|");
    equal(bench.machine.wakeMs, Number.POSITIVE_INFINITY);
  });
});

test("LastMsgSeqNumProcessed is on every message where that is agreed", () => {
  const bench = new Bench({ config: { sendsLastProcessed: true } });
  deepEqual(bench.logOn(), ["35=A|34=1|369=1|98=0|108=30|"]);
  deepEqual(bench.say("35=1|34=2|112=X|"), ["35=0|34=2|369=2|112=X|"]);
  deepEqual(bench.send(orderOf("ONE")), ["35=D|34=3|369=2|11=ONE|"]);
});

test("cancel on disconnect is told with the end, and what is to be remembered is stored with it", () => {
  const endings: SessionEnding[] = [];
  const onLogout = (_: unknown, ending: SessionEnding): readonly Uint8Array[] => {
    endings.push(ending);
    return [Uint8Array.of(7)];
  };
  const config = { cancelsOnDisconnect: true };
  const bench = new Bench({ config, application: { ...quietApplication, onLogout } });
  bench.logOn();
  const output = bench.machine.disconnected(bench.nowMs);
  deepEqual(endings, [{ cause: "connection lost", cancelsOrders: true }]);
  deepEqual(output.unit?.attachments, [Uint8Array.of(7)]);
});

test("onLogout is called once for each session that was up", () => {
  let count = 0;
  const onLogout = (): undefined => {
    count++;
  };
  const bench = new Bench({ application: { ...quietApplication, onLogout } });
  bench.connect();
  bench.take(bench.machine.disconnected(bench.nowMs));
  equal(count, 0);
  bench.logOn();
  bench.say("35=5|34=2|");
  bench.take(bench.machine.disconnected(bench.nowMs));
  equal(count, 1);
});

/** OrigSendingTime stays: only SendingTime is taken out of the short text. */
function again(message: string): string {
  return message.replace("43=Y|", "43=Y|122=20260610-12:00:00.000|");
}
