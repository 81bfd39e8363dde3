/** Who sends orders in the loopback bench: a bare socket, or our own engine as an initiator. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import { OutsideError } from "../../core/trouble.ts";
import { FrameReader } from "../../protocol/fix/codec/frame-reader.ts";
import { MessageEncoder } from "../../protocol/fix/codec/message-encoder.ts";
import { MessageScanner } from "../../protocol/fix/codec/message-scanner.ts";
import type { OutboundMessage } from "../../protocol/fix/codec/message-view.ts";
import { createMemoryStore } from "../../protocol/fix/store/memory-store.ts";
import { startInitiator } from "../../protocol/fix/transport/initiator.ts";
import { openSession } from "../../protocol/fix/transport/open-session.ts";
import { createTransportClock } from "../../protocol/fix/transport/transport-clock.ts";
import { echoIdentity } from "./fix-echo-server.ts";

export interface EchoClient {
  /** Sends one order. */
  send(): void;
  /** Called for every ExecutionReport, or echo. */
  onReport: () => void;
  /** Called once when the connection ends early. */
  onEnd: (error: Error) => void;
  close(): void;
}

const identity = {
  beginString: echoIdentity.beginString,
  senderCompId: echoIdentity.targetCompId,
  targetCompId: echoIdentity.senderCompId,
};
const logonTimeoutMs = 10_000;

/** @param place a number of its own for each order */
function orderOf(place: number): OutboundMessage {
  return {
    msgType: "D",
    fields: [
      [11, `B${place}`],
      ...([
        [453, 2],
        [448, "DSK1"],
        [447, "D"],
        [452, 3],
        [448, "TRD77"],
        [447, "D"],
      ] as const),
      ...([
        [452, 12],
        [55, "VOD"],
        [54, "1"],
        [60, "20260610-12:00:00.000"],
      ] as const),
      ...([
        [38, 12_500],
        [40, "2"],
        [44, 101.255],
      ] as const),
    ],
  };
}

/**
 * A client that costs as little as can be, so that what is measured is the other end.
 *
 * @throws OutsideError where nobody answers its Logon
 */
export async function connectBareClient(port: number, isFix: boolean): Promise<EchoClient> {
  const socket = connect({ host: "127.0.0.1", port });
  socket.setNoDelay(true);
  await once(socket, "connect");
  const client = new BareClient(socket);
  if (isFix) await client.logOn();
  return client;
}

class BareClient implements EchoClient {
  onReport = (): void => {};
  onEnd = (_error: Error): void => {};
  readonly #socket: Socket;
  readonly #encoder = new MessageEncoder(identity);
  readonly #reader = new FrameReader();
  readonly #scanner = new MessageScanner();
  #seqNum = 1;
  #onLogon = (): void => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    socket.on("error", (error) => this.onEnd(error));
    socket.on("close", () => this.onEnd(new Error("the connection was closed")));
  }

  async logOn(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error("no answer")), logonTimeoutMs);
    this.#onLogon = resolve;
    this.onEnd = reject;
    // Without heartbeats: they would be noise.
    this.#write({
      msgType: "A",
      fields: [
        [98, 0],
        [108, 0],
      ],
    });
    try {
      await promise;
    } catch (cause) {
      const text = `Logon of the bench: ${cause instanceof Error ? cause.message : cause}`;
      throw new OutsideError("LOGON_FAILED", text, { canRetry: true, cause });
    } finally {
      clearTimeout(timer);
    }
  }

  send(): void {
    this.#write(orderOf(this.#seqNum));
  }

  close(): void {
    this.onEnd = () => {};
    this.#socket.destroy();
  }

  #write(message: OutboundMessage): void {
    this.#socket.write(this.#encoder.encode(message, this.#seqNum++, Date.now()));
  }

  #take(chunk: Buffer): void {
    const reader = this.#reader;
    reader.push(chunk);
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      this.#scanner.scan(reader.bytes, reader.from, reader.to);
      const { msgType } = this.#scanner;
      if (msgType === "8" || msgType === "D") this.onReport();
      else if (msgType === "A") this.#onLogon();
      else this.onEnd(new Error(`a message of type ${msgType} came: ${this.#scanner.text(58)}`));
    }
  }
}

/** Our own engine, with its store in memory: the round trip of two sessions. */
export async function connectEngineClient(port: number): Promise<EchoClient> {
  const clock = createTransportClock(Date.now);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let place = 0;
  const client: EchoClient = {
    send: () => void driver.send([orderOf(++place)]).catch((error) => client.onEnd(error)),
    onReport: () => {},
    onEnd: reject,
    close: () => {
      initiator.stop();
      driver.stop();
    },
  };
  const driver = await openSession({
    config: { role: "initiator", identity, heartbeatSeconds: 0, logonTimeoutMs },
    application: {
      onLogon: () => {
        resolve();
        return {};
      },
      onMessage: ({ msgType }) => {
        if (msgType === "8") client.onReport();
        return {};
      },
    },
    store: createMemoryStore(),
    clock,
  });
  const hosts = [{ host: "127.0.0.1", port }];
  const initiator = startInitiator({ driver, hosts, clock, random: createXoshiro128(1) });
  await promise;
  return client;
}
