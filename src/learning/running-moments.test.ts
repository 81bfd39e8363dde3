import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { StateReader, StateWriter } from "../core/state-buffer.ts";
import { RunningMoments, scaleRows } from "./running-moments.ts";

describe("running moments", () => {
  test("are those of all rows that were kept, whatever way they came", () => {
    const rows = Float32Array.from({ length: 60 }, (_, at) => Math.sin(at) * (1 + (at % 3)));
    const isKept = (row: number): boolean => row % 4 !== 1;
    const [whole, parted] = [new RunningMoments(3), new RunningMoments(3)];
    whole.addRows(rows, isKept);
    parted.addRows(rows.subarray(0, 24), isKept);
    parted.addRows(rows.subarray(24), isKept);
    const kept = [...Array(20).keys()].filter(isKept);
    for (let column = 0; column < 3; column++) {
      const values = kept.map((row) => rows[3 * row + column]);
      const mean = values.reduce((a, b) => a + b) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      for (const moments of [whole, parted]) {
        ok(Math.abs(moments.mean[column] - mean) < 1e-9);
        ok(Math.abs(moments.deviation(column) - Math.sqrt(squares / values.length)) < 1e-9);
      }
    }
  });

  test("scale rows, bound what is far off, and leave alone what never moves", () => {
    const moments = new RunningMoments(2);
    moments.addRows(Float32Array.of(1, 5, 3, 5), () => true);
    const scaled = new Float32Array(4);
    scaleRows(moments.scaling(), Float32Array.of(3, 5, 1000, 6), scaled);
    deepEqual([...scaled], [1, 0, 10, 1]);
    const fresh = new RunningMoments(2).scaling();
    scaleRows(fresh, Float32Array.of(0.5, -0.5, 1, 2), scaled);
    deepEqual([...scaled], [0.5, -0.5, 1, 2]);
  });

  test("go on from what was written", () => {
    const [one, other] = [new RunningMoments(2), new RunningMoments(2)];
    one.addRows(Float32Array.of(1, 2, 3, 4), () => true);
    const writer = new StateWriter();
    one.save(writer);
    other.load(new StateReader(writer.finish()));
    for (const moments of [one, other]) moments.addRows(Float32Array.of(7, 7), () => true);
    equal(other.count, 3);
    deepEqual(other.scaling(), one.scaling());
  });
});
