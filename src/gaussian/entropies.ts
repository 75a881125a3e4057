/** @file Entropies of regions of Gaussian states. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal, submatrix } from '../linalg/real-product.ts';
import type { EntropyOptions } from '../state/entropy.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { type RegionEntropies, rememberedEntropy } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { checkGaussian, type GaussianState, indicesOf, restricted } from './gaussian-state.ts';
import { intervalRegions } from './interval-regions.ts';
import { bipartiteBlock, majoranaValues, squaredValues } from './majorana-form.ts';
import { bosonEntropy, fermionEntropy } from './mode-entropy.ts';
import { modePairInformation } from './mode-pair-information.ts';
import { omegaTimes, symplecticValues, uncorrelatedBlocks } from './symplectic-form.ts';
import { localFrame, weakInformation } from './weak-information.ts';

/** How a Gaussian state is read. */
export interface GaussianEntropiesOptions extends EntropyOptions {
  /** How many of the sites, from the first on, are boundary; default all. */
  readonly boundary?: number;
  /** How many of the next sites are references; default 0. Sites behind them are environment. */
  readonly references?: number;
}

/** |1 − Γ²|, |1 − (VΩ)²| up to which a state counts as pure. */
const PURE = 1e-11;

/**
 * Entropies of the regions of a Gaussian state, by the spectrum of the covariance of the region,
 *
 *     S = Σ h((1 + λ)/2),    S = Σ (ν + 1)/2 log (ν + 1)/2 − (ν − 1)/2 log (ν − 1)/2,
 *
 * h(p) = −p log p − (1 − p) log(1 − p), with λ the singular values of Γ_A (one of each pair), ν the symplectic
 * eigenvalues of V_A; Rényi entropies alike.
 *
 * @param groups - the modes of each site; default one mode for each site. A mode in none of them is traced out
 * @throws {ShapeError | DomainError} a malformed state; groups that do not fit; order or base that are not those of an
 *   entropy
 *
 * Absolute accuracy about 1e-14 for each mode of the region. The table of mutual information keeps its relative
 * accuracy below that: it is `gaussianInformation`. A region of k modes costs O(k³); in a pure state the smaller side
 * is taken.
 */
export function entropiesOfGaussian(
  state: GaussianState,
  groups: readonly (readonly number[])[] = Array.from({ length: state.modes }, (_, mode) => [mode]),
  { boundary = groups.length, references = 0, ...options }: GaussianEntropiesOptions = {},
): RegionEntropies {
  checkGaussian('entropiesOfGaussian', state);
  complementOf(groups.flat(), state.modes);
  const sites = boundary + references;
  const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0;
  if (!(isCount(boundary) && isCount(references) && sites <= groups.length)) {
    throw new DomainError(`entropiesOfGaussian: at most ${groups.length} sites possible, got ${sites}`);
  }
  const { base = Math.E, order = 1 } = options;
  if (!(base > 0 && base !== 1 && base < Infinity && order >= 0)) {
    throw new DomainError(`entropiesOfGaussian: order ≥ 0, base > 0, ≠ 1 required, got ${order} and ${base}`);
  }
  const unit = Math.log(base);
  const spectrum = spectrumOf(state, order);
  const modeEntropy = state.statistics === 'fermion' ? fermionEntropy : bosonEntropy;
  let pure: boolean | undefined;
  const entropyOf = (region: readonly number[]): Nats => {
    let modes = region.flatMap((site) => groups[site]!);
    if (2 * modes.length > state.modes) {
      pure ??= isPure(state);
      if (pure) modes = [...complementOf(modes, state.modes)];
    }
    return modes.length === 0 ? 0 : spectrum(modes).reduce((sum, value) => sum + modeEntropy(value, order), 0) / unit;
  };
  const isFermion = state.statistics === 'fermion';
  const entropy = rememberedEntropy(sites, entropyOf);
  return {
    boundary,
    references,
    capacities: groups.slice(0, sites).map((modes) => (isFermion ? (modes.length * Math.LN2) / unit : Infinity)),
    kind: 'exact',
    entropy,
    ...(order === 1 && { information: () => informationTable(state, groups.slice(0, boundary), entropy, unit) }),
    ...(isFermion &&
      order === 1 && {
        contiguous: () =>
          intervalRegions(state.covariance, groups.slice(0, boundary)).map(({ entropy, ...region }) => ({
            ...region,
            entropy: entropy / unit,
          })),
      }),
  };
}

