/** Random message streams for matching engines: every order kind, stale ids, phase changes. */
import type { RandomSource } from "../../src/core/random/random-source.ts";
import type { MatchingEngine } from "../../src/market/matching-contract.ts";
import { phase } from "../../src/market/matching-contract.ts";
import {
  createNewOrder,
  display,
  type NewOrder,
  orderType,
  timeInForce,
} from "../../src/market/order.ts";

export type RandomMessage =
  | { readonly kind: "submit"; readonly order: NewOrder }
  | { readonly kind: "cancel"; readonly orderId: number }
  | {
      readonly kind: "replace";
      readonly orderId: number;
      readonly price: number;
      readonly lots: number;
    }
  | { readonly kind: "phase"; readonly next: 0 | 1 | 2 | 3; readonly reference: number };

/**
 * Draws messages around `middle`. Most prices are near, a few far away (other windows), ids are
 * sometimes reused or unknown, quantities and prices sometimes refused.
 */
export function createRandomMessages(
  random: RandomSource,
  options: { readonly middle: number; readonly spread: number; readonly recentIds: number },
): () => RandomMessage {
  const { middle, spread, recentIds } = options;
  let lastId = 0;
  const below = (count: number): number => Math.floor(random.uniform() * count);
  const chance = (share: number): boolean => random.uniform() < share;
  const knownId = (): number => Math.max(1, lastId - below(recentIds));
  const price = (): number => {
    if (chance(0.002)) return 2 ** 31; // refused
    if (chance(0.01)) return middle + below(400_000) - 200_000;
    return middle + below(spread) - (spread >> 1);
  };
  const lots = (): number => (chance(0.002) ? 0 : 1 + below(chance(0.1) ? 60 : 9));
  const submit = (): RandomMessage => {
    const orderId = chance(0.01) ? knownId() : ++lastId;
    const quantityLots = lots();
    const order = createNewOrder({
      orderId,
      ownerId: below(4),
      side: below(2) as 0 | 1,
      priceTicks: price(),
      quantityLots,
    });
    if (chance(0.08)) order.type = orderType.market;
    if (chance(0.2)) order.timeInForce = (1 + below(3)) as 1 | 2 | 3;
    if (chance(0.1)) order.isPostOnly = true;
    if (chance(0.15)) order.display = display.hidden;
    else if (chance(0.2)) {
      order.display = display.iceberg;
      order.displayLots = chance(0.02) ? 0 : 1 + below(quantityLots);
    }
    if (order.timeInForce === timeInForce.auction && chance(0.8))
      order.timeInForce = timeInForce.day;
    return { kind: "submit", order };
  };
  return () => {
    const draw = random.uniform();
    if (draw < 0.0008) {
      const phases = [phase.call, phase.call, phase.halted, phase.closed];
      return { kind: "phase", next: phases[below(4)]!, reference: price() };
    }
    if (draw < 0.01) return { kind: "phase", next: phase.continuous, reference: middle };
    if (draw < 0.25) return { kind: "cancel", orderId: knownId() };
    if (draw < 0.45) return { kind: "replace", orderId: knownId(), price: price(), lots: lots() };
    return submit();
  };
}

export function giveMessage(engine: MatchingEngine, message: RandomMessage): void {
  switch (message.kind) {
    case "submit":
      engine.submit(message.order);
      return;
    case "cancel":
      engine.cancel(message.orderId);
      return;
    case "replace":
      engine.replace(message.orderId, message.price, message.lots);
      return;
    case "phase":
      engine.setPhase(message.next, message.reference);
      return;
    default:
      message satisfies never;
  }
}
