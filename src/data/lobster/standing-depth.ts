/**
 * Moves lots in and out of the believed book, and says each move as an event.
 *
 * Depth that comes into sight without a message is a *lump* with a negative id of its own. Depth
 * that went away unseen is taken from known orders, youngest first, then from lumps, latest
 * first: that is a guess as to who left, while the total is exact. A *ghost* is an id that is in
 * no queue and may yet be named: an order taken out by such a guess, or one that stood before the
 * file and was only partly taken out of a lump. When a level is empty everything at it is gone
 * for certain, and its ghosts are forgotten: memory follows the book, not the file.
 */
import { type EventKind, eventFlag, eventKind } from "../../market/event-block.ts";
import type { LobsterCounts } from "./counts.ts";
import type { EventWriter } from "./event-writer.ts";
import { type BelievedLevel, none, QueuePool } from "./queue-pool.ts";

type GhostKind = "standing" | "withdrawn";

export class StandingDepth {
  readonly #pool = new QueuePool();
  readonly #writer: EventWriter;
  readonly #counts: LobsterCounts;
  readonly #ghosts = new Map<number, GhostKind>();
  #lumps = 0;
  #isRepaired = false;

  constructor(writer: EventWriter, counts: LobsterCounts) {
    this.#writer = writer;
    this.#counts = counts;
  }

  /** A record that proves a belief wrong counts as one repair, however many moves it takes. */
  beginRecord(): void {
    this.#isRepaired = false;
  }

  /** The level at which a known order stands, or undefined. */
  findLevel(orderId: number): BelievedLevel | undefined {
    const entry = this.#pool.find(orderId);
    return entry === none ? undefined : this.#pool.levelOf(entry);
  }

  add(level: BelievedLevel, orderId: number, lots: number): void {
    this.#writer.emit(eventKind.add, level.side, orderId, level.priceTicks, lots, 0);
    this.#pool.append(level, orderId, lots);
  }

  /** Depth without a message comes into sight. @returns the lump's id */
  reveal(level: BelievedLevel, lots: number): number {
    const lumpId = -++this.#lumps;
    this.#writer.emit(eventKind.reveal, level.side, lumpId, level.priceTicks, lots, 0);
    this.#counts.reveals++;
    this.#pool.append(level, lumpId, lots);
    return lumpId;
  }

  /** Some of a level went away unseen; the level keeps the rest. */
  withdraw(level: BelievedLevel, lots: number): void {
    let left = lots;
    while (left > 0 && level.known.last !== none) left -= this.#withdrawGuess(level, left);
    while (left > 0) left -= this.#withdrawFrom(level, level.lumps.last, left);
  }

  /** All of a level went away unseen: no guess, and nobody there will be named again. */
  withdrawAll(level: BelievedLevel): void {
    for (const queue of [level.known, level.lumps]) {
      while (queue.last !== none) this.#withdrawFrom(level, queue.last, Number.POSITIVE_INFINITY);
    }
    this.forgetGhosts(level);
  }

  /** Called when a level is empty: whoever stood here is gone for certain. */
  forgetGhosts(level: BelievedLevel): void {
    if (level.ghostIds === undefined) return;
    for (const id of level.ghostIds) this.#ghosts.delete(id);
    level.ghostIds = undefined;
  }

  /** Takes a known order out because the file contradicts it. */
  withdrawOrder(orderId: number): void {
    const entry = this.#pool.find(orderId);
    this.#withdrawFrom(this.#pool.levelOf(entry), entry, Number.POSITIVE_INFINITY);
  }

