/**
 * Whether the counterparty is still there, and whether it knows that we are.
 *
 * FIX 4.4 vol. 2, "Heartbeat" and "Test Request": we send something at least once in an interval; when
 * nothing came for an interval "plus some reasonable transmission time" we ask, and when nothing comes
 * then either, the connection is lost. The factors are QuickFIX's: asked after 1.2 intervals, lost
 * after 2.4. While a question is open no heartbeats are sent, as QuickFIX does and its scripts expect.
 */

/** What is due. */
export type LivenessDue = "nothing" | "heartbeat" | "testRequest" | "lost";

const askAfterIntervals = 1.2;
const lostAfterIntervals = 2.4;

export class Liveness {
  lastSentMs = 0;
  lastReceivedMs = 0;
  /** HeartBtInt (108); 0 where there are no heartbeats. */
  intervalMs = 0;
  #hasAsked = false;

  start(intervalMs: number, nowMs: number): void {
    this.intervalMs = intervalMs;
    this.lastReceivedMs = nowMs;
    this.#hasAsked = false;
  }

  noteReceived(nowMs: number): void {
    this.lastReceivedMs = nowMs;
    this.#hasAsked = false;
  }

  noteAsked(): void {
    this.#hasAsked = true;
  }

  due(nowMs: number): LivenessDue {
    const { intervalMs } = this;
    if (intervalMs === 0) return "nothing";
    if (nowMs >= this.lastReceivedMs + lostAfterIntervals * intervalMs) return "lost";
    if (this.#hasAsked) return "nothing";
    if (nowMs >= this.lastReceivedMs + askAfterIntervals * intervalMs) return "testRequest";
    return nowMs >= this.lastSentMs + intervalMs ? "heartbeat" : "nothing";
  }

  /** When something will be due; Infinity when never. */
  get wakeMs(): number {
    const { intervalMs } = this;
    if (intervalMs === 0) return Number.POSITIVE_INFINITY;
    if (this.#hasAsked) return this.lastReceivedMs + lostAfterIntervals * intervalMs;
    const askMs = this.lastReceivedMs + askAfterIntervals * intervalMs;
    return Math.min(askMs, this.lastSentMs + intervalMs);
  }
}
