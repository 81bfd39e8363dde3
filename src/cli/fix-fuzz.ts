/**
 * `metaorder fix fuzz`: random bytes and mutated messages against the engine, and what came of it.
 *
 * A crash, a step that takes too long and memory that grows are failures. Each is told with the input
 * in hex; since a session remembers, the seed and the two counts give the whole history again.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import colors from "picocolors";
import type { FixVersion } from "../protocol/fix/dictionary/dictionary.ts";
import type { FixApplication } from "../protocol/fix/session/session-contract.ts";
import { createCorpus, type FuzzCorpus, fuzzVersions } from "./fix-fuzz-corpus.ts";
import { Dice } from "./fix-fuzz-dice.ts";
import { mutateBytes, mutateFields, putTogether, withHeader } from "./fix-fuzz-mutations.ts";
import { FuzzSubject, type FuzzVerdict } from "./fix-fuzz-subject.ts";
import { wholeNumber } from "./order-options.ts";
import { withProgress } from "./progress.ts";

export interface FuzzTerms {
  /** Random bytes. */
  readonly bytes: number;
  /** Messages that are mutated. */
  readonly mutations: number;
  readonly seed: number;
  /** @defaultValue all from FIX.4.0 to FIX.5.0SP2 */
  readonly versions?: readonly FixVersion[];
  /** Behind the engine. @defaultValue one that sends back half of what it gets */
  readonly application?: FixApplication;
  /** Hears how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

export interface FuzzFailure {
  readonly kind: "crash" | "hang" | "growth";
  readonly version: FixVersion | undefined;
  /** Which input it was, from 1. */
  readonly at: number;
  readonly text: string;
  /** The input, in hex. */
  readonly input: string;
}

export interface FuzzOutcome {
  readonly seed: number;
  readonly bytes: number;
  readonly mutations: number;
  /** Valid messages that the mutations began with. */
  readonly corpus: number;
  /** Chunks of bytes and mutated messages; the five counts below add up to it. */
  readonly inputs: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly garbled: number;
  /** The session was ended over it. */
  readonly closed: number;
  /** Begins a message that is not complete. */
  readonly waiting: number;
  /** Of one input, in time of the processor, which no other process can take away. */
  readonly longestStepMs: number;
  readonly stepLimitMs: number;
  readonly heapBeforeBytes: number;
  readonly heapAfterBytes: number;
  readonly growthLimitBytes: number;
  /** None, when all is well; at most 20 are told. */
  readonly failures: readonly FuzzFailure[];
  readonly wallMs: number;
}

const stepLimitMs = 50;
/** What validation of a message type needs is made when one first comes: 35 MiB for all of them. */
const growthLimitBytes = 64 << 20;
/** Longest chunk of random bytes. */
const chunkMax = 2000;
const failuresMax = 20;
/** Share of the work after which memory is measured for the first time. */
const warmUpShare = 0.1;

/** Mutations come first, so that memory is measured when all there is has been met. */
export function fuzzEngine(terms: FuzzTerms): FuzzOutcome {
  const startedMs = Date.now();
  const { seed, bytes, mutations } = terms;
  const dice = new Dice(seed);
  const corpora = (terms.versions ?? fuzzVersions).map((version) => createCorpus(version, dice));
  const trial = new FuzzTrial(corpora, terms.application);
  const meter = new HeapMeter();
  const expectedInputs = mutations + (2 * bytes) / chunkMax;
  const feed = (draw: (subject: FuzzSubject) => Buffer): void => {
    trial.feed(draw, dice);
    const share = trial.inputs / expectedInputs;
    meter.review(share);
    terms.onProgress?.(share);
  };
  for (let done = 0; done < mutations; done++) feed((subject) => drawMessage(subject, dice));
  for (let done = 0; done < bytes; ) {
    const length = Math.min(bytes - done, 1 + dice.below(chunkMax));
    feed(() => drawBytes(length, dice));
    done += length;
  }
  const { beforeBytes, afterBytes } = meter.finish();
  if (afterBytes - beforeBytes > growthLimitBytes) trial.noteGrowth(beforeBytes, afterBytes);
  const heap = { heapBeforeBytes: beforeBytes, heapAfterBytes: afterBytes, growthLimitBytes };
  return {
    ...{ seed, bytes, mutations },
    corpus: corpora.reduce((sum, { messages }) => sum + messages.length, 0),
    ...{ inputs: trial.inputs, ...trial.counts },
    ...{ longestStepMs: trial.longestStepMs, stepLimitMs, ...heap },
    ...{ failures: trial.failures, wallMs: Date.now() - startedMs },
  };
}

/** A session of each version, and everything that is counted. */
class FuzzTrial {
  readonly counts: Record<FuzzVerdict, number> = {
    accepted: 0,
    rejected: 0,
    garbled: 0,
    closed: 0,
    waiting: 0,
  };
  readonly failures: FuzzFailure[] = [];
  inputs = 0;
  longestStepMs = 0;
  readonly #subjects: FuzzSubject[];
  readonly #application: FixApplication | undefined;

  constructor(corpora: readonly FuzzCorpus[], application: FixApplication | undefined) {
    this.#application = application;
    this.#subjects = corpora.map((corpus) => new FuzzSubject(corpus, application));
  }

