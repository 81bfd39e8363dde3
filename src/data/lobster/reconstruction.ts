/**
 * From LOBSTER's rows to market events.
 *
 * Row k of the orderbook file is the book after message k, cut to the best N levels. Messages
 * outside these levels are not in the file, so a row can show depth that no message brought, and
 * lack depth that no message took away. The rules by which the rows become events:
 *
 * 1. The book before the first message is row 1 with message 1 undone. It comes first, as one
 *    `reveal` per level, with the time of message 1. Reveals carry ids -1, -2, … (*lumps*).
 * 2. Each message gives its own event: 1 `add`, 2 `reduce`, 3 `remove`, 4 `execute`,
 *    5 `hiddenExecute` (changes no book), 6 `cross`, 7 `status`. The side is that of the resting
 *    order.
 * 3. A row of type 2, 3 or 4 that names an id without a submission in the file (or one that we
 *    took for gone) is served from the lumps at its price, earliest first, under the lump's id
 *    and with the flag `standing`: one event per lump. Where the lumps do not suffice, an earlier
 *    guess was wrong: the shortfall is withdrawn from known orders, youngest first, revealed as a
 *    new lump and taken from that. So the lots of the message's own events always add up to the
 *    message's size, and a trade never goes missing. Counted as an identity repair.
 * 4. A delete (3) of another size than we believe the order has removes the whole believed order;
 *    the difference is revealed or withdrawn, so that the level's total follows the file. A
 *    reduction or execution of more than we believe takes the rest as in rule 3. Both count as
 *    identity repairs.
 * 5. Depth that comes into sight is compared with what we remember at its price: more is
 *    revealed, less is withdrawn (known orders youngest first, then lumps). Levels that we
 *    remember in the newly covered range and that the row does not show are withdrawn whole. A
 *    row with fewer than N levels covers everything.
 * 6. Levels that were in sight before the message must be what they were, changed by the message.
 *    Anything else is a mismatch: the book is not that of these messages. It is thrown, or counted
 *    and the row's book taken on by rule 5.
 * 7. The message's events come before what its row reveals and withdraws; repairs come where they
 *    are needed. The last event of a record carries `endOfRecord`; every record has one.
 */
import { InputError } from "../../core/trouble.ts";
import { type EventKind, eventKind, tradingStatus } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { BookRow, BookRowSide } from "./book-row.ts";
import type { LobsterCounts } from "./counts.ts";
import type { EventWriter } from "./event-writer.ts";
import { type MessageRow, messageType } from "./message-row.ts";
import { createBelievedLevel } from "./queue-pool.ts";
import { SideWindow } from "./side-window.ts";
import { StandingDepth } from "./standing-depth.ts";

/** What to do with a row that does not follow from the one before. */
export type MismatchAction = "throw" | "count";

export interface ReconstructionOptions {
  readonly levels: number;
  readonly tickFileUnits: number;
  readonly onMismatch: MismatchAction;
  readonly orderbookPath: string;
}

export class Reconstruction {
  readonly #options: ReconstructionOptions;
  readonly #writer: EventWriter;
  readonly #counts: LobsterCounts;
  readonly #depth: StandingDepth;
  readonly #bid: SideWindow;
  readonly #ask: SideWindow;
  #isMismatched = false;

  constructor(options: ReconstructionOptions, writer: EventWriter, counts: LobsterCounts) {
    this.#options = options;
    this.#writer = writer;
    this.#counts = counts;
    this.#depth = new StandingDepth(writer, counts);
    this.#bid = new SideWindow(bid, options.levels, this.#depth);
    this.#ask = new SideWindow(ask, options.levels, this.#depth);
  }

