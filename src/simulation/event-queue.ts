/**
 * What is to happen, in the one order in which it happens.
 *
 * The order is total: by time, then by priority (lower first), then first in, first out. So a run
 * does not depend on how a queue is built inside; the suite in `test/conformance` holds every
 * queue to this.
 */
export interface EventQueue {
  /** Events pushed and not yet popped. */
  readonly size: number;
  /** Of the event last popped; 0 before the first. */
  readonly poppedTimeNs: number;
  readonly poppedPriority: number;
  readonly poppedPayload: number;
  /**
   * Adds an event. It may lie before events already popped; whether that makes sense is the
   * caller's rule.
   *
   * @param timeNs finite, from 0
   * @param priority a 32-bit integer; among equal times the lower comes first
   * @param payload a 32-bit integer, for example an index into the caller's columns
   * @throws InvariantError when an argument is out of range
   */
  push(timeNs: number, priority: number, payload: number): void;
  /** The time of the first event; Infinity when there is none. */
  peekTimeNs(): number;
  /**
   * Takes the first event into the `popped` fields.
   *
   * @returns false, with the fields unchanged, when the queue is empty
   */
  pop(): boolean;
  /** Forgets every event and starts to count anew, as if newly created. */
  clear(): void;
}
