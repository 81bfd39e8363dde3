/** `--impact none | mechanical | propagator[:y=1,beta=0.5,tau=60s,delay=2s,volume=…,volatility=…]`. */
import { parseDuration } from "../core/time.ts";
import { UsageError } from "../core/trouble.ts";
import { type DurationNs, durationNs } from "../core/units.ts";
import type { ReplayImpactRequest } from "../evaluation/index.ts";

export const impactHelp =
  "what our trades do to the recorded market: none, mechanical (what we take is gone), or " +
  "propagator[:y=1,beta=0.5,tau=60s,delay=2s,volume=LOTS,volatility=MONEY]";

interface Terms {
  prefactor: number;
  exponent: number;
  relaxationNs: DurationNs;
  delayNs: DurationNs;
  volumeLots?: number;
  volatilityTicks?: number;
}

/** @throws UsageError naming what was found and what was expected */
export function parseImpact(text: string, tickSize: number): ReplayImpactRequest {
  const [name = "", ...rest] = text.split(":");
  const parameters = rest.join(":");
  if (name === "none" || name === "mechanical") {
    if (parameters === "") return { kind: name };
    throw wrong(text, `${name} without parameters`);
  }
  if (name !== "propagator") throw wrong(name, "none, mechanical or propagator");
  const terms: Terms = {
    ...{ prefactor: 1, exponent: 0.5 },
    ...{ relaxationNs: durationNs(60e9), delayNs: durationNs(2e9) },
  };
  for (const parameter of parameters === "" ? [] : parameters.split(",")) {
    setTerm(terms, parameter, tickSize);
  }
  return { kind: "propagator", ...terms };
}

function setTerm(terms: Terms, parameter: string, tickSize: number): void {
  const at = parameter.indexOf("=");
  const name = at < 0 ? parameter : parameter.slice(0, at);
  const value = at < 0 ? "" : parameter.slice(at + 1);
  const number = (from: number, below: number, expected: string): number => {
    const found = value.trim() === "" ? Number.NaN : Number(value.replaceAll("_", ""));
    if (found > from && found < below) return found;
    throw wrong(parameter, `${name}=${expected}`);
  };
  const wait = (shortestNs: number): DurationNs => {
    const found = parseDuration(value);
    if (found !== undefined && found >= shortestNs) return found;
    throw wrong(parameter, `${name}=a duration such as 60s`);
  };
  const [above0, infinity] = ["a number above 0", Number.POSITIVE_INFINITY];
  if (name === "y") terms.prefactor = number(0, infinity, above0);
  else if (name === "beta") terms.exponent = number(0, 1, "a number between 0 and 1");
  else if (name === "tau") terms.relaxationNs = wait(1);
  else if (name === "delay") terms.delayNs = wait(0);
  else if (name === "volume") terms.volumeLots = number(0, infinity, above0);
  else if (name === "volatility") terms.volatilityTicks = number(0, infinity, above0) / tickSize;
  else throw wrong(parameter, "y, beta, tau, delay, volume or volatility");
}

function wrong(found: string, expected: string): UsageError {
  return new UsageError(`--impact: found ${found}, expected ${expected}`);
}

/** As people read it. */
export function impactText(impact: ReplayImpactRequest): string {
  if (impact.kind !== "propagator") return impact.kind;
  const { prefactor, exponent, relaxationNs, delayNs } = impact;
  const seconds = (time: number): string => `${time / 1e9}s`;
  return (
    `propagator y=${prefactor} beta=${exponent} tau=${seconds(relaxationNs)} ` +
    `delay=${seconds(delayNs)}`
  );
}
