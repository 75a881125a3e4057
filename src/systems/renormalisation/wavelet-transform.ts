/** @file Orthogonal transforms from the sites of a lattice to the sites of a bulk: layers of wavelets. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { realIdentity } from '../../linalg/real-product.ts';
import type { WaveletFilter } from './daubechies-filter.ts';
import { analysed, type Multiresolution, multiresolution, volume, type WaveletOptions } from './wavelet-analysis.ts';

/** Where a bulk mode is: the layer, 1 next to the boundary, and the place in it, row-major in several dimensions. */
export interface BulkLabel {
  readonly layer: number;
  readonly place: number;
}

/** An orthogonal transform of N modes, and where in the bulk each result is. */
export interface BulkTransform {
  /** Rows are the bulk modes b = W·c, shape (N, N). */
  readonly matrix: RealMatrix;
  /** One for each row; modes with the same label are at one site of the bulk. */
  readonly labels: readonly BulkLabel[];
}

/** The transform by wavelets. */
export interface WaveletTransform extends BulkTransform {
  readonly resolution: Multiresolution;
  /** Places along each direction, layer by layer: the first is layer 1. */
  readonly layers: readonly (readonly number[])[];
}

/** Most sites: the matrix has 128 MB. `waveletCoefficients` has no such limit. */
const MOST_SITES = 4096;

/**
 * The wavelet transform of a ring or torus as an orthogonal matrix with places in a bulk of one more dimension: layer ℓ has the
 * wavelets of length 2^ℓ, N/2^{dℓ} places with 2^d − 1 of them each; the functions of greatest length that are left, one for
 * each place, are the last layer.
 *
 *     layer 4              *                 what is left
 *     layer 3              *
 *     layer 2        *           *
 *     layer 1     *     *     *     *
 *     sites      •  •  •  •  •  •  •  •
 *
 * @param sites - N even, or the sites along each direction; at most 4096 in all. A number with many factors 2 gives many layers
 * @param filter - 'haar', 'd4' … 'd20', or the taps of any orthogonal filter, Σ_t h_t h_{t+2s} = δ_s0
 * @throws {ShapeError | DomainError} sites that cannot be halved, a filter that is not orthogonal, layers that do not exist
 *
 * Orthogonal to 1e-14. O(N²) for the matrix. For fermions that change sign around the ring the boundary must be 'antiperiodic'.
 *
 * @see Qi, arXiv:1309.6282 (2013), for the bulk; Lee, arXiv:1609.06241 (2017), and Singh & Brennen, arXiv:1606.05068 (2016),
 * for other wavelets than Haar's
 */
export function waveletTransform(
  sites: number | readonly number[],
  filter: WaveletFilter,
  options: WaveletOptions = {},
): WaveletTransform {
  const resolution = multiresolution('waveletTransform', sites, filter, options);
  const { shape, layers: depth } = resolution;
  const n = volume(shape);
  if (n > MOST_SITES) throw new ShapeError(`waveletTransform: at most ${MOST_SITES} sites possible, got ${n}`);
  const layers = Array.from({ length: depth + 1 }, (_, k) => shape.map((size) => size / 2 ** Math.min(depth, k + 1)));
  const labels = layers.flatMap((places, k) =>
    Array.from({ length: volume(places) * (k < depth ? 2 ** shape.length - 1 : 1) }, (_, at) => ({
      layer: k + 1,
      place: Math.floor(at / (k < depth ? 2 ** shape.length - 1 : 1)),
    })),
  );
  const data = analysed(realIdentity(n).data, resolution, 1, n);
  return { matrix: { rows: n, cols: n, data }, labels, resolution, layers };
}

/** Deviation of WWᵀ from 1 that counts as rounding. */
const TOLERANCE = 1e-9;

/**
 * Checks the shape of a transform and that it is orthogonal.
 *
 * @throws {ShapeError | DomainError} naming what is wrong
 *
 * O(N³), unless the transform is one by wavelets.
 */
export function checkTransform(caller: string, { matrix, labels, ...more }: BulkTransform): void {
  const n = labels.length;
  const { rows, cols, data } = matrix;
  if (rows !== n || cols !== n || data.length !== n * n || n === 0) {
    throw new ShapeError(
      `${caller}: a square matrix with a label for each row required, got ${rows} × ${cols} and ${n}`,
    );
  }
  if ('resolution' in more) return;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let product = i === j ? -1 : 0;
      for (let k = 0; k < n; k++) product += data[i * n + k]! * data[j * n + k]!;
      if (!(Math.abs(product) <= TOLERANCE)) {
        throw new DomainError(
          `${caller}: an orthogonal matrix required, got a deviation of ${product} at (${i}, ${j})`,
        );
      }
    }
  }
}
