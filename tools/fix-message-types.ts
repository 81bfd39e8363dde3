/** Interfaces of messages, components and groups. */
import { rawDataFields } from "../src/protocol/fix/codec/raw-data-fields.ts";
import {
  type DictionaryTable,
  type FieldRow,
  type MemberRow,
  readMemberRow,
  type TableMember,
} from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { valueKindOf } from "../src/protocol/fix/dictionary/field-types.ts";
import { propertyNameOf } from "../src/protocol/fix/messages/property-name.ts";
import { valuesOf } from "./fix-message-values.ts";

/**
 * Fields from this tag on describe the payment streams, schedules and provisions of derivatives that
 * are dealt over the counter (FIX 5.0SP2, extension packs 161 and later). Execution has no use for
 * them, and they would make two thirds of the file.
 */
const derivativeTagMin = 40_000;

/** Counterparties agree on values of their own: 847 from 1000 on (FIX 4.4 vol. 6, TargetStrategy). */
const openTags: ReadonlySet<number> = new Set([847]);

export interface WrittenTypes {
  readonly text: string;
  /** Tags of the fields whose values are named in the other file. */
  readonly enumerated: ReadonlySet<number>;
}

/** The messages of a version with one of these types, and all that they use. */
export function writeInterfaces(
  table: DictionaryTable,
  msgTypes: ReadonlySet<string>,
  fileName: string,
): WrittenTypes {
  return new TypeWriter(table).write(msgTypes, fileName);
}

type Group = Extract<TableMember, { kind: "group" }>;

class TypeWriter {
  readonly #table: DictionaryTable;
  readonly #fields: ReadonlyMap<number, FieldRow>;
  readonly #components: ReadonlyMap<string, readonly MemberRow[]>;
  /** Names of components in the order in which they are used, with their text. */
  readonly #written = new Map<string, string>();
  /** Name of every group by its members, and the other way round. */
  readonly #groupNames = new Map<string, string>();
  readonly #enumerated = new Set<number>();

  constructor(table: DictionaryTable) {
    this.#table = table;
    this.#fields = new Map(table.fields.map((row) => [row[0], row]));
    this.#components = new Map(table.components.map(([name, rows]) => [name, this.#prune(rows)]));
  }

