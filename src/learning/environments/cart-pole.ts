/**
 * A pole on a cart, to be kept upright (Barto, Sutton & Anderson, IEEE SMC 13, 1983; constants as in
 * the usual benchmark): a task on which a learner can be wrong for no reason of the market's.
 */
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import type { ActionSpace, Environment } from "../environment.ts";

const gravity = 9.8;
const cartMass = 1;
const poleMass = 0.1;
const halfLength = 0.5;
const force = 10;
const stepSeconds = 0.02;
const positionMax = 2.4;
const angleMax = (12 * Math.PI) / 180;

export class CartPole implements Environment {
  readonly features = ["position", "speed", "angle", "turn"];
  readonly actions: ActionSpace = { kind: "discrete", names: ["left", "right"] };
  readonly horizon: number;
  readonly reward = 1;
  score = 0;
  readonly figures = {};
  #steps = 0;
  readonly #state = new Float64Array(4);

  /** @param horizon steps after which it counts as balanced; 500 in the benchmark */
  constructor(horizon = 500) {
    this.horizon = horizon;
  }

  reset(seed: number, observation: Float32Array): void {
    const random = createRandomStream(seed, streamId("cart-pole"));
    for (let at = 0; at < 4; at++) this.#state[at] = 0.1 * random.uniform() - 0.05;
    this.#steps = 0;
    observation.set(this.#state);
  }

  step(action: Float32Array, observation: Float32Array): boolean {
    const [position, speed, angle, turn] = this.#state;
    const push = action[0] === 1 ? force : -force;
    const mass = cartMass + poleMass;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const swing = (push + poleMass * halfLength * turn * turn * sine) / mass;
    const inertia = halfLength * (4 / 3 - (poleMass * cosine * cosine) / mass);
    const turning = (gravity * sine - cosine * swing) / inertia;
    const moving = swing - (poleMass * halfLength * turning * cosine) / mass;
    this.#state[0] = position + stepSeconds * speed;
    this.#state[1] = speed + stepSeconds * moving;
    this.#state[2] = angle + stepSeconds * turn;
    this.#state[3] = turn + stepSeconds * turning;
    this.#steps++;
    this.score = this.#steps;
    const fell = Math.abs(this.#state[0]) > positionMax || Math.abs(this.#state[2]) > angleMax;
    const isOver = fell || this.#steps === this.horizon;
    if (isOver) observation.fill(0);
    else observation.set(this.#state);
    return isOver;
  }
}
