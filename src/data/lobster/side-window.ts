/**
 * One side of the book as the file shows it: the best N levels, and behind them the levels that
 * were in sight before and are remembered until they come back.
 *
 * Everything remembered is deeper than everything visible, so the remembered levels are a stack
 * with the nearest on top: no search tree is needed.
 */
import { ask, type Side } from "../../market/side.ts";
import type { BookRowSide } from "./book-row.ts";
import { type BelievedLevel, createBelievedLevel } from "./queue-pool.ts";
import type { StandingDepth } from "./standing-depth.ts";

export class SideWindow {
  readonly side: Side;
  /** In sight, best first. */
  readonly visible: BelievedLevel[] = [];
  /** Whether nothing stands behind what is in sight (the row had room for more). */
  isWhole = false;
  /** Out of sight, the nearest last. */
  readonly #remembered: BelievedLevel[] = [];
  readonly #levels: number;
  readonly #depth: StandingDepth;

  constructor(side: Side, levels: number, depth: StandingDepth) {
    this.side = side;
    this.#levels = levels;
    this.#depth = depth;
  }

  /** Where a price stands or would stand among the visible levels. */
  indexOf(priceTicks: number): number {
    const visible = this.visible;
    let index = 0;
    if (this.side === ask) {
      while (index < visible.length && visible[index]!.priceTicks < priceTicks) index++;
    } else {
      while (index < visible.length && visible[index]!.priceTicks > priceTicks) index++;
    }
    return index;
  }

  /** The visible level at this price, or undefined. */
  find(priceTicks: number): BelievedLevel | undefined {
    const level = this.visible[this.indexOf(priceTicks)];
    return level?.priceTicks === priceTicks ? level : undefined;
  }

  /**
   * The visible level at this price, made when there is none; what it pushes out of the best N
   * is remembered.
   *
   * @returns undefined when the price is out of sight
   */
  findOrInsert(priceTicks: number): BelievedLevel | undefined {
    const visible = this.visible;
    const index = this.indexOf(priceTicks);
    if (visible[index]?.priceTicks === priceTicks) return visible[index];
    if (index >= this.#levels) return undefined;
    const level = createBelievedLevel(this.side, priceTicks);
    visible.splice(index, 0, level);
    if (visible.length > this.#levels) this.#remembered.push(visible.pop()!);
    return level;
  }

  /** Takes an empty level out of sight for good. */
  dropIfEmpty(level: BelievedLevel): void {
    if (level.lots > 0) return;
    this.#depth.forgetGhosts(level);
    const index = this.visible.indexOf(level);
    if (index >= 0) this.visible.splice(index, 1);
  }

  /** The number of leading levels in which the row shows what we believe. */
  countAgreeing(row: BookRowSide): number {
    const visible = this.visible;
    const compared = Math.min(visible.length, row.count);
    for (let index = 0; index < compared; index++) {
      const level = visible[index]!;
      if (level.priceTicks !== row.priceTicks[index] || level.lots !== row.lots[index])
        return index;
    }
    return compared;
  }

  /** Takes on the levels of the row that are deeper than what was in sight. */
  reveal(row: BookRowSide): void {
    for (let index = this.visible.length; index < row.count; index++) {
      this.visible.push(this.#bringBack(row.priceTicks[index]!, row.lots[index]!));
    }
  }

  /** Nothing stands behind the visible levels: what we remember there is gone. */
  forgetRemembered(): void {
    while (this.#remembered.length > 0) this.#discard(this.#remembered.pop()!);
  }

  /** Gives up what we believe is in sight, so that the next `reveal` takes on the whole row. */
  hideAll(): void {
    while (this.visible.length > 0) this.#remembered.push(this.visible.pop()!);
  }

  /** A level comes into sight: what we remember of it is adjusted to what is shown. */
  #bringBack(priceTicks: number, lots: number): BelievedLevel {
    const remembered = this.#remembered;
    while (remembered.length > 0 && this.#isBetter(remembered.at(-1)!.priceTicks, priceTicks)) {
      this.#discard(remembered.pop()!);
    }
    const isKnown = remembered.at(-1)?.priceTicks === priceTicks;
    const level = isKnown ? remembered.pop()! : createBelievedLevel(this.side, priceTicks);
    if (lots > level.lots) this.#depth.reveal(level, lots - level.lots);
    else if (lots < level.lots) this.#depth.withdraw(level, level.lots - lots);
    return level;
  }

  #discard(level: BelievedLevel): void {
    this.#depth.withdrawAll(level);
  }

  #isBetter(priceTicks: number, than: number): boolean {
    return this.side === ask ? priceTicks < than : priceTicks > than;
  }
}
