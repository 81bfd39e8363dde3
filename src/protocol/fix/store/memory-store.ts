/** A store that lasts as long as its process: for tests, for benches, for those who reset daily. */
import { assert } from "../../../core/assert.ts";
import type {
  SessionStore,
  StoredAttachment,
  StoredMessage,
  StoredSession,
  UnitOfWork,
} from "./session-store.ts";

export interface MemoryStoreOptions {
  /**
   * How many messages are kept, each way and session, and how many attachments of all; the oldest
   * go first, and a counterparty that asks for one of those gets a gap fill.
   *
   * @defaultValue 100,000
   */
  readonly historyMax?: number;
}

/** A store whose every answer is there at once. */
export interface MemoryStore extends SessionStore {
  open(session: string, nowMs: number): StoredSession;
  commit(unit: UnitOfWork): undefined;
  readOutbound(session: string, from: number, to: number): readonly StoredMessage[];
  readInbound(session: string, limit: number): readonly StoredMessage[];
  readAttachments(afterId: number, limit: number): readonly StoredAttachment[];
  close(): undefined;
}

export function createMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { historyMax = 100_000 } = options;
  assert(Number.isInteger(historyMax) && historyMax > 0, "a history holds at least one message");
  return new ProcessStore(historyMax);
}

interface SessionRecord {
  state: StoredSession;
  /** Number n lies at n modulo the length of the history. */
  outbound: StoredMessage[];
  readonly inbound: Recent<StoredMessage>;
}

class ProcessStore implements MemoryStore {
  readonly #historyMax: number;
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #attachments: Recent<StoredAttachment>;

  constructor(historyMax: number) {
    this.#historyMax = historyMax;
    this.#attachments = new Recent(historyMax);
  }

  open(session: string, nowMs: number): StoredSession {
    let record = this.#sessions.get(session);
    if (record === undefined) {
      const state = { nextInbound: 1, nextOutbound: 1, createdMs: nowMs };
      record = { state, outbound: [], inbound: new Recent(this.#historyMax) };
      this.#sessions.set(session, record);
    }
    return record.state;
  }

  commit(unit: UnitOfWork): undefined {
    const record = this.#recordOf(unit.session);
    if (unit.resetMs !== undefined) record.outbound = [];
    record.state = {
      nextInbound: unit.nextInbound,
      nextOutbound: unit.nextOutbound,
      createdMs: unit.resetMs ?? record.state.createdMs,
    };
    for (const message of unit.outbound) {
      record.outbound[message.seqNum % this.#historyMax] = message;
    }
    for (const message of unit.inbound) record.inbound.push(message);
    for (const bytes of unit.attachments) {
      this.#attachments.push({ id: this.#attachments.count + 1, session: unit.session, bytes });
    }
    return undefined;
  }

  readOutbound(session: string, from: number, to: number): readonly StoredMessage[] {
    const { outbound, state } = this.#recordOf(session);
    const first = Math.max(from, state.nextOutbound - this.#historyMax, 1);
    const last = Math.min(to, state.nextOutbound - 1);
    const found: StoredMessage[] = [];
    for (let seqNum = first; seqNum <= last; seqNum++) {
      const message = outbound[seqNum % this.#historyMax];
      if (message?.seqNum === seqNum) found.push(message);
    }
    return found;
  }

  readInbound(session: string, limit: number): readonly StoredMessage[] {
    const { inbound } = this.#recordOf(session);
    return inbound.slice(inbound.count - limit, limit);
  }

  readAttachments(afterId: number, limit: number): readonly StoredAttachment[] {
    return this.#attachments.slice(afterId, limit);
  }

  close(): undefined {
    return undefined;
  }

  #recordOf(session: string): SessionRecord {
    const record = this.#sessions.get(session);
    assert(record !== undefined, "a session is opened before it is used");
    return record;
  }
}

/** The last things of an endless list. */
class Recent<Item> {
  /** Of all that were ever pushed. */
  count = 0;
  readonly #lengthMax: number;
  readonly #items: Item[] = [];

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  push(item: Item): void {
    this.#items[this.count++ % this.#lengthMax] = item;
  }

  /** At most `limit` items, the first of them the one with this place in the endless list. */
  slice(place: number, limit: number): Item[] {
    const first = Math.max(place, this.count - this.#lengthMax, 0);
    const items: Item[] = [];
    for (let at = first; at < Math.min(this.count, first + limit); at++) {
      items.push(this.#items[at % this.#lengthMax]!);
    }
    return items;
  }
}
