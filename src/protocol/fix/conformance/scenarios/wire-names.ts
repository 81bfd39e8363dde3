/** Names of fields and messages, as scenarios write them, to tags and types. */
import { assert } from "../../../../core/assert.ts";
import { formatTimestamp } from "../../codec/timestamp.ts";
import type { Dictionary } from "../../dictionary/dictionary.ts";
import type { SentFields, SentValue } from "./scenario.ts";

export type WireField = readonly [tag: number, value: string];

/** Both describe one version; they are the same before FIX 5.0. */
export interface ScenarioDictionaries {
  readonly transport: Dictionary;
  readonly application: Dictionary;
}

export interface WireNames {
  /** `#9999` is a tag without a name. */
  tagOf(name: string): number;
  /** `#~` is a type without a name. */
  msgTypeOf(name: string): string;
  /** Groups flat; what is null is left out. */
  toTags(fields: SentFields, nowMs: number): WireField[];
  headerFirst(fields: readonly WireField[]): WireField[];
}

export function createWireNames({ transport, application }: ScenarioDictionaries): WireNames {
  const both = [transport, application];
  const tags = new Map(
    both.flatMap(({ fields }) => [...fields.values()].map(({ name, tag }) => [name, tag] as const)),
  );
  const types = new Map(
    both.flatMap(({ messages }) =>
      [...messages.values()].map(({ name, msgType }) => [name, msgType] as const),
    ),
  );
  const tagOf = (name: string): number =>
    name.startsWith("#") ? Number(name.slice(1)) : known(tags, name);

  function toTags(fields: SentFields, nowMs: number): WireField[] {
    return Object.entries(fields).flatMap(([name, value]) =>
      valueFields(tagOf(name), value, nowMs),
    );
  }

  function valueFields(tag: number, value: SentValue, nowMs: number): WireField[] {
    if (value === null) return [];
    if (typeof value === "string" || typeof value === "number") return [[tag, String(value)]];
    if ("secondsFromNow" in value) {
      return [[tag, formatTimestamp(nowMs + value.secondsFromNow * 1000)]];
    }
    return [[tag, String(value.length)], ...value.flatMap((entry) => toTags(entry, nowMs))];
  }

  return {
    tagOf,
    msgTypeOf: (name) => (name.startsWith("#") ? name.slice(1) : known(types, name)),
    toTags,
    headerFirst(fields) {
      const isHeader = ([tag]: WireField): boolean => transport.header.byTag.has(tag);
      return [...fields.filter(isHeader), ...fields.filter((field) => !isHeader(field))];
    },
  };
}

function known<T>(table: ReadonlyMap<string, T>, name: string): T {
  const value = table.get(name);
  assert(value !== undefined, `the dictionary of a scenario has the name ${name}`);
  return value;
}
