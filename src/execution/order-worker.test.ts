import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { durationNs, type PriceTicks, priceTicks, quantityLots, timeNs } from "../core/units.ts";
import type { MarketView } from "../features/market-view.ts";
import { orderType } from "../market/order.ts";
import { ask, bid, buy, type Side, sell, sideSign } from "../market/side.ts";
import type { ExecutionReport, SubmitCommand, VenueCommand } from "../market/venue.ts";
import { ownPerOthers } from "./corridor.ts";
import {
  createParent,
  createQuotedView,
  evenSession,
  feedView,
  reportOn,
  seconds,
} from "./execution-fixture.ts";
import { stepWorker } from "./order-worker.ts";
import type { ParentOrder } from "./parent-order.ts";
import { type Placement, placements } from "./placement.ts";
import type { Decision, ExecutionPolicy } from "./policy.ts";
import { createPolicy } from "./policy-catalogue.ts";
import { TinyMarket } from "./tiny-market-fixture.ts";
import {
  type Completion,
  createWorkerState,
  type WorkerContext,
  type WorkerEvent,
  type WorkerState,
  type WorkerStep,
  workingLots,
} from "./worker-state.ts";

function policyOf(text: string): ExecutionPolicy {
  const outcome = createPolicy(text, {
    sliceNs: durationNs(20e9),
    placement: undefined,
    participationRate: 0.2,
    riskAversion: 1e-6,
    tickValue: 0.01,
  });
  ok(outcome.kind === "created");
  return outcome.policy;
}

function freezeDeeply<Value>(value: Value): Value {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freezeDeeply(inner);
  }
  return value;
}

/** One step that also shows itself pure and its policy's state writable. */
function stepPurely(
  context: WorkerContext,
  state: WorkerState,
  event: WorkerEvent,
  view: MarketView,
): WorkerStep {
  freezeDeeply(state);
  freezeDeeply(event);
  const step = stepWorker(context, state, event, view);
  const { policy } = context;
  const policyState = policy.decodeState(policy.encodeState(state.policyState));
  deepEqual(stepWorker(context, { ...state, policyState }, event, view), step);
  return step;
}

/** What must hold after every step, whatever the venue did. */
function checkStep(before: WorkerState, step: WorkerStep, nowNs: number): void {
  const { state, commands } = step;
  const { parent, totals } = state;
  ok(totals.filledLots + workingLots(state) <= parent.quantityLots, "the budget holds");
  let out = 0;
  for (const child of state.children) out += child.totalLots - child.filledLots;
  const accounted = totals.filledLots + out + totals.cancelledLots + totals.rejectedLots;
  equal(totals.sentLots, accounted, "sent = filled + out + cancelled + rejected");
  if (before.status === "done") {
    equal(state.status, "done", "a done order stays done");
    deepEqual(commands, []);
  }
  if (state.status === "done") deepEqual(state.children, []);
  if (state.wakeNs !== undefined) ok(state.wakeNs >= nowNs, "woken no earlier than now");
  let nextId = before.nextClientOrderId;
  for (const command of commands) {
    if (command.kind === "submit") {
      equal(command.clientOrderId, nextId++, "ids rise by one");
      ok(nowNs >= parent.startNs, "sent within the order's time");
      if (state.status !== "sweeping") {
        ok(nowNs < parent.endNs, "sent within the order's time");
        ok(before.status !== "closing", "nothing new while closing");
      }
    } else {
      const id = command.clientOrderId;
      ok(
        before.children.some((child) => child.clientOrderId === id),
        `order ${id} is known`,
      );
    }
    checkTerms(command, state);
  }
  equal(state.nextClientOrderId, nextId);
}

