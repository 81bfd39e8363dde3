import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { TouchPath } from "./touch-path.ts";

describe("a touch path", () => {
  const path = new TouchPath();
  path.append(100, 50, 2);
  path.append(200, 51.5, 1);
  path.append(200, 52, 4);
  path.append(300, 53, 2);
  path.untilNs = 400;

  test("holds each mid until the next, that of a moment once all of it has happened", () => {
    deepEqual(
      [99, 100, 199, 200, 299, 300, 400].map((time) => path.midAt(time)),
      [undefined, 50, 50, 52, 52, 53, 53],
    );
  });

  test("knows nothing after its end", () => {
    equal(path.midAt(400.5), undefined);
  });

  test("knows what stood just before a moment", () => {
    equal(path.touchBefore(100), undefined);
    deepEqual(path.touchBefore(200), { midTicks: 50, spreadTicks: 2 });
    deepEqual(path.touchBefore(201), { midTicks: 52, spreadTicks: 4 });
    deepEqual(path.touchBefore(1e9), { midTicks: 53, spreadTicks: 2 });
  });

  test("refuses a time that goes back", () => {
    throws(() => path.append(299, 1, 1), { message: "Invariant: a path's times do not go back" });
  });

  test("keeps only the last of what stood before its start, and all after it", () => {
    const late = new TouchPath(1000);
    for (let time = 0; time < 10_000; time++) late.append(time, time, 1);
    equal(late.midAt(998), undefined);
    for (const time of [999, 1000, 5000, 9999]) equal(late.midAt(time), time);
  });
});
