/** The counterparty of the engine under test: names become tags, numbers are kept, answers judged. */
import { readable } from "../compare.ts";
import { completeMessage, soh } from "../script.ts";
import type { ExpectedFields, SentFields, Step } from "./scenario.ts";
import { createWireNames, type ScenarioDictionaries, type WireField } from "./wire-names.ts";

type SendStep = Extract<Step, { kind: "send" }>;
type ExpectStep = Extract<Step, { kind: "expect" }>;

export interface Counterparty {
  /** A new connection: numbers begin at 1 unless they are kept. */
  connected(keepsNumbers: boolean): void;
  /** Both numbers are what they would be after earlier traffic. */
  setNumbers(ours: number, theirs: number): void;
  /** The message that a step sends, as it goes over the wire. */
  write(step: SendStep, nowMs: number): string;
  /** Fields of a message by tag, groups flat. */
  toTags(fields: SentFields, nowMs: number): WireField[];
  msgTypeOf(name: string): string;
  /** What is wrong with a message for a step; undefined where it is the expected one. */
  judge(step: ExpectStep, text: string): Mismatch | undefined;
}

export interface Mismatch {
  readonly found: string;
  readonly expected: string;
}

export interface CompIds {
  readonly compId: string;
  readonly engineCompId: string;
}

export function createCounterparty(
  dictionaries: ScenarioDictionaries,
  { compId, engineCompId }: CompIds,
): Counterparty {
  const names = createWireNames(dictionaries);
  const begin = dictionaries.transport.version;
  const logonMore = begin === "FIXT.1.1" ? { DefaultApplVerID: "9" } : {};
  /** Of our next message, and of the next message of the engine. */
  let nextOurs = 1;
  let nextTheirs = 1;
  return {
    connected(keepsNumbers) {
      if (!keepsNumbers) nextOurs = nextTheirs = 1;
    },
    setNumbers(ours, theirs) {
      nextOurs = ours;
      nextTheirs = theirs;
    },
    write({ type, fields, isInGivenOrder, spoil }, nowMs) {
      const logon = type === "Logon" ? { EncryptMethod: "0", HeartBtInt: 30, ...logonMore } : {};
      const header = {
        MsgSeqNum: nextOurs,
        SenderCompID: compId,
        SendingTime: { secondsFromNow: 0 },
        TargetCompID: engineCompId,
      };
      const { BeginString = begin, ...given } = fields;
      const wire = names.toTags({ ...header, ...logon, ...given }, nowMs);
      const ordered = isInGivenOrder ? wire : names.headerFirst(wire);
      const start: WireField[] = [
        [8, String(BeginString)],
        [35, names.msgTypeOf(type)],
      ];
      const text = [...start, ...ordered].map(([tag, value]) => `${tag}=${value}${soh}`).join("");
      const message = completeMessage(text, nowMs);
      if (spoil !== undefined) return spoil(message);
      nextOurs = numberAfter(nextOurs, fields);
      return message;
    },
    toTags: names.toTags,
    msgTypeOf: names.msgTypeOf,
    judge({ type, fields }, text) {
      const wanted: ExpectedFields = {
        BeginString: begin,
        MsgType: names.msgTypeOf(type),
        MsgSeqNum: nextTheirs,
        SenderCompID: engineCompId,
        TargetCompID: compId,
        ...fields,
      };
      const found = new Map(text.split(soh).map(splitField).reverse());
      for (const [name, value] of Object.entries(wanted)) {
        const got = found.get(names.tagOf(name));
        if (isAsWanted(value, got)) continue;
        return {
          found: `${name} ${got ?? "is missing"} in ${readable(text)}`,
          expected: `${type} with ${name} ${value === null ? "left out" : String(value)}`,
        };
      }
      const MsgSeqNum = Number(found.get(34));
      nextTheirs = numberAfter(nextTheirs, { ...fields, MsgSeqNum });
      return undefined;
    },
  };
}

/**
 * The next number of a side that sent these fields, which have MsgSeqNum only where it was chosen.
 * Numbers that were repeated change nothing, a reset begins anew.
 */
function numberAfter(
  next: number,
  { MsgSeqNum = next, ResetSeqNumFlag }: SentFields | ExpectedFields,
): number {
  if (typeof MsgSeqNum !== "number") return next;
  return MsgSeqNum >= next || ResetSeqNumFlag === "Y" ? MsgSeqNum + 1 : next;
}

function isAsWanted(wanted: ExpectedFields[string], got: string | undefined): boolean {
  if (wanted === null) return got === undefined;
  if (got === undefined) return false;
  return wanted instanceof RegExp ? wanted.test(got) : got === String(wanted);
}

function splitField(field: string): WireField {
  const equals = field.indexOf("=");
  return [Number(field.slice(0, equals)), field.slice(equals + 1)];
}