/** Price and size of one command against the parent's terms. */
function checkTerms(command: VenueCommand, { parent, totals }: WorkerState): void {
  if (command.kind === "cancel") return;
  const { limitPriceTicks: limit, minimumChildLots, maximumChildLots } = parent;
  if (limit !== undefined) {
    ok(command.kind === "replace" || command.type === orderType.limit, "a limit order");
    ok(sideSign(parent.side) * (limit - command.priceTicks) >= 0, "within the limit price");
  }
  ok(command.quantityLots <= (maximumChildLots ?? Number.POSITIVE_INFINITY), "maximum child");
  const isLast = command.quantityLots >= parent.quantityLots - totals.filledLots;
  ok(command.quantityLots >= minimumChildLots || isLast, `minimum child: ${command.quantityLots}`);
}

type Planned = { readonly atNs: number } & (
  | { readonly kind: "cancel" }
  | { readonly kind: "amend"; readonly change: Partial<ParentOrder> }
);

interface Case {
  readonly seed: number;
  readonly policy: string;
  readonly parent: ParentOrder;
  readonly paceNs: number;
  readonly latencyNs: number;
  readonly faultShare: number;
  readonly plans: readonly Planned[];
  readonly completion?: Completion;
}

interface Outcome {
  readonly state: WorkerState;
  readonly market: TinyMarket;
  readonly refusals: readonly string[];
}

/** Works an order to its end and checks every step. */
function work({ policy: text, parent, plans, completion, ...options }: Case): Outcome {
  const context: WorkerContext = {
    policy: policyOf(text),
    session: evenSession,
    completion: completion ?? "corridor",
  };
  const market = new TinyMarket(seconds(50), options);
  const refusals: string[] = [];
  const coming = plans.toSorted((a, b) => a.atNs - b.atNs);
  let state = createWorkerState(parent, context.policy);
  let lastEndNs: number = parent.endNs;
  const take = (event: WorkerEvent): void => {
    const before = state;
    const step = stepPurely(context, before, event, market.view);
    checkStep(before, step, event.nowNs);
    if (step.refusal !== undefined) refusals.push(step.refusal);
    state = step.state;
    for (const command of step.commands) market.send(command, event.nowNs);
    lastEndNs = Math.max(lastEndNs, state.parent.endNs);
  };
  let nowNs = 0;
  let stepsLeft = 20_000;
  while (nowNs < lastEndNs + 120e9) {
    ok(stepsLeft-- > 0, "time goes on: no order answers itself for ever");
    const wakeNs = state.wakeNs ?? Number.POSITIVE_INFINITY;
    const planNs = coming[0]?.atNs ?? Number.POSITIVE_INFINITY;
    nowNs = Math.min(wakeNs, planNs, market.nextNs);
    const now = timeNs(nowNs);
    if (market.nextNs <= nowNs) {
      for (const report of market.advance()) take({ kind: "report", nowNs: now, report });
    } else if (planNs <= nowNs) {
      const plan = coming.shift();
      if (plan?.kind === "cancel") take({ kind: "cancel", nowNs: now });
      if (plan?.kind === "amend") take({ kind: "amend", nowNs: now, change: plan.change });
    } else take({ kind: "wake", nowNs: now });
    if (completion !== "sweep") checkCap(state, market);
  }
  equal(state.status, "done", "the order comes to its end");
  equal(state.totals.filledLots, market.ownLots, "every fill is ours");
  checkFills(state.parent, market, plans);
  return { state, market, refusals };
}

function checkCap({ parent, start }: WorkerState, market: TinyMarket): void {
  if (parent.participationCap === undefined || start === undefined) return;
  const others = market.othersLots - start.othersLots;
  const most = Math.floor(ownPerOthers(parent.participationCap) * others) + parent.minimumChildLots;
  ok(market.ownLots <= most, `${market.ownLots} lots of at most ${most}`);
}

function checkFills(parent: ParentOrder, market: TinyMarket, plans: readonly Planned[]): void {
  const limit = parent.limitPriceTicks;
  const isAmended = plans.some((plan) => plan.kind === "amend");
  if (limit === undefined || isAmended) return;
  for (const fill of market.fills) ok(sideSign(parent.side) * (limit - fill.priceTicks) >= 0);
}

