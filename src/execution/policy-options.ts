/** Reads the options of one policy; the first that is not good is kept as a refusal. */
import { parseDuration, parseTimeOfDay } from "../core/time.ts";
import type { DurationNs, TimeNs } from "../core/units.ts";
import { type Placement, parsePlacement, placements } from "./placement.ts";

/** What a number must be, in words and as a test; NaN passes none. */
export interface NumberRange {
  readonly expected: string;
  readonly holds: (value: number) => boolean;
}

export class PolicyOptionReader {
  /** What was found and what was expected, of the first option that was not good. */
  refusal: string | undefined;
  readonly #options: ReadonlyMap<string, string>;

  constructor(options: ReadonlyMap<string, string>) {
    this.#options = options;
  }

  /** @param examples as they stand in a refusal: `1m or 30s` */
  duration(name: string, preset: DurationNs, examples: string): DurationNs {
    const text = this.#options.get(name);
    const length = text === undefined ? preset : parseDuration(text);
    if (length !== undefined && length > 0) return length;
    this.#refuse(name, text, `a duration such as ${examples}`);
    return preset;
  }

  number(name: string, preset: number, range: NumberRange): number {
    const text = this.#options.get(name);
    // The empty text would read as 0.
    const value = text === undefined ? preset : text.trim() === "" ? Number.NaN : Number(text);
    if (!range.holds(value)) this.#refuse(name, text, range.expected);
    return value;
  }

  optionalNumber(name: string, range: NumberRange): number | undefined {
    return this.#options.has(name) ? this.number(name, Number.NaN, range) : undefined;
  }

  timeOfDay(name: string, preset: TimeNs): TimeNs {
    const text = this.#options.get(name);
    const time = text === undefined ? preset : parseTimeOfDay(text);
    if (time === undefined) this.#refuse(name, text, "a time of day such as 16:00");
    return time ?? preset;
  }

  /** The first where nothing is said. */
  oneOf<Name extends string>(name: string, names: readonly [Name, ...Name[]]): Name {
    const text = this.#options.get(name);
    const found = text === undefined ? names[0] : names.find((known) => known === text);
    if (found === undefined) this.#refuse(name, text, `one of ${names.join(", ")}`);
    return found ?? names[0];
  }

  placement(preset: Placement | undefined): Placement | undefined {
    const text = this.#options.get("placement");
    if (text === undefined) return preset;
    const placement = parsePlacement(text);
    const known = Object.keys(placements).join(", ");
    if (placement === undefined) this.#refuse("placement", text, `one of ${known}`);
    return placement;
  }

  /** A division of the whole: `0.1/0.4/0.2/0.3`. */
  shares(name: string): readonly number[] {
    const text = this.#options.get(name) ?? "";
    const parts = text.split("/");
    const shares = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
    const sum = shares.reduce((total, part) => total + part, 0);
    const isDivision = shares.length >= 3 && shares.every((part) => part >= 0);
    if (isDivision && Math.abs(sum - 1) <= 1e-9) return shares;
    const expected = "shares from 0 that add up to 1: paying now/level 1/…/holding back";
    this.#refuse(name, text, expected);
    return shares;
  }

  #refuse(name: string, text: string | undefined, expected: string): void {
    this.refusal ??= `found ${name}=${text}, expected ${expected}`;
  }
}
