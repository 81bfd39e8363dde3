/**
 * What `fix fuzz` does to valid messages: to their fields before they are put together, and to their
 * bytes afterwards. Most messages get their BodyLength and CheckSum made right again, or nothing
 * behind the scanner would ever see them.
 */
import type { WireField } from "./fix-fuzz-corpus.ts";
import type { Dice } from "./fix-fuzz-dice.ts";

const soh = "\u0001";

/** Where a message goes to, so that it is taken for what it would be. */
export interface Envelope {
  readonly beginString: string;
  readonly msgSeqNum: number;
  /** SendingTime (52). */
  readonly sendingTime: string;
  readonly senderCompId: string;
  readonly targetCompId: string;
}

/** The fields of a message from MsgType (35) on, ready to be changed. */
export function withHeader(
  envelope: Envelope,
  msgType: string,
  body: readonly (readonly [tag: string, value: string])[],
): WireField[] {
  return [
    ["35", msgType],
    ["34", String(envelope.msgSeqNum)],
    ["49", envelope.senderCompId],
    ["52", envelope.sendingTime],
    ["56", envelope.targetCompId],
    ...body.map(([tag, value]): WireField => [tag, value]),
  ];
}

/** Changes fields in place, at most `changes` times. */
export function mutateFields(fields: WireField[], changes: number, dice: Dice): void {
  for (let change = 0; change < changes && fields.length > 0; change++) {
    dice.pick(fieldMutations)(fields, dice);
  }
}

/** A whole message, with BodyLength and CheckSum as they must be. */
export function putTogether(beginString: string, fields: readonly WireField[]): Buffer {
  return seal(beginString, fields.map(([tag, value]) => `${tag}=${value}${soh}`).join(""));
}

/** The same bytes changed here and there; with `repairs` BodyLength and CheckSum are right again. */
export function mutateBytes(
  message: Buffer,
  { changes, repairs, dice }: { changes: number; repairs: boolean; dice: Dice },
): Buffer {
  let text = message.toString("latin1");
  for (let change = 0; change < changes; change++) text = dice.pick(byteMutations)(text, dice);
  return (repairs ? repair(text) : undefined) ?? Buffer.from(text, "latin1");
}

/** Undefined where beginning and end cannot be found any more. */
function repair(text: string): Buffer | undefined {
  const [begin = "", length = "", ...rest] = text.split(soh, 3);
  if (rest.length === 0 || !begin.startsWith("8=") || !length.startsWith("9=")) return undefined;
  const bodyAt = begin.length + length.length + 2;
  const trailerAt = text.lastIndexOf(`${soh}10=`);
  return trailerAt < bodyAt ? undefined : seal(begin.slice(2), text.slice(bodyAt, trailerAt + 1));
}

function seal(beginString: string, body: string): Buffer {
  const start = Buffer.from(`8=${beginString}${soh}9=${body.length}${soh}${body}`, "latin1");
  let sum = 0;
  for (const byte of start) sum += byte;
  return Buffer.concat([start, Buffer.from(`10=${String(sum & 0xff).padStart(3, "0")}${soh}`)]);
}

const longText = "Z".repeat(70_000);
const oddValues: readonly string[] = [
  ...["", "0", "-1", "-0", "1.5", "1e9", "NaN", " 1", "1 2", "Y", "N", "~", "\u0000", "\u00ff"],
  ...["999999999999999", "9007199254740993", "99999999999999999999999", "00000000001"],
  ...["20260610-12:00:60", "20260230-00:00:00", "00000000-00:00:00", "99999999-99:99:99.999999999"],
  ...["8=FIX.4.4", "10=000", "=", "===", "a=b", "A".repeat(300)],
];
const oddTags: readonly string[] = [
  ...[
    "0",
    "-1",
    "-35",
    "011",
    "1",
    "8",
    "9",
    "10",
    "34",
    "35",
    "43",
    "49",
    "52",
    "56",
    "97",
    "115",
  ],
  ...[
    "122",
    "128",
    "369",
    "627",
    "628",
    "1128",
    "89",
    "93",
    "95",
    "96",
    "212",
    "213",
    "384",
    "453",
  ],
  ...[
    "802",
    "4999",
    "5000",
    "9999",
    "20000",
    "2147483647",
    "2147483648",
    "99999999999999999999",
    "",
  ],
];
const msgTypes: readonly string[] = [
  ...[
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "A",
    "D",
    "8",
    "j",
    "AE",
    "n",
    "U1",
    "ZZZ",
    "*",
    "",
    "AAAAAAAAAA",
  ],
];
/** Fields that mean something to a session, wherever they stand. */
const sessionFields: readonly (readonly [string, string])[] = [
  ...([
    ["43", "Y"],
    ["43", "X"],
    ["97", "Y"],
    ["122", "20260610-12:00:00"],
  ] as const),
  ...([
    ["122", "20990101-00:00:00"],
    ["123", "Y"],
    ["123", "N"],
    ["141", "Y"],
  ] as const),
  ...([
    ["36", "1"],
    ["36", "2"],
    ["36", "999999"],
    ["7", "1"],
    ["7", "0"],
    ["16", "0"],
  ] as const),
  ...([
    ["16", "999999999"],
    ["789", "1"],
    ["108", "0"],
    ["115", "A"],
    ["128", ""],
  ] as const),
  ...([
    ["1128", "9"],
    ["1137", "3"],
    ["90", "4"],
    ["91", "a\u0001b="],
    ["95", "99"],
  ] as const),
];