const placementNames = Object.keys(placements) as Placement[];
const policyTexts = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("twap", "vwap", "pov", "almgren-chriss", "obizhaeva-wang", "random"),
      fc.constantFrom(...placementNames),
    )
    .map(([name, placement]) => `${name}:placement=${placement}`),
  fc.constantFrom(
    ...["submit-and-leave", "allocation:shares=0.1/0.3/0/0.2/0.4,every=10s"],
    ...["peg", "imbalance", "imbalance:threshold=0.1,hysteresis=0", "obizhaeva-wang:exponent=1"],
    ...["close:at=00:03,lead=1m,volume=500", "open:at=00:02,volume=500"],
  ),
);

const parents: fc.Arbitrary<ParentOrder> = fc
  .record({
    side: fc.constantFrom<Side>(buy, sell),
    quantity: fc.integer({ min: 1, max: 400 }),
    minutes: fc.integer({ min: 1, max: 4 }),
    minimum: fc.integer({ min: 1, max: 12 }),
    above: fc.option(fc.nat(60), { nil: undefined }),
    cap: fc.option(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { nil: undefined }),
    limit: fc.option(fc.integer({ min: -2, max: 4 }), { nil: undefined }),
  })
  .map(({ side, quantity, minutes, minimum, above, cap, limit }) =>
    createParent({
      side,
      quantityLots: quantityLots(quantity),
      endNs: seconds(100 + 60 * minutes),
      minimumChildLots: quantityLots(minimum),
      ...(above === undefined ? {} : { maximumChildLots: quantityLots(minimum + above) }),
      ...(cap === undefined ? {} : { participationCap: cap }),
      ...(limit === undefined
        ? {}
        : { limitPriceTicks: priceTicks(1000 + sideSign(side) * limit) as PriceTicks }),
    }),
  );

const plans: fc.Arbitrary<readonly Planned[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: 60e9, max: 300e9 }),
      fc.oneof(
        fc.constant({ kind: "cancel" as const }),
        fc.nat(500).map((lots) => ({
          kind: "amend" as const,
          change: { quantityLots: quantityLots(lots) },
        })),
        fc.integer({ min: 90, max: 400 }).map((end) => ({
          kind: "amend" as const,
          change: { endNs: seconds(end) },
        })),
        fc.integer({ min: 995, max: 1005 }).map((limit) => ({
          kind: "amend" as const,
          change: { limitPriceTicks: priceTicks(limit) },
        })),
      ),
    )
    .map(([atNs, plan]) => ({ atNs, ...plan })),
  { maxLength: 3 },
);

const cases = (faultShare: number, planned: fc.Arbitrary<readonly Planned[]>): fc.Arbitrary<Case> =>
  fc.record({
    seed: fc.nat(2 ** 31),
    policy: policyTexts,
    parent: parents,
    paceNs: fc.constantFrom(200e6, 1e9),
    latencyNs: fc.constantFrom(0, 1e6, 400e6, 3e9),
    faultShare: fc.constant(faultShare),
    plans: planned,
    completion: fc.constantFrom<Completion>("corridor", "sweep"),
  });

