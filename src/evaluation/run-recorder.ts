/**
 * What a report shows of a run beside its costs: inventory, plan, working orders, participation and
 * the book over time, sampled on a fixed grid; and what its fills are measured against, until an
 * hour after the order. So it does not grow with the recording.
 */
import {
  type DepthHeatmap,
  type MeasuredOrder,
  markoutHorizonsNs,
  type ParticipationSeries,
  PlacementLog,
  type RemainingSeries,
  TouchPath,
  type WorkingOrder,
} from "../analytics/index.ts";
import type { ParentOrder, WorkerState } from "../execution/index.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import { timeInForce } from "../market/order.ts";
import { ask, bid } from "../market/side.ts";
import type { ExecutionReport, VenueCommand } from "../market/venue.ts";
import type { VenueFill } from "../simulation/order-gateway.ts";
import type { RunObserver } from "./policy-run.ts";

/** Samples over the order's life. */
const sampleCount = 240;
const participationCount = 36;
/** Levels of each side that are sampled, and rows of the picture they end up in. */
const levelsSampled = 60;
const heatmapRows = 120;

/** No markout looks further ahead. */
const markoutNsMax = Math.max(...markoutHorizonsNs);

interface DepthSample {
  readonly bids: readonly (readonly [number, number])[];
  readonly asks: readonly (readonly [number, number])[];
}

/** A command and the local time at which it was sent. */
export interface SentCommand {
  readonly timeNs: number;
  readonly command: VenueCommand;
}

/** A venue whose book can be looked at. */
interface BookedVenue {
  readonly engine: FastMatchingEngine;
  readonly fills: readonly VenueFill[];
}

interface OpenOrder {
  fromNs: number;
  priceTicks: number;
  lots: number;
}

export class RunRecorder implements RunObserver {
  readonly #parent: ParentOrder;
  readonly #venue: BookedVenue;
  readonly #stepNs: number;
  readonly #depth: DepthSample[] = [];
  readonly #planTimes: number[] = [];
  readonly #planned: number[] = [];
  readonly #own = new Float64Array(participationCount);
  readonly #others = new Float64Array(participationCount);
  readonly #open = new Map<number, OpenOrder>();
  readonly #requestedPrice = new Map<number, number>();
  readonly #working: WorkingOrder[] = [];
  readonly #commands: SentCommand[] = [];
  readonly #path: TouchPath;
  readonly #placements: PlacementLog;

  constructor(parent: ParentOrder, venue: BookedVenue) {
    this.#parent = parent;
    this.#venue = venue;
    this.#stepNs = (parent.endNs - parent.startNs) / sampleCount;
    this.#path = new TouchPath(parent.startNs);
    this.#placements = new PlacementLog(parent.side, this.#path);
  }

  /** When the next sample is due; Infinity after the last. */
  get nextSampleNs(): number {
    const taken = this.#depth.length;
    if (taken >= sampleCount) return Number.POSITIVE_INFINITY;
    return this.#parent.startNs + taken * this.#stepNs;
  }

  /** Takes one sample of the book. */
  sample(): void {
    const { book } = this.#venue.engine;
    const top = (side: typeof bid | typeof ask): [number, number][] => {
      const levels = book.levels[side];
      const found: [number, number][] = [];
      for (let slot = levels.bestSlot; slot >= 0; slot = levels.next(slot)) {
        if (levels.lots[slot]! > 0) found.push([levels.priceOf(slot), levels.lots[slot]!]);
        if (found.length === levelsSampled) break;
      }
      return found;
    };
    this.#depth.push({ bids: top(bid), asks: top(ask) });
  }

  onTrade(time: number, lots: number, isOwn: boolean): void {
    const { startNs, endNs } = this.#parent;
    const bin = Math.floor(((time - startNs) / (endNs - startNs)) * participationCount);
    if (bin < 0 || bin >= participationCount) return;
    const column = isOwn ? this.#own : this.#others;
    column[bin] = column[bin]! + lots;
  }

