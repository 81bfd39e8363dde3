/**
 * A world: everything that makes a market, as a plain value read from YAML.
 *
 * `order-book` worlds are traders in the matching engine; `linear` worlds are the reduced form in
 * which Almgren & Chriss are right. docs/guides/worlds.md tells how one is written.
 */
import { z } from "zod";
import { nsPerSecond } from "../../core/time.ts";
import { noiseSchema, strategicSchema } from "../cheridito-weiss/parameters.ts";
import { imbalanceSchema } from "../traders/imbalance-traders.ts";
import { informedSchema } from "../traders/informed-traders.ts";
import { marketMakersSchema } from "../traders/market-makers.ts";
import { metaorderSchema } from "../traders/metaorder-traders.ts";
import { natureSchema } from "../traders/nature.ts";
import { noiseTradersSchema } from "../traders/noise-traders.ts";
import { lots, nonNegative, positive, share, ticks, timeOfDay } from "./fields.ts";
import { type Problem, problemsOf } from "./problems.ts";

const populationSchema = z.discriminatedUnion("kind", [
  noiseSchema,
  strategicSchema,
  noiseTradersSchema,
  marketMakersSchema,
  imbalanceSchema,
  informedSchema,
  metaorderSchema,
]);
export type PopulationParameters = z.infer<typeof populationSchema>;

/** The order that is worked in a world unless somebody asks for another. */
const orderSchema = z.strictObject({
  side: z.enum(["buy", "sell"]),
  quantity: lots,
  start: timeOfDay,
  end: timeOfDay,
});

const head = {
  /** One line. */
  title: z.string().min(1),
  /** What it is for and what it cannot tell. */
  description: z.string().min(1),
  /** Where its numbers come from. */
  source: z.string().min(1),
  order: orderSchema,
};

const orderBookSchema = z.strictObject({
  kind: z.literal("order-book"),
  ...head,
  instrument: z.strictObject({ symbol: z.string().min(1), tickSize: positive }),
  session: z.strictObject({
    /** When traders begin; what lies before the order is warm-up. */
    start: timeOfDay,
    end: timeOfDay,
  }),
  /** Volume expected in a whole day, where policies are told. */
  expectedDayLots: positive.optional(),
  /** Round trip of the order under test, as on the command line. */
  latency: z.string().default("0s"),
  /** `corridor`: the worker sees to completion; `sweep`: what is left is sold at the end, as published. */
  completion: z.enum(["corridor", "sweep"]).default("corridor"),
  /** What the names of policies mean here. */
  policies: z.enum(["house", "cheridito-weiss"]).default("house"),
  opening: z.strictObject({
    bestBid: ticks,
    bestAsk: ticks,
    /** By level, the touch first, the same on both sides. */
    lots: z.array(lots).min(1),
  }),
  nature: natureSchema.optional(),
  populations: z.array(populationSchema).min(1),
  /** What a run must have shown for its result to count. */
  validity: z
    .strictObject({
      twoSidedShareMin: share.default(0.99),
      othersTradesPerMinuteMin: nonNegative.default(1),
    })
    .default({ twoSidedShareMin: 0.99, othersTradesPerMinuteMin: 1 }),
});
export type OrderBookWorld = z.infer<typeof orderBookSchema>;

const linearSchema = z.strictObject({
  kind: z.literal("linear"),
  ...head,
  /** Price at the start, in dollars, the base of every basis point. */
  price: positive,
  steps: lots,
  /** σ, dollars per √second. */
  volatility: nonNegative,
  /** γ, dollars per lot. */
  permanentImpact: nonNegative,
  /** η, dollars per (lot per second). */
  temporaryImpact: positive,
  /** ε, dollars per lot. */
  fixedCost: nonNegative,
});
export type LinearWorld = z.infer<typeof linearSchema>;

const worldSchema = z.discriminatedUnion("kind", [orderBookSchema, linearSchema]);
export type World = z.infer<typeof worldSchema>;

export type WorldOutcome =
  | { readonly kind: "parsed"; readonly world: World }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads a world from plain data; every problem is told with its path. */
export function parseWorld(source: unknown): WorldOutcome {
  const parsed = worldSchema.safeParse(source, { reportInput: true });
  if (!parsed.success) {
    return { kind: "refused", problems: parsed.error.issues.flatMap(problemsOf) };
  }
  const problems = [...findContradictions(parsed.data)];
  if (problems.length > 0) return { kind: "refused", problems };
  return { kind: "parsed", world: parsed.data };
}

/** What no single field can know. */
function* findContradictions(world: World): Generator<Problem> {
  const { order } = world;
  if (order.end <= order.start) {
    yield { path: ["order", "end"], message: "found an end that is not after order.start" };
  }
  if (world.kind === "linear") {
    // Else the cost of a step falls as more is sold in it, and there is no best schedule.
    const stepSeconds = (order.end - order.start) / nsPerSecond / world.steps;
    const leastImpact = (world.permanentImpact * stepSeconds) / 2;
    if (world.temporaryImpact > leastImpact) return;
    const expected = `expected more than ${leastImpact}, half the permanent impact of a step`;
    const message = `found ${world.temporaryImpact}, ${expected}`;
    yield { path: ["temporaryImpact"], message };
    return;
  }
  const { session, opening, populations } = world;
  if (order.start < session.start || order.end > session.end) {
    yield { path: ["order"], message: "expected an order within the session" };
  }
  if (opening.bestAsk <= opening.bestBid) {
    yield { path: ["opening", "bestAsk"], message: "expected an ask above opening.bestBid" };
  }
  if (opening.lots.length > opening.bestBid) {
    yield { path: ["opening", "lots"], message: "expected no more levels than ticks above zero" };
  }
  const names = new Set<string>();
  for (const [at, { name }] of populations.entries()) {
    if (names.has(name)) {
      const message = `found the name "${name}" twice; expected one of its own for each population`;
      yield { path: ["populations", at, "name"], message };
    }
    names.add(name);
  }
}
