/**
 * Messages of Binance's streams, spot and futures, and the snapshot of its REST interface.
 *
 * Source: Binance, "WebSocket streams" (spot) and "WebSocket market streams" (USD-margined futures).
 */

import type { RecordingRun } from "../rows/recording-run.ts";
import { isObject, isPricePairs, type JsonObject, type PricePair, readTime } from "./json-line.ts";

export type BinanceMessage =
  | {
      readonly kind: "depth";
      readonly symbol: string;
      /** Milliseconds since 1970: of the change where it is told (futures), else of the message. */
      readonly timeMs: number;
      readonly firstId: number;
      readonly lastId: number;
      /** Last id of the message before (futures); in spot the one before the first. */
      readonly previousId: number;
      readonly bids: readonly PricePair[];
      readonly asks: readonly PricePair[];
    }
  | {
      readonly kind: "snapshot";
      readonly lastId: number;
      readonly bids: readonly PricePair[];
      readonly asks: readonly PricePair[];
    }
  | {
      readonly kind: "quote";
      readonly symbol: string;
      /** Undefined in spot. */
      readonly timeMs: number | undefined;
      readonly id: number;
      readonly bid: PricePair;
      readonly ask: PricePair;
    }
  | {
      readonly kind: "trade";
      readonly stream: "trade" | "aggTrade";
      readonly symbol: string;
      readonly timeMs: number;
      readonly id: number;
      readonly price: string;
      readonly quantity: string;
      readonly isBuyerMaker: boolean;
      /** False for trades of the insurance fund and of forced deleveraging. */
      readonly isOfMarket: boolean;
    }
  | { readonly kind: "other" };

/** @throws InputError for a message that lacks what its kind must have */
export function readBinanceMessage(json: JsonObject, run: RecordingRun): BinanceMessage {
  const message = isObject(json.data) ? json.data : json;
  if (message.lastUpdateId !== undefined) return readSnapshot(message, run);
  switch (message.e) {
    case "depthUpdate":
      return readDepth(message, run);
    case "trade":
    case "aggTrade":
      return readTrade(message, message.e, run);
    case "bookTicker":
      return readQuote(message, run);
    default: {
      const isSpotQuote = message.e === undefined && message.B !== undefined;
      return isSpotQuote ? readQuote(message, run) : { kind: "other" };
    }
  }
}

function readDepth(message: JsonObject, run: RecordingRun): BinanceMessage {
  const { s: symbol, b: bids, a: asks, pu } = message;
  const firstId = readId(message, "U", run);
  const timeMs = readTime(message.T === undefined ? message.E : message.T, run);
  if (typeof symbol !== "string" || !isPricePairs(bids) || !isPricePairs(asks)) {
    throw run.fault("a depthUpdate without s, b or a", "a symbol and levels as pairs of texts");
  }
  const lastId = readId(message, "u", run);
  const previousId = pu === undefined ? firstId - 1 : readId(message, "pu", run);
  return { kind: "depth", symbol, timeMs, firstId, lastId, previousId, bids, asks };
}

function readSnapshot(message: JsonObject, run: RecordingRun): BinanceMessage {
  const { bids, asks } = message;
  const lastId = readId(message, "lastUpdateId", run);
  if (isPricePairs(bids) && isPricePairs(asks)) return { kind: "snapshot", lastId, bids, asks };
  throw run.fault("a snapshot without bids or asks", "levels as pairs of texts");
}

function readQuote(message: JsonObject, run: RecordingRun): BinanceMessage {
  const { s: symbol, T: time } = message;
  const sides = [
    [message.b, message.B],
    [message.a, message.A],
  ];
  if (typeof symbol !== "string" || !isPricePairs(sides)) {
    throw run.fault("a bookTicker without s, b, B, a or A", "a symbol and texts");
  }
  const [bid, ask] = sides as unknown as [PricePair, PricePair];
  const timeMs = time === undefined ? undefined : readTime(time, run);
  return { kind: "quote", symbol, timeMs, id: readId(message, "u", run), bid, ask };
}

function readTrade(
  message: JsonObject,
  stream: "trade" | "aggTrade",
  run: RecordingRun,
): BinanceMessage {
  const { s: symbol, p: price, q: quantity, m: isBuyerMaker, X: type } = message;
  const timeMs = readTime(message.T, run);
  const id = readId(message, stream === "trade" ? "t" : "a", run);
  if (
    typeof symbol !== "string" ||
    typeof price !== "string" ||
    typeof quantity !== "string" ||
    typeof isBuyerMaker !== "boolean"
  ) {
    throw run.fault("a trade without s, p, q or m", "texts, and whether the buyer was the maker");
  }
  const isOfMarket = type === undefined || type === "MARKET";
  return { kind: "trade", stream, symbol, timeMs, id, price, quantity, isBuyerMaker, isOfMarket };
}

function readId(message: JsonObject, key: string, run: RecordingRun): number {
  const id = message[key];
  if (Number.isSafeInteger(id) && (id as number) >= 0) return id as number;
  throw run.fault(`${JSON.stringify(id)} as ${key}`, "an id, a whole number");
}