  /** Takes the lots that a message of type 2, 3 or 4 names out of a level that has as many. */
  takeNamed(level: BelievedLevel, kind: EventKind, orderId: number, lots: number): void {
    const entry = this.#pool.find(orderId);
    if (entry === none || this.#pool.levelOf(entry) !== level) {
      this.#takeStanding(level, kind, orderId, lots);
      return;
    }
    const believed = this.#pool.lots[entry]!;
    const taken = kind === eventKind.remove ? believed : Math.min(believed, lots);
    this.#writer.emit(kind, level.side, orderId, level.priceTicks, taken, 0);
    this.#pool.take(entry, taken);
    if (taken === lots) return;
    this.#countRepair();
    if (taken > lots) this.reveal(level, taken - lots);
    else if (kind === eventKind.remove) this.withdraw(level, lots - taken);
    else this.#takeFromLumps(level, kind, lots - taken);
  }

  /** An event whose lots we know nothing of: they come into sight and go in one record. */
  takeUnknown(level: BelievedLevel, kind: EventKind, lots: number): void {
    const lumpId = this.reveal(level, lots);
    this.#writer.emit(kind, level.side, lumpId, level.priceTicks, lots, eventFlag.standing);
    this.#pool.take(level.lumps.last, lots);
  }

  #takeStanding(level: BelievedLevel, kind: EventKind, orderId: number, lots: number): void {
    const ghost = this.#ghosts.get(orderId);
    const standsElsewhere = this.#pool.find(orderId) !== none;
    if (standsElsewhere || ghost === "withdrawn") this.#countRepair();
    else if (ghost === undefined) this.#countFirstSeen(kind);
    this.#takeFromLumps(level, kind, lots);
    if (standsElsewhere) return;
    if (kind === eventKind.remove) this.#ghosts.delete(orderId);
    else if (ghost === undefined) this.#addGhost(level, orderId, "standing");
  }

  #takeFromLumps(level: BelievedLevel, kind: EventKind, lots: number): void {
    let left = lots;
    while (left > 0 && level.lumps.first !== none) {
      const entry = level.lumps.first;
      const taken = Math.min(left, this.#pool.lots[entry]!);
      const lumpId = this.#pool.id[entry]!;
      this.#writer.emit(kind, level.side, lumpId, level.priceTicks, taken, eventFlag.standing);
      this.#pool.take(entry, taken);
      left -= taken;
    }
    if (left === 0) return;
    // Somebody we took for gone is still here, so somebody we take for standing is gone: exchange
    // them, so that the lots of the message's own events always add up to the message's size.
    this.#countRepair();
    for (let owed = left; owed > 0; ) owed -= this.#withdrawGuess(level, owed);
    this.takeUnknown(level, kind, left);
  }

  /** Withdraws from the youngest known order. @returns lots withdrawn */
  #withdrawGuess(level: BelievedLevel, lots: number): number {
    const entry = level.known.last;
    this.#addGhost(level, this.#pool.id[entry]!, "withdrawn");
    return this.#withdrawFrom(level, entry, lots);
  }

  #withdrawFrom(level: BelievedLevel, entry: number, lots: number): number {
    const taken = Math.min(lots, this.#pool.lots[entry]!);
    const id = this.#pool.id[entry]!;
    this.#writer.emit(eventKind.withdraw, level.side, id, level.priceTicks, taken, 0);
    this.#counts.withdrawals++;
    this.#pool.take(entry, taken);
    return taken;
  }

  #addGhost(level: BelievedLevel, orderId: number, kind: GhostKind): void {
    const isNew = !this.#ghosts.has(orderId);
    this.#ghosts.set(orderId, kind);
    if (!isNew) return;
    if (level.ghostIds === undefined) level.ghostIds = [orderId];
    else level.ghostIds.push(orderId);
  }

  #countRepair(): void {
    if (!this.#isRepaired) this.#counts.identityRepairs++;
    this.#isRepaired = true;
  }

  #countFirstSeen(kind: EventKind): void {
    if (kind === eventKind.reduce) this.#counts.standingInPartialCancellations++;
    else if (kind === eventKind.remove) this.#counts.standingInDeletions++;
    else this.#counts.standingInExecutions++;
  }
}
