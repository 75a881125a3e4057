import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dicke } from '../../datasets/dicke.ts';
import { ghz } from '../../datasets/ghz.ts';
import { targetOfSpec, targetSpec } from '../../datasets/index.ts';
import { lipkin } from '../../datasets/lipkin.ts';
import { product } from '../../datasets/product.ts';
import { spinCat } from '../../datasets/spin-cat.ts';
import { squeezed } from '../../datasets/squeezed.ts';
import { symmetricDicke, symmetricGhz, symmetricProduct, symmetricW } from '../../datasets/symmetric.ts';
import { w } from '../../datasets/w.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import type { SymmetricState } from '../../src/generative/target-state.ts';
import { collectiveX, collectiveY, collectiveZ } from '../../src/geodesic/sector/collective-operators.ts';
import { addScaledMatrix, applyMatrix, multiply } from '../../src/linalg/matrix.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import type { PauliTerm } from '../../src/operator/pauli-sum.ts';
import { denseGroundState } from '../helpers/dense-fermions.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const FILES: Readonly<Record<string, string>> = {
  'state.json': '{"re": [0.6, 0, 0, 0], "im": [0, 0, 0.8, 0]}',
  'long.json': '{"re": [0.6, 0.9]}',
  'flat.json': '[[0.6, 0, 0.8], [0, 0, 0]]',
};
const build = (spec: object) =>
  targetOfSpec(targetSpec.parse(spec), { read: (path) => strToU8(FILES[path] ?? '') }) as SymmetricState;

describe('states by Dicke components', () => {
  test('are the states of amplitudes of the same name', () => {
    const pairs = [
      [symmetricGhz(5), ghz(5)],
      [symmetricW(5), w(5)],
      [symmetricDicke(6, 3), dicke(6, 3)],
      [symmetricProduct(5, { polar: 1.1, azimuth: 0.7 }), product(5, { polar: 1.1, azimuth: 0.7 })],
    ] as const;
    for (const [symmetric, { amplitudes, name }] of pairs) {
      expect(symmetric.name).toBe(name);
      expect(largestDifference(asPure(symmetric)!.amplitudes.interleaved, amplitudes.interleaved)).toBeLessThan(1e-14);
    }
  });

  test('stand for states beyond 24 qubits, or where asked for', () => {
    expect(build({ name: 'dicke', qubits: 40, excitations: 3 }).kind).toBe('symmetric');
    expect(build({ name: 'ghz', qubits: 4 }).kind).toBe('pure');
    expect(build({ name: 'w', qubits: 4, symmetric: true }).blocks).toEqual([4]);
    expect(() => build({ name: 'product', qubits: 30, symmetric: false })).toThrow('1 to 24 required, got 30');
  });

  test('are given in the experiment or in a file, in one block or several', () => {
    expect(Array.from(build({ name: 'symmetric', components: [0.6, [0, 0.8]] }).components.interleaved)).toEqual([
      0.6, 0, 0, 0.8,
    ]);
    expect(build({ name: 'symmetric', path: 'state.json' }).dimensions).toHaveLength(3);
    expect(build({ name: 'symmetric', path: 'flat.json', blocks: [1, 2] }).blocks).toEqual([1, 2]);
    expect(norm(build({ name: 'symmetric', path: 'long.json', normalise: true }).components)).toBeCloseTo(1, 14);
  });

  test('are refused where they are no state', () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{}, 'either components or path required'],
      [{ components: [1, 1] }, 'norm 1 required (or normalise: true), got norm 1.414'],
      [{ components: [0, 0] }, 'norm 1 required, got zero'],
      [{ components: [1, 0, 0], blocks: [1, 1] }, '4 Dicke components required (blocks of 1 + 1 qubits), got 3'],
      [
        { components: [1, 1, 0], blocks: [2, 3] },
        '12 Dicke components for blocks of 2 + 3 qubits and Dicke components of norm 1 required (or normalise: true), got 3 and norm 1.414',
      ],
      [{ path: 'flat.json' }, 'a list of n + 1 Dicke components required'],
      [{ path: 'long.json' }, 'long.json: Dicke components of norm 1 required'],
      [{ components: new Array(600).fill(0.1) }, 'at most 512 qubits possible, got 599'],
    ];
    for (const [spec, message] of wrong) expect(() => build({ name: 'symmetric', ...spec })).toThrow(message);
    expect(() => symmetricDicke(4, 5)).toThrow('dicke: 0 to 4 excitations required, got 5');
    expect(() => spinCat(4, { polar: 0, phase: Math.PI })).toThrow('two states that do not cancel');
    expect(() => squeezed(4, Number.NaN)).toThrow('a finite twist required');
    expect(() => lipkin(4, { anisotropy: 2 })).toThrow('anisotropy from −1 to 1');
  });
});

