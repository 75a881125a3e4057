import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { kronecker, trace } from '../../src/linalg/matrix.ts';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import {
  conjugateState,
  joinedQudits,
  partialTrace,
  projectedQudits,
  type StabiliserContraction,
  tensorProduct,
} from '../../src/stabiliser/stabiliser-contraction.ts';
import type { StabiliserGroup } from '../../src/stabiliser/stabiliser-group.ts';
import { stabiliserDensity } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

/** ⟨f|ρ|f⟩ by dense contraction, where f has the given tensors on some qudits. */
function projected(
  { prime, qudits }: StabiliserGroup,
  rho: ComplexMatrix,
  factors: readonly { readonly on: readonly number[]; readonly entries: readonly number[] }[],
): ComplexMatrix {
  const all = [...Array(qudits).keys()];
  const kept = all.filter((q) => !factors.some(({ on }) => on.includes(q)));
  const dimensions = Object.fromEntries(all.flatMap((q) => [`r${q}`, `c${q}`].map((leg) => [leg, prime])));
  const shape = new Array<number>(2 * qudits).fill(prime);
  const both = ['r', 'c'].flatMap((side) => factors.map(({ on }) => on.map((q) => `${side}${q}`)));
  const legs = [['r', 'c'].flatMap((side) => all.map((q) => `${side}${q}`)), ...both];
  const tensors = [...factors, ...factors].map(({ on, entries }) => ({
    shape: on.map(() => prime),
    interleaved: Float64Array.from(entries.flatMap((x) => [x, 0])),
  }));
  const whole = { shape, interleaved: rho.interleaved };
  const output = ['r', 'c'].flatMap((side) => kept.map((q) => `${side}${q}`));
  const plan = contractionPlan(legs, dimensions, output);
  const { value } = contract(plan, [whole, ...tensors]);
  return { rows: prime ** kept.length, cols: prime ** kept.length, interleaved: value.interleaved };
}

const basisState = (prime: number, j: number): number[] => Array.from({ length: prime }, (_, k) => Number(k === j));
const pair = (prime: number): number[] =>
  Array.from({ length: prime * prime }, (_, k) => Number(Math.floor(k / prime) === k % prime));

function expectSame(got: StabiliserContraction | null, dense: ComplexMatrix): void {
  const [norm] = trace(dense);
  if (got === null) {
    expect(norm).toBeCloseTo(0, 12);
    return;
  }
  expect(Math.exp(got.logNormSquared)).toBeCloseTo(norm, 12);
  const rho = stabiliserDensity(got.group).interleaved.map((x) => x * norm);
  expect(largestDifference(rho, dense.interleaved)).toBeLessThan(1e-13);
}

const LARGEST = { 2: 6, 3: 4, 5: 3 } as const;
const anyCode = fc.tuple(fc.constantFrom(2, 3, 5), fc.nat(1000), fc.nat(2)).map(([prime, seed, missing]) => {
  const qudits = LARGEST[prime as 2];
  return randomStabiliserCode(seed, prime, qudits, qudits - missing);
});

describe('contraction of stabiliser states', () => {
  test('of joined legs is the dense one: norm, phases, and when it vanishes', () => {
    let vanishing = 0;
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 1, max: 3 }), (group, count) => {
        const last = group.qudits - 1;
        const pairs = Array.from({ length: Math.min(count, Math.floor(group.qudits / 2)) }, (_, k) =>
          k === 1 ? ([k, last - k] as const) : ([last - k, k] as const),
        );
        const got = joinedQudits(group, pairs);
        if (got === null) vanishing++;
        const factors = pairs.map((on) => ({ on, entries: pair(group.prime) }));
        expectSame(got, projected(group, stabiliserDensity(group), factors));
      }),
      { seed: 6, numRuns: 40 },
    );
    expect(vanishing).toBeGreaterThan(0);
  });

  test('with basis states is the dense one', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(4), fc.nat(4), (group, a, b) => {
        const values = { 1: a % group.prime, 2: b % group.prime };
        const factors = Object.entries(values).map(([q, j]) => ({
          on: [Number(q)],
          entries: basisState(group.prime, j),
        }));
        expectSame(projectedQudits(group, values), projected(group, stabiliserDensity(group), factors));
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  test('of states with words that become numbers has their norms', () => {
    const log2 = Math.LN2;
    // ⟨Φ|Φ⟩² for a normalised pair is 2, ⟨Φ| on the singlet vanishes, and of YY = −1 one part in two is left.
    expect(joinedQudits(stabiliserGroupOfWords(['XX', 'ZZ']), [[0, 1]])?.logNormSquared).toBeCloseTo(log2, 15);
    expect(joinedQudits(stabiliserGroupOfWords(['-XX', '-ZZ']), [[0, 1]])).toBeNull();
    expect(joinedQudits(stabiliserGroupOfWords(['-YY']), [[0, 1]])?.logNormSquared).toBeCloseTo(0, 15);
    expect(joinedQudits(stabiliserGroupOfWords(['YY']), [[0, 1]])).toBeNull();
    expect(projectedQudits(stabiliserGroupOfWords(['Z']), { 0: 0 })?.logNormSquared).toBeCloseTo(0, 15);
    expect(projectedQudits(stabiliserGroupOfWords(['Z']), { 0: 1 })).toBeNull();
    expect(projectedQudits(stabiliserGroupOfWords(['X']), { 0: 1 })?.logNormSquared).toBeCloseTo(-log2, 15);
  });

  test('of everything that is lost is the reduced density matrix, in the order asked for', () => {
    fc.assert(
      fc.property(anyCode, (group) => {
        const dense = reducedDensityMatrix(stabiliserDensity(group), new Array(group.qudits).fill(group.prime), [2, 1]);
        const rho = stabiliserDensity(partialTrace(group, [2, 1]));
        expect(largestDifference(rho.interleaved, dense.interleaved)).toBeLessThan(1e-13);
      }),
      { seed: 8, numRuns: 20 },
    );
  });

  test('begins with products and conjugates', () => {
    for (const prime of [2, 3]) {
      const [a, b] = [randomStabiliserCode(1, prime, 2), randomStabiliserCode(2, prime, 3, 2)];
      const product = kronecker(stabiliserDensity(a), stabiliserDensity(b));
      const joint = stabiliserDensity(tensorProduct([a, b]));
      expect(largestDifference(joint.interleaved, product.interleaved)).toBeLessThan(1e-14);
      const conjugate = stabiliserDensity(b).interleaved.map((x, k) => (k % 2 === 0 ? x : -x));
      expect(largestDifference(stabiliserDensity(conjugateState(b)).interleaved, conjugate)).toBeLessThan(1e-14);
      expect(areSameGroup(conjugateState(conjugateState(b)), b)).toBe(true);
    }
    expect(() => tensorProduct([])).toThrow('groups of one prime required');
    expect(() => tensorProduct([randomStabiliserCode(1, 2, 2), randomStabiliserCode(1, 3, 2)])).toThrow('got [2,3]');
  });

  test('names qudits that do not exist', () => {
    const group = randomStabiliserCode(1, 2, 3);
    expect(() => joinedQudits(group, [[0, 3]])).toThrow('different sites below 3 required');
    expect(() => joinedQudits(group, [[1, 1]])).toThrow('different sites below 3 required');
    expect(() => projectedQudits(group, { 0: 2 })).toThrow('a basis state below 2 required, got 2 at 0');
    expect(() => partialTrace(group, [4])).toThrow('different sites below 3 required');
  });
});
