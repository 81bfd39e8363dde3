/** Tags of the standard header and trailer, of every version from FIX 4.0 to FIXT.1.1. */

/** Written and signed with every message, before its body. */
export const headerTags: ReadonlySet<number> = new Set([
  ...[8, 9, 34, 35, 43, 49, 50, 52, 56, 57, 90, 91, 97, 115, 116, 122, 128, 129, 142, 143, 144],
  ...[145, 212, 213, 347, 369, 370, 627, 628, 629, 630, 1128, 1129, 1156],
]);

/** Signature and checksum, after the body. */
export const trailerTags: ReadonlySet<number> = new Set([93, 89, 10]);
