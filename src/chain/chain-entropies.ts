/**
 * @file Entropies of regions of an open matrix-product state, without its amplitudes. With the centre of the canonical
 * form inside a region, what is outside is an isometry, and the region has the spectrum of a matrix on its two bonds.
 */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply, scaledMatrix, trace } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { distributionEntropy, entropy } from '../state/entropy.ts';
import type { RegionEntropy } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { type Chain, rightCanonical, schmidtValues } from './matrix-product-state.ts';

/** The largest product of a region's two bond dimensions for which its entropy is computed. */
const LARGEST_BOND_PAIR = 36;

/**
 * Entropies of the contiguous regions of a chain, the whole left out: all that touch an end (from Schmidt values), all
 * single sites, and of the others those reached from their start while the bonds obey χ_left·χ_right ≤ 36.
 *
 * Cost O(n d χ³), and O(n² χ_left² d χ³) for the interior regions.
 */
export function chainRegionEntropies(chain: Chain): readonly RegionEntropy[] {
  const n = chain.length;
  const cuts = schmidtValues(chain).map((values) => distributionEntropy(values.map((x) => x * x)));
  const regions: RegionEntropy[] = cuts.flatMap((value, k) => [
    { start: 0, length: k + 1, entropy: value },
    { start: k + 1, length: n - k - 1, entropy: value },
  ]);
  const canonical = rightCanonical(chain);
  centres(canonical).forEach((centre, start) => {
    if (start === 0 || start === n - 1) return;
    regions.push({ start, length: 1, entropy: entropy(siteDensity(centre)) });
    const left = centre.shape[0]!;
    let region = centre; // axes (left bond, all that has not been traced out, right bond)
    for (let end = start + 1; end < n - 1; end++) {
      region = extended(region, canonical[end]!);
      const right = region.shape[2]!;
      if (left * right > LARGEST_BOND_PAIR) return;
      regions.push({ start, length: end - start + 1, entropy: entropy(bondDensity(region)) });
      region = compressed(region);
    }
  });
  return regions;
}

/** Reduced density matrix of every single site. */
export function siteDensities(chain: Chain): readonly ComplexMatrix[] {
  return siteCentres(chain).map(siteDensity);
}

/** Mutual information I(a:b) of all pairs of sites, 2S(a) on the diagonal. Cost that of `pairDensities`. */
export function chainInformation(chain: Chain): readonly (readonly Nats[])[] {
  const single = siteDensities(chain).map((rho) => entropy(rho));
  const table = single.map((value, a) => single.map((_, b) => (a === b ? 2 * value : 0)));
  pairDensities(chain, (a, b, rho) => {
    table[a]![b] = single[a]! + single[b]! - entropy(rho);
    table[b]![a] = table[a]![b]!;
  });
  return table;
}

/**
 * Visits the reduced density matrices of all pairs of sites a < b, each of shape (d_a·d_b, d_a·d_b).
 *
 * Cost O(n² d³ χ³) for all pairs together.
 */
export function pairDensities(chain: Chain, visit: (a: number, b: number, density: ComplexMatrix) => void): void {
  const canonical = rightCanonical(chain);
  centres(canonical).forEach((centre, a) => {
    const [left, site] = centre.shape as [number, number, number];
    // (site a, left) × right: what lies left of a is an isometry, so the left bond is summed like a spectator.
    let region: ComplexArray = {
      shape: [site, left, centre.shape[2]!],
      interleaved: currentEngine().permute(centre.interleaved, centre.shape, [1, 0, 2]),
    };
    for (let b = a + 1; b < canonical.length; b++) {
      const [bond, next, right] = canonical[b]!.shape as [number, number, number];
      const joined = multiply(
        asMatrix(region, site * region.shape[1]!, bond),
        asMatrix(canonical[b]!, bond, next * right),
      );
      const grouped = currentEngine().permute(joined.interleaved, [site, region.shape[1]!, next, right], [0, 2, 1, 3]);
      const rows = { rows: site * next, cols: region.shape[1]! * right, interleaved: grouped };
      visit(a, b, unitTrace(multiply(rows, rows, { adjointB: true })));
      region = compressed({ shape: [site, region.shape[1]! * next, right], interleaved: joined.interleaved });
    }
  });
}

/** The chain's tensors, each as the centre of the canonical form: isometries left of it, co-isometries right of it. */
export function siteCentres(chain: Chain): readonly ComplexArray[] {
  return centres(rightCanonical(chain));
}

function centres(canonical: Chain): readonly ComplexArray[] {
  const list: ComplexArray[] = [canonical[0]!];
  for (let k = 1; k < canonical.length; k++) {
    const { shape, interleaved } = list[k - 1]!;
    const { r } = qr({ rows: shape[0]! * shape[1]!, cols: shape[2]!, interleaved });
    const [bond, site, right] = canonical[k]!.shape as [number, number, number];
    const moved = multiply(r, asMatrix(canonical[k]!, bond, site * right));
    list.push({ shape: [r.rows, site, right], interleaved: moved.interleaved });
  }
  return list;
}

/** One more site to the right, its index joined to the middle one. */
function extended(region: ComplexArray, site: ComplexArray): ComplexArray {
  const [left, middle, bond] = region.shape as [number, number, number];
  const [, dimension, right] = site.shape as [number, number, number];
  const { interleaved } = multiply(asMatrix(region, left * middle, bond), asMatrix(site, bond, dimension * right));
  return { shape: [left, middle * dimension, right], interleaved };
}

/** The same region with a middle index no longer than the outer two need: only M†M matters, and R of M = QR has it. */
function compressed(region: ComplexArray): ComplexArray {
  const [left, middle, right] = region.shape as [number, number, number];
  if (middle <= left * right) return region;
  const { r } = qr(middleByBonds(region));
  return {
    shape: [left, r.rows, right],
    interleaved: currentEngine().permute(r.interleaved, [r.rows, left, right], [1, 0, 2]),
  };
}

/** The matrix M whose rows are the middle index, whose columns are both outer ones. */
function middleByBonds({ shape, interleaved }: ComplexArray): ComplexMatrix {
  const [left, middle, right] = shape as [number, number, number];
  return { rows: middle, cols: left * right, interleaved: currentEngine().permute(interleaved, shape, [1, 0, 2]) };
}

/** The matrix on both bonds that has the region's spectrum. */
function bondDensity(region: ComplexArray): ComplexMatrix {
  const M = middleByBonds(region);
  return unitTrace(multiply(M, M, { adjointA: true }));
}

function siteDensity(centre: ComplexArray): ComplexMatrix {
  const M = middleByBonds(centre);
  return unitTrace(multiply(M, M, { adjointB: true }));
}

function unitTrace(rho: ComplexMatrix): ComplexMatrix {
  return scaledMatrix([1 / trace(rho)[0], 0], rho);
}

function asMatrix({ interleaved }: ComplexArray, rows: number, cols: number): ComplexMatrix {
  return { rows, cols, interleaved };
}
