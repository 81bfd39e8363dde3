/** `metaorder run`: the house example, or any order, on a day that the program makes itself. */
import { createHash } from "node:crypto";
import type { Command } from "commander";
import { createInstrument } from "../../market/instrument.ts";
import { createSyntheticDay } from "../../simulation/synthetic-day.ts";
import { defaultSyntheticDay } from "../../simulation/synthetic-day-parameters.ts";
import { addOrderOptions, type OrderOptions, parseOrderOptions } from "../order-options.ts";
import { workOrder } from "../work-order.ts";

const example = `
Examples:
  metaorder run
  metaorder run --seed 7 --report out/run.html
  metaorder run --side buy --quantity 100000 --policies twap,vwap:placement=peg --json

Without options this is the house example: sell 500,000 shares of a 100-dollar stock that trades
2 million a day, from 10:00 to 13:00, with bad news at 11:00. The market is synthetic and does not
react to the order; use replay for recorded data.`;

export function addRunCommand(program: Command): void {
  const command = program
    .command("run")
    .description(
      "work a parent order with several policies on one synthetic day; a table and a report",
    )
    .addHelpText("after", example);
  addOrderOptions(command, {
    side: "sell",
    quantity: "500000",
    start: "10:00",
    end: "13:00",
    policies: "twap,vwap,pov:rate=0.3,almgren-chriss",
  });
  command.action(run);
}

async function run(options: OrderOptions): Promise<void> {
  const { symbol, tickSize } = defaultSyntheticDay;
  const request = parseOrderOptions(options, createInstrument({ symbol, tickSize }));
  const source = createSyntheticDay(defaultSyntheticDay, request.seed);
  const { newsTimeNs, parameters } = source;
  const session = { expectedDayLots: parameters.dailyVolumeLots, ...request.session };
  const recipe = JSON.stringify([parameters, request.seed]);
  await workOrder(
    options,
    { ...request, session },
    {
      source,
      isSynthetic: true,
      untilNs: parameters.endNs,
      summary: () => ({
        path: `synthetic day, seed ${request.seed}`,
        sha256: createHash("sha256").update(recipe).digest("hex"),
      }),
      description: source.description,
      ...(newsTimeNs === undefined ? {} : { news: [{ timeNs: newsTimeNs, label: "bad news" }] }),
    },
  );
}
