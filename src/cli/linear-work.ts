/** Orders in a linear world: schedules in place of policies, chunks of trajectories in place of seeds. */
import { UsageError } from "../core/trouble.ts";
import {
  type ClosedForm,
  closedForm,
  createLinearSchedule,
  evaluateLinearChunk,
  type LinearSchedule,
  type TaskOutcome,
} from "../evaluation/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import { sideName } from "../market/side.ts";
import type { LinearWorld } from "../simulation/worlds/world.ts";
import { type OrderOptions, parseParent } from "./order-options.ts";
import { modelReferenceOf, splitPolicies } from "./policy-list.ts";

export interface LinearOrder {
  readonly parent: ParentOrder;
  /** The world with this order in it. */
  readonly world: LinearWorld;
  readonly schedules: readonly LinearSchedule[];
}

/** What a market without book, latency and volume cannot heed. */
const unheard = [
  ["--limit", "limit"],
  ["--cap", "cap"],
  ["--max-child", "maxChild"],
  ["--decision-time", "decisionTime"],
  ["--placement", "placement"],
  ["--curve", "curve"],
  ["--expected-volume", "expectedVolume"],
] as const;

/** Ticks have no meaning there; a parent order only needs some. */
const tickSize = 0.01;

/** @throws UsageError naming the option, what was found and what was expected */
export function createLinearOrder(world: LinearWorld, options: OrderOptions): LinearOrder {
  for (const [flag, key] of unheard) {
    const found = options[key];
    if (found !== undefined) {
      throw new UsageError(`${flag}: found ${found}, expected none in a linear world`);
    }
  }
  if (options.latency !== "0s") {
    throw new UsageError(`--latency: found ${options.latency}, expected none in a linear world`);
  }
  const parent = parseParent(options, tickSize);
  const { startNs, endNs, quantityLots } = parent;
  const order = {
    ...{ side: sideName(parent.side), quantity: quantityLots, start: startNs, end: endNs },
  };
  const worked: LinearWorld = { ...world, order };
  const schedules = splitPolicies(options.policies).map((text) => {
    if (modelReferenceOf(text) !== undefined) {
      const expected = "a schedule: a linear world has no book for a model to observe";
      throw new UsageError(`--policies: found ${text}, expected ${expected}`);
    }
    const outcome = createLinearSchedule(worked, text, Number(options.riskAversion));
    if (outcome.kind === "refused") throw new UsageError(`--policies: ${outcome.reason}`);
    return outcome.schedule;
  });
  return { parent, world: worked, schedules };
}

/** Tasks of a linear world: one chunk of trajectories each. */
export function createLinearTasks(
  { world, schedules }: LinearOrder,
  seed: number,
  episodes: number,
): (task: number) => TaskOutcome<Float64Array> {
  return (task) => {
    const values = evaluateLinearChunk(world, schedules, { seed, episodes }, task);
    return { result: values, transfer: [values.buffer] };
  };
}

/** What theory says of every schedule, by its name. */
export function computeClosedForms({
  world,
  schedules,
}: LinearOrder): Readonly<Record<string, ClosedForm>> {
  return Object.fromEntries(
    schedules.map(({ policy, lotsByStep }) => [policy, closedForm(world, lotsByStep)]),
  );
}
