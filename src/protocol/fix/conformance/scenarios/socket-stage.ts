/** An engine at the other end of a socket, in real time. */
import { setTimeout as delay } from "node:timers/promises";
import type { ConformanceTarget } from "../runner.ts";
import { openTestConnection, type TestConnection } from "../test-connection.ts";
import type { Stage } from "./stage.ts";

const farewellMs = 2000;

export function createSocketStage(target: ConformanceTarget, nowMs: () => number): Stage {
  let connection: TestConnection | undefined;
  const drop = async (): Promise<void> => {
    await connection?.close(farewellMs);
    connection = undefined;
  };
  return {
    nowMs,
    async connect() {
      await drop();
      connection = await openTestConnection(target.host, target.port);
    },
    send: (text) => connection?.send(text),
    receive: async (timeoutMs) => (await connection?.receive(timeoutMs)) ?? { kind: "closed" },
    wait: async (ms) => void (await delay(ms)),
    drop,
    engine: undefined,
    close: drop,
  };
}
