/**
 * The one file that remembers all sessions: its tables, and what is read from and written to them.
 *
 * Write-ahead log with `synchronous = FULL`: a transaction is on the disk when COMMIT returns
 * (sqlite.org/wal.html, section 2.3). `locking_mode = EXCLUSIVE` makes the first process the only one.
 * Every row carries a CRC-32 of its content, since SQLite itself does not notice a flipped bit in one.
 */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { OutsideError } from "../../../core/trouble.ts";
import type { StoredAttachment, StoredMessage, StoredSession } from "./session-store.ts";
import { createStoreError } from "./store-error.ts";
import type { NumberedUnit } from "./unit-batch.ts";

/** Goes up when the tables change; a file of another version is refused. */
const schemaVersion = 1;

const tables = `
  CREATE TABLE fix_store_schema (version INTEGER NOT NULL);
  INSERT INTO fix_store_schema VALUES (${schemaVersion});
  CREATE TABLE session (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    next_inbound INTEGER NOT NULL, next_outbound INTEGER NOT NULL, created_ms REAL NOT NULL,
    checksum INTEGER NOT NULL);
  CREATE TABLE outbound (
    session_id INTEGER NOT NULL, seq_num INTEGER NOT NULL, bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL, PRIMARY KEY (session_id, seq_num)) WITHOUT ROWID;
  CREATE TABLE inbound (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL, seq_num INTEGER NOT NULL,
    bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
  CREATE TABLE attachment (
    id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL, bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL);
`;

export interface SqliteFileOptions {
  /** How many received messages are kept, of all sessions together. */
  readonly inboundMax: number;
}

interface SessionRow {
  readonly id: number;
  readonly name: string;
  readonly next_inbound: number;
  readonly next_outbound: number;
  readonly created_ms: number;
  readonly checksum: number;
}

interface BytesRow {
  readonly number: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly checksum: number;
}

export class SqliteFile {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #inboundMax: number;
  readonly #sessions = new Map<number, SessionRow>();
  readonly #statements = new Map<string, StatementSync>();
  #inboundLast: number;

  /** @throws OutsideError that names the file where it cannot be had, is damaged or not ours */
  constructor(path: string, options: SqliteFileOptions) {
    this.#path = path;
    this.#inboundMax = options.inboundMax;
    try {
      this.#database = new DatabaseSync(path);
    } catch (error) {
      throw createStoreError(path, error);
    }
    try {
      this.#prepareFile();
      this.#inboundLast = this.#maxInboundId();
    } catch (error) {
      this.#database.close();
      throw createStoreError(path, error);
    }
  }

