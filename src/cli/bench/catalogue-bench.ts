/**
 * How fast a recording goes into the catalogue and comes out again, and the memory that is held
 * then.
 *
 * A generated recording costs next to nothing to read, so its figures are the catalogue's own; with
 * a file, importing is reading and storing. Rates are per second of the clock; those per second of
 * processor time tell more on a machine that has other work.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { importRecording } from "../../data/catalogue/import-recording.ts";
import { openCatalogueFolder } from "../../data/catalogue/open-catalogue.ts";
import { openRecording } from "../../data/open-recording.ts";
import { Findings, type Recording } from "../../data/recording.ts";
import { createEventBlock, type EventBlock } from "../../market/event-block.ts";
import { createSyntheticDay } from "../../simulation/synthetic-day.ts";
import { defaultSyntheticDay } from "../../simulation/synthetic-day-parameters.ts";

export interface CatalogueBenchRequest {
  /** A recording of any format; a generated one without it. */
  readonly path?: string;
  /** Of the generated recording. */
  readonly events: number;
  readonly passes: number;
  readonly onPass?: (share: number) => void;
}

/** Medians over the passes. */
export interface CatalogueBench {
  readonly source: string;
  readonly events: number;
  readonly importedEventsPerSecond: number;
  readonly importedEventsPerProcessorSecond: number;
  readonly replayedEventsPerSecond: number;
  readonly replayedEventsPerProcessorSecond: number;
  readonly bytesPerEvent: number;
  readonly parts: number;
  /** Of JavaScript, and of the whole process, at the end of the last replay. */
  readonly heapMb: number;
  readonly residentMb: number;
  readonly passes: number;
}

interface Timing {
  readonly seconds: number;
  readonly processorSeconds: number;
}

export async function runCatalogueBench(request: CatalogueBenchRequest): Promise<CatalogueBench> {
  const { path, passes, onPass } = request;
  const recording =
    path === undefined ? await createRepeatedDay(request.events) : await openRecording(path);
  const imports: Timing[] = [];
  const replays: Timing[] = [];
  let shape = { events: 0, bytes: 0, parts: 0 };
  for (let pass = 0; pass <= passes; pass++) {
    const catalogue = mkdtempSync(join(tmpdir(), "metaorder-bench-"));
    try {
      const imported = await timed(() => importRecording(recording, catalogue));
      const { folder, manifest } = imported.result;
      const stored = await openCatalogueFolder(folder);
      const replayed = await timed(() => countEvents(stored));
      shape = {
        events: replayed.result,
        bytes: manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0),
        parts: manifest.parts.length,
      };
      onPass?.((pass + 1) / (passes + 1));
      if (pass === 0) continue; // warm-up
      imports.push(imported);
      replays.push(replayed);
    } finally {
      rmSync(catalogue, { recursive: true, force: true });
    }
  }
  const rate = (timings: readonly Timing[], unit: keyof Timing): number =>
    Math.round(
      shape.events /
        computeQuantile(
          timings.map((timing) => timing[unit]),
          0.5,
        ),
    );
  const { heapUsed, rss } = process.memoryUsage();
  return {
    source: path ?? "generated",
    events: shape.events,
    importedEventsPerSecond: rate(imports, "seconds"),
    importedEventsPerProcessorSecond: rate(imports, "processorSeconds"),
    replayedEventsPerSecond: rate(replays, "seconds"),
    replayedEventsPerProcessorSecond: rate(replays, "processorSeconds"),
    bytesPerEvent: shape.bytes / shape.events,
    parts: shape.parts,
    heapMb: Math.round(heapUsed / 1e6),
    residentMb: Math.round(rss / 1e6),
    passes,
  };
}

/** The result as lines for people. */
export function catalogueText(bench: CatalogueBench): string {
  const millions = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M events/s`;
  const line = (label: string, perSecond: number, perProcessorSecond: number): string =>
    `${label} ${millions(perSecond)}, ${millions(perProcessorSecond)} of processor time`;
  return [
    `${bench.source}: ${bench.events.toLocaleString("en-US")} events, ${bench.parts} parts, ` +
      `${bench.bytesPerEvent.toFixed(1)} bytes an event, median of ${bench.passes}`,
    line("import", bench.importedEventsPerSecond, bench.importedEventsPerProcessorSecond),
    line("replay", bench.replayedEventsPerSecond, bench.replayedEventsPerProcessorSecond),
    `memory ${bench.heapMb} MB of JavaScript, ${bench.residentMb} MB in all`,
  ].join("\n");
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<Timing & { readonly result: Result }> {
  const processorStart = process.cpuUsage();
  const start = process.hrtime.bigint();
  const result = await work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(processorStart);
  return { result, seconds, processorSeconds: (user + system) / 1e6 };
}

async function countEvents(recording: Recording): Promise<number> {
  let events = 0;
  for await (const block of recording.blocks()) events += block.length;
  return events;
}

/** A generated day's blocks, kept in memory and given again and again, times and all. */
async function createRepeatedDay(events: number): Promise<Recording> {
  const day = createSyntheticDay(defaultSyntheticDay, 1);
  const blocks: EventBlock[] = [];
  for await (const block of day.blocks()) {
    blocks.push(copyBlock(block));
    if (blocks.length === 50) break;
  }
  return {
    format: "generated",
    date: "2000-01-03",
    timeZone: "America/New_York",
    granularity: "orders",
    instrument: day.instrument,
    paths: [],
    rows: events,
    findings: new Findings(),
    async *blocks() {
      let given = 0;
      for (let index = 0; given < events; index++) {
        const block = blocks[index % blocks.length]!;
        given += block.length;
        yield block;
      }
    },
  };
}

function copyBlock(block: EventBlock): EventBlock {
  const copy = createEventBlock(block.capacity);
  copy.length = block.length;
  copy.venueTimeNs.set(block.venueTimeNs);
  copy.localTimeNs.set(block.localTimeNs);
  copy.kind.set(block.kind);
  copy.side.set(block.side);
  copy.orderId.set(block.orderId);
  copy.priceTicks.set(block.priceTicks);
  copy.quantityLots.set(block.quantityLots);
  copy.flags.set(block.flags);
  return copy;
}
