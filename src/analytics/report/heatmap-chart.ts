/** The order book under one policy: depth as colour, our resting orders as lines, our fills on it. */
import { assert } from "../../core/assert.ts";
import { priceAxis, type ReportFrame, timeAxis } from "./axes.ts";
import { type Chart, ink } from "./chart.ts";
import { type DepthRaster, drawDepth } from "./depth-raster.ts";
import { computeFillScale, fillSeries, markLines, orderMoments } from "./marks.ts";
import type { DepthHeatmap, OrderReport, WorkingOrder } from "./order-report.ts";
import type { CustomSeriesApi } from "./price-chart.ts";

const width = 1040;
const height = 380;

export interface HeatmapDrawing {
  readonly chart: Chart;
  /** Lots at which the colour is full; undefined when the book was never seen. */
  readonly fullLots: number | undefined;
}

export function buildHeatmapChart(
  report: OrderReport,
  index: number,
  sharedFrame: ReportFrame,
): HeatmapDrawing {
  const run = report.runs[index];
  assert(run !== undefined, "a chart is of a run of the report");
  const frame = widenPrices(sharedFrame);
  const raster = run.heatmap === undefined ? undefined : drawDepth(run.heatmap);
  const picture =
    run.heatmap === undefined || raster === undefined ? [] : [depthSeries(run.heatmap, raster)];
  const chart: Chart = {
    key: `book-${index}`,
    label: `Depth of the order book by time and price, with the resting orders and fills of ${run.policy}`,
    width,
    height,
    option: {
      grid: { left: 60, right: 14, top: 22, bottom: 26 },
      xAxis: timeAxis(frame, { count: 12 }),
      yAxis: priceAxis(frame, { tickSize: report.instrument.tickSize, count: 8 }),
      series: [
        ...picture,
        workingOrderSeries(run.workingOrders),
        markLines({ moments: orderMoments(report) }),
        ...fillSeries(run.fills, {
          scale: computeFillScale(report, { buckets: 200, keepPrices: true }),
          colour: ink,
          halo: "var(--card)",
        }),
      ],
    },
  };
  return { chart, fullLots: raster?.fullLots };
}

/** A little more of the book than the quotes and fills alone would show. */
function widenPrices(frame: ReportFrame): ReportFrame {
  const margin = Math.max((frame.highTicks - frame.lowTicks) * 0.1, 4);
  return { ...frame, lowTicks: frame.lowTicks - margin, highTicks: frame.highTicks + margin };
}

/** The picture, stretched over the times and prices its cells stand for. */
function depthSeries(heatmap: DepthHeatmap, raster: DepthRaster): object {
  const { startNs, columnNs, columns, basePriceTicks, rowTicks, rows } = heatmap;
  const lowTicks = basePriceTicks - 0.5;
  return {
    type: "custom",
    silent: true,
    clip: true,
    z: 1,
    data: [[startNs, lowTicks]],
    renderItem: (_: unknown, api: CustomSeriesApi) => {
      const [x = 0, base = 0] = api.coord([startNs, lowTicks]);
      const [end = 0, y = 0] = api.coord([
        startNs + columns * columnNs,
        lowTicks + rows * rowTicks,
      ]);
      const shape = { x, y, width: end - x, height: base - y };
      return { type: "image", style: { image: raster.address, ...shape } };
    },
  };
}

/** All resting orders as one path with gaps: thousands of them cost little. */
function workingOrderSeries(orders: readonly WorkingOrder[]): object {
  return {
    type: "line",
    silent: true,
    showSymbol: false,
    connectNulls: false,
    emphasis: { disabled: true },
    lineStyle: { color: ink, width: 1.4, opacity: 0.75 },
    data: orders.flatMap((order) => [
      [order.fromNs, order.priceTicks],
      [order.toNs, order.priceTicks],
      ["-", "-"],
    ]),
    z: 3,
  };
}
