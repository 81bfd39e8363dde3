/**
 * Message files of the public matching-engine benchmark, and the canonical text of what an engine
 * answers.
 *
 * The format is that of `flash1-dev/matching-engine-benchmark` (MIT): a 16-byte header (u64 magic,
 * u32 version, u32 count), then records of 40 bytes: u8 type (0 new, 1 cancel, 2 modify), u8 side,
 * u8 immediate-or-cancel, u8 0, u32 quantity, u64 sequence, u64 order id, i64 price in ticks,
 * i64 0; little-endian.
 */
import { InputError } from "../core/trouble.ts";
import type { MatchingEngine } from "../market/matching-contract.ts";
import { createNewOrder, type NewOrder, timeInForce } from "../market/order.ts";
import { type ReportRing, reportField, reportKind } from "../market/report-ring.ts";
import type { Side } from "../market/side.ts";

const magic = 0x4d4542575f303031n;
const headerBytes = 16;
const recordBytes = 40;

export const workloadMessage = { new: 0, cancel: 1, modify: 2 } as const;

/** One workload as columns; row `i` is message `i`. */
export interface MatchingWorkload {
  readonly count: number;
  readonly types: Uint8Array;
  readonly sides: Uint8Array;
  readonly immediate: Uint8Array;
  readonly quantities: Float64Array;
  readonly orderIds: Float64Array;
  readonly prices: Float64Array;
}

/** Empty columns for so many messages. */
export function createMatchingWorkload(count: number): MatchingWorkload {
  return {
    count,
    types: new Uint8Array(count),
    sides: new Uint8Array(count),
    immediate: new Uint8Array(count),
    quantities: new Float64Array(count),
    orderIds: new Float64Array(count),
    prices: new Float64Array(count),
  };
}

/** @throws InputError naming the byte when the file is not a whole workload */
export function parseMatchingWorkload(bytes: Uint8Array, path: string): MatchingWorkload {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWorkload = bytes.length >= headerBytes && view.getBigUint64(0, true) === magic;
  if (!isWorkload) {
    const fault = { found: "no workload header", expected: "the magic number of a workload file" };
    throw new InputError({ path, byte: 0 }, fault);
  }
  const count = view.getUint32(12, true);
  const expectedBytes = headerBytes + count * recordBytes;
  if (bytes.length !== expectedBytes) {
    const fault = {
      found: `${bytes.length} bytes`,
      expected: `${expectedBytes} for ${count} messages`,
    };
    throw new InputError({ path, byte: bytes.length }, fault);
  }
  const workload = createMatchingWorkload(count);
  for (let row = 0; row < count; row++) {
    const at = headerBytes + row * recordBytes;
    workload.types[row] = bytes[at];
    workload.sides[row] = bytes[at + 1];
    workload.immediate[row] = bytes[at + 2];
    workload.quantities[row] = view.getUint32(at + 4, true);
    workload.orderIds[row] = Number(view.getBigUint64(at + 16, true));
    workload.prices[row] = Number(view.getBigInt64(at + 24, true));
    if (bytes[at] > 2 || bytes[at + 1] > 1) {
      const fault = {
        found: `type ${bytes[at]}, side ${bytes[at + 1]}`,
        expected: "0 to 2, 0 or 1",
      };
      throw new InputError({ path, byte: at }, fault);
    }
  }
  return workload;
}

/** Gives messages `from` to `to` (exclusive) to an engine. */
export function runMatchingWorkload(
  engine: MatchingEngine,
  workload: MatchingWorkload,
  range: { readonly from: number; readonly to: number },
): void {
  const order: NewOrder = createNewOrder({ orderId: 1, side: 0, priceTicks: 0, quantityLots: 1 });
  const { types, sides, immediate, quantities, orderIds, prices } = workload;
  for (let row = range.from; row < range.to; row++) {
    if (types[row] === workloadMessage.cancel) {
      engine.cancel(orderIds[row]);
    } else if (types[row] === workloadMessage.modify) {
      engine.replace(orderIds[row], prices[row], quantities[row]);
    } else {
      order.orderId = orderIds[row];
      order.side = sides[row] as Side;
      order.timeInForce = immediate[row] === 1 ? timeInForce.immediateOrCancel : timeInForce.day;
      order.priceTicks = prices[row];
      order.quantityLots = quantities[row];
      engine.submit(order);
    }
  }
}

/** The reports not yet released as canonical lines; releases them. Rejected orders have no line. */
export function takeCanonicalLines(reports: ReportRing): string[] {
  const lines: string[] = [];
  for (let index = reports.released; index < reports.written; index++) {
    const read = (field: number): number => reports.read(index, field);
    const kind = read(reportField.kind);
    const head = `${kind},${read(reportField.sequence)}`;
    const id = read(reportField.orderId);
    const price = read(reportField.priceTicks);
    const lots = read(reportField.quantityLots);
    const side = read(reportField.side);
    if (kind === reportKind.trade) {
      lines.push(`${head},${price},${lots},${id},${read(reportField.contraId)}`);
    } else if (kind === reportKind.cancelAck) lines.push(`${head},${side},${id},${price}`);
    else if (kind === reportKind.orderAck || kind === reportKind.modifyAck) {
      lines.push(`${head},${side},${id},${price},${lots}`);
    } else if (kind === reportKind.cancelReject || kind === reportKind.modifyReject) {
      lines.push(`${head},${id}`);
    }
  }
  reports.releaseAll();
  return lines;
}
