/** A training as it is written down: `configs/*.yaml`. */
import { z } from "zod";
import { duration, nonNegative, positive, share } from "../simulation/worlds/fields.ts";
import { type Problem, problemsOf } from "../simulation/worlds/problems.ts";
import { type PpoOptions, ppoDefaults } from "./ppo.ts";

const count = z.int().min(1);
/** A value at the start of a training and one at its end; a line between them. */
const schedule = z.strictObject({ from: nonNegative, to: nonNegative });

const ppoSchema = z
  .strictObject({
    decisions: count,
    episodes: count,
    epochs: count,
    minibatch: count,
    learningRate: schedule,
    discount: share,
    trace: share,
    clip: positive,
    valueClip: positive,
    valueWeight: nonNegative,
    entropyWeight: schedule,
    deviation: z.strictObject({ from: positive, to: positive }),
    klMax: positive,
    gradientNormMax: positive,
    hidden: z.array(count).min(1),
    memory: z.int().min(0),
    shares: z.enum(["logistic-normal", "dirichlet"]),
  })
  .partial()
  // What is not given is absent, never undefined.
  .transform((given): PpoOptions => ({ ...ppoDefaults, ...(given as Partial<PpoOptions>) }));

const trainingSchema = z.strictObject({
  /** For people. */
  title: z.string().min(1),
  description: z.string().default(""),
  world: z.string().min(1),
  /** Changes of the world, `path=value`. */
  set: z.array(z.string()).default([]),
  order: z
    .strictObject({ side: z.enum(["buy", "sell"]), quantity: count })
    .partial()
    .default({}),
  task: z
    .strictObject({
      /** From one decision to the next. */
      every: duration.prefault("15s"),
      /** What actions mean; the world's own where not given. */
      vocabulary: z.enum(["levels", "cheridito-weiss"]).optional(),
      /** Shares of what is left, or one part for all of it. */
      actions: z.enum(["simplex", "discrete"]).default("simplex"),
      /** Shares are of what is left, at most so many times an even slice of it; all where not given. */
      pace: z.number().min(1).optional(),
      /** λ per dollar, of the risk that is carried; in the linear world. */
      riskAversion: nonNegative.default(0),
      /** Takes a part of the price's noise out of what is learnt from; never out of a score. */
      controlVariate: z.boolean().default(true),
      /** Added to the reward while learning, never to a score; see `Shaping`. */
      shaping: z
        .strictObject({ impact: nonNegative, completion: nonNegative })
        .partial()
        .default({}),
    })
    .prefault({}),
  ppo: ppoSchema.prefault({}),
  validation: z
    .strictObject({
      every: count.default(10),
      episodes: z.int().min(2).default(1000),
      firstSeed: z.int().min(0).default(200_001),
    })
    .prefault({}),
  /** Policies the learnt one is shown beside, on the same validation seeds. */
  baselines: z.array(z.string()).default([]),
});
export type TrainingConfig = z.infer<typeof trainingSchema>;

export type TrainingConfigOutcome =
  | { readonly kind: "parsed"; readonly config: TrainingConfig }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Reads a configuration from plain data; every problem is told with its path. */
export function parseTrainingConfig(source: unknown): TrainingConfigOutcome {
  const parsed = trainingSchema.safeParse(source, { reportInput: true });
  if (parsed.success) return { kind: "parsed", config: parsed.data };
  return { kind: "refused", problems: parsed.error.issues.flatMap(problemsOf) };
}
