/** TWAP, VWAP and Almgren–Chriss: goals read off a fixed schedule of the order's share. */
import type { Observation } from "../observation.ts";
import type { ExecutionPolicy } from "../policy.ts";
import {
  type AlmgrenChrissParameters,
  computeKappa,
  createAlmgrenChrissSchedule,
} from "../schedules/almgren-chriss.ts";
import type { Schedule, ScheduleWindow } from "../schedules/schedule.ts";
import { createTwapSchedule } from "../schedules/twap.ts";
import { createVwapSchedule } from "../schedules/vwap.ts";
import { createSlicePolicy, type GoalSetter, type SliceOptions } from "./slice-policy.ts";

interface Naming {
  readonly name: string;
  readonly description: string;
}

/** Goals of a schedule that `schedule` builds from what was learnt at the start. */
function scheduledGoals<Memory>(
  naming: Naming,
  begin: (observation: Observation, window: ScheduleWindow) => Memory,
  schedule: (memory: Memory, window: ScheduleWindow, observation: Observation) => Schedule,
): GoalSetter<Memory> {
  return {
    ...naming,
    begin,
    goal: (memory, slice, observation) => {
      const share = schedule(memory, slice.window, observation);
      const { quantityLots } = observation.parent;
      const dueLots = Math.round(quantityLots * share(slice.fromNs));
      const aimLots = Math.round(quantityLots * share(slice.toNs));
      return { memory, goal: { dueLots, aimLots } };
    },
    planned: (memory, observation, _goal, slice) =>
      observation.parent.quantityLots *
      schedule(memory, slice.window, observation)(observation.nowNs),
  };
}

export function createTwapPolicy(name: string, options: SliceOptions): ExecutionPolicy {
  const naming = { name, description: "the same lots in every slice of time" };
  const goals = scheduledGoals(
    naming,
    () => 0,
    (_, window) => createTwapSchedule(window),
  );
  return createSlicePolicy(goals, options) as ExecutionPolicy;
}

export function createVwapPolicy(name: string, options: SliceOptions): ExecutionPolicy {
  const naming = { name, description: "lots in proportion to the expected volume curve" };
  const goals = scheduledGoals(
    naming,
    () => 0,
    (_, window, { session }) => createVwapSchedule(window, session.curve),
  );
  return createSlicePolicy(goals, options) as ExecutionPolicy;
}

export interface AlmgrenChrissOptions {
  /** λ per dollar: how many dollars of expected cost a squared dollar of risk is worth. */
  readonly riskAversion: number;
  /** Currency units of one tick of one lot. */
  readonly tickValue: number;
}

const urgencyFactor = { low: 0.1, normal: 1, high: 10 } as const;
const nsPerSecond = 1e9;

/**
 * Almgren–Chriss with parameters read from the market when the order starts, by the rules of the
 * paper's §4: trading 1 % of the day's volume costs one spread (η), selling 10 % of it moves the
 * price by one spread (γ), ε is half the spread. Where volume or volatility is not yet known the
 * schedule is the straight line, as without risk.
 */
export function createAlmgrenChrissPolicy(
  name: string,
  ac: AlmgrenChrissOptions,
  options: SliceOptions,
): ExecutionPolicy {
  const naming = {
    name,
    description: `optimal for linear impact, λ = ${ac.riskAversion} per dollar`,
  };
  const goals = scheduledGoals(
    naming,
    (observation, window) => {
      const parameters = estimateParameters(observation, window, ac);
      return parameters === undefined ? 0 : computeKappa(parameters) / nsPerSecond;
    },
    (kappaPerNs, window) => createAlmgrenChrissSchedule(window, kappaPerNs),
  );
  return createSlicePolicy(goals, options) as ExecutionPolicy;
}

/** In currency units, lots and seconds; undefined while the market has not shown enough. */
function estimateParameters(
  observation: Observation,
  window: ScheduleWindow,
  { riskAversion, tickValue }: AlmgrenChrissOptions,
): AlmgrenChrissParameters | undefined {
  const { volatilityTicks, meanSpreadTicks, expectedOthersLots, parent } = observation;
  // A market that was locked all the time has not shown what trading costs.
  const isKnown =
    volatilityTicks !== undefined && meanSpreadTicks !== undefined && meanSpreadTicks > 0;
  if (!isKnown || expectedOthersLots === undefined || expectedOthersLots <= 0) return undefined;
  const duration = (window.endNs - window.startNs) / nsPerSecond;
  const volumePerSecond = expectedOthersLots / ((parent.endNs - observation.nowNs) / nsPerSecond);
  const sessionSeconds = 6.5 * 3600;
  const dayLots = volumePerSecond * sessionSeconds;
  const spread = meanSpreadTicks * tickValue;
  return {
    quantity: observation.remainingLots,
    duration,
    steps: 1000,
    volatility: volatilityTicks * tickValue,
    permanentImpact: spread / (0.1 * dayLots),
    // The paper's day-long step trades 1 % of the day for one spread; per lot and second that is:
    temporaryImpact: (spread / (0.01 * dayLots)) * sessionSeconds,
    fixedCost: spread / 2,
    riskAversion: riskAversion * urgencyFactor[parent.urgency],
  };
}
