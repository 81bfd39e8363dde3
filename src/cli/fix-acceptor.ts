/** `metaorder fix acceptor`. */
import { once } from "node:events";
import { UsageError } from "../core/trouble.ts";
import { openAcceptanceAcceptor } from "../protocol/fix/conformance/acceptance-acceptor.ts";

interface AcceptorOptions {
  readonly port: string;
  readonly verbose?: boolean;
}

/**
 * Serves until the process is interrupted.
 *
 * @throws UsageError on a port that is none
 * @throws OutsideError where the port cannot be had
 */
export async function runFixAcceptor(options: AcceptorOptions): Promise<void> {
  const port = Number(options.port);
  if (!/^\d+$/.test(options.port) || port > 65_535) {
    throw new UsageError(`--port expects a number from 0 to 65535, was ${options.port}`);
  }
  const acceptor = await openAcceptanceAcceptor({
    port,
    nowMs: Date.now,
    onEvent: (event, { beginString, targetCompId }) => {
      if (options.verbose !== true) return;
      process.stdout.write(`${beginString} ${targetCompId} ${JSON.stringify(event)}\n`);
    },
  });
  process.stdout.write(`listening on ${acceptor.host}:${acceptor.port}\n`);
  // Only a signal ends it; `main.ts` ends the process then.
  await once(process, "SIGTERM");
}
