/** What a run over a LOBSTER pair met: for cleaning reports and for tests. */
export interface LobsterCounts {
  /** Messages, each with its book row. */
  rows: number;
  /** Events emitted, the opening's among them. */
  events: number;
  /** Rows of type 1. */
  submissions: number;
  /** Rows of type 2. */
  partialCancellations: number;
  /** Rows of type 3. */
  deletions: number;
  /** Rows of type 4. */
  executions: number;
  /** Rows of type 5. */
  hiddenExecutions: number;
  /** Hidden executions whose price lies between ticks. */
  hiddenExecutionsOffGrid: number;
  /** Rows of type 6. */
  crosses: number;
  /** Rows of type 7. */
  statusChanges: number;
  /** Order ids first seen in a row of type 2: orders that stood before we could see them. */
  standingInPartialCancellations: number;
  /** Order ids first seen in a row of type 3. */
  standingInDeletions: number;
  /** Order ids first seen in a row of type 4. */
  standingInExecutions: number;
  /** Levels of the book before the first message. */
  openingReveals: number;
  /** Reveal events after the opening. */
  reveals: number;
  /** Withdraw events. */
  withdrawals: number;
  /** Rows that proved an earlier guess of which order went away wrong. */
  identityRepairs: number;
  /** Rows whose book does not follow from the row before and the message; 0 unless they are only counted. */
  mismatches: number;
}

export function createLobsterCounts(): LobsterCounts {
  return {
    rows: 0,
    events: 0,
    submissions: 0,
    partialCancellations: 0,
    deletions: 0,
    executions: 0,
    hiddenExecutions: 0,
    hiddenExecutionsOffGrid: 0,
    crosses: 0,
    statusChanges: 0,
    standingInPartialCancellations: 0,
    standingInDeletions: 0,
    standingInExecutions: 0,
    openingReveals: 0,
    reveals: 0,
    withdrawals: 0,
    identityRepairs: 0,
    mismatches: 0,
  };
}
