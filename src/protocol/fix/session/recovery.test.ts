import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import type { MessageView } from "../codec/message-view.ts";
import {
  Bench,
  type BenchOptions,
  orderOf,
  quietApplication,
  reportOf,
} from "./session-fixture.ts";

/** A session that is up, with what its application was told of. */
function upBench(options: BenchOptions = {}): { bench: Bench; told: string[] } {
  const told: string[] = [];
  const application = {
    ...quietApplication,
    ...options.application,
    onMessage(view: MessageView) {
      told.push(view.text(11) ?? "");
      return {};
    },
  };
  const bench = new Bench({ ...options, application });
  bench.logOn();
  return { bench, told };
}

const dup = "43=Y|122=20260610-11:59:00|";
const resent = "43=Y|122=20260610-12:00:00.000|";

describe("messages that are missing", () => {
  test("end with a gap fill from the early Logon on, which was taken in its turn", () => {
    const told: string[] = [];
    const onMessage = (view: MessageView) => {
      told.push(view.text(11) ?? "");
      return {};
    };
    const bench = new Bench({ application: { ...quietApplication, onMessage } });
    bench.connect();
    bench.say("35=A|34=3|98=0|108=30|");
    bench.say(`35=D|34=1|${dup}11=ONE|`);
    bench.say(`35=D|34=2|${dup}11=TWO|`);
    equal(bench.machine.nextInbound, 4);
    // It stands for the Logon and for what the counterparty asked of us then.
    bench.say("35=4|34=3|43=Y|123=Y|36=6|");
    equal(bench.machine.nextInbound, 6);
    deepEqual(bench.eventsOf("gapFilled"), [{ kind: "gapFilled", from: 4, to: 5 }]);
    deepEqual(bench.say("35=D|34=6|11=SIX|"), []);
    deepEqual(told, ["ONE", "TWO", "SIX"]);
    // Once: a gap fill of used numbers alone changes nothing.
    bench.say("35=4|34=3|43=Y|123=Y|36=20|");
    equal(bench.machine.nextInbound, 7);
  });

  test("are asked for once, and early ones follow when the gap is filled", () => {
    const { bench, told } = upBench();
    deepEqual(bench.say("35=D|34=4|11=FOUR|"), ["35=2|34=2|7=2|16=0|"]);
    deepEqual(bench.say("35=1|34=5|112=FIVE|"), []);
    deepEqual(bench.say(`35=D|34=2|${dup}11=TWO|`), []);
    deepEqual(bench.say(`35=D|34=3|${dup}11=THREE|`), ["35=0|34=3|112=FIVE|"]);
    deepEqual(told, ["TWO", "THREE", "FOUR"]);
    deepEqual(bench.eventsOf("gap"), [{ kind: "gap", from: 2, to: 3 }]);
    const { unit } = bench.outputs.at(-1)!;
    deepEqual(
      unit?.inbound.map(({ seqNum }) => seqNum),
      [3, 4, 5],
      "one input, one unit of work",
    );
    deepEqual(bench.say(`35=D|34=4|${dup}11=FOUR|`), [], "comes again, and is not told again");
    equal(told.length, 3);
  });

  test("are asked for up to 999999 before FIX 4.2", () => {
    const { bench } = upBench({ beginString: "FIX.4.1" });
    deepEqual(bench.say("35=D|34=4|11=FOUR|"), ["35=2|34=2|7=2|16=999999|"]);
  });

  test("may be reported as gone, and so are those that came early and are not wanted any more", () => {
    const { bench, told } = upBench();
    bench.say("35=D|34=4|11=FOUR|");
    deepEqual(bench.say(`35=4|34=2|${dup}123=Y|36=9|`), []);
    deepEqual(bench.eventsOf("gapFilled"), [{ kind: "gapFilled", from: 2, to: 8 }]);
    bench.say("35=D|34=9|11=NINE|");
    deepEqual(told, ["NINE"]);
  });

  test("are asked for in pieces where that is agreed", () => {
    const { bench, told } = upBench({ config: { recovery: { chunk: 2 } } });
    deepEqual(bench.say("35=D|34=7|11=SEVEN|"), ["35=2|34=2|7=2|16=3|"]);
    bench.say("35=D|34=2|11=TWO|");
    deepEqual(bench.say("35=D|34=3|11=THREE|"), ["35=2|34=3|7=4|16=5|"]);
    deepEqual(bench.say(`35=4|34=4|${dup}123=Y|36=6|`), ["35=2|34=4|7=6|16=6|"]);
    deepEqual(bench.say("35=D|34=6|11=SIX|"), []);
    deepEqual(told, ["TWO", "THREE", "SIX", "SEVEN"]);
  });

  test("are asked for again after a while, and given up after five requests in vain", () => {
    const { bench } = upBench({ config: { recovery: { retryMs: 1_000 } } });
    bench.say("35=D|34=4|11=FOUR|");
    deepEqual(bench.pass(1_000), ["35=2|34=3|7=2|16=0|"]);
    bench.say("35=D|34=2|11=TWO|");
    deepEqual(bench.pass(4_000), [
      "35=2|34=4|7=3|16=0|",
      "35=2|34=5|7=3|16=0|",
      "35=2|34=6|7=3|16=0|",
      "35=2|34=7|7=3|16=0|",
    ]);
    deepEqual(bench.pass(2_000), [
      "35=2|34=8|7=3|16=0|",
      "35=5|34=9|58=MsgSeqNum 3 was asked for in vain|",
    ]);
  });

  test("are kept up to a bound, and asked for again beyond it", () => {
    const { bench, told } = upBench({ config: { recovery: { earlyMax: 1 } } });
    bench.say("35=D|34=3|11=THREE|");
    bench.say("35=D|34=4|11=FOUR|");
    bench.say("35=D|34=2|11=TWO|");
    deepEqual(told, ["TWO", "THREE"]);
    deepEqual(bench.say("35=D|34=5|11=FIVE|"), ["35=2|34=3|7=4|16=0|"]);
  });

  test("are kept up to a bound of bytes, each number once", () => {
    const bytes =
      2 * "8=FIX.4.4|9=66|35=D|34=4|49=THEM|52=20260610-12:00:00.000|56=US|11=X|10=000|".length;
    const { bench, told } = upBench({ config: { recovery: { earlyBytesMax: bytes } } });
    for (const id of ["A", "B", "C"]) bench.say(`35=D|34=4|11=${id}|`);
    bench.say("35=D|34=5|11=D|");
    bench.say("35=D|34=6|11=E|");
    bench.say(`35=4|34=2|${dup}123=Y|36=4|`);
    deepEqual(told, ["C", "D"]);
  });

  test("that nobody kept are asked for once the gap before them is filled", () => {
    const { bench } = upBench({ config: { recovery: { earlyMax: 0 } } });
    bench.say("35=D|34=3|11=THREE|");
    deepEqual(bench.say("35=D|34=2|11=TWO|"), []);
    deepEqual(bench.say("35=D|34=4|11=FOUR|"), ["35=2|34=3|7=3|16=0|"]);
  });

  test("leave room for others when they are not wanted any more", () => {
    const { bench, told } = upBench({ config: { recovery: { earlyMax: 1 } } });
    bench.say("35=D|34=4|11=FOUR|");
    bench.say(`35=4|34=2|${dup}123=Y|36=9|`);
    bench.say("35=D|34=10|11=TEN|");
    bench.say("35=D|34=9|11=NINE|");
    deepEqual(told, ["NINE", "TEN"]);
  });

  test("of a connection that is gone are asked for on the next one", () => {
    const { bench, told } = upBench();
    bench.say("35=D|34=4|11=FOUR|");
    bench.take(bench.machine.disconnected(bench.nowMs));
    deepEqual(bench.logOn("35=A|34=5|98=0|108=30|"), [
      "35=A|34=3|98=0|108=30|",
      "35=2|34=4|7=2|16=0|",
    ]);
    bench.say(`35=D|34=2|${dup}11=TWO|`);
    bench.say(`35=4|34=3|${dup}123=Y|36=4|`);
    bench.say(`35=D|34=4|${dup}11=FOUR|`);
    deepEqual(told, ["TWO", "FOUR"]);
    equal(bench.machine.nextInbound, 6, "the Logon that came early has had its turn");
  });

  test("a faulty one among them is rejected and the gap closes", () => {
    const { bench, told } = upBench();
    bench.say("35=D|34=3|11=THREE|");
    deepEqual(bench.say(`35=D|34=2|${dup}11=TWO|0=X|`).length, 1);
    deepEqual(told, ["THREE"]);
    deepEqual(bench.say("35=D|34=5|11=FIVE|"), ["35=2|34=4|7=4|16=0|"]);
  });
});

