/**
 * How fast networks train and answer: a whole training step of three networks, beside a peer on the
 * same numbers where one is installed, and one observation through a policy in both engines.
 */
import { createHash } from "node:crypto";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import {
  encodeModel,
  Graph,
  type Inference,
  NetworkSession,
  ParameterLayout,
  PlainSession,
  parametersInput,
  Trainer,
  toOnnx,
} from "../../neural/index.ts";
import {
  type CaseSizes,
  createDraws,
  createNeuralCases,
  createPolicyNetwork,
  type NeuralCase,
  policyShape,
  publishedSizes,
} from "./neural-cases.ts";
import { createNeuralPeer, loadNeuralPeer, type NeuralPeer } from "./neural-peer.ts";

export interface TrainingResult {
  readonly name: string;
  readonly what: string;
  /** Of a whole step: forward, backward, Adam; median over passes of the mean over their steps. */
  readonly stepMs: number;
  readonly samplesPerSecond: number;
  /** The same in the peer; null where it is not installed. */
  readonly peerStepMs: number | null;
  /** The peer's time over ours. */
  readonly peerRatio: number | null;
  /** Largest difference of the two losses over the first three steps, relative. */
  readonly peerLossError: number | null;
  /** Over the parameters after all steps. */
  readonly hash: string;
}

export interface LatencyResult {
  readonly engine: "onnx" | "plain";
  /** Microseconds of one observation, by a call of its own. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

export interface NeuralBench {
  readonly training: readonly TrainingResult[];
  readonly inference: readonly LatencyResult[];
  /** Largest difference of the two engines' outputs. */
  readonly engineError: number;
  readonly threads: number;
  readonly passes: number;
  readonly steps: number;
}