  /** One input for the session of a version that chance picks. */
  feed(draw: (subject: FuzzSubject) => Buffer, dice: Dice): void {
    const index = dice.below(this.#subjects.length);
    const subject = this.#subjects[index]!;
    this.inputs++;
    let input: Buffer = Buffer.alloc(0);
    let startUs = processorUs();
    try {
      subject.stayLoggedOn();
      input = draw(subject);
      startUs = processorUs();
      this.counts[subject.feed(input)]++;
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#note("crash", subject.corpus.version, text, input);
      this.counts.closed++;
      // Whatever it was, its session is not to be trusted any more.
      this.#subjects[index] = new FuzzSubject(subject.corpus, this.#application);
    }
    const stepMs = (processorUs() - startUs) / 1000;
    this.longestStepMs = Math.max(this.longestStepMs, stepMs);
    if (stepMs > stepLimitMs) {
      this.#note("hang", subject.corpus.version, `${stepMs.toFixed(1)} ms`, input);
    }
  }

  noteGrowth(beforeBytes: number, afterBytes: number): void {
    this.#note("growth", undefined, `from ${beforeBytes} to ${afterBytes} bytes`, Buffer.alloc(0));
  }

  #note(
    kind: FuzzFailure["kind"],
    version: FixVersion | undefined,
    text: string,
    input: Buffer,
  ): void {
    if (this.failures.length >= failuresMax) return;
    this.failures.push({ kind, version, at: this.inputs, text, input: input.toString("hex") });
  }
}

/** Time that this thread had a processor, in microseconds. */
function processorUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Bytes that look like a message here and there, so that the search for one has work. */
const lures: readonly Buffer[] = [
  ...[
    "8=FIX.4.4\u0001",
    "8=FIX",
    "8=FIXT.1.1\u00019=",
    "9=5\u0001",
    "35=D\u0001",
    "\u000110=123\u0001",
  ],
  ...[
    "34=2\u0001",
    "=\u0001",
    "8=FIX.4.2\u00019=20\u000135=0\u0001",
    "9=99999999\u0001",
    "\u0001",
    "=",
  ],
].map((text) => Buffer.from(text, "latin1"));

function drawBytes(length: number, dice: Dice): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const luring = dice.pick([0, 0, 0.02, 0.2]);
  for (let at = 0; at < length; ) {
    if (luring > 0 && dice.chance(luring)) at += dice.pick(lures).copy(bytes, at);
    else bytes[at++] = dice.bits() & 0xff;
  }
  return bytes;
}

function drawMessage({ corpus, envelope }: FuzzSubject, dice: Dice): Buffer {
  const { msgType, body } = dice.pick(corpus.messages);
  const fields = withHeader(envelope, msgType, body);
  // Some stay as they are: the session must go on in between.
  if (!dice.chance(0.1)) mutateFields(fields, dice.pick([0, 1, 1, 1, 2, 3]), dice);
  const message = putTogether(corpus.beginString, fields);
  const changes = dice.pick([0, 0, 0, 0, 1, 3]);
  return mutateBytes(message, { changes, repairs: dice.chance(0.6), dice });
}

interface FuzzOptions {
  readonly bytes: string;
  readonly mutations: string;
  readonly seed: string;
  readonly json?: boolean;
}

/**
 * The command; its exit code is 1 where something failed.
 *
 * @throws UsageError on a count that is none
 */
export async function runFixFuzz(options: FuzzOptions): Promise<void> {
  const bytes = wholeNumber("--bytes", options.bytes, 0);
  const mutations = wholeNumber("--mutations", options.mutations, 0);
  const seed = wholeNumber("--seed", options.seed, 0);
  const outcome = await withProgress("fix fuzz", async ({ update }) =>
    fuzzEngine({ bytes, mutations, seed, onProgress: update }),
  );
  process.stdout.write(
    options.json === true ? `${JSON.stringify(outcome, undefined, 2)}\n` : fixFuzzText(outcome),
  );
  if (outcome.failures.length > 0) process.exitCode = 1;
}

/** As people read it. */
function fixFuzzText(outcome: FuzzOutcome): string {
  const { inputs, accepted, rejected, garbled, closed, waiting, failures } = outcome;
  const count = (value: number): string => value.toLocaleString("en-US");
  const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const { heapBeforeBytes, heapAfterBytes, growthLimitBytes } = outcome;
  const verdict =
    failures.length === 0 ? colors.green("no failure") : colors.red(`${failures.length} failures`);
  return [
    `${count(outcome.mutations)} mutations of ${count(outcome.corpus)} messages and ${count(outcome.bytes)} random bytes, seed ${outcome.seed}, ${(outcome.wallMs / 1000).toFixed(0)} s`,
    `inputs   ${count(inputs)}: ${count(accepted)} accepted, ${count(rejected)} rejected, ${count(garbled)} garbled, ${count(closed)} ended the session, ${count(waiting)} unfinished`,
    `longest  ${outcome.longestStepMs.toFixed(1)} ms (at most ${outcome.stepLimitMs})`,
    `memory   ${mib(heapBeforeBytes)} warmed up, ${mib(heapAfterBytes)} at the end (at most ${mib(growthLimitBytes)} more)`,
    ...failures.map(
      ({ kind, version, at, text, input }) =>
        `${colors.red(kind)} ${version ?? ""} input ${at}: ${text}\n  ${input}`,
    ),
    `${verdict}\n`,
  ].join("\n");
}

/** What is in use after a collection: warmed up, and at the end. */
class HeapMeter {
  #beforeBytes: number | undefined;

  review(share: number): void {
    if (this.#beforeBytes === undefined && share >= warmUpShare) this.#beforeBytes = usedBytes();
  }

  finish(): { readonly beforeBytes: number; readonly afterBytes: number } {
    const afterBytes = usedBytes();
    return { beforeBytes: this.#beforeBytes ?? afterBytes, afterBytes };
  }
}

function usedBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
