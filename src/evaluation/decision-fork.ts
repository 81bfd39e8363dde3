/**
 * A fork for a decision: the market as it might go on, from what can be observed.
 *
 * Nothing of the true continuation may reach a policy, so nothing hidden is copied: no random
 * stream, no trader's intention or inventory, no order's owner, no report, fill or market data that
 * is still on its way. The traders of the world begin anew, with the streams of another seed, at the
 * book our market data show; our resting orders stand behind whatever shows at their price. What is
 * ours (worker, policy, view) goes along, and requests that nobody has answered are taken to have
 * been granted.
 */
import { assert } from "../core/assert.ts";
import { timeNs } from "../core/units.ts";
import type { WorkerState } from "../execution/index.ts";
import type { MarketView } from "../features/index.ts";
import { ask, bid, type Side } from "../market/side.ts";
import type { AdoptedOrder, VenueFill } from "../simulation/order-gateway.ts";
import type { OpeningBook, SeenLevel, SimulatedMarket } from "../simulation/simulated-market.ts";
import { Episode } from "./episode.ts";
import { TwinPath } from "./twin-path.ts";

/**
 * @param market of the same world, another object than the episode's
 * @param seed of the fork's streams, other than the episode's
 */
export function forkForDecision(episode: Episode, market: SimulatedMarket, seed: number): Episode {
  const { setup, run } = episode;
  assert(market !== setup.market, "a fork for a decision has a market of its own");
  assert(seed !== setup.seed, "a fork for a decision has streams of its own");
  const nowNs = episode.market.nowNs;
  const state = settle(run.state);
  const orders = workingOrders(state);
  const seen = seenBook(run.view, orders);
  const twin = new TwinPath();
  twin.standStill(nowNs, run.view.midTicks);
  const fork = new Episode({ ...setup, market, seed, twin }, { nowNs, seen });
  fork.run.venue.adopt(orders, knownFills(episode), timeNs(nowNs));
  fork.run.continueFrom(run, state, timeNs(nowNs));
  return fork;
}

/** Every request granted: what was sent rests, what was to be cancelled or crossed is gone. */
function settle(state: WorkerState): WorkerState {
  let cancelledLots = state.totals.cancelledLots;
  let sentLots = state.totals.sentLots;
  const children = state.children.flatMap((child) => {
    if (child.purpose !== "rest" || child.status === "pendingCancel") {
      cancelledLots += child.totalLots - child.filledLots;
      return [];
    }
    const { requested, ...rest } = child;
    const totalLots = requested?.totalLots ?? child.totalLots;
    sentLots += totalLots - child.totalLots;
    const priceTicks = requested?.priceTicks ?? child.priceTicks;
    if (totalLots <= child.filledLots) return [];
    return [{ ...rest, status: "working" as const, totalLots, priceTicks }];
  });
  return { ...state, children, totals: { ...state.totals, cancelledLots, sentLots } };
}

function workingOrders({ children, parent }: WorkerState): AdoptedOrder[] {
  return children.flatMap(({ clientOrderId, priceTicks, totalLots, filledLots }) =>
    priceTicks === undefined
      ? []
      : [{ clientOrderId, side: parent.side, priceTicks, totalLots, filledLots }],
  );
}

/** The book of our market data, less our own lots, and nothing that ours would trade with. */
function seenBook(view: MarketView, orders: readonly AdoptedOrder[]): OpeningBook {
  const levelsOf = (side: Side): SeenLevel[] =>
    view.depth.top(side, Number.POSITIVE_INFINITY).flatMap(([priceTicks, total]) => {
      let lots = total;
      for (const order of orders) {
        if (order.side === side && order.priceTicks === priceTicks) {
          lots -= order.totalLots - order.filledLots;
        }
      }
      const isCrossed = orders.some((order) => order.side !== side && crosses(order, priceTicks));
      return lots > 0 && !isCrossed ? [{ priceTicks, lots }] : [];
    });
  return { bids: levelsOf(bid), asks: levelsOf(ask) };
}

function crosses({ side, priceTicks }: AdoptedOrder, opposite: number): boolean {
  return side === bid ? priceTicks >= opposite : priceTicks <= opposite;
}

/** Fills whose report has arrived: as many as the worker has counted. */
function knownFills({ run }: Episode): VenueFill[] {
  const known: VenueFill[] = [];
  let lots = run.state.totals.filledLots;
  for (const fill of run.venue.fills) {
    if (lots < fill.lots) break;
    lots -= fill.lots;
    known.push(fill);
  }
  return known;
}