/** I(a:b) between all sites, 2S(a) on the diagonal. */
function informationTable(
  state: GaussianState,
  groups: readonly (readonly number[])[],
  entropy: RegionEntropies['entropy'],
  unit: number,
): readonly (readonly Nats[])[] {
  if (state.statistics === 'fermion' && groups.every((modes) => modes.length === 1)) {
    return modePairInformation(state, groups.flat()).map((row) => row.map((value) => value / unit));
  }
  const frames = groups.map((modes) => (modes.length === 0 ? undefined : localFrame(state, modes)));
  const table = groups.map(() => new Array<Nats>(groups.length).fill(0));
  for (let a = 0; a < groups.length; a++) {
    table[a]![a] = 2 * entropy([a]);
    for (let b = 0; b < a; b++) {
      const [left, right] = [frames[a], frames[b]];
      if (left === undefined || right === undefined) continue;
      const weak = weakInformation(state, left, right);
      const value = weak === undefined ? entropy([a]) + entropy([b]) - entropy([a, b]) : weak / unit;
      table[a]![b] = value;
      table[b]![a] = value;
    }
  }
  return table;
}

/**
 * Entropy of a Gaussian state, von Neumann or Rényi.
 *
 * @throws {ShapeError | DomainError} as `entropiesOfGaussian`
 */
export function gaussianEntropy(state: GaussianState, options: EntropyOptions = {}): Nats {
  const all = Array.from({ length: state.modes }, (_, mode) => mode);
  return entropiesOfGaussian(state, [all, []], options).entropy([0]);
}

/**
 * The mutual information I(A:B) = S(A) + S(B) − S(AB) of two regions, relative to its own size: from entropies where
 * the regions are correlated, from the second order of the correlations where I is below some 1e-7, so that a decay can
 * be followed as long as the covariance itself resolves it: correlations of 1e-15, I of 1e-30. Relative accuracy about
 * 1e-6 before that.
 *
 * @param a, b - modes of the regions, none in both
 * @throws {DomainError} modes that do not exist or occur twice
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O(k³) for k modes in both.
 */
export function gaussianInformation(state: GaussianState, a: readonly number[], b: readonly number[]): Nats {
  checkGaussian('gaussianInformation', state);
  complementOf([...a, ...b], state.modes);
  if (a.length === 0 || b.length === 0) return 0;
  const weak = weakInformation(state, localFrame(state, a), localFrame(state, b));
  if (weak !== undefined) return weak;
  const entropy = (modes: readonly number[]): Nats => gaussianEntropy(restricted(state, modes));
  return entropy(a) + entropy(b) - entropy([...a, ...b]);
}

/** Whether Γ² = −1, or (VΩ)² = −1, to rounding; without x–p correlations XP = 1. O(n³). */
export function isPure({ statistics, covariance }: GaussianState): boolean {
  const isOne = ({ rows, data }: RealMatrix, sign: 1 | -1, scale: number): boolean =>
    data.every((x, at) => Math.abs(x - (at % (rows + 1) === 0 ? sign : 0)) <= PURE * scale);
  if (statistics === 'fermion') {
    const block = bipartiteBlock(covariance);
    if (block !== undefined) return isOne(multiplyReal(block, block, { transposeA: true }), 1, 1);
    return isOne(multiplyReal(covariance, covariance), -1, 1);
  }
  const scale = covariance.data.reduce((most, x) => Math.max(most, x), 1);
  const blocks = uncorrelatedBlocks(covariance);
  if (blocks !== undefined) return isOne(multiplyReal(blocks.x, blocks.p), 1, scale);
  const turned = omegaTimes(covariance);
  return isOne(multiplyReal(turned, turned), -1, scale);
}

/** Modes to the values λ or ν of their state; blocks of zeros are looked for once. */
function spectrumOf({ statistics, modes, covariance }: GaussianState, order: number) {
  if (statistics === 'boson') {
    return (region: readonly number[]): Float64Array => {
      const values = symplecticValues(submatrix(covariance, indicesOf(statistics, modes, region)));
      if (values === undefined) throw new DomainError('entropiesOfGaussian: a positive covariance required');
      return values;
    };
  }
  const block = bipartiteBlock(covariance);
  const regionOf = (region: readonly number[]): RealMatrix =>
    block === undefined ? submatrix(covariance, indicesOf(statistics, modes, region)) : submatrix(block, region);
  if (order === Infinity || order === 0) {
    // not an even and smooth function of λ
    return (region: readonly number[]): Float64Array =>
      majoranaValues(submatrix(covariance, indicesOf(statistics, modes, region)));
  }
  return (region: readonly number[]): Float64Array =>
    squaredValues(regionOf(region), block !== undefined).map((x) => Math.sqrt(Math.max(0, x)));
}
