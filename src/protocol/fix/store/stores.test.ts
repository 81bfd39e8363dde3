import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForgetfulDisk } from "./forgetful-store-fixture.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { SessionStore } from "./session-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { runStoreSuite } from "./store-suite-fixture.ts";

runStoreSuite("memory", async () => {
  const store = createMemoryStore();
  return { store, reopen: async () => store, dispose: async () => {} };
});

runStoreSuite("sqlite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fix-store-"));
  const open = () => openSqliteStore(join(folder, "fix.db"));
  let current: SessionStore = await open();
  return {
    store: current,
    async reopen() {
      await current.close();
      current = await open();
      return current;
    },
    async dispose() {
      await current.close();
      rmSync(folder, { recursive: true });
    },
  };
});

runStoreSuite("forgetful", async () => {
  let draws = 0;
  const schedule = (delayMs: number, work: () => void): void => void setTimeout(work, delayMs);
  // Later units are often done before earlier ones, and must wait for them.
  const disk = createForgetfulDisk(schedule, () => (draws++ * 7) % 5);
  const store = disk.mount();
  return {
    store,
    async reopen() {
      await store.close();
      disk.crash();
      return disk.mount();
    },
    dispose: async () => {},
  };
});
