/** What every store must do: the shared suite of the `SessionStore` contract. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import type { SessionStore, StoredMessage, UnitOfWork } from "./session-store.ts";

export interface StoreHarness {
  readonly store: SessionStore;
  /** Ends the store's process in good order and gives what a new one finds. */
  reopen(): Promise<SessionStore>;
  dispose(): Promise<void>;
}

export const session = "FIX.4.4:ISLD->TW44";
const otherSession = "FIX.4.2:ISLD->TW42";
const nowMs = 1_700_000_000_123;

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const listOf = (messages: readonly StoredMessage[]): string[] =>
  messages.map(({ seqNum, bytes }) => `${seqNum} ${textOf(bytes)}`);

/** A unit of work; what is not said is empty, or follows from the messages. */
export function unitOf(parts: Partial<UnitOfWork> = {}): UnitOfWork {
  return {
    session,
    nextInbound: 1,
    nextOutbound: (parts.outbound?.at(-1)?.seqNum ?? 0) + 1,
    outbound: [],
    inbound: [],
    attachments: [],
    ...parts,
  };
}

export const messageOf = (seqNum: number, text = `message ${seqNum}`): StoredMessage => ({
  seqNum,
  bytes: bytesOf(text),
});

/** A test on a new store in which both sessions are open. */
type StoreTest = (title: string, body: (harness: StoreHarness) => Promise<void>) => void;

export function runStoreSuite(name: string, create: () => Promise<StoreHarness>): void {
  const onStore: StoreTest = (title, body) => {
    test(title, async () => {
      const harness = await create();
      try {
        await harness.store.open(session, nowMs);
        await harness.store.open(otherSession, nowMs);
        await body(harness);
      } finally {
        await harness.dispose();
      }
    });
  };

  describe(`${name} as a session store`, () => {
    testMessages(onStore);
    testResetsAndAttachments(onStore);
    testOrderAndSize(onStore);
  });
}

function testMessages(onStore: StoreTest): void {
  onStore("a session never seen begins with both numbers 1", async ({ store }) => {
    const found = await store.open("FIX.4.0:A->B", 77);
    deepEqual(found, { nextInbound: 1, nextOutbound: 1, createdMs: 77 });
  });

  onStore("numbers, messages and attachments last", async ({ store, reopen }) => {
    await store.commit(
      unitOf({
        nextInbound: 8,
        outbound: [messageOf(1), messageOf(2)],
        inbound: [messageOf(7, "received")],
        attachments: [bytesOf("a"), bytesOf("")],
      }),
    );
    const again = await reopen();
    const found = await again.open(session, nowMs + 5);
    deepEqual(found, { nextInbound: 8, nextOutbound: 3, createdMs: nowMs });
    const outbound = await again.readOutbound(session, 1, 9);
    deepEqual(listOf(outbound), ["1 message 1", "2 message 2"]);
    deepEqual(listOf(await again.readInbound(session, 9)), ["7 received"]);
    const attachments = await again.readAttachments(0, 9);
    deepEqual(
      attachments.map(({ bytes }) => textOf(bytes)),
      ["a", ""],
    );
    ok(attachments.every((attachment) => attachment.session === session));
  });

  onStore("sent messages are read by number, those that are there", async ({ store }) => {
    for (const seqNum of [1, 2, 4, 5]) {
      await store.commit(unitOf({ outbound: [messageOf(seqNum)] }));
    }
    const read = async (from: number, to: number) =>
      (await store.readOutbound(session, from, to)).map(({ seqNum }) => seqNum);
    deepEqual(await read(2, 4), [2, 4]);
    deepEqual(await read(3, 3), []);
    deepEqual(await read(5, Number.POSITIVE_INFINITY), [5]);
    deepEqual(await read(6, 9), []);
  });

  onStore("a number sent again replaces the message before", async ({ store }) => {
    await store.commit(unitOf({ outbound: [messageOf(1, "old")] }));
    await store.commit(unitOf({ outbound: [messageOf(1, "new")] }));
    deepEqual(listOf(await store.readOutbound(session, 1, 1)), ["1 new"]);
  });
}

function testResetsAndAttachments(onStore: StoreTest): void {
  onStore("a reset forgets what was sent, and nothing else", async ({ store, reopen }) => {
    await store.commit(
      unitOf({ outbound: [messageOf(1), messageOf(2)], attachments: [bytesOf("kept")] }),
    );
    await store.commit(unitOf({ session: otherSession, outbound: [messageOf(1, "other")] }));
    await store.commit(
      unitOf({ nextInbound: 2, outbound: [messageOf(1, "anew")], resetMs: nowMs + 1000 }),
    );
    const again = await reopen();
    const found = await again.open(session, 0);
    deepEqual(found, { nextInbound: 2, nextOutbound: 2, createdMs: nowMs + 1000 });
    await again.open(otherSession, 0);
    deepEqual(listOf(await again.readOutbound(session, 1, 9)), ["1 anew"]);
    deepEqual(listOf(await again.readOutbound(otherSession, 1, 9)), ["1 other"]);
    equal((await again.readAttachments(0, 9)).length, 1);
  });

  onStore("ids of attachments grow over all sessions, and reading goes on", async (harness) => {
    const { store } = harness;
    await store.commit(unitOf({ attachments: [bytesOf("a"), bytesOf("b")] }));
    await store.commit(unitOf({ session: otherSession, attachments: [bytesOf("c")] }));
    const [first, second] = await store.readAttachments(0, 2);
    ok(first!.id < second!.id);
    deepEqual([textOf(first!.bytes), textOf(second!.bytes)], ["a", "b"]);
    const again = await harness.reopen();
    const rest = await again.readAttachments(second!.id, 9);
    deepEqual(
      rest.map((found) => [found.session, textOf(found.bytes)]),
      [[otherSession, "c"]],
    );
  });
}

function testOrderAndSize(onStore: StoreTest): void {
  onStore("calls that do not wait become durable in their order", async ({ store }) => {
    const order: number[] = [];
    const commits = Array.from({ length: 50 }, (_, index) =>
      Promise.resolve(store.commit(unitOf({ outbound: [messageOf(index + 1)] }))).then(() =>
        order.push(index),
      ),
    );
    // Reads see what was committed before, acknowledged or not.
    equal((await store.readOutbound(session, 1, 99)).length, 50);
    await Promise.all(commits);
    deepEqual(order, [...order.keys()]);
    const { nextOutbound } = await store.open(session, 0);
    equal(nextOutbound, 51);
  });

  onStore("numbers past 2^32 and messages of a megabyte are kept", async ({ store, reopen }) => {
    const bytes = new Uint8Array(1 << 20).map((_, at) => at % 251);
    const seqNum = 2 ** 40;
    await store.commit(unitOf({ nextInbound: 2 ** 41, outbound: [{ seqNum, bytes }] }));
    const again = await reopen();
    const { nextInbound, nextOutbound } = await again.open(session, 0);
    deepEqual([nextInbound, nextOutbound], [2 ** 41, 2 ** 40 + 1]);
    const [found] = await again.readOutbound(session, seqNum, seqNum);
    ok(Buffer.from(bytes).equals(found!.bytes));
  });

  onStore("the latest received messages are read in their order", async ({ store }) => {
    for (let seqNum = 1; seqNum <= 5; seqNum++) {
      await store.commit(unitOf({ inbound: [messageOf(seqNum)] }));
    }
    await store.commit(unitOf({ session: otherSession, inbound: [messageOf(1, "other")] }));
    const found = await store.readInbound(session, 3);
    deepEqual(
      found.map(({ seqNum }) => seqNum),
      [3, 4, 5],
    );
  });
}
