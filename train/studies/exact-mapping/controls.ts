/** @file What must not have a geometry: a product state by wavelets, and the critical state by a random transform. */

import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { type GaussianState, gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { lineFit } from '../../../src/geometry/distance-fit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import { realSingularValueDecomposition } from '../../../src/linalg/real-singular-values.ts';
import { exactHolographicMapping } from '../../../src/systems/renormalisation/exact-holographic-mapping.ts';
import { type LayerGeometry, layerGeometry } from '../../../src/systems/renormalisation/layer-geometry.ts';
import { type BulkTransform, waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import { FILTER } from './mapped-states.ts';
import type { Options } from './options.ts';

/** One way to look at one state. */
export interface Control {
  readonly name: string;
  readonly entropies: readonly number[];
  readonly upwards: readonly (number | null)[];
  /** −d ln I/d ln x along layer 1, its error, and the share of the variation of ln I that it explains; null without I. */
  readonly slope: number | null;
  readonly slopeError: number | null;
  readonly explained: number | null;
  readonly along: LayerGeometry['along'];
}

export function controls({ levels }: Options, seed: number): readonly Control[] {
  const sites = 2 ** (levels - 2);
  const critical = gaussianGroundState(latticeDirac(sites, {}, 'antiperiodic')).state;
  const wavelets = waveletTransform(sites, FILTER, { boundary: 'antiperiodic' });
  return [
    control('critical, wavelets', critical, wavelets),
    control('critical, random transform', critical, { matrix: randomOrthogonal(sites, seed), labels: wavelets.labels }),
    control('product state, wavelets', gaussianVacuum('fermion', 2 * sites), wavelets),
  ];
}

function control(name: string, state: GaussianState, transform: BulkTransform): Control {
  const layers = layerGeometry(exactHolographicMapping(state, transform), { origins: 4 });
  const points = layers[0]!.along.filter(({ distance, information }) => distance >= 2 && information > 1e-20);
  const [xs, ys] = [points.map((p) => Math.log(p.distance)), points.map((p) => Math.log(p.information))];
  const fit = points.length < 4 ? null : lineFit(xs, ys);
  const all = points.length < 4 ? null : lineFit(xs, ys, true);
  return {
    name,
    entropies: layers.map(({ entropy }) => entropy),
    upwards: layers.map(({ upwards }) => upwards?.information ?? null),
    slope: fit === null ? null : -fit.slope,
    slopeError: fit?.slopeError ?? null,
    explained:
      fit === null || all === null
        ? null
        : 1 - (fit.residual ** 2 * (points.length - 2)) / (all.residual ** 2 * (points.length - 1)),
    along: layers[0]!.along,
  };
}

/** An orthogonal matrix, uniform: the polar factor of a Gaussian one. */
function randomOrthogonal(size: number, seed: number): BulkTransform['matrix'] {
  const stream = randomStream(seed, 'random transform');
  const data = Float64Array.from({ length: size * size }, () => stream.normal());
  const { left, right } = realSingularValueDecomposition({ rows: size, cols: size, data });
  return multiplyReal(left, right, { transposeA: true });
}
