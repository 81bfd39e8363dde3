/**
 * Candidate points of a population, each with marks of its own: a fixed rate in business time
 * (`business-clock.ts`), whatever the market does.
 *
 * Candidate k has wait k and the marks from k · count on: no index depends on what became of the
 * ones before. Marks of candidates that nobody asks for are never computed.
 */
import { drawExponential } from "../../core/random/distributions.ts";
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import type { BusinessClock } from "./business-clock.ts";

export class CandidateClock {
  /** Time of the next candidate, whole nanoseconds; Infinity at a rate of 0. */
  nextNs = Number.POSITIVE_INFINITY;
  readonly #name: string;
  readonly #markCount: number;
  #waits: RandomStream = createRandomStream(0, 0);
  #marks: RandomStream = createRandomStream(0, 0);
  #rate = 0;
  /** Of the next candidate, on the business clock. */
  #seconds = 0;

  /**
   * @param name of its streams
   * @param markCount uniforms that belong to each candidate; even, so that a jump costs nothing
   */
  constructor(name: string, markCount: number) {
    this.#name = name;
    this.#markCount = markCount;
  }

  /** Candidates gone past. */
  get passed(): number {
    return this.#waits.index - 1;
  }

  /** Begins at a moment, at so many candidates a business second. */
  open(clock: BusinessClock, seed: number, nowNs: number, rate: number): void {
    this.#takeUp(seed);
    this.#rate = rate;
    this.#seconds = clock.secondsAt(nowNs);
    this.#wait(clock);
  }

  /** Goes past the candidate that is due. @returns its marks, from the first on */
  pass(clock: BusinessClock): RandomStream {
    this.#marks.seek(this.passed * this.#markCount);
    this.#wait(clock);
    return this.#marks;
  }

  save(writer: StateWriter): void {
    writer.column([this.#waits.seed, this.#waits.index, this.#rate]);
    writer.column([this.#seconds, this.nextNs]);
  }

  load(reader: StateReader): void {
    this.#takeUp(reader.number());
    this.#waits.seek(reader.number());
    this.#rate = reader.number();
    this.#seconds = reader.number();
    this.nextNs = reader.number();
  }

  #takeUp(seed: number): void {
    this.#waits = createRandomStream(seed, streamId(`${this.#name}/waits`));
    this.#marks = createRandomStream(seed, streamId(`${this.#name}/marks`));
  }

  #wait(clock: BusinessClock): void {
    const wait = drawExponential(this.#waits);
    this.#seconds += this.#rate > 0 ? wait / this.#rate : Number.POSITIVE_INFINITY;
    this.nextNs = Math.round(clock.timeAt(this.#seconds));
  }
}
