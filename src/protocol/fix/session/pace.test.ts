/** When things happen: the throttle, and the hours of a session. */
import { deepEqual, equal, match } from "node:assert/strict";
import { describe, test } from "node:test";
import { Liveness } from "./liveness.ts";
import { parseSchedule, type ScheduleSpec } from "./schedule.ts";
import { Bench, noonMs, orderOf, reportOf } from "./session-fixture.ts";
import { Throttle } from "./throttle.ts";

test("no heartbeat is due while a TestRequest is open", () => {
  const liveness = new Liveness();
  liveness.start(10_000, 0);
  equal(liveness.due(10_000), "heartbeat");
  equal(liveness.due(12_000), "testRequest");
  liveness.noteAsked();
  equal(liveness.due(23_999), "nothing");
  equal(liveness.due(24_000), "lost");
  liveness.noteReceived(24_000);
  equal(liveness.due(24_000), "heartbeat");
});

describe("a throttle", () => {
  test("lets so many messages of a second pass, and the rest when their second has passed", () => {
    const throttle = new Throttle(2);
    const message = (seqNum: number) => ({ seqNum, bytes: Buffer.of(seqNum), isCounted: true });
    equal(throttle.passes(message(1), 0), true);
    equal(throttle.passes(message(2), 400), true);
    equal(throttle.passes(message(3), 999), false);
    equal(throttle.passes(message(4), 999), false);
    deepEqual([throttle.wakeMs, throttle.heldCount, throttle.firstHeld], [1000, 2, 3]);
    const sends: Uint8Array[] = [];
    throttle.release(1000, sends);
    deepEqual([sends.length, throttle.wakeMs], [1, 1400]);
    throttle.release(1400, sends);
    deepEqual([sends.length, throttle.wakeMs], [2, Number.POSITIVE_INFINITY]);
  });

  test("keeps the order of numbers: what is not counted waits behind what is", () => {
    const bench = new Bench({ config: { messagesPerSecondMax: 1 } });
    bench.logOn();
    deepEqual(bench.send(reportOf("R2"), reportOf("R3")), ["35=8|34=2|11=R2|"]);
    equal(bench.machine.nextOutbound, 4, "both have their numbers and are stored");
    deepEqual(bench.say("35=1|34=2|112=X|"), []);
    deepEqual(bench.pass(999), []);
    deepEqual(bench.pass(1), ["35=8|34=3|11=R3|", "35=0|34=4|112=X|"]);
  });

  test("sends nothing twice: what it holds is not sent again either", () => {
    const bench = new Bench({ config: { messagesPerSecondMax: 1 } });
    bench.logOn();
    bench.send(reportOf("R2"), reportOf("R3"));
    deepEqual(bench.say("35=2|34=2|7=2|16=0|"), [
      "35=8|34=2|43=Y|122=20260610-12:00:00.000|11=R2|",
    ]);
    deepEqual(bench.pass(1000), ["35=8|34=3|11=R3|"]);
  });

  test("holds nothing back from a Logout", () => {
    const bench = new Bench({ config: { messagesPerSecondMax: 1 } });
    bench.logOn();
    bench.send(orderOf("O2"), orderOf("O3"));
    deepEqual(bench.say("35=5|34=2|"), ["35=D|34=3|11=O3|", "35=5|34=4|"]);
  });

  test("is full at a bound: more is refused whole, and taken again when some has left", () => {
    const bench = new Bench({ config: { messagesPerSecondMax: 1, waitingBytesMax: 200 } });
    bench.logOn();
    bench.send(reportOf("R2"), reportOf("R3"), reportOf("R4"), reportOf("R5"));
    equal(bench.machine.isFull, true);
    const attachments = [Buffer.from("kept")];
    const refused = bench.machine.send([reportOf("R6")], attachments, bench.nowMs);
    match(refused.refusal ?? "", /^\d+ bytes wait for the throttle already$/);
    deepEqual([refused.unit, refused.sends, bench.machine.nextOutbound], [undefined, [], 6]);
    deepEqual(bench.say("35=1|34=2|112=X|"), [], "what the session itself has to say is not");
    bench.pass(2000);
    equal(bench.machine.isFull, false);
    equal(bench.machine.send([reportOf("R7")], [], bench.nowMs).refusal, undefined);
    equal(bench.machine.nextOutbound, 8);
  });

  test("forgets what it holds with the connection, where it can be asked for", () => {
    const bench = new Bench({ config: { messagesPerSecondMax: 1 } });
    bench.logOn();
    bench.send(reportOf("R2"), reportOf("R3"));
    bench.take(bench.machine.disconnected(bench.nowMs));
    deepEqual(bench.logOn("35=A|34=2|98=0|108=30|"), ["35=A|34=4|98=0|108=30|"]);
    deepEqual(bench.say("35=2|34=3|7=3|16=3|"), [
      "35=8|34=3|43=Y|122=20260610-12:00:00.000|11=R3|",
    ]);
  });
});

