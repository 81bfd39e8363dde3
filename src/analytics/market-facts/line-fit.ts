/** A straight line through points that are seen once. */

export interface LineFacts {
  readonly points: number;
  readonly slope: number;
  /** Share of the variance explained. */
  readonly r2: number;
}

/** Ordinary least squares of y on x, with a constant. */
export class LineFit {
  #count = 0;
  #meanX = 0;
  #meanY = 0;
  #xx = 0;
  #xy = 0;
  #yy = 0;

  add(x: number, y: number): void {
    this.#count++;
    const fromMeanX = x - this.#meanX;
    const fromMeanY = y - this.#meanY;
    this.#meanX += fromMeanX / this.#count;
    this.#meanY += fromMeanY / this.#count;
    this.#xx += fromMeanX * (x - this.#meanX);
    this.#xy += fromMeanX * (y - this.#meanY);
    this.#yy += fromMeanY * (y - this.#meanY);
  }

  /** Undefined with fewer than three points, or where x or y does not vary. */
  facts(): LineFacts | undefined {
    if (this.#count < 3 || this.#xx === 0 || this.#yy === 0) return undefined;
    const slope = this.#xy / this.#xx;
    return { points: this.#count, slope, r2: (slope * this.#xy) / this.#yy };
  }
}
