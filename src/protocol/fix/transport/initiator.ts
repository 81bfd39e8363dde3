/**
 * Connects one session to its counterparty, again and again: several hosts in turn, waiting longer
 * after each failure, with chance in the waiting so that a venue that comes back is not run over.
 */
import { connect, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { assert } from "../../../core/assert.ts";
import type { RandomSource } from "../../../core/random/random-source.ts";
import { type CertificatePin, faultOfCertificate, shownCertificate } from "./peer-certificate.ts";
import type { SessionDriver } from "./session-driver.ts";
import { type SocketBounds, SocketWire } from "./socket-wire.ts";
import type { TransportClock } from "./transport-clock.ts";
import type { WireListener } from "./wire.ts";

export interface HostAddress {
  readonly host: string;
  readonly port: number;
}

export interface BackOff {
  /** Wait after the first failure. @defaultValue 500 */
  readonly firstMs?: number;
  /** @defaultValue 30,000 */
  readonly longestMs?: number;
  /** Each wait is this many times the one before. @defaultValue 2 */
  readonly factor?: number;
  /** Share of a wait that is left to chance, 0 to 1. @defaultValue 0.5 */
  readonly jitter?: number;
}

export interface InitiatorTls {
  /** Our certificate, PEM, where the counterparty wants one. */
  readonly key?: string | Buffer;
  readonly cert?: string | Buffer;
  /** Authorities that sign the counterparty's certificate. @defaultValue those of Node */
  readonly ca?: string | Buffer;
  /** Name in the counterparty's certificate. @defaultValue the host */
  readonly serverName?: string;
  readonly pin?: CertificatePin;
}

export interface InitiatorOptions {
  readonly driver: SessionDriver;
  /** Tried in turn; the one that has logged on last is tried first. */
  readonly hosts: readonly HostAddress[];
  readonly clock: TransportClock;
  readonly random: RandomSource;
  readonly tls?: InitiatorTls;
  readonly backOff?: BackOff;
  /** TLS handshake included. @defaultValue 10,000 */
  readonly connectTimeoutMs?: number;
  readonly bounds?: SocketBounds;
  readonly onEvent?: (event: InitiatorEvent) => void;
}

export type InitiatorEvent =
  | { readonly kind: "connecting"; readonly peer: string }
  | { readonly kind: "connected"; readonly peer: string }
  | { readonly kind: "closed"; readonly peer: string; readonly reason: string }
  | { readonly kind: "waiting"; readonly delayMs: number };

export interface Initiator {
  /** Connects no more, and closes the connection at once; log out first for good order. */
  stop(): void;
}

export function startInitiator(options: InitiatorOptions): Initiator {
  assert(options.hosts.length > 0, "an initiator has at least one host");
  const initiator = new Caller(options);
  initiator.call();
  return initiator;
}

/**
 * How long to wait after so many failures in a row.
 *
 * @returns milliseconds, at most `longestMs`
 */
export function computeBackOffMs(failures: number, random: RandomSource, backOff: BackOff): number {
  const { firstMs = 500, longestMs = 30_000, factor = 2, jitter = 0.5 } = backOff;
  const fullMs = Math.min(longestMs, firstMs * factor ** (failures - 1));
  return fullMs * (1 - jitter * random.uniform());
}

class Caller implements Initiator {
  readonly #options: InitiatorOptions;
  #hostIndex = 0;
  #failures = 0;
  #socket: Socket | undefined;
  #cancelTimer: () => void = () => {};
  #isStopped = false;

  constructor(options: InitiatorOptions) {
    this.#options = options;
  }

  call(): void {
    const { hosts, clock, connectTimeoutMs = 10_000 } = this.#options;
    const address = hosts[this.#hostIndex]!;
    const peer = `${address.host}:${address.port}`;
    this.#tell({ kind: "connecting", peer });
    const socket = this.#connect(address);
    this.#socket = socket;
    let reason = `no connection within ${connectTimeoutMs} ms`;
    this.#cancelTimer = clock.setTimer(connectTimeoutMs, () => socket.destroy());
    const lose = (): void => this.#lose(peer, reason);
    socket.once("error", (error) => {
      reason = error.message;
    });
    socket.once("close", lose);
    socket.once(this.#options.tls === undefined ? "connect" : "secureConnect", () => {
      this.#cancelTimer();
      const fault = this.#faultOfPeer(socket);
      if (fault !== undefined) {
        reason = fault;
        socket.destroy();
        return;
      }
      // From here on the wire tells of the end.
      socket.removeListener("close", lose);
      this.#join(socket, peer);
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
    this.#socket?.destroy();
  }

  #connect(address: HostAddress): Socket {
    const { tls } = this.#options;
    if (tls === undefined) return connect(address);
    const { serverName, pin, ...own } = tls;
    return connectTls({
      ...address,
      ...own,
      minVersion: "TLSv1.2",
      ...(serverName === undefined ? {} : { servername: serverName }),
      // A pinned fingerprint stands for itself; everything else needs an authority.
      rejectUnauthorized: pin?.kind !== "fingerprint" || tls.ca !== undefined,
    });
  }

  #faultOfPeer(socket: Socket): string | undefined {
    const pin = this.#options.tls?.pin;
    if (pin === undefined) return undefined;
    return faultOfCertificate(
      shownCertificate(socket as TLSSocket),
      pin,
      this.#options.clock.nowMs(),
    );
  }

  #join(socket: Socket, peer: string): void {
    const { clock, driver, bounds } = this.#options;
    if (!driver.canAttach) {
      socket.once("close", () => this.#lose(peer, "the session is not free"));
      socket.destroy();
      return;
    }
    this.#tell({ kind: "connected", peer });
    const wire: SocketWire = new SocketWire(socket, clock, {
      bounds,
      listener: silentListener,
      onClosed: (reason) => this.#lose(peer, reason),
    });
    const listener = driver.attach(wire);
    wire.listener = {
      onMessage: (view) => {
        listener.onMessage(view);
        if (driver.state === "active") this.#failures = 0;
      },
      onGarbled: (reason) => listener.onGarbled(reason),
      onDrain: () => listener.onDrain(),
      onClose: (reason) => listener.onClose(reason),
    };
  }

  #lose(peer: string, reason: string): void {
    const { hosts, clock, random, backOff = {} } = this.#options;
    this.#cancelTimer();
    this.#socket = undefined;
    this.#tell({ kind: "closed", peer, reason });
    if (this.#isStopped) return;
    // A host that had logged on gets another try before the next one has its turn.
    if (this.#failures > 0) this.#hostIndex = (this.#hostIndex + 1) % hosts.length;
    this.#failures++;
    const delayMs = computeBackOffMs(this.#failures, random, backOff);
    this.#tell({ kind: "waiting", delayMs });
    this.#cancelTimer = clock.setTimer(delayMs, () => this.call());
  }

  #tell(event: InitiatorEvent): void {
    this.#options.onEvent?.(event);
  }
}

const silentListener: WireListener = {
  onMessage() {},
  onGarbled() {},
  onDrain() {},
  onClose() {},
};
