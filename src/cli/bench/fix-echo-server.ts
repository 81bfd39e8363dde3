/**
 * The engine at the other end of the loopback bench, in a process of its own: an acceptor that answers
 * each NewOrderSingle with an ExecutionReport. Without an engine it sends back what it gets, which is
 * what sockets and event loop cost.
 */
import { once } from "node:events";
import { createServer } from "node:net";
import { assert } from "../../core/assert.ts";
import type { MessageView, OutboundMessage } from "../../protocol/fix/codec/message-view.ts";
import { createValidator } from "../../protocol/fix/codec/validator.ts";
import { loadDictionary } from "../../protocol/fix/dictionary/load-dictionary.ts";
import type { FixApplication } from "../../protocol/fix/session/session-contract.ts";
import { createMemoryStore } from "../../protocol/fix/store/memory-store.ts";
import type { SessionStore } from "../../protocol/fix/store/session-store.ts";
import { openSqliteStore } from "../../protocol/fix/store/sqlite-store.ts";
import { openAcceptor } from "../../protocol/fix/transport/acceptor.ts";
import { openSession } from "../../protocol/fix/transport/open-session.ts";
import { createTransportClock } from "../../protocol/fix/transport/transport-clock.ts";

export interface EchoServerTerms {
  readonly kind: "sockets" | "memory" | "sqlite";
  /** For SQLite: the file. */
  readonly storePath?: string;
}

/** First and only message to the parent. */
export interface EchoServerAnswer {
  readonly port: number;
}

/** Names of both ends; those of `test/interop/quickfix-peer.cpp` as well. */
export const echoIdentity = {
  beginString: "FIX.4.4",
  senderCompId: "ISLD",
  targetCompId: "METAORDER",
};

const reporting: FixApplication = {
  onMessage: (view, { nowMs }) =>
    view.msgType === "D" ? { replies: [reportOn(view, new Date(nowMs))] } : {},
};

/** Accepted, nothing filled yet: as many fields as QuickFIX's peer answers with. */
function reportOn(order: MessageView, now: Date): OutboundMessage {
  const id = order.text(11) ?? "";
  const quantity = order.text(38) ?? "0";
  const time = now.toISOString().replaceAll("-", "").replace("T", "-").slice(0, 21);
  return {
    msgType: "8",
    fields: [
      [37, `O${id}`],
      [11, id],
      [17, `E${id}`],
      ...([
        [150, "0"],
        [39, "0"],
        [55, order.text(55) ?? ""],
        [54, order.text(54) ?? ""],
      ] as const),
      ...([
        [38, quantity],
        [151, quantity],
        [14, 0],
        [6, 0],
        [60, time],
      ] as const),
    ],
  };
}

async function openStore({ kind, storePath }: EchoServerTerms): Promise<SessionStore> {
  if (kind === "memory") return createMemoryStore();
  assert(storePath !== undefined, "a durable store has a file");
  return openSqliteStore(storePath);
}

async function listen(terms: EchoServerTerms): Promise<number> {
  if (terms.kind === "sockets") return listenBare();
  const clock = createTransportClock(Date.now);
  const validator = createValidator(loadDictionary("FIX.4.4"));
  const driver = await openSession({
    config: {
      role: "acceptor",
      identity: echoIdentity,
      validate: (view) => validator.validate(view),
    },
    application: reporting,
    store: await openStore(terms),
    clock,
  });
  return (await openAcceptor({ sessions: [{ driver }], clock })).port;
}

async function listenBare(): Promise<number> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    socket.on("data", (chunk) => socket.write(chunk));
    socket.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert(address !== null && typeof address === "object", "a server listens on a port");
  return address.port;
}

if (import.meta.main) {
  const text = process.argv[2];
  assert(text !== undefined, "an echo server is started with its terms");
  // Not without its parent.
  process.on("disconnect", () => process.exit());
  const answer: EchoServerAnswer = { port: await listen(JSON.parse(text) as EchoServerTerms) };
  process.send?.(answer);
}
