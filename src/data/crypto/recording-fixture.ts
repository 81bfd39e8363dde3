/** For tests: a file in a folder that goes away, a recording read whole, and its events as text. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { eventFlag, eventKind, type MarketEvent, readEvent } from "../../market/event-block.ts";
import { bid } from "../../market/side.ts";
import type { FindingRule, Recording } from "../recording.ts";

/** Stores a file under this name; the indentation of text is taken off. @returns its path */
export async function storeFile(
  t: TestContext,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "readers-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? trimRows(content) : content);
  return path;
}

/** Rows without the indentation of the test. */
export function trimRows(text: string): string {
  return text.trimStart().replaceAll(/^ +/gm, "");
}

export async function readRecording(recording: Recording): Promise<MarketEvent[]> {
  const events: MarketEvent[] = [];
  for await (const block of recording.blocks()) {
    for (let row = 0; row < block.length; row++) events.push(readEvent(block, row));
  }
  return events;
}

/** How often each rule was met. */
export function countFindings(recording: Recording): Partial<Record<FindingRule, number>> {
  return Object.fromEntries(recording.findings.list().map(({ rule, count }) => [rule, count]));
}

const kindNames = new Map(Object.entries(eventKind).map(([name, kind]) => [kind, name]));

/**
 * One line a record, events parted by semicolons: `add bid 11: 100 @ 10000`. A star marks an order
 * that stood before the recording, a question mark a side that was concluded.
 */
export function drawEvents(events: readonly MarketEvent[]): string {
  let text = "";
  for (const { kind, side, orderId, quantityLots, priceTicks, flags } of events) {
    const star = (flags & eventFlag.standing) !== 0 ? "*" : "";
    const question = (flags & eventFlag.inferredSide) !== 0 ? "?" : "";
    const id = orderId === 0 ? "" : ` ${orderId}`;
    text += `${kindNames.get(kind)}${star} ${side === bid ? "bid" : "ask"}${question}${id}: `;
    text += `${quantityLots} @ ${priceTicks}`;
    text += (flags & eventFlag.endOfRecord) !== 0 ? "\n" : "; ";
  }
  return text;
}