  onTouch(time: number, midTicks: number, spreadTicks: number): void {
    if (time <= this.#parent.endNs + markoutNsMax) this.#path.append(time, midTicks, spreadTicks);
  }

  /** The market is known until a time; whatever is asked of it later is not. */
  endMarket(time: number): void {
    this.#path.untilNs = Math.min(time, this.#parent.endNs + markoutNsMax);
  }

  /** The order's fills, what rested, and the market they are measured against. */
  measuredOrder(): MeasuredOrder {
    return {
      side: this.#parent.side,
      fills: this.#venue.fills.map(({ venueTimeNs, ...fill }) => ({
        ...fill,
        timeNs: venueTimeNs,
      })),
      path: this.#path,
      placements: this.#placements.placements(),
    };
  }

  onDecision(time: number, state: WorkerState, commands: readonly VenueCommand[]): void {
    if (state.plannedLots !== this.#planned.at(-1)) {
      this.#planTimes.push(time);
      this.#planned.push(state.plannedLots);
    }
    for (const command of commands) {
      this.#commands.push({ timeNs: time, command });
      this.#placements.noteCommand(command);
      // What waits for an auction stands at no price of the book.
      const isInBook =
        command.kind === "replace" ||
        (command.kind === "submit" && command.timeInForce !== timeInForce.auction);
      if (!isInBook) continue;
      this.#requestedPrice.set(command.clientOrderId, command.priceTicks);
    }
  }

  onReport(report: ExecutionReport): void {
    this.#placements.noteReport(report);
    const { clientOrderId: id, venueTimeNs: now } = report;
    if (report.kind === "accepted") {
      const priceTicks = this.#requestedPrice.get(id);
      if (priceTicks === undefined) return;
      this.#open.set(id, { fromNs: now, priceTicks, lots: report.leavesLots });
    } else if (report.kind === "replaced") {
      this.#closeInterval(id, now);
      if (report.leavesLots === 0) return;
      const { priceTicks, leavesLots: lots } = report;
      this.#open.set(id, { fromNs: now, priceTicks, lots });
    } else if (report.kind === "cancelled" || (report.kind === "filled" && !report.leavesLots)) {
      this.#closeInterval(id, now);
      this.#requestedPrice.delete(id);
    }
  }

  /** Everything that was sent, in order. */
  commands(): readonly SentCommand[] {
    return this.#commands;
  }

  workingOrders(): readonly WorkingOrder[] {
    return this.#working;
  }

  inventory(): RemainingSeries {
    const { startNs, quantityLots } = this.#parent;
    let left: number = quantityLots;
    const timeNs = [startNs as number];
    const remainingLots = [left];
    for (const fill of this.#venue.fills) {
      left -= fill.lots;
      timeNs.push(fill.venueTimeNs);
      remainingLots.push(left);
    }
    return { timeNs, remainingLots };
  }

  schedule(): RemainingSeries {
    const { quantityLots } = this.#parent;
    return {
      timeNs: this.#planTimes,
      remainingLots: this.#planned.map((lots) => Math.max(0, quantityLots - lots)),
    };
  }

  participation(): ParticipationSeries {
    const { startNs, endNs } = this.#parent;
    const intervalNs = (endNs - startNs) / participationCount;
    const timeNs = Array.from(this.#own, (_, bin) => startNs + bin * intervalNs);
    return { intervalNs, timeNs, ownLots: this.#own, marketLots: this.#others };
  }

  /** The sampled books as one grid; undefined when none was taken. */
  heatmap(): DepthHeatmap | undefined {
    const range = this.#priceRange();
    if (range === undefined) return undefined;
    const [low, high] = range;
    const rowTicks = Math.max(1, Math.ceil((high - low + 1) / heatmapRows));
    const rows = Math.ceil((high - low + 1) / rowTicks);
    const columns = this.#depth.length;
    const bidLots = new Float64Array(columns * rows);
    const askLots = new Float64Array(columns * rows);
    for (const [column, { bids, asks }] of this.#depth.entries()) {
      const put = (into: Float64Array, [price, lots]: readonly [number, number]): void => {
        if (price < low || price > high) return;
        const cell = column * rows + Math.floor((price - low) / rowTicks);
        into[cell] = into[cell]! + lots;
      };
      for (const level of bids) put(bidLots, level);
      for (const level of asks) put(askLots, level);
    }
    const { startNs } = this.#parent;
    const grid = { startNs, columnNs: this.#stepNs, columns, basePriceTicks: low, rowTicks, rows };
    return { ...grid, bidLots, askLots };
  }

  /** From a little below the lowest best bid to a little above the highest best ask. */
  #priceRange(): readonly [number, number] | undefined {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const { bids, asks } of this.#depth) {
      low = Math.min(low, bids[0]?.[0] ?? low);
      high = Math.max(high, asks[0]?.[0] ?? high);
    }
    if (low > high) return undefined;
    const margin = Math.max(5, Math.round((high - low) * 0.15));
    return [low - margin, high + margin];
  }

  #closeInterval(id: number, now: number): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    if (now > open.fromNs) this.#working.push({ ...open, toNs: now });
  }
}
