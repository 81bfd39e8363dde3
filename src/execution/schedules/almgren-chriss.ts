/**
 * The optimal trajectory of Almgren & Chriss, "Optimal execution of portfolio transactions",
 * Journal of Risk 3 (2000), for linear impact.
 *
 * Symbols as in the paper: X lots to trade in time T with N steps of τ; σ volatility in price units
 * per √time; γ permanent impact (price per lot); η temporary impact (price per lot per time);
 * ε fixed cost per lot (half the spread plus fees); λ risk aversion (per price unit × lot).
 * Costs are in price units × lots and positive when they hurt.
 */
import { assert } from "../../core/assert.ts";
import { elapsedShare, type Schedule, type ScheduleWindow } from "./schedule.ts";

export interface AlmgrenChrissParameters {
  readonly quantity: number;
  /** T, in any unit of time that σ and η share. */
  readonly duration: number;
  /** N. */
  readonly steps: number;
  /** σ. */
  readonly volatility: number;
  /** γ. */
  readonly permanentImpact: number;
  /** η. */
  readonly temporaryImpact: number;
  /** ε. */
  readonly fixedCost: number;
  /** λ, 0 or above. */
  readonly riskAversion: number;
}

/** η̃ = η − γτ/2: what is left of the temporary impact once the permanent one is taken out. */
export function adjustedTemporaryImpact(parameters: AlmgrenChrissParameters): number {
  const { temporaryImpact, permanentImpact, duration, steps } = parameters;
  const adjusted = temporaryImpact - (permanentImpact * (duration / steps)) / 2;
  assert(adjusted > 0, "temporary impact exceeds half the permanent impact of one step");
  return adjusted;
}

/** κ of equations 19–20: (2/τ²)(cosh κτ − 1) = λσ²/η̃. Its inverse is the order's own half-life. */
export function computeKappa(parameters: AlmgrenChrissParameters): number {
  const tau = parameters.duration / parameters.steps;
  const kappaTildeSquared =
    (parameters.riskAversion * parameters.volatility ** 2) / adjustedTemporaryImpact(parameters);
  return Math.acosh(1 + (kappaTildeSquared * tau * tau) / 2) / tau;
}

/** Share still held after a share of the time: sinh κ(T − t) / sinh κT; the line at κ = 0. */
export function remainingShare(kappa: number, duration: number, time: number): number {
  const left = duration - time;
  if (kappa * duration < 1e-9) return left / duration;
  // Written with negative exponents, so that a large κT does not overflow.
  const decay = Math.exp(-kappa * time);
  return (decay * -Math.expm1(-2 * kappa * left)) / -Math.expm1(-2 * kappa * duration);
}

/** Lots held after each step, from X at 0 to 0 at N (equation 17). */
export function computeTrajectory(parameters: AlmgrenChrissParameters): number[] {
  const { quantity, duration, steps } = parameters;
  const kappa = computeKappa(parameters);
  return Array.from(
    { length: steps + 1 },
    (_, step) => quantity * remainingShare(kappa, duration, (step * duration) / steps),
  );
}

/** Expected cost of any trajectory: ½γX² + εΣ|n| + (η̃/τ)Σn² (equation 8 with η̃). */
export function expectedCost(
  parameters: AlmgrenChrissParameters,
  trajectory: readonly number[],
): number {
  const tau = parameters.duration / parameters.steps;
  let traded = 0;
  let squares = 0;
  for (let step = 1; step < trajectory.length; step++) {
    const lots = trajectory[step - 1]! - trajectory[step]!;
    traded += Math.abs(lots);
    squares += lots * lots;
  }
  return (
    (parameters.permanentImpact * parameters.quantity ** 2) / 2 +
    parameters.fixedCost * traded +
    (adjustedTemporaryImpact(parameters) / tau) * squares
  );
}

/** Variance of the cost of a trajectory: σ²τΣx² (equation 5). */
export function costVariance(
  parameters: AlmgrenChrissParameters,
  trajectory: readonly number[],
): number {
  const tau = parameters.duration / parameters.steps;
  let squares = 0;
  for (const held of trajectory.slice(1)) squares += held * held;
  return parameters.volatility ** 2 * tau * squares;
}

/** Expected cost of the optimal trajectory in closed form (equation 20's E). */
export function optimalExpectedCost(parameters: AlmgrenChrissParameters): number {
  const { quantity: X, duration: T, steps, permanentImpact, fixedCost } = parameters;
  const tau = T / steps;
  const kappa = computeKappa(parameters);
  const base = (permanentImpact * X * X) / 2 + fixedCost * X;
  const etaTilde = adjustedTemporaryImpact(parameters);
  if (kappa * T < 1e-9) return base + (etaTilde * X * X) / T;
  const numerator =
    Math.tanh((kappa * tau) / 2) *
    (tau * Math.sinh(2 * kappa * T) + 2 * T * Math.sinh(kappa * tau));
  return base + (etaTilde * X * X * numerator) / (2 * tau * tau * Math.sinh(kappa * T) ** 2);
}

/** Variance of the optimal trajectory's cost in closed form (equation 20's V). */
export function optimalCostVariance(parameters: AlmgrenChrissParameters): number {
  const { quantity: X, duration: T, steps, volatility } = parameters;
  const tau = T / steps;
  const kappa = computeKappa(parameters);
  if (kappa * T < 1e-9) {
    return (volatility ** 2 * X * X * T * (1 - 1 / steps) * (1 - 1 / (2 * steps))) / 3;
  }
  const numerator =
    tau * Math.sinh(kappa * T) * Math.cosh(kappa * (T - tau)) - T * Math.sinh(kappa * tau);
  const denominator = Math.sinh(kappa * T) ** 2 * Math.sinh(kappa * tau);
  return (0.5 * volatility ** 2 * X * X * numerator) / denominator;
}

/**
 * The trajectory as a schedule over a window, in continuous time.
 *
 * @param kappaPerNs κ in units of one over nanoseconds
 */
export function createAlmgrenChrissSchedule(window: ScheduleWindow, kappaPerNs: number): Schedule {
  const duration = window.endNs - window.startNs;
  return (timeNs) =>
    1 - remainingShare(kappaPerNs, duration, elapsedShare(window, timeNs) * duration);
}
