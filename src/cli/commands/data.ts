/** `metaorder data`: what recorded markets hold, and how far they can be trusted. */
import type { Command } from "commander";
import { addDataCheck } from "../data-check.ts";
import { addDataConvert } from "../data-convert.ts";
import { addDataCurve } from "../data-curve.ts";
import { addDataDescribe } from "../data-describe.ts";
import { addDataQueues } from "../data-queues.ts";
import { addDataImport, addDataList, addDataQuery } from "./data-store.ts";

export function addDataCommand(program: Command): void {
  const data = program
    .command("data")
    .description("recorded markets: what is in them, what is wrong with them")
    .exitOverride();
  addDataCheck(data);
  addDataDescribe(data);
  addDataConvert(data);
  addDataImport(data);
  addDataList(data);
  addDataQuery(data);
  addDataCurve(data);
  addDataQueues(data);
}
