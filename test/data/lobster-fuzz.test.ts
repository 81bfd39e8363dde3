/** Damaged LOBSTER files: the message file beside a sound orderbook file, and the other way round. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after } from "node:test";
import { openLobsterRecording } from "../../src/data/lobster/lobster-recording.ts";
import { writeLobster } from "../../src/data/lobster/write-lobster.ts";
import { type EventKind, eventKind, type MarketEvent } from "../../src/market/event-block.ts";
import type { Side } from "../../src/market/side.ts";
import { createEventSource } from "../support/event-sources.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

/** Orders that come, shrink, trade and go, with a hidden trade and a halt in between. */
function createEvents(): MarketEvent[] {
  const events: MarketEvent[] = [];
  for (let index = 0; index < 60; index++) {
    const side = (index % 2) as Side;
    const priceTicks = side === 0 ? 10_000 - (index % 7) : 10_001 + (index % 7);
    const orderId = index + 1;
    const play = (
      kind: EventKind,
      quantityLots: number,
      change: Partial<MarketEvent> = {},
    ): void => {
      const venueTimeNs = 34_200e9 + events.length * 1001;
      const at = { venueTimeNs, localTimeNs: venueTimeNs, side, orderId, priceTicks, flags: 1 };
      events.push({ ...at, kind, quantityLots, ...change });
    };
    play(eventKind.add, 100);
    play(eventKind.reduce, 10);
    play(eventKind.execute, 20);
    play(eventKind.hiddenExecute, 5, { orderId: 0, priceTicks: 10_000.5 });
    if (index % 20 === 0) play(eventKind.status, 0, { orderId: 0, priceTicks: 0 });
    if (index % 3 > 0) play(eventKind.remove, 70);
  }
  return events;
}

const folder = mkdtempSync(join(tmpdir(), "lobster-fuzz-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const written = await writeLobster(createEventSource(createEvents()), {
  directory: folder,
  date: "2012-06-21",
  levels: 3,
  storage: "plain",
});
const files = [written.messagePath, written.orderbookPath].map((path) => ({
  fileName: basename(path),
  bytes: readFileSync(path),
}));

for (const [index, name] of ["lobster messages", "lobster books"].entries()) {
  const [damaged, sound] = [files[index]!, files[1 - index]!];
  fuzzReader({
    name,
    ...damaged,
    beside: { [sound.fileName]: sound.bytes },
    open: (path) => openLobsterRecording(path),
  });
}
