/** One definition of every cost: shortfall, benchmarks, and the report of an order. */
export {
  type BenchmarkComparison,
  type BenchmarkFill,
  type BenchmarkOrder,
  compareWithBenchmarks,
  createIntervalBenchmarks,
  type FillLiquidity,
  type IntervalBenchmarkAccumulator,
  type IntervalBenchmarks,
} from "./benchmarks.ts";
export {
  combineMeasures,
  type ExecutionQuality,
  measureOrder,
  type OrderMeasures,
} from "./markouts/execution-quality.ts";
export { horizonName, markoutHorizonsNs } from "./markouts/markouts.ts";
export type { Estimate, MeasuredFill, MeasuredOrder } from "./markouts/measured-order.ts";
export { PlacementLog } from "./markouts/placement-log.ts";
export type { DistanceRow } from "./markouts/resting-by-distance.ts";
export { TouchPath } from "./markouts/touch-path.ts";
export type {
  Column,
  DepthHeatmap,
  NewsMarker,
  OrderReport,
  ParticipationSeries,
  PolicyRun,
  RemainingSeries,
  ReplayDivergence,
  ReportFill,
  ReportMarket,
  ReportParent,
  ReportSource,
  WorkingOrder,
} from "./report/order-report.ts";
export {
  computeShortfall,
  type ImpactSource,
  type Shortfall,
  type ShortfallFill,
  type ShortfallForm,
  type ShortfallOrder,
  type ShortfallPartName,
  type ShortfallParts,
  shortfallPartNames,
} from "./shortfall.ts";
