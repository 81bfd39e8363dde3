/**
 * Acceptance scripts in the public `.def` format: one action a line, first what, then with what.
 *
 * `I` sends a message to the engine under test, `E` expects one from it; `iCONNECT`, `iDISCONNECT`
 * and `eDISCONNECT` open, close and watch the connection; `#` starts a comment. A digit and a comma
 * after the first letter (`I2,8=…`) name one of several connections. Fields end with SOH. The format
 * is QuickFIX's (test/definitions of github.com/quickfix/quickfix); none of it is in this repository.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputError } from "../../../core/trouble.ts";

/** Delimiter of fields. */
export const soh = "\u0001";

export type ScriptAction = "connect" | "disconnect" | "expectDisconnect" | "send" | "expect";

export interface ScriptStep {
  readonly action: ScriptAction;
  /** Of the line in the file, from 1. */
  readonly line: number;
  /** Which of the script's connections, 1 where it says nothing. */
  readonly connection: number;
  /** Latin-1 text of the message, as written; empty for actions without one. */
  readonly text: string;
}

export interface Script {
  readonly path: string;
  /** The folder it lies in: `fix44`. */
  readonly version: string;
  /** Its name without `.def`: `2b_MsgSeqNumTooHigh`. */
  readonly scenario: string;
  readonly steps: readonly ScriptStep[];
}

const linePattern = /^([IEie])(?:(\d),)?(.*)$/;
const actions: Readonly<Record<string, ScriptAction>> = {
  iCONNECT: "connect",
  iDISCONNECT: "disconnect",
  eDISCONNECT: "expectDisconnect",
};

/** @throws InputError with file and line where the script is not in the format */
export function readScript(path: string): Script {
  return parseScript(path, readFileSync(path, "latin1"));
}

/**
 * @param path names the script; `<FILE:name>` is read from its folder
 * @throws InputError with file and line where the text is not in the format
 */
export function parseScript(path: string, text: string): Script {
  const steps = text
    .split(/\r?\n/)
    .flatMap((content, index) =>
      content.trim() === "" || content.startsWith("#") ? [] : [parseLine(path, content, index + 1)],
    );
  const version = basename(dirname(path));
  return { path, version, scenario: basename(path, ".def"), steps };
}

function parseLine(path: string, content: string, line: number): ScriptStep {
  const match = linePattern.exec(content);
  if (match === null) {
    throw new InputError(
      { path, line },
      {
        found: JSON.stringify(content.slice(0, 30)),
        expected: "a line that begins with I, E, i, e or #",
      },
    );
  }
  const [, letter = "", number = "1", rest = ""] = match;
  const connection = Number(number);
  if (letter === "I" || letter === "E") {
    const action = letter === "I" ? "send" : "expect";
    return { action, line, connection, text: withFiles(path, line, rest) };
  }
  const name = `${letter}${rest.trim()}`;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    throw new InputError(
      { path, line },
      { found: JSON.stringify(name), expected: Object.keys(actions).join(", ") },
    );
  }
  return { action, line, connection, text: "" };
}

/** Puts the content of files in the place of their names. */
function withFiles(path: string, line: number, text: string): string {
  return text.replace(/<FILE:([^>]+)>/g, (_, name: string) => {
    try {
      return readFileSync(join(dirname(path), name), "latin1");
    } catch (cause) {
      throw new InputError({ path, line }, { found: `no file ${name}`, expected: "one" }, cause);
    }
  });
}

const beginPattern = new RegExp(`^8=[^${soh}]*${soh}`);
const trailerPattern = new RegExp(`${soh}(10=[^${soh}]*${soh})$`);

/**
 * A message of a script as it goes over the wire: times filled in, BodyLength and CheckSum added
 * where the script leaves them out. Where it has them they stay, be they right or wrong.
 *
 * Expected messages are completed in the same way before they are compared.
 */
export function completeMessage(text: string, nowMs: number): string {
  const timed = text.replace(/<TIME(?:([+-])(\d+))?>/g, (_, sign?: string, seconds = "0") =>
    formatSeconds(nowMs + (sign === "-" ? -1000 : 1000) * Number(seconds)),
  );
  const whole = timed.endsWith(soh) ? timed : timed + soh;
  const head = beginPattern.exec(whole)?.[0];
  if (head === undefined) return whole;
  const trailer = trailerPattern.exec(whole)?.[1] ?? "";
  const body = whole.slice(head.length, whole.length - trailer.length);
  const hasLength = body.startsWith("9=") || body.includes(`${soh}9=`);
  const counted = hasLength ? head + body : `${head}9=${body.length}${soh}${body}`;
  return counted + (trailer === "" ? `10=${computeCheckSum(counted)}${soh}` : trailer);
}

/** Sum of all bytes modulo 256, in three digits (FIX 4.4 vol. 2, Checksum Calculation). */
export function computeCheckSum(text: string): string {
  let sum = 0;
  for (let place = 0; place < text.length; place++) sum += text.charCodeAt(place);
  return String(sum % 256).padStart(3, "0");
}

/** `YYYYMMDD-HH:MM:SS`, UTC. */
function formatSeconds(ms: number): string {
  const [date = "", time = ""] = new Date(ms).toISOString().split("T");
  return `${date.replaceAll("-", "")}-${time.slice(0, 8)}`;
}
