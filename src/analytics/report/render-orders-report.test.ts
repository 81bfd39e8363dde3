import { doesNotMatch, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { combineMeasures } from "../markouts/execution-quality.ts";
import type { OrdersPaired, OrdersPolicy, OrdersReport, OrdersSummary } from "./orders-report.ts";
import { renderOrdersReport } from "./render-orders-report.ts";

const quality = combineMeasures([], { seed: 1 });

function policy(name: string, changes: Partial<OrdersPolicy> = {}): OrdersPolicy {
  return {
    ...{ policy: name, description: `what ${name} does`, orders: 3, days: 3 },
    ...{ costsBps: [1, 2, 6], mean: 3, weightedMean: 2.5, sd: 2.65, worstDecile: 6 },
    ...{ parts: { spread: 1, timing: 2 }, completion: 1, participation: 0.1 },
    ...{ passiveShare: 0.5, vwapSlippageBps: 0.25, childOrders: 4, quality },
    ...changes,
  };
}

function report(
  policies: readonly OrdersPolicy[],
  changes: Partial<OrdersReport> = {},
): OrdersReport {
  const cells = policies.map(({ mean }) => ({ orders: 3, mean }));
  const summary: OrdersSummary = {
    ...{ orders: 3, days: 3, instruments: 1, baseline: "twap", policies },
    breakdowns: [{ title: "side", groups: [{ name: "buy", orders: 3, days: 3, cells }] }],
  };
  return {
    title: "Orders of <list>",
    generatedBy: "metaorder replay --orders list.csv",
    notes: ["nobody reacts"],
    summary,
    rows: [{ id: "one", text: "buy 3 ABC", costsBps: [1, undefined] }],
    failures: [],
    ...changes,
  };
}

const paired = { orders: 3, differencesBps: [-1, -2, -3], mean: -2, weightedMean: -1.5, wins: 3 };
const test95: NonNullable<OrdersPaired["test"]> = {
  standardError: 0.2,
  ci95: [-2.5, -1.5],
  bootstrap95: [-2.4, -1.6],
  pValue: 0.001,
  holmPValue: 0.002,
};

test("tells costs, their spread and groups, and escapes what it is given", () => {
  const text = renderOrdersReport(report([policy("twap")]));
  match(text, /Orders of &lt;list&gt;/);
  match(text, /3 orders · 3 days · 1 instrument</);
  match(text, /Mean cost in bps: twap 3\.00\./);
  match(text, /By side/);
  match(text, /buy 3 ABC/);
  doesNotMatch(text, /<script|Not replayed|on the same orders|NaN|undefined/);
  equal(text, renderOrdersReport(report([policy("twap")])));
});

test("says of a difference only what the tests allow", () => {
  const few = renderOrdersReport(report([policy("twap"), policy("pov", { paired })]));
  match(few, /Too few days to tell any difference from chance/);
  match(few, /too few days/);
  const told = { paired: { ...paired, test: test95 } };
  match(
    renderOrdersReport(report([policy("twap"), policy("pov", told)])),
    /Against twap: pov is cheaper\./,
  );
  const open = { paired: { ...paired, test: { ...test95, holmPValue: 0.2 } } };
  match(
    renderOrdersReport(report([policy("twap"), policy("pov", open)])),
    /No difference from twap can be told from chance/,
  );
});

test("orders that failed are listed with their reasons, also where all did", () => {
  const failures = [{ id: "late", reason: "the recording ends at 15:59:59" }];
  const text = renderOrdersReport(report([], { summary: undefined, rows: [], failures }));
  match(text, /No order could be replayed\.<\/p>/);
  match(text, /the recording ends at 15:59:59/);
});
