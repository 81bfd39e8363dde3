/**
 * What a list of replayed orders says of policies: costs, differences on the same orders, and where
 * they come from.
 *
 * Orders of one day share its market, so days are drawn, not orders: whatever the instrument, as the
 * instruments of a day move together too.
 */
import { combineMeasures } from "../analytics/index.ts";
import { computeClusterBootstrap } from "../analytics/markouts/cluster-bootstrap.ts";
import { ordersForInterval } from "../analytics/markouts/measured-order.ts";
import type {
  Interval95,
  OrdersBreakdown,
  OrdersPaired,
  OrdersPolicy,
  OrdersSummary,
} from "../analytics/report/orders-report.ts";
import { shortfallPartNames } from "../analytics/shortfall.ts";
import { assert } from "../core/assert.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import { computeHolmAdjusted } from "../core/statistics/holm.ts";
import { createOnlineMoments } from "../core/statistics/online-moments.ts";
import { computeExpectedShortfall } from "../core/statistics/quantiles.ts";
import { computeStudentTCdf, computeStudentTQuantile } from "../core/statistics/student-t.ts";
import { nsPerHour, nsPerMinute } from "../core/time.ts";
import type { OrderOutcome, PolicyOutcome } from "./replay-orders-outcome.ts";

/** Fewer days than this say nothing of how days vary. */
export const daysForInterval = ordersForInterval;

interface Worked {
  readonly order: OrderOutcome;
  readonly work: PolicyOutcome;
}

interface Pair {
  readonly order: OrderOutcome;
  readonly difference: number;
}

/**
 * @param orders at least one; every order has been worked by at least one policy
 * @param options.seed of the bootstrap's draws alone: the same for every estimate
 */
export function summariseOrders(
  orders: readonly OrderOutcome[],
  { seed }: { readonly seed: number },
): OrdersSummary {
  assert(orders.length > 0, "a summary is of at least one order");
  const names = [...new Set(orders.flatMap(({ policies }) => policies.map((one) => one.policy)))];
  const baseline = names[0]!;
  const workOf = new Map(names.map((name) => [name, worksOf(orders, name)]));
  const pairsOf = new Map(names.slice(1).map((name) => [name, pairUp(orders, name, baseline)]));
  const paired = withHolm(
    [...pairsOf].flatMap(([policy, pairs]) =>
      pairs.length === 0 ? [] : [[policy, summarisePairs(pairs, seed)] as const],
    ),
  );
  const policies = names.map((name): OrdersPolicy => {
    const difference = paired.get(name);
    const summary = summarisePolicy(workOf.get(name)!, seed);
    return difference === undefined ? summary : { ...summary, paired: difference };
  });
  return {
    orders: orders.length,
    days: countDays(orders),
    instruments: new Set(orders.map(({ instrument }) => instrument.symbol)).size,
    baseline,
    policies,
    breakdowns: dimensions.map(([title, nameOf, ranks]) =>
      breakDown(orders, names, { title, nameOf, ranks }),
    ),
  };
}

function worksOf(orders: readonly OrderOutcome[], name: string): Worked[] {
  return orders.flatMap((order) => {
    const work = order.policies.find(({ policy }) => policy === name);
    return work === undefined ? [] : [{ order, work }];
  });
}

function pairUp(orders: readonly OrderOutcome[], name: string, baseline: string): Pair[] {
  return orders.flatMap((order) => {
    const work = order.policies.find(({ policy }) => policy === name);
    const other = order.policies.find(({ policy }) => policy === baseline);
    if (work === undefined || other === undefined) return [];
    return [{ order, difference: work.costBps - other.costBps }];
  });
}

function countDays(orders: readonly OrderOutcome[]): number {
  return new Set(orders.map(({ date }) => date)).size;
}

