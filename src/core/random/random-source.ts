/** Where random numbers come from, for code that does not care which generator makes them. */
export interface RandomSource {
  /** A whole number from 0 to 2^32 - 1, all equally likely. */
  uint32(): number;
  /** A multiple of 2^-53 in [0, 1), all equally likely. */
  uniform(): number;
}
