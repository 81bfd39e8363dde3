/** The letters of ITCH messages that become events, as the bytes that they are. */
import { tradingStatus } from "../../market/event-block.ts";

export const code = {
  addOrder: 65,
  addOrderWithName: 70,
  executed: 69,
  executedWithPrice: 67,
  cancel: 88,
  delete: 68,
  replace: 85,
  trade: 80,
  cross: 81,
  broken: 66,
  tradingAction: 72,
  operationalHalt: 104,
  buy: 66,
  sell: 83,
  yes: 89,
  no: 78,
  halted: 72,
  paused: 80,
  quoting: 81,
  trading: 84,
} as const;

/**
 * The `tradingStatus` of message H (`H` halted everywhere, `P` paused, `Q` quotes only, `T` trading)
 * and of message h (`H`, `T`); undefined for other letters.
 */
export function statusOfLetter(letter: number): number | undefined {
  switch (letter) {
    case code.halted:
    case code.paused:
      return tradingStatus.halted;
    case code.quoting:
      return tradingStatus.quoting;
    case code.trading:
      return tradingStatus.trading;
    default:
      return undefined;
  }
}