function summarisePolicy(works: readonly Worked[], seed: number): OrdersPolicy {
  const costs = works.map(({ work }) => work.costBps);
  const values = works.map(({ order, work }) => ({ order, value: work.costBps }));
  const plain = meanByDay(values, () => 1, seed);
  const weighted = meanByDay(values, ({ notional }) => notional, seed);
  const moments = createOnlineMoments();
  for (const cost of costs) moments.add(cost);
  const first = works[0]!.work;
  const meanOf = (read: (work: PolicyOutcome) => number | undefined): number | undefined => {
    const known = works.flatMap(({ work }) => read(work) ?? []);
    return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
  };
  const parts = shortfallPartNames.flatMap((name) => {
    const mean = meanOf(({ partsBps }) => partsBps[name]);
    return mean === undefined ? [] : [[name, mean] as const];
  });
  return {
    policy: first.policy,
    description: first.description,
    orders: works.length,
    days: countDays(works.map(({ order }) => order)),
    costsBps: costs,
    mean: plain.mean,
    weightedMean: weighted.mean,
    ...(plain.ci95 === undefined ? {} : { ci95: plain.ci95 }),
    ...(weighted.ci95 === undefined ? {} : { weightedCi95: weighted.ci95 }),
    ...(works.length < 2 ? {} : { sd: moments.sd }),
    worstDecile: computeExpectedShortfall(costs, 0.1),
    parts: Object.fromEntries(parts),
    completion: meanOf(({ completion }) => completion) ?? 0,
    participation: meanOf(({ participation }) => participation),
    passiveShare: meanOf(({ passiveShare }) => passiveShare),
    vwapSlippageBps: meanOf(({ vwapSlippageBps }) => vwapSlippageBps),
    childOrders: meanOf(({ childOrders }) => childOrders) ?? 0,
    quality: combineMeasures(
      works.map(({ work }) => work.measures),
      { seed },
    ),
  };
}

interface DayValue {
  readonly order: OrderOutcome;
  readonly value: number;
}

/** A weighted mean, and its 95 % interval by the bootstrap over days where there are enough. */
function meanByDay(
  values: readonly DayValue[],
  weigh: (order: OrderOutcome) => number,
  seed: number,
): { readonly mean: number; readonly ci95?: Interval95 } {
  const days = new Map<string, { numerator: number; denominator: number }>();
  let [numerator, denominator] = [0, 0];
  for (const { order, value } of values) {
    const weight = weigh(order);
    const day = days.get(order.date) ?? { numerator: 0, denominator: 0 };
    days.set(order.date, day);
    day.numerator += weight * value;
    day.denominator += weight;
    numerator += weight * value;
    denominator += weight;
  }
  const mean = numerator / denominator;
  if (days.size < daysForInterval) return { mean };
  const random = createXoshiro128(seed);
  return { mean, ci95: computeClusterBootstrap([...days.values()], { random }) };
}

function summarisePairs(pairs: readonly Pair[], seed: number): OrdersPaired {
  const differences = pairs.map(({ difference }) => difference);
  const values = pairs.map(({ order, difference }) => ({ order, value: difference }));
  const { mean, ci95: bootstrap95 } = meanByDay(values, () => 1, seed);
  const shared = {
    orders: pairs.length,
    differencesBps: differences,
    mean,
    weightedMean: meanByDay(values, ({ notional }) => notional, seed).mean,
    wins: differences.filter((difference) => difference < 0).length,
  };
  if (bootstrap95 === undefined) return shared;
  return { ...shared, test: { ...testByDay(pairs, mean), bootstrap95, holmPValue: 1 } };
}

/**
 * Student's t with the variance summed by day: S² = G / (G − 1) · Σ_g (Σ_i∈g (dᵢ − d̄))² / n², G − 1
 * degrees of freedom (Cameron & Miller, "A practitioner's guide to cluster-robust inference", 2015,
 * eq. 11, for a mean).
 */
