/**
 * Episodes played by a policy, several side by side so that one pass through the network decides for
 * all of them. What happens in an episode depends on its seed and on the policy alone: not on who
 * played beside it, nor in which thread.
 */
import { assert } from "../core/assert.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import { Graph, PlainEngine, parametersInput } from "../neural/index.ts";
import { createActorCritic, type NetworkShape } from "./actor-critic.ts";
import { createDistribution } from "./distributions/create-distribution.ts";
import type { Distribution, ShareDistribution } from "./distributions/distribution.ts";
import type { Environment } from "./environment.ts";
import { type Scaling, scaleRows } from "./running-moments.ts";

/** What a player's network looks like, and what its numbers mean. */
export interface PlayerShape extends NetworkShape {
  readonly shares: ShareDistribution;
}

/** Who plays. */
export interface PolicyVersion {
  readonly parameters: Float32Array;
  readonly scaling: Scaling;
  /** Of the latent; 0 plays the mean, or the likeliest action. */
  readonly deviation: number;
  /** Of the draws that choose actions. */
  readonly seed: number;
}

/** Episodes one behind the other, each with as many rows as the longest can have. */
export interface Rollout {
  readonly episodes: number;
  readonly horizon: number;
  /** [episodes, horizon, features], as the environment gave them. */
  readonly observations: Float32Array;
  /** [episodes, horizon, choice length]. */
  readonly choices: Float32Array;
  /** [episodes, horizon]: log density of each choice under the policy that played. */
  readonly logDensities: Float32Array;
  readonly rewards: Float32Array;
  /** [episodes]: rows that were played. */
  readonly lengths: Int32Array;
  readonly scores: Float64Array;
  readonly figures: Record<string, Float64Array>;
}

/** Plays episodes with several copies of one environment. */
export class RolloutPlayer {
  readonly #environments: readonly Environment[];
  readonly #distribution: Distribution;
  readonly #engine: PlainEngine;
  readonly #head: Float32Array;
  /** What the network remembers of each episode, and what it will; empty without memory. */
  readonly #memory: Float32Array;
  readonly #remembered: Float32Array;
  readonly #observations: Float32Array;
  readonly #scaled: Float32Array;
  readonly #action: Float32Array;

  constructor(environments: readonly Environment[], shape: PlayerShape) {
    assert(environments.length > 0, "a player has an environment");
    const { features, actions } = environments[0];
    const count = environments.length;
    const distribution = createDistribution(actions, shape.shares);
    const network = createActorCritic(features.length, distribution.headLength, shape);
    const graph = new Graph();
    const { weights } = network.layout.bind(graph);
    const observation = graph.input("observation", [count, features.length]);
    const { stateLength } = network;
    const memory = stateLength === 0 ? undefined : graph.input("memory", [count, stateLength]);
    const { head, state } = network.decide(weights, observation, memory);
    this.#environments = environments;
    this.#distribution = distribution;
    this.#action = new Float32Array(distribution.actionLength);
    this.#engine = new PlainEngine(state === undefined ? [head] : [head, state]);
    this.#head = this.#engine.outputs[0] as Float32Array;
    this.#remembered = (this.#engine.outputs[1] ?? new Float32Array(0)) as Float32Array;
    this.#memory = (this.#engine.inputs.get("memory") ?? new Float32Array(0)) as Float32Array;
    this.#observations = new Float32Array(count * features.length);
    this.#scaled = this.#engine.inputs.get("observation") as Float32Array;
  }

