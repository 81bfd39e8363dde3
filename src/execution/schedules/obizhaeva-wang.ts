/**
 * The cheapest way to trade where impact fades: blocks at both ends and an even flow between.
 *
 * Obizhaeva & Wang, "Optimal trading strategy and supply/demand dynamics", Journal of Financial
 * Markets 16 (2013): impact of a trade decays as exp(−ρt). Gatheral, Schied & Slynko, "Transient
 * linear price impact and Fredholm integral equations", Mathematical Finance 22 (2012): any decay
 * G(t) with G positive definite, at any times, by one linear system.
 *
 * Symbols as there: X lots in time T; ρ resilience (one over time); G(t) what is left after t of
 * the price displacement by one lot. The cost of trades ξ at times t is ½ ΣΣ ξᵢξⱼ G(|tᵢ − tⱼ|);
 * impact that stays for ever adds the same to every trajectory and changes nothing.
 */
import { assert } from "../../core/assert.ts";
import { elapsedShare, type Schedule, type ScheduleWindow } from "./schedule.ts";

/** G: what is left of a displacement of 1 after a time of 0 or more. */
export type DecayKernel = (elapsed: number) => number;

/** A schedule that may jump: `before` is the share just before a time, `at` that just after it. */
export interface JumpSchedule {
  readonly at: Schedule;
  readonly before: Schedule;
}

/** ρ = ln 2 / half-life, in one over the half-life's unit. */
export function resilienceOf(halfLife: number): number {
  assert(halfLife > 0, "a half-life is positive");
  return Math.LN2 / halfLife;
}

/** exp(−ρt). */
export function exponentialDecay(resilience: number): DecayKernel {
  return (elapsed) => Math.exp(-resilience * elapsed);
}

/** (1 + t/c)^−γ, with c such that half is left after the half-life. */
export function powerDecay(exponent: number, halfLife: number): DecayKernel {
  assert(exponent > 0 && halfLife > 0, "a power decay has an exponent and a half-life above 0");
  const scale = halfLife / (2 ** (1 / exponent) - 1);
  return (elapsed) => (1 + elapsed / scale) ** -exponent;
}

/** Share of the order in each of the two blocks, X₀/X = 1/(2 + ρT); between them flows ρT of it. */
export function blockShare(resilience: number, duration: number): number {
  return 1 / (2 + resilience * duration);
}

/**
 * The optimum when trades may come at any time: a block, the rate ρX/(2 + ρT), a block
 * (Obizhaeva & Wang 2013, the limit of continuous time).
 *
 * @param resiliencePerNs ρ in one over nanoseconds; 0 is a block at either end
 */
export function createObizhaevaWangSchedule(
  window: ScheduleWindow,
  resiliencePerNs: number,
): JumpSchedule {
  const reach = resiliencePerNs * (window.endNs - window.startNs);
  const block = blockShare(resiliencePerNs, window.endNs - window.startNs);
  const between: Schedule = (timeNs) => block * (1 + reach * elapsedShare(window, timeNs));
  return jumpsAtEnds(window, between);
}

/**
 * The optimum over `count` trades at equal distances, in closed form: X/((n−2)(1−a)+2) at both
 * ends and 1−a times as much at each between, a = exp(−ρT/(n−1)) (Alfonsi, Fruth & Schied,
 * "Optimal execution strategies in limit order books with general shape functions", Quantitative
 * Finance 10 (2010), for a flat book).
 *
 * @returns lots of each trade
 */
export function computeObizhaevaWangTrades(
  order: { readonly quantity: number; readonly duration: number; readonly resilience: number },
  count: number,
): number[] {
  assert(Number.isInteger(count) && count >= 1, "an order has at least one trade");
  const { quantity, duration, resilience } = order;
  if (count === 1) return [quantity];
  const gone = -Math.expm1((-resilience * duration) / (count - 1));
  const block = quantity / ((count - 2) * gone + 2);
  return Array.from({ length: count }, (_, trade) =>
    trade === 0 || trade === count - 1 ? block : block * gone,
  );
}