  /**
   * Emits the events of one record.
   *
   * @throws InputError when the row does not follow and mismatches are not to be counted
   */
  apply(message: MessageRow, row: BookRow): void {
    this.#writer.timeNs = message.timeNs;
    if (this.#counts.rows === 0) this.#open(message, row);
    this.#counts.rows++;
    this.#isMismatched = false;
    this.#depth.beginRecord();
    this.#applyMessage(message);
    this.#follow(this.#bid, row.bid);
    this.#follow(this.#ask, row.ask);
    this.#writer.endRecord();
  }

  /** Rule 1. A message that cannot be undone is left in place and fails as soon as it is applied. */
  #open(message: MessageRow, row: BookRow): void {
    for (const [window, shown] of [
      [this.#bid, row.bid],
      [this.#ask, row.ask],
    ] as const) {
      const levels = undoMessage(message, shown).slice(0, this.#options.levels);
      window.reveal({
        side: shown.side,
        count: levels.length,
        priceTicks: Float64Array.from(levels, (level) => level.priceTicks),
        lots: Float64Array.from(levels, (level) => level.lots),
      });
      window.isWhole = shown.count < this.#options.levels;
    }
    this.#counts.openingReveals = this.#counts.reveals;
    this.#counts.reveals = 0;
  }

  #applyMessage(message: MessageRow): void {
    const counts = this.#counts;
    switch (message.type) {
      case messageType.submission:
        counts.submissions++;
        this.#submit(message);
        break;
      case messageType.partialCancellation:
        counts.partialCancellations++;
        this.#take(message, eventKind.reduce);
        break;
      case messageType.deletion:
        counts.deletions++;
        this.#take(message, eventKind.remove);
        break;
      case messageType.execution:
        counts.executions++;
        this.#take(message, eventKind.execute);
        break;
      case messageType.hiddenExecution:
        counts.hiddenExecutions++;
        if (!Number.isInteger(message.priceTicks)) counts.hiddenExecutionsOffGrid++;
        this.#print(message, eventKind.hiddenExecute);
        break;
      case messageType.cross:
        counts.crosses++;
        this.#print(message, eventKind.cross);
        break;
      default: {
        counts.statusChanges++;
        const status = statusOfPrice(message.priceTicks);
        this.#writer.emit(eventKind.status, message.side, 0, 0, status, 0);
      }
    }
  }

  #print(message: MessageRow, kind: EventKind): void {
    this.#writer.emit(kind, message.side, 0, message.priceTicks, message.lots, 0);
  }

  #submit(message: MessageRow): void {
    const { orderId, lots, priceTicks } = message;
    const standing = this.#depth.findLevel(orderId);
    if (standing !== undefined) {
      const where = this.#describe(standing.side, standing.priceTicks);
      this.#mismatch(`a submission of order ${orderId}, which stands on the ${where}`, "a new id");
      this.#depth.withdrawOrder(orderId);
      this.#windowOf(standing.side).dropIfEmpty(standing);
    }
    const level = this.#windowOf(message.side).findOrInsert(priceTicks);
    if (level !== undefined) {
      this.#depth.add(level, orderId, lots);
      return;
    }
    const where = this.#describe(message.side, priceTicks);
    this.#mismatch(
      `a submission on the ${where}`,
      `a price in the best ${this.#options.levels} levels`,
    );
    const unseen = createBelievedLevel(message.side, priceTicks);
    this.#depth.add(unseen, orderId, lots);
    this.#depth.withdrawAll(unseen);
  }

  #take(message: MessageRow, kind: EventKind): void {
    const { orderId, lots, priceTicks, side } = message;
    const window = this.#windowOf(side);
    const level = window.find(priceTicks);
    if (level === undefined) {
      const where = this.#describe(side, priceTicks);
      this.#mismatch(`no ${where} before this row`, `one that gives the message's ${lots}`);
      this.#depth.takeUnknown(createBelievedLevel(side, priceTicks), kind, lots);
      return;
    }
    if (level.lots < lots) {
      const where = this.#describe(side, priceTicks);
      this.#mismatch(
        `${level.lots} on the ${where} before this row`,
        `the message's ${lots} or more`,
      );
      this.#depth.reveal(level, lots - level.lots);
    }
    const standing = this.#depth.findLevel(orderId);
    if (standing !== undefined && standing !== level) {
      const where = this.#describe(standing.side, standing.priceTicks);
      const named = this.#describe(side, priceTicks);
      this.#mismatch(`a message that puts order ${orderId} on the ${named}`, `the ${where}`);
    }
    this.#depth.takeNamed(level, kind, orderId, lots);
    window.dropIfEmpty(level);
  }

  /** Rules 5 and 6 for one side. */
  #follow(window: SideWindow, row: BookRowSide): void {
    const agreeing = window.countAgreeing(row);
    if (agreeing < window.visible.length || (window.isWhole && row.count > agreeing)) {
      this.#mismatch(
        this.#describeLevel(
          row.side,
          agreeing,
          row.priceTicks[agreeing],
          row.lots[agreeing],
          row.count,
        ),
        this.#describeBelief(window, agreeing),
      );
      window.hideAll();
    }
    if (row.count > window.visible.length) window.reveal(row);
    window.isWhole = row.count < this.#options.levels;
    if (window.isWhole) window.forgetRemembered();
  }

  #windowOf(side: Side): SideWindow {
    return side === bid ? this.#bid : this.#ask;
  }

  #mismatch(found: string, expected: string): void {
    const { onMismatch, orderbookPath } = this.#options;
    if (onMismatch === "throw") {
      throw new InputError({ path: orderbookPath, line: this.#counts.rows }, { found, expected });
    }
    if (!this.#isMismatched) this.#counts.mismatches++;
    this.#isMismatched = true;
  }

  #describe(side: Side, priceTicks: number): string {
    return `${side === bid ? "bid" : "ask"} at ${priceTicks * this.#options.tickFileUnits}`;
  }

  #describeBelief(window: SideWindow, index: number): string {
    const level = window.visible[index];
    const count = window.visible.length;
    const text = this.#describeLevel(window.side, index, level?.priceTicks, level?.lots, count);
    return `${text}, which follows from the row above and the message`;
  }

  #describeLevel(
    side: Side,
    index: number,
    priceTicks: number | undefined,
    lots: number | undefined,
    count: number,
  ): string {
    const name = side === bid ? "bid" : "ask";
    return index >= count || priceTicks === undefined
      ? `no ${name} level ${index + 1}`
      : `${name} level ${index + 1} of ${lots} at ${priceTicks * this.#options.tickFileUnits}`;
  }
}

/** The levels of one side as they were before the message, best first. */
function undoMessage(
  message: MessageRow,
  shown: BookRowSide,
): { readonly priceTicks: number; lots: number }[] {
  const levels = Array.from({ length: shown.count }, (_, index) => ({
    priceTicks: shown.priceTicks[index]!,
    lots: shown.lots[index]!,
  }));
  if (message.side !== shown.side || message.type > messageType.execution) return levels;
  const { priceTicks, lots } = message;
  const level = levels.find((one) => one.priceTicks === priceTicks);
  if (message.type === messageType.submission) {
    if (level !== undefined && level.lots >= lots) level.lots -= lots;
    return levels.filter((one) => one.lots > 0);
  }
  if (level !== undefined) level.lots += lots;
  else levels.push({ priceTicks, lots });
  const sign = shown.side === ask ? 1 : -1;
  return levels.sort((one, other) => sign * (one.priceTicks - other.priceTicks));
}

function statusOfPrice(price: number): number {
  if (price === -1) return tradingStatus.halted;
  return price === 0 ? tradingStatus.quoting : tradingStatus.trading;
}
