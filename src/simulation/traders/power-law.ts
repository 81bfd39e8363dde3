/** Numbers from `from` to `to` with a density proportional to x^−exponent. */
export interface PowerLaw {
  readonly exponent: number;
  readonly from: number;
  readonly to: number;
}

/** ∫ x^−exponent over the range. */
function integrate({ exponent, from, to }: PowerLaw): number {
  const power = 1 - exponent;
  if (Math.abs(power) < 1e-9) return Math.log(to / from);
  return (to ** power - from ** power) / power;
}

/** E[x^power]. */
export function computeMoment(law: PowerLaw, power: number): number {
  // A range without width has one value.
  if (law.to === law.from) return law.from ** power;
  return integrate({ ...law, exponent: law.exponent - power }) / integrate(law);
}

/** The number below which a share of them lies, by inversion. */
export function quantileOf({ exponent, from, to }: PowerLaw, share: number): number {
  const power = 1 - exponent;
  // At an exponent of 1 the law is even in the logarithm.
  if (Math.abs(power) < 1e-9) return from * (to / from) ** share;
  return (from ** power + share * (to ** power - from ** power)) ** (1 / power);
}
