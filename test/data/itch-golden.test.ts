/**
 * Every message of ITCH 5.0 as bytes, written by hand from the specification's tables: offset, hex
 * and value of each field ("Nasdaq TotalView-ITCH 5.0", §1.1 to §1.8).
 */
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { itchBytesOfType, itchTypes } from "../../src/data/itch/layout.ts";
import {
  decodeItchMessage,
  encodeItchMessage,
  type ItchMessage,
} from "../../src/data/itch/message.ts";

type Field = readonly [offset: number, hex: string, name: string, value: string | number | bigint];

/** Locate 0x1a2b, tracking number 0x3c4d, 09:30:00.000000001. */
const headHex = "1a2b 3c4d 1f1aced9f001";
const head = { stockLocate: 6699, trackingNumber: 15437, timeNs: 34_200_000_000_001 };
/** "AMZN" padded to eight. */
const amzn = "414d5a4e20202020";

const messages: readonly {
  readonly type: string;
  readonly typeHex: string;
  readonly length: number;
  readonly fields: readonly Field[];
}[] = [
  { type: "S", typeHex: "53", length: 12, fields: [[11, "4f", "eventCode", "O"]] },
  {
    type: "R",
    typeHex: "52",
    length: 39,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "51", "marketCategory", "Q"],
      [20, "4e", "financialStatus", "N"],
      [21, "00000064", "roundLotSize", 100],
      [25, "59", "roundLotsOnly", "Y"],
      [26, "43", "issueClassification", "C"],
      [27, "5a20", "issueSubType", "Z"],
      [29, "50", "authenticity", "P"],
      [30, "4e", "shortSaleThreshold", "N"],
      [31, "20", "ipoFlag", ""],
      [32, "31", "luldReferencePriceTier", "1"],
      [33, "4e", "etpFlag", "N"],
      [34, "00000003", "etpLeverageFactor", 3],
      [38, "59", "inverseIndicator", "Y"],
    ],
  },
  {
    type: "H",
    typeHex: "48",
    length: 25,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "50", "tradingState", "P"],
      [20, "20", "reserved", ""],
      [21, "4c554450", "reason", "LUDP"],
    ],
  },
  {
    type: "Y",
    typeHex: "59",
    length: 20,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "32", "action", "2"],
    ],
  },
  {
    type: "L",
    typeHex: "4c",
    length: 26,
    fields: [
      [11, "4142434c", "mpid", "ABCL"],
      [15, amzn, "stock", "AMZN"],
      [23, "59", "primaryMarketMaker", "Y"],
      [24, "4e", "marketMakerMode", "N"],
      [25, "41", "participantState", "A"],
    ],
  },
  {
    type: "V",
    typeHex: "56",
    length: 35,
    fields: [
      [11, "0000003a35294400", "level1", 250_000_000_000n],
      [19, "00000037e11d6000", "level2", 240_000_000_000n],
      [27, "0000002e90edd000", "level3", 200_000_000_000n],
    ],
  },
  { type: "W", typeHex: "57", length: 12, fields: [[11, "33", "breachedLevel", "3"]] },
  {
    type: "K",
    typeHex: "4b",
    length: 28,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "00008ca0", "releaseTime", 36_000],
      [23, "41", "releaseQualifier", "A"],
      [24, "0002bf20", "ipoPrice", 180_000],
    ],
  },
  {
    type: "J",
    typeHex: "4a",
    length: 35,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "00219920", "referencePrice", 2_201_888],
      [23, "002328c0", "upperCollar", 2_304_192],
      [27, "00200000", "lowerCollar", 2_097_152],
      [31, "00000001", "extension", 1],
    ],
  },
  {
    type: "h",
    typeHex: "68",
    length: 21,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "51", "marketCode", "Q"],
      [20, "48", "haltAction", "H"],
    ],
  },
  {
    type: "A",
    typeHex: "41",
    length: 36,
    fields: [
      [11, "0000000000abcdef", "orderId", 11_259_375n],
      [19, "42", "side", "B"],
      [20, "000000c8", "shares", 200],
      [24, amzn, "stock", "AMZN"],
      [32, "0021f2a4", "price", 2_224_804],
    ],
  },
  {
    type: "F",
    typeHex: "46",
    length: 40,
    fields: [
      [11, "0000000000abcdf0", "orderId", 11_259_376n],
      [19, "53", "side", "S"],
      [20, "00000001", "shares", 1],
      [24, amzn, "stock", "AMZN"],
      [32, "77359400", "price", 2_000_000_000],
      [36, "4e495445", "attribution", "NITE"],
    ],
  },
  {
    type: "E",
    typeHex: "45",
    length: 31,
    fields: [
      [11, "0000000000abcdef", "orderId", 11_259_375n],
      [19, "00000064", "shares", 100],
      [23, "0000000000000102", "matchNumber", 258n],
    ],
  },
  {
    type: "C",
    typeHex: "43",
    length: 36,
    fields: [
      [11, "0000000000abcdef", "orderId", 11_259_375n],
      [19, "00000064", "shares", 100],
      [23, "0000000000000103", "matchNumber", 259n],
      [31, "4e", "printable", "N"],
      [32, "0021f2a5", "price", 2_224_805],
    ],
  },
  {
    type: "X",
    typeHex: "58",
    length: 23,
    fields: [
      [11, "0000000000abcdef", "orderId", 11_259_375n],
      [19, "0000000a", "shares", 10],
    ],
  },
  {
    type: "D",
    typeHex: "44",
    length: 19,
    fields: [[11, "0000000000abcdef", "orderId", 11_259_375n]],
  },
  {
    type: "U",
    typeHex: "55",
    length: 35,
    fields: [
      [11, "0000000000abcdef", "orderId", 11_259_375n],
      [19, "0000000100000000", "newOrderId", 4_294_967_296n],
      [27, "0000012c", "shares", 300],
      [31, "0021f308", "price", 2_224_904],
    ],
  },
  {
    type: "P",
    typeHex: "50",
    length: 44,
    fields: [
      [11, "0000000000000000", "orderId", 0n],
      [19, "42", "side", "B"],
      [20, "0000002a", "shares", 42],
      [24, amzn, "stock", "AMZN"],
      [32, "0021f2d6", "price", 2_224_854],
      [36, "0000000000000104", "matchNumber", 260n],
    ],
  },
  {
    type: "Q",
    typeHex: "51",
    length: 40,
    fields: [
      [11, "0000000000015f90", "shares", 90_000n],
      [19, amzn, "stock", "AMZN"],
      [27, "0021f2a4", "price", 2_224_804],
      [31, "0000000000000105", "matchNumber", 261n],
      [39, "4f", "crossType", "O"],
    ],
  },
  { type: "B", typeHex: "42", length: 19, fields: [[11, "0000000000000102", "matchNumber", 258n]] },
  {
    type: "I",
    typeHex: "49",
    length: 50,
    fields: [
      [11, "0000000000001388", "pairedShares", 5000n],
      [19, "00000000000003e8", "imbalanceShares", 1000n],
      [27, "42", "imbalanceDirection", "B"],
      [28, amzn, "stock", "AMZN"],
      [36, "0021f240", "farPrice", 2_224_704],
      [40, "0021f272", "nearPrice", 2_224_754],
      [44, "0021f2a4", "currentReferencePrice", 2_224_804],
      [48, "43", "crossType", "C"],
      [49, "4c", "priceVariation", "L"],
    ],
  },
  {
    type: "N",
    typeHex: "4e",
    length: 20,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "41", "interestFlag", "A"],
    ],
  },
  {
    type: "O",
    typeHex: "4f",
    length: 48,
    fields: [
      [11, amzn, "stock", "AMZN"],
      [19, "59", "openEligibility", "Y"],
      [20, "00027100", "minAllowablePrice", 160_000],
      [24, "0036ee80", "maxAllowablePrice", 3_600_000],
      [28, "001e8480", "nearExecutionPrice", 2_000_000],
      [32, "00001f1aced9f000", "nearExecutionTime", 34_200_000_000_000n],
      [40, "001b7740", "lowerCollar", 1_800_000],
      [44, "002191c0", "upperCollar", 2_200_000],
    ],
  },
];