/**
 * The optimum over trades at given times for any decay: ξ = X·G⁻¹1 / (1ᵀG⁻¹1), because at the
 * optimum one lot more costs the same at every time (Gatheral, Schied & Slynko 2012). Decays that
 * fall and are convex trade in one direction only (Alfonsi, Schied & Slynko, "Order book resilience,
 * price manipulation, and the positive portfolio problem", SIAM J. Financial Math. 3 (2012)).
 *
 * Exact to rounding times (1 + a)/(1 − a), a the decay over the smallest distance.
 *
 * @param times rising
 * @returns lots of each trade
 * @throws InvariantError when the kernel is not positive definite at these times
 */
export function computeKernelTrades(
  quantity: number,
  times: readonly number[],
  decay: DecayKernel,
): number[] {
  const solved = solveForOnes(times, decay);
  const sum = solved.reduce((total, value) => total + value, 0);
  return Array.from(solved, (value) => (quantity * value) / sum);
}

/** ½ ΣΣ ξᵢξⱼ G(|tᵢ − tⱼ|): what impact costs, in displacements of one lot × lots. */
export function computeTransientCost(
  trades: readonly number[],
  times: readonly number[],
  decay: DecayKernel,
): number {
  let cost = 0;
  for (const [at, lots] of trades.entries()) {
    cost += (lots * lots * decay(0)) / 2;
    for (let earlier = 0; earlier < at; earlier++) {
      cost += lots * trades[earlier]! * decay(times[at]! - times[earlier]!);
    }
  }
  return cost;
}

/**
 * Trades at equal distances over a window as one schedule: the first and the last as blocks, each
 * of the others spread over the distance before it.
 *
 * @param done share executed after each trade; two or more, the last one 1
 */
export function createKnotSchedule(window: ScheduleWindow, done: readonly number[]): JumpSchedule {
  const steps = done.length - 1;
  assert(steps >= 1, "a schedule of blocks has two ends");
  const between: Schedule = (timeNs) => {
    const place = elapsedShare(window, timeNs) * steps;
    const step = Math.min(steps - 1, Math.floor(place));
    const from = done[step]!;
    const to = step === steps - 1 ? from : done[step + 1]!;
    return from + (to - from) * (place - step);
  };
  return jumpsAtEnds(window, between);
}

/** A schedule that is nothing before its window, all after it, and jumps to either at the edges. */
function jumpsAtEnds({ startNs, endNs }: ScheduleWindow, between: Schedule): JumpSchedule {
  return {
    at: (timeNs) => (timeNs < startNs ? 0 : timeNs >= endNs ? 1 : between(timeNs)),
    before: (timeNs) => (timeNs <= startNs ? 0 : timeNs > endNs ? 1 : between(timeNs)),
  };
}

/** x of Gx = 1 by Cholesky's decomposition. */
function solveForOnes(times: readonly number[], decay: DecayKernel): Float64Array {
  const count = times.length;
  const lower = new Float64Array(count * count);
  const solved = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column <= row; column++) {
      let value = decay(times[row]! - times[column]!);
      for (let at = 0; at < column; at++) {
        value -= lower[row * count + at]! * lower[column * count + at]!;
      }
      if (column < row) lower[row * count + column] = value / lower[column * count + column]!;
      else {
        assert(value > 0, `a decay is positive definite, was ${value} at trade ${row}`);
        lower[row * count + row] = Math.sqrt(value);
      }
    }
    let left = 1;
    for (let at = 0; at < row; at++) left -= lower[row * count + at]! * solved[at]!;
    solved[row] = left / lower[row * count + row]!;
  }
  for (let row = count - 1; row >= 0; row--) {
    for (let below = row + 1; below < count; below++) {
      solved[row] = solved[row]! - lower[below * count + row]! * solved[below]!;
    }
    solved[row] = solved[row]! / lower[row * count + row]!;
  }
  return solved;
}
