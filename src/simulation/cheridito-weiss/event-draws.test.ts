import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { EventDraws } from "./event-draws.ts";
import { noiseSchema } from "./parameters.ts";

const parameters = noiseSchema.parse({
  ...{ kind: "cw-noise", marketRate: 1, limitRates: [1], cancelRates: [1] },
  ...{ sizeSigma: 2, sizeMax: 20, refillLots: 4, homeBidTicks: 1000 },
});

type Draw = readonly [wait: number, kind: number, lots: number];

function take(draws: EventDraws, count: number): Draw[] {
  return Array.from({ length: count }, () => {
    const row = draws.next();
    return [draws.waits[row]!, draws.kinds[row]!, draws.lots[row]!] as const;
  });
}

describe("the draws of the noise traders", () => {
  test("are one draw an event of the streams of their seed", () => {
    const draws = new EventDraws(parameters);
    draws.open(5);
    const waits = createRandomStream(5, streamId("cw-noise-wait"));
    const kinds = createRandomStream(5, streamId("cw-noise-kind"));
    for (const [wait, kind] of take(draws, 100)) {
      equal(wait, -Math.log1p(-waits.uniform()));
      equal(kind, kinds.uniform());
    }
  });

  test("have sizes round(1 + |N(0, 2)|) within 1 and 20", () => {
    const draws = new EventDraws(parameters);
    draws.open(1);
    const counts = new Array<number>(21).fill(0);
    for (const [, , lots] of take(draws, 100_000)) counts[lots]!++;
    // P(|X| < 0.5) and P(0.5 < |X| < 1.5) for a normal with standard deviation 2.
    equal(Math.round(counts[1]! / 1000), 20);
    equal(Math.round(counts[2]! / 1000), 35);
    equal(counts[0], 0);
  });

  test("go on from a saved state, also in the middle of what was drawn ahead", () => {
    for (const before of [0, 1, 31, 32, 33, 77]) {
      const draws = new EventDraws(parameters);
      draws.open(9);
      take(draws, before);
      const writer = new StateWriter();
      draws.save(writer);
      const expected = take(draws, 70);
      const other = new EventDraws(parameters);
      other.load(new StateReader(writer.finish()));
      deepEqual(take(other, 70), expected);
    }
  });
});
