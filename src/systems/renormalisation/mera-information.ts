/** @file Mutual information of two sites of a scale-invariant network, and their distance through the network. */

import { DomainError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import { entropiesOfState } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm } from './critical-model.ts';
import { programsOf, run, tensorsOf } from './layer-programs.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';

/** Mutual information at one distance. */
export interface MeraInformation {
  /** r = b^k, in sites of the lowest layer. */
  readonly distance: number;
  /** k: the layers that the two sites climb before they are neighbours. */
  readonly layers: number;
  /** I = S(x) + S(y) − S(xy). */
  readonly information: Nats;
}

/**
 * The mutual information of two sites of the chain that stay single under the layers, at distances b^k, k = 0, 1, …: the state of two
 * neighbours k layers above, averaged over places, goes down site by site. With the least scaling dimension Δ,
 *
 *     I(r) ∝ r^{−4Δ} = e^{−(4Δ ln b)·k},
 *
 * so that −ln I is linear in the number of bonds 2k + 1 between the sites in the network.
 *
 * @param scales - greatest k
 * @throws {DomainError} layers whose operators do not live on one site, as in the binary ones
 */
export function meraInformation(
  { model, shape, network, theta }: Pick<CriticalMera, 'model' | 'shape' | 'network' | 'theta'>,
  scales: number,
): readonly MeraInformation[] {
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const { densities, maps } = scaleInvariantState(network, theta, chainTerm(model, layers[0]!, shape.block));
  const at = (k: number): number => Math.min(k, layers.length - 1);
  return Array.from({ length: scales + 1 }, (_, k) => {
    let pair = k === 0 ? maps[0]!.descend(densities[0]!) : densities[at(k - 1)]!;
    let size = Math.sqrt(Math.sqrt(pair.length / 2));
    for (let level = k - 1; level >= 0; level--) {
      const channel = siteChannel(layers[at(level)]!, parameters[at(level)]!);
      pair = bothDown(pair, size, channel);
      size = channel.fine;
    }
    const joint = { rows: size * size, cols: size * size, interleaved: pair };
    const { entropy } = entropiesOfState(joint, [size, size]);
    const information = entropy([0]) + entropy([1]) - entropy([0, 1]);
    return { distance: network.fixed.branching ** k, layers: k, information };
  });
}

/** Where |i⟩⟨j| of a coarse site goes in the fine site below it. */
interface SiteChannel {
  readonly fine: number;
  readonly images: readonly Float64Array[];
}

function siteChannel({ unit, kept }: RenormalisationLayer, theta: Float64Array): SiteChannel {
  const place = kept?.places[0];
  if (place === undefined || kept?.places.length !== 1 || place.fine.length !== 1) {
    throw new DomainError('meraInformation: layers with operators of one site required');
  }
  const [fine, coarse] = [place.fine, place.coarse].map((legs) => sizeOf(legs.map((leg) => unit.dimensions[leg]!)));
  const { descend } = programsOf(unit, [{ ...place, kinds: [0, 0] }], [fine! ** 2], [coarse! ** 2]);
  const tensors = tensorsOf(unit, theta);
  const images = Array.from({ length: coarse! ** 2 }, (_, k) => {
    const matrix = new Float64Array(2 * coarse! ** 2);
    matrix[2 * k] = 1;
    return run(descend, [matrix, ...tensors])[0]!;
  });
  return { fine: fine!, images };
}

/** (Φ ⊗ Φ)(ρ) of two sites of dimension d. */
function bothDown(pair: Float64Array, d: number, { fine, images }: SiteChannel): Float64Array {
  const out = new Float64Array(2 * fine ** 4);
  for (let a = 0; a < d; a++) {
    for (let c = 0; c < d; c++) {
      const first = images[a * d + c]!;
      for (let b = 0; b < d; b++) {
        for (let e = 0; e < d; e++) {
          const from = 2 * ((a * d + b) * d * d + c * d + e);
          const [re, im] = [pair[from]!, pair[from + 1]!];
          if (re !== 0 || im !== 0) addProduct(out, fine, re, im, first, images[b * d + e]!);
        }
      }
    }
  }
  return out;
}

/** Adds (re + i·im)·x ⊗ y of two matrices of n rows. */
function addProduct(out: Float64Array, n: number, re: number, im: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const at = 2 * (i * n + k);
      const [xr, xi] = [re * x[at]! - im * x[at + 1]!, re * x[at + 1]! + im * x[at]!];
      for (let j = 0; j < n; j++) {
        for (let l = 0; l < n; l++) {
          const [to, from] = [2 * ((i * n + j) * n * n + k * n + l), 2 * (j * n + l)];
          out[to] = out[to]! + xr * y[from]! - xi * y[from + 1]!;
          out[to + 1] = out[to + 1]! + xr * y[from + 1]! + xi * y[from]!;
        }
      }
    }
  }
}
