/** @file The layers that are in use: ternary, binary and modified binary MERA. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';

/** A site: its dimension, or the charges of its basis states. */
export type Site = number | readonly number[];

/** Sites below, between and above. */
export interface LayerSites {
  readonly fine: Site;
  readonly coarse: Site;
  /** Legs between disentanglers and isometries, of at most the dimension of fine sites; default as fine sites. */
  readonly middle?: Site;
  /** n of Z_n, of which the sites have charges; 0 for U(1); default 2. */
  readonly modulus?: number;
}

/** The layers by name. */
export type LayerForm = 'ternary' | 'binary' | 'modified-binary';

/** A layer of this form. */
export const standardLayer = (form: LayerForm, sites: LayerSites): RenormalisationLayer =>
  form === 'ternary' ? ternaryLayer(sites) : form === 'binary' ? binaryLayer(sites) : modifiedBinaryLayer(sites);

/**
 * Ternary MERA: three sites become one; operators of two sites stay operators of two sites, those of the middle site
 * operators of one. O(χ⁸).
 *
 *          c0              c1
 *          w               w
 *       ╱  │  ╲         ╱  │  ╲
 *     f0  f1    ╲     ╱    f4  f5
 *                [ u ]
 *               f2   f3
 *
 * @throws {DomainError} isometries with more inputs than outputs, charges for some sites only
 * @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
 */
export function ternaryLayer(sites: LayerSites): RenormalisationLayer {
  const draft = drafted('ternaryLayer', sites, { w: ['middle', 'fine', 'middle'] });
  const w = (k: number, legs: readonly Leg[]) => draft.node(`w${k}`, 'w', [...legs, `c${k}`]);
  const unit = draft.unit(
    [draft.node('u', 'u', ['f2', 'f3', 'm2', 'm3']), w(0, ['f0', 'f1', 'm2']), w(1, ['m3', 'f4', 'f5'])],
    { f0: 'middle', f1: 'fine', f2: 'fine', f3: 'fine', f4: 'fine', f5: 'middle', m2: 'middle', m3: 'middle' },
    ['c0', 'c1'],
  );
  const windows = [1, 2, 3].map((k) => ({ fine: [`f${k}`, `f${k + 1}`], coarse: ['c0', 'c1'] }));
  const places = [{ fine: ['f1'], coarse: ['c0'], left: ['f0'] }];
  return { unit, branching: 3, windows, scaling: { places }, ...draft.grading(unit) };
}

/**
 * Binary MERA: two sites become one; operators of three sites stay operators of three sites. O(χ⁹).
 *
 *        c0          c1          c2
 *        w           w           w
 *       ╱  ╲       ╱   ╲       ╱  ╲
 *     f0    [  u  ]     [  u  ]    f5
 *           f1   f2     f3   f4
 *
 * @throws {DomainError} as `ternaryLayer`
 * @see Vidal, Phys. Rev. Lett. 101, 110501 (2008)
 */
export function binaryLayer(sites: LayerSites): RenormalisationLayer {
  const draft = drafted('binaryLayer', sites, { w: ['middle', 'middle'] });
  const legs: Record<Leg, Kind> = { f0: 'middle', f5: 'middle' };
  for (const k of [1, 2, 3, 4]) Object.assign(legs, { [`f${k}`]: 'fine', [`m${k}`]: 'middle' });
  const unit = draft.unit(
    [
      draft.node('u0', 'u', ['f1', 'f2', 'm1', 'm2']),
      draft.node('u1', 'u', ['f3', 'f4', 'm3', 'm4']),
      draft.node('w0', 'w', ['f0', 'm1', 'c0']),
      draft.node('w1', 'w', ['m2', 'm3', 'c1']),
      draft.node('w2', 'w', ['m4', 'f5', 'c2']),
    ],
    legs,
    ['c0', 'c1', 'c2'],
  );
  const coarse = ['c0', 'c1', 'c2'];
  const fine = [1, 2].map((k) => [`f${k}`, `f${k + 1}`, `f${k + 2}`]);
  const places = fine.map((own, k) => ({ fine: own, coarse, left: ['f0', 'f1'].slice(0, k + 1) }));
  return {
    unit,
    branching: 2,
    windows: fine.map((own) => ({ fine: own, coarse })),
    scaling: { places },
    ...draft.grading(unit),
  };
}

/**
 * Modified binary MERA: two sites become one, and only every second pair of neighbours has a disentangler, so that
 * isometries are of two kinds and neighbourhoods too: AB, with one above, and BA, without. O(χ⁷).
 *
 *        A           B        A'           B'
 *        w           v        w            v
 *       ╱  ╲       ╱  ╲      ╱  ╲        ╱   ╲
 *     f0    [  u  ]    f3  f4    [   u  ]     f7
 *           f1   f2              f5    f6
 *     A     B     A    B    A    B      A     B
 *
 * @throws {DomainError} as `ternaryLayer`
 * @see Evenbly & Vidal, arXiv:1109.5334 (2011)
 */
