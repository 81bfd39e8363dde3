/** Two ends of a simulated connection: bytes take their time, come in pieces, and get lost in cuts. */
import type { RandomSource } from "../core/random/random-source.ts";
import { InboundStream } from "../protocol/fix/transport/inbound-stream.ts";
import type { TransportClock } from "../protocol/fix/transport/transport-clock.ts";
import type { Wire, WireListener } from "../protocol/fix/transport/wire.ts";

export interface SimulatedWire extends Wire {
  /** What comes before there is one is lost. */
  listener: WireListener | undefined;
  /** Its process is dead: it hears nothing any more, and the other end finds out. */
  abandon(): void;
}

export function connectWires(
  clock: TransportClock,
  random: RandomSource,
): readonly [SimulatedWire, SimulatedWire] {
  const first = new WireEnd(clock, random);
  const second = new WireEnd(clock, random);
  first.other = second;
  second.other = first;
  return [first, second];
}

class WireEnd implements SimulatedWire {
  readonly peer = "simulated:1";
  readonly unsentBytes = 0;
  listener: WireListener | undefined;
  other: WireEnd | undefined;
  readonly #clock: TransportClock;
  readonly #random: RandomSource;
  readonly #inbound: InboundStream;
  #isClosed = false;
  /** What is under way to the other end. */
  readonly #underWay: (() => void)[] = [];
  /** When the last of it arrives. */
  #arrivalMs = 0;
  /** Bytes under way to the other end are lost. */
  #isCut = false;

  constructor(clock: TransportClock, random: RandomSource) {
    this.#clock = clock;
    this.#random = random;
    this.#inbound = new InboundStream({
      clock,
      messageBytesMax: 1 << 20,
      messagesPerTurnMax: 16,
      onMessage: (view) => this.listener?.onMessage(view),
      onGarbled: (reason) => this.listener?.onGarbled(reason),
      onOversized: (reason) => this.destroy(reason),
      onEnd: () => this.listener?.onClose("closed"),
    });
  }

  write(messages: readonly Uint8Array[]): void {
    if (this.#isClosed) return;
    const bytes = Buffer.concat(messages);
    const middle = Math.floor(this.#random.uniform() * bytes.length);
    for (const piece of [bytes.subarray(0, middle), bytes.subarray(middle)]) {
      this.#later(() => this.other!.#take(piece));
    }
  }

  hold(): void {
    this.#inbound.hold();
  }

  release(): void {
    this.#inbound.release();
  }

  end(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#later(() => this.other!.#close());
    this.#clock.setTimer(0, () => this.#finish());
  }

  destroy(_reason: string): void {
    if (this.#isClosed) return;
    this.#isCut = this.#random.uniform() < 0.5;
    this.other!.#isCut = true;
    this.end();
  }

  abandon(): void {
    this.listener = undefined;
    this.destroy("its process is dead");
  }

  #take(piece: Buffer): void {
    if (!this.other!.#isCut && !this.#isClosed) this.#inbound.push(piece);
  }

  #close(): void {
    this.#isClosed = true;
    this.#finish();
  }

  #finish(): void {
    this.#inbound.finish();
  }

  /** After everything before it has arrived: what a timer brings is always the next in line. */
  #later(work: () => void): void {
    const latencyMs = 0.2 + this.#random.uniform() ** 3 * 20;
    const nowMs = this.#clock.nowMs();
    this.#arrivalMs = Math.max(this.#arrivalMs, nowMs + latencyMs);
    this.#underWay.push(work);
    this.#clock.setTimer(this.#arrivalMs - nowMs, () => this.#underWay.shift()!());
  }
}
