/**
 * A small market for tests of the worker: a real matching engine behind a few lines of glue.
 *
 * Others' orders come at random times around a fixed price; our commands, the reports and the
 * market data each take a while. Faults can be asked for: refusals of anything, cancels that
 * nobody asked for, fills that overtake their acknowledgement. With an odd seed the venue takes
 * orders for an auction, which comes at some time and fills any part of them; else it refuses them.
 */
import { createXoshiro128, type Xoshiro128 } from "../core/random/xoshiro128.ts";
import { priceTicks, quantityLots, type TimeNs, timeNs } from "../core/units.ts";
import { MarketView } from "../features/market-view.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import {
  type CancelReason,
  cancelReasons,
  createNewOrder,
  orderType,
  refusalReasons,
  timeInForce,
} from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { ask, bid, type Side, sideSign } from "../market/side.ts";
import type { ExecutionReport, SubmitCommand, VenueCommand } from "../market/venue.ts";
import { feedView, type MarketRow } from "./execution-fixture.ts";

export interface TinyMarketOptions {
  readonly seed: number;
  /** Mean time between others' messages. */
  readonly paceNs: number;
  /** One way, commands and reports. */
  readonly latencyNs: number;
  /** Share of messages that go wrong. */
  readonly faultShare: number;
}

interface OwnOrder {
  totalLots: number;
  filledLots: number;
}

const firstOwnId = 1e9;
const middle = 1000;

type Body<Report> = Report extends ExecutionReport
  ? Omit<Report, "clientOrderId" | "venueTimeNs" | "localTimeNs">
  : never;

export class TinyMarket {
  readonly view = new MarketView();
  readonly engine = new FastMatchingEngine({ recordsTouches: true });
  readonly fills: { readonly lots: number; readonly priceTicks: number }[] = [];
  /** Lots others traded among themselves or with us, our own lots not counted. */
  othersLots = 0;
  ownLots = 0;
  readonly #random: Xoshiro128;
  readonly #options: TinyMarketOptions;
  readonly #orders = new Map<number, OwnOrder>();
  /** Orders that wait for an auction, by client order id. */
  readonly #waiting = new Map<number, SubmitCommand>();
  readonly #commands: { readonly atNs: number; readonly command: VenueCommand }[] = [];
  #reports: { readonly atNs: number; readonly report: ExecutionReport }[] = [];
  #rows: { readonly atNs: number; readonly row: MarketRow }[] = [];
  #nextOtherNs: number;
  #nextOtherId = 1;
  #nowNs: number;

  constructor(startNs: TimeNs, options: TinyMarketOptions) {
    this.#options = options;
    this.#random = createXoshiro128(options.seed);
    this.#nowNs = startNs;
    this.#nextOtherNs = startNs;
    for (let away = 1; away <= 5; away++) {
      this.#rest(bid, middle - away, 20);
      this.#rest(ask, middle + away, 20);
    }
    this.#settle();
  }

  send(command: VenueCommand, nowNs: number): void {
    this.#commands.push({ atNs: nowNs + this.#options.latencyNs, command });
  }

