/** @file The squeezing that takes one pure state of bosons to another. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { scaled } from '../linalg/matrix.ts';
import { multiplyReal, symmetricPart } from '../linalg/real-product.ts';
import { symmetricEigen, symmetricFunction } from '../linalg/symmetric-eigen.ts';
import type { RelativeMotion } from './relative-motion.ts';
import { blockDiagonal, omegaConjugated, omegaTimes, positiveRoot, uncorrelatedBlocks } from './symplectic-form.ts';

/**
 * With M = V_R^−½ V_T V_R^−½ = e^{2κ}, κ = ((a, b), (b, −a)) symmetric: V(s) = V_R^½ M^s V_R^½. The inverse root is ΩV_R^½Ωᵀ, since the
 * reference is pure. Where positions and momenta of both are uncorrelated, n × n blocks are decomposed instead. O(n³).
 *
 * @param reference - V_R, pure
 * @param target - V_T, pure
 * @throws {DomainError} a covariance that is not positive
 */
export function relativeSqueezing(caller: string, reference: RealMatrix, target: RealMatrix): RelativeMotion {
  const [from, to] = [uncorrelatedBlocks(reference), uncorrelatedBlocks(target)];
  if (from === undefined || to === undefined) {
    const root = rootOf(caller, reference);
    const inverse = omegaConjugated(root);
    const { sizes, covariance, velocity } = between(root, inverse, target);
    return {
      angles: sizes.filter((_, k) => k % 2 === 0), // they come in pairs r, −r
      covariance,
      velocity,
      hamiltonian: () => symmetricPart(scaled(-1, omegaTimes(product(root, velocity(), inverse)))),
    };
  }
  const [x, p] = [rootOf(caller, from.x), rootOf(caller, from.p)];
  const positions = between(x, p, to.x);
  return {
    angles: positions.sizes,
    covariance: (s) => blockDiagonal(positions.covariance(s), between(p, x, to.p).covariance(s)),
    velocity: positions.velocity,
    hamiltonian: () => symmetricOfBlock(product(x, positions.velocity(), p)),
  };
}

/** The path root·M^s·root with M = inverse·target·inverse; ½ log M; the sizes of its eigenvalues, descending. */
function between(root: RealMatrix, inverse: RealMatrix, target: RealMatrix) {
  const eigen = symmetricEigen(symmetricPart(product(inverse, target, inverse)));
  const power = (s: number): RealMatrix => symmetricFunction(eigen, (value) => value ** s);
  return {
    sizes: eigen.values
      .map((value) => Math.abs(Math.log(value)) / 2)
      .sort()
      .reverse(),
    covariance: (s: number): RealMatrix => symmetricPart(product(root, power(s), root)),
    velocity: (): RealMatrix => symmetricFunction(eigen, (value) => Math.log(value) / 2),
  };
}

/** ((0, kᵀ), (k, 0)), which generates x' = kx, p' = −kᵀp. */
function symmetricOfBlock({ rows: n, data }: RealMatrix): RealMatrix {
  const size = 2 * n;
  const out = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      out[(n + i) * size + j] = data[i * n + j]!;
      out[j * size + n + i] = data[i * n + j]!;
    }
  }
  return { rows: size, cols: size, data: out };
}

const product = (a: RealMatrix, b: RealMatrix, c: RealMatrix): RealMatrix => multiplyReal(multiplyReal(a, b), c);

function rootOf(caller: string, v: RealMatrix): RealMatrix {
  const root = positiveRoot(v);
  if (root === undefined) throw new DomainError(`${caller}: a positive covariance required, got one that is not`);
  return root;
}
