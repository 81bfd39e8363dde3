import { deepEqual, equal, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import {
  type MatchingWorkload,
  parseMatchingWorkload,
  runMatchingWorkload,
  takeCanonicalLines,
} from "../../src/data/matching-workload.ts";
import type { MatchingEngine } from "../../src/market/matching-contract.ts";
import { FastMatchingEngine } from "../../src/market/matching-engine.ts";
import { PlainMatchingEngine } from "../support/plain-matching-engine.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "matching");
const skip = existsSync(folder) ? false : `no ${folder}`;
const rules = { replaceKeepsRank: "never" } as const;

interface EdgeCase {
  readonly name: string;
  readonly messages: readonly (readonly (string | number)[])[];
  readonly reports: readonly string[];
  readonly report_sha256: string;
  readonly books: readonly { readonly bids: number[][]; readonly asks: number[][] }[];
  readonly queue: readonly (readonly (string | number)[])[];
}

interface Checkpoint {
  readonly after_messages: number;
  readonly reports: number;
  readonly report_sha256: string;
  readonly book_sha256: string;
}

interface ExpectedWorkload {
  readonly file: string;
  readonly report_sha256: string;
  readonly final: { readonly book_sha256: string };
  readonly checkpoints: readonly Checkpoint[];
}

function readJson(name: string): unknown {
  const bytes = readFileSync(join(folder, name));
  return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function bookText(engine: MatchingEngine): string {
  return engine
    .restingOrders()
    .map((order) => `${order.side},${order.priceTicks},${order.orderId},${order.openLots}`)
    .join("\n");
}

function levels(engine: MatchingEngine, side: number): number[][] {
  const totals = new Map<number, number>();
  for (const order of engine.restingOrders().filter((order) => order.side === side)) {
    totals.set(order.priceTicks, (totals.get(order.priceTicks) ?? 0) + order.openLots);
  }
  return [...totals];
}

/** A case's messages in the columns of a workload. */
function toWorkload(messages: EdgeCase["messages"]): MatchingWorkload {
  const column = (value: (message: readonly (string | number)[]) => number): Float64Array =>
    Float64Array.from(messages, value);
  const isNew = (message: readonly (string | number)[]): boolean => message[0] === "new";
  return {
    count: messages.length,
    types: Uint8Array.from(messages, ([kind]) => (kind === "new" ? 0 : kind === "cancel" ? 1 : 2)),
    sides: Uint8Array.from(messages, (message) => (message[2] === "sell" ? 1 : 0)),
    immediate: Uint8Array.from(messages, (message) => (isNew(message) ? Number(message[5]) : 0)),
    quantities: column((message) => Number(message[3] ?? 0)),
    orderIds: column((message) => Number(message[1])),
    prices: column((message) => Number(message[4] ?? 0)),
  };
}

const create = {
  "fast engine": () => new FastMatchingEngine({ rules }),
  "fast engine with the smallest window": () =>
    new FastMatchingEngine({ rules, windowTicks: 1024, windowTicksMax: 1024 }),
  "plain engine": () => new PlainMatchingEngine({ rules }),
};

describe("edge cases of the public benchmark's contract", { skip }, () => {
  const cases = skip
    ? []
    : [
        ...(readJson("edge-cases.json") as { cases: EdgeCase[] }).cases,
        ...(readJson("edge-case-deep-sweep.json.gz") as { cases: EdgeCase[] }).cases,
      ];
  for (const [name, createEngine] of Object.entries(create)) {
    test(`all ${cases.length} cases give the expected reports and books in the ${name}`, () => {
      equal(cases.length, 59);
      for (const edge of cases) {
        const engine = createEngine();
        const workload = toWorkload(edge.messages);
        const lines: string[] = [];
        const isSlow = name === "plain engine" && workload.count > 1000;
        if (isSlow) continue; // 5,001 resting orders; the fuzz compares both engines at length
        for (let row = 0; row < workload.count; row++) {
          runMatchingWorkload(engine, workload, { from: row, to: row + 1 });
          lines.push(...takeCanonicalLines(engine.reports));
          // The deep sweep gives the book after its last message only.
          const book = edge.books[row - (edge.messages.length - edge.books.length)];
          if (book === undefined) continue;
          deepEqual(levels(engine, 0), book.bids, `${edge.name}, bids after message ${row}`);
          deepEqual(levels(engine, 1), book.asks, `${edge.name}, asks after message ${row}`);
        }
        if (edge.reports !== undefined) deepEqual(lines, edge.reports, edge.name);
        equal(sha256(lines.join("\n")), edge.report_sha256, edge.name);
      }
    });
  }
});

describe("workloads of the public benchmark", { skip }, () => {
  const expected = skip
    ? []
    : (readJson("expected.json") as { workloads: ExpectedWorkload[] }).workloads;
  test("every stored workload has an expectation", () => {
    const stored = readdirSync(folder).filter((name) => name.endsWith(".bin.gz"));
    deepEqual(stored.sort(), expected.map(({ file }) => file).sort());
    ok(stored.length >= 26);
  });
  for (const workload of expected) {
    test(`${workload.file} gives the expected reports and books at every checkpoint`, () => {
      const path = join(folder, workload.file);
      const messages = parseMatchingWorkload(gunzipSync(readFileSync(path)), path);
      const engine = new FastMatchingEngine({ rules });
      const lines: string[] = [];
      let from = 0;
      for (const checkpoint of workload.checkpoints) {
        runMatchingWorkload(engine, messages, { from, to: checkpoint.after_messages });
        from = checkpoint.after_messages;
        lines.push(...takeCanonicalLines(engine.reports));
        equal(sha256(lines.join("\n")), checkpoint.report_sha256, `reports after ${from}`);
        equal(sha256(bookText(engine)), checkpoint.book_sha256, `book after ${from}`);
      }
      runMatchingWorkload(engine, messages, { from, to: messages.count });
      lines.push(...takeCanonicalLines(engine.reports));
      equal(sha256(lines.join("\n")), workload.report_sha256);
      equal(sha256(bookText(engine)), workload.final.book_sha256);
    });
  }
});
