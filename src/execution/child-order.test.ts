import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { priceTicks, quantityLots } from "../core/units.ts";
import type { ExecutionReport } from "../market/venue.ts";
import {
  applyReport,
  type ChildEvent,
  type ChildOrder,
  type ChildStatus,
  childTransitions,
  exposedLots,
  isLive,
  moveChild,
  nextChildStatus,
} from "./child-order.ts";
import { createChild, reportOn } from "./execution-fixture.ts";

const statuses = Object.keys(childTransitions) as ChildStatus[];
const events: readonly ChildEvent[] = [
  "accepted",
  "rejected",
  "partialFill",
  "fill",
  "replaceRequested",
  "replaced",
  "replaceRejected",
  "cancelRequested",
  "cancelled",
  "cancelRejected",
];

/** Every pair that cannot happen. */
const refusedEvents: Readonly<Record<ChildStatus, readonly ChildEvent[]>> = {
  pendingNew: ["replaced", "replaceRejected", "cancelRejected"],
  working: ["rejected", "replaced", "replaceRejected", "cancelRejected"],
  pendingReplace: ["replaceRequested", "cancelRejected"],
  pendingCancel: ["replaceRequested", "cancelRequested"],
  filled: [
    "accepted",
    "rejected",
    "partialFill",
    "fill",
    "replaceRequested",
    "cancelRequested",
    "cancelled",
  ],
  cancelled: [
    "accepted",
    "rejected",
    "replaceRequested",
    "replaced",
    "cancelRequested",
    "cancelled",
  ],
  rejected: [
    "accepted",
    "rejected",
    "partialFill",
    "fill",
    "replaceRequested",
    "replaced",
    "cancelRequested",
    "cancelled",
  ],
};

describe("childTransitions", () => {
  for (const status of statuses) {
    test(`knows what cannot happen to a ${status} child, and refuses it by name`, () => {
      const refused = events.filter((event) => nextChildStatus(status, event) === undefined);
      deepEqual(refused, refusedEvents[status]);
      for (const event of refused) {
        throws(() => moveChild(createChild({ status }), event), {
          name: "InvariantError",
          message: `Invariant: a ${status} child order knows the event ${event}`,
        });
      }
    });

    test(`moves a ${status} child on every other event and changes nothing else`, () => {
      const child = createChild({ status });
      for (const event of events) {
        const next = nextChildStatus(status, event);
        if (next !== undefined) deepEqual(moveChild(child, event), { ...child, status: next });
      }
    });
  }

  test("never brings a finished child back to life", () => {
    for (const status of ["filled", "cancelled", "rejected"] as const) {
      for (const event of events) {
        const next = nextChildStatus(status, event);
        if (next !== undefined) equal(next, status, `${status} + ${event}`);
      }
    }
  });

  test("leaves every live status by a fill, a cancel or, before it rests, a rejection", () => {
    for (const status of ["pendingNew", "working", "pendingReplace", "pendingCancel"] as const) {
      equal(nextChildStatus(status, "fill"), "filled");
      equal(nextChildStatus(status, "cancelled"), "cancelled");
    }
  });
});

/** Everything that may happen to a child next, told as a venue would tell it. */
function successors(child: ChildOrder): { readonly name: string; readonly after: ChildOrder }[] {
  const { filledLots, requested } = child;
  const open = Math.max(child.totalLots, requested?.totalLots ?? 0) - filledLots;
  const reports: ExecutionReport[] = [
    reportOn.accepted(1, Math.max(0, open)),
    reportOn.rejected(1),
    reportOn.cancelled(1, Math.max(0, open)),
    reportOn.cancelRejected(1),
  ];
  // A venue that has more to fill than the old quantity left has done the replace.
  if (!isLive(child) || filledLots < child.totalLots) reports.push(reportOn.replaceRejected(1));
  if (requested !== undefined) {
    const leaves = isLive(child) ? Math.max(0, requested.totalLots - filledLots) : 0;
    reports.push(reportOn.replaced(1, requested.priceTicks, leaves));
  }
  if (open > 0) reports.push(reportOn.filled(1, 1, open - 1), reportOn.filled(1, open, 0));
  // The venue's order may be smaller than what we take for possible: nothing left after one lot.
  if (open > 1) reports.push(reportOn.filled(1, 1, 0));
  const next = reports
    .filter((report) => nextChildStatus(child.status, eventOf(report)) !== undefined)
    .map((report) => ({ name: report.kind as string, after: applyReport(child, report) }));
  for (const total of [2, 6]) {
    if (nextChildStatus(child.status, "replaceRequested") === undefined) continue;
    if (total <= filledLots) continue;
    const asked = { totalLots: quantityLots(total), priceTicks: priceTicks(998) };
    const after = { ...moveChild(child, "replaceRequested"), requested: asked };
    next.push({ name: `ask ${total}`, after });
  }
  if (nextChildStatus(child.status, "cancelRequested") !== undefined) {
    next.push({ name: "ask cancel", after: moveChild(child, "cancelRequested") });
  }
  return next;
}

function eventOf(report: ExecutionReport): ChildEvent {
  if (report.kind !== "filled") return report.kind;
  return report.leavesLots > 0 ? "partialFill" : "fill";
}

