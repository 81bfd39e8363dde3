/**
 * Listens for counterparties: several sessions on one port, told apart by their first message.
 *
 * Nothing is answered before that message names a session, and nothing costs much before it: what
 * connects is bounded in number, in time and in bytes.
 */
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, TLSSocket, type Server as TlsServer } from "node:tls";
import { assert } from "../../../core/assert.ts";
import { OutsideError } from "../../../core/trouble.ts";
import type { MessageView } from "../codec/message-view.ts";
import type { SessionIdentity } from "../session/session-contract.ts";
import { createConnectionLimits, type LimitBounds } from "./connection-limits.ts";
import { type CertificatePin, faultOfCertificate, shownCertificate } from "./peer-certificate.ts";
import type { SessionDriver } from "./session-driver.ts";
import { type SocketBounds, SocketWire } from "./socket-wire.ts";
import type { TransportClock } from "./transport-clock.ts";

export interface AcceptorSession {
  readonly driver: SessionDriver;
  /** The client's certificate; needs `tls`. */
  readonly pin?: CertificatePin;
}

export interface AcceptorTls {
  /** PEM. */
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  /** Authorities that sign clients' certificates; with them, a client without a good one is refused. */
  readonly ca?: string | Buffer;
}

export interface AcceptorOptions {
  readonly sessions: readonly AcceptorSession[];
  readonly clock: TransportClock;
  /** @defaultValue 127.0.0.1 */
  readonly host?: string;
  /** @defaultValue 0: one that is free */
  readonly port?: number;
  readonly tls?: AcceptorTls;
  /** From the connection, TLS handshake included, to the end of the first message. @defaultValue 10,000 */
  readonly logonTimeoutMs?: number;
  readonly limits?: LimitBounds;
  readonly bounds?: SocketBounds;
  readonly onEvent?: (event: AcceptorEvent) => void;
}

/** Never holds more of a message than the names in it. */
export type AcceptorEvent =
  | { readonly kind: "accepted"; readonly peer: string; readonly session: string }
  | { readonly kind: "refused"; readonly peer: string; readonly reason: string }
  | { readonly kind: "closed"; readonly peer: string; readonly reason: string };

export interface Acceptor {
  readonly host: string;
  readonly port: number;
  /** Listens no more, and closes every connection at once; log out first for good order. */
  close(): Promise<void>;
}

/** @throws OutsideError `PORT_NOT_OPENED` */
export async function openAcceptor(options: AcceptorOptions): Promise<Acceptor> {
  const acceptor = new Listener(options);
  await acceptor.listen();
  return acceptor;
}

/** A connection that has not logged on. */
interface Guest {
  readonly socket: Socket;
  readonly peer: string;
  readonly cancelTimeout: () => void;
  isPending: boolean;
}

class Listener implements Acceptor {
  readonly host: string;
  readonly #options: AcceptorOptions;
  readonly #sessions = new Map<string, AcceptorSession[]>();
  readonly #server: Server;
  readonly #tlsServer: TlsServer | undefined;
  readonly #limits;
  readonly #sockets = new Set<Socket>();
  /** By peer, for the time of a TLS handshake. */
  readonly #guests = new Map<string, Guest>();

  constructor(options: AcceptorOptions) {
    this.#options = options;
    this.host = options.host ?? "127.0.0.1";
    this.#limits = createConnectionLimits(options.limits);
    for (const session of options.sessions) this.#addSession(session);
    this.#server = createServer((socket) => this.#welcome(socket));
    if (options.tls !== undefined) this.#tlsServer = this.#createTlsServer(options.tls);
  }

  get port(): number {
    const address = this.#server.address();
    assert(address !== null && typeof address === "object", "an acceptor listens on a port");
    return address.port;
  }

