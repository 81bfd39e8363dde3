/** Tables on the terminal: no lines, numbers to the right, narrow enough to be read. */
import Table from "cli-table3";
import colors from "picocolors";

const noLines = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"],
    ...["bottom-right", "left", "left-mid", "right", "right-mid", "mid", "mid-mid", "middle"],
  ].map((place) => [place, ""]),
);

/** The first column holds names, the others numbers, or words after so many columns of words. */
export function createTable(head: readonly string[], wordColumns = 1): Table.Table {
  return new Table({
    head: [...head],
    colAligns: head.map((_, column) => (column < wordColumns ? "left" : "right")),
    style: { head: colors.isColorSupported ? ["bold"] : [], border: [], compact: true },
    chars: noLines,
  });
}
