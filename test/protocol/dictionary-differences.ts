/** How two dictionaries of one version differ, a line for each kind of difference. */
import type {
  Dictionary,
  Member,
  MemberList,
} from "../../src/protocol/fix/dictionary/dictionary.ts";

/**
 * One line for every difference, those of a kind together. `here` is the first, `there` the second.
 * Names of fields, messages and values count as differences of their own.
 */
export function findDifferences(here: Dictionary, there: Dictionary): string[] {
  const found = new Gathering();
  compareKeys(found, "tag", here.fields.keys(), there.fields.keys());
  for (const field of here.fields.values()) {
    const other = there.fields.get(field.tag);
    if (other === undefined) continue;
    const { tag } = field;
    if (field.name !== other.name) found.add(`named ${field.name} here, ${other.name} there`, tag);
    if (field.type !== other.type) found.add(`type ${field.type} here, ${other.type} there`, tag);
    // Of a BOOLEAN the type says which values there are.
    if (field.type !== "BOOLEAN") compareValues(found, tag, field.values, other.values);
  }
  compareKeys(found, "message", here.messages.keys(), there.messages.keys());
  for (const message of here.messages.values()) {
    const other = there.messages.get(message.msgType);
    if (other === undefined) continue;
    const { msgType, name, isAdmin } = message;
    if (name !== other.name) found.add(`named ${name} here, ${other.name} there`, msgType);
    if (isAdmin !== other.isAdmin) found.add(`admin is ${isAdmin} here`, msgType);
    compareMembers(found, msgType, "", message, other);
  }
  compareMembers(found, "header", "", here.header, there.header);
  compareMembers(found, "trailer", "", here.trailer, there.trailer);
  return found.lines();
}

/** Gathers places under what is different there. */
class Gathering {
  readonly #places = new Map<string, Set<string>>();

  add(difference: string, place: string | number): void {
    const places = this.#places.get(difference) ?? new Set();
    this.#places.set(difference, places.add(String(place)));
  }

  lines(): string[] {
    return [...this.#places].map(([text, places]) => `${text}: ${[...places].join(" ")}`);
  }
}

function compareKeys<Key extends string | number>(
  found: Gathering,
  what: string,
  here: Iterable<Key>,
  there: Iterable<Key>,
): void {
  const ours = new Set(here);
  const theirs = new Set(there);
  for (const key of ours.difference(theirs)) found.add(`${what} only here`, key);
  for (const key of theirs.difference(ours)) found.add(`${what} only there`, key);
}

type Values = ReadonlyMap<string, string> | undefined;

function compareValues(found: Gathering, tag: number, here: Values, there: Values): void {
  if (here === undefined || there === undefined) {
    if (here !== there) found.add(`values ${here ? "free there" : "free here"}`, tag);
    return;
  }
  compareKeys(found, `value of ${tag}`, here.keys(), there.keys());
  for (const [value, name] of here) {
    const other = there.get(value);
    if (other !== undefined && other !== name)
      found.add("value named otherwise", `${tag}=${value}`);
  }
}

function compareMembers(
  found: Gathering,
  place: string,
  way: string,
  here: MemberList,
  there: MemberList,
): void {
  const ours = here.members.map(({ tag }) => tag);
  const theirs = there.members.map(({ tag }) => tag);
  compareTags(found, place, way, ours, theirs);
  const both = ours.filter((tag) => there.byTag.has(tag));
  const order = theirs.filter((tag) => here.byTag.has(tag));
  if (both.join() !== order.join()) found.add(`order${way === "" ? "" : ` in ${way}`}`, place);
  for (const member of here.members) {
    const other = there.byTag.get(member.tag);
    if (other !== undefined) compareMember(found, place, way, member, other);
  }
}

function compareMember(
  found: Gathering,
  place: string,
  way: string,
  member: Member,
  other: Member,
): void {
  const what = `${way}${member.tag}`;
  if (member.isRequired !== other.isRequired) {
    found.add(`${what} required ${member.isRequired ? "here" : "there"}`, place);
  }
  const { group } = member;
  if (group === undefined || other.group === undefined) {
    const where = group === undefined ? "there" : "here";
    if (group !== other.group) found.add(`${what} a group ${where}`, place);
    return;
  }
  const { delimiterTag } = other.group;
  if (group.delimiterTag !== delimiterTag) {
    found.add(`${what} begins with ${group.delimiterTag} here, ${delimiterTag} there`, place);
  }
  compareMembers(found, place, `${member.tag}/`, group, other.group);
}

function compareTags(
  found: Gathering,
  place: string,
  way: string,
  here: readonly number[],
  there: readonly number[],
): void {
  const ours = new Set(here);
  const theirs = new Set(there);
  for (const tag of ours.difference(theirs)) found.add(`${way}${tag} only here`, place);
  for (const tag of theirs.difference(ours)) found.add(`${way}${tag} only there`, place);
}
