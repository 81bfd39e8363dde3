/** Tags of the standard header and trailer, of every version from FIX 4.0 to FIXT.1.1. */

/** Written and signed with every message, before its body. */
export const headerTags: ReadonlySet<number> = new Set([
  ...[8, 9, 34, 35, 43, 49, 50, 52, 56, 57, 90, 91, 97, 115, 116, 122, 128, 129, 142, 143, 144],
  ...[145, 212, 213, 347, 369, 370, 627, 628, 629, 630, 1128, 1129, 1156],
]);

/** NoHops (627) tells of these, which mean nothing alone; ApplExtID (1156) came long after the rest. */
const notAlone: ReadonlySet<number> = new Set([628, 629, 630, 1156]);

/**
 * Whether a field that a version does not have is one of the header, as QuickFIX has it: it is an
 * invalid tag, but it does not end the header.
 */
export function isHeaderTagOfAny(tag: number): boolean {
  return headerTags.has(tag) && !notAlone.has(tag);
}

/** Signature and checksum, after the body. */
export const trailerTags: ReadonlySet<number> = new Set([93, 89, 10]);
