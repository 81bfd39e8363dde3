/** Logs of FIX messages as people have them: found line by line, split into fields, named. */
import type {
  Dictionary,
  FixVersion,
  GroupDefinition,
  MemberList,
} from "../protocol/fix/dictionary/dictionary.ts";
import { fixVersions } from "../protocol/fix/dictionary/dictionary.ts";

export interface DecodedField {
  readonly tag: number;
  /** As the dictionary has it; undefined where it has none. */
  readonly name: string | undefined;
  readonly value: string;
  /** Name of the value, of each value where there are several. */
  readonly meaning: string | undefined;
  /** 0 outside groups. */
  readonly depth: number;
  readonly beginsEntry: boolean;
}

export interface DecodedMessage {
  /** In the file, from 1. */
  readonly line: number;
  /** Before the message on its line, else SendingTime. */
  readonly time: string;
  readonly direction: "in" | "out" | undefined;
  readonly sender: string;
  readonly target: string;
  readonly msgType: string;
  /** Of the message type. */
  readonly name: string | undefined;
  readonly msgSeqNum: string;
  readonly fields: readonly DecodedField[];
  /** What is wrong with it, as far as a log can tell. */
  readonly faults: readonly string[];
}

export interface DecodedLog {
  readonly messages: readonly DecodedMessage[];
  /** Lines that hold something, but no message that can be read. Their content is not repeated. */
  readonly broken: readonly { readonly line: number; readonly fault: string }[];
}

type Field = readonly [tag: number, value: string];

/** Password, NewPassword, RawData, and the encrypted passwords: never shown. */
const secretTags: ReadonlySet<number> = new Set([554, 925, 96, 1402, 1404]);
const hidden = "***";

const applicationVersions: Readonly<Record<string, FixVersion>> = {
  "2": "FIX.4.0",
  "3": "FIX.4.1",
  "4": "FIX.4.2",
  "5": "FIX.4.3",
  "6": "FIX.4.4",
  "7": "FIX.5.0",
  "8": "FIX.5.0SP1",
  "9": "FIX.5.0SP2",
};

const soh = "\u0001";
/** What stands between fields: SOH, or what people write for it. */
const delimiters = `(?:${soh}|\\||\\^A)`;
const beginPattern = new RegExp(`8=(FIX[^${soh}|^]{0,12})(${delimiters})`);
/** Between the end of one message and the beginning of the next. */
const nextPattern = new RegExp(`(?<=${delimiters}10=\\d{3}${delimiters})(?=8=FIX)`);
const wholePattern = new RegExp(
  `^8=[^${soh}]*${soh}9=(\\d+)${soh}([\\s\\S]*${soh})10=(\\d{3})${soh}?\\s*$`,
);

/** @param text the whole file as Latin-1, so that a character is a byte */
export function decodeLog(
  text: string,
  loadDictionary: (version: FixVersion) => Dictionary,
): DecodedLog {
  const messages: DecodedMessage[] = [];
  const broken: { line: number; fault: string }[] = [];
  /** DefaultApplVerID by session, from the Logons seen so far. */
  const defaults = new Map<string, FixVersion>();
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === "") continue;
    const line = index + 1;
    // Without line breaks, messages follow one another.
    for (const piece of content.split(nextPattern)) {
      const found = readMessage(piece, line, defaults, loadDictionary);
      if (typeof found === "string") broken.push({ line, fault: found });
      else messages.push(found);
    }
  }
  return { messages, broken };
}

