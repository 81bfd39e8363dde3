import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { OutsideError } from "../../../core/trouble.ts";
import { createForgetfulDisk } from "../store/forgetful-store-fixture.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { SessionStore } from "../store/session-store.ts";
import { createSessionDriver, type DriverBounds } from "./session-driver.ts";
import {
  createManualClock,
  createRecordingWire,
  createScriptedMachine,
  type Script,
  scriptedKey,
  storing,
  viewOf,
} from "./transport-fixture.ts";

interface Setup {
  readonly script?: Script;
  readonly delayMs?: () => number;
  readonly store?: SessionStore;
  readonly bounds?: DriverBounds;
}

/** Lets all promises that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A driver with a wire, over a disk that takes its time; `log` has bytes and events in order. */
async function setUp({ script = () => ({}), delayMs = () => 10, ...rest }: Setup = {}) {
  const clock = createManualClock();
  const disk = createForgetfulDisk((ms, work) => void clock.setTimer(ms, work), delayMs);
  const store = rest.store ?? disk.mount();
  await store.open(scriptedKey, clock.nowMs());
  const machine = createScriptedMachine(script);
  const wire = createRecordingWire();
  const failures: OutsideError[] = [];
  const driver = createSessionDriver({
    machine,
    store,
    clock,
    onEvent: (event) => void (event.kind === "trouble" && wire.log.push(event.text)),
    onFailure: (error) => failures.push(error),
    bounds: rest.bounds,
  });
  const listener = driver.attach(wire);
  const receive = (msgType: string): void => {
    ok(!wire.isHeld, "a held wire delivers nothing");
    listener.onMessage(viewOf(msgType));
  };
  const advance = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await settle();
  };
  return { clock, disk, store, machine, wire, failures, driver, listener, receive, advance };
}

const storeAll: Script = (input, seqNum) =>
  input.startsWith("receive") ? storing(input.slice(8), seqNum) : {};

test("no byte leaves before its unit of work is durable", async () => {
  const { receive, wire, advance } = await setUp({ script: storeAll });
  receive("A");
  await advance(9);
  deepEqual(wire.log, []);
  await advance(1);
  deepEqual(wire.log, ["A", "told A"]);
});

test("the next input does not wait for the disk, and the order on the wire is kept", async () => {
  const delays = [30, 10, 20];
  const { receive, machine, wire, advance } = await setUp({
    script: storeAll,
    delayMs: () => delays.shift()!,
  });
  for (const msgType of ["A", "B", "C"]) receive(msgType);
  deepEqual(machine.inputs, ["connected", "receive A", "receive B", "receive C"]);
  await advance(29);
  deepEqual(wire.log, []);
  await advance(1);
  deepEqual(wire.log, ["A", "told A", "B", "told B", "C", "told C"]);
});

test("an answer without a unit waits for those before it", async () => {
  const script: Script = (input, seqNum) =>
    input === "receive B" ? { sends: [Buffer.from("B")] } : storeAll(input, seqNum);
  const { receive, wire, advance } = await setUp({ script });
  receive("A");
  receive("B");
  deepEqual(wire.log, []);
  await advance(10);
  deepEqual(wire.log, ["A", "told A", "B"]);
});

test("the connection is closed after everything was sent, and the machine is told", async () => {
  const script: Script = (input, seqNum) =>
    input === "receive bye" ? { ...storing("bye", seqNum), disconnect: "done" } : {};
  const { receive, wire, machine, advance, driver, listener } = await setUp({ script });
  receive("bye");
  listener.onMessage(viewOf("late"));
  await advance(10);
  deepEqual(wire.log, ["bye", "told bye", "end: done"]);
  deepEqual(machine.inputs, ["connected", "receive bye", "disconnected"]);
  ok(driver.canAttach);
  listener.onClose("closed");
  equal(machine.inputs.length, 3);
});

test("what belongs to a lost connection is not written to the next one", async () => {
  const { receive, wire, advance, driver, listener, machine } = await setUp({ script: storeAll });
  receive("A");
  listener.onClose("cable cut");
  const next = createRecordingWire();
  driver.attach(next);
  await advance(10);
  deepEqual(next.log, []);
  deepEqual(wire.log, ["A", "told A"]);
  deepEqual(machine.inputs.slice(2), ["disconnected", "connected"]);
});

test("messages to be sent again are read in the asked ranges, before other input", async () => {
  const script: Script = (input, seqNum) => {
    if (input.startsWith("send")) return storing(input, seqNum - 1);
    if (input === "receive 2") return { resend: { from: 1, to: 2 } };
    if (input === "replay 1 2") return { sends: [Buffer.from("1+2")], resend: { from: 3, to: 9 } };
    return { sends: [Buffer.from(input)] };
  };
  const { receive, wire, machine, driver, listener, advance } = await setUp({ script });
  for (const msgType of ["x", "y", "z"]) void driver.send([{ msgType, fields: [] }]);
  await advance(10);
  receive("2");
  ok(wire.isHeld);
  listener.onGarbled("waits");
  const sent = driver.send([{ msgType: "new", fields: [] }]);
  ok(!machine.inputs.includes("garbled"));
  await settle();
  deepEqual(machine.inputs.slice(4), [
    "receive 2",
    "replay 1 2",
    "replay 3",
    "garbled",
    "send new",
  ]);
  ok(!wire.isHeld);
  await advance(10);
  await sent;
  deepEqual(wire.log.slice(7), ["1+2", "replay 3", "garbled", "send new", "told send new"]);
});

test("sending again ends with its connection", async () => {
  const script: Script = (input) =>
    input.startsWith("receive") || input.startsWith("replay") ? { resend: { from: 1, to: 2 } } : {};
  const { receive, machine, listener, driver } = await setUp({ script });
  receive("2");
  listener.onClose("gone");
  ok(!driver.canAttach);
  await settle();
  deepEqual(machine.inputs, ["connected", "receive 2", "disconnected"]);
  ok(driver.canAttach);
});

