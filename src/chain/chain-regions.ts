/** @file Entropies of any regions of an open matrix-product state: the `RegionEntropies` of a chain. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { type RegionEntropies, rememberedEntropy } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { chainInformation, chainRegionEntropies, siteCentres } from './chain-entropies.ts';
import { type Chain, rightCanonical } from './matrix-product-state.ts';

/** Most complex multiplications of one region's entropy: about ten seconds. */
const LARGEST_REGION = 2 ** 33;

/**
 * Entropies of regions of an open matrix-product state, normalised.
 *
 * Cost of a region: with m bonds between it and the rest, at most O(χ^{3m/2}) for each site that it spans; the whole of
 * two distant sites costs O(n d³χ³).
 */
export function entropiesOfChain(chain: Chain): RegionEntropies {
  const n = chain.length;
  const centres = siteCentres(chain);
  const tail = rightCanonical(chain);
  return {
    boundary: n,
    references: 0,
    capacities: chain.map(({ shape }) => Math.log(shape[1]!)),
    kind: 'exact',
    entropy: rememberedEntropy(n, (region) => {
      const rest = complementOf(region, n); // both have the same entropy; the one that spans fewer sites is read
      const side = spanOf(rest) < spanOf(region) ? rest : region;
      return side.length === 0 ? 0 : regionEntropy(centres[side[0]!]!, tail, side);
    }),
    contiguous: () => chainRegionEntropies(chain),
    information: () => chainInformation(chain),
  };
}

const spanOf = (region: readonly number[]): number => (region.length === 0 ? 0 : region.at(-1)! - region[0]! + 1);

/**
 * Entropy of a region, from its first site to its last. What is kept is the state's tensor, with an index x for the
 * sites of the region read so far, an index y for all other sites, and the bond to the sites not read:
 *
 *     x  y
 *     │  │
 *     ■■■■── bond
 *
 * Only the spectrum of x against (y, bond) matters, so an index longer than the other two together is shortened to them
 * by a QR decomposition. Left of the first site and right of the last there are isometries.
 */
function regionEntropy(centre: ComplexArray, tail: Chain, region: readonly number[]): Nats {
  const [left, site, right] = centre.shape as [number, number, number];
  let work = 0;
  let tensor: ComplexArray = {
    shape: [site, left, right],
    interleaved: currentEngine().permute(centre.interleaved, centre.shape, [1, 0, 2]),
  };
  for (let k = region[0]!; ; k++) {
    const [x, y, bond] = tensor.shape as [number, number, number];
    work += x * y * bond * (Math.min(x, y * bond) + Math.min(y, x * bond));
    if (work > LARGEST_REGION) throw new DomainError(`entropiesOfChain: region [${region}] is out of reach`);
    if (k === region.at(-1)) break;
    tensor = extended(shortened(shortened(tensor, 0), 1), tail[k + 1]!, region.includes(k + 1) ? 0 : 1);
  }
  const [x, y, bond] = shortened(tensor, 0).shape as [number, number, number];
  const { interleaved } = shortened(tensor, 0);
  const matrix = { rows: x, cols: y * bond, interleaved };
  const p = hermitianEigenvalues(multiply(matrix, matrix, { adjointB: true }));
  const total = p.reduce((sum, value) => sum + value, 0);
  return distributionEntropy(p.map((value) => value / total));
}

/** One more site, its index joined to x (axis 0) or to y (axis 1). */
function extended(tensor: ComplexArray, next: ComplexArray, axis: 0 | 1): ComplexArray {
  const [x, y, bond] = tensor.shape as [number, number, number];
  const [, site, right] = next.shape as [number, number, number];
  const a: ComplexMatrix = { rows: x * y, cols: bond, interleaved: tensor.interleaved };
  const { interleaved } = multiply(a, { rows: bond, cols: site * right, interleaved: next.interleaved });
  if (axis === 1) return { shape: [x, y * site, right], interleaved };
  return {
    shape: [x * site, y, right],
    interleaved: currentEngine().permute(interleaved, [x, y, site, right], [0, 2, 1, 3]),
  };
}

/** The same spectra with index `axis` no longer than the other two together. */
function shortened(tensor: ComplexArray, axis: 0 | 1): ComplexArray {
  const { shape, interleaved } = tensor;
  const rows = shape[axis]!;
  const others = [shape[1 - axis]!, shape[2]!];
  const cols = others[0]! * others[1]!;
  if (rows <= cols) return tensor;
  const order = axis === 0 ? [0, 1, 2] : [1, 0, 2]; // its own inverse
  const { r } = qr({ rows, cols, interleaved: currentEngine().permute(interleaved, shape, order) });
  const back = currentEngine().permute(r.interleaved, [r.rows, ...others], order);
  return { shape: axis === 0 ? [r.rows, ...others] : [others[0]!, r.rows, others[1]!], interleaved: back };
}
