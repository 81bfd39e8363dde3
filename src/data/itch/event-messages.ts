/** From market events to ITCH messages: the reverse of `stock-events.ts`. */
import { assert } from "../../core/assert.ts";
import { nsPerHour, nsPerMinute } from "../../core/time.ts";
import {
  type EventBlock,
  type EventKind,
  eventKind,
  type MarketEvent,
  readEvent,
  tradingStatus,
} from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { bid, type Side } from "../../market/side.ts";
import { annotate, fileIdOf, isWritableId } from "./annotation.ts";
import { priceUnitsPerCurrency } from "./layout.ts";
import type { ItchHeader, ItchMessage } from "./message.ts";
import { OrderTable } from "./order-table.ts";

const uint32Max = 2 ** 32 - 1;
const symbolBytes = 8;

export class EventMessages {
  /** Events so far. */
  count = 0;
  readonly #stock: string;
  readonly #locate: number;
  readonly #tickUnits: number;
  readonly #orders = new OrderTable();
  #matchNumber = 0n;

  /** @throws InvariantError for an instrument that ITCH cannot name, price or count */
  constructor(instrument: Instrument, locate: number) {
    const { symbol, tickSize, lotSize } = instrument;
    const tickUnits = Math.round(tickSize * priceUnitsPerCurrency);
    assert(
      tickUnits >= 1 && Math.abs(tickUnits / priceUnitsPerCurrency - tickSize) < 1e-12,
      `an ITCH tick is a whole number of 0.0001, was ${tickSize}`,
    );
    assert(lotSize === 1, `an ITCH lot is one share, was ${lotSize}`);
    const isName = /^[\x21-\x7e]+$/.test(symbol) && symbol.length <= symbolBytes;
    assert(isName, `an ITCH symbol has up to 8 characters of ASCII, was ${symbol}`);
    this.#stock = symbol;
    this.#locate = locate;
    this.#tickUnits = tickUnits;
  }

  /** @throws InvariantError for an event that the stream or the format does not allow */
  toMessage(block: EventBlock, row: number): ItchMessage {
    const event = readEvent(block, row);
    const { orderId, quantityLots: lots, venueTimeNs } = event;
    this.count++;
    assert(
      Number.isInteger(venueTimeNs) && venueTimeNs >= 0 && venueTimeNs <= 24 * nsPerHour,
      `an ITCH time is a nanosecond of its day, was ${venueTimeNs}`,
    );
    assert(isWritableId(orderId), `an order id lies within 2^52 of 0, was ${orderId}`);
    assert(Number.isInteger(lots) && lots >= 0, `lots are a whole number, was ${lots}`);
    const { kind } = event;
    assert(
      kind !== eventKind.level && kind !== eventKind.trade,
      `an ITCH file has messages for orders, not for the kind ${kind}`,
    );
    switch (kind) {
      case eventKind.add:
      case eventKind.reveal:
        return this.#add(event);
      case eventKind.execute:
        return this.#execute(event);
      case eventKind.reduce:
      case eventKind.remove:
      case eventKind.withdraw:
        return this.#cancel(event);
      case eventKind.hiddenExecute:
        return this.#trade(event);
      case eventKind.cross:
        return this.#cross(event);
      case eventKind.status:
        return this.#changeStatus(event);
      default:
        return kind satisfies never;
    }
  }

