import { doesNotThrow, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { assert, InvariantError } from "./assert.ts";

describe("assert", () => {
  test("lets a rule that holds pass", () => {
    doesNotThrow(() => assert(true, "water is wet"));
  });

  test("stops with the rule in its message when it does not hold", () => {
    throws(() => assert(false, "filled never exceeds quantity"), {
      name: "InvariantError",
      message: "Invariant: filled never exceeds quantity",
    });
  });

  test("throws an error of its own kind, so that nobody takes it for the outside world", () => {
    try {
      assert(false, "never");
    } catch (error) {
      ok(error instanceof InvariantError && error instanceof Error);
    }
  });

  test("narrows what the compiler knows", () => {
    const value: number | undefined = [1].at(0);
    assert(value !== undefined, "there is a value");
    const narrowed: number = value;
    ok(narrowed === 1);
  });

  test("never lets a comparison with NaN pass", () => {
    const price = Number.NaN;
    throws(() => assert(price > 0, "a price is positive"), InvariantError);
    throws(() => assert(price <= 0, "a price is not positive"), InvariantError);
  });
});
