/** @file The layers that are in use: ternary, binary and modified binary MERA. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import { stacked } from './constellations.ts';
import type { Constellation, KeptPlaces, RenormalisationLayer } from './renormalisation-layer.ts';

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
  const coarse = ['c0', 'c1'];
  const windows = [1, 2, 3].map((k) => ({ fine: [`f${k}`, `f${k + 1}`], coarse, left: legsBefore(k) }));
  const at = (...sites: readonly number[]): Constellation => ({
    operators: sites.map((k) => ({ legs: [`f${k}`], kind: 0 })),
    coarse,
    kind: 0,
  });
  const kept = {
    places: [{ fine: ['f1'], coarse: ['c0'], left: ['f0'] }],
    products: [{ pairs: [at(1, 2), at(2, 3), at(3, 4)], triples: [at(1, 2, 3), at(2, 3, 4)] }],
  };
  return { unit, branching: 3, windows, kept, ...draft.grading(unit) };
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
  const unit = binaryUnit(draft, 3);
  const coarse = ['c0', 'c1', 'c2'];
  const windows = [1, 2].map((k) => ({ fine: [`f${k}`, `f${k + 1}`, `f${k + 2}`], coarse, left: legsBefore(k) }));
  const below = binaryUnit(draft, 4);
  const two = repeats(unit) ? stacked(below, unit, { c0: 'f1', c1: 'f2', c2: 'f3', c3: 'f4' }) : undefined;
  const at = (letter: string, count: number) => ({
    operators: Array.from({ length: count }, (_, k) => ({
      legs: [`${letter}${2 * k + 1}`, `${letter}${2 * k + 2}`],
      kind: 0,
    })),
    coarse,
    kind: 0,
  });
  const places = [{ fine: ['f1', 'f2'], coarse: ['c0', 'c1'], left: ['f0'] }];
  const triples = two === undefined ? [] : [{ unit: two, ...at('e', 3) }];
  const products = [{ pairs: [at('f', 2)], triples }];
  return { unit, branching: 2, windows, kept: { places, products }, ...draft.grading(unit) };
}

/** So many isometries, with a disentangler between neighbours. */
function binaryUnit(draft: Draft, count: number): TensorNetwork {
  const last = `f${2 * count - 1}`;
  const legs: Record<Leg, Kind> = { f0: 'middle', [last]: 'middle' };
  const ends = Array.from({ length: count - 1 }, (_, k) => [2 * k + 1, 2 * k + 2] as const);
  for (const k of ends.flat()) Object.assign(legs, { [`f${k}`]: 'fine', [`m${k}`]: 'middle' });
  const [disentanglers, isometries] = [
    ends.map(([a, b], k) => draft.node(`u${k}`, 'u', [`f${a}`, `f${b}`, `m${a}`, `m${b}`])),
    Array.from({ length: count }, (_, k) =>
      draft.node(`w${k}`, 'w', [k === 0 ? 'f0' : `m${2 * k}`, k === count - 1 ? last : `m${2 * k + 1}`, `c${k}`]),
    ),
  ];
  const coarse = Array.from({ length: count }, (_, k) => `c${k}`);
  return draft.unit([...disentanglers, ...isometries], legs, coarse);
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
    coarse: kinds[1] === 1 ? ['c0', 'c1'] : ['c1', 'c2'],
    kinds,
    left: k < 3 ? legsBefore(k) : ['m2'],
  });
  // Sites with a disentangler below them become BA, which has one above; those without become AB, which an isometry joins.
  const windows = [window(0, [0, 1]), window(1, [1, 1]), window(2, [0, 1]), window(3, [1, 0])];
  const kept = {
    places: [
      { fine: ['f0'], coarse: ['c0'], kinds: [0, 1], left: [] },
      { fine: ['f3'], coarse: ['c1'], kinds: [1, 0], left: ['m2'] },
    ] as const,
    products: [everySecond(unit, 0), everySecond(unit, 1)],
  };
  return { unit, branching: 2, windows, kept, ...draft.grading(unit) };
}

/** Sites A or sites B next to each other, in the mirror image: three of them are below neighbouring sites two layers above. */
function everySecond(unit: TensorNetwork, kind: 0 | 1): KeptPlaces['products'][number] {
  const bottom = kind === 0 ? [0, 2, 4] : [3, 5, 7];
  const joins = kind === 0 ? { c0: 'f1', c1: 'f2', c2: 'f3' } : { c1: 'f0', c2: 'f1', c3: 'f2' };
  const at = (letter: string, sites: readonly number[]) => ({
    operators: sites.map((k) => ({ legs: [`${letter}${k}`], kind })),
    coarse: ['c0', 'c1'],
    kind: 1,
  });
  return {
    pairs: [at('f', kind === 0 ? [0, 2] : [1, 3])],
    triples: repeats(unit) ? [{ unit: stacked(unit, unit, joins), ...at('e', bottom) }] : [],
  };
}

/** Whether coarse sites are like fine ones. */
const repeats = ({ dimensions }: TensorNetwork): boolean => dimensions.c0 === dimensions.f1;

const legsBefore = (k: number): readonly Leg[] => Array.from({ length: k }, (_, j) => `f${j}`);

type Kind = 'fine' | 'middle';
type Draft = ReturnType<typeof drafted>;

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
  const kindsOf = new Map<TensorNetwork, Readonly<Record<Leg, Kind>>>();
  const unit = (
    nodes: readonly NetworkNode[],
    legs: Readonly<Record<Leg, Kind>>,
    coarse: readonly Leg[],
  ): TensorNetwork => {
    const names = [...Object.keys(legs), ...coarse];
    const network: TensorNetwork = {
      kind: 'network',
      parameters,
      dimensions: Object.fromEntries(names.map((leg) => [leg, dimensions[kindOf(leg, legs)]])),
      nodes,
      boundary: Object.keys(legs).filter((leg) => leg.startsWith('f')),
      bulk: coarse,
      environment: [],
    };
    kindsOf.set(network, legs);
    return network;
  };
  const grading = (network: TensorNetwork) => {
    if (!isGraded[0]) return {};
    const charges = Object.fromEntries(
      Object.keys(network.dimensions).map((leg) => [leg, all[kindOf(leg, kindsOf.get(network)!)] as readonly number[]]),
    );
    return { grading: { modulus: sites.modulus ?? 2, charges } };
  };
  return { node, unit, grading };
}
