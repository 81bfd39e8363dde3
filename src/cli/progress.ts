/**
 * How far a long job is, on standard error: a bar on a terminal, a plain line now and then
 * elsewhere, and nothing at all for work that ends within two seconds.
 */
import { SingleBar } from "cli-progress";

const quietMs = 2000;
const plainLineEveryMs = 5000;

export interface Progress {
  /**
   * @param share done, from 0 to 1
   * @param detail events of a market handled so far, or words of one's own
   */
  update(share: number, detail?: number | string): void;
  stop(): void;
}

/** Runs work under a progress line, which is gone when it ends, well or not. */
export async function withProgress<Result>(
  label: string,
  work: (progress: Pick<Progress, "update">) => Promise<Result>,
): Promise<Result> {
  const progress = createProgress(label);
  try {
    return await work(progress);
  } finally {
    progress.stop();
  }
}

function createProgress(label: string): Progress {
  const startMs = Date.now();
  let lastLineMs = startMs;
  let bar: SingleBar | undefined;
  const tell = (detail: number | string | undefined): string => {
    if (detail === undefined) return "";
    if (typeof detail === "string") return `, ${detail}`;
    return `, ${((detail / Math.max(1, Date.now() - startMs)) * 1e-3).toFixed(2)} M events/s`;
  };
  return {
    update(share, detail) {
      const now = Date.now();
      if (now - startMs < quietMs) return;
      if (process.stderr.isTTY) {
        bar ??= startBar(label);
        bar.update(Math.min(1, share), { rate: tell(detail) });
      } else if (now - lastLineMs >= plainLineEveryMs) {
        lastLineMs = now;
        process.stderr.write(`${label}: ${(share * 100).toFixed(0)} %${tell(detail)}\n`);
      }
    },
    stop() {
      bar?.stop();
    },
  };
}

function startBar(label: string): SingleBar {
  const format = `${label} {bar} {percentage}%{rate} | {eta_formatted} left`;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(1, 0, { rate: "" });
  return bar;
}
