/** `metaorder data list`: what a catalogue holds, and whether it is sound. */
import colors from "picocolors";
import type { Manifest } from "../data/catalogue/manifest.ts";
import { openCatalogue } from "../data/catalogue/open-catalogue.ts";
import { findDamage } from "../data/catalogue/part-check.ts";
import { createTable } from "./table.ts";

interface DataListOptions {
  readonly catalogue: string;
  readonly verify?: boolean;
  readonly json?: boolean;
}

export async function runDataList(options: DataListOptions): Promise<void> {
  const entries = await openCatalogue(options.catalogue);
  const damage: string[] = [];
  if (options.verify === true) {
    for (const { folder, manifest } of entries) {
      damage.push(...(await findDamage(folder, manifest)).map(({ message }) => message));
    }
  }
  if (options.json === true) {
    const verified = options.verify === true ? { damage } : {};
    process.stdout.write(`${JSON.stringify({ recordings: entries, ...verified }, undefined, 2)}\n`);
  } else {
    process.stdout.write(`${listTable(entries.map(({ manifest }) => manifest))}\n`);
    for (const line of damage) process.stdout.write(`${colors.red(line)}\n`);
    if (options.verify === true && damage.length === 0) {
      process.stdout.write(`${colors.green("every part is sound")}\n`);
    }
  }
  if (damage.length > 0) process.exitCode = 1;
}

function listTable(manifests: readonly Manifest[]): string {
  const head = ["source", "instrument", "date", "format", "tells", "tick", "events", "MB", "parts"];
  const table = createTable([...head, "findings"], 5);
  for (const manifest of manifests) {
    const { source, instrument, date, format, granularity, events, parts, findings } = manifest;
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    table.push([
      ...[source, instrument.symbol, date, format, granularity, String(instrument.tickSize)],
      ...[events.toLocaleString("en-US"), (bytes / 1e6).toFixed(1), parts.length],
      findings.reduce((sum, { count }) => sum + count, 0).toLocaleString("en-US"),
    ]);
  }
  return manifests.length === 0 ? "no recordings" : table.toString();
}