  /** When anything happens next. */
  get nextNs(): number {
    const at = (queue: readonly { readonly atNs: number }[]): number =>
      queue[0]?.atNs ?? Number.POSITIVE_INFINITY;
    return Math.min(this.#nextOtherNs, at(this.#commands), at(this.#reports), at(this.#rows));
  }

  /** Lets happen what happens at `nextNs`; returns the reports that reached us. */
  advance(): ExecutionReport[] {
    this.#nowNs = this.nextNs;
    while (this.#commands[0] !== undefined && this.#commands[0].atNs <= this.#nowNs) {
      const { command } = this.#commands.shift()!;
      if (this.#chance()) this.#refuse(command);
      else this.#carryOut(command);
      this.#settle();
    }
    if (this.#nextOtherNs <= this.#nowNs) this.#actAsOther();
    const arrived = this.#rows.filter(({ atNs }) => atNs <= this.#nowNs);
    this.#rows = this.#rows.slice(arrived.length);
    feedView(
      this.view,
      this.#nowNs,
      arrived.map(({ row }) => row),
    );
    const reports = this.#reports.filter(({ atNs }) => atNs <= this.#nowNs);
    this.#reports = this.#reports.slice(reports.length);
    return reports.map(({ report }) => report);
  }

  #chance(): boolean {
    return this.#random.uniform() < this.#options.faultShare;
  }

  #below(count: number): number {
    return Math.floor(this.#random.uniform() * count);
  }

  #rest(side: Side, price: number, lots: number): void {
    const orderId = this.#nextOtherId++;
    this.engine.submit(createNewOrder({ orderId, side, priceTicks: price, quantityLots: lots }));
  }

  #actAsOther(): void {
    this.#nextOtherNs = this.#nowNs + 1 + this.#below(2 * this.#options.paceNs);
    const side = this.#below(2) as Side;
    const draw = this.#random.uniform();
    const away = 1 + this.#below(4);
    const lots = 1 + this.#below(30);
    if (draw < 0.55) this.#rest(side, side === bid ? middle - away : middle + away, lots);
    else if (draw < 0.75) {
      this.engine.submit(
        createNewOrder({
          orderId: this.#nextOtherId++,
          side,
          priceTicks: 0,
          quantityLots: lots,
          type: orderType.market,
          timeInForce: timeInForce.immediateOrCancel,
        }),
      );
    } else this.engine.cancel(1 + this.#below(this.#nextOtherId));
    if (this.#chance()) this.#cancelOwnUnasked();
    if (this.#waiting.size > 0 && this.#below(100) === 0) this.#holdAuction();
    this.#settle();
  }

  #holdAuction(): void {
    for (const [id, { quantityLots: lots, side, type, priceTicks: limit }] of this.#waiting) {
      const isAllowed = type === orderType.market || sideSign(side) * (limit - middle) >= 0;
      const filled = isAllowed ? this.#below(lots + 1) : 0;
      const leavesLots = quantityLots(lots - filled);
      if (filled > 0) {
        this.ownLots += filled;
        this.fills.push({ lots: filled, priceTicks: middle });
        const terms = { lots: quantityLots(filled), priceTicks: priceTicks(middle), leavesLots };
        this.#report(id, { kind: "filled", ...terms, liquidity: "auction" });
      }
      if (leavesLots > 0) {
        this.#report(id, { kind: "cancelled", lots: leavesLots, reason: "auctionRemainder" });
      }
    }
    this.#waiting.clear();
  }

  #cancelOwnUnasked(): void {
    const ids = [...this.#orders.keys()];
    const id = ids[this.#below(ids.length)];
    if (id !== undefined) this.engine.cancel(firstOwnId + id);
  }

  #refuse({ kind, clientOrderId }: VenueCommand): void {
    const reason = "marketHalted";
    if (kind === "submit") this.#report(clientOrderId, { kind: "rejected", reason });
    else if (kind === "cancel") this.#report(clientOrderId, { kind: "cancelRejected", reason });
    else this.#report(clientOrderId, { kind: "replaceRejected", reason });
  }

  #carryOut(command: VenueCommand): void {
    const { clientOrderId } = command;
    const orderId = firstOwnId + clientOrderId;
    if (command.kind === "submit") {
      const { kind: _, clientOrderId: __, ...terms } = command;
      const { quantityLots: totalLots } = terms;
      if (command.timeInForce === timeInForce.auction && this.#options.seed % 2 === 1) {
        this.#waiting.set(clientOrderId, command);
        this.#report(clientOrderId, { kind: "accepted", leavesLots: totalLots });
        return;
      }
      this.#orders.set(clientOrderId, { totalLots, filledLots: 0 });
      this.engine.submit(createNewOrder({ orderId, ownerId: 1, ...terms }));
      return;
    }
    if (command.kind === "cancel") {
      const waited = this.#waiting.get(clientOrderId);
      this.#waiting.delete(clientOrderId);
      if (waited === undefined) this.engine.cancel(orderId);
      else {
        const lots = waited.quantityLots;
        this.#report(clientOrderId, { kind: "cancelled", lots, reason: "requested" });
      }
      return;
    }
    const order = this.#orders.get(clientOrderId);
    if (order === undefined) {
      this.#report(clientOrderId, { kind: "replaceRejected", reason: "unknownOrder" });
      return;
    }
    const open = command.quantityLots - order.filledLots;
    if (open <= 0) {
      // Some venues end such an order as cancelled, some as filled.
      if (this.#below(2) === 0) this.engine.cancel(orderId);
      else {
        this.#orders.delete(clientOrderId);
        this.#report(clientOrderId, {
          kind: "replaced",
          priceTicks: command.priceTicks,
          leavesLots: quantityLots(0),
        });
        this.engine.cancel(orderId);
      }
      return;
    }
    order.totalLots = command.quantityLots;
    this.engine.replace(orderId, command.priceTicks, open);
  }

