/** From a world's file to its market. */
import { NoiseTraders as PublishedNoiseTraders } from "../cheridito-weiss/noise-traders.ts";
import { StrategicTrader } from "../cheridito-weiss/strategic-trader.ts";
import { type OpeningBook, SimulatedMarket } from "../simulated-market.ts";
import { ImbalanceTraders } from "../traders/imbalance-traders.ts";
import { InformedTraders } from "../traders/informed-traders.ts";
import { MarketMakers } from "../traders/market-makers.ts";
import { MetaorderTraders } from "../traders/metaorder-traders.ts";
import { Nature } from "../traders/nature.ts";
import { NoiseTraders } from "../traders/noise-traders.ts";
import type { Population } from "../traders/population.ts";
import { stillNature } from "../traders/still-nature.ts";
import type { OrderBookWorld, PopulationParameters } from "./world.ts";

/** Owners of the populations' orders count from here, in the order of the file. */
const firstPopulationOwnerId = 10;

/** A market of this world, not yet open; it can be opened again and again. */
export function createMarket(world: OrderBookWorld): SimulatedMarket {
  const { session, opening, nature } = world;
  return new SimulatedMarket({
    startNs: session.start,
    opening: openingBook(opening),
    nature:
      nature === undefined
        ? stillNature
        : new Nature(nature, { startNs: session.start, endNs: session.end }),
    populations: world.populations.map((parameters, at) =>
      createPopulation(parameters, firstPopulationOwnerId + at),
    ),
  });
}

function openingBook({ bestBid, bestAsk, lots }: OrderBookWorld["opening"]): OpeningBook {
  return {
    bids: lots.map((lots, depth) => ({ priceTicks: bestBid - depth, lots })),
    asks: lots.map((lots, depth) => ({ priceTicks: bestAsk + depth, lots })),
  };
}

function createPopulation(parameters: PopulationParameters, ownerId: number): Population {
  const { name } = parameters;
  switch (parameters.kind) {
    case "cw-noise":
      return new PublishedNoiseTraders(parameters, name, ownerId);
    case "cw-strategic":
      return new StrategicTrader(parameters, name, ownerId);
    case "noise":
      return new NoiseTraders(parameters, name, ownerId);
    case "market-makers":
      return new MarketMakers(parameters, name, ownerId);
    case "imbalance":
      return new ImbalanceTraders(parameters, name, ownerId);
    case "informed":
      return new InformedTraders(parameters, name, ownerId);
    case "metaorders":
      return new MetaorderTraders(parameters, name, ownerId);
    default:
      return parameters satisfies never;
  }
}
