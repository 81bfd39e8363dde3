/** Damaged ITCH files, plain and packed. */
import { gzipSync, zstdCompressSync } from "node:zlib";
import { annotatedMark } from "../../src/data/itch/annotation.ts";
import {
  addOrder,
  directoryEntry,
  itchBytes,
  itchMessage,
  systemEvent,
} from "../../src/data/itch/itch-fixture.ts";
import type { ItchMessage } from "../../src/data/itch/message.ts";
import { openItch } from "../../src/data/itch/open-itch.ts";
import { fuzzReader } from "./reader-fuzz-suite.ts";

/** A few hundred messages of every kind that becomes an event. */
function createMessages(mark: number): ItchMessage[] {
  const messages = [systemEvent("O", mark), directoryEntry()];
  const stock = "TEST";
  for (let index = 0; index < 60; index++) {
    const at = index * 100;
    const id = 10 * index + 1;
    const orderId = BigInt(id);
    const price = 1_000_000 - 100 * (index % 9);
    messages.push(
      addOrder(at, id, "B", 100, price),
      addOrder(at + 1, id + 1, "S", 100, price + 1000),
      itchMessage("X", at + 2, { orderId, shares: 10 }),
      itchMessage("E", at + 3, { orderId, shares: 10, matchNumber: 1n }),
      itchMessage("C", at + 4, {
        orderId,
        shares: 10,
        matchNumber: 2n,
        printable: "Y",
        price: price + 50,
      }),
      itchMessage("U", at + 5, { orderId, newOrderId: orderId + 2n, shares: 50, price }),
      itchMessage("D", at + 6, { orderId: orderId + 1n }),
      itchMessage("P", at + 7, {
        orderId: 0n,
        side: "B",
        shares: 5,
        stock,
        price,
        matchNumber: 3n,
      }),
      itchMessage("Q", at + 8, { shares: 5n, stock, price, matchNumber: 4n, crossType: "H" }),
      itchMessage("H", at + 9, { stock, tradingState: "T", reserved: "", reason: "" }),
    );
  }
  return [...messages, systemEvent("C")];
}

function findStarts(messages: readonly ItchMessage[]): number[] {
  let at = 0;
  return messages.map((message) => {
    const start = at;
    at += itchBytes([message]).length;
    return start;
  });
}

const messages = createMessages(0);
const bytes = itchBytes(messages);

fuzzReader({
  name: "itch",
  bytes,
  fileName: "2020-01-02.itch",
  recordStarts: findStarts(messages),
  open: (path) => openItch(path),
});
fuzzReader({
  name: "itch with our notes",
  bytes: itchBytes(createMessages(annotatedMark)),
  fileName: "2012-06-21.itch",
  recordStarts: findStarts(messages),
  seed: 2,
  runs: 40,
  open: (path) => openItch(path, { symbol: "TEST" }),
});
for (const [fileName, packed] of [
  ["2020-01-02.itch.gz", gzipSync(bytes)],
  ["2020-01-02.itch.zst", zstdCompressSync(bytes)],
] as const) {
  fuzzReader({ name: fileName, bytes: packed, fileName, runs: 30, open: (path) => openItch(path) });
}