test("an application may send from an event, and its message comes after", async () => {
  const store = createMemoryStore();
  store.open(scriptedKey, 0);
  const machine = createScriptedMachine((input, seqNum) => ({
    ...storing(input, seqNum),
    events: [1, 2].map((place) => ({ kind: "trouble", text: `${input} ${place}` })),
  }));
  const log: string[] = [];
  const wire = createRecordingWire();
  const driver = createSessionDriver({
    machine,
    store,
    clock: createManualClock(),
    onEvent(event) {
      if (event.kind !== "trouble") return;
      log.push(event.text);
      if (event.text === "receive D 1") void driver.send([{ msgType: "8", fields: [] }]);
    },
  });
  driver.attach(wire).onMessage(viewOf("D"));
  deepEqual(log.slice(2), ["receive D 1", "receive D 2", "send 8 1", "send 8 2"]);
  deepEqual(wire.log.slice(1), ["receive D", "send 8"]);
});

test("a machine is ticked when it wants to be, not before", async () => {
  const { machine, clock, receive, advance } = await setUp();
  machine.wakeMs = clock.nowMs() + 1000;
  receive("0");
  await advance(500);
  // What was received has put it off.
  machine.wakeMs = clock.nowMs() + 1000;
  receive("0");
  await advance(999);
  ok(!machine.inputs.includes("tick"));
  machine.wakeMs = clock.nowMs() + 1;
  await advance(1);
  equal(machine.inputs.filter((input) => input === "tick").length, 1);
});

test("a disk that fails stops the session for good", async () => {
  const { receive, wire, disk, advance, driver, failures, machine, listener } = await setUp({
    script: (input, seqNum) => storing(input, seqNum),
  });
  await advance(10);
  disk.breakDown();
  const sent = driver.send([{ msgType: "8", fields: [] }]);
  receive("D");
  const refused = rejects(sent, /the simulated disk broke/);
  await advance(10);
  await refused;
  equal(failures.length, 1);
  deepEqual(wire.log.slice(2), ["destroy: the simulated disk broke", "the simulated disk broke"]);
  const inputs = machine.inputs.length;
  listener.onMessage(viewOf("D"));
  await rejects(driver.send([]), /the simulated disk broke/);
  equal(machine.inputs.length, inputs);
  ok(!driver.canAttach);
});

test("a slow disk holds the wire until half of the answers have left", async () => {
  const { receive, wire, advance } = await setUp({ script: storeAll, bounds: { answersMax: 4 } });
  for (const msgType of ["A", "B"]) receive(msgType);
  await advance(5);
  for (const msgType of ["C", "D"]) receive(msgType);
  ok(wire.isHeld);
  await advance(4);
  ok(wire.isHeld);
  await advance(6);
  ok(!wire.isHeld);
});

test("a slow reader is not read from, and closed when it stays slow", async () => {
  const bounds = { unsentHoldBytes: 1000, unsentMaxBytes: 5000, stallMs: 200 };
  const { receive, wire, advance, listener } = await setUp({ bounds });
  wire.unsentBytes = 1500;
  receive("D");
  ok(wire.isHeld);
  wire.unsentBytes = 700;
  listener.onDrain();
  ok(wire.isHeld, "held until half of it is gone");
  wire.unsentBytes = 400;
  listener.onDrain();
  ok(!wire.isHeld);
  wire.unsentBytes = 1500;
  receive("D");
  await advance(199);
  deepEqual(wire.log, []);
  await advance(1);
  match(wire.log[0]!, /^destroy: slow reader: 1500 bytes/);
});

test("a reader that has taken nothing for too long is closed at once", async () => {
  const { receive, wire } = await setUp({
    bounds: { unsentHoldBytes: 1000, unsentMaxBytes: 5000 },
  });
  wire.unsentBytes = 6000;
  receive("D");
  match(wire.log[0]!, /^destroy: slow reader: 6000 bytes/);
});

test("inputs of the application are bounded while the session is busy", async () => {
  const script: Script = (input) => (input === "receive 2" ? { resend: { from: 1, to: 1 } } : {});
  const { receive, driver } = await setUp({ script, bounds: { inputsMax: 2 } });
  receive("2");
  const waiting = [driver.send([]), driver.send([])];
  await rejects(driver.send([]), (error: unknown) => {
    ok(error instanceof OutsideError);
    deepEqual([error.code, error.canRetry], ["SESSION_BUSY", true]);
    return true;
  });
  await Promise.all(waiting);
});

test("a session that is full refuses the application and holds the wire", async () => {
  const script: Script = (input) => (input === "send D" ? { refusal: "900 bytes wait" } : {});
  const { driver, machine, receive, wire } = await setUp({ script });
  machine.isFull = true;
  receive("0");
  ok(wire.isHeld);
  await rejects(driver.send([{ msgType: "D", fields: [] }]), (error: unknown) => {
    ok(error instanceof OutsideError);
    deepEqual([error.code, error.canRetry], ["SESSION_BUSY", true]);
    match(error.message, /900 bytes wait/);
    return true;
  });
  machine.isFull = false;
  await driver.settled();
  ok(!wire.isHeld);
});

test("a stopped driver leaves no timer and takes nothing", async () => {
  const { driver, machine, clock, receive, wire } = await setUp();
  machine.wakeMs = clock.nowMs() + 1000;
  receive("0");
  equal(clock.timerCount, 1);
  driver.stop();
  equal(clock.timerCount, 0);
  await rejects(driver.settled(), /was stopped/);
  match(wire.log[0]!, /^destroy: .* was stopped$/);
});
