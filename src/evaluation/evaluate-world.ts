/**
 * Policies in one world over many seeds: every policy meets every seed, and the same seed also
 * runs once without any order of ours (the twin).
 *
 * A seed is a task of its own: nothing is carried from one to the next, so the rows do not depend
 * on which process computed them, or in which order.
 */
import {
  computeShortfall,
  type Shortfall,
  type ShortfallForm,
  type ShortfallOrder,
} from "../analytics/index.ts";
import { assert } from "../core/assert.ts";
import { createHasher } from "../core/hash.ts";
import { nsPerMinute } from "../core/time.ts";
import { OutsideError } from "../core/trouble.ts";
import { quantityLots } from "../core/units.ts";
import type {
  Completion,
  ExecutionPolicy,
  ParentOrder,
  SessionContext,
} from "../execution/index.ts";
import { sideSign } from "../market/side.ts";
import type { LatencySpec } from "../simulation/latency.ts";
import type { SimulatedMarket } from "../simulation/simulated-market.ts";
import { type Arrival, Episode } from "./episode.ts";
import {
  episodeRowLength,
  fieldAt,
  inventoryOffset,
  inventoryPoints,
  ownLotsOffset,
  participationBins,
} from "./episode-row.ts";
import { TwinPath } from "./twin-path.ts";

/** What a run must have shown for its result to count. */
export interface MarketRules {
  readonly twoSidedShareMin: number;
  readonly othersTradesPerMinuteMin: number;
}

export interface WorldRequest {
  /** As problems are reported: `worlds/cw/noise.yaml`. */
  readonly worldPath: string;
  readonly market: SimulatedMarket;
  readonly parent: ParentOrder;
  readonly policies: readonly ExecutionPolicy[];
  readonly session: SessionContext;
  readonly completion: Completion;
  readonly latency: LatencySpec;
  readonly form: ShortfallForm;
  /** Ticks a lot, positive for a cost. */
  readonly fees: { readonly removeTicks: number; readonly addTicks: number };
  readonly validity: MarketRules;
  /** Kinds of news there can be. */
  readonly newsKinds: readonly string[];
}

export class WorldEvaluator {
  readonly #request: WorldRequest;
  readonly #twin = new TwinPath();

  constructor(request: WorldRequest) {
    this.#request = request;
  }

  /**
   * One row a policy for one seed.
   *
   * @throws OutsideError `INVALID_MARKET` naming the world's rule, what was found and the seed
   */
  evaluateSeed(seed: number): Float64Array<ArrayBuffer> {
    const { policies } = this.#request;
    const rows = new Float64Array(policies.length * episodeRowLength);
    this.runTwin(seed);
    for (const [at, policy] of policies.entries()) {
      const row = rows.subarray(at * episodeRowLength, (at + 1) * episodeRowLength);
      this.#playEpisode(policy, seed, row);
    }
    return rows;
  }

  /** The seed without us. */
  runTwin(seed: number, passTime?: (timeNs: number) => void): TwinPath {
    const { market, parent } = this.#request;
    market.open(seed);
    this.#twin.record(market, parent.endNs, passTime);
    return this.#twin;
  }

