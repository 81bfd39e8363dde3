/** Market-only features as known at a time. */
export { fadedShare, flowWindowsNs } from "./faded-flow.ts";
export { MarketView } from "./market-view.ts";