describe("the order worker in a market", () => {
  test("keeps budget, conservation, limit, child sizes and cap, and always ends", () => {
    fc.assert(
      fc.property(cases(0, fc.constant([])), (drawn) => void work(drawn)),
      { numRuns: 60 },
    );
  });

  test("keeps them while the venue refuses, cancels on its own and answers out of turn", () => {
    fc.assert(
      fc.property(cases(0.2, fc.constant([])), (drawn) => void work(drawn)),
      {
        numRuns: 60,
      },
    );
  });

  test("keeps them while its client amends and cancels", () => {
    fc.assert(
      fc.property(cases(0.05, plans), (drawn) => void work(drawn)),
      { numRuns: 60 },
    );
  });

  test("executes exactly the order where there is enough to trade with", () => {
    const enough = fc.tuple(fc.nat(2 ** 31), fc.constantFrom(...placementNames));
    fc.assert(
      fc.property(enough, ([seed, placement]) => {
        for (const name of ["twap", "vwap", "almgren-chriss"]) {
          const { market, state } = work({
            seed,
            policy: `${name}:placement=${placement}`,
            parent: createParent({ quantityLots: quantityLots(100), endNs: seconds(220) }),
            paceNs: 200e6,
            latencyNs: 1e6,
            faultShare: 0,
            plans: [],
          });
          equal(market.ownLots, 100);
          equal(state.totals.rejectedLots, 0);
        }
      }),
      { numRuns: 10 },
    );
  });
});

/** A policy that always wants the same; asked again after ten seconds. */
function stubborn(wants: Partial<Decision>): ExecutionPolicy {
  return {
    name: "stubborn",
    description: "always wants the same",
    initialState: () => 0,
    decide: (state, { nowNs }) => ({
      state,
      decision: {
        resting: [],
        crossLots: 0,
        plannedLots: 0,
        nextDecisionNs: timeNs(nowNs + 10e9),
        ...wants,
      },
    }),
    encodeState: () => new Uint8Array(),
    decodeState: () => 0,
  };
}

const restAt = (price: number, lots: number): Partial<Decision> => ({
  resting: [{ priceTicks: priceTicks(price), lots }],
});

/** A worker to be stepped by hand in the quoted market of the fixture. */
class Desk {
  readonly view = createQuotedView();
  state: WorkerState;
  wants: Partial<Decision>;
  nowNs = timeNs(0);
  readonly #context: WorkerContext;

  constructor(
    wants: Partial<Decision>,
    parent: Partial<ParentOrder> = {},
    completion: Completion = "corridor",
  ) {
    this.wants = wants;
    const policy: ExecutionPolicy = {
      ...stubborn({}),
      decide: (state, observation) => stubborn(this.wants).decide(state, observation),
    };
    this.#context = { policy, session: evenSession, completion };
    this.state = createWorkerState(createParent(parent), policy);
  }

  take(event: WorkerEvent): WorkerStep {
    const step = stepPurely(this.#context, this.state, event, this.view);
    checkStep(this.state, step, event.nowNs);
    this.state = step.state;
    this.nowNs = event.nowNs;
    return step;
  }

  wake(atSecond: number): readonly VenueCommand[] {
    return this.take({ kind: "wake", nowNs: seconds(atSecond) }).commands;
  }

  hear(report: ExecutionReport, afterNs = 1e6): readonly VenueCommand[] {
    const nowNs = timeNs(this.nowNs + afterNs);
    return this.take({ kind: "report", nowNs, report }).commands;
  }
}

const kinds = (commands: readonly VenueCommand[]): string[] =>
  commands.map((command) =>
    command.kind === "cancel"
      ? `cancel ${command.clientOrderId}`
      : `${command.kind} ${command.clientOrderId}: ${command.quantityLots} at ${command.priceTicks}`,
  );

describe("the order worker", () => {
  test("waits for the start, works, and takes everything out at the end", () => {
    const desk = new Desk(restAt(999, 100));
    deepEqual(desk.wake(50), []);
    equal(desk.state.wakeNs, seconds(100));
    deepEqual(kinds(desk.wake(100)), ["submit 1: 100 at 999"]);
    deepEqual(desk.hear(reportOn.accepted(1, 100)), []);
    deepEqual(kinds(desk.wake(1100)), ["cancel 1"]);
    equal(desk.state.status, "closing");
    deepEqual(desk.hear(reportOn.cancelled(1, 100)), []);
    equal(desk.state.status, "done");
  });

  test("is done at once when it is cancelled before its start", () => {
    const desk = new Desk(restAt(999, 100));
    deepEqual(desk.take({ kind: "cancel", nowNs: seconds(60) }).commands, []);
    equal(desk.state.status, "done");
    deepEqual(desk.wake(100), []);
  });

  test("moves a misplaced order with one replace and cuts a surplus in place", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.wants = restAt(998, 100);
    deepEqual(kinds(desk.wake(110)), ["replace 1: 100 at 998"]);
    desk.hear(reportOn.replaced(1, 998, 100));
    desk.wants = restAt(998, 60);
    deepEqual(kinds(desk.wake(120)), ["replace 1: 60 at 998"]);
    deepEqual(desk.hear(reportOn.replaced(1, 998, 60)), []);
    equal(workingLots(desk.state), 60);
    equal(desk.state.totals.sentLots, 60);
  });

  test("gives market data time to show its own doing before it decides on it", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.wants = restAt(998, 100);
    deepEqual(kinds(desk.wake(110)), ["replace 1: 100 at 998"]);
    // A policy that took its own old lots for another's would go back now.
    desk.wants = restAt(999, 100);
    deepEqual(desk.hear(reportOn.replaced(1, 998, 100)), []);
  });

