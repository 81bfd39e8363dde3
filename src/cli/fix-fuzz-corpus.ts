/**
 * Valid messages of every type of every version, made from the dictionaries: what `fix fuzz` mutates.
 *
 * Each type comes with its required fields alone, and several times with more: optional fields,
 * groups with a few entries, groups within them, raw data with the delimiter inside.
 */
import { rawDataFields } from "../protocol/fix/codec/raw-data-fields.ts";
import { createValidator, type Validator } from "../protocol/fix/codec/validator.ts";
import type {
  Dictionary,
  FieldDefinition,
  FixVersion,
  Member,
  MemberList,
} from "../protocol/fix/dictionary/dictionary.ts";
import { loadDictionary } from "../protocol/fix/dictionary/load-dictionary.ts";
import type { Dice } from "./fix-fuzz-dice.ts";

/** Both as they stand on the wire, one character a byte; mutations change them in place. */
export type WireField = [tag: string, value: string];

export interface SampleMessage {
  readonly msgType: string;
  /** Body, in the order of the dictionary. */
  readonly body: readonly (readonly [tag: string, value: string])[];
}

/** One version with its session and its messages. */
export interface FuzzCorpus {
  readonly version: FixVersion;
  readonly beginString: string;
  /** ApplVerID (1128) of the version; undefined before FIX 5.0. */
  readonly applVerId: string | undefined;
  readonly validator: Validator;
  readonly messages: readonly SampleMessage[];
}

export const fuzzVersions: readonly FixVersion[] = [
  ...(["FIX.4.0", "FIX.4.1", "FIX.4.2", "FIX.4.3", "FIX.4.4"] as const),
  ...(["FIX.5.0", "FIX.5.0SP1", "FIX.5.0SP2"] as const),
];

const applVerIds: Readonly<Partial<Record<FixVersion, string>>> = {
  "FIX.5.0": "7",
  "FIX.5.0SP1": "8",
  "FIX.5.0SP2": "9",
};

/** Share of optional fields in the samples of one type; the first has none. */
const fillings: readonly number[] = [0, 0.1, 0.4];
/** From so many fields on only what is required is added. */
const fieldsMax = 150;

export function createCorpus(version: FixVersion, dice: Dice): FuzzCorpus {
  const application = loadDictionary(version);
  const applVerId = applVerIds[version];
  const transport = applVerId === undefined ? application : loadDictionary("FIXT.1.1");
  const dictionaries = transport === application ? [application] : [transport, application];
  const applications = applVerId === undefined ? undefined : new Map([[applVerId, application]]);
  const messages = dictionaries.flatMap((dictionary) =>
    [...dictionary.messages.values()].flatMap((message) =>
      fillings.map((filling) => ({
        msgType: message.msgType,
        body: new BodyMaker(dictionary, filling, dice).make(message),
      })),
    ),
  );
  return {
    version,
    beginString: applVerId === undefined ? version : "FIXT.1.1",
    applVerId,
    validator: createValidator(transport, applications === undefined ? {} : { applications }),
    messages,
  };
}

class BodyMaker {
  readonly #dictionary: Dictionary;
  readonly #filling: number;
  readonly #dice: Dice;
  readonly #fields: WireField[] = [];

  constructor(dictionary: Dictionary, filling: number, dice: Dice) {
    this.#dictionary = dictionary;
    this.#filling = filling;
    this.#dice = dice;
  }

  make(list: MemberList): WireField[] {
    this.#addMembers(list, undefined, 1);
    return this.#fields;
  }

  #addMembers(list: MemberList, delimiterTag: number | undefined, depth: number): void {
    for (const member of list.members) {
      // Raw data comes with its length.
      if (isDataOf(list, member.tag)) continue;
      const isWanted =
        this.#fields.length < fieldsMax && this.#dice.chance(this.#filling / depth ** 2);
      if (member.isRequired || member.tag === delimiterTag || isWanted) {
        this.#addMember(list, member, depth);
      }
    }
  }

  #addMember(list: MemberList, member: Member, depth: number): void {
    const { group, tag } = member;
    const dataTag = rawDataFields.get(tag);
    if (group !== undefined) {
      const entries = 1 + this.#dice.below(2);
      this.#fields.push([String(tag), String(entries)]);
      for (let entry = 0; entry < entries; entry++) {
        this.#addMembers(group, group.delimiterTag, depth + 1);
      }
    } else if (dataTag !== undefined && list.byTag.has(dataTag)) {
      const data = this.#dice.pick(["x", "a\u0001b=c\u0001", "8=FIX.4.4\u00019=5\u0001"]);
      this.#fields.push([String(tag), String(data.length)], [String(dataTag), data]);
    } else {
      this.#fields.push([String(tag), createValue(this.#dictionary.fields.get(tag), this.#dice)]);
    }
  }
}

function isDataOf(list: MemberList, tag: number): boolean {
  for (const [lengthTag, dataTag] of rawDataFields) {
    if (dataTag === tag) return list.byTag.has(lengthTag);
  }
  return false;
}

const valueOfType: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...["PRICE", "AMT", "QTY", "FLOAT", "PRICEOFFSET", "PERCENTAGE"].map(
    (type): readonly [string, readonly string[]] => [type, ["100", "0.25", "-1.5", "12345.6789"]],
  ),
  ["INT", ["0", "7", "-3", "1000000"]],
  ["SEQNUM", ["1", "2", "9"]],
  ["LENGTH", ["1"]],
  ["NUMINGROUP", ["0"]],
  ["TAGNUM", ["11", "44"]],
  ["BOOLEAN", ["Y", "N"]],
  ["DAYOFMONTH", ["1", "31"]],
  ...["UTCTIMESTAMP", "TIME"].map((type): readonly [string, readonly string[]] => [
    type,
    ["20260610-12:00:00"],
  ]),
  ...["UTCTIMEONLY", "LOCALMKTTIME"].map((type): readonly [string, readonly string[]] => [
    type,
    ["23:59:59"],
  ]),
  ...["DATE", "UTCDATE", "UTCDATEONLY", "LOCALMKTDATE"].map(
    (type): readonly [string, readonly string[]] => [type, ["20260610", "20240229"]],
  ),
  ["MONTHYEAR", ["202606", "20260610", "202606w2"]],
  ["TZTIMESTAMP", ["20260610-12:00:00Z", "20260610-12:00:00+05:30"]],
  ["TZTIMEONLY", ["12:00Z", "12:00:00-04"]],
  ["MULTIPLECHARVALUE", ["A", "A B C"]],
  ["CHAR", ["A", "1"]],
]);
const texts: readonly string[] = ["X", "ORD7-000123", "some text", "\u00e9\u00ff", "10=000"];

function createValue(definition: FieldDefinition | undefined, dice: Dice): string {
  const values = definition?.values;
  if (values !== undefined && values.size > 0) return dice.pick([...values.keys()]);
  return dice.pick(valueOfType.get(definition?.type ?? "") ?? texts);
}
