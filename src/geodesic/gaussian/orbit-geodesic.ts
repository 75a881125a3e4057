/** @file Shortest Gaussian paths of fermions between any pure states: open chains, rings of cells, any words of two Majorana operators. */

import { DomainError, ShapeError } from '../../errors.ts';
import { isPure } from '../../gaussian/entropies.ts';
import { gaussianComplexity } from '../../gaussian/gaussian-complexity.ts';
import { type GaussianState, gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import { gaussianParity } from '../../gaussian/parity.ts';
import { checkAlike } from '../../gaussian/quadratic-hamiltonian.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import {
  checkSearch,
  type GaussianSearchOptions,
  isSmall,
  type ShortestSliced,
  shortenedPath,
  shortestSliced,
} from './gaussian-search.ts';
import { growingChains } from './growing-chains.ts';
import { grownChainSearch } from './grown-chain-search.ts';
import { longChainProblem, longChainSearch } from './long-chain-search.ts';
import type { MajoranaControls } from './majorana-controls.ts';
import { type OrbitProblem, orbitCondition, rangeWeights } from './orbit-path.ts';

/** The shortest Gaussian path found. */
export interface OrbitGeodesic extends Omit<ShortestSliced, 'x' | 'multiplier' | 'coarse'> {
  /** The length in half as many slices; null if there is none. */
  readonly coarseLength: number | null;
  /** Whether it is the path `along` made shorter. */
  readonly isAlong: boolean;
  /** Whether it is the shortest for a weight on the end, which it misses by `residual`, and not for an exact end. */
  readonly isWeighted: boolean;
  /** h of each control in each slice, which acts for the time 1/K, shape (K, #controls). */
  readonly velocity: readonly Float64Array[];
  /** √w·√(½Σϑ²) with the least weight w of a pair: no Gaussian path in these words is shorter. */
  readonly lowerBound: number;
}

/** From where a path sets out. */
export interface OrbitGeodesicOptions extends GaussianSearchOptions {
  /** A pure state; default the vacuum |0…0⟩. */
  readonly reference?: GaussianState;
  /**
   * h of each slice of a path that arrives (`localCircuitPath`): where the problem is too large for Newton's method, or the search does
   * not arrive, it is made shorter in place of that.
   */
  readonly along?: readonly Float64Array[] | null;
}

/** Most modes: beyond them memory and time of a search are no longer small. */
const MOST_MODES = 128;

/**
 * The shortest Gaussian path from the vacuum, or another pure state, to a pure state of fermions in words iγ_aγ_b of stated weights: the
 * covariance moves on SO(2n)/U(n) by e^{h}, h sparse, in slices from random starts. It is the *shortest Gaussian path found* (with
 * controls tied by translations, the shortest that those keep), an upper bound of the complexity in every metric in which these words
 * weigh as much; with further words, such as ZZ, it is no geodesic.
 *
 * With `real` controls it is the shortest among real paths, from half as many unknowns.
 *
 * Up to some 600 unknowns the search begins at random starts and meets its end exactly (`shortestSliced`). Beyond, it ends at the shortest path for
 * a weight on the end that is large enough, kept by the reflection of the chain where states and weights have it: of chains of more than 12 sites one that is
 * grown from the middle of the chain (`grownChainSearch`), else, to some 800 unknowns, one from a short path (`longChainSearch`). Its
 * uncertainty tells what the miss may hide.
 *
 * @param controls - of `cellControls` or `metricControls`
 * @returns converged where Σ(1 − F) ≤ 1e-7 at the end; stalled otherwise, with the path that comes nearest
 * @throws {ShapeError | DomainError} malformed or mixed states, unlike modes, bosons, states of different parity
 * @throws {ShapeError} more than 128 modes, no control
 *
 * Cost of a gradient O(K · pairs · n): 8 sites of range 1 by Newton's method in 10 s a start; with weights on the
 * end 20 sites in 4 s.
 */
