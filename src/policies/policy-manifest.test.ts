import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { durationNs } from "../core/units.ts";
import type { ModelManifest } from "../neural/index.ts";
import { type PolicyUse, readPolicyUse, writePolicyUse } from "./policy-manifest.ts";

const manifestWith = (use: unknown): ModelManifest =>
  ({ name: "tactician", ...(use === undefined ? {} : { use }) }) as ModelManifest;

const refused = (use: unknown, message: string): void =>
  throws(() => readPolicyUse(manifestWith(use)), { code: "MODEL_MISMATCH", message });

describe("how a model is used", () => {
  test("is written as people write it", () => {
    const use = { vocabulary: "levels", everyNs: durationNs(90e9), pace: 8 } as const;
    deepEqual(writePolicyUse(use), { vocabulary: "levels", every: "1.5m", pace: 8 });
  });

  test("comes back as it was written, whatever the duration", () => {
    const uses = fc.record(
      {
        vocabulary: fc.constantFrom("levels" as const, "cheridito-weiss" as const),
        everyNs: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(durationNs),
        pace: fc.double({ min: 1, max: 1e6, noNaN: true }),
        actions: fc.constantFrom("simplex" as const, "discrete" as const),
      },
      { requiredKeys: ["vocabulary", "everyNs"] },
    );
    fc.assert(
      fc.property(uses, (given) => {
        const use = { ...given } as PolicyUse;
        const stored = JSON.parse(JSON.stringify(writePolicyUse(use)));
        deepEqual(readPolicyUse(manifestWith(stored)), use);
      }),
    );
  });

  test("is refused where it is not said, or not sensibly", () => {
    const sound = { vocabulary: "levels", every: "15s" };
    refused(
      undefined,
      "model tactician, use: found nothing, expected vocabulary and every: how it is a policy",
    );
    refused(
      { every: "15s" },
      'model tactician, use.vocabulary: found nothing, expected one of "levels", "cheridito-weiss"',
    );
    refused(
      { vocabulary: "words", every: "15s" },
      'model tactician, use.vocabulary: found "words", expected one of "levels", "cheridito-weiss"',
    );
    for (const every of ["15", "0s", "", "soon", 15]) {
      const found = JSON.stringify(every);
      const expected = "expected a duration such as 15s";
      refused({ ...sound, every }, `model tactician, use.every: found ${found}, ${expected}`);
    }
    refused(
      { ...sound, pace: 0.5 },
      "model tactician, use.pace: found 0.5, expected a number from 1",
    );
    refused(
      { ...sound, deviation: 1 },
      "model tactician, use: found the keys deviation, expected vocabulary, every, pace, actions",
    );
  });
});
