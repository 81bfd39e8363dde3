/** Writes an order-by-order market as a NASDAQ TotalView-ITCH 5.0 file. */
import { nsPerHour, nsPerMinute } from "../../core/time.ts";
import type { MarketEventSource } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { annotatedMark } from "./annotation.ts";
import { ByteOutput } from "./byte-output.ts";
import { EventMessages } from "./event-messages.ts";
import { encodeItchMessage, type ItchMessage } from "./message.ts";
import { lengthBytes } from "./message-frames.ts";

export interface ItchWritten {
  readonly path: string;
  /** Messages, those of the head and the end among them. */
  readonly messages: number;
  readonly events: number;
}

/** The stock's number in a file that holds only one. */
const locate = 1;
const firstMessageNs = 3 * nsPerHour;

/** System events in their order, each at the first message that is due at its time or later. */
const dayPlan = [
  { eventCode: "S", timeNs: 4 * nsPerHour },
  { eventCode: "Q", timeNs: 9.5 * nsPerHour },
  { eventCode: "M", timeNs: 16 * nsPerHour },
  { eventCode: "E", timeNs: 20 * nsPerHour },
  { eventCode: "C", timeNs: 20 * nsPerHour + 5 * nsPerMinute },
] as const;

/**
 * Writes the events of one instrument as an ITCH file: system events, the stock's directory entry,
 * and one message an event.
 *
 * Reading it back with `openItch` gives the identical events, those that ITCH has no word for
 * included (`annotation.ts`); what is lost is said in `docs/formats/itch.md`. The source must be a
 * valid order-by-order stream, else an InvariantError says which rule broke. Nothing is left under
 * the file's name when the writing fails.
 *
 * @param path packed with gzip when it ends in `.gz`, with zstd when it ends in `.zst`; a name with
 *   the day in it (`2012-06-21.AMZN.itch.gz`) lets a reader find the day
 */
export async function writeItch(source: MarketEventSource, path: string): Promise<ItchWritten> {
  const events = new EventMessages(source.instrument, locate);
  const output = new ByteOutput(path);
  const writer = new ItchWriter(source.instrument, output);
  try {
    for await (const block of source.blocks()) {
      for (let row = 0; row < block.length; row++) {
        writer.writeDue(block.venueTimeNs[row]);
        writer.write(events.toMessage(block, row));
        if (output.isFull) await output.flush();
      }
    }
    writer.writeDue(Number.POSITIVE_INFINITY);
    await output.finish();
  } catch (failure) {
    await output.discard();
    throw failure;
  }
  return { path, messages: writer.messages, events: events.count };
}

class ItchWriter {
  messages = 0;
  readonly #instrument: Instrument;
  readonly #output: ByteOutput;
  #planned = 0;
  #timeNs = 0;

  constructor(instrument: Instrument, output: ByteOutput) {
    this.#instrument = instrument;
    this.#output = output;
  }

  /** The head, and the system events whose time has come. */
  writeDue(timeNs: number): void {
    if (this.messages === 0) this.#writeHead(Math.min(timeNs, firstMessageNs));
    for (; this.#planned < dayPlan.length; this.#planned++) {
      const { eventCode, timeNs: dueNs } = dayPlan[this.#planned];
      if (dueNs > timeNs) return;
      this.#writeSystemEvent(eventCode, Math.max(dueNs, this.#timeNs));
    }
  }

  write(message: ItchMessage): void {
    const output = this.#output;
    const at = output.length;
    const bytes = encodeItchMessage(message, output.bytes, at + lengthBytes);
    output.bytes.writeUInt16BE(bytes, at);
    output.length = at + lengthBytes + bytes;
    this.#timeNs = message.timeNs;
    this.messages++;
  }

  #writeHead(timeNs: number): void {
    this.#writeSystemEvent("O", timeNs, annotatedMark);
    const { symbol, roundLotLots, lotSize } = this.#instrument;
    const fields = {
      stock: symbol,
      marketCategory: "Q",
      financialStatus: "N",
      roundLotSize: Math.round(roundLotLots * lotSize),
      roundLotsOnly: "N",
      issueClassification: "C",
      issueSubType: "Z",
      authenticity: "P",
      shortSaleThreshold: "N",
      ipoFlag: "N",
      luldReferencePriceTier: "1",
      etpFlag: "N",
      etpLeverageFactor: 0,
      inverseIndicator: "N",
    };
    this.write({ type: "R", stockLocate: locate, trackingNumber: 0, timeNs, fields });
  }

  #writeSystemEvent(eventCode: string, timeNs: number, trackingNumber = 0): void {
    this.write({ type: "S", stockLocate: 0, trackingNumber, timeNs, fields: { eventCode } });
  }
}
