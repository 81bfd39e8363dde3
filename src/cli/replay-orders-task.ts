/** The orders of a list as numbered tasks, each with its own reading of its recording. */
import { InvariantError } from "../core/assert.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { replayOrder, type TaskOutcome } from "../evaluation/index.ts";
import { condenseReplay, type OrderOutcome } from "../evaluation/replay-orders-outcome.ts";
import { parseImpact } from "./impact-option.ts";
import type { PolicyModel } from "./model-policies.ts";
import { parseOrderOptions } from "./order-options.ts";
import type { RecordingSummary } from "./order-output.ts";
import type { ListedOptions } from "./replay-orders-list.ts";
import {
  chooseCurve,
  openReplayable,
  parseQueues,
  shownDepth,
  summariseRecording,
} from "./replay-recording.ts";

export interface OrdersSetup {
  readonly orders: readonly ListedOptions[];
  readonly policyModels: readonly PolicyModel[];
}

/** What came of an order; plain data. */
export type OrderResult =
  | {
      readonly kind: "done";
      readonly recording: RecordingSummary;
      readonly outcome: OrderOutcome;
    }
  | { readonly kind: "failed"; readonly code: string; readonly reason: string };

export function createOrderTasks({
  orders,
  policyModels,
}: OrdersSetup): (task: number) => Promise<TaskOutcome<OrderResult>> {
  return async (task) => {
    try {
      return { result: await replayListed({ ...orders[task]!, policyModels }) };
    } catch (error) {
      return { result: describeFailure(error) };
    }
  };
}

async function replayListed(options: ListedOptions): Promise<OrderResult> {
  const queues = parseQueues(options.queues);
  const source = await openReplayable(options);
  const impact = parseImpact(options.impact, source.instrument.tickSize);
  const request = parseOrderOptions(options, source.instrument);
  const { session, name } = chooseCurve(request, options, source);
  const shows = shownDepth(source);
  const outcome = await replayOrder({ ...request, session, impact, queues, shows, source });
  return {
    kind: "done",
    recording: summariseRecording(source, queues, name),
    outcome: condenseReplay({ parent: request.parent, source }, source.date, outcome),
  };
}

/** One order's trouble is no other's; a fault of our own is told as what it is. */
function describeFailure(error: unknown): OrderResult {
  if (error instanceof OutsideError) {
    return { kind: "failed", code: error.code, reason: error.message };
  }
  if (error instanceof UsageError) {
    return { kind: "failed", code: "BAD_ORDER", reason: error.message };
  }
  if (error instanceof InvariantError) {
    const reason = `a rule of the program did not hold; please report this: ${error.message}`;
    return { kind: "failed", code: "INVARIANT", reason };
  }
  throw error;
}
