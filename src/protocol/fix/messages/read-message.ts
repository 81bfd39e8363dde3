/** From the fields on the wire to a typed message. */
import { OutsideError } from "../../../core/trouble.ts";
import type { MessageView } from "../codec/message-view.ts";
import type {
  Dictionary,
  GroupDefinition,
  MemberList,
  MessageDefinition,
} from "../dictionary/dictionary.ts";
import { layoutOf, type Slot } from "./layout.ts";

/** A message as an object: `kind` is its name, properties are named by `propertyNameOf`. */
export interface ReadMessage {
  readonly kind: string;
  readonly [property: string]: unknown;
}

/**
 * The body of a message. Header, trailer and tags that the definition does not have are left out; of
 * a tag that comes twice outside a group the first counts. Everything is copied, the view may go.
 *
 * Validate before: what is read here is not checked for values and required fields.
 *
 * @throws OutsideError `INVALID_FIELD` where a value is not of its field's type
 */
export function readMessage(
  view: MessageView,
  dictionary: Dictionary,
  definition: MessageDefinition,
): ReadMessage {
  const message: Record<string, unknown> = { kind: definition.name };
  readInto(message, view, 0, dictionary, definition, undefined);
  return message as ReadMessage;
}

/**
 * Reads fields from a place on. An entry of a group ends where its first field comes again, and where
 * a field comes that is none of the group's.
 *
 * @returns the place after the last field that was read
 */
function readInto(
  into: Record<string, unknown>,
  view: MessageView,
  from: number,
  dictionary: Dictionary,
  list: MemberList,
  group: GroupDefinition | undefined,
): number {
  const layout = layoutOf(dictionary, list);
  let place = from;
  while (place < view.count) {
    const tag = view.tags[place]!;
    if (group !== undefined) {
      if (!list.byTag.has(tag)) return place;
      if (tag === group.delimiterTag && place > from) return place;
    }
    const slot = layout.byTag.get(tag);
    if (slot === undefined) place++;
    else if (slot.group === undefined) {
      if (!Object.hasOwn(into, slot.property)) into[slot.property] = readValue(slot, view, place);
      place++;
    } else {
      const entries: Record<string, unknown>[] = [];
      into[slot.property] = entries;
      place = readEntries(entries, view, place, dictionary, slot.group);
    }
  }
  return place;
}

function readEntries(
  entries: Record<string, unknown>[],
  view: MessageView,
  countPlace: number,
  dictionary: Dictionary,
  group: GroupDefinition,
): number {
  const count = wholeNumber(view.textAt(countPlace), group.countTag);
  let place = countPlace + 1;
  while (entries.length < count && view.tags[place] === group.delimiterTag && place < view.count) {
    const entry: Record<string, unknown> = {};
    place = readInto(entry, view, place, dictionary, group, group);
    entries.push(entry);
  }
  if (entries.length < count) {
    refuse(group.countTag, `${count} entries`, `${entries.length} of them`);
  }
  return place;
}

function readValue(slot: Slot, view: MessageView, place: number): unknown {
  switch (slot.kind) {
    case "text":
      return view.textAt(place);
    case "integer":
      return wholeNumber(view.textAt(place), slot.tag);
    case "decimal":
      return decimalNumber(view.textAt(place), slot.tag);
    case "flag":
      return truth(view.textAt(place), slot.tag);
    case "list":
      return view.textAt(place).split(" ");
    case "data":
      return Uint8Array.from(view.bytes.subarray(view.starts[place], view.ends[place]));
    default:
      return slot.kind satisfies never;
  }
}

function wholeNumber(text: string, tag: number): number {
  if (!/^-?\d+$/.test(text)) refuse(tag, "a whole number", text);
  return Number(text);
}

function decimalNumber(text: string, tag: number): number {
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) refuse(tag, "a decimal number", text);
  return Number(text);
}

function truth(text: string, tag: number): boolean {
  if (text !== "Y" && text !== "N") refuse(tag, "Y or N", text);
  return text === "Y";
}

function refuse(tag: number, expected: string, found: string): never {
  throw new OutsideError("INVALID_FIELD", `tag ${tag}: expected ${expected}, was ${found}`, {
    canRetry: false,
  });
}
