/** From a table to a dictionary: components are written out where they are used. */
import { assert } from "../../../core/assert.ts";
import type {
  Dictionary,
  FieldDefinition,
  GroupDefinition,
  Member,
  MemberList,
  MessageDefinition,
} from "./dictionary.ts";
import {
  type DictionaryTable,
  type FieldRow,
  type MemberRow,
  readMemberRow,
} from "./dictionary-table.ts";

/**
 * The dictionary that a table describes.
 *
 * Components and groups are worked out once and shared by all messages that use them.
 *
 * @throws InvariantError where the table contradicts itself; tables that users bring are checked
 *   before (`xml-dictionary.ts`)
 */
export function dictionaryFromTable(table: DictionaryTable): Dictionary {
  const expand = createExpander(table);
  return {
    version: table.version,
    fields: readFields(table.fields),
    header: listOf(expand(table.header)),
    trailer: listOf(expand(table.trailer)),
    messages: new Map(
      table.messages.map(([msgType, name, category, members]): [string, MessageDefinition] => [
        msgType,
        { msgType, name, isAdmin: category === "admin", ...listOf(expand(members)) },
      ]),
    ),
  };
}

function readFields(rows: readonly FieldRow[]): Map<number, FieldDefinition> {
  const fields = new Map<number, FieldDefinition>();
  for (const [tag, name, type, values] of rows) {
    if (typeof values !== "number") {
      fields.set(tag, { tag, name, type, values: values && pairsOf(values) });
      continue;
    }
    const shared = fields.get(values)?.values;
    assert(shared !== undefined, "a list of values is shared with an earlier field");
    fields.set(tag, { tag, name, type, values: shared });
  }
  return fields;
}

function pairsOf(flat: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.set(flat[at]!, flat[at + 1]!);
  return pairs;
}

/**
 * A required member of a component that is not required itself may be left out: it is required only
 * of those who use the component. Members of a group are required of every entry.
 */
function createExpander(table: DictionaryTable): (rows: readonly MemberRow[]) => Member[] {
  const rowsOf = new Map(table.components);
  const required = new Map<string, readonly Member[]>();
  const optional = new Map<string, readonly Member[]>();

  function expand(rows: readonly MemberRow[]): Member[] {
    return rows.flatMap((row) => {
      const member = readMemberRow(row);
      if (member.kind === "component") {
        return member.isRequired ? expandRequired(member.name) : expandOptional(member.name);
      }
      const { tag, isRequired } = member;
      if (member.kind === "field") return { tag, isRequired, group: undefined };
      return { tag, isRequired, group: groupOf(tag, expand(member.members)) };
    });
  }

  function expandRequired(name: string): readonly Member[] {
    const known = required.get(name);
    if (known !== undefined) return known;
    const rows = rowsOf.get(name);
    assert(rows !== undefined, `the component ${name} is in the table`);
    // A component that uses another twice must not double with every level.
    const { members } = listOf(expand(rows));
    required.set(name, members);
    return members;
  }

  function expandOptional(name: string): readonly Member[] {
    const known = optional.get(name);
    if (known !== undefined) return known;
    const members = expandRequired(name).map((member) =>
      member.isRequired ? { ...member, isRequired: false } : member,
    );
    optional.set(name, members);
    return members;
  }

  return expand;
}

function groupOf(countTag: number, members: readonly Member[]): GroupDefinition {
  const delimiterTag = members[0]?.tag;
  assert(delimiterTag !== undefined, "a group has a first field");
  return { countTag, delimiterTag, ...listOf(members) };
}

/**
 * A list of members. Where components bring a field twice its first place counts, and it is required
 * if any of them says so.
 */
export function listOf(members: readonly Member[]): MemberList {
  const byTag = new Map<number, Member>();
  for (const member of members) {
    const first = byTag.get(member.tag);
    if (first === undefined) byTag.set(member.tag, member);
    else if (member.isRequired && !first.isRequired) {
      byTag.set(member.tag, { ...first, isRequired: true });
    }
  }
  return { members: [...byTag.values()], byTag };
}
