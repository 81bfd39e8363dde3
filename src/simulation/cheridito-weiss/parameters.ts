/**
 * The three worlds of Cheridito & Weiss (arXiv 2507.06345) as numbers: facts of the published
 * configuration, written down anew. Times are seconds, prices ticks, rates per second.
 */

export interface CheriditoWeissParameters {
  /** When the book is set up and the traders begin; the order starts at 0. */
  readonly startSeconds: number;
  /** When the order ends. */
  readonly endSeconds: number;
  readonly bestBidTicks: number;
  readonly bestAskTicks: number;
  /** Lots of the opening book by level, the touch first, the same on both sides. */
  readonly openingLots: readonly number[];
  /** Market orders, each side. */
  readonly marketRate: number;
  /** Limit orders by distance from the opposite best price, from 1, each side. */
  readonly limitRates: readonly number[];
  /** Cancels per lot that stands there, by the same distance. */
  readonly cancelRates: readonly number[];
  /** Sizes are 1 + |N(0, σ)|, rounded, within 1 and the most. */
  readonly sizeSigma: number;
  readonly sizeMax: number;
  /** Whether noise traders lean with the book's imbalance, and the numbers of that. */
  readonly tactical: TacticalParameters | undefined;
  readonly strategic: StrategicParameters | undefined;
}

/** Traders who react to the imbalance of the book. */
export interface TacticalParameters {
  /** All rates are multiplied by this. */
  readonly rateFactor: number;
  /** Lots k ticks from the touch count e^(−damping·k). */
  readonly damping: number;
  /** The rates of the favoured side are multiplied by 1 + this · |imbalance|. */
  readonly imbalanceFactor: number;
}

/** A hidden trader with one direction an episode. */
export interface StrategicParameters {
  readonly everySeconds: number;
  readonly marketLots: number;
  readonly limitLots: number;
}

const noise: CheriditoWeissParameters = {
  startSeconds: -15,
  endSeconds: 150,
  bestBidTicks: 1000,
  bestAskTicks: 1001,
  openingLots: [
    ...[4, 11, 16, 19, 20, 20, 20, 19, 18, 18, 17, 16, 15, 14, 14],
    ...[13, 12, 12, 11, 11, 10, 9, 9, 8, 8, 7, 7, 6, 6, 6],
  ],
  marketRate: 0.1237,
  limitRates: [
    ...[0.2842, 0.5255, 0.2971, 0.2307, 0.0826, 0.0682, 0.0631],
    ...[0.0481, 0.0462, 0.0321, 0.0178, 0.0015, 0.0001],
  ],
  cancelRates: [
    ...[0.8636, 0.4635, 0.1487, 0.1096, 0.0402, 0.0341, 0.0311],
    ...[0.0237, 0.0233, 0.0178, 0.0127, 0.0012, 0.0001],
  ].map((rate) => 0.1 * rate),
  sizeSigma: 2,
  sizeMax: 20,
  tactical: undefined,
  strategic: undefined,
};

const tactical: CheriditoWeissParameters = {
  ...noise,
  tactical: { rateFactor: 0.85, damping: 0.65, imbalanceFactor: 2 },
};

/** By the name under which the world is asked for. */
export const cheriditoWeissWorlds = {
  noise,
  tactical,
  strategic: {
    ...tactical,
    strategic: { everySeconds: 3, marketLots: 1, limitLots: 2 },
  },
} as const satisfies Record<string, CheriditoWeissParameters>;
export type CheriditoWeissWorldName = keyof typeof cheriditoWeissWorlds;
