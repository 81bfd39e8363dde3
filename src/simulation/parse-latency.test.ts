import { deepEqual, equal, match } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseLatency } from "./parse-latency.ts";

const constant = (durationNs: number): object => ({ kind: "constant", durationNs });

describe("parseLatency", () => {
  test("gives a bare duration to all three legs", () => {
    for (const [text, nanoseconds] of [
      ["0s", 0],
      ["250us", 250e3],
    ] as const) {
      const leg = constant(nanoseconds);
      deepEqual(parseLatency(text), { kind: "latency", feed: leg, entry: leg, response: leg });
    }
  });

  test("reads leg by leg, in any order", () => {
    const expected = {
      kind: "latency",
      feed: constant(1e6),
      entry: constant(500e3),
      response: constant(600e3),
    };
    deepEqual(parseLatency("feed=1ms,entry=500us,response=600us"), expected);
    deepEqual(parseLatency("response=600us,feed=1ms,entry=500us"), expected);
  });

  test("reads floor~mean as a shifted exponential; a leg not named takes no time", () => {
    const leg = { kind: "shiftedExponential", floorNs: 1e6, meanNs: 3e6 };
    deepEqual(parseLatency("feed=1ms~3ms"), {
      kind: "latency",
      feed: leg,
      entry: constant(0),
      response: constant(0),
    });
    deepEqual(parseLatency("1ms~3ms"), { kind: "latency", feed: leg, entry: leg, response: leg });
  });

  test("says what it found and what it expected", () => {
    const table: [text: string, reason: RegExp][] = [
      ["", /found "", expected a duration such as 250us/],
      ["fast", /found "fast", expected a duration/],
      ["-1ms", /found "-1ms", expected a duration/],
      ["250us,1ms", /found "250us,1ms", expected a duration/],
      ["fed=1ms", /found the leg "fed", expected feed, entry or response/],
      ["feed=1ms,", /found the leg "", expected feed, entry or response/],
      ["feed=1ms,feed=2ms", /found the leg feed twice, expected it once/],
      ["feed=1ms,entry", /entry: found "", expected a duration/],
      ["feed=1ms=2ms", /feed: found "1ms=2ms", expected a duration/],
      ["feed=soon", /feed: found "soon", expected a duration/],
      ["entry=1ms~", /entry: found the mean "", expected a duration such as 3ms/],
      ["entry=1ms~2ms~3ms", /entry: found "1ms~2ms~3ms", expected a duration/],
      ["1ms~1ms", /found the mean 1ms, expected one above the floor 1ms/],
      ["response=3ms~1ms", /response: found the mean 1ms, expected one above the floor 3ms/],
    ];
    for (const [text, reason] of table) {
      const result = parseLatency(text);
      equal(result.kind, "refused", text);
      match(result.kind === "refused" ? result.reason : "", reason);
    }
  });

  test("answers any text with a latency or a refusal, never an exception", () => {
    const pieces = fc.constantFrom(
      "feed",
      "entry",
      "=",
      ",",
      "~",
      "1ms",
      "3ms",
      "9".repeat(400),
      "h",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join("")),
        ),
        (text) => {
          const { kind } = parseLatency(text);
          return kind === "latency" || kind === "refused";
        },
      ),
    );
  });
});
