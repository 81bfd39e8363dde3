/** A wire over a TCP or TLS socket. */
import type { Socket } from "node:net";
import { InboundStream } from "./inbound-stream.ts";
import type { TransportClock } from "./transport-clock.ts";
import type { Wire, WireListener } from "./wire.ts";

export interface SocketBounds {
  /** Longest message that is taken, in bytes. @defaultValue 1 MiB */
  readonly messageBytesMax?: number;
  /** Most messages of a connection in one turn of the event loop. @defaultValue 256 */
  readonly messagesPerTurnMax?: number;
  /** How long a counterparty has to close its half when we have closed ours. @defaultValue 2,000 */
  readonly lingerMs?: number;
}

/** Its first listener decides who listens next. */
export class SocketWire implements Wire {
  readonly peer: string;
  listener: WireListener;
  readonly #socket: Socket;
  readonly #clock: TransportClock;
  readonly #inbound: InboundStream;
  readonly #lingerMs: number;
  #closeReason = "closed by the counterparty";
  #isClosing = false;
  #isCorked = false;
  #cancelLinger: (() => void) | undefined;

  constructor(
    socket: Socket,
    clock: TransportClock,
    terms: {
      readonly listener: WireListener;
      readonly bounds?: SocketBounds | undefined;
      /** For whoever looks after the socket, after everything else. */
      readonly onClosed: (reason: string) => void;
    },
  ) {
    const { messageBytesMax = 1 << 20, messagesPerTurnMax = 256 } = terms.bounds ?? {};
    this.listener = terms.listener;
    this.peer = `${socket.remoteAddress ?? "unknown"}:${socket.remotePort ?? 0}`;
    this.#socket = socket;
    this.#clock = clock;
    this.#lingerMs = terms.bounds?.lingerMs ?? 2000;
    this.#inbound = new InboundStream({
      clock,
      messageBytesMax,
      messagesPerTurnMax,
      onMessage: (view) => this.listener.onMessage(view),
      onGarbled: (reason) => this.listener.onGarbled(reason),
      onOversized: (reason) => this.destroy(`message too large: ${reason}`),
      onEnd: () => {
        this.listener.onClose(this.#closeReason);
        terms.onClosed(this.#closeReason);
      },
    });
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#inbound.push(chunk));
    socket.on("drain", () => this.listener.onDrain());
    socket.on("error", (error) => this.#setReason(error.message));
    socket.on("close", () => this.#close());
  }

  get unsentBytes(): number {
    return this.#socket.destroyed ? 0 : this.#socket.writableLength;
  }

  write(messages: readonly Uint8Array[]): void {
    if (this.#isClosing || messages.length === 0) return;
    // All messages of a turn leave in one system call.
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#socket.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        this.#socket.uncork();
      });
    }
    for (const message of messages) this.#socket.write(message);
  }

  hold(): void {
    this.#inbound.hold();
    if (!this.#isClosing) this.#socket.pause();
  }

  release(): void {
    this.#socket.resume();
    this.#inbound.release();
  }

  end(reason: string): void {
    if (this.#isClosing) return;
    this.#setReason(reason);
    this.#isClosing = true;
    this.#socket.end();
    // What still comes in is of no interest, but must be read for the other side's close to be seen.
    this.#inbound.discard();
    this.#inbound.release();
    this.#socket.resume();
    this.#cancelLinger = this.#clock.setTimer(this.#lingerMs, () => this.#socket.destroy());
  }

  destroy(reason: string): void {
    this.#setReason(reason);
    this.#isClosing = true;
    this.#inbound.discard();
    this.#inbound.release();
    this.#socket.destroy();
  }

  /** The first reason is the cause of all others. */
  #setReason(reason: string): void {
    if (!this.#isClosing) this.#closeReason = reason;
  }

  #close(): void {
    this.#cancelLinger?.();
    this.#isClosing = true;
    this.#inbound.finish();
  }
}
