/** What one counterparty's FIX has that the standard has not, as plain data from a configuration. */
import { OutsideError } from "../../../core/trouble.ts";
import { fieldTypeOf } from "./field-types.ts";

/** Which tags that the dictionary does not have may pass; user-defined ones begin at 5000. */
export const unknownTagPolicies = ["reject", "ignore", "userDefinedOnly"] as const;

export type UnknownTagPolicy = (typeof unknownTagPolicies)[number];

/** The same as a validator takes it: tags below 5000, and tags from 5000 on, which users define. */
export interface TagRules {
  readonly unknownTags: "reject" | "accept";
  readonly userTags: "reject" | "accept";
}

/** `createValidator(dictionary, tagRulesOf(overlay.unknownTags))` */
export function tagRulesOf(policy: UnknownTagPolicy = "reject"): TagRules {
  return {
    unknownTags: policy === "ignore" ? "accept" : "reject",
    userTags: policy === "reject" ? "reject" : "accept",
  };
}

/** A field that the dictionary lacks, or has otherwise. */
export interface OverlayField {
  readonly tag: number;
  readonly name: string;
  readonly type: string;
  /** Names by value; every value is permitted where it is left out. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Values added to an enumeration; or `isOpen`, and every value of the type is permitted. */
export interface OverlayValues {
  /** Tag or name. */
  readonly field: number | string;
  readonly add?: Readonly<Record<string, string>>;
  readonly isOpen?: boolean;
}

export interface OverlayMember {
  /** Tag or name; of NumInGroup where this is a group. */
  readonly field: number | string;
  /** Left out, a new member is not required and an old one stays as it is. */
  readonly isRequired?: boolean;
  /** Members of an entry, the first of which begins it; makes the field a repeating group. */
  readonly group?: readonly OverlayMember[];
}

/** A member that a message lacks is added at its end; one that it has becomes required or not. */
export interface OverlayPlace extends OverlayMember {
  /**
   * `header`, `trailer`, or a message by name or MsgType; with the way to a group inside:
   * `NewOrderSingle/NoPartyIDs/NoPartySubIDs`.
   */
  readonly in: string;
}

export interface OverlayMessage {
  readonly msgType: string;
  readonly name: string;
  readonly isAdmin?: boolean;
  readonly members: readonly OverlayMember[];
}

export interface DictionaryOverlay {
  readonly fields?: readonly OverlayField[];
  readonly values?: readonly OverlayValues[];
  /** Message types that are not taken, by name or MsgType. */
  readonly removeMessages?: readonly string[];
  readonly addMessages?: readonly OverlayMessage[];
  readonly members?: readonly OverlayPlace[];
  /** `reject` where it is left out. */
  readonly unknownTags?: UnknownTagPolicy;
}

/**
 * Checks that a configuration has the shape of an overlay; `applyOverlay` checks its names.
 *
 * @throws OutsideError `INVALID_OVERLAY`, whose message names every fault with its place
 */
export function parseOverlay(config: unknown): DictionaryOverlay {
  const faults: string[] = [];
  checkShape(overlayShape, config, "overlay", faults);
  if (faults.length > 0) refuseOverlay(faults);
  return config as DictionaryOverlay;
}

export function refuseOverlay(faults: readonly string[]): never {
  throw new OutsideError("INVALID_OVERLAY", faults.join("\n"), { canRetry: false });
}

/** A shape is a check of one value, a list of a shape, or the keys of an object (`?`: may be missing). */
type Shape =
  | {
      readonly kind: "value";
      readonly expects: string;
      readonly accepts: (value: unknown) => boolean;
    }
  | { readonly kind: "list"; readonly of: () => Shape }
  | { readonly kind: "object"; readonly keys: Readonly<Record<string, Shape>> };

const value = (expects: string, accepts: (value: unknown) => boolean): Shape => {
  return { kind: "value", expects, accepts };
};
const list = (of: () => Shape): Shape => ({ kind: "list", of });
const object = (keys: Readonly<Record<string, Shape>>): Shape => ({ kind: "object", keys });

const tag = value("a tag, 1 or more", isTag);
const text = value("a text", (found) => typeof found === "string" && found !== "");
const truth = value("true or false", (found) => typeof found === "boolean");
const type = value(
  "a data type of FIX",
  (found) => typeof found === "string" && fieldTypeOf(found) !== undefined,
);
const field = value(
  "a tag or a name",
  (found) => isTag(found) || (typeof found === "string" && found !== ""),
);
const names = value(
  "an object of values with their names",
  (found) => isObject(found) && Object.values(found).every((name) => typeof name === "string"),
);
const policy = value(`one of ${unknownTagPolicies.join(", ")}`, (found) =>
  unknownTagPolicies.some((known) => known === found),
);
const memberKeys = { field, "isRequired?": truth, "group?": list(() => member) };
const member: Shape = object(memberKeys);
const overlayShape: Shape = object({
  "fields?": list(() => object({ tag, name: text, type, "values?": names })),
  "values?": list(() => object({ field, "add?": names, "isOpen?": truth })),
  "removeMessages?": list(() => text),
  "addMessages?": list(() =>
    object({ msgType: text, name: text, "isAdmin?": truth, members: list(() => member) }),
  ),
  "members?": list(() => object({ in: text, ...memberKeys })),
  "unknownTags?": policy,
});

function isTag(found: unknown): boolean {
  return Number.isSafeInteger(found) && Number(found) > 0;
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

function checkShape(shape: Shape, found: unknown, place: string, faults: string[]): void {
  switch (shape.kind) {
    case "value":
      if (!shape.accepts(found)) faults.push(faultAt(place, shape.expects, found));
      return;
    case "list":
      if (!Array.isArray(found)) faults.push(faultAt(place, "a list", found));
      else {
        for (const [at, item] of found.entries()) {
          checkShape(shape.of(), item, `${place}[${at}]`, faults);
        }
      }
      return;
    case "object":
      checkKeys(shape.keys, found, place, faults);
      return;
    default:
      shape satisfies never;
  }
}

function checkKeys(
  keys: Readonly<Record<string, Shape>>,
  found: unknown,
  place: string,
  faults: string[],
): void {
  if (!isObject(found)) {
    faults.push(faultAt(place, "an object", found));
    return;
  }
  const known = new Set<string>();
  for (const [written, shape] of Object.entries(keys)) {
    const key = written.replace("?", "");
    known.add(key);
    const isThere = Object.hasOwn(found, key) && found[key] !== undefined;
    if (isThere) checkShape(shape, found[key], `${place}.${key}`, faults);
    else if (!written.endsWith("?")) faults.push(`${place}.${key}: it is missing`);
  }
  for (const key of Object.keys(found)) {
    if (!known.has(key)) faults.push(`${place}.${key}: expected one of ${[...known].join(", ")}`);
  }
}

function faultAt(place: string, expected: string, found: unknown): string {
  return `${place}: expected ${expected}, was ${JSON.stringify(found) ?? String(found)}`;
}