describe("numbers that were used up", () => {
  test("without PossDupFlag end the session", () => {
    const { bench } = upBench({ numbers: { nextInbound: 1, nextOutbound: 1 } });
    bench.say("35=D|34=2|11=TWO|");
    deepEqual(bench.say("35=D|34=2|11=TWO|"), [
      "35=5|34=2|58=MsgSeqNum too low, expecting 3 but received 2|",
    ]);
    match(bench.closed ?? "", /too low/);
  });

  test("with PossDupFlag must say when they were first sent, and not later than now", () => {
    const { bench } = upBench();
    bench.say("35=D|34=2|11=TWO|");
    deepEqual(bench.say("35=D|34=2|43=Y|11=TWO|"), [
      "35=3|34=2|45=2|58=Required tag missing|371=122|372=D|373=1|",
    ]);
    equal(bench.machine.nextInbound, 3);
    deepEqual(bench.say("35=D|34=2|43=Y|122=20260610-12:00:01|11=TWO|"), [
      "35=3|34=3|45=2|58=SendingTime accuracy problem|372=D|373=10|",
      "35=5|34=4|",
    ]);
  });

  test("of ResendRequest and Logout that come again are left alone", () => {
    const { bench } = upBench();
    bench.say("35=0|34=2|");
    deepEqual(bench.say(`35=2|34=2|${dup}7=1|16=0|`), []);
    deepEqual(bench.say(`35=5|34=2|${dup}`), []);
    deepEqual(bench.say(`35=A|34=1|${dup}98=0|108=30|`), []);
    equal(bench.machine.state, "active");
  });
});

