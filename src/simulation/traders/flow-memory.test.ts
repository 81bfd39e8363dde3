import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { nsPerSecond } from "../../core/time.ts";
import { buy, type Side, sell } from "../../market/side.ts";
import { FlowMemory, flowMemorySchema } from "./flow-memory.ts";

const terms = {
  sizeExponent: 0.5,
  permanentTicksPerLot: 0.001,
  fading: [
    { ticks: 1, unitLots: 100, time: "10s" },
    { ticks: 2, unitLots: 400, time: "100s" },
  ],
};
/** Without anything that is learnt for good. */
const single = {
  ...terms,
  permanentTicksPerLot: 0,
  fading: [{ ticks: 1, unitLots: 100, time: "10s" }],
};

function createMemory(changes: Partial<typeof terms> = {}): FlowMemory {
  const memory = new FlowMemory(flowMemorySchema.parse({ ...terms, ...changes }));
  memory.open(0);
  return memory;
}

/** The push of this much net flow at one moment. */
function pushOf(lots: number, changes: Partial<typeof terms>): number {
  const memory = createMemory(changes);
  memory.addTrade(0, lots > 0 ? buy : sell, Math.abs(lots));
  return memory.ticksAt(0);
}

function expectNear(found: number, expected: number): void {
  ok(Math.abs(found - expected) < 1e-12 * Math.max(1, Math.abs(expected)), `${found}, ${expected}`);
}

describe("the memory of order flow", () => {
  test("pushes in proportion to little flow and by its power of much", () => {
    expectNear(pushOf(300, single), 2 * (Math.sqrt(4) - 1));
    expectNear(pushOf(-300, single), -2 * (Math.sqrt(4) - 1));
    const [one, two] = [pushOf(0.001, single), pushOf(0.002, single)];
    ok(Math.abs(one - 0.001 / 100) < 1e-9 && Math.abs(two / one - 2) < 1e-4);
    const ratio = pushOf(4e8, single) / pushOf(1e8, single);
    ok(Math.abs(ratio - 2) < 2e-3, `${ratio}`);
  });

  test("is linear at an exponent of 1 and logarithmic at 0", () => {
    for (const lots of [1, 250, 1e6]) {
      expectNear(pushOf(lots, { ...single, sizeExponent: 1 }), lots / 100);
      expectNear(pushOf(lots, { ...single, sizeExponent: 0 }), Math.log1p(lots / 100));
    }
  });

  test("forgets flow, each part at its own pace, but for what is learnt for good", () => {
    const memory = createMemory();
    memory.addTrade(0, buy, 300);
    const [fast, slow] = [3 * Math.exp(-1), 0.75 * Math.exp(-0.1)];
    const expected = 0.3 + 2 * (Math.sqrt(1 + fast) - 1) + 4 * (Math.sqrt(1 + slow) - 1);
    expectNear(memory.ticksAt(10 * nsPerSecond), expected);
    expectNear(memory.ticksAt(1e5 * nsPerSecond), 0.3);
  });

  test("learns the same from one trade as from its pieces", () => {
    const [whole, pieces] = [createMemory(), createMemory()];
    whole.addTrade(nsPerSecond, sell, 1000);
    for (let piece = 0; piece < 100; piece++) pieces.addTrade(nsPerSecond, sell, 10);
    expectNear(whole.ticksAt(5 * nsPerSecond), pieces.ticksAt(5 * nsPerSecond));
  });

  test("is the same downwards", () => {
    const [up, down] = [createMemory(), createMemory()];
    for (let trade = 0; trade < 10; trade++) {
      up.addTrade(trade * nsPerSecond, trade % 3 === 0 ? sell : buy, 100 * trade + 1);
      down.addTrade(trade * nsPerSecond, trade % 3 === 0 ? buy : sell, 100 * trade + 1);
    }
    equal(up.ticksAt(11 * nsPerSecond), -down.ticksAt(11 * nsPerSecond));
  });

  // Huberman & Stanzl 2004; Alfonsi, Fruth & Schied 2010.
  test("pays nobody for a round trip, however it is cut up", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = createXoshiro128(seed);
      const memory = createMemory();
      let [timeNs, heldLots, cost] = [0, 0, 0];
      const trade = (side: Side, lots: number): void => {
        memory.addTrade(timeNs, side, lots);
        const signedLots = side === buy ? lots : -lots;
        heldLots += signedLots;
        cost += signedLots * memory.ticksAt(timeNs);
      };
      for (let at = 0; at < 30; at++) {
        trade(random.uniform() < 0.5 ? buy : sell, 1 + Math.floor(2000 * random.uniform()));
        timeNs += 40 * nsPerSecond * random.uniform();
      }
      if (heldLots !== 0) trade(heldLots > 0 ? sell : buy, Math.abs(heldLots));
      ok(cost > 0, `seed ${seed}: ${cost}`);
    }
  });

  test("goes on from a saved state", () => {
    const [one, other] = [createMemory(), createMemory()];
    one.addTrade(nsPerSecond, buy, 700);
    const writer = new StateWriter();
    one.save(writer);
    const reader = new StateReader(writer.finish());
    other.load(reader);
    reader.end();
    for (const memory of [one, other]) memory.addTrade(3 * nsPerSecond, sell, 90);
    equal(other.ticksAt(9 * nsPerSecond), one.ticksAt(9 * nsPerSecond));
  });
});
