/**
 * Buy and sell, bid and ask.
 *
 * One number serves both words: an order to buy (0) rests on the bid side, an order to sell (1)
 * on the ask side. Numbers, because the value is stored in columns and indexes arrays.
 */

export const buy = 0;
export const sell = 1;
export const bid = buy;
export const ask = sell;

export type Side = typeof buy | typeof sell;

export function oppositeSide(side: Side): Side {
  return side === buy ? sell : buy;
}

/** +1 for a buy, −1 for a sell: what a rising price costs the one who trades on this side. */
export function sideSign(side: Side): 1 | -1 {
  return side === buy ? 1 : -1;
}

export function sideName(side: Side): "buy" | "sell" {
  return side === buy ? "buy" : "sell";
}

/** @returns undefined when the text names no side */
export function parseSide(text: string): Side | undefined {
  return text === "buy" ? buy : text === "sell" ? sell : undefined;
}
