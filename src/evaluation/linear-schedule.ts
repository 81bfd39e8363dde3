/**
 * Schedules of a linear world, by name, and what theory says of them.
 *
 * A schedule is known before it starts: nothing that could be seen on the way would change it
 * (Almgren & Chriss 2000, §2.4).
 */
import { assert } from "../core/assert.ts";
import { nsPerSecond } from "../core/time.ts";
import {
  type AlmgrenChrissParameters,
  computeTrajectory,
  costVariance,
  expectedCost,
} from "../execution/index.ts";
import type { LinearWorld } from "../simulation/worlds/world.ts";

/** What is sold when, known before it starts. */
export interface LinearSchedule {
  /** As it was asked for. */
  readonly policy: string;
  readonly description: string;
  /** Lots by step; they add up to the order. Negative lots buy back. */
  readonly lotsByStep: Float64Array;
}

export type LinearScheduleOutcome =
  | { readonly kind: "created"; readonly schedule: LinearSchedule }
  | { readonly kind: "refused"; readonly reason: string };

/** Mean and standard deviation of the shortfall, in bps. */
export interface ClosedForm {
  readonly meanBps: number;
  readonly sdBps: number;
}

const linearScheduleNames: readonly string[] = ["twap", "almgren-chriss", "immediate"];

/** Where nothing else is said: the paper's own λ, per dollar. */
const defaultRiskAversion = 1e-6;

/**
 * The schedule a text asks for: `twap`, `almgren-chriss`, `almgren-chriss:risk-aversion=λ`, or
 * `immediate`, which sells everything in the first step.
 *
 * Almgren–Chriss knows the world's true parameters: it is the optimum, not an estimate of it.
 *
 * @param world its `order` is the one that is worked
 * @param riskAversion λ where the text names none, per dollar
 */
export function createLinearSchedule(
  world: LinearWorld,
  text: string,
  riskAversion = defaultRiskAversion,
): LinearScheduleOutcome {
  const refuse = (reason: string): LinearScheduleOutcome => ({ kind: "refused", reason });
  const [name = "", option] = text.split(/:(.*)/s);
  const { quantity } = world.order;
  // Below it the cost of a step falls as more is sold in it, and there is no best schedule.
  const leastImpact = (world.permanentImpact * secondsOf(world)) / world.steps / 2;
  if (world.temporaryImpact <= leastImpact) {
    const expected = `more than ${leastImpact}, half the permanent impact of a step`;
    return refuse(`found a temporary impact of ${world.temporaryImpact}, expected ${expected}`);
  }
  const create = (description: string, lotsByStep: Float64Array): LinearScheduleOutcome => {
    return { kind: "created", schedule: { policy: text, description, lotsByStep } };
  };
  if (!linearScheduleNames.includes(name)) {
    return refuse(`found the policy "${name}", expected one of ${linearScheduleNames.join(", ")}`);
  }
  if (name !== "almgren-chriss" && option !== undefined) {
    return refuse(`found the option "${option}" of ${name}, expected none`);
  }
  const lotsByStep = new Float64Array(world.steps);
  if (name === "twap") {
    return create("the same lots in every step", lotsByStep.fill(quantity / world.steps));
  }
  if (name === "immediate") {
    lotsByStep[0] = quantity;
    return create("everything in the first step", lotsByStep);
  }
  const lambda = option === undefined ? riskAversion : parseRiskAversion(option);
  if (lambda === undefined) {
    return refuse(`found the option "${option}", expected risk-aversion= and a number from 0`);
  }
  const held = computeTrajectory({ ...parametersOf(world), riskAversion: lambda });
  for (let step = 0; step < world.steps; step++) lotsByStep[step] = held[step]! - held[step + 1]!;
  return create(`optimal here, λ = ${lambda} per dollar`, lotsByStep);
}

function parseRiskAversion(option: string): number | undefined {
  const value = /^risk-aversion=(.+)$/s.exec(option)?.[1]?.trim() ?? "";
  const lambda = value === "" ? Number.NaN : Number(value);
  return lambda >= 0 && lambda < Number.POSITIVE_INFINITY ? lambda : undefined;
}

/** What theory says of a schedule (Almgren & Chriss 2000, equations 5 and 8). */
export function closedForm(world: LinearWorld, lotsByStep: Float64Array): ClosedForm {
  const parameters = parametersOf(world);
  const held = heldAfterSteps(world, lotsByStep);
  return {
    meanBps: toBps(world, expectedCost(parameters, held)),
    sdBps: toBps(world, Math.sqrt(costVariance(parameters, held))),
  };
}

/** Lots held at the start and after each step; the last step sells what is held, as in the market. */
export function heldAfterSteps({ steps, order }: LinearWorld, lotsByStep: Float64Array): number[] {
  const { quantity } = order;
  assert(lotsByStep.length === steps, `a linear schedule has lots for each of ${steps} steps`);
  const held = [quantity];
  for (const lots of lotsByStep) held.push(held.at(-1)! - lots);
  const left = Math.abs(held[steps]!);
  assert(left <= 1e-6 * quantity, `a linear schedule adds up to its order, ${left} lots are left`);
  held[steps] = 0;
  return held;
}

/** In dollars, lots and seconds; without an aversion to risk. */
export function parametersOf(world: LinearWorld): AlmgrenChrissParameters {
  const { order, steps, volatility, permanentImpact, temporaryImpact, fixedCost } = world;
  return {
    ...{ quantity: order.quantity, duration: secondsOf(world), steps },
    ...{ volatility, permanentImpact, temporaryImpact, fixedCost, riskAversion: 0 },
  };
}

function secondsOf({ order }: LinearWorld): number {
  return (order.end - order.start) / nsPerSecond;
}

/** Of the order's notional at the start. */
export function toBps({ order, price }: LinearWorld, dollars: number): number {
  return (dollars / (order.quantity * price)) * 1e4;
}
