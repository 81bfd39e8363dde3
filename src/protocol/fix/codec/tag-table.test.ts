import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TagTable } from "./tag-table.ts";

test("a table has what it was given and nothing else", () => {
  const tag = fc.integer({ min: 1, max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.uniqueArray(tag, { maxLength: 300 }), fc.array(fc.integer()), (tags, others) => {
      const table = new TagTable(new Map(tags.map((each) => [each, -each])));
      for (const each of tags) equal(table.get(each), -each);
      for (const each of [0, -1, ...others.filter((other) => !tags.includes(other))]) {
        equal(table.get(each), undefined);
      }
    }),
    { numRuns: 200 },
  );
});
