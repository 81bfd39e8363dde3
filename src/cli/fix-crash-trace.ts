/**
 * Whether any byte leaves before the sync that covers it, as the kernel saw it.
 *
 * Reads what `strace -f -y` wrote of a process: an order must first be in a write to the store's log,
 * then a sync of that log must begin and end, and only then may it be in a write to a socket.
 */

/** What to give strace, besides the program and where to write. */
export const straceArguments: readonly string[] = [
  ...["-f", "-y", "-s", "100000"],
  ...["-e", "trace=fdatasync,fsync,pwrite64,pwritev,write,writev,sendto,sendmsg"],
];

export interface TraceOutcome {
  /** Orders that were seen on their way out. */
  readonly sent: number;
  readonly syncs: number;
  /** Ids of orders that left too early. */
  readonly early: readonly string[];
}

const callPattern = /^(\d+)\s+(?:<\.\.\. )?(\w+)(?:\(\d+<([^>]*)>)?/;
/** strace writes the delimiter before a digit as `\001`. */
const orderPattern = /\\00111=(c\d+-\d+)\\/g;

/** @param trace text of strace; every order has a ClOrdID like `c17-3` */
export function readTrace(trace: string): TraceOutcome {
  const reader = new TraceReader();
  for (const line of trace.split("\n")) reader.read(line);
  return { sent: reader.sent.size, syncs: reader.syncs, early: reader.early };
}

class TraceReader {
  readonly sent = new Set<string>();
  readonly early: string[] = [];
  syncs = 0;
  /** Orders that are in the log, and those that a sync has covered since. */
  readonly #written = new Set<string>();
  readonly #synced = new Set<string>();
  /** What a sync that is under way will cover, by thread. */
  readonly #underWay = new Map<string, readonly string[]>();

  read(line: string): void {
    const [, thread = "", call = "", file = ""] = callPattern.exec(line) ?? [];
    const isLog = file.endsWith("-wal");
    if (call === "fdatasync" || call === "fsync") this.#readSync(line, { thread, isLog });
    else if (isLog) for (const id of ordersIn(line)) this.#written.add(id);
    else if (/^(socket|TCP):/.test(file)) this.#readSend(line);
  }

  /** A sync covers what was written before it began, once it has ended well. */
  #readSync(line: string, { thread, isLog }: { thread: string; isLog: boolean }): void {
    if (isLog) this.#underWay.set(thread, [...this.#written]);
    const covered = this.#underWay.get(thread);
    if (covered === undefined || line.includes("<unfinished")) return;
    this.#underWay.delete(thread);
    if (!/= 0\s*$/.test(line)) return;
    this.syncs++;
    for (const id of covered) this.#synced.add(id);
  }

  #readSend(line: string): void {
    for (const id of ordersIn(line)) {
      this.sent.add(id);
      if (!this.#synced.has(id)) this.early.push(id);
    }
  }
}

function ordersIn(line: string): string[] {
  return [...line.matchAll(orderPattern)].map(([, id = ""]) => id);
}