  test("lets resting lots give way before it pays for the whole order", () => {
    const desk = new Desk(restAt(999, 1000));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 1000));
    desk.wants = { ...restAt(999, 700), crossLots: 300 };
    deepEqual(kinds(desk.wake(110)), ["replace 1: 700 at 999"]);
    deepEqual(desk.hear(reportOn.replaced(1, 999, 700)), []);
    const soonNs = timeNs(desk.nowNs + 1e8);
    equal(desk.state.wakeNs, soonNs);
    const { commands } = desk.take({ kind: "wake", nowNs: soonNs });
    deepEqual(kinds(commands), ["submit 2: 300 at 1021"]);
  });

  test("ends an order by a cancel in flight, and still counts the fill that crossed it", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    deepEqual(kinds(desk.take({ kind: "cancel", nowNs: seconds(105) }).commands), ["cancel 1"]);
    deepEqual(desk.hear(reportOn.filled(1, 30, 70)), []);
    deepEqual(desk.hear(reportOn.cancelled(1, 70)), []);
    equal(desk.state.status, "done");
    equal(desk.state.totals.filledLots, 30);
    equal(desk.state.totals.cancelledLots, 70);
  });

  test("cancels again after a while when a cancel was refused", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.take({ kind: "cancel", nowNs: seconds(105) });
    deepEqual(desk.hear(reportOn.cancelRejected(1)), []);
    equal(desk.state.wakeNs, desk.nowNs + 1e9);
    deepEqual(kinds(desk.take({ kind: "wake", nowNs: timeNs(desk.nowNs + 1e9) }).commands), [
      "cancel 1",
    ]);
  });

  test("leaves the venue alone for a second after a refusal", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    deepEqual(desk.hear(reportOn.rejected(1)), []);
    equal(desk.state.totals.rejectedLots, 100);
    deepEqual(desk.take({ kind: "wake", nowNs: timeNs(desk.nowNs + 5e8) }).commands, []);
    deepEqual(kinds(desk.wake(102)), ["submit 2: 100 at 999"]);
  });

  test("is stopped at once, also right after a refusal", () => {
    const desk = new Desk({
      resting: [
        { priceTicks: priceTicks(999), lots: 100 },
        { priceTicks: priceTicks(998), lots: 100 },
      ],
    });
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.hear(reportOn.rejected(2));
    const nowNs = timeNs(desk.nowNs + 1e6);
    deepEqual(kinds(desk.take({ kind: "cancel", nowNs }).commands), ["cancel 1"]);
  });

  test("takes its orders out at the end, also right after a refusal", () => {
    const desk = new Desk({
      resting: [
        { priceTicks: priceTicks(999), lots: 100 },
        { priceTicks: priceTicks(998), lots: 100 },
      ],
    });
    desk.wake(1099);
    desk.hear(reportOn.accepted(1, 100));
    desk.hear(reportOn.rejected(2), 5e8);
    equal(desk.state.wakeNs, seconds(1100));
    deepEqual(kinds(desk.wake(1100)), ["cancel 1"]);
  });

  test("tries again after a second, not at every round trip, when nothing could be bought", () => {
    const desk = new Desk({ crossLots: 100 });
    deepEqual(kinds(desk.wake(100)), ["submit 1: 100 at 1021"]);
    desk.hear(reportOn.accepted(1, 100), 0);
    deepEqual(desk.hear(reportOn.cancelled(1, 100), 0), []);
    equal(desk.state.wakeNs, seconds(101));
    deepEqual(kinds(desk.wake(101)), ["submit 2: 100 at 1021"]);
  });

  test("does not pay while nobody stands on the other side", () => {
    const desk = new Desk({ crossLots: 100 });
    feedView(desk.view, seconds(2), [{ kind: "level", side: ask, priceTicks: 1001, lots: 0 }]);
    deepEqual(desk.wake(100), []);
  });

  test("never sends within a second of an order's end what was refused before it", () => {
    const desk = new Desk({ crossLots: 100 });
    desk.wake(1099.5);
    desk.hear(reportOn.rejected(1));
    equal(desk.state.wakeNs, seconds(1100));
    deepEqual(desk.wake(1100), []);
    equal(desk.state.status, "done");
  });

  test("counts a late fill: the shares are ours, and not bought again", () => {
    const desk = new Desk(restAt(999, 1000));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 1000));
    desk.wants = {};
    deepEqual(kinds(desk.wake(110)), ["cancel 1"]);
    desk.hear(reportOn.cancelled(1, 1000));
    desk.wants = restAt(998, 1000);
    deepEqual(kinds(desk.hear(reportOn.filled(1, 200, 0))), ["submit 2: 800 at 998"]);
    equal(desk.state.totals.filledLots, 200);
    equal(desk.state.totals.cancelledLots, 800);
  });

  test("cuts back what is out when a late fill leaves too much of it", () => {
    const desk = new Desk(restAt(999, 1000));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 1000));
    deepEqual(kinds(desk.hear(reportOn.cancelled(1, 1000))), ["submit 2: 1000 at 999"]);
    desk.hear(reportOn.accepted(2, 1000));
    const nowNs = timeNs(desk.nowNs + 1e6);
    const report = reportOn.filled(1, 200, 0);
    const context = { policy: stubborn(restAt(999, 1000)), session: evenSession };
    const step = stepPurely(context, desk.state, { kind: "report", nowNs, report }, desk.view);
    deepEqual(kinds(step.commands), ["replace 2: 800 at 999"]);
    equal(step.state.totals.filledLots, 200);
  });

  test("counts a late fill of an order that is done already", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.take({ kind: "cancel", nowNs: seconds(105) });
    desk.hear(reportOn.cancelled(1, 100));
    equal(desk.state.status, "done");
    deepEqual(desk.hear(reportOn.filled(1, 40, 0)), []);
    equal(desk.state.status, "done");
    equal(desk.state.totals.filledLots, 40);
  });

  test("ignores the answers that come after an order is done", () => {
    const desk = new Desk(restAt(999, 100));
    desk.wake(100);
    desk.wants = {};
    desk.hear(reportOn.filled(1, 100, 0));
    const before = desk.state.totals;
    desk.hear(reportOn.accepted(1, 100));
    desk.hear(reportOn.cancelRejected(1));
    desk.hear(reportOn.replaceRejected(1));
    deepEqual(desk.state.totals, before);
  });
});

