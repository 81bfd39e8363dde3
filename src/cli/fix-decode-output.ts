/** A decoded log as text for people, and the filters that choose from it. */
import colors from "picocolors";
import { UsageError } from "../core/trouble.ts";
import type { DecodedField, DecodedLog, DecodedMessage } from "./fix-log.ts";

export interface LogFilter {
  /** MsgTypes; all where empty. */
  readonly types: readonly string[];
  /** Each of these tags must have this value somewhere in the message. */
  readonly tags: readonly { readonly tag: number; readonly value: string }[];
  /** Both ways; the first one is us. */
  readonly session: { readonly sender: string; readonly target: string } | undefined;
}

/**
 * Reads `--type D,8`, `--tag 11=ABC` (may be repeated) and `--session A->B`.
 *
 * @throws UsageError
 */
export function parseLogFilter(options: {
  readonly type?: string;
  readonly tag: readonly string[];
  readonly session?: string;
}): LogFilter {
  const session = options.session === undefined ? undefined : /^(.+)->(.+)$/.exec(options.session);
  if (session === null) {
    throw new UsageError(`--session expects SENDER->TARGET, was ${options.session}`);
  }
  return {
    types: options.type === undefined ? [] : options.type.split(",").map((type) => type.trim()),
    tags: options.tag.map((text) => {
      const match = /^(\d+)=(.*)$/.exec(text);
      if (match === null) throw new UsageError(`--tag expects TAG=VALUE, was ${text}`);
      return { tag: Number(match[1]), value: match[2] ?? "" };
    }),
    session:
      session === undefined ? undefined : { sender: session[1] ?? "", target: session[2] ?? "" },
  };
}

/** Messages that pass; those of a chosen session get a direction as its first name sees it. */
export function filterLog(log: DecodedLog, filter: LogFilter): DecodedLog {
  const messages = log.messages.flatMap((message) => {
    const { session } = filter;
    const isOut = message.sender === session?.sender && message.target === session.target;
    const isIn = message.target === session?.sender && message.sender === session.target;
    if (session !== undefined && !isOut && !isIn) return [];
    if (filter.types.length > 0 && !filter.types.includes(message.msgType)) return [];
    const hasTags = filter.tags.every(({ tag, value }) =>
      message.fields.some((field) => field.tag === tag && field.value === value),
    );
    if (!hasTags) return [];
    const seen = isOut ? "out" : "in";
    return [session === undefined ? message : ({ ...message, direction: seen } as const)];
  });
  return { ...log, messages };
}

/** Shown in the line of the message, not among its fields. */
const lineTags: ReadonlySet<number> = new Set([8, 9, 10, 34, 35, 49, 52, 56]);

export function formatMessage(message: DecodedMessage): string {
  const { time, sender, target, msgSeqNum, msgType, name, direction, faults } = message;
  const way = direction === undefined ? "" : `${direction.padEnd(3)} `;
  const title = `${name ?? "unknown message"} (${msgType})`;
  const head = [
    colors.dim(time),
    `${way}${printable(sender)} -> ${printable(target)}`,
    colors.dim(`#${msgSeqNum}`),
    name === undefined ? colors.yellow(title) : colors.bold(title),
  ].join("  ");
  return [
    head,
    ...message.fields.filter(({ tag }) => !lineTags.has(tag)).map(formatField),
    ...faults.map((fault) => colors.red(`    ! ${fault}`)),
  ].join("\n");
}

function formatField({ tag, name, value, meaning, depth, beginsEntry }: DecodedField): string {
  const indent = depth === 0 ? "" : `${"  ".repeat(depth - 1)}${beginsEntry ? "- " : "  "}`;
  const label = `${indent}${name ?? "?"} (${tag})`.padEnd(32);
  const named = meaning === undefined ? "" : `  ${colors.cyan(meaning)}`;
  return `    ${name === undefined ? colors.yellow(label) : label} ${printable(value)}${named}`;
}

/** Control characters would move the cursor of whoever reads this. */
function printable(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    /[\u0000-\u001f\u007f-\u009f]/g,
    (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

/** What was left out, in one or two lines; empty where nothing was. */
export function formatBroken({ broken }: DecodedLog): string {
  if (broken.length === 0) return "";
  const [first] = broken;
  const lines = broken.length === 1 ? "1 line" : `${broken.length} lines`;
  return `${lines} could not be read; the first is line ${first?.line}: ${first?.fault}`;
}
