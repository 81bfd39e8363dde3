/**
 * From what should stand in the market to the commands that bring it about.
 *
 * Orders that already stand where they should keep their rank; a surplus is cut down in place; an
 * order that stands at the wrong price is moved with one replace rather than a cancel and a new
 * order. The budget rule holds at every step: filled plus everything that may still trade (orders
 * on their way and unconfirmed changes included) never exceeds the parent's quantity. What does
 * not fit waits for the reports that free it.
 */
import { assert } from "../core/assert.ts";
import { type PriceTicks, priceTicks, quantityLots } from "../core/units.ts";
import { display, orderType, type TimeInForce, timeInForce } from "../market/order.ts";
import type { SubmitCommand, VenueCommand } from "../market/venue.ts";
import { type ChildOrder, exposedLots, isLive, moveChild } from "./child-order.ts";
import type { ParentOrder } from "./parent-order.ts";
import type { RestingTarget } from "./policy.ts";

export interface Allocation {
  readonly children: readonly ChildOrder[];
  readonly commands: readonly VenueCommand[];
  readonly nextClientOrderId: number;
}

export interface AllocationGoal {
  readonly resting: readonly RestingTarget[];
  readonly crossLots: number;
  /** Lots that wait for the coming auction; none where not given. */
  readonly auctionLots?: number;
  /** The worst price for crossing lots; undefined while nobody stands on the other side. */
  readonly crossLimitTicks: PriceTicks | undefined;
  /** The most that may be out at once, on its way included; Infinity without a cap. */
  readonly exposedLotsMax: number;
}

/** Brings the children to the goal as far as the budget and the child sizes allow. */
export function allocate(
  parent: ParentOrder,
  filledLots: number,
  children: readonly ChildOrder[],
  nextClientOrderId: number,
  goal: AllocationGoal,
): Allocation {
  const plan = new Plan(parent, filledLots, children, nextClientOrderId, goal.exposedLotsMax);
  plan.cutExcess();
  plan.cross(goal.crossLots, goal.crossLimitTicks);
  plan.waitForAuction(goal.auctionLots ?? 0);
  plan.rest(goal.resting);
  return plan.result();
}

/** Asks for the cancel of everything that still can be cancelled. */
export function cancelAll(children: readonly ChildOrder[], nextClientOrderId: number): Allocation {
  const commands: VenueCommand[] = [];
  const cancelled = children.map((child) => {
    if (!isLive(child) || child.status === "pendingCancel") return child;
    commands.push({ kind: "cancel", clientOrderId: child.clientOrderId });
    return moveChild(child, "cancelRequested");
  });
  return { children: cancelled, commands, nextClientOrderId };
}

const lifeOf = {
  rest: timeInForce.day,
  cross: timeInForce.immediateOrCancel,
  auction: timeInForce.auction,
} as const satisfies Record<ChildOrder["purpose"], TimeInForce>;

class Plan {
  readonly #parent: ParentOrder;
  readonly #filledLots: number;
  readonly #exposedLotsMax: number;
  readonly #commands: VenueCommand[] = [];
  readonly #children: ChildOrder[];
  /** Lots of the children that may still trade. */
  #exposedLots = 0;
  #nextClientOrderId: number;

  constructor(
    parent: ParentOrder,
    filledLots: number,
    children: readonly ChildOrder[],
    nextClientOrderId: number,
    exposedLotsMax: number,
  ) {
    this.#parent = parent;
    this.#filledLots = filledLots;
    this.#exposedLotsMax = Math.min(exposedLotsMax, parent.quantityLots - filledLots);
    this.#children = children.slice();
    for (const child of children) this.#exposedLots += exposedLots(child);
    this.#nextClientOrderId = nextClientOrderId;
  }

  result(): Allocation {
    return {
      children: this.#children,
      commands: this.#commands,
      nextClientOrderId: this.#nextClientOrderId,
    };
  }

  /** Takes back what a late fill, of an order we took for cancelled, left out beyond the budget. */
  cutExcess(): void {
    const excess = this.#filledLots + this.#exposedLots - this.#parent.quantityLots;
    if (excess > 0) this.#shrinkResting(excess);
  }