export function modifiedBinaryLayer(sites: LayerSites): RenormalisationLayer {
  const draft = drafted('modifiedBinaryLayer', sites, { w: ['fine', 'middle'], v: ['middle', 'fine'] });
  const cell = (k: number): readonly NetworkNode[] => {
    const at = (name: string, place: number): Leg => `${name}${4 * k + place}`;
    return [
      draft.node(`u${k}`, 'u', [at('f', 1), at('f', 2), at('m', 1), at('m', 2)]),
      draft.node(`w${k}`, 'w', [at('f', 0), at('m', 1), `c${2 * k}`]),
      draft.node(`v${k}`, 'v', [at('m', 2), at('f', 3), `c${2 * k + 1}`]),
    ];
  };
  const legs: Record<Leg, Kind> = {};
  for (let k = 0; k < 8; k++) {
    legs[`f${k}`] = 'fine';
    if (k % 4 === 1 || k % 4 === 2) legs[`m${k}`] = 'middle';
  }
  const unit = draft.unit([...cell(0), ...cell(1)], legs, ['c0', 'c1', 'c2', 'c3']);
  const window = (k: number, kinds: readonly [number, number]) => ({
    fine: [`f${k}`, `f${k + 1}`],
    coarse: kinds[1] === 0 ? ['c0', 'c1'] : ['c1', 'c2'],
    kinds,
  });
  // Without the disentanglers, which the string of a symmetry passes.
  const bare = unit.nodes.filter(({ id }) => id === 'v0' || id === 'w1');
  const own = new Set(bare.flatMap((node) => node.legs));
  const dimensions = Object.fromEntries(Object.entries(unit.dimensions).filter(([leg]) => own.has(leg)));
  const scaling = {
    unit: { ...unit, nodes: bare, dimensions, boundary: ['m2', 'f3', 'f4', 'm5'], bulk: ['c1', 'c2'] },
    places: [{ fine: ['f3', 'f4'], coarse: ['c1', 'c2'], left: ['m2'] }],
  };
  const windows = [window(0, [0, 0]), window(1, [1, 0]), window(2, [0, 0]), window(3, [1, 1])];
  return { unit, branching: 2, windows, scaling, ...draft.grading(unit) };
}

type Kind = 'fine' | 'middle';

/** Builds a unit from a disentangler u and isometries of these output legs. */
function drafted(caller: string, sites: LayerSites, isometries: Readonly<Record<string, readonly Kind[]>>) {
  const all = { fine: sites.fine, middle: sites.middle ?? sites.fine, coarse: sites.coarse };
  const isGraded = Object.values(all).map((site) => typeof site !== 'number');
  if (isGraded.some((graded) => graded !== isGraded[0])) {
    throw new DomainError(`${caller}: charges for all sites or for none required`);
  }
  const size = (site: Site): number => (typeof site === 'number' ? site : site.length);
  const dimensions = { fine: size(all.fine), middle: size(all.middle), coarse: size(all.coarse) };
  const tensors: Record<string, { offset: number; rows: number; columns: number }> = {};
  let parameters = 0;
  const add = (name: string, rows: number, columns: number): void => {
    if (columns > rows) {
      throw new DomainError(`${caller}: rows ≥ columns required for the tensor ${name}, got ${rows} and ${columns}`);
    }
    tensors[name] = { offset: parameters, rows, columns };
    parameters += 2 * rows * columns;
  };
  add('u', dimensions.fine ** 2, dimensions.middle ** 2);
  for (const [name, outputs] of Object.entries(isometries)) {
    add(name, sizeOf(outputs.map((kind) => dimensions[kind])), dimensions.coarse);
  }
  const node = (id: string, tensor: string, legs: readonly Leg[]): NetworkNode => ({
    id,
    legs,
    tensor: { kind: 'isometry', ...tensors[tensor]! },
  });
  const kindOf = (leg: Leg, legs: Readonly<Record<Leg, Kind>>): Kind | 'coarse' => legs[leg] ?? 'coarse';
  let kinds: Readonly<Record<Leg, Kind>> = {};
  const unit = (
    nodes: readonly NetworkNode[],
    legs: Readonly<Record<Leg, Kind>>,
    coarse: readonly Leg[],
  ): TensorNetwork => {
    kinds = legs;
    const names = [...Object.keys(legs), ...coarse];
    return {
      kind: 'network',
      parameters,
      dimensions: Object.fromEntries(names.map((leg) => [leg, dimensions[kindOf(leg, legs)]])),
      nodes,
      boundary: Object.keys(legs).filter((leg) => leg.startsWith('f')),
      bulk: coarse,
      environment: [],
    };
  };
  const grading = (network: TensorNetwork) => {
    if (!isGraded[0]) return {};
    const charges = Object.fromEntries(
      Object.keys(network.dimensions).map((leg) => [leg, all[kindOf(leg, kinds)] as readonly number[]]),
    );
    return { grading: { modulus: sites.modulus ?? 2, charges } };
  };
  return { node, unit, grading };
}