type FieldMutation = (fields: WireField[], dice: Dice) => void;

/** The fields of the header are met less often, since without them little else is looked at. */
function placeIn(fields: readonly WireField[], dice: Dice): number {
  const first = dice.chance(0.85) ? Math.min(5, fields.length - 1) : 0;
  return first + dice.below(fields.length - first);
}

const fieldMutations: readonly FieldMutation[] = [
  (fields, dice) => void fields.splice(placeIn(fields, dice), 1),
  (fields, dice) => {
    const [tag, value] = fields[placeIn(fields, dice)]!;
    fields.splice(dice.below(fields.length + 1), 0, [tag, value]);
  },
  (fields, dice) => {
    const [one, other] = [placeIn(fields, dice), placeIn(fields, dice)];
    [fields[one], fields[other]] = [fields[other]!, fields[one]!];
  },
  (fields, dice) => {
    fields[placeIn(fields, dice)]![1] = dice.pick(oddValues);
  },
  (fields, dice) => {
    fields[placeIn(fields, dice)]![1] = dice.chance(0.02) ? longText : String(dice.bits());
  },
  (fields, dice) => {
    fields[placeIn(fields, dice)]![0] = dice.pick(oddTags);
  },
  (fields, dice) => {
    fields.splice(placeIn(fields, dice), 0, [dice.pick(oddTags), dice.pick(oddValues)]);
  },
  (fields, dice) => {
    fields.splice(placeIn(fields, dice), 0, [String(1 + dice.below(50_000)), dice.pick(oddValues)]);
  },
  (fields, dice) => {
    const [tag, value] = dice.pick(sessionFields);
    fields.splice(placeIn(fields, dice), 0, [tag, value]);
  },
  // A count that is one more, one less or absurd.
  (fields, dice) => {
    const field = fields[placeIn(fields, dice)]!;
    const count = Number(field[1]);
    if (Number.isInteger(count)) field[1] = dice.pick([count + 1, count - 1, 1e9]).toString();
  },
  // A run of fields goes elsewhere, as when the entries of a group are mixed up.
  (fields, dice) => {
    const run = fields.splice(placeIn(fields, dice), 1 + dice.below(6));
    fields.splice(dice.below(fields.length + 1), 0, ...run);
  },
  (fields, dice) => {
    const from = placeIn(fields, dice);
    const run = fields.slice(from, from + 1 + dice.below(8));
    fields.splice(from, 0, ...run.map(([tag, value]): WireField => [tag, value]));
  },
  // Now and then one field comes thousands of times: work must not grow with the square of it.
  (fields, dice) => {
    const [tag, value] = fields[placeIn(fields, dice)]!;
    const copies = dice.chance(0.02) ? 5000 : 3;
    const at = dice.below(fields.length + 1);
    fields.splice(at, 0, ...Array.from({ length: copies }, (): WireField => [tag, value]));
  },
  (fields, dice) => {
    const type = fields.find(([tag]) => tag === "35");
    if (type !== undefined) type[1] = dice.pick(msgTypes);
  },
  (fields, dice) => {
    const number = fields.find(([tag]) => tag === "34");
    if (number === undefined) return;
    const moved = Number(number[1]) + dice.pick([1, 2, 50, 20_000, -1]);
    number[1] = dice.pick([String(moved), String(moved), String(moved), "0", "999999999999999"]);
  },
];

type ByteMutation = (text: string, dice: Dice) => string;

const byteMutations: readonly ByteMutation[] = [
  (text, dice) => replaceAt(text, dice, 1, String.fromCharCode(dice.below(256))),
  (text, dice) => replaceAt(text, dice, 1, ""),
  (text, dice) => replaceAt(text, dice, 0, dice.pick([soh, "=", "8=FIX", `${soh}10=000${soh}`])),
  (text, dice) => replaceAt(text, dice, 1 + dice.below(40), ""),
  (text, dice) => text.slice(0, dice.below(text.length)),
  (text, dice) => {
    const from = dice.below(text.length);
    return replaceAt(text, dice, 0, text.slice(from, from + dice.below(60)));
  },
];

function replaceAt(text: string, dice: Dice, length: number, replacement: string): string {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + replacement + text.slice(at + length);
}
