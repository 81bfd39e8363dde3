/**
 * LOBSTER's file names: `AMZN_2012-06-21_34200000_57600000_message_5.csv.gz`.
 *
 * The part between date and role is the covered time in milliseconds after midnight, or a word
 * such as `HEAD` in a file that was cut; we keep it as it is.
 */
export type LobsterRole = "message" | "orderbook";

export interface LobsterFileName {
  readonly symbol: string;
  /** Trading day, `YYYY-MM-DD`. */
  readonly date: string;
  /** What stands between date and role, for example `34200000_57600000` or `HEAD`. */
  readonly period: string;
  readonly role: LobsterRole;
  /** Price levels per side in the orderbook file. */
  readonly levels: number;
  readonly isCompressed: boolean;
}

export const lobsterNamePattern = "SYMBOL_YYYY-MM-DD_PERIOD_message|orderbook_LEVELS.csv[.gz]";

const pattern =
  /^(.+?)_(\d{4}-\d{2}-\d{2})_([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*)_(message|orderbook)_([1-9]\d{0,3})\.csv(\.gz)?$/;

/** @returns undefined when the name (without folders) is not one of LOBSTER's */
export function parseLobsterFileName(name: string): LobsterFileName | undefined {
  const match = pattern.exec(name);
  if (match === null) return undefined;
  return {
    symbol: match[1]!,
    date: match[2]!,
    period: match[3]!,
    role: match[4] as LobsterRole,
    levels: Number(match[5]),
    isCompressed: match[6] !== undefined,
  };
}

export function formatLobsterFileName(name: LobsterFileName): string {
  const { symbol, date, period, role, levels, isCompressed } = name;
  return `${symbol}_${date}_${period}_${role}_${levels}.csv${isCompressed ? ".gz" : ""}`;
}
