/** Our own mistake: a rule of the program did not hold, and going on would corrupt what follows. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/**
 * Stops the process when one of our own rules does not hold.
 *
 * @param rule the rule, stated positively ("filled never exceeds quantity"), so that the message
 *   of a failure reads as what should have been true
 * @throws InvariantError
 */
export function assert(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new InvariantError(`Invariant: ${rule}`);
}
