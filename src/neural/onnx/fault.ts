/** What is wrong with a model, and where. */

/** A rule that does not hold: completes "…: found …, expected …". */
export interface Fault {
  /** A path of message fields with its name, as `model.graph.node[2] "fc1"`. */
  readonly where: string;
  readonly found: string;
  readonly expected: string;
}

/** One plain line of a fault. */
export function describeFault({ where, found, expected }: Fault): string {
  return `${where}: found ${found}, expected ${expected}`;
}

/**
 * Carries a fault from the depth of a file to `decodeModel`, which makes a value of it; it never
 * leaves this folder.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(fault: Fault) {
    super(describeFault(fault));
  }
}

/** Stops reading. */
export function refuse(fault: Fault): never {
  throw new Refusal(fault);
}

const longestShown = 80;

/** A name in quotes, safe to print: cut when long, with what cannot be seen written as `\u{…}`. */
export function quoted(name: string): string {
  const isCut = name.length > longestShown;
  const shown = isCut ? name.slice(0, longestShown) : name;
  const visible = shown
    .replace(/["\\]/g, "\\$&")
    .replace(/(?! )[\p{C}\p{Z}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return `"${visible}"${isCut ? "…" : ""}`;
}

/** A path with the name of what stands there, when it has one. */
export function namedPlace(path: string, name: string): string {
  return name === "" ? path : `${path} ${quoted(name)}`;
}