export interface NeuralBenchRequest {
  readonly passes: number;
  /** Of ours in a pass; the peer makes a tenth, at least one. */
  readonly steps: number;
  /** Single observations; as many again warm up. */
  readonly calls: number;
  readonly threads?: number;
  readonly sizes?: CaseSizes;
  readonly hasPeer?: boolean;
  /** Hears how far it is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

const learningRate = 1e-3;

export async function runNeuralBench(request: NeuralBenchRequest): Promise<NeuralBench> {
  const { passes, steps, threads = 1, sizes = publishedSizes, hasPeer = true } = request;
  const jax = hasPeer ? await loadNeuralPeer() : undefined;
  const cases = createNeuralCases(sizes);
  const training: TrainingResult[] = [];
  let done = 0;
  for (const neuralCase of cases) {
    const trainer = await Trainer.open(neuralCase.terms, 1, { threads });
    const peer =
      jax === undefined ? undefined : createNeuralPeer(jax, neuralCase, trainer.parameters);
    training.push(
      await timeTraining(neuralCase, { trainer, peer }, request, () => {
        request.onProgress?.(++done / (cases.length * (passes + 1)));
      }),
    );
    await trainer.close();
  }
  const { inference, engineError } = await timeInference(request);
  return { training, inference, engineError, threads, passes, steps };
}

/** Passes of ours and of the peer in turn; the first of each is warm-up, compiling included. */
async function timeTraining(
  { name, what, samples, batch }: NeuralCase,
  { trainer, peer }: { readonly trainer: Trainer; readonly peer: NeuralPeer | undefined },
  { passes, steps }: NeuralBenchRequest,
  onPass: () => void,
): Promise<TrainingResult> {
  const [ours, theirs]: number[][] = [[], []];
  const [ourLosses, theirLosses]: number[][] = [[], []];
  const peerSteps = Math.max(1, Math.round(steps / 10));
  for (let pass = 0; pass <= passes; pass++) {
    const ourMs = await timeSteps(steps, async () => {
      ourLosses!.push((await trainer.step(batch, learningRate)).loss ?? Number.NaN);
    });
    if (pass > 0) ours!.push(ourMs);
    if (peer !== undefined) {
      const peerMs = await timeSteps(peerSteps, async () => {
        theirLosses!.push(await peer.step(learningRate));
      });
      if (pass > 0) theirs!.push(peerMs);
    }
    onPass();
  }
  const stepMs = computeQuantile(ours!, 0.5);
  const peerStepMs = peer === undefined ? null : computeQuantile(theirs!, 0.5);
  // Later on the smallest difference in rounding has grown.
  const errors = theirLosses!.slice(0, 3).map((loss, at) => Math.abs(loss / ourLosses![at]! - 1));
  return {
    ...{ name, what, stepMs, samplesPerSecond: Math.round(samples / (stepMs / 1000)) },
    peerStepMs,
    peerRatio: peerStepMs === null ? null : peerStepMs / stepMs,
    peerLossError: peer === undefined ? null : Math.max(...errors),
    hash: createHash("sha256").update(trainer.parameters).digest("hex").slice(0, 16),
  };
}

/** Milliseconds of one step, mean over the pass. */
async function timeSteps(steps: number, step: () => Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  for (let at = 0; at < steps; at++) await step();
  return Number(process.hrtime.bigint() - start) / 1e6 / steps;
}

/** One observation at a time through the policy of the first case. */
async function timeInference({
  calls,
}: NeuralBenchRequest): Promise<Pick<NeuralBench, "inference" | "engineError">> {
  const layout = new ParameterLayout();
  const network = createPolicyNetwork(layout);
  const graph = new Graph();
  const { weights } = layout.bind(graph);
  const outputs = network.apply(weights, graph.input("x", [1, policyShape.observations]));
  const values = { [parametersInput]: layout.initialize(1) };
  const engines = {
    onnx: await NetworkSession.open(encodeModel(toOnnx({ outputs, values }))),
    plain: new PlainSession({ outputs, values }),
  };
  const draws = createDraws(4);
  const observation = draws.floats(policyShape.observations);
  const results = await Promise.all(
    Object.values(engines).map(async (engine) => (await engine.run({ x: observation })).logits),
  );
  const [onnx, plain] = results as [Float32Array, Float32Array];
  const engineError = Math.max(...onnx.map((value, at) => Math.abs(value - plain[at]!)));
  const inference: LatencyResult[] = [];
  for (const [name, engine] of Object.entries(engines)) {
    const times = await timeCalls(engine, observation, calls);
    const at = (share: number): number => computeQuantile(times, share);
    const engineName = name as keyof typeof engines;
    const quantiles = { p50: at(0.5), p99: at(0.99), p999: at(0.999), max: at(1) };
    inference.push({ engine: engineName, ...quantiles });
    await engine.close();
  }
  return { inference, engineError };
}

/** Microseconds of each call, after as many that are not counted. */
async function timeCalls(engine: Inference, x: Float32Array, calls: number): Promise<number[]> {
  const times: number[] = [];
  for (let call = -calls; call < calls; call++) {
    const start = process.hrtime.bigint();
    await engine.run({ x });
    if (call >= 0) times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return times;
}

/** As people read it. */
export function neuralText({ training, inference, engineError, ...rest }: NeuralBench): string {
  const width = Math.max(...training.map(({ name }) => name.length));
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1).padStart(7);
  const lines = training.map(({ name, what, stepMs, samplesPerSecond, peerStepMs, ...peer }) => {
    const beside =
      peerStepMs === null
        ? ""
        : `  peer ${ms(peerStepMs)} ms, ${peer.peerRatio?.toFixed(1)} times as long, ` +
          `loss within ${peer.peerLossError?.toExponential(0)}`;
    const rate = `${samplesPerSecond.toLocaleString("en-US").padStart(9)} samples/s`;
    return `${name.padEnd(width)} ${ms(stepMs)} ms a step ${rate}${beside}\n${" ".repeat(width)} ${what}, hash ${peer.hash}`;
  });
  const us = (value: number): string => value.toFixed(1);
  const answers = inference.map(
    ({ engine, p50, p99, p999, max }) =>
      `one observation, ${engine.padEnd(5)}  p50 ${us(p50)} µs, p99 ${us(p99)}, p99.9 ${us(p999)}, max ${us(max)}`,
  );
  return [
    ...lines,
    ...answers,
    `engines differ by ${engineError.toExponential(1)} at most`,
    `${rest.threads} ${rest.threads === 1 ? "thread" : "threads"}; median of ${rest.passes} passes of ${rest.steps} steps`,
  ].join("\n");
}