  /** Sends what is to be paid for now and is not on its way already. */
  cross(crossLots: number, limit: PriceTicks | undefined): void {
    let wanted = crossLots;
    for (const child of this.#children) if (child.purpose === "cross") wanted -= exposedLots(child);
    if (wanted <= 0) return;
    // Resting lots give way: what they hold cannot be paid for at the same time.
    const missing = wanted - this.#free();
    if (missing > 0) this.#shrinkResting(missing);
    const lots = this.#childSize(Math.min(wanted, this.#free()));
    if (lots > 0) this.#submit("cross", lots, limit);
  }

  /**
   * Sends what is to wait and does not yet; takes everything back where less is to wait, or at
   * another limit.
   */
  waitForAuction(auctionLots: number): void {
    let missing = auctionLots;
    let isAtLimit = true;
    for (const child of this.#children) {
      if (child.purpose !== "auction") continue;
      missing -= exposedLots(child);
      isAtLimit &&= child.priceTicks === this.#parent.limitPriceTicks;
    }
    if (missing >= 0 && isAtLimit) {
      const lots = this.#childSize(Math.min(missing, this.#free()));
      if (lots > 0) this.#submit("auction", lots, this.#parent.limitPriceTicks);
      return;
    }
    for (let at = 0; at < this.#children.length; at++) {
      const child = this.#children[at]!;
      const isWaiting = child.purpose === "auction" && child.status === "working";
      if (isWaiting) this.#cancel(at);
    }
  }

  rest(targets: readonly RestingTarget[]): void {
    /** Lots of each target that nothing stands for yet. */
    const open = targets.map(({ lots }) => lots);
    const misplaced: number[] = [];
    for (let at = 0; at < this.#children.length; at++) {
      const child = this.#children[at]!;
      if (child.purpose !== "rest" || !isLive(child)) continue;
      if (child.status === "pendingCancel") continue;
      const price = child.requested?.priceTicks ?? child.priceTicks;
      const target = targets.findIndex((candidate) => candidate.priceTicks === price);
      const exposed = exposedLots(child);
      const kept = target < 0 ? 0 : Math.min(open[target]!, exposed);
      if (kept === 0) {
        misplaced.push(at);
        continue;
      }
      open[target]! -= kept;
      if (kept < exposed) this.#resize(at, kept);
    }
    for (const at of misplaced) this.#moveOrCancel(at, targets, open);
    for (let target = 0; target < targets.length; target++) {
      if (open[target] === 0) continue;
      const lots = this.#childSize(Math.min(open[target]!, this.#free()));
      if (lots > 0) this.#submit("rest", lots, targets[target]!.priceTicks);
    }
  }

  /** Lots that may still be sent: the budget less what is out; below 0 after a late fill. */
  #free(): number {
    return this.#exposedLotsMax - this.#exposedLots;
  }

  /** Within the child sizes; 0 when too little to send. */
  #childSize(lots: number): number {
    const { minimumChildLots, maximumChildLots, quantityLots: total } = this.#parent;
    const capped = Math.min(lots, maximumChildLots ?? lots);
    const isLast = capped >= total - this.#filledLots;
    return capped >= minimumChildLots || isLast ? capped : 0;
  }

  #submit(purpose: ChildOrder["purpose"], lots: number, price: PriceTicks | undefined): void {
    assert(lots <= this.#free(), "filled and exposed lots never exceed the parent's quantity");
    const clientOrderId = this.#nextClientOrderId++;
    const totalLots = quantityLots(lots);
    const command: SubmitCommand = {
      kind: "submit",
      clientOrderId,
      side: this.#parent.side,
      type: price === undefined ? orderType.market : orderType.limit,
      timeInForce: lifeOf[purpose],
      priceTicks: price ?? priceTicks(0),
      quantityLots: totalLots,
      display: display.full,
      displayLots: quantityLots(0),
      isPostOnly: false,
    };
    this.#commands.push(command);
    this.#exposedLots += lots;
    this.#children.push({
      clientOrderId,
      status: "pendingNew",
      purpose,
      priceTicks: price,
      totalLots,
      filledLots: quantityLots(0),
    });
  }

  /** Takes lots off resting orders, the youngest first: it has the least rank to lose. */
  #shrinkResting(lots: number): void {
    let missing = lots;
    for (let at = this.#children.length - 1; at >= 0 && missing > 0; at--) {
      const child = this.#children[at]!;
      if (child.purpose !== "rest" || child.status !== "working") continue;
      missing -= exposedLots(child);
      if (missing >= 0) this.#cancel(at);
      else this.#resize(at, -missing);
    }
  }

  #moveOrCancel(at: number, targets: readonly RestingTarget[], open: number[]): void {
    const child = this.#children[at]!;
    const target = open.findIndex((lots) => lots > 0);
    const lots = target < 0 ? 0 : Math.min(open[target]!, exposedLots(child));
    if (target < 0 || child.status !== "working" || this.#childSize(lots) !== lots) {
      this.#cancel(at);
      return;
    }
    this.#replace(at, lots, targets[target]!.priceTicks);
    open[target]! -= lots;
  }

  #resize(at: number, leavesLots: number): void {
    const child = this.#children[at]!;
    if (child.status !== "working" || child.priceTicks === undefined) return;
    const isLast = leavesLots >= this.#parent.quantityLots - this.#filledLots;
    const isTooSmall = child.filledLots + leavesLots < this.#parent.minimumChildLots && !isLast;
    if (isTooSmall) this.#cancel(at);
    else this.#replace(at, leavesLots, child.priceTicks);
  }

  #replace(at: number, leavesLots: number, price: PriceTicks): void {
    const child = this.#children[at]!;
    const totalLots = quantityLots(child.filledLots + leavesLots);
    const { clientOrderId } = child;
    this.#commands.push({
      kind: "replace",
      clientOrderId,
      priceTicks: price,
      quantityLots: totalLots,
    });
    const moved = moveChild(child, "replaceRequested");
    this.#change(at, { ...moved, requested: { totalLots, priceTicks: price } });
  }

  #cancel(at: number): void {
    const child = this.#children[at]!;
    this.#commands.push({ kind: "cancel", clientOrderId: child.clientOrderId });
    this.#change(at, moveChild(child, "cancelRequested"));
  }

  #change(at: number, after: ChildOrder): void {
    this.#exposedLots += exposedLots(after) - exposedLots(this.#children[at]!);
    this.#children[at] = after;
  }
}