  /** One episode a seed, in their order. */
  play(version: PolicyVersion, seeds: readonly number[]): Rollout {
    const { choiceLength } = this.#distribution;
    const rollout = createRollout(this.#environments[0], choiceLength, seeds.length);
    this.#engine.inputs.get(parametersInput)?.set(version.parameters);
    for (let from = 0; from < seeds.length; from += this.#environments.length) {
      this.#playGroup(version, seeds, from, rollout);
    }
    return rollout;
  }

  /** As many episodes as there are environments, step by step together. */
  #playGroup(
    version: PolicyVersion,
    seeds: readonly number[],
    from: number,
    rollout: Rollout,
  ): void {
    const count = Math.min(this.#environments.length, seeds.length - from);
    const { features, horizon } = this.#environments[0];
    const size = features.length;
    const randoms: RandomStream[] = [];
    const rows = Array.from({ length: count }, (_, slot) =>
      this.#observations.subarray(slot * size, (slot + 1) * size),
    );
    for (let slot = 0; slot < count; slot++) {
      const seed = seeds[from + slot];
      this.#environments[slot].reset(seed, rows[slot]);
      randoms.push(createRandomStream(version.seed, streamId("actions", seed)));
    }
    this.#memory.fill(0);
    const isOver = new Uint8Array(count);
    let open = count;
    for (let step = 0; open > 0; step++) {
      assert(step < horizon, "an episode ends within its horizon");
      scaleRows(version.scaling, this.#observations, this.#scaled);
      this.#engine.run();
      this.#memory.set(this.#remembered);
      for (let slot = 0; slot < count; slot++) {
        if (isOver[slot] === 1) continue;
        const place = { episode: from + slot, slot, step };
        const ends = this.#step(
          version,
          place,
          { row: rows[slot], random: randoms[slot] },
          rollout,
        );
        if (!ends) continue;
        isOver[slot] = 1;
        open--;
      }
    }
  }

  #step(
    version: PolicyVersion,
    { episode, slot, step }: { episode: number; slot: number; step: number },
    { row, random }: { row: Float32Array; random: RandomStream },
    rollout: Rollout,
  ): boolean {
    const environment = this.#environments[slot];
    const distribution = this.#distribution;
    const at = episode * rollout.horizon + step;
    rollout.observations.set(row, at * row.length);
    const places = {
      head: this.#head,
      headAt: slot * distribution.headLength,
      choice: rollout.choices,
      choiceAt: at * distribution.choiceLength,
      action: this.#action,
    };
    rollout.logDensities[at] = distribution.draw(places, version.deviation, random);
    const ends = environment.step(this.#action, row);
    rollout.rewards[at] = environment.reward;
    rollout.lengths[episode] = step + 1;
    if (!ends) return false;
    rollout.scores[episode] = environment.score;
    for (const [name, value] of Object.entries(environment.figures)) {
      rollout.figures[name] ??= new Float64Array(rollout.episodes);
      rollout.figures[name][episode] = value;
    }
    return true;
  }
}

function createRollout(
  { horizon, features }: Environment,
  choiceLength: number,
  episodes: number,
): Rollout {
  const rows = episodes * horizon;
  return {
    episodes,
    horizon,
    observations: new Float32Array(rows * features.length),
    choices: new Float32Array(rows * choiceLength),
    logDensities: new Float32Array(rows),
    rewards: new Float32Array(rows),
    lengths: new Int32Array(episodes),
    scores: new Float64Array(episodes),
    figures: {},
  };
}

/** Several rollouts as one, in their order. */
export function joinRollouts(parts: readonly Rollout[]): Rollout {
  const [first] = parts;
  const joined = <Column extends Float32Array | Float64Array | Int32Array>(
    pick: (rollout: Rollout) => Column,
  ): Column => {
    const columns = parts.map(pick);
    const length = columns.reduce((sum, column) => sum + column.length, 0);
    const whole = new (columns[0].constructor as new (length: number) => Column)(length);
    let at = 0;
    for (const column of columns) {
      whole.set(column as never, at);
      at += column.length;
    }
    return whole;
  };
  return {
    episodes: parts.reduce((sum, { episodes }) => sum + episodes, 0),
    horizon: first.horizon,
    observations: joined(({ observations }) => observations),
    choices: joined(({ choices }) => choices),
    logDensities: joined(({ logDensities }) => logDensities),
    rewards: joined(({ rewards }) => rewards),
    lengths: joined(({ lengths }) => lengths),
    scores: joined(({ scores }) => scores),
    figures: Object.fromEntries(
      Object.keys(first.figures).map((name) => [name, joined(({ figures }) => figures[name])]),
    ),
  };
}
