/** A LOBSTER day as a recording: the same events, with findings of what stands out in them. */
import { basename } from "node:path";
import { type EventBlock, eventKind, tradingStatus } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { Findings, type Granularity, type Recording } from "../recording.ts";
import type { LobsterCounts } from "./counts.ts";
import { parseLobsterFileName } from "./file-name.ts";
import { type LobsterOptions, type LobsterSource, openLobster } from "./open-lobster.ts";

export interface LobsterRecording extends Recording {
  readonly counts: Readonly<LobsterCounts>;
  /** The pair's digest; undefined until the run has reached the end of both files. */
  readonly sha256: string | undefined;
}

/**
 * Opens a LOBSTER pair as `openLobster` does.
 *
 * Findings name the message file and the time; the counts of the reader say more.
 */
export async function openLobsterRecording(
  path: string,
  options: LobsterOptions = {},
): Promise<LobsterRecording> {
  return new LobsterDay(await openLobster(path, options));
}

/** LOBSTER's files say what they are by their names only. */
export function looksLikeLobster(_head: Buffer, path: string): boolean {
  return parseLobsterFileName(basename(path)) !== undefined;
}

class LobsterDay implements LobsterRecording {
  readonly format = "lobster";
  readonly timeZone = "America/New_York";
  readonly granularity: Granularity = "orders";
  readonly paths: readonly string[];
  readonly #source: LobsterSource;
  #findings = new Findings();

  constructor(source: LobsterSource) {
    this.#source = source;
    this.paths = [source.messagePath, source.orderbookPath];
  }

  get instrument(): Instrument {
    return this.#source.instrument;
  }

  get date(): string {
    return this.#source.date;
  }

  get counts(): Readonly<LobsterCounts> {
    return this.#source.counts;
  }

  get rows(): number {
    return this.#source.counts.rows;
  }

  get findings(): Findings {
    return this.#findings;
  }

  get sha256(): string | undefined {
    return this.#source.sha256;
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    this.#findings = new Findings();
    for await (const block of this.#source.blocks()) {
      this.#look(block);
      yield block;
    }
  }

  #look(block: EventBlock): void {
    for (let row = 0; row < block.length; row++) {
      const kind = block.kind[row];
      if (kind === eventKind.hiddenExecute) {
        const price = block.priceTicks[row];
        if (price !== Math.floor(price)) this.#note("off-grid", block.venueTimeNs[row]);
      } else if (kind === eventKind.status && block.quantityLots[row] === tradingStatus.halted) {
        this.#note("halt", block.venueTimeNs[row]);
      }
    }
  }

  #note(rule: "off-grid" | "halt", venueTimeNs: number): void {
    this.#findings.note(rule, { path: this.#source.messagePath, venueTimeNs });
  }
}
