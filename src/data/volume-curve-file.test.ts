import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../core/trouble.ts";
import { formatVolumeCurve, parseVolumeCurve } from "./volume-curve-file.ts";

test("reads bins, header and comments, and scales the shares", () => {
  const text = "# mine\nstart,end,share\n09:30,10:00,3\n10:00,16:00,1\n";
  deepEqual(parseVolumeCurve(text, "curve.csv").shares, [0.75, 0.25]);
});

test("a curve that is written reads back the same, comments aside", () => {
  const curve = parseVolumeCurve(
    "00:00,00:00:30.5,1\n00:00:30.5,12:00,1\n12:00,24:00,2",
    "curve.csv",
  );
  const text = formatVolumeCurve(curve, ["of two days"]);
  equal(text.split("\n")[0], "# of two days");
  deepEqual(parseVolumeCurve(text, "written.csv"), curve);
});

for (const [name, text, expected] of [
  ["a gap", "09:30,10:00,1\n10:30,11:00,1", /curve\.csv:2: .*a start at the last end/],
  ["a negative share", "09:30,10:00,-1", /:1: .*a share from 0/],
  ["no share", "09:30,10:00,", /:1: .*a share from 0/],
  ["an end before the start", "10:00,09:30,1", /:1: .*an end after the start/],
  ["a word", "morning,noon,1", /:1: found "morning,noon,1", expected start,end,share/],
  ["nothing", "\n# only words\n", /curve\.csv: found no volume/],
  ["only zeros", "09:30,10:00,0", /found no volume/],
] as const) {
  test(`refuses ${name}, naming the line`, () => {
    throws(
      () => parseVolumeCurve(text, "curve.csv"),
      (error) => error instanceof InputError && expected.test(error.message),
    );
  });
}
