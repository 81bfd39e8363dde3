/** Runs of policies on markets, and what came of them. */

export {
  evaluatePublishedWorld,
  type PublishedPolicyResult,
  type PublishedWorldResult,
} from "./evaluate-published-world.ts";
export {
  type ReplayedPolicy,
  type ReplayOutcome,
  type ReplayRequest,
  replayOrder,
} from "./replay-order.ts";
export { type VerifyResult, verifyBook } from "./verify-book.ts";
