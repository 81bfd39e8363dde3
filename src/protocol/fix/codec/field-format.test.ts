import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { ByteTable } from "./byte-table.ts";
import { formatOf, isInFormat } from "./field-format.ts";

/** Data type, texts that it permits, texts that it does not. */
const cases: readonly (readonly [type: string, right: string[], wrong: string[]])[] = [
  ["INT", ["0", "-1", "007", "123456789012345"], ["", "-", "+1", "1.0", "1e3", " 1", "1 ", "x"]],
  ["SEQNUM", ["1", "0"], ["", "-1", "1.5"]],
  ["NUMINGROUP", ["0", "12"], ["-1", "", "x"]],
  ["TAGNUM", ["1", "5001"], ["0", "01", "-1", ""]],
  [
    "PRICE",
    ["1", "-1.5", "0.0001", ".5", "23.", "00023.23", "-0"],
    ["", ".", "-", "+1", "1,5", "1e3", "1.2.3", "NaN"],
  ],
  ["CHAR", ["x", " "], ["", "xy"]],
  ["BOOLEAN", ["Y", "N"], ["", "y", "YES", "1"]],
  ["DAYOFMONTH", ["1", "09", "31"], ["0", "32", "", "001", "-1"]],
  ["UTCDATEONLY", ["20240229"], ["20230229", "2024-02-29", ""]],
  ["LOCALMKTDATE", ["19991231"], ["19991232"]],
  ["LOCALMKTTIME", ["12:00:00"], ["12:00", "25:00:00"]],
  ["MONTHYEAR", ["202402", "20240229", "202402w2"], ["20240230", "2024"]],
  ["TZTIMEONLY", ["07:39Z", "02:39-05"], ["07:39X", ""]],
  ["MULTIPLECHARVALUE", ["a", "a b c"], ["", "ab", "a  b", "a b ", " a"]],
  ["STRING", ["", "anything at all"], []],
  ["DATA", ["", "\x01\x00"], []],
  ["CURRENCY", ["USD"], []],
  ["NOTYPE", ["whatever"], []],
];

describe("values are in the format of their type", () => {
  for (const [type, right, wrong] of cases) {
    test(type, () => {
      const format = formatOf(type, "FIX.4.4");
      for (const [texts, expected] of [
        [right, true],
        [wrong, false],
      ] as const) {
        for (const text of texts) {
          const bytes = Buffer.from(`1${text}1`, "latin1");
          equal(isInFormat(format, bytes, 1, text.length + 1), expected, `"${text}"`);
        }
      }
    });
  }
});

test("a table of values has those and no others", () => {
  const texts = [
    "0",
    "A",
    "AB",
    "BA",
    "PRE-OPEN",
    "",
    ...Array.from({ length: 200 }, (_, n) => `v${n}`),
  ];
  const table = new ByteTable(texts);
  const has = (text: string): boolean => {
    const bytes = Buffer.from(`x${text}x`, "latin1");
    return table.has(bytes, 1, text.length + 1);
  };
  for (const text of texts) equal(has(text), true, text);
  for (const text of ["1", "B", "AA", "PRE-OPE", "PRE-OPENS", "v200", "v"]) equal(has(text), false);
  equal(new ByteTable([]).has(Buffer.from("ab"), 0, 2), false);
});
