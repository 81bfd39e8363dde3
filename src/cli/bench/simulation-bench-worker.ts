/** A thread of the simulation bench. */
import { servePool } from "../../evaluation/index.ts";
import { type BenchPass, type BenchSetup, createBenchWork } from "./simulation-bench.ts";

servePool<BenchSetup, BenchPass>((setup) => {
  const work = createBenchWork(setup);
  return (pass) => ({ result: work(pass) });
});