test("the vectors are those of every type, and leave no byte out", () => {
  deepEqual(messages.map(({ type }) => type).join(""), itchTypes.join(""));
  for (const { type, length, fields } of messages) {
    equal(itchBytesOfType[type.charCodeAt(0)], length, type);
    let at = 11;
    for (const [offset, hex, name] of fields) {
      equal(offset, at, `${type}.${name}`);
      at += hex.length / 2;
    }
    equal(at, length, type);
  }
});

for (const { type, typeHex, length, fields } of messages) {
  const hex = `${typeHex}${headHex}${fields.map(([, bytes]) => bytes).join("")}`.replaceAll(
    " ",
    "",
  );
  const named = Object.fromEntries(fields.map(([, , name, value]) => [name, value]));
  const message = { type, ...head, fields: named } as unknown as ItchMessage;

  test(`message ${type} is read from its bytes`, () => {
    deepEqual(decodeItchMessage(Buffer.from(hex, "hex")), message);
    // Anywhere in a window.
    deepEqual(decodeItchMessage(Buffer.from(`ffff${hex}ff`, "hex"), 2), message);
  });

  test(`message ${type} is written as its bytes`, () => {
    const target = Buffer.alloc(64, 0xff);
    equal(encodeItchMessage(message, target, 3), length);
    equal(target.toString("hex", 3, 3 + length), hex);
    equal(target.toString("hex", 0, 3), "ffffff");
    equal(target[3 + length], 0xff);
  });
}
