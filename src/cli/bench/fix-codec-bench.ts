/**
 * How fast a FIX message is read, validated and written, beside a peer on the same message where one
 * is installed. Both run in turn in the same process, since the machine is shared.
 */
import { assert } from "../../core/assert.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { readGroup } from "../../protocol/fix/codec/group-cursor.ts";
import { MessageEncoder } from "../../protocol/fix/codec/message-encoder.ts";
import { MessageScanner } from "../../protocol/fix/codec/message-scanner.ts";
import type { OutboundMessage } from "../../protocol/fix/codec/message-view.ts";
import { ResendWriter } from "../../protocol/fix/codec/rewrite.ts";
import { createValidator } from "../../protocol/fix/codec/validator.ts";
import { loadDictionary } from "../../protocol/fix/dictionary/load-dictionary.ts";
import { type FixCodecPeer, loadFixCodecPeer } from "./fix-codec-peer.ts";

export interface CodecResult {
  readonly name: string;
  readonly what: string;
  /** Nanoseconds of one message, median over passes. */
  readonly ns: number;
  readonly messagesPerSecond: number;
  /** What it may take at most. */
  readonly limitNs: number;
  /** The same in the peer; null where it is not installed or has nothing like it. */
  readonly peerNs: number | null;
  /** The peer's time over ours. */
  readonly peerRatio: number | null;
  /** What the ratio must be at least; null where no ratio is asked for. */
  readonly ratioMin: number | null;
}

export interface FixCodecBench {
  /** Of the NewOrderSingle: 211 bytes, 22 fields, a group of two parties. */
  readonly messageBytes: number;
  readonly messageFields: number;
  readonly peer: string | null;
  readonly passes: number;
  readonly results: readonly CodecResult[];
}

export interface FixCodecBenchRequest {
  readonly passes: number;
  /** Messages of ours in a pass; the peer handles a tenth. */
  readonly messages: number;
  readonly hasPeer?: boolean;
  /** Hears how far it is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const identity = { beginString: "FIX.4.4", senderCompId: "METAORDER", targetCompId: "VENUE1" };
const sendingTimeMs = Date.UTC(2024, 2, 5, 14, 30, 5, 123);
const seqNum = 1087;
const order: OutboundMessage = {
  msgType: "D",
  fields: [
    ...([
      [11, "ORD7-000123"],
      [453, 2],
    ] as const),
    ...([
      [448, "DSK1"],
      [447, "D"],
      [452, 3],
    ] as const),
    ...([
      [448, "TRD77"],
      [447, "D"],
      [452, 12],
    ] as const),
    ...([
      [55, "VOD"],
      [54, "1"],
      [60, "20240305-14:30:05.120"],
    ] as const),
    ...([
      [38, 12_500],
      [40, "2"],
      [44, 101.255],
    ] as const),
  ],
};

interface BenchCase {
  readonly name: string;
  readonly what: string;
  readonly limitNs: number;
  readonly ratioMin: number | null;
  /** Handles so many messages, and gives a number that depends on all of them. */
  readonly ours: (messages: number) => number;
  readonly peer: ((messages: number) => void) | undefined;
}

export async function runFixCodecBench(request: FixCodecBenchRequest): Promise<FixCodecBench> {
  const { passes, hasPeer = true } = request;
  const message = new MessageEncoder(identity).encode(order, seqNum, sendingTimeMs);
  const peer = hasPeer ? await loadFixCodecPeer(message) : undefined;
  const cases = createCases(message, peer);
  const results = cases.map((benchCase, index) =>
    timeCase(benchCase, request, (share) => {
      request.onProgress?.((index + share) / cases.length);
    }),
  );
  const scanner = new MessageScanner();
  scanner.scan(message);
  return {
    ...{ messageBytes: message.length, messageFields: scanner.count },
    ...{ peer: peer?.name ?? null, passes, results },
  };
}

