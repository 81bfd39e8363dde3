/** What a report of many replayed orders is made from. Plain values; costs in bps, positive hurts. */
import type { ExecutionQuality } from "../markouts/execution-quality.ts";
import type { ShortfallPartName } from "../shortfall.ts";
import type { Column } from "./order-report.ts";

/** Low and high end of a 95 % interval. */
export type Interval95 = readonly [low: number, high: number];

/** One policy less the first one, on the orders that both worked: negative is cheaper. */
export interface OrdersPaired {
  readonly orders: number;
  /** In the order of the list. */
  readonly differencesBps: Column;
  readonly mean: number;
  /** By arrival notional. */
  readonly weightedMean: number;
  /** Orders that cost less than with the first policy; ties are none. */
  readonly wins: number;
  /** Absent with too few days to say how days vary. */
  readonly test?: {
    readonly standardError: number;
    /** Of the mean, by Student's t with the variance summed by day. */
    readonly ci95: Interval95;
    /** Of the mean, by the bootstrap over days. */
    readonly bootstrap95: Interval95;
    readonly pValue: number;
    /** Adjusted for all policies compared (Holm 1979). */
    readonly holmPValue: number;
  };
}

export interface OrdersPolicy {
  readonly policy: string;
  readonly description: string;
  readonly orders: number;
  readonly days: number;
  /** One an order, in the order of the list. */
  readonly costsBps: Column;
  /** Every order counts the same. */
  readonly mean: number;
  /** By the bootstrap over days; absent with too few. */
  readonly ci95?: Interval95;
  /** By arrival notional. */
  readonly weightedMean: number;
  readonly weightedCi95?: Interval95;
  /** Between orders; absent with one. */
  readonly sd?: number;
  /** Mean of the dearest tenth. */
  readonly worstDecile: number;
  /** Means over orders, each counting the same. */
  readonly parts: Readonly<Partial<Record<ShortfallPartName, number>>>;
  /** Means over orders, 0 to 1. */
  readonly completion: number;
  readonly participation: number | undefined;
  readonly passiveShare: number | undefined;
  readonly vwapSlippageBps: number | undefined;
  readonly childOrders: number;
  readonly quality: ExecutionQuality;
  /** Absent for the first policy. */
  readonly paired?: OrdersPaired;
}

/** Orders in groups: one cell a policy, in their order; undefined where it worked none of them. */
export interface OrdersBreakdown {
  readonly title: string;
  readonly groups: readonly {
    readonly name: string;
    readonly orders: number;
    readonly days: number;
    readonly cells: readonly ({ readonly orders: number; readonly mean: number } | undefined)[];
  }[];
}

export interface OrdersSummary {
  readonly orders: number;
  readonly days: number;
  readonly instruments: number;
  /** The policy that the others are compared with. */
  readonly baseline: string;
  readonly policies: readonly OrdersPolicy[];
  readonly breakdowns: readonly OrdersBreakdown[];
}

/** One order of the list, as one row. */
export interface OrdersReportRow {
  readonly id: string;
  readonly text: string;
  /** One a policy of the summary, in its order; undefined where it did not work the order. */
  readonly costsBps: readonly (number | undefined)[];
}

/** Everything `renderOrdersReport` needs; text is escaped there. */
export interface OrdersReport {
  readonly title: string;
  /** The command line that made the report, printed so that it can be run again. */
  readonly generatedBy: string;
  readonly notes: readonly string[];
  /** Undefined where every order failed. */
  readonly summary: OrdersSummary | undefined;
  readonly rows: readonly OrdersReportRow[];
  readonly failures: readonly { readonly id: string; readonly reason: string }[];
}
