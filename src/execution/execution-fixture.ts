/** Parents, market views and observations for the tests of this folder. */
import { nsPerSecond } from "../core/time.ts";
import { priceTicks, quantityLots, type TimeNs, timeNs } from "../core/units.ts";
import { MarketView } from "../features/market-view.ts";
import { appendEvent, createEventBlock, type EventKind, eventKind } from "../market/event-block.ts";
import { ask, bid, buy, type Side } from "../market/side.ts";
import type { ExecutionReport } from "../market/venue.ts";
import { createVolumeCurve } from "../market/volume-curve.ts";
import type { ChildOrder } from "./child-order.ts";
import type { Observation, SessionContext } from "./observation.ts";
import type { ParentOrder } from "./parent-order.ts";

export const seconds = (count: number): TimeNs => timeNs(count * nsPerSecond);

/** Buys 1000 lots between second 100 and second 1100 unless said otherwise. */
export function createParent(fields: Partial<ParentOrder> = {}): ParentOrder {
  return {
    parentId: "P1",
    side: buy,
    quantityLots: quantityLots(1000),
    startNs: seconds(100),
    endNs: seconds(1100),
    urgency: "normal",
    minimumChildLots: quantityLots(1),
    ...fields,
  };
}

/** A day of 2000 seconds in which volume flows evenly. */
export const evenSession: SessionContext = {
  curve: createVolumeCurve([0, 2000 * nsPerSecond], [1]),
};

export interface MarketRow {
  readonly kind: "level" | "trade";
  readonly side: Side;
  readonly priceTicks: number;
  readonly lots: number;
}

/** Feeds rows that all arrive at one time. */
export function feedView(view: MarketView, time: number, rows: readonly MarketRow[]): void {
  const block = createEventBlock(Math.max(1, rows.length));
  for (const row of rows) {
    const kind: EventKind = eventKind[row.kind];
    appendEvent(block, {
      kind,
      venueTimeNs: time,
      localTimeNs: time,
      side: row.side,
      orderId: 0,
      priceTicks: row.priceTicks,
      quantityLots: row.lots,
      flags: 0,
    });
    view.apply(block, block.length - 1);
  }
}

/** A market of one level a side: 100 lots at 999 and 100 at 1001, seen since second 1. */
export function createQuotedView(): MarketView {
  const view = new MarketView();
  feedView(view, seconds(1), [
    { kind: "level", side: bid, priceTicks: 999, lots: 100 },
    { kind: "level", side: ask, priceTicks: 1001, lots: 100 },
  ]);
  return view;
}

/** What a policy sees at second 600 in that market, unless said otherwise. */
export function createObservation(fields: Partial<Observation> = {}): Observation {
  return {
    nowNs: seconds(600),
    parent: createParent(),
    filledLots: 0,
    remainingLots: 1000,
    firstDecisionNs: undefined,
    firstMidTicks: undefined,
    nearTouchTicks: 999,
    farTouchTicks: 1001,
    midTicks: 1000,
    nearDepth: [{ priceTicks: 999, lots: 100 }],
    farDepth: [{ priceTicks: 1001, lots: 100 }],
    touchImbalance: 0,
    othersLots: 0,
    expectedOthersLots: undefined,
    volatilityTicks: undefined,
    meanSpreadTicks: undefined,
    realisedVolatilityTicks: undefined,
    flow: [],
    session: evenSession,
    children: [],
    resting: [],
    ...fields,
  };
}

/** A resting child of 100 lots at 999 that the venue has confirmed, unless said otherwise. */
export function createChild(fields: Partial<ChildOrder> = {}): ChildOrder {
  return {
    clientOrderId: 1,
    status: "working",
    purpose: "rest",
    priceTicks: priceTicks(999),
    totalLots: quantityLots(100),
    filledLots: quantityLots(0),
    ...fields,
  };
}

const head = { clientOrderId: 1, venueTimeNs: timeNs(0), localTimeNs: timeNs(0) } as const;

/** Execution reports on one order, as a venue would write them. */
export const reportOn = {
  accepted: (clientOrderId: number, leaves: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "accepted",
    leavesLots: quantityLots(leaves),
  }),
  rejected: (clientOrderId: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "rejected",
    reason: "marketHalted",
  }),
  filled: (clientOrderId: number, lots: number, leaves: number, price = 999): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "filled",
    lots: quantityLots(lots),
    priceTicks: priceTicks(price),
    leavesLots: quantityLots(leaves),
    liquidity: "added",
  }),
  replaced: (clientOrderId: number, price: number, leaves: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "replaced",
    priceTicks: priceTicks(price),
    leavesLots: quantityLots(leaves),
  }),
  replaceRejected: (clientOrderId: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "replaceRejected",
    reason: "marketHalted",
  }),
  cancelled: (clientOrderId: number, lots: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "cancelled",
    lots: quantityLots(lots),
    reason: "requested",
  }),
  cancelRejected: (clientOrderId: number): ExecutionReport => ({
    ...head,
    clientOrderId,
    kind: "cancelRejected",
    reason: "unknownOrder",
  }),
};