function testByDay(
  pairs: readonly Pair[],
  mean: number,
): { readonly standardError: number; readonly ci95: Interval95; readonly pValue: number } {
  const days = new Map<string, number>();
  for (const { order, difference } of pairs) {
    days.set(order.date, (days.get(order.date) ?? 0) + difference - mean);
  }
  let squares = 0;
  for (const sum of days.values()) squares += sum * sum;
  const freedom = days.size - 1;
  const standardError = Math.sqrt((days.size / freedom) * squares) / pairs.length;
  const halfWidth = computeStudentTQuantile(0.975, freedom) * standardError;
  const isPoint = standardError === 0;
  const t = isPoint ? 0 : -Math.abs(mean / standardError);
  const pointP = mean === 0 ? 1 : 0;
  return {
    standardError,
    ci95: [mean - halfWidth, mean + halfWidth],
    pValue: isPoint ? pointP : Math.min(1, 2 * computeStudentTCdf(t, freedom)),
  };
}

function withHolm(
  paired: readonly (readonly [string, OrdersPaired])[],
): ReadonlyMap<string, OrdersPaired> {
  const tested = paired.flatMap(([, { test }]) => (test === undefined ? [] : [test.pValue]));
  const adjusted = computeHolmAdjusted(tested);
  let at = 0;
  return new Map(
    paired.map(([policy, one]) => {
      if (one.test === undefined) return [policy, one];
      return [policy, { ...one, test: { ...one.test, holmPValue: adjusted[at++]! } }];
    }),
  );
}

type Dimension = readonly [
  title: string,
  nameOf: (order: OrderOutcome) => string,
  /** In the order in which groups are told; by name where not given. */
  ranks?: readonly string[],
];

const sizeNames = ["below 1 %", "1 to 5 %", "5 to 10 %", "10 to 25 %", "from 25 %", "no volume"];
const durationNames = ["below 15 min", "15 to 60 min", "1 to 3 h", "from 3 h"];

const dimensions: readonly Dimension[] = [
  ["instrument", ({ instrument }) => instrument.symbol],
  ["side", ({ side }) => side, ["buy", "sell"]],
  ["size, share of the volume others traded meanwhile", sizeBucket, sizeNames],
  ["duration", durationBucket, durationNames],
  ["urgency", ({ urgency }) => urgency, ["low", "normal", "high"]],
  ["day", ({ date }) => date],
];

function sizeBucket({ quantityLots, intervalLots }: OrderOutcome): string {
  if (intervalLots === 0) return "no volume";
  const share = quantityLots / intervalLots;
  const at = [0.01, 0.05, 0.1, 0.25].findIndex((edge) => share < edge);
  return sizeNames[at < 0 ? 4 : at]!;
}

function durationBucket({ startNs, endNs }: OrderOutcome): string {
  const length = endNs - startNs;
  const at = [15 * nsPerMinute, nsPerHour, 3 * nsPerHour].findIndex((edge) => length < edge);
  return durationNames[at < 0 ? 3 : at]!;
}

function breakDown(
  orders: readonly OrderOutcome[],
  policies: readonly string[],
  dimension: {
    readonly title: string;
    readonly nameOf: (order: OrderOutcome) => string;
    readonly ranks: readonly string[] | undefined;
  },
): OrdersBreakdown {
  const { title, nameOf, ranks } = dimension;
  const groups = Map.groupBy(orders, nameOf);
  const names = [...groups.keys()];
  if (ranks === undefined) names.sort();
  else names.sort((one, other) => ranks.indexOf(one) - ranks.indexOf(other));
  return {
    title,
    groups: names.map((name) => {
      const members = groups.get(name)!;
      const cells = policies.map((policy) => {
        const works = worksOf(members, policy);
        if (works.length === 0) return undefined;
        const sum = works.reduce((total, { work }) => total + work.costBps, 0);
        return { orders: works.length, mean: sum / works.length };
      });
      return { name, orders: members.length, days: countDays(members), cells };
    }),
  };
}
