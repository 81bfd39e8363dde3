import { equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { nsPerSecond } from "../../core/time.ts";
import { buy, sell } from "../../market/side.ts";
import { FlowMemory, flowMemorySchema } from "./flow-memory.ts";

const parameters = flowMemorySchema.parse({
  unitLots: 100,
  sizeExponent: 0.5,
  permanentTicks: 0.25,
  fading: [
    { ticks: 1, time: "10s" },
    { ticks: 0.5, time: "100s" },
  ],
});

function createMemory(): FlowMemory {
  const memory = new FlowMemory(parameters);
  memory.open(0);
  return memory;
}

describe("the memory of order flow", () => {
  test("moves by the sum of its parts, which fade to the permanent one", () => {
    const memory = createMemory();
    memory.addTrade(0, buy, 400);
    equal(memory.ticksAt(0), 2 * 1.75);
    const expected = 2 * (0.25 + Math.exp(-1) + 0.5 * Math.exp(-0.1));
    ok(Math.abs(memory.ticksAt(10 * nsPerSecond) - expected) < 1e-12);
    ok(Math.abs(memory.ticksAt(1e5 * nsPerSecond) - 0.5) < 1e-12);
  });

  test("is the same downwards", () => {
    const [up, down] = [createMemory(), createMemory()];
    for (let trade = 0; trade < 10; trade++) {
      up.addTrade(trade * nsPerSecond, trade % 3 === 0 ? sell : buy, 100 * trade + 1);
      down.addTrade(trade * nsPerSecond, trade % 3 === 0 ? buy : sell, 100 * trade + 1);
    }
    equal(up.ticksAt(11 * nsPerSecond), -down.ticksAt(11 * nsPerSecond));
  });
});
