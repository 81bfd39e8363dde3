import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../core/assert.ts";
import {
  type EpisodeRows,
  episodeRowLength,
  inventoryOffset,
  inventoryPoints,
  ownLotsOffset,
  participationBins,
} from "./episode-row.ts";
import { computeProfileBands } from "./profile-bands.ts";

/** Rows of `episodes` whose value at `offset` is drawn by `valueAt`. */
function createRows(
  episodes: number,
  valueAt: (episode: number, offset: number) => number,
): EpisodeRows {
  const values = Float64Array.from({ length: episodes * episodeRowLength }, (_, at) =>
    valueAt(Math.floor(at / episodeRowLength), at % episodeRowLength),
  );
  return { policy: "twap", description: "", values };
}

describe("computeProfileBands", () => {
  test("gives quantiles and the mean of what remains at every point in time", () => {
    // At the start everything remains; later, episode e of 0 to 4 has e / 4 left.
    const rows = createRows(5, (episode, offset) => (offset === inventoryOffset ? 1 : episode / 4));
    const { inventory } = computeProfileBands(rows);
    const expected = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, mean: 0.5 };
    for (const [name, value] of Object.entries(expected)) {
      const band = inventory[name as keyof typeof inventory];
      equal(band.length, inventoryPoints);
      equal(band[0], 1);
      for (const share of band.slice(1)) ok(Math.abs(share - value) < 1e-15, `${name} ${share}`);
    }
  });

  test("reads the inventory and nothing beside it", () => {
    const rows = createRows(2, (_, offset) =>
      offset >= inventoryOffset && offset < inventoryOffset + inventoryPoints
        ? 1 - (offset - inventoryOffset) / (inventoryPoints - 1)
        : 1000,
    );
    const { p05, mean } = computeProfileBands(rows).inventory;
    deepEqual([p05[0], p05[24], p05[48]], [1, 0.5, 0]);
    deepEqual(mean, p05);
  });

  test("weighs participation by lots, not by episodes", () => {
    // Own lots 10 of 100, then 10 of 20: together 20 of 120.
    const rows = createRows(2, (episode, offset) => {
      if (offset < ownLotsOffset) return 0;
      if (offset < ownLotsOffset + participationBins) return 10;
      return episode === 0 ? 90 : 10;
    });
    const { participation } = computeProfileBands(rows);
    equal(participation.length, participationBins);
    for (const share of participation) equal(share, 20 / 120);
  });

  test("keeps the bins in their order, and gives 0 where nothing traded", () => {
    const rows = createRows(1, (_, offset) => {
      if (offset < ownLotsOffset) return 0;
      if (offset < ownLotsOffset + participationBins) return offset - ownLotsOffset;
      return offset === ownLotsOffset + participationBins ? 0 : 100;
    });
    const { participation } = computeProfileBands(rows);
    equal(participation[0], 0);
    equal(participation[1], 1 / 101);
    equal(participation[23], 23 / 123);
  });

  test("leaves nothing that JSON cannot hold", () => {
    const bands = computeProfileBands(createRows(1, () => 0));
    deepEqual(JSON.parse(JSON.stringify(bands)), bands);
  });

  test("refuses no rows, a cut row and values that are not finite", () => {
    throws(() => computeProfileBands(createRows(0, () => 0)), InvariantError);
    const { values, ...names } = createRows(1, () => 0);
    throws(() => computeProfileBands({ ...names, values: values.slice(1) }), InvariantError);
    for (const bad of [inventoryOffset, ownLotsOffset, episodeRowLength - 1]) {
      const rows = createRows(2, (_, offset) => (offset === bad ? Number.NaN : 1));
      throws(() => computeProfileBands(rows), InvariantError, `offset ${bad}`);
    }
  });
});
