/**
 * How long the orders of a LOBSTER day lived, from its message file alone.
 *
 * The reader gives orders that were out of sight for a while ids of its own, so their lives cannot be
 * told from its events; the file's own ids tell them.
 */
import type { OrderFacts } from "../analytics/market-facts/market-facts.ts";
import { OrderLives } from "../analytics/market-facts/order-lives.ts";
import { LineFeed } from "../data/line-feed.ts";
import { MessageRow, messageType } from "../data/lobster/message-row.ts";

/** Ticks do not matter here: one of the file's own units. */
const tickFileUnits = 1;

export async function measureLobsterLives(
  messagePath: string,
): Promise<Pick<OrderFacts, "deletedAfter" | "executedAfter">> {
  const lives = new OrderLives();
  const row = new MessageRow(tickFileUnits);
  const feed = new LineFeed(messagePath);
  try {
    while (feed.hasLine || (await feed.refill())) {
      while (feed.hasLine) {
        row.read(feed);
        follow(lives, row);
      }
    }
  } finally {
    await feed.close();
  }
  return { deletedAfter: lives.deletedFacts(), executedAfter: lives.executedFacts() };
}

function follow(lives: OrderLives, { type, orderId, lots, timeNs }: MessageRow): void {
  switch (type) {
    case messageType.submission:
      lives.submit(orderId, lots, timeNs);
      return;
    case messageType.partialCancellation:
      lives.reduce(orderId, lots);
      return;
    case messageType.deletion:
      lives.delete(orderId, timeNs);
      return;
    case messageType.execution:
      lives.execute(orderId, lots, timeNs);
  }
}
