/** A worker thread that plays episodes of one world. */
import { servePool } from "../evaluation/index.ts";
import { createWorldTasks, type WorldSetup } from "./world-work.ts";

servePool<WorldSetup, Float64Array>(createWorldTasks);
