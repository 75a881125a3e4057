/** @file Mutual information of two places of a scale-invariant network, and their distance through the network. */

import { currentEngine } from '../../engine/engine.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { multiply, transpose } from '../../linalg/matrix.ts';
import { entropiesOfState } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';
import type { CriticalMera } from './critical-mera.ts';
import { chainTerm } from './critical-model.ts';
import { type KeptPairs, keptPairs, kindsOf, placeChannel } from './kept-pairs.ts';
import { operatorParts, programsOf, run, tensorsOf } from './layer-programs.ts';
import { operatorSizes, type RenormalisationLayer } from './renormalisation-layer.ts';
import { layerParameters, layersOf, scaleInvariantState } from './scale-invariant-energy.ts';

/** Mutual information at one distance. */
export interface MeraInformation {
  /** r = r₀b^k, in sites of the lowest layer. */
  readonly distance: number;
  /** k: the layers that the two places climb before they meet below a neighbourhood. */
  readonly layers: number;
  /** I = S(x) + S(y) − S(xy). */
  readonly information: Nats;
}

/**
 * The mutual information of two kept places of the chain, at distances r₀b^k, k = 0, 1, …: the state of two places where they meet, k layers
 * above, averaged over the pairs of one kind, goes down place by place; at last averaged over kinds. A place is one site in the ternary and
 * the modified binary layer, two under a disentangler in the binary one; r₀ is 1, 2 and 2. With the least scaling dimension Δ,
 *
 *     I(r) ∝ r^{−4Δ} = e^{−(4Δ ln b)·k},
 *
 * so that −ln I is linear in the number of bonds 2k + 1 between the sites in the network.
 *
 * @param scales - greatest k
 * @throws {DomainError} layers of one's own that name no pairs of kept places
 *
 * O(scales²·d⁶) for places of d states.
 */
export function meraInformation(
  { model, shape, network, theta }: Pick<CriticalMera, 'model' | 'shape' | 'network' | 'theta'>,
  scales: number,
): readonly MeraInformation[] {
  const layers = layersOf(network);
  const parameters = layerParameters(layers, theta);
  const { densities } = scaleInvariantState(network, theta, chainTerm(model, layers[0]!, shape.block));
  const at = (k: number): number => Math.min(k, layers.length - 1);
  const groups = layers.map((layer) => keptPairs('meraInformation', layer));
  const channels = layers.map((layer, k) =>
    layer.kept!.places.map((place) => ({ kinds: kindsOf(place), channel: placeChannel(layer, parameters[k]!, place) })),
  );
  return Array.from({ length: scales + 1 }, (_, k) => {
    const own = at(k);
    const informations = groups[own]!.map((group) => {
      let pair = stateOfPairs(layers[own]!, parameters[own]!, densities[own]!, group);
      let { kind } = group;
      for (let level = k - 1; level >= 0; level--) {
        const { kinds, channel } = channels[at(level)]!.find((one) => one.kinds[1] === kind)!;
        pair = multiply(channel, transpose(multiply(channel, transpose(pair))));
        kind = kinds[0];
      }
      return informationOf(pair);
    });
    return {
      distance: groups[own]![0]!.distance * network.fixed.branching ** k,
      layers: k,
      information: informations.reduce((sum, x) => sum + x, 0) / informations.length,
    };
  });
}

/** ρ_{ab,ce} of two places of d states, averaged over pairs, as a matrix of rows ac and columns be. */
function stateOfPairs(
  { unit, ...layer }: RenormalisationLayer,
  theta: Float64Array,
  density: Float64Array,
  { pairs }: KeptPairs,
): ComplexMatrix {
  const parts = operatorParts(density, operatorSizes({ unit, ...layer }, 'coarse'));
  const d = sizeOf(pairs[0]!.operators[0]!.legs.map((leg) => unit.dimensions[leg]!));
  const sum = new Float64Array(2 * d ** 4);
  for (const { operators, coarse, kind } of pairs) {
    const place = { fine: operators.flatMap(({ legs }) => legs), coarse, kinds: [0, 0] } as const;
    const { descend } = programsOf(unit, [place], [d ** 4], [parts[kind]!.length / 2]);
    run(descend, [parts[kind]!, ...tensorsOf(unit, theta)])[0]!.forEach((x, k) => {
      sum[k] = sum[k]! + x;
    });
  }
  let trace = 0;
  for (let k = 0; k < d * d; k++) trace += sum[2 * k * (d * d + 1)]!;
  return exchanged({ rows: d * d, cols: d * d, interleaved: sum.map((x) => x / trace) });
}

/** I of a state that is a matrix of rows ac and columns be. */
function informationOf(pair: ComplexMatrix): Nats {
  const d = Math.sqrt(pair.rows);
  const { entropy } = entropiesOfState(exchanged(pair), [d, d]);
  return entropy([0]) + entropy([1]) - entropy([0, 1]);
}

/** X_{ab,ce} ↔ X_{ac,be}. */
function exchanged({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix {
  const d = Math.sqrt(rows);
  return { rows, cols, interleaved: currentEngine().permute(interleaved, [d, d, d, d], [0, 2, 1, 3]) };
}
