/** @file Bases of the legs of a Gaussian MERA, on which its state does not depend, and the length of its circuit does. */

import { gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import type { Manifold } from '../../optimise/manifold.ts';
import { orthogonalManifold } from '../../optimise/orthogonal.ts';

/** Bases of legs as one vector, and their manifold. */
export interface LegBases {
  readonly manifold: Manifold;
  readonly identity: Float64Array;
  /** That of all coarse legs. */
  readonly coarse: (x: Float64Array) => RealMatrix;
  /** Of the k-th layer: of the legs of a disentangler from above, left and right, and of the vacuum of an isometry. */
  readonly layer: (
    x: Float64Array,
    k: number,
  ) => { readonly left: RealMatrix; readonly right: RealMatrix; readonly vacuum: RealMatrix };
  /** The part of `layer` or `coarse` of a derivative that is added to. */
  readonly kinds: number;
}

/**
 * Rotations of q Majorana operators on coarse legs and on both legs between an isometry and a disentangler, and those of 2q that keep the
 * vacuum: they commute with its covariance.
 *
 * @param majoranas - q
 * @param kinds - layers that differ
 */
export function legBases(majoranas: number, kinds: number): LegBases {
  const q = majoranas;
  const sizes = [q, ...Array.from({ length: kinds }, () => [q, q, 2 * q]).flat()];
  const offsets = sizes.map((_, k) => sizes.slice(0, k).reduce((sum, size) => sum + size * size, 0));
  const at = (x: Float64Array, k: number): RealMatrix => {
    const size = sizes[k]!;
    return { rows: size, cols: size, data: x.subarray(offsets[k]!, offsets[k]! + size * size) };
  };
  const orthogonal = orthogonalManifold(sizes);
  const { covariance } = gaussianVacuum('fermion', q);
  const commuting = (x: Float64Array): Float64Array => {
    const out = x.slice();
    for (let k = 3; k < sizes.length; k += 3) {
      const own = at(out, k).data;
      const turned = multiplyReal(covariance, multiplyReal(at(x, k), covariance)).data;
      turned.forEach((value, j) => {
        own[j] = (own[j]! - value) / 2;
      });
    }
    return out;
  };
  const identity = new Float64Array(sizes.reduce((sum, size) => sum + size * size, 0));
  sizes.forEach((size, k) => {
    identity.set(realIdentity(size).data, offsets[k]!);
  });
  return {
    manifold: {
      project: (x, vector) => orthogonal.project(x, commuting(vector)),
      retract: orthogonal.retract,
    },
    identity,
    kinds,
    coarse: (x) => at(x, 0),
    layer: (x, k) => ({ left: at(x, 3 * k + 1), right: at(x, 3 * k + 2), vacuum: at(x, 3 * k + 3) }),
  };
}