describe("a clocked policy", () => {
  const clocked = (wants: Partial<Decision>): ExecutionPolicy => ({
    ...stubborn(wants),
    isClocked: true,
  });

  test("is asked by the clock; in between its decision is carried on", () => {
    let asked = 0;
    const policy = clocked(restAt(999, 400));
    const desk = new Desk({});
    const context: WorkerContext = {
      policy: {
        ...policy,
        decide: (...seen) => {
          asked++;
          return policy.decide(...seen);
        },
      },
      session: evenSession,
    };
    const step = (event: WorkerEvent): string[] => {
      const { state, commands } = stepPurely(context, desk.state, event, desk.view);
      desk.state = state;
      return kinds(commands);
    };
    const hear = (at: number, report: ExecutionReport): string[] =>
      step({ kind: "report", nowNs: seconds(at), report });
    deepEqual(step({ kind: "wake", nowNs: seconds(100) }), ["submit 1: 400 at 999"]);
    const decisions = asked;
    deepEqual(hear(101, reportOn.accepted(1, 400)), []);
    // What filled is not asked for again before the next decision.
    deepEqual(hear(102, reportOn.filled(1, 150, 250)), []);
    equal(asked, decisions);
    deepEqual(step({ kind: "wake", nowNs: seconds(110) }), ["submit 2: 150 at 999"]);
    ok(asked > decisions);
  });
});

