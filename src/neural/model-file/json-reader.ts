/**
 * Strict reading of what JSON holds: every key that is expected and no other, with the path to what
 * is wrong.
 */

import { toVisible } from "../runtime/inference.ts";

/** A value of some type, or a `JsonFault`. */
export type JsonReader<T> = (value: unknown, path: string) => T;

/** What is wrong, and where: `manifest.inputs[0].type: found "int8", expected …`. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
}

/** @throws JsonFault */
export function refuseJson(path: string, found: unknown, expected: string): never {
  throw new JsonFault(toVisible(`${path}: found ${describe(found)}, expected ${expected}`));
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

export const readText: JsonReader<string> = (value, path) =>
  typeof value === "string" && value !== "" ? value : refuseJson(path, value, "a text");

/** A text that fits a pattern, which is said in words. */
export const readPattern =
  (pattern: RegExp, expected: string): JsonReader<string> =>
  (value, path) =>
    typeof value === "string" && pattern.test(value) ? value : refuseJson(path, value, expected);

/** One of some values. */
export const readOneOf =
  <T extends string | number>(...allowed: readonly T[]): JsonReader<T> =>
  (value, path) =>
    allowed.find((one) => one === value) ??
    refuseJson(path, value, `one of ${allowed.map((one) => JSON.stringify(one)).join(", ")}`);

export const readNumber: JsonReader<number> = (value, path) =>
  typeof value === "number" && Number.isFinite(value)
    ? value
    : refuseJson(path, value, "a finite number");

export const readCount: JsonReader<number> = (value, path) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuseJson(path, value, "a whole number from 0");

/** Either of two. */
export const readEither =
  <A, B>(isFirst: (value: unknown) => boolean, first: JsonReader<A>, second: JsonReader<B>) =>
  (value: unknown, path: string): A | B =>
    isFirst(value) ? first(value, path) : second(value, path);

/** Of a key that may be absent, and then is absent from what was read. */
export const readOptional =
  <T>(item: JsonReader<T>): JsonReader<T | undefined> =>
  (value, path) =>
    value === undefined ? undefined : item(value, path);

export const readList =
  <T>(item: JsonReader<T>): JsonReader<readonly T[]> =>
  (value, path) =>
    Array.isArray(value)
      ? value.map((one, at) => item(one, `${path}[${at}]`))
      : refuseJson(path, value, "a list");

/** Any keys, one type of values. */
export const readTable =
  <T>(item: JsonReader<T>): JsonReader<Readonly<Record<string, T>>> =>
  (value, path) => {
    const entries = Object.entries(asObject(value, path));
    return Object.fromEntries(entries.map(([key, one]) => [key, item(one, `${path}.${key}`)]));
  };

/** These keys and no others. */
export const readObject =
  <T extends object>(fields: { readonly [K in keyof T]-?: JsonReader<T[K]> }): JsonReader<T> =>
  (value, path) => {
    const object = asObject(value, path);
    const known = Object.keys(fields) as (keyof T & string)[];
    const others = Object.keys(object).filter((key) => !Object.hasOwn(fields, key));
    if (others.length > 0) {
      const found = `the keys ${others.join(", ")}`;
      throw new JsonFault(toVisible(`${path}: found ${found}, expected ${known.join(", ")}`));
    }
    const entries = known.map((key) => {
      const one = Object.hasOwn(object, key) ? object[key] : undefined;
      return [key, fields[key](one, `${path}.${key}`)];
    });
    return Object.fromEntries(entries.filter(([, one]) => one !== undefined)) as T;
  };

function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuseJson(path, value, "an object");
  }
  return value as Readonly<Record<string, unknown>>;
}
