/** The trades that a reading shows, beside the trade messages of the same time. */
import { eventKind } from "../../market/event-block.ts";
import { isObject } from "../crypto/json-line.ts";
import type { Recording } from "../recording.ts";
import { midnightSeconds, utc } from "../rows/epoch.ts";
import { RecordingRun } from "../rows/recording-run.ts";
import { surveyRows, takeLine } from "../rows/text-rows.ts";

export interface TradeComparison {
  /** Trade messages, and the executions that the reading shows. */
  readonly trades: number;
  readonly executions: number;
  /** In lots of 1e-8 coins. */
  readonly tradedLots: number;
  readonly executedLots: number;
  /** Trade messages with an execution of the same lots (±2) within ten seconds. */
  readonly matched: number;
}

interface Print {
  readonly timeNs: number;
  readonly lots: number;
}

const lotsPerCoin = 1e8;
const roundingLots = 2;
const gapNs = 10e9;

/**
 * Reads a recording and its trade messages: lines of milliseconds, `trade`, and JSON.
 *
 * Memory grows with the number of trades.
 *
 * @throws InputError with the line; OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function compareTrades(
  recording: Recording,
  tradesPath: string,
): Promise<TradeComparison> {
  const executions: Print[] = [];
  for await (const block of recording.blocks()) {
    for (let row = 0; row < block.length; row++) {
      if (block.kind[row] !== eventKind.execute) continue;
      executions.push({ timeNs: block.venueTimeNs[row]!, lots: block.quantityLots[row]! });
    }
  }
  const trades = await readTrades(tradesPath, midnightSeconds(recording.date, utc));
  const left = [...executions];
  let matched = 0;
  for (const trade of trades) {
    const at = left.findIndex(
      ({ timeNs, lots }) =>
        Math.abs(timeNs - trade.timeNs) < gapNs && Math.abs(lots - trade.lots) <= roundingLots,
    );
    if (at < 0) continue;
    left.splice(at, 1);
    matched++;
  }
  const sum = (prints: readonly Print[]): number =>
    prints.reduce((total, { lots }) => total + lots, 0);
  return {
    ...{ trades: trades.length, executions: executions.length, matched },
    ...{ tradedLots: sum(trades), executedLots: sum(executions) },
  };
}

async function readTrades(path: string, midnight: number): Promise<Print[]> {
  const run = new RecordingRun(path);
  const trades: Print[] = [];
  await surveyRows(path, Number.POSITIVE_INFINITY, (feed) => {
    run.line = feed.line + 1;
    const line = takeLine(feed);
    const match = /^(\d{1,13}) trade (\{.*\})$/.exec(line);
    const message = match === null ? undefined : parseMessage(match[2]!);
    const amount = message?.amount;
    if (match === null || typeof amount !== "number") {
      throw run.fault(JSON.stringify(line.slice(0, 60)), "milliseconds, trade, JSON with amount");
    }
    const timeNs = (Number(match[1]) - midnight * 1000) * 1e6;
    // Amounts are printed doubles: `1.7885566900000001`.
    trades.push({ timeNs, lots: Math.round(amount * lotsPerCoin) });
  });
  return trades;
}

function parseMessage(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