describe("completion by sweep", () => {
  test("takes everything out at the end, then pays for what is left", () => {
    const desk = new Desk(restAt(999, 1000), {}, "sweep");
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 1000));
    deepEqual(kinds(desk.wake(1100)), ["cancel 1"]);
    const [sweep] = desk.hear(reportOn.cancelled(1, 1000));
    ok(sweep?.kind === "submit" && sweep.type === orderType.market);
    equal(sweep.quantityLots, 1000);
    equal(desk.state.status, "sweeping");
    deepEqual(desk.hear(reportOn.filled(2, 900, 100)), []);
    deepEqual(desk.hear(reportOn.cancelled(2, 100)), []);
    equal(desk.state.status, "done");
    deepEqual([desk.state.totals.filledLots, desk.state.totals.cancelledLots], [900, 1100]);
  });
});

describe("an amendment in flight", () => {
  const amend = (desk: Desk, change: Partial<ParentOrder>): WorkerStep =>
    desk.take({ kind: "amend", nowNs: timeNs(desk.nowNs + 1e6), change });

  function restingDesk(): Desk {
    const desk = new Desk(restAt(999, 2000));
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 1000));
    return desk;
  }

  test("to a larger quantity sends what it adds", () => {
    const { commands } = amend(restingDesk(), { quantityLots: quantityLots(1500) });
    deepEqual(kinds(commands), ["submit 2: 500 at 999"]);
  });

  test("to less than is filled and out is refused and changes nothing", () => {
    const desk = restingDesk();
    const before = desk.state;
    const { commands, refusal } = amend(desk, { quantityLots: quantityLots(999) });
    deepEqual(commands, []);
    equal(refusal, "expected at least the 1000 lots already filled or out, was 999");
    equal(desk.state, before);
  });

  test("to a smaller quantity is taken once the lots are back", () => {
    const desk = restingDesk();
    desk.wants = restAt(999, 400);
    deepEqual(kinds(desk.wake(110)), ["replace 1: 400 at 999"]);
    // Until the venue has confirmed, a thousand lots may still trade.
    ok(amend(desk, { quantityLots: quantityLots(400) }).refusal !== undefined);
    desk.hear(reportOn.replaced(1, 999, 400));
    equal(amend(desk, { quantityLots: quantityLots(400) }).refusal, undefined);
    equal(desk.state.parent.quantityLots, 400);
  });

  test("to an end that has passed takes everything out now", () => {
    const desk = restingDesk();
    const { commands } = amend(desk, { endNs: timeNs(desk.nowNs) });
    deepEqual(kinds(commands), ["cancel 1"]);
    desk.hear(reportOn.cancelled(1, 1000));
    equal(desk.state.status, "done");
  });

  test("to an earlier end wakes the worker there", () => {
    const desk = restingDesk();
    amend(desk, { endNs: seconds(104) });
    // A tenth of what is left is kept for the close-out.
    equal(desk.state.wakeNs, seconds(103.6));
  });

  test("is refused once the order is closing or done", () => {
    const desk = restingDesk();
    desk.take({ kind: "cancel", nowNs: seconds(110) });
    const change = { quantityLots: quantityLots(5000) };
    equal(amend(desk, change).refusal, "expected an order that is still worked, was closing");
    desk.hear(reportOn.cancelled(1, 1000));
    equal(amend(desk, change).refusal, "expected an order that is still worked, was done");
    equal(desk.state.parent.quantityLots, 1000);
  });
});