function createCases(message: Buffer, peer: FixCodecPeer | undefined): BenchCase[] {
  const encoder = new MessageEncoder(identity);
  const resend = new ResendWriter();
  return [
    {
      ...{ name: "scan", what: "all fields, BodyLength, CheckSum", limitNs: 1000, ratioMin: 10 },
      ours: createScan(message),
      peer: peer?.parseToView,
    },
    {
      ...{ name: "validated parse", what: "scan, dictionary, groups read", limitNs: 2000 },
      ratioMin: 10,
      ours: createParse(message),
      peer: peer?.parseToObject,
    },
    {
      ...{ name: "encode", what: "header, body, BodyLength, CheckSum", limitNs: 1500, ratioMin: 5 },
      ours: (messages) =>
        sumOf(messages, (at) => encoder.encode(order, seqNum, sendingTimeMs + at).length),
      peer: peer?.encode,
    },
    {
      ...{ name: "send again", what: "43, 52 and 122 of stored bytes anew", limitNs: 2000 },
      ratioMin: null,
      ours: (messages) =>
        sumOf(messages, (at) => resend.rewrite(message, sendingTimeMs + at).length),
      peer: undefined,
    },
  ];
}

function createScan(message: Buffer): BenchCase["ours"] {
  const scanner = new MessageScanner();
  return (messages) =>
    sumOf(messages, () => (scanner.scan(message) === "whole" ? scanner.count : Number.NaN));
}

/** Scan, validation, and what an order handler takes out: parties, quantity, price. */
function createParse(message: Buffer): BenchCase["ours"] {
  const dictionary = loadDictionary("FIX.4.4");
  const parties = dictionary.messages.get("D")?.byTag.get(453)?.group;
  assert(parties !== undefined, "an order of FIX 4.4 has parties");
  const scanner = new MessageScanner();
  const validator = createValidator(dictionary);
  return (messages) =>
    sumOf(messages, () => {
      if (scanner.scan(message) !== "whole" || validator.validate(scanner)) return Number.NaN;
      let sum = scanner.integer(38) ?? Number.NaN;
      const entries = readGroup(scanner, parties);
      while (entries.next()) sum += entries.indexOf(448) + entries.indexOf(452);
      return sum;
    });
}

function sumOf(messages: number, handle: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < messages; at++) sum += handle(at);
  return sum;
}

/** Passes of ours and of the peer in turn; the first of each is warm-up. */
function timeCase(
  { name, what, limitNs, ratioMin, ours, peer }: BenchCase,
  { passes, messages }: FixCodecBenchRequest,
  onProgress: (share: number) => void,
): CodecResult {
  const peerMessages = Math.max(1, Math.round(messages / 10));
  const [ourNs, theirNs]: [number[], number[]] = [[], []];
  for (let pass = 0; pass <= passes; pass++) {
    const found = timeNs(messages, () => {
      assert(!Number.isNaN(ours(messages)), "the order of the benchmark is right");
    });
    if (pass > 0) ourNs.push(found);
    if (peer !== undefined) {
      const peerFound = timeNs(peerMessages, () => peer(peerMessages));
      if (pass > 0) theirNs.push(peerFound);
    }
    onProgress((pass + 1) / (passes + 1));
  }
  const ns = computeQuantile(ourNs, 0.5);
  const peerNs = peer === undefined ? null : computeQuantile(theirNs, 0.5);
  return {
    ...{ name, what, ns, messagesPerSecond: Math.round(1e9 / ns), limitNs },
    ...{ peerNs, peerRatio: peerNs === null ? null : peerNs / ns, ratioMin },
  };
}

/** Nanoseconds of one message. */
function timeNs(messages: number, work: () => void): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / messages;
}

/** As people read it. */
export function fixCodecText(bench: FixCodecBench): string {
  const width = Math.max(...bench.results.map(({ name }) => name.length));
  const lines = bench.results.map(({ name, what, ns, limitNs, messagesPerSecond, ...rest }) => {
    const rate = `${messagesPerSecond.toLocaleString("en-US").padStart(10)} a second`;
    const beside =
      rest.peerNs === null
        ? ""
        : `, peer ${rest.peerNs.toFixed(0)} ns, ${rest.peerRatio?.toFixed(1)} times as long`;
    return `${name.padEnd(width)} ${ns.toFixed(0).padStart(6)} ns (at most ${limitNs}) ${rate}${beside}\n${" ".repeat(width)} ${what}`;
  });
  return [
    ...lines,
    `a NewOrderSingle of ${bench.messageBytes} bytes, ${bench.messageFields} fields; median of ${bench.passes} passes` +
      (bench.peer === null ? "" : `; peer ${bench.peer}`),
  ].join("\n");
}
