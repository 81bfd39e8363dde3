/**
 * A dictionary as it lies on disk: plain JSON, components by name, one row a line.
 *
 * The tables beside this file are made by `tools/fix-dictionary.ts`, which also says in `source`
 * where their facts come from. `expand-table.ts` writes the components out.
 */
import type { FixVersion } from "./dictionary.ts";

/**
 * Value, name, value, name, …; or the tag of a field that has the same list.
 */
export type ValueList = readonly string[] | number;

export type FieldRow =
  | readonly [tag: number, name: string, type: string]
  | readonly [tag: number, name: string, type: string, values: ValueList];

/**
 * One thing in a list of members. A number is the tag of a field, a list begins with the tag of
 * NumInGroup and goes on with the members of an entry, a text is the name of a component. An
 * exclamation mark makes it required: `11` and `"11!"`, `[453, …]` and `["453!", …]`,
 * `"Instrument"` and `"Instrument!"`.
 */
export type MemberRow = number | string | readonly MemberRow[];

export type ComponentRow = readonly [name: string, members: readonly MemberRow[]];

export type MessageRow = readonly [
  msgType: string,
  name: string,
  category: "admin" | "app",
  members: readonly MemberRow[],
];

export interface DictionaryTable {
  readonly version: FixVersion;
  /** Where the facts were taken from, and what was put right. */
  readonly source: readonly string[];
  readonly fields: readonly FieldRow[];
  readonly components: readonly ComponentRow[];
  readonly header: readonly MemberRow[];
  readonly trailer: readonly MemberRow[];
  readonly messages: readonly MessageRow[];
}

/** What one row of a list of members says. */
export type TableMember =
  | { readonly kind: "field"; readonly tag: number; readonly isRequired: boolean }
  | { readonly kind: "component"; readonly name: string; readonly isRequired: boolean }
  | {
      readonly kind: "group";
      readonly tag: number;
      readonly isRequired: boolean;
      readonly members: readonly MemberRow[];
    };

export function readMemberRow(row: MemberRow): TableMember {
  if (typeof row === "number") return { kind: "field", tag: row, isRequired: false };
  if (typeof row !== "string") {
    const [count, ...members] = row;
    const isRequired = typeof count === "string";
    return { kind: "group", tag: tagOf(count), isRequired, members };
  }
  const isRequired = row.endsWith("!");
  const name = isRequired ? row.slice(0, -1) : row;
  if (/^\d/.test(name)) return { kind: "field", tag: Number(name), isRequired };
  return { kind: "component", name, isRequired };
}

export function writeMemberRow(member: TableMember): MemberRow {
  const mark = member.isRequired ? "!" : "";
  if (member.kind === "component") return `${member.name}${mark}`;
  const count = member.isRequired ? `${member.tag}!` : member.tag;
  return member.kind === "field" ? count : [count, ...member.members];
}

function tagOf(count: MemberRow | undefined): number {
  return typeof count === "number" ? count : Number.parseInt(String(count), 10);
}
