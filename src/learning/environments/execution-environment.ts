/**
 * Working a parent order in a world with a book, as a task that is learnt.
 *
 * The learner sits where a policy sits: an ordinary episode is played up to the moment when the
 * worker asks, what the worker would tell its policy is written down, and the answer waits for the
 * question. So a network that was trained here does the same in `metaorder evaluate`, fill for fill.
 */
import { assert } from "../../core/assert.ts";
import { OutsideError } from "../../core/trouble.ts";
import type { DurationNs } from "../../core/units.ts";
import {
  createRunMemory,
  Episode,
  type EpisodeSetup,
  type RunMemory,
  TwinPath,
} from "../../evaluation/index.ts";
import { type ExecutionPolicy, jsonStateCodec } from "../../execution/index.ts";
import { ask, bid, buy, sideSign } from "../../market/side.ts";
import {
  type ActionVocabulary,
  checkShares,
  countDecisions,
  decideShares,
  encodeObservation,
  observationFeatures,
  readClock,
  writeSingleAction,
} from "../../policies/index.ts";
import type { ActionSpace, Environment } from "../environment.ts";
import { OrderValue, type RewardMeasure, type RewardTerms } from "./execution-reward.ts";

/** What is added to the reward while learning; none of it enters the score. */
export interface Shaping {
  /** Takes off so many times the impact our trading had at the fills; runs the twin. */
  readonly impact?: number;
  /** Adds so much, in the reward's unit, for an order that was filled before its end. */
  readonly completion?: number;
  /**
   * Takes off what a straight-line inventory gains in the market without us on the same seed: its mean
   * is 0 where the price has no drift, and no action changes it. Runs the twin.
   */
  readonly usesControlVariate?: boolean;
}

export interface ExecutionEnvironmentSetup
  extends Pick<EpisodeSetup, "market" | "parent" | "session" | "completion" | "latency"> {
  /** As problems are reported: `worlds/cw/noise.yaml`. */
  readonly worldPath: string;
  readonly fees: RewardTerms["fees"];
  readonly vocabulary: ActionVocabulary;
  /** Shares for a policy gradient, one part for everything for a value network. */
  readonly actions: ActionSpace["kind"];
  /** From one decision to the next. */
  readonly everyNs: DurationNs;
  readonly measure: RewardMeasure;
  /** Rewards are so many times the change of value; 1. The score is not scaled. */
  readonly rewardScale?: number;
  readonly shaping?: Shaping;
}

export class ExecutionEnvironment implements Environment {
  readonly features = observationFeatures;
  readonly actions: ActionSpace;
  readonly horizon: number;
  reward = 0;
  score = Number.NaN;
  figures: Readonly<Record<string, number>> = {};
  readonly #setup: ExecutionEnvironmentSetup;
  readonly #learner: ExecutionPolicy;
  readonly #shares: Float64Array;
  readonly #memory: RunMemory = createRunMemory();
  readonly #twin = new TwinPath();
  readonly #order: OrderValue;
  #episode: Episode | undefined;
  #isOver = true;
  /** An action waits for the worker to ask. */
  #isWaiting = false;
  #decisions = 0;
  #nowNs = 0;
  #markTicks = Number.NaN;
  #value = 0;
  #impactTicksLots = 0;
  #shapingSum = 0;
  #controlSum = 0;

  constructor(setup: ExecutionEnvironmentSetup) {
    const { vocabulary, parent, everyNs } = setup;
    const { parts } = vocabulary;
    this.#setup = setup;
    this.#shares = new Float64Array(parts.length);
    this.#order = new OrderValue(setup);
    this.#learner = this.#createLearner();
    this.actions =
      setup.actions === "simplex" ? { kind: "simplex", parts } : { kind: "discrete", names: parts };
    this.horizon = countDecisions(parent, everyNs);
  }

