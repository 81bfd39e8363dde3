/** Every input in every state, against the table of docs/models/fix-session.md. */
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { SessionState } from "./session-contract.ts";
import { Bench, orderOf } from "./session-fixture.ts";

const page = new URL("../../../../docs/models/fix-session.md", import.meta.url);
const states = ["disconnected", "awaitingLogon", "logonSent", "active", "logoutSent"] as const;

/** A session whose store expects 5 and sends 5, brought into a state. */
function benchIn(state: SessionState): Bench {
  const role = state === "logonSent" ? "initiator" : "acceptor";
  const numbers = { nextInbound: 5, nextOutbound: 5 };
  const bench = new Bench({ config: { role }, numbers });
  if (state !== "disconnected") bench.connect();
  if (state === "active" || state === "logoutSent") bench.say("35=A|34=5|98=0|108=30|");
  if (state === "logoutSent") bench.take(bench.machine.logout(undefined, bench.nowMs));
  equal(bench.machine.state, state);
  return bench;
}

/** Inputs by their names in the table; `n` is the number that is expected. */
const inputs: Readonly<Record<string, (bench: Bench, n: number) => string[]>> = {
  connected: (bench) => bench.connect(),
  disconnected: (bench) => bench.take(bench.machine.disconnected(bench.nowMs)),
  "time is up": (bench) => bench.pass(72_000),
  logout: (bench) => bench.take(bench.machine.logout(undefined, bench.nowMs)),
  send: (bench) => bench.send(orderOf("ONE")),
  garbled: (bench) => bench.take(bench.machine.receiveGarbled("CheckSum", bench.nowMs)),
  Logon: (bench, n) => bench.say(`35=A|34=${n}|98=0|108=30|`),
  "Logon, too high": (bench, n) => bench.say(`35=A|34=${n + 3}|98=0|108=30|`),
  "Logon, too low": (bench, n) => bench.say(`35=A|34=${n - 3}|98=0|108=30|`),
  "Logon with 141=Y": (bench) => bench.say("35=A|34=1|98=0|108=30|141=Y|"),
  "Logon without HeartBtInt": (bench, n) => bench.say(`35=A|34=${n}|98=0|`),
  Heartbeat: (bench, n) => bench.say(`35=0|34=${n}|`),
  "Heartbeat, too high": (bench, n) => bench.say(`35=0|34=${n + 3}|`),
  "Heartbeat, too low": (bench, n) => bench.say(`35=0|34=${n - 3}|`),
  "Heartbeat, too low, 43=Y": (bench, n) =>
    bench.say(`35=0|34=${n - 3}|43=Y|122=20260610-11:00:00|`),
  TestRequest: (bench, n) => bench.say(`35=1|34=${n}|112=HELLO|`),
  ResendRequest: (bench, n) => bench.say(`35=2|34=${n}|7=5|16=0|`),
  "ResendRequest, too high": (bench, n) => bench.say(`35=2|34=${n + 3}|7=5|16=0|`),
  Reject: (bench, n) => bench.say(`35=3|34=${n}|45=1|58=no|`),
  "SequenceReset, gap fill": (bench, n) => bench.say(`35=4|34=${n}|36=${n + 9}|123=Y|`),
  "SequenceReset, reset": (bench, n) => bench.say(`35=4|34=1|36=${n + 9}|`),
  "SequenceReset, lower": (bench, n) => bench.say(`35=4|34=${n}|36=${n - 1}|`),
  "application message": (bench, n) => bench.say(`35=D|34=${n}|11=ONE|`),
  "faulty field": (bench, n) => bench.say(`35=D|34=${n}|11=ONE|0=ZERO|`),
  "another CompID": (bench, n) => bench.say(`35=0|34=${n}|49=OTHER|`),
  "another hour": (bench, n) => bench.say(`35=0|34=${n}|52=20260610-11:00:00|`),
  "no MsgSeqNum": (bench) => bench.say("35=0|112=X|"),
  Logout: (bench, n) => bench.say(`35=5|34=${n}|`),
};

interface Row {
  readonly input: string;
  readonly cells: readonly string[];
}

/** Rows of the page's table with a column for each state. */
function readTable(): Row[] {
  const lines = readFileSync(page, "utf8").split("\n");
  const head = lines.findIndex((line) => states.every((state) => line.includes(` ${state} `)));
  ok(head >= 0, "the page has a table with a column for each state");
  const rows: Row[] = [];
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith("|")) break;
    const [input = "", ...cells] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    rows.push({ input, cells });
  }
  return rows;
}

/** `active: 0 3`, the state after it and the types of what was sent; `=` where both stay as they were. */
function describeStep(bench: Bench, before: SessionState, sent: readonly string[]): string {
  const types = sent.map((message) => /^35=([^|]+)/.exec(message)?.[1] ?? "?");
  const { state } = bench.machine;
  if (types.length === 0) return state === before ? "=" : state;
  return `${state === before ? "=" : state}: ${types.join(" ")}`;
}

describe("the state table", () => {
  const rows = readTable();

  test("has a row for each input", () => {
    equal(
      rows
        .map((row) => row.input)
        .sort()
        .join("; "),
      Object.keys(inputs).sort().join("; "),
    );
  });

  for (const { input, cells } of rows) {
    for (const [place, state] of states.entries()) {
      const expected = cells[place];
      if (expected === "–") continue;
      test(`${input} in ${state}: ${expected}`, () => {
        const bench = benchIn(state);
        const run = inputs[input];
        ok(run !== undefined, `"${input}" is an input`);
        const sent = run(bench, bench.machine.nextInbound);
        equal(describeStep(bench, state, sent), expected);
      });
    }
  }
});
