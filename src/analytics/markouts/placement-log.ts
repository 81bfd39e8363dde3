/**
 * What rested where, for how long, and what of it was filled: from an order's commands and reports.
 *
 * A placement is one order at one rank: a replace that loses its rank begins another, one that only
 * makes it smaller does not. Orders that pay at once are not placements, and what a resting order
 * paid on entry is taken off its lots.
 */
import { timeInForce } from "../../market/order.ts";
import { type Side, sideSign } from "../../market/side.ts";
import type { ClientOrderId, ExecutionReport, VenueCommand } from "../../market/venue.ts";
import type { TouchPath } from "./touch-path.ts";

export interface RestingPlacement {
  /**
   * Ticks behind the displayed near touch just before it came there: 0 joins it, below 0 lies
   * inside the spread. Our own orders that stood there are part of the touch.
   */
  readonly distanceTicks: number;
  readonly lots: number;
  readonly filledLots: number;
  /** Sum over filled lots of the time each had rested. */
  readonly filledLotNs: number;
  /** How long it stood, until it was filled, moved, taken away or the order was over. */
  readonly restedNs: number;
}

interface OpenPlacement {
  readonly fromNs: number;
  readonly priceTicks: number;
  readonly distanceTicks: number | undefined;
  lots: number;
  leavesLots: number;
  filledLots: number;
  filledLotNs: number;
}

export class PlacementLog {
  readonly #side: Side;
  readonly #path: TouchPath;
  readonly #prices = new Map<ClientOrderId, number>();
  readonly #open = new Map<ClientOrderId, OpenPlacement>();
  readonly #done: RestingPlacement[] = [];

  constructor(side: Side, path: TouchPath) {
    this.#side = side;
    this.#path = path;
  }

  noteCommand(command: VenueCommand): void {
    if (command.kind !== "submit" || command.timeInForce !== timeInForce.day) return;
    this.#prices.set(command.clientOrderId, command.priceTicks);
  }

  /** Reports come in the order in which the venue wrote them. */
  noteReport(report: ExecutionReport): void {
    const { clientOrderId: id, venueTimeNs: now } = report;
    switch (report.kind) {
      case "accepted": {
        const price = this.#prices.get(id);
        if (price !== undefined) this.#begin(id, now, price, report.leavesLots);
        return;
      }
      case "replaced":
        this.#replace(id, now, report.priceTicks, report.leavesLots);
        return;
      case "filled":
        this.#fill(report);
        return;
      case "cancelled":
        this.#end(id, now);
        return;
      default:
    }
  }

  /** Every placement that is over, in the order in which they ended. */
  placements(): readonly RestingPlacement[] {
    return this.#done;
  }

  #begin(id: ClientOrderId, now: number, priceTicks: number, lots: number): void {
    const touch = this.#path.touchBefore(now);
    const sign = sideSign(this.#side);
    const distanceTicks = touch && sign * (touch.midTicks - priceTicks) - touch.spreadTicks / 2 + 0;
    const none = { filledLots: 0, filledLotNs: 0 };
    this.#open.set(id, { fromNs: now, priceTicks, distanceTicks, lots, leavesLots: lots, ...none });
  }

  #replace(id: ClientOrderId, now: number, priceTicks: number, leavesLots: number): void {
    const open = this.#open.get(id);
    const keepsRank = open?.priceTicks === priceTicks && leavesLots <= open.leavesLots;
    if (open !== undefined && keepsRank && leavesLots > 0) {
      open.leavesLots = leavesLots;
      return;
    }
    this.#end(id, now);
    if (leavesLots > 0) this.#begin(id, now, priceTicks, leavesLots);
  }

  #fill(report: ExecutionReport & { readonly kind: "filled" }): void {
    const { clientOrderId: id, venueTimeNs: now, lots, leavesLots, liquidity } = report;
    const open = this.#open.get(id);
    if (open === undefined) return;
    open.leavesLots = leavesLots;
    if (liquidity === "removed") {
      open.lots -= lots;
    } else {
      open.filledLots += lots;
      open.filledLotNs += lots * (now - open.fromNs);
    }
    if (leavesLots === 0) this.#end(id, now);
  }

  #end(id: ClientOrderId, now: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open === undefined || open.lots <= 0 || open.distanceTicks === undefined) return;
    const { distanceTicks, lots, filledLots, filledLotNs, fromNs } = open;
    this.#done.push({ distanceTicks, lots, filledLots, filledLotNs, restedNs: now - fromNs });
  }
}
