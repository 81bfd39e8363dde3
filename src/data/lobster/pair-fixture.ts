/** For tests: small LOBSTER pairs in a folder that goes away, and events as short text. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { eventFlag, eventKind, type MarketEvent, readEvent } from "../../market/event-block.ts";
import { bid } from "../../market/side.ts";
import { type LobsterOptions, type LobsterSource, openLobster } from "./open-lobster.ts";

/** A folder that is removed when the test ends. */
export async function createTemporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "lobster-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface PairText {
  readonly messages: string | Buffer;
  readonly books: string | Buffer;
  readonly levels: number;
  /** Default plain. */
  readonly storage?: "plain" | "gzip";
}

/** Writes both files; indentation is taken off the rows. @returns the message file's path */
export async function writePair(t: TestContext, pair: PairText): Promise<string> {
  const folder = await createTemporaryFolder(t);
  const stored = (text: string | Buffer): string | Buffer => {
    const rows = typeof text === "string" ? text.trimStart().replaceAll(/^ +/gm, "") : text;
    return pair.storage === "gzip" ? gzipSync(rows) : rows;
  };
  const path = (role: string): string =>
    join(
      folder,
      `TEST_2012-06-21_34200000_57600000_${role}_${pair.levels}.csv${pair.storage === "gzip" ? ".gz" : ""}`,
    );
  await writeFile(path("message"), stored(pair.messages));
  await writeFile(path("orderbook"), stored(pair.books));
  return path("message");
}

export async function readAll(
  path: string,
  options?: LobsterOptions,
): Promise<{ readonly source: LobsterSource; readonly events: MarketEvent[] }> {
  const source = await openLobster(path, options);
  const events: MarketEvent[] = [];
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) events.push(readEvent(block, row));
  }
  return { source, events };
}

const kindNames = new Map(Object.entries(eventKind).map(([name, kind]) => [kind, name]));

/**
 * One line a record, events parted by semicolons: `add bid 11: 100 @ 10000`. A star marks an
 * order that stood before the recording.
 */
export function drawRecords(events: readonly MarketEvent[]): string {
  let text = "";
  for (const event of events) {
    const { kind, side, orderId, quantityLots, priceTicks, flags } = event;
    const star = flags & eventFlag.standing ? "*" : "";
    text += `${kindNames.get(kind)}${star} ${side === bid ? "bid" : "ask"} ${orderId}: ${quantityLots} @ ${priceTicks}`;
    text += flags & eventFlag.endOfRecord ? "\n" : "; ";
  }
  return text;
}

/** The drawing as one expects it, without the indentation of the test. */
export function lines(text: string): string {
  return text.trimStart().replaceAll(/^ +/gm, "").replaceAll(/;\n/g, "; ");
}
