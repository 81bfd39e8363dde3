/** The values of enumerated fields as constants: `Side.Buy` is `"1"`. */
import type { DictionaryTable, FieldRow } from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { valueKindOf } from "../src/protocol/fix/dictionary/field-types.ts";

/** One constant and one type for every field with a tag in `enumerated`. */
export function writeValues(table: DictionaryTable, enumerated: ReadonlySet<number>): string {
  const rows = table.fields.filter(([tag]) => enumerated.has(tag));
  const shared = new Map<string, string>();
  const blocks = rows.map((row) => {
    const [, name, type] = row;
    const isNumber = valueKindOf(type) === "integer";
    const values = valuesOf(table, row);
    const key = `${isNumber} ${JSON.stringify(values)}`;
    const first = shared.get(key);
    shared.set(key, first ?? name);
    const body =
      first !== undefined
        ? `{ ...${first} } as const`
        : `{\n${writeConstants(values, isNumber).join("\n")}\n} as const`;
    return `export const ${name} = ${body};\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];`;
  });
  const head = `/**
 * Values of enumerated fields of ${table.version}, by name.
 *
 * Made by \`tools/fix-messages.ts\`; not to be edited.
 */`;
  return `${[head, ...blocks].join("\n\n")}\n`;
}

/** Value, name, value, name, …; a list may be that of another field. */
export function valuesOf(table: DictionaryTable, row: FieldRow): readonly string[] {
  const values = row[3];
  if (typeof values !== "number") return values ?? [];
  const other = table.fields.find(([tag]) => tag === values);
  return other === undefined ? [] : valuesOf(table, other);
}

function writeConstants(values: readonly string[], isNumber: boolean): string[] {
  const taken = new Set<string>();
  const lines: string[] = [];
  for (let at = 0; at < values.length; at += 2) {
    const value = values[at]!;
    const wanted = constantName(values[at + 1]!);
    const name = taken.has(wanted) ? `${wanted}_${value.replace(/\W/g, "_")}` : wanted;
    taken.add(name);
    lines.push(`  ${name}: ${isNumber ? Number(value) : JSON.stringify(value)},`);
  }
  return lines;
}

/** `NEW_ORDER_SINGLE` is `NewOrderSingle`, `5_YR` is `_5Yr`. */
function constantName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join("");
  return /^[A-Z]/.test(joined) ? joined : `_${joined}`;
}
