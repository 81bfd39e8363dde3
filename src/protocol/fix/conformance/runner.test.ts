/** The runner is judged by engines that are wrong on purpose. */
import { deepEqual, equal, match } from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { after, describe, test } from "node:test";
import { runScripts, type ScenarioResult } from "./runner.ts";
import { completeMessage, parseScript } from "./script.ts";

const servers: Server[] = [];
after(() => {
  for (const server of servers) server.close();
});

/** Answers every chunk it receives with the next of some texts; `close` closes. */
async function serve(...answers: readonly string[]): Promise<number> {
  const server = createServer((socket: Socket) => {
    const left = [...answers];
    socket.on("error", () => {});
    socket.on("data", () => {
      for (const part of left.shift()?.split("&") ?? []) {
        if (part === "close") socket.end();
        else socket.write(completeMessage(part.replaceAll("|", "\u0001"), 0), "latin1");
      }
    });
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const scriptText = `iCONNECT
I8=FIX.4.4|35=A|34=1|
E8=FIX.4.4|9=10|35=A|34=1|10=0|
I8=FIX.4.4|35=5|34=2|
E8=FIX.4.4|35=5|34=2|
eDISCONNECT`.replaceAll("|", "\u0001");

async function judge(port: number, path = "fix44/example.def"): Promise<ScenarioResult> {
  const [result] = await runScripts(
    [parseScript(path, scriptText)],
    { host: "127.0.0.1", port },
    { nowMs: () => 0, messageMs: 150, disconnectMs: 150 },
  );
  return result!;
}

const logon = "8=FIX.4.4|35=A|34=1|";
const logout = "8=FIX.4.4|35=5|34=2|";

describe("the runner", () => {
  test("passes an engine that does what the script says", async () => {
    deepEqual(await judge(await serve(logon, `${logout}&close`)), {
      version: "fix44",
      scenario: "example",
      passed: true,
      found: null,
      expected: null,
    });
  });

  for (const [what, answers, line, found] of [
    ["answers wrongly", ["8=FIX.4.4|35=A|34=2|"], 3, /^field 4: 34=2 in 8=FIX/],
    ["says nothing", [], 3, /^nothing came$/],
    ["hangs up", ["close"], 3, /^the connection was closed$/],
    ["says one thing too many", [`${logon}&${logon}`, logout], 5, /^field 3: 35=A/],
    ["does not hang up", [logon, logout], 6, /^nothing came$/],
    ["speaks on in place of hanging up", [logon, `${logout}&${logout}`], 6, /35=5/],
    ["sends a wrong CheckSum", ["8=FIX.4.4|9=10|35=A|34=1|10=000|"], 3, /^CheckSum is not/],
    ["sends no FIX", ["hello"], 3, /^no BeginString and BodyLength in front: hello/],
  ] as const) {
    test(`fails an engine that ${what}`, async () => {
      const result = await judge(await serve(...answers));
      equal(result.passed, false);
      match(result.found ?? "", found);
      match(result.expected ?? "", new RegExp(`^line ${line}: `));
    });
  }

  test("fails an engine that is not there", async () => {
    const port = await serve();
    const server = servers.pop()!;
    server.close();
    await once(server, "close");
    match((await judge(port)).found ?? "", /ECONNREFUSED/);
  });

  test("gives results in the order of the scripts, lanes side by side", async () => {
    const port = await serve(logon, `${logout}&close`);
    const paths = ["b/two.def", "a/one.def", "b/one.def"];
    const results = await runScripts(
      paths.map((path) => parseScript(path, scriptText)),
      { host: "127.0.0.1", port },
      { nowMs: () => 0 },
    );
    deepEqual(
      results.map(({ version, scenario, passed }) => `${version}/${scenario}.def ${passed}`),
      paths.map((path) => `${path} true`),
    );
  });
});
