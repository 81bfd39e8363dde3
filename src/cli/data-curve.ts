/** `metaorder data curve`: how an instrument's volume is spread over the day, fitted to its own days. */
import { join } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import { type CurveBuckets, fitVolumeCurve, leaveOut } from "../analytics/volume-curve-fit.ts";
import { formatDuration, formatTimeOfDay, parseDuration, parseTimeOfDay } from "../core/time.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { type DurationNs, durationNs, type TimeNs } from "../core/units.ts";
import { listBarDates } from "../data/bars/open-bars.ts";
import {
  detectFormat,
  formatVolumeCurve,
  openRecording,
  type Recording,
  recordingFormats,
} from "../data/index.ts";
import { isHalfDay } from "../data/us-ticks/session.ts";
import { measureDailyVolume } from "../evaluation/daily-volume.ts";
import {
  createVolumeCurve,
  usEquityVolumeCurve,
  type VolumeCurve,
} from "../market/volume-curve.ts";
import {
  curveJson,
  curveText,
  type InstrumentCurve,
  type KnownDay,
  meanVolume,
} from "./data-curve-output.ts";
import { withProgress } from "./progress.ts";
import { writeWhole } from "./write-file.ts";

interface CurveOptions {
  readonly bucket: string;
  readonly start?: string;
  readonly end?: string;
  readonly leaveOut?: boolean;
  readonly format?: string;
  readonly symbol?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const newYork = "America/New_York";
const dayNs = 24 * 3600e9;
/** A day whose events cover less of the session says too little of its shape. */
const coveredMin = 0.9;

export function addDataCurve(data: Command): void {
  data
    .command("curve")
    .description("fits a volume curve to an instrument's own days, for --curve of other commands")
    .argument("<paths...>", "recordings; one may hold several days")
    .option("--bucket <duration>", "length of a bucket of the curve", "5m")
    .option("--start <time>", "of the session; 09:30 in New York, else 00:00")
    .option("--end <time>", "of the session; 16:00 in New York, else 24:00")
    .option("--leave-out", "compare each day with the curve of the others")
    .option("--symbol <name>", "the instrument, where files hold several")
    .addOption(
      new Option("--format <name>", "where it shall not be found out").choices(
        recordingFormats.map(({ name }) => name),
      ),
    )
    .option("--out <path>", "write the curve as CSV; with several instruments a folder of them")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText(
      "after",
      `
Half days, and days of which less than ${100 * coveredMin} % of the session is recorded, are left out and told.

Example:
  metaorder data curve ibm_minute_trade.csv.gz --bucket 5m --leave-out --out ibm-curve.csv
  metaorder replay --data DIR --curve ibm-curve.csv --policies vwap …`,
    )
    .exitOverride()
    .action(showCurves);
}

async function showCurves(paths: readonly string[], options: CurveOptions): Promise<void> {
  const session = parseSession(options);
  const recordings = await withProgress("reading", async (progress) => {
    const read: ReadRecording[] = [];
    for (const [at, path] of paths.entries()) {
      progress.update(at / paths.length, path);
      read.push(...(await readDays(path, options, session)));
    }
    return read;
  });
  const bySymbol = Map.groupBy(recordings, ({ symbol }) => symbol);
  const curves = [...bySymbol].map(([symbol, read]) => fitInstrument(symbol, read));
  const written = options.out === undefined ? [] : writeCurves(curves, options.out);
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(curves.map(curveJson), undefined, 2)}\n`
      : curves.map((curve) => curveText(curve, options.leaveOut === true)).join("\n"),
  );
  for (const path of options.json === true ? [] : written) {
    process.stderr.write(`curve: ${path}\n`);
  }
}

interface Session {
  readonly bucketNs: DurationNs;
  readonly startNs: TimeNs | undefined;
  readonly endNs: TimeNs | undefined;
}

function parseSession({ bucket, start, end }: CurveOptions): Session {
  const bucketNs = parseDuration(bucket);
  if (bucketNs === undefined || bucketNs === 0) {
    throw new UsageError(`--bucket: found ${bucket}, expected a duration such as 5m`);
  }
  const timeOf = (flag: string, text: string | undefined): TimeNs | undefined => {
    const time = text === undefined ? undefined : parseTimeOfDay(text);
    if (text === undefined || time !== undefined) return time;
    throw new UsageError(`${flag}: found ${text}, expected a time of day such as 09:30`);
  };
  return { bucketNs, startNs: timeOf("--start", start), endNs: timeOf("--end", end) };
}

function bucketsOf({ bucketNs, startNs, endNs }: Session, timeZone: string): CurveBuckets {
  const isNewYork = timeZone === newYork;
  const fromNs = startNs ?? (isNewYork ? 9.5 * 3600e9 : 0);
  const toNs = endNs ?? (isNewYork ? 16 * 3600e9 : dayNs);
  const clock = `${formatTimeOfDay(fromNs as TimeNs)} to ${formatTimeOfDay(toNs as TimeNs)}`;
  if (toNs <= fromNs) throw new UsageError(`--start, --end: found ${clock}, expected a later end`);
  if ((toNs - fromNs) % bucketNs !== 0) {
    const found = formatDuration(bucketNs);
    throw new UsageError(`--bucket: found ${found}, expected a part of the session ${clock}`);
  }
  return { fromNs, toNs, bucketNs };
}

interface ReadRecording {
  readonly symbol: string;
  readonly timeZone: string;
  readonly buckets: CurveBuckets;
  readonly days: readonly KnownDay[];
}

/** Files of bars may hold days years apart, and are read day by day. */
async function readDays(
  path: string,
  { format, symbol }: CurveOptions,
  session: Session,
): Promise<ReadRecording[]> {
  const name = format ?? (await detectFormat(path)).name;
  const dates = name === "bars" ? await listBarDates(path) : [undefined];
  const read: ReadRecording[] = [];
  for (const date of dates) {
    const recording = await openRecording(path, {
      format: name,
      ...(symbol === undefined ? {} : { symbol }),
      ...(date === undefined ? {} : { date }),
    });
    read.push(await readRecording(path, recording, session));
  }
  return read;
}

async function readRecording(
  path: string,
  recording: Recording,
  session: Session,
): Promise<ReadRecording> {
  const { instrument, timeZone, granularity, date } = recording;
  const buckets = bucketsOf(session, timeZone);
  const isAtEnd = granularity === "bars";
  const days = await measureDailyVolume(recording, buckets, { date, isAtEnd });
  const known = days.map((day) => ({ ...day, path }));
  return { symbol: instrument.symbol, timeZone, buckets, days: known };
}

function fitInstrument(symbol: string, read: readonly ReadRecording[]): InstrumentCurve {
  const { timeZone, buckets } = read[0]!;
  const days: KnownDay[] = [];
  const passedOver: { date: string; reason: string }[] = [];
  const seen = new Set<string>();
  for (const day of read.flatMap((one) => one.days)) {
    const { date } = day;
    const reason = reasonAgainst(day, timeZone, seen.has(date));
    seen.add(date);
    if (reason === undefined) days.push(day);
    else passedOver.push({ date, reason });
  }
  if (days.length === 0) {
    const told = passedOver.map(({ date, reason }) => `${date}: ${reason}`).join("; ");
    const found = told === "" ? "nothing in the session" : told;
    const message = `${symbol}: found ${found}; expected a day of which ${100 * coveredMin} % of the session is recorded (--start, --end)`;
    throw new OutsideError("NO_WHOLE_DAY", message, { canRetry: false });
  }
  days.sort((one, other) => (one.date < other.date ? -1 : 1));
  const generic = timeZone === newYork ? usEquityVolumeCurve : evenCurve(buckets);
  const curve = fitVolumeCurve(days, buckets, generic);
  const leftOut = leaveOut(days, buckets, generic);
  return { symbol, timeZone, buckets, days, passedOver, curve, leftOut };
}

function reasonAgainst(day: KnownDay, timeZone: string, isSeen: boolean): string | undefined {
  if (isSeen) return "a day that was read before";
  if (timeZone === newYork && isHalfDay(day.date)) return "a half day";
  if (day.totalLots === 0) return "no trades";
  if (day.covered >= coveredMin) return undefined;
  return `${(100 * day.covered).toFixed(1)} % of the session`;
}

function evenCurve({ fromNs, toNs }: CurveBuckets): VolumeCurve {
  return createVolumeCurve([fromNs, toNs], [1]);
}

function writeCurves(curves: readonly InstrumentCurve[], out: string): string[] {
  return curves.map((one) => {
    const { symbol, days, curve, buckets, timeZone } = one;
    const path = curves.length === 1 ? out : join(out, `${symbol.replace(/[^\w.-]/g, "_")}.csv`);
    return writeWhole(
      path,
      formatVolumeCurve(curve, [
        `volume curve of ${symbol}, ${days.length} days, ${formatDuration(durationNs(buckets.bucketNs))} buckets, clock ${timeZone}`,
        `fitted to ${days.map(({ date }) => date).join(", ")}`,
        `mean volume in the session ${Math.round(meanVolume(one))} lots a day (--expected-volume)`,
      ]),
    );
  });
}
