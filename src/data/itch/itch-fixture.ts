/** For tests: small ITCH files made of messages, and their events as short text. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { type MarketEvent, readEvent } from "../../market/event-block.ts";
import { drawRecords } from "../lobster/pair-fixture.ts";
import type { FindingRule } from "../recording.ts";
import type { ItchType } from "./layout.ts";
import { encodeItchMessage, type ItchFields, type ItchMessage } from "./message.ts";
import { type ItchOptions, type ItchRecording, openItch } from "./open-itch.ts";

/** The stock's number in `directoryEntry` and in messages that name none. */
const testLocate = 7;

/** A message of the stock number 7, at so many nanoseconds after 09:30. */
export function itchMessage<Type extends ItchType>(
  type: Type,
  afterOpenNs: number,
  fields: ItchFields<Type>,
  header: { readonly stockLocate?: number; readonly trackingNumber?: number } = {},
): ItchMessage {
  const { stockLocate = testLocate, trackingNumber = 0 } = header;
  const timeNs = 34_200e9 + afterOpenNs;
  return { type, stockLocate, trackingNumber, timeNs, fields } as unknown as ItchMessage;
}

export function systemEvent(eventCode: string, trackingNumber = 0): ItchMessage {
  return itchMessage("S", 0, { eventCode }, { stockLocate: 0, trackingNumber });
}

export function directoryEntry(stock = "TEST", stockLocate = testLocate): ItchMessage {
  const fields: ItchFields<"R"> = {
    stock,
    marketCategory: "Q",
    financialStatus: "N",
    roundLotSize: 100,
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
  return itchMessage("R", 0, fields, { stockLocate });
}

/** An order of TEST; its price in units of 0.0001. */
export function addOrder(
  afterOpenNs: number,
  orderId: number,
  side: string,
  shares: number,
  price: number,
): ItchMessage {
  const fields = { orderId: BigInt(orderId), side, shares, stock: "TEST", price };
  return itchMessage("A", afterOpenNs, fields);
}

/** The bytes of a file: each message with its length before it. */
export function itchBytes(messages: readonly ItchMessage[]): Buffer {
  const room = Buffer.alloc(256);
  return Buffer.concat(
    messages.map((message) => {
      const length = encodeItchMessage(message, room, 2);
      room.writeUInt16BE(length, 0);
      return Buffer.from(room.subarray(0, length + 2));
    }),
  );
}

/** A file that goes away when the test ends. @returns its path */
export async function writeItchFile(
  t: TestContext,
  content: Buffer | readonly ItchMessage[],
  name = "2012-06-21.itch",
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "itch-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, Buffer.isBuffer(content) ? content : itchBytes(content));
  return path;
}

/** Reads messages that follow a head with TEST as its only stock, as `drawRecords` shows them. */
export async function drawItch(
  t: TestContext,
  messages: readonly ItchMessage[],
  options: ItchOptions = {},
): Promise<{
  readonly text: string;
  readonly events: MarketEvent[];
  readonly recording: ItchRecording;
  readonly rules: Readonly<Partial<Record<FindingRule, number>>>;
}> {
  const whole = [systemEvent("O"), directoryEntry(), ...messages, systemEvent("C")];
  const recording = await openItch(await writeItchFile(t, whole), options);
  const events: MarketEvent[] = [];
  for await (const block of recording.blocks()) {
    for (let row = 0; row < block.length; row++) events.push(readEvent(block, row));
  }
  const rules = Object.fromEntries(
    recording.findings.list().map(({ rule, count }) => [rule, count]),
  );
  return { text: drawRecords(events), events, recording, rules };
}