  write(msgTypes: ReadonlySet<string>, fileName: string): WrittenTypes {
    const messages = this.#table.messages
      .filter(([msgType]) => msgTypes.has(msgType))
      .map(([msgType, name, , rows]) => ({ msgType, name, rows: this.#prune(rows) }));
    this.#nameGroups(messages);
    const texts = messages.map(({ msgType, name, rows }) => {
      const head = `/** MsgType ${msgType}. */\n`;
      return head + this.#interface(name, rows, [`  readonly kind: "${name}";`]);
    });
    const kinds = messages.map(({ name }) => name);
    const prefix = fileName[0]!.toUpperCase() + fileName.slice(1);
    const union = `export type ${prefix}Message =\n${kinds.map((kind) => `  | ${kind}`).join("\n")};`;
    const list = `/** Of all of them. */\nexport const ${fileName}Kinds = [\n${kinds
      .map((kind) => `  "${kind}",`)
      .join("\n")}\n] as const;`;
    const blocks = [this.#head(fileName), union, list, ...texts, ...this.#written.values()];
    return { text: `${blocks.join("\n\n")}\n`, enumerated: this.#enumerated };
  }

  #head(fileName: string): string {
    const values =
      this.#enumerated.size > 0 ? `\nimport type * as v from "./${fileName}-values.ts";` : "";
    return `/**
 * Messages of ${this.#table.version}: what \`bindMessages\` writes and reads. After a field its tag.
 *
 * Made by \`tools/fix-messages.ts\`; not to be edited.
 */${values}`;
  }

  /** Without fields for derivatives, without components and groups that have nothing else. */
  #prune(rows: readonly MemberRow[]): MemberRow[] {
    const rowsOf = new Map(this.#table.components);
    return rows.flatMap((row): MemberRow[] => {
      const member = readMemberRow(row);
      if (member.kind === "component") {
        const inside = rowsOf.get(member.name) ?? [];
        return this.#prune(inside).length > 0 ? [row] : [];
      }
      if (member.tag >= derivativeTagMin) return [];
      if (member.kind === "field") return [row];
      const inside = this.#prune(member.members);
      return inside.length > 0 ? [[(row as readonly MemberRow[])[0]!, ...inside]] : [];
    });
  }

  /**
   * A group is called after what it counts, `PartyIDsGroup`. Where two groups of one name differ, all
   * of that name carry the name of their message or component before it.
   */
  #nameGroups(
    messages: readonly { readonly name: string; readonly rows: readonly MemberRow[] }[],
  ): void {
    const found = new Map<string, Map<string, string>>();
    const seen = new Set<string>();
    const visit = (owner: string, rows: readonly MemberRow[]): void => {
      for (const row of rows) {
        const member = readMemberRow(row);
        if (member.kind === "component" && !seen.has(member.name)) {
          seen.add(member.name);
          visit(member.name, this.#components.get(member.name) ?? []);
        }
        if (member.kind !== "group") continue;
        const name = this.#plainGroupName(member);
        const owners = found.get(name) ?? new Map<string, string>();
        found.set(name, owners);
        const key = keyOf(member);
        if (!owners.has(key)) owners.set(key, owner);
        visit(owner, member.members);
      }
    };
    for (const { name, rows } of messages) visit(name, rows);
    for (const [name, owners] of found) {
      for (const [key, owner] of owners) {
        this.#groupNames.set(key, owners.size > 1 ? `${owner}${name}` : name);
      }
    }
  }

  #plainGroupName(group: Group): string {
    return `${this.#field(group.tag)[1].replace(/^No(?=[A-Z])/, "")}Group`;
  }

  #interface(name: string, rows: readonly MemberRow[], first: readonly string[] = []): string {
    const bases: string[] = [];
    const lines = [...first];
    for (const row of rows) {
      const member = readMemberRow(row);
      if (member.kind === "component") bases.push(this.#base(member));
      else lines.push(...this.#property(member, rows, member.isRequired));
    }
    const from = bases.length === 0 ? "" : ` extends ${bases.join(", ")}`;
    const head = `export interface ${name}${from}`;
    return lines.length === 0 ? `${head} {}` : `${head} {\n${lines.join("\n")}\n}`;
  }

  /** A component that may be left out has no required members. */
  #base(component: Extract<TableMember, { kind: "component" }>): string {
    const { name, isRequired } = component;
    const rows = this.#components.get(name) ?? [];
    if (!this.#written.has(name)) {
      this.#written.set(name, "");
      this.#written.set(name, this.#interface(name, rows));
    }
    return isRequired || !this.#hasRequired(rows) ? name : `Partial<${name}>`;
  }

  #hasRequired(rows: readonly MemberRow[]): boolean {
    return rows.some((row) => {
      const member = readMemberRow(row);
      if (!member.isRequired) return false;
      if (member.kind !== "component") return true;
      return this.#hasRequired(this.#components.get(member.name) ?? []);
    });
  }

  #property(
    member: Exclude<TableMember, { kind: "component" }>,
    rows: readonly MemberRow[],
    isRequired: boolean,
  ): string[] {
    const dataTag = rawDataFields.get(member.tag);
    if (dataTag !== undefined && rows.some((row) => tagOf(row) === dataTag)) return [];
    const type =
      member.kind === "group" ? this.#group(member) : this.#type(this.#field(member.tag));
    const name = propertyNameOf(this.#field(member.tag)[1]);
    return [`  readonly ${name}${isRequired ? "" : "?"}: ${type}; // ${member.tag}`];
  }

  /** The first field of an entry begins it, and is always there. */
  #group(group: Group): string {
    const name = this.#groupNames.get(keyOf(group))!;
    if (!this.#written.has(name)) {
      this.#written.set(name, "");
      const [first, ...rest] = group.members;
      const begin = readMemberRow(first!);
      const rows = begin.kind === "field" ? [`${begin.tag}!`, ...rest] : group.members;
      this.#written.set(name, this.#interface(name, rows));
    }
    return `readonly ${name}[]`;
  }

  #type(row: FieldRow): string {
    const [tag, name, type] = row;
    const kind = valueKindOf(type);
    const plain = plainTypes[kind];
    const isEnumerated = valuesOf(this.#table, row).length > 0;
    if (kind === "flag" || kind === "decimal" || !isEnumerated) {
      return kind === "list" ? "readonly string[]" : plain;
    }
    this.#enumerated.add(tag);
    const named = openTags.has(tag) ? `v.${name} | (${plain} & {})` : `v.${name}`;
    return kind === "list" ? `readonly ${named}[]` : named;
  }

  #field(tag: number): FieldRow {
    const row = this.#fields.get(tag);
    if (row === undefined) throw new Error(`${this.#table.version} has no field ${tag}`);
    return row;
  }
}

const plainTypes = {
  text: "string",
  integer: "number",
  decimal: "number",
  flag: "boolean",
  list: "string",
  data: "Uint8Array",
  length: "number",
  count: "number",
} as const;

function tagOf(row: MemberRow): number | undefined {
  const member = readMemberRow(row);
  return member.kind === "component" ? undefined : member.tag;
}

/** Groups with the same key are one type. */
function keyOf(group: Group): string {
  return JSON.stringify([group.tag, ...group.members]);
}
