/**
 * Who came in and who rested, where both show alike.
 *
 * A trade takes lots off two orders, and both report the same lots, in either order. The second
 * report has the other part than the first. For the first one the part is told by how its order was
 * created: across the other side. Such an order is shown as created before it is matched, so until
 * its trades are told it stands across the book. From the moment when nothing stands across it any
 * more and no report is open, it rests like any other.
 */
import { ask, bid, oppositeSide, type Side } from "../../market/side.ts";
import type { Tape } from "../rows/tape.ts";

/** The two reports of a trade differ by roundings of this many lots at most. */
const roundingLots = 2;
/** Reports of one trade that lie further apart are not of one trade. */
const reportGapNs = 10e9;

type Part = "incoming" | "resting";

/** A report whose other half has not come. */
interface Report {
  readonly side: Side;
  readonly lots: number;
  readonly part: Part;
  readonly timeNs: number;
}

export class Roles {
  readonly #tape: Tape;
  /** Orders that came in across the other side. */
  readonly #incoming = new Set<number>();
  /** In the order of their times; those that are too old go. */
  #open: Report[] = [];

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  /** An order is about to be created. */
  noteCreated(id: number, side: Side, priceTicks: number): void {
    if (this.#isAcross(side, priceTicks)) this.#incoming.add(id);
  }

  /** Which part an order had in a trade that took these lots off it. */
  takePart(id: number, side: Side, priceTicks: number, lots: number): Part {
    this.#dropOld();
    const other = this.#open.findIndex(
      (report) => report.side !== side && Math.abs(report.lots - lots) <= roundingLots,
    );
    if (other >= 0) {
      const [report] = this.#open.splice(other, 1);
      return report!.part === "resting" ? "incoming" : "resting";
    }
    const isIncoming =
      this.#incoming.has(id) && (this.#isAwaited(side) || this.#isAcross(side, priceTicks));
    const part = isIncoming ? "incoming" : "resting";
    this.#open.push({ side, lots, part, timeNs: this.#tape.timeNs });
    return part;
  }

  /** After a record: where no report is open and the book is not crossed, everybody rests. */
  settle(): void {
    const { book } = this.#tape;
    if (this.#incoming.size === 0 || book.bestTicks(bid) >= book.bestTicks(ask)) return;
    this.#dropOld();
    if (this.#open.length === 0) this.#incoming.clear();
  }

  /** Whether a resting order reported a trade with this side that nobody of it has reported yet. */
  #isAwaited(side: Side): boolean {
    return this.#open.some((report) => report.side !== side && report.part === "resting");
  }

  #dropOld(): void {
    const since = this.#tape.timeNs - reportGapNs;
    if (this.#open.length > 0 && this.#open[0]!.timeNs < since) {
      this.#open = this.#open.filter((report) => report.timeNs >= since);
    }
  }

  #isAcross(side: Side, priceTicks: number): boolean {
    const opposite = this.#tape.book.bestTicks(oppositeSide(side));
    return side === bid ? priceTicks >= opposite : priceTicks <= opposite;
  }
}