  /** An episode of a seed whose twin has run last. */
  openEpisode(policy: ExecutionPolicy, seed: number): Episode {
    return new Episode({ ...this.#request, policy, seed, twin: this.#twin });
  }

  /** Costs of an episode that has come to its end. */
  account(episode: Episode, arrival: Arrival): Shortfall {
    return computeShortfall(this.accountOrder(episode, arrival), this.#request.form);
  }

  /** An episode that has come to its end, as far as its cost is concerned. */
  accountOrder({ run }: Episode, arrival: Arrival) {
    const { parent, fees } = this.#request;
    let feesTicksLots = 0;
    const fills = run.venue.fills.map((fill) => {
      feesTicksLots += fill.lots * (fill.liquidity === "added" ? fees.addTicks : fees.removeTicks);
      return {
        ...fill,
        lots: quantityLots(fill.lots),
        impactTicks: fill.midTicks - fill.unperturbedMidTicks,
      };
    });
    return {
      side: parent.side,
      quantityLots: parent.quantityLots,
      decisionMidTicks: arrival.midTicks,
      arrivalMidTicks: arrival.midTicks,
      endMidTicks: run.endMidTicks,
      fills,
      feesTicksLots,
      impactSource: "twin",
    } satisfies ShortfallOrder;
  }

  #playEpisode(policy: ExecutionPolicy, seed: number, row: Float64Array): void {
    const episode = this.openEpisode(policy, seed);
    const arrival = episode.arrive();
    if (Number.isNaN(arrival.midTicks)) {
      throw this.#invalid("opening", seed, "no two-sided market at the order's start", "one");
    }
    this.#workInSteps(episode, row);
    this.#checkMarket(episode, seed);
    this.#writeFields(episode, arrival, row);
    assert(row.every(Number.isFinite), "a row of an episode is whole");
  }

  /** Goes from point to point of the grid and notes what is left and what has traded. */
  #workInSteps(episode: Episode, row: Float64Array): void {
    const { startNs, endNs, quantityLots: quantity } = this.#request.parent;
    const pointsPerBin = (inventoryPoints - 1) / participationBins;
    let [ownLots, othersLots] = [0, 0];
    row[inventoryOffset] = 1;
    for (let point = 1; point < inventoryPoints; point++) {
      const isLast = point === inventoryPoints - 1;
      const time = startNs + ((endNs - startNs) * point) / (inventoryPoints - 1);
      if (isLast) episode.finish();
      else episode.advanceTo(time);
      row[inventoryOffset + point] = episode.remainingLots / quantity;
      if (point % pointsPerBin !== 0) continue;
      const bin = point / pointsPerBin - 1;
      const { activity } = episode.market;
      row[ownLotsOffset + bin] = activity.ownLots - ownLots;
      row[ownLotsOffset + participationBins + bin] = activity.othersLots - othersLots;
      ({ ownLots, othersLots } = activity);
    }
  }

  #writeFields(episode: Episode, arrival: Arrival, row: Float64Array): void {
    const { parent } = this.#request;
    const { run, market } = episode;
    const { totalBps, partsBps, filledLots } = this.account(episode, arrival);
    const { activity } = market;
    const minutes = (parent.endNs - parent.startNs) / nsPerMinute;
    let [cashTicks, passiveLots] = [0, 0];
    for (const { lots, priceTicks, liquidity } of run.venue.fills) {
      cashTicks += lots * (priceTicks - arrival.farTouchTicks);
      if (liquidity === "added") passiveLots += lots;
    }
    const hasher = createHasher();
    hasher.addText(run.hash);
    hasher.addText(market.hash);
    const hash = hasher.hex();
    const write = (field: Parameters<typeof fieldAt>[0], value: number): void => {
      row[fieldAt(field)] = value;
    };
    write("shortfallBps", totalBps);
    write("delayBps", partsBps.delay);
    write("spreadBps", partsBps.spread);
    write("impactBps", partsBps.impact ?? 0);
    write("timingBps", partsBps.timing ?? 0);
    write("opportunityBps", partsBps.opportunity);
    write("feesBps", partsBps.fees);
    write("completion", filledLots / parent.quantityLots);
    const allLots = activity.ownLots + activity.othersLots;
    write("participation", allLots === 0 ? 0 : activity.ownLots / allLots);
    write("passiveShare", filledLots === 0 ? 0 : passiveLots / filledLots);
    write("rewardTicksPerLot", (-sideSign(parent.side) * cashTicks) / parent.quantityLots);
    write("childOrders", run.state.totals.orders);
    write("othersLots", activity.othersLots);
    write("twoSidedShare", twoSidedShareOf(episode));
    write("othersTradesPerMinute", activity.othersTrades / minutes);
    write("marketEvents", market.events);
    const [news] = market.newsDrawn;
    write("newsKind", news === undefined ? -1 : this.#request.newsKinds.indexOf(news.kind));
    write("hashHigh", Number.parseInt(hash.slice(0, 8), 16));
    write("hashLow", Number.parseInt(hash.slice(8), 16));
  }

  #checkMarket(episode: Episode, seed: number): void {
    const { validity, parent } = this.#request;
    const shareMin = validity.twoSidedShareMin;
    const tradesMin = validity.othersTradesPerMinuteMin;
    const twoSided = twoSidedShareOf(episode);
    if (twoSided < shareMin) {
      const found = `both sides quoted in ${(100 * twoSided).toFixed(1)} % of the order's time`;
      throw this.#invalid("validity.twoSidedShareMin", seed, found, `${100 * shareMin} % or more`);
    }
    const minutes = (parent.endNs - parent.startNs) / nsPerMinute;
    const trades = episode.market.activity.othersTrades / minutes;
    if (trades < tradesMin) {
      const found = `${trades.toFixed(2)} trades of others a minute`;
      throw this.#invalid("validity.othersTradesPerMinuteMin", seed, found, `${tradesMin} or more`);
    }
  }

  #invalid(path: string, seed: number, found: string, expected: string): OutsideError {
    const message = `${this.#request.worldPath}: ${path}: with seed ${seed} found ${found}, expected ${expected}`;
    return new OutsideError("INVALID_MARKET", message, { canRetry: false });
  }
}

function twoSidedShareOf(episode: Episode): number {
  const { startNs, endNs } = episode.setup.parent;
  return Math.min(1, episode.market.activity.twoSidedNs / (endNs - startNs));
}
