import { FastMatchingEngine } from "../../src/market/matching-engine.ts";
import { runMatchingSuite } from "../support/matching-suite.ts";
import { PlainMatchingEngine } from "../support/plain-matching-engine.ts";

runMatchingSuite("fast engine", (rules = {}) => new FastMatchingEngine({ rules }));
runMatchingSuite(
  "fast engine, smallest window",
  (rules = {}) => new FastMatchingEngine({ rules, windowTicks: 1024, windowTicksMax: 1024 }),
);
runMatchingSuite("plain engine", (rules = {}) => new PlainMatchingEngine({ rules }));
