import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type Fractions,
  isMonthYear,
  parseDate,
  parseTime,
  parseTzTime,
  parseTzTimestamp,
  parseUtcTimestamp,
} from "./time-parser.ts";
import { formatTimestamp, TimestampWriter } from "./timestamp.ts";

const second = Date.UTC(2024, 1, 29, 23, 59, 59);

function parsed<T>(parse: (bytes: Uint8Array, from: number, to: number) => T, text: string): T {
  // Neighbours on both sides must not matter.
  return parse(Buffer.from(`7${text}7`, "latin1"), 1, text.length + 1);
}

const timestampOf = (text: string, fractions?: Fractions): number =>
  parsed((bytes, from, to) => parseUtcTimestamp(bytes, from, to, fractions), text);

describe("a time stamp is written", () => {
  test("in seconds, milliseconds and microseconds", () => {
    equal(formatTimestamp(second + 7.125, "seconds"), "20240229-23:59:59");
    equal(formatTimestamp(second + 7.125), "20240229-23:59:59.007");
    equal(formatTimestamp(second + 7.125, "microseconds"), "20240229-23:59:59.007125");
    equal(formatTimestamp(second + 999.75, "milliseconds"), "20240229-23:59:59.999");
    equal(formatTimestamp(0, "seconds"), "19700101-00:00:00");
    equal(formatTimestamp(-1), "19691231-23:59:59.999");
  });

  test("right after any other, over seconds and days, back and forth", () => {
    const writer = new TimestampWriter();
    const bytes = Buffer.alloc(40);
    for (const step of [0, 1, 999, 1000, 86_400_000, -1, -86_400_000 * 60, 3_600_000]) {
      const at = writer.write(bytes, 3, second + step);
      const written = bytes.toString("latin1", 3, at);
      equal(
        written,
        new Date(second + step).toISOString().replaceAll("-", "").replace("T", "-").slice(0, -1),
      );
    }
  });

  test("so that it reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (ms) => {
        equal(timestampOf(formatTimestamp(ms)), ms);
        equal(timestampOf(formatTimestamp(ms, "microseconds")), ms);
      }),
      { numRuns: 200 },
    );
  });
});

describe("times are read strictly", () => {
  test("UTCTimestamp", () => {
    equal(timestampOf("20240229-23:59:59"), second);
    equal(timestampOf("20240229-23:59:59.250"), second + 250);
    equal(timestampOf("20240229-23:59:59.250500"), second + 250.5);
    equal(timestampOf("20240229-23:59:59.250500000"), second + 250.5);
    equal(timestampOf("20161231-23:59:60"), Date.UTC(2017, 0, 1));
    equal(timestampOf("00010101-00:00:00"), -62_135_596_800_000);
    const wrong = [
      ...["", "20240229", "20240229-23:59", "20240229-24:00:00", "20240229-23:60:00"],
      ...["20240229-23:59:61", "20230229-00:00:00", "20241301-00:00:00", "20240001-00:00:00"],
      ...["20240132-00:00:00", "20240100-00:00:00", "20240229 23:59:59", "20240229-23.59.59"],
      ...[
        "20240229-23:59:59.",
        "20240229-23:59:59.1",
        "20240229-23:59:59.12x",
        "2024022a-00:00:00",
      ],
      ...["20240229-23:59:59,123", "20240229-23:59:59.1234", "+0240229-23:59:59"],
      ...["20240229-23:59:59.1234567890123", "20240229-23:59:59Z", " 20240229-23:59:59"],
    ];
    for (const text of wrong) equal(timestampOf(text), Number.NaN, text);
  });

  test("UTCTimestamp with what a version permits of fractions", () => {
    equal(timestampOf("20240229-23:59:59.250", "milliseconds"), second + 250);
    equal(timestampOf("20240229-23:59:59.250500", "milliseconds"), Number.NaN);
    equal(timestampOf("20240229-23:59:59", "none"), second);
    equal(timestampOf("20240229-23:59:59.250", "none"), Number.NaN);
  });

  test("UTCTimeOnly and dates", () => {
    equal(parsed(parseTime, "00:00:00"), 0);
    equal(parsed(parseTime, "23:59:60.5"), Number.NaN);
    equal(parsed(parseTime, "12:30:01.500"), 45_001_500);
    equal(parsed(parseTime, "12:30"), Number.NaN);
    equal(parsed(parseDate, "20240229"), Date.UTC(2024, 1, 29));
    equal(parsed(parseDate, "19000229"), Number.NaN);
    equal(parsed(parseDate, "20000229"), Date.UTC(2000, 1, 29));
    equal(parsed(parseDate, "2024022"), Number.NaN);
  });

  test("MonthYear", () => {
    for (const text of ["202401", "20240131", "202412w1", "202412w5"]) {
      equal(parsed(isMonthYear, text), true, text);
    }
    for (const text of [
      "2024",
      "202413",
      "20240132",
      "202412w0",
      "202412w6",
      "2024-1",
      "2024011",
    ]) {
      equal(parsed(isMonthYear, text), false, text);
    }
  });

  test("TZTimestamp and TZTimeOnly", () => {
    const noon = Date.UTC(2024, 0, 2, 12);
    equal(parsed(parseTzTimestamp, "20240102-12:00Z"), noon);
    equal(parsed(parseTzTimestamp, "20240102-12:00:00Z"), noon);
    equal(parsed(parseTzTimestamp, "20240102-14:00:00.500+02"), noon + 500);
    equal(parsed(parseTzTimestamp, "20240102-06:30-05:30"), noon);
    equal(parsed(parseTzTimestamp, "20240102-12:00"), noon);
    equal(parsed(parseTzTime, "07:39Z"), 27_540_000);
    equal(parsed(parseTzTime, "02:39-05"), 27_540_000);
    for (const text of [
      "7:39Z",
      "07:39+2",
      "07:39+15",
      "07:39+02:60",
      "07:39ZZ",
      "24:00Z",
      "07:39:",
    ]) {
      equal(parsed(parseTzTime, text), Number.NaN, text);
    }
  });

  test("every day from 1900 to 2100 is the calendar's", () => {
    for (let ms = Date.UTC(1900, 0, 1); ms < Date.UTC(2100, 0, 1); ms += 86_400_000) {
      const text = formatTimestamp(ms, "seconds").slice(0, 8);
      if (parsed(parseDate, text) !== ms) equal(text, new Date(ms).toISOString());
    }
  });
});