describe("the hours of a session", () => {
  const minuteMs = 60_000;
  const untilOne = { timeZone: "UTC", start: "08:00", end: "13:00" } as const;

  function benchAt(
    spec: ScheduleSpec,
    options: { nowMs?: number; initiates?: boolean } = {},
  ): Bench {
    const schedule = parseSchedule(spec);
    if (typeof schedule === "string") throw new Error(schedule);
    const role = options.initiates === true ? "initiator" : "acceptor";
    return new Bench({ config: { schedule, role }, nowMs: options.nowMs ?? noonMs });
  }

  test("end with a Logout, and with a closed connection where it is not answered", () => {
    const bench = benchAt(untilOne);
    bench.logOn("35=A|34=1|98=0|108=0|");
    deepEqual(bench.pass(60 * minuteMs), ["35=5|34=2|58=the session is over|"]);
    bench.pass(2_000);
    match(bench.closed ?? "", /not answered/);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [2, 3]);
  });

  test("begin with both numbers at 1, in a unit of work of its own", () => {
    const bench = benchAt(untilOne);
    bench.logOn("35=A|34=1|98=0|108=0|");
    bench.say("35=5|34=2|");
    bench.pass(20 * 60 * minuteMs - 1);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [3, 3]);
    bench.pass(1);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [1, 1]);
    equal(bench.outputs.at(-1)?.unit?.resetMs, noonMs + 20 * 60 * minuteMs);
  });

  test("that began while nobody looked begin with the connection", () => {
    const bench = benchAt(untilOne);
    bench.logOn("35=A|34=1|98=0|108=0|");
    bench.say("35=5|34=2|");
    bench.nowMs += 24 * 60 * minuteMs;
    deepEqual(bench.logOn("35=A|34=1|98=0|108=0|"), ["35=A|34=1|98=0|108=0|"]);
    equal(bench.machine.nextInbound, 2);
  });

  test("keep numbers over a night within one weekly session", () => {
    const week = { start: "mon", end: "fri" } as const;
    const bench = benchAt({ timeZone: "UTC", start: "08:00", end: "17:00", week });
    bench.logOn("35=A|34=1|98=0|108=0|");
    bench.say("35=5|34=2|");
    bench.pass(24 * 60 * minuteMs);
    equal(bench.machine.nextInbound, 3);
    equal(bench.eventsOf("reset").length, 0);
  });

  test("around the clock turn over with a Logout and numbers at 1", () => {
    const bench = benchAt({ timeZone: "UTC", start: "13:00", end: "13:00" });
    bench.logOn("35=A|34=1|98=0|108=0|");
    deepEqual(bench.pass(60 * minuteMs), ["35=5|34=2|58=the session is over|"]);
    bench.say("35=5|34=2|");
    equal(bench.machine.wakeMs, bench.nowMs);
    bench.pass(0);
    deepEqual([bench.machine.nextInbound, bench.machine.nextOutbound], [1, 1]);
  });

  test("are kept by an initiator that connects too early, and by an acceptor that is called", () => {
    const evening = { nowMs: noonMs + 120 * minuteMs };
    const initiator = benchAt(untilOne, { ...evening, initiates: true });
    deepEqual(initiator.connect(), []);
    equal(initiator.closed, "outside the hours of the session");
    const acceptor = benchAt(untilOne, evening);
    deepEqual(acceptor.logOn(), []);
    equal(acceptor.closed, "Logon outside the hours of the session");
  });
});
