/**
 * Raw data: fields whose bytes may be anything, the delimiter included, because the field before
 * them says how many there are (FIX 4.4 vol. 1, "Field Datatypes": Length, data).
 *
 * The pairs are those of types LENGTH and DATA or XMLDATA in the dictionaries of FIX 4.0 to
 * 5.0SP2; a test compares them with the dictionaries. Nearly always the length has the tag before.
 */

const dataAfterLength: readonly number[] = [
  ...[91, 96, 213, 349, 351, 353, 355, 357, 359, 361, 363, 365, 446, 619, 622, 1185, 1278, 1281],
  ...[1283, 1398, 1402, 1404, 1469, 1579, 1621, 1665, 1734, 1872, 1875, 2073, 2075, 2112, 2180],
  ...[2288, 2352, 2482, 2638, 2652, 2666, 2716, 2719, 2722, 2798, 40005, 40009, 40979, 40981],
  ...[40983, 40985, 40987, 40989, 41084, 41102, 41108, 41257, 41321, 41325, 41459, 41477, 41483],
  ...[41654, 41711, 41807, 41812, 41874, 41970, 42026, 42172, 42452, 42653, 42948],
];

/** Length tag, then data tag, where the two are not neighbours in that order. */
const exceptions: readonly (readonly [lengthTag: number, dataTag: number])[] = [
  [93, 89],
  [1525, 1527],
  [1678, 1697],
  [2372, 2371],
  [2494, 2493],
  [2522, 2521],
  [2802, 2801],
  [2809, 2808],
  [2815, 2814],
  [43109, 42684],
  [43110, 42486],
  [43111, 42982],
];

/** Data tag by length tag, for every version of FIX. */
export const rawDataFields: ReadonlyMap<number, number> = new Map([
  ...dataAfterLength.map((dataTag) => [dataTag - 1, dataTag] as const),
  ...exceptions,
]);

/** The highest length tag of the standard. */
const highestLengthTag = 43111;

/** The same for hot loops: at the place of a length tag its data tag, otherwise 0. */
export const dataTagByLengthTag: Uint16Array = (() => {
  const table = new Uint16Array(highestLengthTag + 1);
  for (const [lengthTag, dataTag] of rawDataFields) table[lengthTag] = dataTag;
  return table;
})();