describe("a ResendRequest", () => {
  /** Numbers 2 to 7: heartbeat, report, order, report, heartbeat, heartbeat. */
  function busyBench(config: BenchOptions["config"] = {}, application = quietApplication): Bench {
    const { bench } = upBench({ config, application });
    bench.say("35=1|34=2|112=A|");
    bench.send(reportOf("R3"), orderOf("O4"), reportOf("R5"));
    bench.say("35=1|34=3|112=B|");
    bench.say("35=1|34=4|112=C|");
    return bench;
  }

  test("is answered with reports, and gap fills for orders and administrative messages", () => {
    const bench = busyBench();
    deepEqual(bench.say("35=2|34=5|7=1|16=0|"), [
      `35=4|34=1|${resent}36=3|123=Y|`,
      `35=8|34=3|${resent}11=R3|`,
      `35=4|34=4|${resent}36=5|123=Y|`,
      `35=8|34=5|${resent}11=R5|`,
      `35=4|34=6|${resent}36=8|123=Y|`,
    ]);
    deepEqual(bench.eventsOf("withheld"), [{ kind: "withheld", from: 4, to: 4, count: 1 }]);
    deepEqual(bench.eventsOf("resend"), [{ kind: "resend", from: 1, to: 7 }]);
    deepEqual(bench.say("35=1|34=6|112=D|"), ["35=0|34=8|112=D|"], "numbers go on as before");
  });

  test("reads the store in pieces, and fills one gap over their borders", () => {
    for (const chunk of [1, 2, 3]) {
      const bench = busyBench({ resend: { chunk, maxAgeMs: Number.POSITIVE_INFINITY } });
      deepEqual(bench.say("35=2|34=5|7=4|16=0|"), [
        `35=D|34=4|${resent}11=O4|`,
        `35=8|34=5|${resent}11=R5|`,
        `35=4|34=6|${resent}36=8|123=Y|`,
      ]);
    }
  });

  test("brings orders back that are young enough", () => {
    const bench = busyBench({ resend: { maxAgeMs: 5_000 } });
    bench.pass(5_000);
    deepEqual(bench.say("35=2|34=5|7=4|16=4|"), [`35=D|34=4|${resent}11=O4|`]);
    bench.pass(1);
    deepEqual(bench.say("35=2|34=6|7=4|16=4|"), [
      "35=4|34=4|43=Y|122=20260610-12:00:05.001|36=5|123=Y|",
    ]);
  });

  test("leaves out what the application does not want sent again", () => {
    const asked: string[] = [];
    const mayResend = ({ seqNum }: { seqNum: number }, msgType: string): boolean => {
      asked.push(`${seqNum} ${msgType}`);
      return seqNum === 5;
    };
    const bench = busyBench({}, { ...quietApplication, mayResend });
    deepEqual(bench.say("35=2|34=5|7=3|16=5|"), [
      `35=4|34=3|${resent}36=5|123=Y|`,
      `35=8|34=5|${resent}11=R5|`,
    ]);
    deepEqual(asked, ["3 8", "5 8"]);
    deepEqual(bench.eventsOf("withheld"), [{ kind: "withheld", from: 3, to: 4, count: 2 }]);
  });

  test("for messages that the store has lost is answered with a gap fill", () => {
    const bench = busyBench();
    const output = bench.machine;
    bench.outputs.length = 0;
    bench.store.commit({
      session: output.key,
      nextInbound: 5,
      nextOutbound: 8,
      outbound: [],
      inbound: [],
      attachments: [],
      resetMs: bench.nowMs,
    });
    deepEqual(bench.say("35=2|34=5|7=2|16=5|"), [`35=4|34=2|${resent}36=6|123=Y|`]);
  });

  test("beyond our numbers or backwards is rejected, up to the next number it is not", () => {
    const bench = busyBench();
    deepEqual(bench.say("35=2|34=5|7=8|16=0|"), []);
    const refused = "58=Value is incorrect (out of range) for this tag";
    deepEqual(bench.say("35=2|34=6|7=9|16=0|"), [`35=3|34=8|45=6|${refused}|371=7|372=2|373=5|`]);
    deepEqual(bench.say("35=2|34=7|7=0|16=0|"), [`35=3|34=9|45=7|${refused}|371=7|372=2|373=5|`]);
    deepEqual(bench.say("35=2|34=8|7=5|16=4|"), [`35=3|34=10|45=8|${refused}|371=16|372=2|373=5|`]);
    equal(bench.machine.nextInbound, 9);
  });

  test("that is the same over and over ends the session", () => {
    const bench = busyBench({ resend: { repeatsMax: 3 } });
    for (let seqNum = 5; seqNum < 8; seqNum++) bench.say(`35=2|34=${seqNum}|7=6|16=0|`);
    bench.say("35=2|34=8|7=5|16=0|");
    for (let seqNum = 9; seqNum < 12; seqNum++) {
      equal(bench.say(`35=2|34=${seqNum}|7=6|16=0|`).length, 1);
    }
    deepEqual(bench.say("35=2|34=12|7=6|16=0|"), [
      "35=5|34=8|58=ResendRequest for 6 to 0 came 4 times|",
    ]);
  });

  test("is answered while we wait for messages ourselves, and uses up no number then", () => {
    const bench = busyBench();
    deepEqual(bench.say("35=0|34=9|"), ["35=2|34=8|7=5|16=0|"]);
    deepEqual(bench.say("35=2|34=10|7=5|16=5|"), [`35=8|34=5|${resent}11=R5|`]);
    equal(bench.machine.nextInbound, 5);
    deepEqual(bench.say(`35=4|34=5|${dup}123=Y|36=11|`), []);
    equal(bench.machine.nextInbound, 11);
  });
});

