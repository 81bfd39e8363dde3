/** The kinds of Tardis's CSV files, each told by its header. Source: Tardis.dev, "Downloadable CSV files". */

export type TardisKind = "snapshots" | "changes" | "trades" | "quotes";

/** Where the columns lie; levels of a snapshot follow each other, best first. */
export interface TardisColumns {
  readonly kind: TardisKind;
  readonly count: number;
  readonly symbol: number;
  /** Microseconds since 1970. */
  readonly time: number;
  readonly localTime: number;
  readonly prices: readonly [bids: readonly number[], asks: readonly number[]];
  readonly amounts: readonly [bids: readonly number[], asks: readonly number[]];
  /** Of trades, and of changes. */
  readonly side: number;
  readonly price: number;
  readonly amount: number;
  readonly isSnapshot: number;
  readonly id: number;
}

const snapshotLevels = 25;

/** @returns undefined where the header is none of Tardis's that we know */
export function parseTardisHeader(header: string): TardisColumns | undefined {
  const names = header.trim().split(",");
  const at = (name: string): number => names.indexOf(name);
  const levels = (side: "bids" | "asks", what: "price" | "amount"): number[] => {
    const columns: number[] = [];
    for (let level = 0; level < snapshotLevels; level++) {
      const column = at(`${side}[${level}].${what}`);
      if (column >= 0) columns.push(column);
    }
    return columns;
  };
  const [side, price, amount] = [at("side"), at("price"), at("amount")];
  const columns = {
    count: names.length,
    symbol: at("symbol"),
    time: at("timestamp"),
    localTime: at("local_timestamp"),
    prices: [[], []],
    amounts: [[], []],
    ...{ side, price, amount, isSnapshot: at("is_snapshot"), id: at("id") },
  } as const;
  if (columns.symbol < 0 || columns.time < 0 || columns.localTime < 0) return undefined;
  const bidPrices = levels("bids", "price");
  if (bidPrices.length > 0) {
    const prices = [bidPrices, levels("asks", "price")] as const;
    const amounts = [levels("bids", "amount"), levels("asks", "amount")] as const;
    const isWhole = [prices[1], ...amounts].every(({ length }) => length === bidPrices.length);
    return isWhole ? { ...columns, kind: "snapshots", prices, amounts } : undefined;
  }
  const quote = ["bid_price", "ask_price", "bid_amount", "ask_amount"].map(at);
  if (quote.every((column) => column >= 0)) {
    const [bidPrice, askPrice, bidAmount, askAmount] = quote as [number, number, number, number];
    const prices = [[bidPrice], [askPrice]] as const;
    return { ...columns, kind: "quotes", prices, amounts: [[bidAmount], [askAmount]] };
  }
  if (side < 0 || price < 0 || amount < 0) return undefined;
  return { ...columns, kind: columns.isSnapshot < 0 ? "trades" : "changes" };
}
