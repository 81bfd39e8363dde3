/** Market-only features as known at a time. */
export { MarketView } from "./market-view.ts";
