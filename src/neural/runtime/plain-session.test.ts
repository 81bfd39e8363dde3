import { ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { floatsOf } from "./inference.ts";
import { createDensePolicy, createLookup, drawFeeds } from "./network-fixture.ts";
import { PlainSession } from "./plain-session.ts";

describe("a plain session", () => {
  test("refuses whole numbers beyond 32 bits", () => {
    const session = PlainSession.open(createLookup());
    const feeds = { table: new Float32Array(8), truth: new Uint8Array(2) };
    const places = BigInt64Array.of(0n, 2n ** 31n, 0n);
    throws(() => session.runSync({ ...feeds, places }), {
      code: "FEED_REFUSED",
      message: "feed places: found 2147483648 at element 1, expected whole numbers of 32 bits",
    });
  });

  test("refuses values that are not as many as their input holds", () => {
    const { outputs } = createDensePolicy();
    throws(() => new PlainSession({ outputs, values: { parameters: [1, 2] } }), {
      message: /^found 2 values of parameters, expected \d+ for \[\d+\]$/,
    });
  });

  test("computes in float64 where it is told to", () => {
    const { outputs, values } = createDensePolicy();
    const session = new PlainSession({ outputs, values, float: "float64" });
    const results = session.runSync(drawFeeds(session, 1));
    ok(results.logits instanceof Float64Array);
    throws(() => floatsOf(results, "logits"), {
      code: "NO_SUCH_OUTPUT",
      message: "results: found Float64Array logits, expected float32 logits",
    });
    throws(() => floatsOf(results, "logit"), {
      message: /found logits, value, expected float32 logit/,
    });
  });
});
