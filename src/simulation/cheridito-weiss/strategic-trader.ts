/**
 * The strategic trader of the Cheridito–Weiss worlds: a hidden hand with one direction an episode
 * that pays for a lot and rests two inside the spread, again and again.
 */
import { draw, streamId } from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { createNewOrder, type NewOrder, orderType } from "../../market/order.ts";
import { buy, oppositeSide, type Side, sell } from "../../market/side.ts";
import type { MarketFloor, Population } from "../traders/population.ts";
import type { StrategicParameters } from "./parameters.ts";

const sideStream = streamId("cw-strategic-side");

export class StrategicTrader implements Population {
  readonly name: string;
  nextNs = Number.POSITIVE_INFINITY;
  readonly #parameters: StrategicParameters;
  readonly #marketOrder: NewOrder;
  readonly #limitOrder: NewOrder;
  #side: Side = buy;

  constructor(parameters: StrategicParameters, name: string, ownerId: number) {
    const { marketLots, limitLots } = parameters;
    const terms = { orderId: 1, ownerId, side: buy, priceTicks: 0 } as const;
    this.name = name;
    this.#parameters = parameters;
    this.#marketOrder = createNewOrder({
      ...terms,
      type: orderType.market,
      quantityLots: marketLots,
    });
    this.#limitOrder = createNewOrder({ ...terms, quantityLots: limitLots });
  }

  open(_floor: MarketFloor, seed: number, nowNs: number): void {
    this.#side = draw(seed, sideStream, 0) < this.#parameters.buyShare ? buy : sell;
    this.nextNs = nowNs;
  }

  act(floor: MarketFloor): void {
    const { every, until } = this.#parameters;
    const side = this.#side;
    // Beside the touch it trades against, read before it trades.
    const oppositeTicks = floor.bestTicks(oppositeSide(side));
    this.#marketOrder.side = side;
    floor.submit(this.#marketOrder);
    if (!Number.isNaN(oppositeTicks)) {
      this.#limitOrder.side = side;
      this.#limitOrder.priceTicks = oppositeTicks + (side === sell ? 1 : -1);
      floor.submit(this.#limitOrder);
    }
    const next = this.nextNs + every;
    this.nextNs = next < until ? next : Number.POSITIVE_INFINITY;
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#side]);
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#side = reader.number() as Side;
  }
}