describe("a child order", () => {
  test("keeps its quantities in order through every history of six events", () => {
    let histories: { readonly path: string; readonly child: ChildOrder }[] = [
      { path: "", child: createChild({ status: "pendingNew", totalLots: quantityLots(4) }) },
    ];
    let seen = 0;
    for (let depth = 0; depth < 6; depth++) {
      histories = histories.flatMap(({ path, child }) =>
        successors(child).map(({ name, after }) => ({ path: `${path} > ${name}`, child: after })),
      );
      for (const { path, child } of histories) {
        seen++;
        const most = Math.max(child.totalLots, child.requested?.totalLots ?? 0);
        if (isLive(child)) ok(child.filledLots <= most, `filled ≤ asked for:${path}`);
        ok(exposedLots(child) >= 0, path);
        if (!isLive(child)) equal(exposedLots(child), 0, `nothing is out of a done child:${path}`);
        if (child.status === "filled") equal(child.totalLots, child.filledLots, path);
        if (isLive(child) && child.requested === undefined) {
          ok(exposedLots(child) > 0, `a live child has something to trade:${path}`);
        }
        // An answer that is still to come must find its question.
        if (child.requested !== undefined && isLive(child)) {
          ok(nextChildStatus(child.status, "replaced") !== undefined, `answerable:${path}`);
        }
      }
    }
    ok(seen > 10_000, `${seen} histories`);
  });

  test("is exposed with the larger of what is out and what was asked for", () => {
    const asked = (lots: number): ChildOrder["requested"] & object => ({
      totalLots: quantityLots(lots),
      priceTicks: priceTicks(999),
    });
    const child = createChild({ status: "pendingReplace", filledLots: quantityLots(30) });
    equal(exposedLots({ ...child, requested: asked(150) }), 120);
    equal(exposedLots({ ...child, requested: asked(40) }), 70);
  });

  test("takes fills that cross a replace on the wire, and the answer after them", () => {
    const asked = { totalLots: quantityLots(150), priceTicks: priceTicks(1000) };
    let child: ChildOrder = { ...createChild({ status: "pendingReplace" }), requested: asked };
    child = applyReport(child, reportOn.filled(1, 60, 40));
    equal(child.status, "pendingReplace");
    equal(exposedLots(child), 90);
    child = applyReport(child, reportOn.replaced(1, 1000, 90));
    deepEqual(child, createChild({ ...asked, filledLots: quantityLots(60) }));
  });

  test("is filled when a replace comes down to what has traded already", () => {
    const asked = { totalLots: quantityLots(40), priceTicks: priceTicks(999) };
    let child: ChildOrder = { ...createChild({ status: "pendingReplace" }), requested: asked };
    child = applyReport(child, reportOn.filled(1, 60, 40));
    child = applyReport(child, reportOn.replaced(1, 999, 0));
    deepEqual(
      child,
      createChild({ status: "filled", totalLots: quantityLots(60), filledLots: quantityLots(60) }),
    );
  });

  test("is what was filled when the fill that ended it overtook the answer to a replace", () => {
    const asked = { totalLots: quantityLots(40), priceTicks: priceTicks(999) };
    const child = applyReport(
      { ...createChild({ status: "pendingReplace" }), requested: asked },
      reportOn.filled(1, 40, 0),
    );
    equal(child.status, "filled");
    equal(child.totalLots, 40);
    equal(applyReport(child, reportOn.replaced(1, 999, 0)).status, "filled");
  });

  test("keeps its old terms when a replace is refused", () => {
    const asked = { totalLots: quantityLots(150), priceTicks: priceTicks(1000) };
    const child = { ...createChild({ status: "pendingReplace" }), requested: asked };
    deepEqual(applyReport(child, reportOn.replaceRejected(1)), createChild());
  });

  test("still waits for the answer to its replace when a later cancel is refused first", () => {
    const asked = { totalLots: quantityLots(150), priceTicks: priceTicks(1000) };
    let child: ChildOrder = { ...createChild({ status: "pendingReplace" }), requested: asked };
    child = moveChild(child, "cancelRequested");
    child = applyReport(child, reportOn.cancelRejected(1));
    equal(child.status, "pendingReplace");
    child = applyReport(child, reportOn.replaced(1, 1000, 150));
    deepEqual(child, createChild(asked));
  });

  test("takes fills that cross its cancel, and late ones after it", () => {
    let child = moveChild(createChild(), "cancelRequested");
    child = applyReport(child, reportOn.filled(1, 10, 90));
    equal(child.status, "pendingCancel");
    child = applyReport(child, reportOn.cancelled(1, 90));
    child = applyReport(child, reportOn.filled(1, 5, 85));
    equal(child.status, "cancelled");
    equal(child.filledLots, 15);
    equal(exposedLots(child), 0);
  });

  test("is working from a fill that overtakes its acknowledgement", () => {
    let child = applyReport(createChild({ status: "pendingNew" }), reportOn.filled(1, 10, 90));
    equal(child.status, "working");
    child = applyReport(child, reportOn.accepted(1, 90));
    equal(child.status, "working");
    equal(exposedLots(child), 90);
  });

  test("refuses to be filled with more than was asked for", () => {
    throws(() => applyReport(createChild(), reportOn.filled(1, 101, 0)), {
      message: "Invariant: filled never exceeds what was asked for",
    });
  });

  test("refuses the answer to a replace that nobody asked for", () => {
    throws(() => applyReport(createChild(), reportOn.replaced(1, 999, 50)), {
      message: "Invariant: a working child order knows the event replaced",
    });
    throws(
      () => applyReport(createChild({ status: "pendingCancel" }), reportOn.replaced(1, 999, 50)),
      { message: "Invariant: a replace that is confirmed was asked for" },
    );
  });
});