  listen(): Promise<void> {
    const { port = 0 } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once("error", (cause) => {
        const text = `could not listen on ${this.host}:${port}: ${cause.message}`;
        reject(new OutsideError("PORT_NOT_OPENED", text, { canRetry: true, cause }));
      });
      this.#server.listen(port, this.host, () => resolve());
    });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #addSession(session: AcceptorSession): void {
    const { pin, driver } = session;
    assert(pin === undefined || this.#options.tls !== undefined, "a pinned session needs TLS");
    const key = keyOf(driver.identity);
    this.#sessions.set(key, [...(this.#sessions.get(key) ?? []), session]);
  }

  #createTlsServer(tls: AcceptorTls): TlsServer {
    const server = createTlsServer({
      ...tls,
      minVersion: "TLSv1.2",
      requestCert: true,
      // Without authorities of ours the pins alone decide, fingerprint by fingerprint.
      rejectUnauthorized: tls.ca !== undefined,
      handshakeTimeout: this.#options.logonTimeoutMs ?? 10_000,
    });
    server.on("secureConnection", (socket) => {
      const guest = this.#guests.get(peerOf(socket));
      if (guest === undefined) socket.destroy();
      else this.#listenTo(socket, guest);
    });
    server.on("tlsClientError", (error, socket) => {
      const guest = this.#guests.get(peerOf(socket));
      if (guest !== undefined) this.#refuse(guest, `TLS: ${error.message}`);
    });
    return server;
  }

  #welcome(socket: Socket): void {
    const { clock, logonTimeoutMs = 10_000 } = this.#options;
    const peer = peerOf(socket);
    socket.on("error", () => socket.destroy());
    const refusal = this.#limits.admit(socket.remoteAddress ?? "unknown", clock.nowMs());
    if (refusal !== undefined) {
      socket.destroy();
      this.#tell({ kind: "refused", peer, reason: refusal });
      return;
    }
    const cancelTimeout = clock.setTimer(logonTimeoutMs, () =>
      this.#refuse(guest, `no Logon within ${logonTimeoutMs} ms`),
    );
    const guest: Guest = { socket, peer, cancelTimeout, isPending: true };
    this.#sockets.add(socket);
    socket.on("close", () => {
      this.#sockets.delete(socket);
      this.#forget(guest);
    });
    if (this.#tlsServer === undefined) this.#listenTo(socket, guest);
    else {
      this.#guests.set(peer, guest);
      this.#tlsServer.emit("connection", socket);
    }
  }

  #listenTo(socket: Socket, guest: Guest): void {
    const { clock, bounds } = this.#options;
    const wire = new SocketWire(socket, clock, {
      bounds,
      listener: {
        onMessage: (view) => this.#assign(view, wire, socket, guest),
        onGarbled: (reason) => this.#refuse(guest, `no Logon: ${reason}`),
        onDrain: () => {},
        onClose: () => {},
      },
      onClosed: (reason) => this.#tell({ kind: "closed", peer: guest.peer, reason }),
    });
  }

  /** The first message says whose connection this is. */
  #assign(view: MessageView, wire: SocketWire, socket: Socket, guest: Guest): void {
    const session = this.#find(view);
    const fault = this.#faultOf(session, socket);
    if (session === undefined || fault !== undefined) {
      this.#refuse(guest, `${namesIn(view)}: ${fault ?? "no such session"}`);
      return;
    }
    const { driver } = session;
    this.#forget(guest);
    this.#tell({ kind: "accepted", peer: guest.peer, session: driver.key });
    wire.listener = driver.attach(wire);
    wire.listener.onMessage(view);
  }

  #find(view: MessageView): AcceptorSession | undefined {
    const [beginString, sender, target] = [view.text(8), view.text(49), view.text(56)];
    const candidates = this.#sessions.get(`${beginString}\u0001${target}\u0001${sender}`) ?? [];
    return candidates.find(({ driver: { identity } }) => {
      const { senderSubId, targetSubId } = identity;
      return (
        (senderSubId === undefined || senderSubId === view.text(57)) &&
        (targetSubId === undefined || targetSubId === view.text(50))
      );
    });
  }

  #faultOf(session: AcceptorSession | undefined, socket: Socket): string | undefined {
    if (session === undefined) return "no such session";
    const { driver, pin } = session;
    if (pin !== undefined) {
      const shown = socket instanceof TLSSocket ? shownCertificate(socket) : undefined;
      const fault = faultOfCertificate(shown, pin, this.#options.clock.nowMs());
      if (fault !== undefined) return fault;
    }
    if (driver.canAttach) return undefined;
    return driver.isConnected ? "the session has a connection already" : "the session is not free";
  }

  #refuse(guest: Guest, reason: string): void {
    if (guest.socket.destroyed) return;
    this.#tell({ kind: "refused", peer: guest.peer, reason });
    guest.socket.destroy();
  }

  #forget(guest: Guest): void {
    if (!guest.isPending) return;
    guest.isPending = false;
    guest.cancelTimeout();
    this.#guests.delete(guest.peer);
    this.#limits.forget();
  }

  #tell(event: AcceptorEvent): void {
    this.#options.onEvent?.(event);
  }
}

function peerOf(socket: Socket): string {
  return `${socket.remoteAddress ?? "unknown"}:${socket.remotePort ?? 0}`;
}

function keyOf({ beginString, senderCompId, targetCompId }: SessionIdentity): string {
  return `${beginString}\u0001${senderCompId}\u0001${targetCompId}`;
}

/** Who a message says it is from and for, made safe for a log. */
function namesIn(view: MessageView): string {
  const name = (tag: number): string => JSON.stringify((view.text(tag) ?? "").slice(0, 64));
  return `${name(8)} from ${name(49)} to ${name(56)}`;
}
