/** A worker thread that replays orders of a list. */
import { servePool } from "../evaluation/index.ts";
import { createOrderTasks, type OrderResult, type OrdersSetup } from "./replay-orders-task.ts";

servePool<OrdersSetup, OrderResult>(createOrderTasks);