  /** A session with its number in this file; makes it where it was never seen. */
  open(name: string, nowMs: number): StoredSession & { readonly id: number } {
    let row = this.#query("SELECT * FROM session WHERE name = ?").get(name) as
      | SessionRow
      | undefined;
    if (row === undefined) {
      const id = this.#sessionCount() + 1;
      row = withChecksum({ id, name, next_inbound: 1, next_outbound: 1, created_ms: nowMs });
      this.#query("INSERT INTO session VALUES (?, ?, 1, 1, ?, ?)").run(
        ...[id, name, nowMs, row.checksum],
      );
    }
    if (withChecksum(row).checksum !== row.checksum) throw this.#damaged(`session ${name}`);
    this.#sessions.set(row.id, row);
    const { id, next_inbound: nextInbound, next_outbound: nextOutbound } = row;
    return { id, nextInbound, nextOutbound, createdMs: row.created_ms };
  }

  /** All units in one transaction, on the disk when this returns. */
  commit(units: readonly NumberedUnit[]): void {
    this.#query("BEGIN IMMEDIATE").run();
    const changed = new Set<number>();
    for (const unit of units) {
      this.#apply(unit);
      changed.add(unit.sessionId);
    }
    for (const id of changed) this.#writeSession(this.#sessions.get(id)!);
    this.#query("DELETE FROM inbound WHERE id <= ?").run(this.#inboundLast - this.#inboundMax);
    this.#query("COMMIT").run();
  }

  readOutbound(sessionId: number, from: number, to: number): readonly StoredMessage[] {
    const rows = this.#query(`SELECT seq_num AS number, bytes, checksum FROM outbound
      WHERE session_id = ? AND seq_num BETWEEN ? AND ? ORDER BY seq_num`);
    // SQLite has no infinity among its integers.
    const last = Math.min(to, Number.MAX_SAFE_INTEGER);
    return this.#messages("sent message", rows.all(sessionId, from, last));
  }

  readInbound(sessionId: number, limit: number): readonly StoredMessage[] {
    const rows = this.#query(`SELECT seq_num AS number, bytes, checksum FROM inbound
      WHERE session_id = ? ORDER BY id DESC LIMIT ?`);
    return this.#messages("received message", rows.all(sessionId, limit)).reverse();
  }

  readAttachments(afterId: number, limit: number): readonly StoredAttachment[] {
    const rows = this.#query(`SELECT attachment.id AS number, name, bytes, attachment.checksum
      FROM attachment JOIN session ON session.id = session_id
      WHERE attachment.id > ? ORDER BY attachment.id LIMIT ?`);
    return (rows.all(afterId, limit) as unknown as BytesRow[]).map((row) => {
      this.#check("attachment", row);
      return { id: row.number, session: row.name, bytes: row.bytes };
    });
  }

  close(): void {
    this.#database.close();
  }

  #prepareFile(): void {
    const database = this.#database;
    database.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    // The lock is taken with the first write and kept.
    database.exec("BEGIN IMMEDIATE");
    const names = this.#query("SELECT name FROM sqlite_schema").all() as { name: string }[];
    if (names.length === 0) database.exec(tables);
    else this.#checkFile(names.some(({ name }) => name === "fix_store_schema"));
    database.exec("COMMIT");
  }

  #checkFile(isStore: boolean): void {
    if (!isStore) {
      throw new OutsideError(
        "STORE_FOREIGN",
        `${this.#path}: found a SQLite file of something else, expected a FIX session store`,
        { canRetry: false },
      );
    }
    const { version } = this.#query("SELECT version FROM fix_store_schema").get() as {
      version: number;
    };
    if (version !== schemaVersion) {
      throw new OutsideError(
        "STORE_VERSION",
        `${this.#path}: found schema version ${version}, expected ${schemaVersion}; ` +
          "use the program that wrote it, or begin with a new file",
        { canRetry: false },
      );
    }
    const faults = this.#query("PRAGMA quick_check(1)").all() as { quick_check: string }[];
    const fault = faults[0]?.quick_check;
    if (fault !== "ok") throw this.#damaged(fault ?? "quick_check says nothing");
  }

  #maxInboundId(): number {
    const row = this.#query("SELECT max(id) AS last FROM inbound").get() as { last: number | null };
    return row.last ?? 0;
  }

  #sessionCount(): number {
    const row = this.#query("SELECT count(*) AS count FROM session").get() as { count: number };
    return row.count;
  }

  #apply(unit: NumberedUnit): void {
    const { sessionId, resetMs } = unit;
    const row = this.#sessions.get(sessionId)!;
    if (resetMs !== undefined) {
      this.#query("DELETE FROM outbound WHERE session_id = ?").run(sessionId);
    }
    this.#sessions.set(sessionId, {
      ...row,
      next_inbound: unit.nextInbound,
      next_outbound: unit.nextOutbound,
      created_ms: resetMs ?? row.created_ms,
    });
    const sent = this.#query("INSERT OR REPLACE INTO outbound VALUES (?, ?, ?, ?)");
    for (const { seqNum, bytes } of unit.outbound) {
      sent.run(sessionId, seqNum, bytes, checksumOf(seqNum, bytes));
    }
    const received = this.#query("INSERT INTO inbound VALUES (?, ?, ?, ?, ?)");
    for (const { seqNum, bytes } of unit.inbound) {
      received.run(++this.#inboundLast, sessionId, seqNum, bytes, checksumOf(seqNum, bytes));
    }
    const attached = this.#query("INSERT INTO attachment VALUES (NULL, ?, ?, ?)");
    for (const bytes of unit.attachments) attached.run(sessionId, bytes, checksumOf(0, bytes));
  }

  #writeSession(row: SessionRow): void {
    this.#query(`UPDATE session SET next_inbound = ?, next_outbound = ?, created_ms = ?,
      checksum = ? WHERE id = ?`).run(
      ...[row.next_inbound, row.next_outbound, row.created_ms, withChecksum(row).checksum, row.id],
    );
  }

  #messages(what: string, rows: readonly unknown[]): StoredMessage[] {
    return (rows as readonly BytesRow[]).map((row) => {
      this.#check(`${what} ${row.number}`, row);
      return { seqNum: row.number, bytes: row.bytes };
    });
  }

  #check(what: string, { number, bytes, checksum, name }: BytesRow): void {
    const seqNum = name === undefined ? number : 0;
    if (checksumOf(seqNum, bytes) !== checksum) throw this.#damaged(`${what} ${number}`);
  }

  #damaged(what: string): OutsideError {
    return new OutsideError("STORE_DAMAGED", `${this.#path} is damaged: ${what}`, {
      canRetry: false,
    });
  }

  #query(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#database.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }
}

/** A number takes part, so that bytes under a wrong number are noticed too. */
function checksumOf(seqNum: number, bytes: Uint8Array): number {
  return crc32(bytes, seqNum % 2 ** 32);
}

function withChecksum(row: Omit<SessionRow, "checksum">): SessionRow {
  const { name, next_inbound, next_outbound, created_ms } = row;
  const checksum = crc32(`${name} ${next_inbound} ${next_outbound} ${created_ms}`);
  return { ...row, checksum };
}