export function* orbitGeodesic(
  controls: MajoranaControls,
  target: GaussianState,
  { reference, along = null, ...options }: OrbitGeodesicOptions = {},
): Generator<GeodesicStep, Solution<OrbitGeodesic>> {
  const { modes } = controls;
  if (controls.controls.length === 0) throw new ShapeError('orbitGeodesic: at least one control required, got none');
  if (modes > MOST_MODES) throw new ShapeError(`orbitGeodesic: at most ${MOST_MODES} modes possible, got ${modes}`);
  const from = reference ?? gaussianVacuum('fermion', modes);
  checkEnds(from, target, modes);
  checkSearch('orbitGeodesic', options);
  const count = controls.controls.length;
  const { value, result, steps, isAlong, isWeighted } = yield* searched(
    { ...controls, from, to: target },
    along,
    options,
  );
  const { x, multiplier: _, coarse, ...sliced } = value;
  const { slices } = sliced;
  const least = controls.controls.reduce((most, { pairs, cost }) => Math.min(most, cost / pairs.length), Infinity);
  return {
    value: {
      ...sliced,
      isAlong,
      isWeighted,
      coarseLength: coarse?.length ?? null,
      velocity: Array.from({ length: slices }, (_slice, k) =>
        Float64Array.from(controls.controls, ({ cost }, a) => x[k * count + a]! * Math.sqrt(slices / cost)),
      ),
      lowerBound: Math.sqrt(least) * gaussianComplexity(from, target).normalModes.f2,
    },
    result,
    steps,
  };
}

/** Most modes of chains that are not grown from their middle. */
export const LEAST_GROWN = 12;

/** From random starts where the problem is small, then grown from the middle of the chain, then with weights on the end, then along the path given: the first that arrives. */
function* searched(
  ends: Omit<OrbitProblem, 'slices'>,
  along: OrbitGeodesicOptions['along'],
  options: GaussianSearchOptions,
): Generator<GeodesicStep, Solution<ShortestSliced> & Pick<OrbitGeodesic, 'isAlong' | 'isWeighted'>> {
  const { controls, modes, to } = ends;
  const pathOf = (slices: number) => orbitCondition({ ...ends, slices });
  const { slices = 12 } = options;
  const small = isSmall(slices * controls.length, modes * (modes - 1));
  const stages = modes > LEAST_GROWN ? growingChains({ ...ends, slices }) : null;
  const long = longChainProblem({ ...ends, slices });
  const exact = small || (stages === null && long === null && along == null);
  const found = exact ? yield* shortestSliced(pathOf, controls.length, options) : null;
  if (found?.result === 'converged') return { ...found, isAlong: false, isWeighted: false };
  const grown = stages === null ? null : yield* grownChainSearch(stages, pathOf, options);
  if (grown?.result === 'converged') return { ...grown, isAlong: false, isWeighted: true };
  const weighted = long === null ? null : yield* longChainSearch(long, pathOf, options);
  if (weighted?.result === 'converged') return { ...weighted, isAlong: false, isWeighted: true };
  if (along == null) return { ...(found ?? grown ?? weighted)!, isAlong: false, isWeighted: found === null };
  const K = along.length;
  const path = pathOf(K);
  const x = Float64Array.from(along.flatMap((h) => controls.map(({ cost }, a) => h[a]! * Math.sqrt(cost / K))));
  const held = { ...path, weights: rangeWeights(to) };
  return { ...(yield* shortenedPath(path, held, x, { ...options, slices: K })), isAlong: true, isWeighted: false };
}

function checkEnds(from: GaussianState, to: GaussianState, modes: number): void {
  for (const state of [from, to]) {
    checkAlike('orbitGeodesic', { statistics: 'fermion', modes }, state);
    if (!isPure(state)) throw new DomainError('orbitGeodesic: pure states required, got a mixed one');
  }
  if (gaussianParity(from) * gaussianParity(to) < 0) {
    throw new DomainError('orbitGeodesic: states of the same parity required, got one even and one odd');
  }
}
