/** Reads what an engine said, as plain rows and as the public benchmark's canonical text. */
import type { ReportRing } from "../../src/market/report-ring.ts";

/** One row of eight numbers a report, in order; releases them. */
export function takeReports(reports: ReportRing): number[][] {
  const rows: number[][] = [];
  for (let index = reports.released; index < reports.written; index++) {
    rows.push([0, 1, 2, 3, 4, 5, 6, 7].map((field) => reports.read(index, field)));
  }
  reports.releaseAll();
  return rows;
}
