/** Recordings made by a formula, of any length, for tests of the catalogue. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Findings, type Recording } from "../../src/data/recording.ts";
import {
  createEventBlock,
  type EventBlock,
  eventFlag,
  eventKind,
  type MarketEventSource,
} from "../../src/market/event-block.ts";
import { createInstrument } from "../../src/market/instrument.ts";

let root: string | undefined;

/** A new folder, which is gone when the process ends: catalogues are large. */
export function createTestFolder(): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), "catalogue-"));
    root = made;
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  }
  return mkdtempSync(join(root, "test-"));
}

export interface MadeRecordingOptions {
  readonly folder: string;
  readonly events: number;
  /** Other events for another salt; default 0. */
  readonly salt?: number;
  readonly symbol?: string;
  /** Called before every block; may throw, as a reader does in the middle of a file. */
  readonly beforeBlock?: (eventsSoFar: number) => void;
}

/** Its one source file holds the salt and the number of events, so that digests tell them apart. */
export function createMadeRecording(options: MadeRecordingOptions): Recording {
  const { folder, events, salt = 0, symbol = "MADE", beforeBlock } = options;
  const path = join(folder, `made-${symbol}-${salt}-${events}.txt`);
  writeFileSync(path, `${salt} ${events}\n`);
  const findings = new Findings();
  findings.note("off-grid", { path, line: 3, venueTimeNs: 5 });
  findings.note("off-grid", { path, line: 9 });
  findings.note("gap", { path, byte: 7 });
  return {
    format: "made",
    date: "2024-02-29",
    timeZone: "UTC",
    granularity: "orders",
    instrument: createInstrument({ symbol, tickSize: 0.05, lotSize: 1e-5, roundLotLots: 1 }),
    paths: [path],
    rows: events + 2,
    findings,
    async *blocks(): AsyncGenerator<EventBlock, void, void> {
      const block = createEventBlock(1000);
      for (let event = 0; event < events; event++) {
        if (block.length === 0) beforeBlock?.(event);
        fillRow(block, block.length++, event, salt);
        if (block.length < block.capacity) continue;
        yield block;
        block.length = 0;
      }
      if (block.length > 0) yield block;
    },
  };
}

/**
 * Every kind, both sides, prices between ticks and below zero, ids up to 2^53 - 1, times before
 * midnight and after the day's end, records of one to seven events.
 */
function fillRow(block: EventBlock, row: number, event: number, salt: number): void {
  const mixed = Math.imul(event + 1, 0x9e3779b1 ^ Math.imul(salt, 0x85ebca6b)) >>> 0;
  const kinds = Object.values(eventKind);
  block.venueTimeNs[row] = (event - 3) * 1_000_003_000;
  block.localTimeNs[row] = block.venueTimeNs[row]! + (mixed % 1_000_000);
  block.kind[row] = kinds[mixed % kinds.length]!;
  block.side[row] = mixed & 1;
  block.orderId[row] = event % 97 === 0 ? Number.MAX_SAFE_INTEGER - event : (mixed % 5000) - 1000;
  block.priceTicks[row] = mixed % 11 === 0 ? -0.5 + (mixed % 300) : mixed % 300;
  block.quantityLots[row] = (mixed % 1000) * 1_000_000;
  block.flags[row] = event % 7 === 3 || mixed % 5 === 0 ? eventFlag.endOfRecord : mixed & 6;
}

/** Numbers that tell two streams of events apart, without keeping them. */
export async function summarize(
  source: MarketEventSource,
  onBlock?: (block: EventBlock) => void,
): Promise<string> {
  let rows = 0;
  let lane = 0;
  for await (const block of source.blocks()) {
    onBlock?.(block);
    for (let row = 0; row < block.length; row++, rows++) {
      const parts = [
        block.venueTimeNs[row]!,
        block.localTimeNs[row]!,
        block.kind[row]!,
        block.side[row]!,
        block.orderId[row]!,
        block.priceTicks[row]! * 2,
        block.quantityLots[row]!,
        block.flags[row]!,
      ];
      for (const part of parts) {
        lane = Math.imul(lane ^ (part % 0x7fffffff), 0x5bd1e995) ^ (part / 0x7fffffff);
        lane ^= lane >>> 15;
      }
    }
  }
  return `${rows} ${lane}`;
}
