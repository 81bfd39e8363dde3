import { equal, notEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compareMessages, readable } from "./compare.ts";

const wire = (text: string): string => text.replaceAll("|", "\u0001");
const expected = wire(
  "8=FIX.4.4|9=101|35=3|34=2|49=ISLD|52=00000000-00:00:00.000|56=TW44|45=2|58=CompID problem|372=D|10=0|",
);
const good = wire(
  "8=FIX.4.4|9=101|35=3|34=2|49=ISLD|52=20261121-12:00:59.123|56=TW44|45=2|58=CompID problem|372=D|10=213|",
);

describe("a message is compared to the letter", () => {
  test("times and CheckSum need only the right shape", () => {
    equal(compareMessages(expected, good), undefined);
  });

  for (const [what, change, found] of [
    ["another BodyLength", ["9=101", "9=102"], /field 2: 9=102/],
    ["a zero in front", ["9=101", "9=0101"], /field 2: 9=0101/],
    ["another text", ["CompID problem", "CompID Problem"], /field 9: 58=CompID Problem/],
    [
      "another order",
      ["49=ISLD|52=20261121-12:00:59.123|56=TW44", "56=TW44|49=ISLD|52=20261121-12:00:59.123"],
      /field 5: 56=TW44/,
    ],
    ["a field left out", ["45=2|", ""], /field 8: 58=/],
    ["a field too many", ["372=D|", "372=D|373=9|"], /field 11: 373=9/],
    ["a time without seconds", ["12:00:59.123", "12:00"], /field 6: 52=20261121-12:00 /],
    ["a time with odd fractions", ["59.123", "59.12"], /field 6: 52=20261121-12:00:59\.12 /],
    ["a CheckSum of two digits", ["10=213", "10=13"], /field 11: 10=13/],
    ["a value that holds =", ["372=D", "372=D=x"], /field 10: 372=D=x/],
  ] as const) {
    test(`${what} is a difference`, () => {
      const changed = wire(good.replaceAll("\u0001", "|").replace(change[0], change[1]));
      notEqual(changed, good);
      const difference = compareMessages(expected, changed);
      ok(difference !== undefined && found.test(difference.found), JSON.stringify(difference));
    });
  }

  test("the end of a message missing is a difference on both sides", () => {
    const cut = good.slice(0, good.lastIndexOf("10="));
    ok(compareMessages(expected, cut)?.found.startsWith("no field 11"));
    ok(compareMessages(cut.replace("20261121-12:00:59.123", "00000000-00:00:00.000"), good));
  });

  test("no message with one letter changed outside times and CheckSum passes", () => {
    const free = /(?<=\|(?:52|10)=)[^|]*/g;
    const fixed = [...good].map((_, place) => place);
    for (const hit of good.replaceAll("\u0001", "|").matchAll(free)) {
      for (let place = hit.index; place < hit.index + hit[0].length; place++) fixed[place] = -1;
    }
    const places = fixed.filter((place) => place >= 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.string({ minLength: 1, maxLength: 1 }),
        (place, letter) => {
          fc.pre(good[place] !== letter);
          const changed = good.slice(0, place) + letter + good.slice(place + 1);
          notEqual(compareMessages(expected, changed), undefined, readable(changed));
        },
      ),
    );
  });

  test("what is shown of a message is the same on every run", () => {
    equal(
      readable(good),
      "8=FIX.4.4|9=101|35=3|34=2|49=ISLD|52=00000000-00:00:00.000|56=TW44|45=2|58=CompID problem|372=D|10=000|",
    );
  });
});