/** Means and covariances of J = ½(S_x, S_y, S_z). */
function spinMoments({ blocks, components }: SymmetricState) {
  const spins = [collectiveX, collectiveY, collectiveZ].map((spin) => spin(blocks[0]!));
  const mean = (A: Parameters<typeof applyMatrix>[0]): number =>
    innerProduct(components, applyMatrix(A, components))[0];
  const first = spins.map((S) => mean(S) / 2);
  const second = spins.map((A) => spins.map((B) => mean(addScaledMatrix(multiply(A, B), [1, 0], multiply(B, A))) / 8));
  return { first, second: second.map((row, a) => row.map((x, b) => x - first[a]! * first[b]!)) };
}

describe('squeezed states', () => {
  test.each([
    [4, 0.3],
    [20, 0.2],
    [100, 0.06],
  ])('of one axis have the ξ² of Kitagawa and Ueda, n = %d, μ = %d', (n, mu) => {
    const { first, second } = spinMoments(squeezed(n, mu));
    expect(first[0]).toBeCloseTo((n / 2) * Math.cos(mu / 2) ** (n - 1), 10);
    const [yy, zz, yz] = [second[1]![1]!, second[2]![2]!, second[1]![2]!];
    const least = (yy + zz - Math.hypot(yy - zz, 2 * yz)) / 2;
    const A = 1 - Math.cos(mu) ** (n - 2);
    const B = 4 * Math.sin(mu / 2) * Math.cos(mu / 2) ** (n - 2);
    expect((4 * least) / n).toBeCloseTo(1 + ((n - 1) / 4) * (A - Math.hypot(A, B)), 10);
    expect(yz).toBeGreaterThan(0); // J_y' = (J_zJ_x + J_xJ_z)/2: the sense of the twist
  });

  test('of two axes are a rotation of two qubits, and squeeze more than one axis', () => {
    const two = squeezed(2, 0.7, 2).components.interleaved;
    expect(largestDifference(two, Float64Array.of(Math.cos(0.35), 0, 0, 0, Math.sin(0.35), 0))).toBeLessThan(1e-14);
    const least = (axes: 1 | 2) => {
      const twists = Array.from({ length: 60 }, (_, k) => 0.005 * (k + 1));
      return Math.min(
        ...twists.map((mu) => {
          const { second } = spinMoments(squeezed(30, mu, axes));
          const [i, j] = axes === 1 ? [1, 2] : [0, 1];
          const [a, b, c] = [second[i]![i]!, second[j]![j]!, second[i]![j]!];
          return (4 * (a + b - Math.hypot(a - b, 2 * c))) / 60;
        }),
      );
    };
    expect(least(2)).toBeLessThan(0.8 * least(1));
  });
});

test('a spin cat has the overlap of its halves in its norm, and one parity', () => {
  const cat = spinCat(6, { polar: 1 }).components.interleaved;
  const [vacuum] = cat;
  expect(vacuum).toBeCloseTo((2 * Math.cos(0.5) ** 6) / Math.sqrt(2 + 2 * Math.cos(1) ** 6), 13);
  for (const k of [1, 3, 5]) expect(cat[2 * k]).toBeCloseTo(0, 14);
  const odd = spinCat(3, { phase: Math.PI }).components.interleaved;
  expect(odd[2]).toBeCloseTo(Math.sqrt(3) / 2, 13);
});

describe('ground states of the Lipkin–Meshkov–Glick model', () => {
  test.each([
    { n: 5, coupling: 1, anisotropy: 0, field: 0.7 },
    { n: 6, coupling: 1.3, anisotropy: 0.4, field: 0.9 },
    { n: 6, coupling: 2, anisotropy: -0.5, field: -1 },
  ])('are those of all amplitudes: %j', ({ n, coupling, anisotropy, field }) => {
    const place = (letters: Readonly<Record<number, string>>): string =>
      Array.from({ length: n }, (_, q) => letters[q] ?? 'I').join('');
    const terms: PauliTerm[] = [];
    for (let i = 0; i < n; i++) {
      terms.push({ word: place({ [i]: 'Z' }), coefficient: -field });
      for (let j = i + 1; j < n; j++) {
        terms.push({ word: place({ [i]: 'X', [j]: 'X' }), coefficient: -coupling / n });
        terms.push({ word: place({ [i]: 'Y', [j]: 'Y' }), coefficient: (-coupling * anisotropy) / n });
      }
    }
    const exact = denseGroundState({ qubits: n, terms });
    const { amplitudes } = asPure(lipkin(n, { coupling, anisotropy, field }))!;
    expect(Math.hypot(...innerProduct(exact.vector, amplitudes))).toBeCloseTo(1, 11);
  });

  test('are even or odd as asked for', () => {
    const even = lipkin(8, { field: 0.2, parity: 'even' }).components.interleaved;
    const odd = lipkin(8, { field: 0.2, parity: 'odd' }).components.interleaved;
    for (let k = 0; k <= 8; k++) expect((k % 2 === 0 ? odd : even)[2 * k]).toBe(0);
  });
});
