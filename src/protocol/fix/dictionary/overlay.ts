/** One counterparty's dictionary: the standard's, with what the overlay says otherwise. */
import type {
  Dictionary,
  FieldDefinition,
  GroupDefinition,
  Member,
  MemberList,
  MessageDefinition,
} from "./dictionary.ts";
import { listOf } from "./expand-table.ts";
import { fieldTypeOf } from "./field-types.ts";
import {
  type DictionaryOverlay,
  type OverlayField,
  type OverlayMember,
  type OverlayPlace,
  type OverlayValues,
  refuseOverlay,
} from "./overlay-config.ts";

/**
 * A new dictionary; the given one stays as it is. What an overlay does not touch is shared.
 *
 * The parts apply in the order of `DictionaryOverlay`: fields, values, messages removed, messages
 * added, members. `unknownTags` is for the validator.
 *
 * @throws OutsideError `INVALID_OVERLAY`, whose message names every field, message and group that
 *   is not there
 */
export function applyOverlay(dictionary: Dictionary, overlay: DictionaryOverlay): Dictionary {
  const faults: string[] = [];
  const fields = changeFields(dictionary.fields, overlay, faults);
  const tags = new Map([...fields.values()].map(({ tag, name }) => [name, tag]));
  const names: Names = { fields, tags, faults };
  const changed = {
    version: dictionary.version,
    fields,
    header: dictionary.header,
    trailer: dictionary.trailer,
    messages: new Map(dictionary.messages),
  };
  for (const name of overlay.removeMessages ?? []) {
    const message = findMessage(changed.messages, name);
    if (message === undefined) faults.push(`removeMessages: there is no message ${name}`);
    else changed.messages.delete(message.msgType);
  }
  for (const { msgType, name, isAdmin = false, members } of overlay.addMessages ?? []) {
    const list = listOf(membersOf(members, names, `addMessages ${name}`));
    changed.messages.set(msgType, { msgType, name, isAdmin, ...list });
  }
  for (const place of overlay.members ?? []) changePlace(changed, place, names);
  if (faults.length > 0) refuseOverlay(faults);
  return changed;
}

interface Names {
  readonly fields: ReadonlyMap<number, FieldDefinition>;
  readonly tags: ReadonlyMap<string, number>;
  readonly faults: string[];
}

interface Changing {
  header: MemberList;
  trailer: MemberList;
  readonly messages: Map<string, MessageDefinition>;
}

function changeFields(
  known: ReadonlyMap<number, FieldDefinition>,
  overlay: DictionaryOverlay,
  faults: string[],
): Map<number, FieldDefinition> {
  const fields = new Map(known);
  for (const field of overlay.fields ?? []) fields.set(field.tag, fieldOf(field));
  const tagOf = new Map<string, number>();
  for (const { tag, name } of fields.values()) {
    if (tagOf.has(name))
      faults.push(`fields: the name ${name} is taken by ${tagOf.get(name)} and ${tag}`);
    tagOf.set(name, tag);
  }
  for (const change of overlay.values ?? []) {
    const tag = typeof change.field === "number" ? change.field : tagOf.get(change.field);
    const field = tag === undefined ? undefined : fields.get(tag);
    if (field === undefined) faults.push(`values: there is no field ${change.field}`);
    else fields.set(field.tag, { ...field, values: changeValues(field, change) });
  }
  return fields;
}

function fieldOf({ tag, name, type, values }: OverlayField): FieldDefinition {
  return {
    tag,
    name,
    type: fieldTypeOf(type) ?? type,
    values: values && new Map(Object.entries(values)),
  };
}

/** A field without an enumeration has no need of another value: it stays open. */
function changeValues(field: FieldDefinition, change: OverlayValues): FieldDefinition["values"] {
  if (change.isOpen === true || field.values === undefined) return undefined;
  return new Map([...field.values, ...Object.entries(change.add ?? {})]);
}

function findMessage(
  messages: ReadonlyMap<string, MessageDefinition>,
  name: string,
): MessageDefinition | undefined {
  return messages.get(name) ?? messages.values().find((message) => message.name === name);
}

function membersOf(members: readonly OverlayMember[], names: Names, where: string): Member[] {
  return members.flatMap((member) => {
    const tag = tagOf(member.field, names, where);
    if (tag === undefined) return [];
    const { isRequired = false, group } = member;
    return { tag, isRequired, group: group && groupOf(tag, group, names, where) };
  });
}

function groupOf(
  countTag: number,
  members: readonly OverlayMember[],
  names: Names,
  where: string,
): GroupDefinition {
  const list = listOf(membersOf(members, names, where));
  const type = names.fields.get(countTag)?.type;
  if (type !== "NUMINGROUP" && type !== "INT") {
    names.faults.push(`${where}: ${countTag} counts a group, expected NUMINGROUP, was ${type}`);
  }
  if (members.length === 0) names.faults.push(`${where}: the group ${countTag} has no fields`);
  return { countTag, delimiterTag: list.members[0]?.tag ?? 0, ...list };
}

function tagOf(field: number | string, names: Names, where: string): number | undefined {
  const tag = typeof field === "number" ? field : names.tags.get(field);
  if (tag !== undefined && names.fields.has(tag)) return tag;
  names.faults.push(`${where}: there is no field ${field}`);
  return undefined;
}

function changePlace(changing: Changing, place: OverlayPlace, names: Names): void {
  const where = `members in ${place.in}`;
  const [top = "", ...way] = place.in.split("/");
  const [member] = membersOf([place], names, where);
  if (member === undefined) return;
  const isSilent = place.isRequired === undefined;
  const change = (list: MemberList) =>
    changeInside(list, way, { ...member, isSilent }, names, where);
  if (top === "header" || top === "trailer") {
    changing[top] = change(changing[top]);
    return;
  }
  const message = findMessage(changing.messages, top);
  if (message === undefined) names.faults.push(`${where}: there is no message ${top}`);
  else changing.messages.set(message.msgType, { ...message, ...change(message) });
}

/** A member to be put in its place; `isSilent` where the overlay does not say whether it is required. */
interface ChangedMember extends Member {
  readonly isSilent: boolean;
}

/** The list with the member at the end of the way through its groups. */
function changeInside(
  list: MemberList,
  way: readonly string[],
  member: ChangedMember,
  names: Names,
  where: string,
): MemberList {
  const [next, ...rest] = way;
  if (next === undefined) return put(list, member);
  const tag = /^\d+$/.test(next) ? Number(next) : names.tags.get(next);
  const step = tag === undefined ? undefined : list.byTag.get(tag);
  if (step?.group === undefined) {
    names.faults.push(`${where}: there is no group ${next}`);
    return list;
  }
  const inside = changeInside(step.group, rest, member, names, where);
  return put(list, { ...step, group: { ...step.group, ...inside }, isSilent: true });
}

/** A member that is there already keeps what the overlay does not say. */
function put(list: MemberList, { tag, isRequired, group, isSilent }: ChangedMember): MemberList {
  const known = list.byTag.get(tag);
  if (known === undefined) return listOf([...list.members, { tag, isRequired, group }]);
  const changed = {
    tag,
    isRequired: isSilent ? known.isRequired : isRequired,
    group: group ?? known.group,
  };
  return listOf(list.members.map((other) => (other.tag === tag ? changed : other)));
}