  #add(event: MarketEvent): ItchMessage {
    const { orderId, side, priceTicks, quantityLots: lots } = event;
    assert(
      orderId !== 0 && this.#orders.find(orderId) < 0,
      `an order id is new and not 0, was ${orderId}`,
    );
    assert(Number.isInteger(priceTicks), `a resting price is a whole tick, was ${priceTicks}`);
    this.#orders.add(orderId, side, priceTicks, lots);
    return {
      ...this.#header(event, eventKind.add),
      type: "A",
      fields: {
        orderId: BigInt(fileIdOf(orderId)),
        side: letterOf(side),
        shares: sharesOf(lots),
        stock: this.#stock,
        price: this.#unitsOf(priceTicks),
      },
    };
  }

  #execute(event: MarketEvent): ItchMessage {
    this.#take(event);
    return {
      ...this.#header(event, eventKind.execute),
      type: "E",
      fields: {
        orderId: BigInt(fileIdOf(event.orderId)),
        shares: sharesOf(event.quantityLots),
        matchNumber: this.#nextMatch(),
      },
    };
  }

  /** Whatever takes an order's last lots is a deletion. */
  #cancel(event: MarketEvent): ItchMessage {
    const isWhole = this.#take(event);
    const orderId = BigInt(fileIdOf(event.orderId));
    if (isWhole)
      return { ...this.#header(event, eventKind.remove), type: "D", fields: { orderId } };
    const shares = sharesOf(event.quantityLots);
    return { ...this.#header(event, eventKind.reduce), type: "X", fields: { orderId, shares } };
  }

  #trade(event: MarketEvent): ItchMessage {
    const { orderId, side, priceTicks, quantityLots: lots } = event;
    return {
      ...this.#header(event, eventKind.hiddenExecute),
      type: "P",
      fields: {
        orderId: BigInt(fileIdOf(orderId)),
        side: letterOf(side),
        shares: sharesOf(lots),
        stock: this.#stock,
        price: this.#unitsOf(priceTicks),
        matchNumber: this.#nextMatch(),
      },
    };
  }

  #cross(event: MarketEvent): ItchMessage {
    return {
      ...this.#header(event, eventKind.cross),
      type: "Q",
      fields: {
        shares: BigInt(event.quantityLots),
        stock: this.#stock,
        price: event.priceTicks === 0 ? 0 : this.#unitsOf(event.priceTicks),
        matchNumber: this.#nextMatch(),
        crossType: crossTypeAt(event.venueTimeNs),
      },
    };
  }

  #changeStatus(event: MarketEvent): ItchMessage {
    return {
      ...this.#header(event, eventKind.status),
      type: "H",
      fields: {
        stock: this.#stock,
        tradingState: letterOfStatus(event.quantityLots),
        reserved: "",
        reason: "",
      },
    };
  }

  /** @returns whether the order has none left */
  #take(event: MarketEvent): boolean {
    const { orderId, side, priceTicks, quantityLots: lots } = event;
    const orders = this.#orders;
    const slot = orders.find(orderId);
    assert(slot >= 0, `an order that loses lots is standing, was ${orderId}`);
    const standing = orders.lots[slot];
    assert(lots > 0 && lots <= standing, `order ${orderId} loses lots that it has, was ${lots}`);
    assert(
      orders.sideOf(slot) === side && orders.priceTicks[slot] === priceTicks,
      `order ${orderId} stays where it is`,
    );
    orders.take(orderId, slot, lots);
    return lots === standing;
  }

  /** @param plainKind what the message's type stands for */
  #header(event: MarketEvent, plainKind: EventKind): ItchHeader {
    const trackingNumber = annotate(event, plainKind);
    return { stockLocate: this.#locate, trackingNumber, timeNs: event.venueTimeNs };
  }

  #unitsOf(priceTicks: number): number {
    const units = Math.round(priceTicks * this.#tickUnits);
    assert(
      units > 0 && units <= uint32Max && units / this.#tickUnits === priceTicks,
      `an ITCH price is a whole number of 0.0001 up to 429,496.7295, was ${priceTicks} ticks`,
    );
    return units;
  }

  #nextMatch(): bigint {
    this.#matchNumber += 1n;
    return this.#matchNumber;
  }
}

function letterOf(side: Side): string {
  return side === bid ? "B" : "S";
}

function sharesOf(lots: number): number {
  assert(lots > 0 && lots <= uint32Max, `an order has 1 to 2^32 - 1 shares, was ${lots}`);
  return lots;
}

/** The letter of the cross that is held at such a time; those in between follow a halt. */
function crossTypeAt(timeNs: number): string {
  if (timeNs < 9 * nsPerHour + 35 * nsPerMinute) return "O";
  return timeNs >= 16 * nsPerHour ? "C" : "H";
}

function letterOfStatus(status: number): string {
  assert(
    status === tradingStatus.halted ||
      status === tradingStatus.quoting ||
      status === tradingStatus.trading,
    `a status is halted, quoting or trading, was ${status}`,
  );
  if (status === tradingStatus.halted) return "H";
  return status === tradingStatus.quoting ? "Q" : "T";
}