  #settle(): void {
    const { reports, book } = this.engine;
    for (let index = reports.released; index < reports.written; index++) {
      const read = (field: keyof typeof reportField): number =>
        reports.read(index, reportField[field]);
      if (read("kind") === reportKind.trade) {
        const price = read("priceTicks");
        const lots = read("quantityLots");
        this.#fill(read("orderId"), price, lots, "added");
        this.#fill(read("contraId"), price, lots, "removed");
        const isOurs = read("orderId") > firstOwnId || read("contraId") > firstOwnId;
        if (!isOurs) this.othersLots += lots;
        this.#publish({ kind: "trade", side: read("side") as Side, priceTicks: price, lots });
      } else if (read("orderId") > firstOwnId) this.#tell(read);
    }
    reports.releaseAll();
    for (const [id] of this.#orders) {
      if (book.index.get(firstOwnId + id) < 0) this.#orders.delete(id);
    }
    for (let at = 0; at < book.touchedCount; at += 2) {
      const side = book.touched[at] as Side;
      const levels = book.levels[side];
      const key = book.touched[at + 1]!;
      const slot = levels.find(key);
      const lots = slot < 0 ? 0 : levels.lots[slot]!;
      this.#publish({ kind: "level", side, priceTicks: key * levels.sign, lots });
    }
    book.touchedCount = 0;
  }

  #fill(engineId: number, price: number, lots: number, liquidity: "added" | "removed"): void {
    const order = this.#orders.get(engineId - firstOwnId);
    if (order === undefined) return;
    order.filledLots += lots;
    this.ownLots += lots;
    this.fills.push({ lots, priceTicks: price });
    this.#report(engineId - firstOwnId, {
      kind: "filled",
      lots: quantityLots(lots),
      priceTicks: priceTicks(price),
      leavesLots: quantityLots(order.totalLots - order.filledLots),
      liquidity,
    });
  }

  #tell(read: (field: keyof typeof reportField) => number): void {
    const id = read("orderId") - firstOwnId;
    const order = this.#orders.get(id);
    const kind = read("kind");
    const leavesLots = quantityLots(order === undefined ? 0 : order.totalLots - order.filledLots);
    if (kind === reportKind.orderReject) {
      this.#report(id, { kind: "rejected", reason: refusalReasons[read("code")] ?? "none" });
    } else if (kind === reportKind.cancelReject) {
      this.#report(id, { kind: "cancelRejected", reason: "unknownOrder" });
    } else if (order === undefined) {
      return;
    } else if (kind === reportKind.orderAck) {
      this.#report(id, { kind: "accepted", leavesLots });
    } else if (kind === reportKind.modifyAck) {
      this.#report(id, {
        kind: "replaced",
        priceTicks: priceTicks(read("priceTicks")),
        leavesLots,
      });
    } else if (kind === reportKind.cancelAck) {
      const lots = quantityLots(read("quantityLots"));
      const reason: CancelReason = cancelReasons[read("code")] ?? "requested";
      this.#report(id, { kind: "cancelled", lots, reason });
    }
  }

  #report(clientOrderId: number, body: Body<ExecutionReport>): void {
    const atNs = this.#nowNs + this.#options.latencyNs;
    const report: ExecutionReport = {
      ...body,
      clientOrderId,
      venueTimeNs: timeNs(this.#nowNs),
      localTimeNs: timeNs(atNs),
    };
    const last = this.#reports.at(-1);
    const mayOvertake =
      last?.report.kind === "accepted" &&
      last.report.clientOrderId === clientOrderId &&
      body.kind === "filled" &&
      last.atNs === atNs;
    if (mayOvertake && this.#chance()) this.#reports.splice(-1, 0, { atNs, report });
    else this.#reports.push({ atNs, report });
  }

  /** Market data takes a moment longer than reports, so that others' volume is never overstated. */
  #publish(row: MarketRow): void {
    this.#rows.push({ atNs: this.#nowNs + this.#options.latencyNs + 1, row });
  }
}
