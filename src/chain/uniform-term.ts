/** @file The term h of a uniform chain, read off a Hamiltonian of a few sites. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, kronecker, multiply } from '../linalg/matrix.ts';
import { type OperatorSum, operatorSumOfPauli } from '../operator/operator-sum.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';

/** Greatest difference of terms that count as equal. */
const ROUNDING = 1e-12;

/**
 * h of H = Σ_k h_{k,k+1} without end, from the open chain of at least three sites: what acts on a pair of neighbours, and half of what
 * acts on each of the two sites alone.
 *
 * @param turned - turn every second site by π about y, U|m⟩ = ±|−m⟩, so that antiferromagnets become uniform
 * @returns shape (d², d²)
 * @throws {DomainError} terms that are not alike on all sites and pairs, or act on others than neighbours
 */
export function uniformTerm(sum: PauliSum | OperatorSum, turned = false): ComplexMatrix {
  const { dimensions, terms } = 'qubits' in sum ? operatorSumOfPauli(sum) : sum;
  const n = dimensions.length;
  const d = dimensions[0]!;
  if (n < 3 || dimensions.some((other) => other !== d)) {
    throw new DomainError(`uniformTerm: three or more sites of one dimension required, got [${dimensions}]`);
  }
  const onSite = dimensions.map(() => zeroMatrix(d, d));
  const onPair = dimensions.slice(1).map(() => zeroMatrix(d * d, d * d));
  for (const { coefficient, factors } of terms) {
    const [first, second, ...more] = factors.toSorted((a, b) => a.site - b.site);
    if (first === undefined || more.length > 0 || (second !== undefined && second.site !== first.site + 1)) {
      const sites = factors.map(({ site }) => site);
      throw new DomainError(`uniformTerm: terms on single sites and neighbours required, got one on [${sites}]`);
    }
    if (second === undefined) onSite[first.site] = addScaledMatrix(onSite[first.site]!, [coefficient, 0], first.matrix);
    else {
      const both = kronecker(first.matrix, second.matrix);
      onPair[first.site] = addScaledMatrix(onPair[first.site]!, [coefficient, 0], both);
    }
  }
  const one = identityMatrix(d);
  const flip = flipped(d);
  const whole = onPair.map((pair, k) => {
    const shared = addScaledMatrix(kronecker(onSite[k]!, one), [1, 0], kronecker(one, onSite[k + 1]!));
    const h = addScaledMatrix(pair, [0.5, 0], shared);
    const turn = k % 2 === 0 ? kronecker(one, flip) : kronecker(flip, one);
    return turned ? multiply(multiply(turn, h), turn, { adjointB: true }) : h;
  });
  const uneven = whole.findIndex((h) => frobeniusNorm(addScaledMatrix(h, [-1, 0], whole[0]!)) > ROUNDING);
  if (uneven > 0) {
    throw new DomainError(
      `uniformTerm: the same term on every pair${turned ? ', once every second site is turned,' : ''} required, got another on [${uneven}, ${uneven + 1}]`,
    );
  }
  return whole[0]!;
}

/** exp(−iπ S_y) of a spin with d levels. */
function flipped(d: number): ComplexMatrix {
  const out = zeroMatrix(d, d);
  for (let k = 0; k < d; k++) out.interleaved[2 * ((d - 1 - k) * d + k)] = k % 2 === 0 ? 1 : -1;
  return out;
}