/** The message, or why there is none. */
function readMessage(
  piece: string,
  line: number,
  defaults: Map<string, FixVersion>,
  loadDictionary: (version: FixVersion) => Dictionary,
): DecodedMessage | string {
  const begin = beginPattern.exec(piece);
  if (begin === null) return "no message begins here (8=FIX…)";
  const [, beginString = "", delimiter = ""] = begin;
  const prefix = piece.slice(0, begin.index).trim();
  const message = piece.slice(begin.index);
  const transport = loadDictionary(versionOf(beginString));
  const fields = splitFields(message, delimiter, transport);
  if (typeof fields === "string") return fields;
  const text = (tag: number): string => fields.find(([candidate]) => candidate === tag)?.[1] ?? "";
  if (text(35) === "") return "the message has no MsgType (35)";
  const session = `${text(49)}->${text(56)}`;
  const named = applicationVersions[text(1137)];
  if (named !== undefined) {
    defaults.set(session, named);
    if (!defaults.has(`${text(56)}->${text(49)}`)) defaults.set(`${text(56)}->${text(49)}`, named);
  }
  const isTransport = transport.version === "FIXT.1.1";
  const version = applicationVersions[text(1128)] ?? defaults.get(session) ?? "FIX.5.0SP2";
  const application = isTransport ? loadDictionary(version) : transport;
  return {
    line,
    time: /^[\d[][\d/:. T\-[\]Z]{6,}/.exec(prefix)?.[0].trim() ?? text(52),
    direction: directionOf(prefix),
    sender: text(49),
    target: text(56),
    msgType: text(35),
    name: (transport.messages.get(text(35)) ?? application.messages.get(text(35)))?.name,
    msgSeqNum: text(34),
    fields: nameFields(fields, text(35), [transport, application]),
    faults: delimiter === soh ? findFaults(message) : [],
  };
}

/** `FIX4.4`, as one engine's samples have it, means FIX.4.4. */
function versionOf(beginString: string): FixVersion {
  const plain = beginString.replaceAll(".", "");
  return fixVersions.find((version) => version.replaceAll(".", "") === plain) ?? "FIX.4.4";
}

function directionOf(prefix: string): "in" | "out" | undefined {
  if (/\b(in|incoming|received|recv|rx)\b|<-|<</i.test(prefix)) return "in";
  if (/\b(out|outgoing|sent|send|tx)\b|->|>>/i.test(prefix)) return "out";
  return undefined;
}

/** Fields in order; raw data may hold the delimiter where a length stands before it. */
function splitFields(message: string, delimiter: string, dictionary: Dictionary): Field[] | string {
  const fields: Field[] = [];
  for (let from = 0; from < message.length; ) {
    const equals = message.indexOf("=", from);
    const tagText = equals < 0 ? "" : message.slice(from, equals);
    if (!/^\d{1,9}$/.test(tagText)) {
      if (message.slice(from).trim() === "") break;
      return `field ${fields.length + 1} is not tag=value`;
    }
    const tag = Number(tagText);
    const end = endOfValue(message, equals + 1, delimiter, dictionary, tag, fields.at(-1));
    fields.push([tag, message.slice(equals + 1, end)]);
    from = end + delimiter.length;
    if (tag === 10) break;
  }
  return fields;
}

function endOfValue(
  message: string,
  start: number,
  delimiter: string,
  dictionary: Dictionary,
  tag: number,
  before: Field | undefined,
): number {
  const isData = /DATA$/.test(dictionary.fields.get(tag)?.type ?? "") || secretTags.has(tag);
  const length = isData && /^\d{1,7}$/.test(before?.[1] ?? "") ? Number(before?.[1]) : undefined;
  if (length !== undefined && message.startsWith(delimiter, start + length)) return start + length;
  const end = message.indexOf(delimiter, start);
  return end < 0 ? message.trimEnd().length : end;
}

function nameFields(
  fields: readonly Field[],
  msgType: string,
  dictionaries: readonly Dictionary[],
): DecodedField[] {
  const lists: MemberList[] = dictionaries.flatMap((dictionary) => {
    const body = dictionary.messages.get(msgType);
    return body === undefined ? [dictionary.header] : [dictionary.header, body];
  });
  const groups: GroupDefinition[] = [];
  return fields.map(([tag, value]) => {
    while (groups.length > 0 && !groups.at(-1)?.byTag.has(tag)) groups.pop();
    const inner = groups.at(-1);
    const depth = groups.length;
    const list = inner ?? lists.find((candidate) => candidate.byTag.has(tag));
    const group = list?.byTag.get(tag)?.group;
    if (group !== undefined && value !== "0") groups.push(group);
    const definition = dictionaries
      .map((dictionary) => dictionary.fields.get(tag))
      .find((candidate) => candidate !== undefined);
    return {
      tag,
      name: definition?.name,
      value: secretTags.has(tag) ? hidden : value,
      meaning: secretTags.has(tag) ? undefined : meaningOf(definition?.values, value),
      depth,
      beginsEntry: inner?.delimiterTag === tag,
    };
  });
}

function meaningOf(
  values: ReadonlyMap<string, string> | undefined,
  value: string,
): string | undefined {
  if (values === undefined) return undefined;
  const whole = values.get(value);
  if (whole !== undefined) return whole;
  const parts = value.split(" ").map((part) => values.get(part));
  return parts.every((part) => part !== undefined) ? parts.join(", ") : undefined;
}

/** BodyLength and CheckSum can be checked where the log kept the delimiter. */
function findFaults(message: string): string[] {
  const match = wholePattern.exec(message);
  if (match === null) return ["BodyLength (9) is not second, or CheckSum (10) is not last"];
  const faults: string[] = [];
  const [, length = "", body = "", sum = ""] = match;
  if (Number(length) !== body.length)
    faults.push(`BodyLength is ${length}, counted ${body.length}`);
  let counted = 0;
  const covered = message.slice(0, message.lastIndexOf(`${soh}10=`) + 1);
  for (let place = 0; place < covered.length; place++) counted += covered.charCodeAt(place);
  if (counted % 256 !== Number(sum)) faults.push(`CheckSum is ${sum}, counted ${counted % 256}`);
  return faults;
}