  reset(seed: number, observation: Float32Array): void {
    const { market, parent, worldPath } = this.#setup;
    this.#runTwin(seed);
    const learner = { policy: this.#learner, seed, twin: this.#twin, memory: this.#memory };
    const episode = new Episode({ ...this.#setup, ...learner });
    this.#episode = episode;
    const arrival = episode.arrive();
    if (Number.isNaN(arrival.midTicks) || Number.isNaN(arrival.farTouchTicks)) {
      const found = "found no two-sided market at the order's start, expected one";
      const message = `${worldPath}: opening: with seed ${seed} ${found}`;
      throw new OutsideError("INVALID_MARKET", message, { canRetry: false });
    }
    this.#order.begin(arrival);
    this.#markTicks = this.#isPublished ? arrival.farTouchTicks : arrival.midTicks;
    this.#isWaiting = false;
    this.#isOver = false;
    this.#decisions = 0;
    this.#nowNs = parent.startNs;
    this.#value = 0;
    this.#impactTicksLots = 0;
    this.#shapingSum = 0;
    this.#controlSum = 0;
    this.reward = 0;
    this.score = Number.NaN;
    this.figures = {};
    const questionNs = episode.advanceToDecision();
    assert(
      questionNs !== undefined && market.nowNs <= questionNs,
      "an order begins with a question",
    );
    encodeObservation(episode.run.observe(questionNs), observation);
  }

  step(action: Float32Array, observation: Float32Array): boolean {
    const episode = this.#episode;
    assert(episode !== undefined && !this.#isOver, "an episode is reset before its first step");
    this.#takeAction(action);
    this.#decisions++;
    let questionNs = episode.advanceToDecision();
    // A report of the same moment may come before the question itself.
    while (this.#isWaiting && questionNs !== undefined) {
      episode.run.takeNext();
      questionNs = episode.advanceToDecision();
    }
    if (questionNs === undefined) {
      this.#finish(episode);
      this.#isOver = true;
      observation.fill(0);
      return true;
    }
    this.#mark(episode);
    this.#order.take(episode.run.venue.fills);
    this.#giveReward(this.#order.valueAt(this.#markTicks), questionNs, 0);
    encodeObservation(episode.run.observe(questionNs), observation);
    return false;
  }

  /** Over every command and fill of the episode that is over, as evaluations hash them. */
  get runHash(): string {
    return this.#episode?.run.hash ?? "";
  }

  #createLearner(): ExecutionPolicy {
    const { vocabulary, everyNs } = this.#setup;
    return {
      name: "learner",
      description: "does what it is told",
      isClocked: true,
      initialState: () => null,
      decide: (state, observed) => {
        this.#isWaiting = false;
        const clock = readClock(observed.parent, everyNs, observed.nowNs);
        return { state, decision: decideShares(vocabulary, this.#shares, observed, clock) };
      },
      ...jsonStateCodec,
    };
  }

  #takeAction(action: Float32Array): void {
    if (this.actions.kind === "simplex") {
      checkShares(action, this.#shares.length);
      this.#shares.set(action);
    } else {
      writeSingleAction(action[0]!, this.#shares);
    }
    this.#isWaiting = true;
  }

  #runTwin(seed: number): void {
    const { market, parent, shaping } = this.#setup;
    if (shaping?.usesControlVariate !== true && shaping?.impact === undefined) {
      this.#twin.standStill(parent.startNs, 0);
      return;
    }
    market.open(seed);
    this.#twin.record(market, parent.endNs);
  }

  /** The price at which what is left counts now; the last one while a side is empty. */
  #mark({ market }: Episode): void {
    const far = this.#setup.parent.side === buy ? ask : bid;
    const mark = this.#isPublished ? market.bestTicks(far) : market.midTicks;
    if (!Number.isNaN(mark)) this.#markTicks = mark;
  }

  #giveReward(value: number, nowNs: number, bonus: number): void {
    const { shaping = {}, rewardScale = 1 } = this.#setup;
    const order = this.#order;
    const impact = order.impactTicksLots - this.#impactTicksLots;
    const shaped =
      bonus - (shaping.impact === undefined ? 0 : shaping.impact * order.toUnits(impact));
    const control = shaping.usesControlVariate === true ? this.#straightLineGain(nowNs) : 0;
    this.reward = rewardScale * (value - this.#value + shaped - control);
    this.#value = value;
    this.#impactTicksLots = order.impactTicksLots;
    this.#shapingSum += shaped;
    this.#controlSum += control;
    this.#nowNs = nowNs;
  }

  /** What the inventory of a straight line gains from the last decision to now without us. */
  #straightLineGain(nowNs: number): number {
    const { startNs, endNs, quantityLots, side } = this.#setup.parent;
    const left = (quantityLots * (endNs - this.#nowNs)) / (endNs - startNs);
    const move = this.#twin.midBefore(nowNs) - this.#twin.midBefore(this.#nowNs);
    return this.#order.toUnits(-sideSign(side) * left * move);
  }

  #finish(episode: Episode): void {
    const { parent, shaping } = this.#setup;
    const { run } = episode;
    const order = this.#order;
    // Once everything has filled, the rest of the market is nobody's business.
    const isFilled = run.state.totals.filledLots === parent.quantityLots;
    if (!isFilled) episode.advanceTo(parent.endNs);
    order.take(run.venue.fills);
    const inTime = order.filledLots / parent.quantityLots;
    if (isFilled) run.finish();
    else episode.finish();
    order.take(run.venue.fills);
    this.score = order.finalValue(run.endMidTicks);
    this.#giveReward(this.score, parent.endNs, (shaping?.completion ?? 0) * inTime);
    this.figures = {
      shortfallBps: order.shortfallBps(run.endMidTicks),
      completion: order.filledLots / parent.quantityLots,
      filledInTime: inTime,
      passiveShare: order.filledLots === 0 ? 0 : order.passiveLots / order.filledLots,
      decisions: this.#decisions,
      shaping: this.#shapingSum,
      controlVariate: this.#controlSum,
    };
  }

  get #isPublished(): boolean {
    return this.#setup.measure === "ticksPerLot";
  }
}