describe("NextExpectedMsgSeqNum", () => {
  const numbers = { nextInbound: 5, nextOutbound: 5 };
  const config = { usesNextExpected: true };

  test("of an initiator that is behind is answered with what it misses", () => {
    const bench = new Bench({ numbers, config });
    deepEqual(bench.logOn("35=A|34=5|98=0|108=30|789=3|"), [
      "35=A|34=5|98=0|108=30|789=6|",
      `35=4|34=3|${resent}36=6|123=Y|`,
    ]);
  });

  test("of an initiator that is up to date is answered with ours alone", () => {
    const bench = new Bench({ numbers, config });
    deepEqual(bench.logOn("35=A|34=5|98=0|108=30|789=5|"), ["35=A|34=5|98=0|108=30|789=6|"]);
  });

  test("spares us the ResendRequest where we are behind", () => {
    const bench = new Bench({ numbers, config });
    deepEqual(bench.logOn("35=A|34=8|98=0|108=30|789=5|"), ["35=A|34=5|98=0|108=30|789=5|"]);
    deepEqual(bench.say("35=0|34=9|"), [], "what is missing is on its way");
    bench.say(`35=4|34=5|${dup}123=Y|36=8|`);
    equal(bench.machine.nextInbound, 10);
  });

  test("beyond what we have sent ends the session", () => {
    const bench = new Bench({ numbers, config });
    deepEqual(bench.logOn("35=A|34=5|98=0|108=30|789=6|"), [
      "35=5|34=5|58=NextExpectedMsgSeqNum too high, expecting 5 but received 6|",
    ]);
  });

  test("in the answer to an initiator brings what it says is missing", () => {
    const bench = new Bench({ numbers, config: { ...config, role: "initiator" } });
    deepEqual(bench.logOn("35=A|34=5|98=0|108=30|789=4|"), [
      "35=A|34=5|98=0|108=30|789=5|",
      `35=4|34=4|${resent}36=6|123=Y|`,
    ]);
  });
});

test("a SequenceReset to a lower number is refused and uses up nothing", () => {
  const { bench } = upBench();
  bench.say("35=0|34=2|");
  const refused = "58=Value is incorrect (out of range) for this tag|372=4|373=5|";
  deepEqual(bench.say("35=4|34=3|36=2|"), [`35=3|34=2|45=3|${refused}`]);
  deepEqual(bench.say("35=4|34=3|36=2|123=Y|"), [`35=3|34=3|45=3|${refused}`]);
  equal(bench.machine.nextInbound, 3);
  bench.say("35=4|34=99|36=20|");
  equal(bench.machine.nextInbound, 20);
  ok(bench.eventsOf("reset").some(({ cause }) => cause === "SequenceReset to 20"));
  deepEqual(bench.eventsOf("gapFilled"), [{ kind: "gapFilled", from: 3, to: 19 }]);
});
