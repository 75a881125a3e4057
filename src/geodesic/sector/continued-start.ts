/** @file A path to a symmetric state of many qubits, begun at paths to states of fewer qubits with as many ones or zeros. */

import type { Complex, ComplexVector } from '../../linalg/complex.ts';
import { sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { type SectorGeodesicOptions, slicedStarts } from './sector-geodesic.ts';
import type { BegunPath, CountedPath } from './sector-search.ts';
import { turnedTowards } from './turned-slices.ts';
import { type SectorOptions, youngSector } from './young-sector.ts';

/** Components below this share of the norm count as none. */
const NONE = 1e-9;
/** Fewest qubits to begin with, and fewest random starts there, where they are cheap. */
const [FEWEST, STARTS] = [5, 6];
/** Infidelity of a path that counts as one to its target. */
const NEAR = 1e-6;

/**
 * The states of n, ⌈n/2⌉, ⌈n/4⌉, … qubits with the components of a state of n, ascending: those with few ones keep the number of
 * ones, those with few zeros the number of zeros. W, Dicke states of few excitations, GHZ and cats of them have such a family.
 *
 * @param components - by number of ones, shape (n + 1,)
 * @returns the family with the state itself as its last; null where ones and zeros of one component are both too many for ⌈n/2⌉ qubits
 */
export function fewerQubits({ length, interleaved }: ComplexVector): readonly (readonly Complex[])[] | null {
  const dicke = Array.from({ length }, (_, k): Complex => [interleaved[2 * k]!, interleaved[2 * k + 1]!]);
  const n = length - 1;
  const size = Math.hypot(...dicke.flat());
  const held = dicke.flatMap(([re, im], k) => (Math.hypot(re, im) > NONE * size ? [k] : []));
  const [ones, zeros] = [held.filter((k) => 2 * k <= n), held.filter((k) => 2 * k > n).map((k) => n - k)];
  const [mostOnes, mostZeros] = [Math.max(0, ...ones), Math.max(-1, ...zeros)];
  const fewest = Math.max(FEWEST, 2 * (mostOnes + mostZeros + 1));
  const family: (readonly Complex[])[] = [dicke];
  for (let m = Math.ceil(n / 2); m >= fewest && m < family[0]!.length - 1; m = Math.ceil(m / 2)) {
    family.unshift(Array.from({ length: m + 1 }, (_, k) => dicke[k <= mostOnes ? k : n - m + k]!));
  }
  return family.length > 1 ? family : null;
}

/**
 * A path to the last state of a family, each a start for the next: the unknowns √(g_a/K)·h_a of fewer qubits are the same mean field.
 * The first is searched from random starts.
 *
 * @param family - as `fewerQubits` gives it
 * @param hub - qubits of the first block, fewer than the first state has, the others are the second; 0 for one block of all
 * @returns a start for the last state: the path to the last but one, turned towards it
 */
export function* continuedStart(
  family: readonly (readonly Complex[])[],
  hub: number,
  options: SectorOptions & Pick<SectorGeodesicOptions, 'starts' | 'slices' | 'maxSteps' | 'seed' | 'journal'>,
): Generator<GeodesicStep, BegunPath> {
  const [first, ...others] = family.map((dicke) => {
    const qubits = dicke.length - 1;
    const sector = youngSector(hub === 0 ? [qubits] : [hub, qubits - hub], options);
    return { qubits, sector, target: sectorState(sector, dicke) };
  });
  const { qubits, sector, target } = first!;
  const starts = Math.max(STARTS, options.starts ?? 0);
  let path = best(yield* ofQubits(qubits, slicedStarts(sector, target, { ...options, starts })));
  for (const [k, next] of others.entries()) {
    const near = turnedTowards(next.sector, next.target, path);
    if (k === others.length - 1) return near;
    path = best(yield* ofQubits(next.qubits, slicedStarts(next.sector, next.target, { ...options, near })));
  }
  return path;
}

/** The shortest that meets its target; of none, the one that ends nearest to it. */
function best(paths: readonly CountedPath[]): CountedPath {
  const nearest = paths.reduce((a, b) => (b.infidelity < a.infidelity ? b : a));
  return paths.find(({ infidelity }) => infidelity <= NEAR) ?? nearest;
}

/** Steps that say for how many qubits. */
function* ofQubits<Value>(qubits: number, steps: Generator<GeodesicStep, Value>): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `${qubits} qubits, ${next.value.phase}` };
  }
}
