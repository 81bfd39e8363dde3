/** `metaorder bench fix`: the codec on one message, the engine over a socket, peers beside both. */
import { cpus } from "node:os";
import { type FixCodecBench, fixCodecText, runFixCodecBench } from "./fix-codec-bench.ts";
import { type LoopbackBench, runLoopbackBench } from "./fix-loopback-bench.ts";

export interface FixBench {
  readonly codec: FixCodecBench;
  readonly loopback: LoopbackBench;
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number };
}

export interface FixBenchRequest {
  readonly passes: number;
  /** Of the codec in a pass; over sockets a fiftieth, each with its answer. */
  readonly messages: number;
  /** jspurefix beside the codec, where it is installed. */
  readonly hasPeer: boolean;
  /** QuickFIX C++ beside the engine: a peer built by `test/interop/build-peer.sh`. */
  readonly quickfix?: string;
  readonly onProgress?: (share: number) => void;
}

/** @throws OutsideError where the other end of a socket cannot be started */
export async function runFixBench(request: FixBenchRequest): Promise<FixBench> {
  const { passes, messages, hasPeer, quickfix, onProgress } = request;
  const codec = await runFixCodecBench({
    ...{ passes, messages, hasPeer },
    onProgress: (share) => onProgress?.(share / 2),
  });
  const loopback = await runLoopbackBench({
    ...{ passes, messages: Math.ceil(messages / 50) },
    ...(quickfix === undefined ? {} : { quickfix }),
    onProgress: (share) => onProgress?.(0.5 + share / 2),
  });
  const processor = cpus()[0]?.model ?? "unknown";
  const machine = { node: process.version, processor, cores: cpus().length };
  return { codec, loopback, machine };
}

/** As people read it. */
export function fixBenchText({ codec, loopback, machine }: FixBench): string {
  const { messages, passes, window, fdatasync, quickfixLeftOut } = loopback;
  const width = Math.max(...loopback.results.map(({ name }) => name.length));
  const us = (value: number): string => value.toFixed(0).padStart(6);
  const lines = loopback.results.map((result) => {
    const { name, what, p50Us, p99Us, p999Us, ordersPerSecond, limitP50Us } = result;
    const limit = limitP50Us === null ? "" : ` (p50 at most ${limitP50Us})`;
    const rate = ordersPerSecond.toLocaleString("en-US").padStart(8);
    return `${name.padEnd(width)} p50 ${us(p50Us)} p99 ${us(p99Us)} p99.9 ${us(p999Us)} µs${limit}, ${rate} orders a second; ${what}`;
  });
  return [
    fixCodecText(codec),
    "",
    ...lines,
    `order and report over loopback, two processes: ${messages} one at a time, then ${messages} with ${window} under way, ${passes} passes`,
    `fdatasync of 512 bytes in ${fdatasync.folder}: p50 ${us(fdatasync.p50Us).trim()} µs, p99 ${us(fdatasync.p99Us).trim()} µs`,
    ...(quickfixLeftOut === null ? [] : [`QuickFIX C++ was left out: ${quickfixLeftOut}`]),
    `node ${machine.node}, ${machine.processor}, ${machine.cores} cores`,
  ].join("\n");
}
