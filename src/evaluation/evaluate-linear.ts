/**
 * Schedules in a linear world: what they cost in many trajectories of one market.
 *
 * The market is `LinearMarket`, which sells. It is symmetric: buying is selling with the signs of
 * price and draws turned round, so both sides of an order cost the same and one computation serves
 * both. All schedules meet the same draws.
 */
import { assert } from "../core/assert.ts";
import { createHasher } from "../core/hash.ts";
import { expectedCost } from "../execution/index.ts";
import { LinearMarket } from "../simulation/linear-market.ts";
import type { LinearWorld } from "../simulation/worlds/world.ts";
import {
  type EpisodeField,
  type EpisodeRows,
  episodeRowLength,
  fieldAt,
  inventoryOffset,
  inventoryPoints,
} from "./episode-row.ts";
import { heldAfterSteps, type LinearSchedule, parametersOf, toBps } from "./linear-schedule.ts";

/** Trajectories of one task. Fixed, so that no result depends on who computed what. */
export const linearChunk = 1000;

export interface LinearRequest {
  /** Of the first chunk; every chunk has the next. */
  readonly seed: number;
  /** Trajectories in all. */
  readonly episodes: number;
}

/** All trajectories, chunk by chunk; one entry a schedule, in their order. */
export function evaluateLinear(
  world: LinearWorld,
  schedules: readonly LinearSchedule[],
  request: LinearRequest,
): EpisodeRows[] {
  const rows = schedules.map(({ policy, description }) => ({
    ...{ policy, description },
    values: new Float64Array(request.episodes * episodeRowLength),
  }));
  for (let chunk = 0; chunk * linearChunk < request.episodes; chunk++) {
    const values = evaluateLinearChunk(world, schedules, request, chunk);
    const count = values.length / (schedules.length * episodeRowLength);
    for (let episode = 0; episode < count; episode++) {
      for (const [at, { values: column }] of rows.entries()) {
        const from = (episode * schedules.length + at) * episodeRowLength;
        const row = values.subarray(from, from + episodeRowLength);
        column.set(row, (chunk * linearChunk + episode) * episodeRowLength);
      }
    }
  }
  return rows;
}

/**
 * One task: the trajectories of one chunk, whose draws are those of the seed `seed + chunk`.
 *
 * The last chunk may give back fewer trajectories, but they are the first ones of a whole one: more
 * episodes never change those before.
 *
 * @returns rows by trajectory, within a trajectory by schedule
 */
export function evaluateLinearChunk(
  world: LinearWorld,
  schedules: readonly LinearSchedule[],
  { seed, episodes }: LinearRequest,
  chunk: number,
): Float64Array<ArrayBuffer> {
  const count = Math.min(linearChunk, episodes - chunk * linearChunk);
  assert(count > 0, "a chunk of a linear world lies within its episodes");
  const rowsLength = schedules.length * episodeRowLength;
  const values = new Float64Array(count * rowsLength);
  for (const [at, { lotsByStep }] of schedules.entries()) {
    const costs = simulateCosts(world, lotsByStep, seed + chunk);
    const template = createRow(world, lotsByStep);
    for (let episode = 0; episode < count; episode++) {
      const from = episode * rowsLength + at * episodeRowLength;
      values.set(template, from);
      writeCost(world, values.subarray(from, from + episodeRowLength), costs[episode]!);
    }
  }
  return values;
}

/** Shortfalls of a whole chunk, in dollars. */
function simulateCosts(world: LinearWorld, lotsByStep: Float64Array, seed: number): Float64Array {
  const market = new LinearMarket(parametersOf(world), linearChunk, seed);
  const lots = new Float64Array(linearChunk);
  for (const sold of lotsByStep) market.sell(lots.fill(sold));
  return market.costs;
}

/** A row with everything the schedule alone decides; `timingBps` is less what the rest comes to. */
function createRow(world: LinearWorld, lotsByStep: Float64Array): Float64Array {
  const row = new Float64Array(episodeRowLength);
  const held = heldAfterSteps(world, lotsByStep);
  let traded = 0;
  for (const lots of lotsByStep) traded += Math.abs(lots);
  const spread = toBps(world, world.fixedCost * traded);
  const expected = toBps(world, expectedCost(parametersOf(world), held));
  const fields: readonly (readonly [EpisodeField, number])[] = [
    ["spreadBps", spread],
    ["impactBps", expected - spread],
    ["timingBps", -expected],
    ["completion", 1],
    ["childOrders", lotsByStep.filter((lots) => lots !== 0).length],
    ["twoSidedShare", 1],
    ["marketEvents", world.steps],
    ["newsKind", -1],
  ];
  for (const [field, value] of fields) row[fieldAt(field)] = value;
  for (let point = 0; point < inventoryPoints; point++) {
    const place = (point / (inventoryPoints - 1)) * world.steps;
    const step = Math.min(world.steps - 1, Math.floor(place));
    const left = held[step]! + (place - step) * (held[step + 1]! - held[step]!);
    row[inventoryOffset + point] = left / world.order.quantity;
  }
  return row;
}

const shortfallAt = fieldAt("shortfallBps");
const timingAt = fieldAt("timingBps");
const hashHighAt = fieldAt("hashHigh");
const hashLowAt = fieldAt("hashLow");

function writeCost(world: LinearWorld, row: Float64Array, cost: number): void {
  const costBps = toBps(world, cost);
  row[shortfallAt] = costBps;
  row[timingAt]! += costBps;
  const hasher = createHasher();
  hasher.addNumber(cost);
  const hash = hasher.hex();
  row[hashHighAt] = Number.parseInt(hash.slice(0, 8), 16);
  row[hashLowAt] = Number.parseInt(hash.slice(8), 16);
}
