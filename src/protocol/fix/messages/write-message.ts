/** From a typed message to the fields on the wire. */
import { assert } from "../../../core/assert.ts";
import type { FieldValue, OutboundField, OutboundMessage } from "../codec/message-view.ts";
import type { Dictionary, MemberList, MessageDefinition } from "../dictionary/dictionary.ts";
import { layoutOf, type Slot } from "./layout.ts";

/**
 * The body of a message, in the order of the dictionary, whatever the order of the properties.
 *
 * Properties are named by `propertyNameOf`; `kind` is left out, and so is what is undefined. Groups
 * are lists of objects, raw data is bytes whose length is written before them, lists of values are
 * lists of texts.
 *
 * @param name of the message: `NewOrderSingle`
 * @throws InvariantError where the dictionary has no such message or property, a required field is
 *   missing, or a value is not of its field's type
 */
export function encodeFields(
  dictionary: Dictionary,
  name: string,
  message: object,
): OutboundMessage {
  const definition = messageNamed(dictionary, name);
  assert(definition !== undefined, `${dictionary.version} has the message ${name}`);
  const fields: OutboundField[] = [];
  writeMembers(fields, dictionary, definition, message, name);
  return { msgType: definition.msgType, fields };
}

const namedMessages = new WeakMap<Dictionary, ReadonlyMap<string, MessageDefinition>>();

function messageNamed(dictionary: Dictionary, name: string): MessageDefinition | undefined {
  let byName = namedMessages.get(dictionary);
  if (byName === undefined) {
    byName = new Map([...dictionary.messages.values()].map((message) => [message.name, message]));
    namedMessages.set(dictionary, byName);
  }
  return byName.get(name);
}

function writeMembers(
  fields: OutboundField[],
  dictionary: Dictionary,
  list: MemberList,
  from: object,
  where: string,
): void {
  const layout = layoutOf(dictionary, list);
  const given: (readonly [slot: Slot, value: unknown])[] = [];
  for (const [property, value] of Object.entries(from)) {
    if (value === undefined || property === "kind") continue;
    const slot = layout.byProperty.get(property);
    assert(slot !== undefined, `${where} has the field ${property}`);
    given.push([slot, value]);
  }
  given.sort(([a], [b]) => a.place - b.place);
  for (const slot of layout.required) {
    const isGiven = given.some(([other]) => other === slot);
    assert(isGiven, `${where} has its required field ${slot.property}`);
  }
  for (const [slot, value] of given) writeSlot(fields, dictionary, slot, value, where);
}

function writeSlot(
  fields: OutboundField[],
  dictionary: Dictionary,
  slot: Slot,
  value: unknown,
  where: string,
): void {
  const { tag, group, property } = slot;
  if (group === undefined) {
    const written = fieldValueOf(slot, value, where);
    if (slot.lengthTag > 0) fields.push([slot.lengthTag, (value as Uint8Array).length]);
    fields.push([tag, written]);
    return;
  }
  assert(Array.isArray(value), `${where}.${property} is a list of entries`);
  fields.push([tag, value.length]);
  for (const [at, entry] of value.entries()) {
    const place = `${where}.${property}[${at}]`;
    assert(typeof entry === "object" && entry !== null, `${place} is an object`);
    const isBegun = fields.length;
    writeMembers(fields, dictionary, group, entry, place);
    assert(fields[isBegun]?.[0] === group.delimiterTag, `${place} begins with its first field`);
  }
}

function fieldValueOf(slot: Slot, value: unknown, where: string): FieldValue {
  const place = `${where}.${slot.property}`;
  switch (slot.kind) {
    case "text":
      return textOf(value, place);
    case "integer":
      assert(Number.isSafeInteger(value), `${place} is a whole number`);
      return value as number;
    case "decimal":
      assert(Number.isFinite(value), `${place} is a finite number`);
      return value as number;
    case "flag":
      assert(typeof value === "boolean", `${place} is true or false`);
      return value;
    case "list":
      assert(Array.isArray(value) && value.length > 0, `${place} is a list with something in it`);
      return value.map((item) => textOf(item, place)).join(" ");
    case "data":
      assert(value instanceof Uint8Array && value.length > 0, `${place} is bytes, one or more`);
      return value;
    default:
      return slot.kind satisfies never;
  }
}

/** A delimiter in a text would begin another field, which the counterparty would believe. */
function textOf(value: unknown, place: string): string {
  assert(typeof value === "string" && value !== "", `${place} is text with something in it`);
  assert(!value.includes("\x01"), `${place} has no delimiter in it`);
  return value;
}
