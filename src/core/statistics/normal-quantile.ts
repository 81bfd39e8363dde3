/** The inverse of the normal distribution function. */
import { assert } from "../assert.ts";

// Coefficients of PPND16, one row a polynomial, constant term first; rounded to doubles.
const centreNumerator = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centreDenominator = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const middleNumerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const middleDenominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
  0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
];
const farNumerator = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farDenominator = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * The value a standard normal variable stays below with the given probability.
 *
 * Wichura 1988, algorithm AS 241 (PPND16): relative error about 1e-16.
 *
 * @throws InvariantError unless `probability` lies strictly between 0 and 1
 */
export function computeNormalQuantile(probability: number): number {
  assert(probability > 0 && probability < 1, "a probability lies strictly between 0 and 1");
  const centred = probability - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const argument = 0.180625 - centred * centred;
    return centred * computeRatio(centreNumerator, centreDenominator, argument);
  }
  const tail = Math.sqrt(-Math.log(centred < 0 ? probability : 1 - probability));
  const size =
    tail <= 5
      ? computeRatio(middleNumerator, middleDenominator, tail - 1.6)
      : computeRatio(farNumerator, farDenominator, tail - 5);
  return centred < 0 ? -size : size;
}

/** Written out (Horner), since a loop over the rows costs twice as much per draw. */
function computeRatio(n: readonly number[], d: readonly number[], x: number): number {
  return (
    (((((((n[7] * x + n[6]) * x + n[5]) * x + n[4]) * x + n[3]) * x + n[2]) * x + n[1]) * x +
      n[0]) /
    (((((((d[7] * x + d[6]) * x + d[5]) * x + d[4]) * x + d[3]) * x + d[2]) * x + d[1]) * x + d[0])
  );
}
