import { doesNotMatch, equal, match } from "node:assert/strict";
import { describe, test } from "node:test";
import { combineMeasures, measureOrder } from "../markouts/execution-quality.ts";
import { createFill, createOrder, createPath, second } from "../markouts/markouts-fixture.ts";
import type { MeasuredOrder } from "../markouts/measured-order.ts";
import { renderExecutionQuality } from "./execution-quality-section.ts";
import type { OrderReport } from "./order-report.ts";

const path = createPath(
  [
    [0, 10_000],
    [101, 10_003],
  ],
  170,
);
const placement = { distanceTicks: 0, lots: 40, filledLots: 10, filledLotNs: 50 * second };
const order: MeasuredOrder = {
  ...createOrder(path, [createFill()]),
  placements: [{ ...placement, restedNs: 9 * second }],
};

/** Only what the section reads. */
function reportOf(orders: readonly (readonly MeasuredOrder[])[]): OrderReport {
  const runs = orders.map((measured, at) => ({
    policy: `policy <${at}>`,
    quality: combineMeasures(measured.map(measureOrder), { seed: 1 }),
  }));
  return { runs } as unknown as OrderReport;
}

describe("the section on what came after the fills", () => {
  test("prints every markout, and a dash where the market is not known so long", () => {
    const { text } = renderExecutionQuality(reportOf([[order]]));
    match(text, /<td>rested<\/td><td>10<\/td><td>1\.00<\/td><td>1\.00<\/td><td>4\.00<\/td>/);
    match(text, /<td>4\.00<\/td><td>–<\/td><td>–<\/td><td>–<\/td><\/tr>/);
    match(text, /<td>after the end<\/td>/);
    // Nothing was taken, so no row says so.
    doesNotMatch(text, /<td>took<\/td>/);
    match(
      text,
      /<td>touch<\/td><td>1<\/td><td>40<\/td><td>25\.0%<\/td><td>5\.0<\/td><td>9\.0<\/td>/,
    );
  });

  test("prints an interval where there are orders enough for one", () => {
    const { text } = renderExecutionQuality(reportOf([Array.from({ length: 6 }, () => order)]));
    match(text, /<td>4\.00<br><small>4\.00 … 4\.00<\/small><\/td>/);
  });

  test("escapes names, and is not there where nothing was filled", () => {
    const { text } = renderExecutionQuality(reportOf([[order]]));
    match(text, /policy &lt;0&gt;/);
    equal(renderExecutionQuality(reportOf([[createOrder(path, [])]])).text, "");
    equal(renderExecutionQuality({ runs: [{}] } as unknown as OrderReport).text, "");
  });
});
