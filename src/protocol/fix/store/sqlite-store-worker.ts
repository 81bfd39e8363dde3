/** The thread that owns the file of a SQLite store. The first answer says whether it was opened. */
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../../../core/assert.ts";
import { SqliteFile } from "./sqlite-file.ts";
import type { Answer, Job, Trouble, WriterTerms } from "./sqlite-messages.ts";
import { createStoreError } from "./store-error.ts";
import { readUnits } from "./unit-batch.ts";

const { path, inboundMax } = workerData as WriterTerms;
const port = parentPort;
assert(port !== null, "a store's writer is a worker thread");

let file: SqliteFile | undefined;
/** The first trouble is the last: what the disk holds after a failed sync is anybody's guess. */
let trouble: Trouble | undefined;

const guard = (work: () => Answer): Answer => {
  if (trouble !== undefined) return { kind: "failed", trouble };
  try {
    return work();
  } catch (error) {
    const { code, message, canRetry } = createStoreError(path, error);
    trouble = { code, message, canRetry };
    return { kind: "failed", trouble };
  }
};

const doJob = (opened: SqliteFile, job: Job): Answer => {
  switch (job.kind) {
    case "units":
      opened.commit(readUnits(job.batch, job.length));
      return { kind: "done" };
    case "open":
      return { kind: "opened", session: opened.open(job.session, job.nowMs) };
    case "outbound":
      return {
        kind: "messages",
        messages: opened.readOutbound(job.sessionId, job.from, job.to),
      };
    case "inbound":
      return { kind: "messages", messages: opened.readInbound(job.sessionId, job.limit) };
    case "attachments":
      return { kind: "attachments", attachments: opened.readAttachments(job.afterId, job.limit) };
    case "close":
      opened.close();
      return { kind: "done" };
    default:
      return job satisfies never;
  }
};

port.postMessage(
  guard(() => {
    file = new SqliteFile(path, { inboundMax });
    return { kind: "done" };
  }),
);
port.on("message", (job: Job) => {
  port.postMessage(guard(() => doJob(file!, job)));
  if (job.kind === "close") port.close();
});
