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
