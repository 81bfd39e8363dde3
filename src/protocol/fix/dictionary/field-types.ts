/**
 * Data types of fields, as dictionaries name them, and what each is to a program (FIX 4.4 vol. 1,
 * "Data types"; FIX 5.0SP2 vol. 1, "Datatypes").
 */

/**
 * - `text`: anything else, times and dates included
 * - `list`: several values with a blank between them
 * - `length`: bytes of the raw data that follows
 * - `count`: entries of the group that follows
 */
export type ValueKind =
  | "text"
  | "integer"
  | "decimal"
  | "flag"
  | "list"
  | "data"
  | "length"
  | "count";

const kinds: ReadonlyMap<string, ValueKind> = new Map([
  ...kindOfAll("integer", "INT SEQNUM TAGNUM DAYOFMONTH"),
  ...kindOfAll("decimal", "FLOAT QTY PRICE PRICEOFFSET AMT PERCENTAGE"),
  ...kindOfAll("flag", "BOOLEAN"),
  ...kindOfAll("list", "MULTIPLEVALUESTRING MULTIPLECHARVALUE MULTIPLESTRINGVALUE"),
  ...kindOfAll("data", "DATA XMLDATA"),
  ...kindOfAll("length", "LENGTH"),
  ...kindOfAll("count", "NUMINGROUP"),
  ...kindOfAll("text", "STRING CHAR CURRENCY COUNTRY EXCHANGE LANGUAGE XID XIDREF PATTERN TENOR"),
  ...kindOfAll("text", "UTCTIMESTAMP UTCDATE UTCDATEONLY UTCTIMEONLY LOCALMKTDATE LOCALMKTTIME"),
  ...kindOfAll("text", "TZTIMESTAMP TZTIMEONLY MONTHYEAR DATE TIME"),
]);

function kindOfAll(kind: ValueKind, types: string): [string, ValueKind][] {
  return types.split(" ").map((type) => [type, kind]);
}

/** `MONTH-YEAR` and `month-year` are MONTHYEAR; undefined for a type that no version has. */
export function fieldTypeOf(written: string): string | undefined {
  const type = written.toUpperCase().replaceAll("-", "");
  return kinds.has(type) ? type : undefined;
}

/** What a type is to a program; a type that is not known is text. */
export function valueKindOf(type: string): ValueKind {
  return kinds.get(type) ?? "text";
}
