/** What was left to do over time, against the schedule each policy meant to keep. */
import { assert } from "../../core/assert.ts";
import { type ReportFrame, timeAxis, valueAxis } from "./axes.ts";
import { type Chart, policyColour } from "./chart.ts";
import { formatNumber } from "./format.ts";
import { markLines, orderMoments, stepSeries } from "./marks.ts";
import type { OrderReport, RemainingSeries } from "./order-report.ts";
import { type ChartPoint, thinStepSeries } from "./thin-series.ts";

export function buildInventoryChart(
  report: OrderReport,
  frame: ReportFrame,
  size: { readonly width: number; readonly height: number },
): Chart {
  const { width, height } = size;
  const points = (series: RemainingSeries): readonly ChartPoint[] => {
    assert(series.timeNs.length === series.remainingLots.length, "columns have one length");
    return thinStepSeries(series.timeNs, series.remainingLots, {
      fromNs: frame.fromNs,
      toNs: report.parent.endNs,
      buckets: 400,
    });
  };
  return {
    key: `inventory-${width}`,
    label: "Lots still to be filled over time, one line a policy, schedules dashed",
    width,
    height,
    option: {
      grid: { left: 64, right: 16, top: 22, bottom: 26 },
      xAxis: timeAxis(frame, { count: width > 800 ? 12 : 7 }),
      yAxis: valueAxis({
        low: 0,
        high: report.parent.quantityLots * 1.03,
        count: 5,
        smallestStep: 1,
        format: (lots) => formatNumber(lots),
      }),
      series: [
        markLines({ moments: orderMoments(report) }),
        ...report.runs.map((run, index) => scheduleSeries(points(run.schedule), index)),
        ...report.runs.map((run, index) =>
          stepSeries(points(run.inventory), { colour: policyColour(index), width: 2 }),
        ),
      ],
    },
  };
}

/** A schedule is a plan between its points, not a step. */
function scheduleSeries(points: readonly ChartPoint[], index: number): object {
  const style = { colour: policyColour(index), width: 1.2, dash: [5, 4] };
  return { ...stepSeries(points, style), step: false, z: 2 };
}