describe("the corridor", () => {
  test("makes a policy that does nothing trade on the way", () => {
    const desk = new Desk({});
    const crossed = (commands: readonly VenueCommand[]): number =>
      commands
        .filter((command): command is SubmitCommand => command.kind === "submit")
        .reduce((sum, command) => sum + command.quantityLots, 0);
    deepEqual(desk.wake(100), []);
    // Without a forecast: a straight line with a quarter of slack, from all to nothing.
    equal(crossed(desk.wake(600)), 375);
    // The line falls on while the fill is under way; the least that is caught up is a 500th.
    equal(crossed(desk.hear(reportOn.filled(1, 375, 0))), 2);
    equal(crossed(desk.wake(850)), 311);
  });

  test("holds a policy that wants it all now within the participation cap", () => {
    const desk = new Desk({ crossLots: 1000 }, { participationCap: 0.5 });
    deepEqual(desk.wake(100), []);
    feedView(desk.view, seconds(101), [{ kind: "trade", side: bid, priceTicks: 999, lots: 70 }]);
    deepEqual(kinds(desk.wake(102)), ["submit 1: 70 at 1021"]);
  });

  test("does not refill its one child of room while others trade nothing", () => {
    const desk = new Desk(restAt(999, 1000), {
      participationCap: 0.1,
      minimumChildLots: quantityLots(10),
    });
    deepEqual(kinds(desk.wake(100)), ["submit 1: 10 at 999"]);
    desk.hear(reportOn.accepted(1, 10));
    feedView(desk.view, seconds(100), [{ kind: "trade", side: bid, priceTicks: 999, lots: 10 }]);
    deepEqual(desk.hear(reportOn.filled(1, 10, 0)), []);
  });

  test("does not cross what its resting orders may still fill within the cap", () => {
    const desk = new Desk(restAt(999, 1000), { participationCap: 0.5 });
    desk.wake(100);
    feedView(desk.view, seconds(101), [{ kind: "trade", side: bid, priceTicks: 999, lots: 500 }]);
    desk.hear(reportOn.accepted(1, 1));
    deepEqual(kinds(desk.wake(102)), ["submit 2: 500 at 999"]);
    desk.hear(reportOn.accepted(2, 500));
    desk.wants = { crossLots: 400 };
    const commands = desk.wake(103);
    ok(
      commands.every(({ kind }) => kind !== "submit"),
      kinds(commands).join(),
    );
  });

  test("crosses nothing beyond the limit price", () => {
    const desk = new Desk({ crossLots: 100 }, { limitPriceTicks: priceTicks(1000) });
    deepEqual(desk.wake(100), []);
    feedView(desk.view, seconds(101), [{ kind: "level", side: ask, priceTicks: 1000, lots: 5 }]);
    deepEqual(kinds(desk.wake(102)), ["submit 1: 100 at 1000"]);
  });

  test("never cuts an order down below the minimum child", () => {
    const desk = new Desk(restAt(999, 100), { minimumChildLots: quantityLots(50) });
    desk.wake(100);
    desk.hear(reportOn.accepted(1, 100));
    desk.wants = restAt(999, 20);
    deepEqual(kinds(desk.wake(110)), ["cancel 1"]);
  });
});
