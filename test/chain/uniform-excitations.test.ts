import { expect, test } from 'vitest';
import { correlationLengthFromDispersion } from '../../src/chain/dispersion-length.ts';
import { transferSpectrum } from '../../src/chain/transfer-spectrum.ts';
import { type UniformChain, uniformGroundState } from '../../src/chain/uniform-chain.ts';
import { uniformExcitations } from '../../src/chain/uniform-excitations.ts';
import type { ComplexArray, ComplexMatrix } from '../../src/linalg/complex.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { addScaledMatrix, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { spinOperators } from '../../src/operator/spin-models.ts';
import { isingTerm } from './ising-term.ts';

const groundState = (term: ComplexMatrix, bond: number): UniformChain =>
  uniformGroundState(term, { bond, tolerance: 1e-11, maxSteps: 80 }).value;

/** A product over all sites of X or Z, and the states of the bonds in another order. */
function turned(chain: UniformChain, letter: 'X' | 'Z'): UniformChain {
  const turn = ({ shape, interleaved }: ComplexArray): ComplexArray => {
    const [D, d] = shape as [number, number, number];
    const out = new Float64Array(interleaved.length);
    for (let at = 0; at < D * d * D; at++) {
      const [a, s, b] = [Math.floor(at / (d * D)), Math.floor(at / D) % d, at % D];
      const to = (((a + 1) % D) * d + (letter === 'X' ? 1 - s : s)) * D + ((b + 1) % D);
      for (const part of [0, 1])
        out[2 * to + part] = (letter === 'Z' && s === 1 ? -1 : 1) * interleaved[2 * at + part]!;
    }
    return { shape, interleaved: out };
  };
  const { left, right, centre } = chain.tensors;
  const D = centre.rows;
  const moved = new Float64Array(2 * D * D);
  for (let at = 0; at < D * D; at++) {
    const to = ((Math.floor(at / D) + 1) % D) * D + ((at + 1) % D);
    moved.set(centre.interleaved.subarray(2 * at, 2 * at + 2), 2 * to);
  }
  return { ...chain, tensors: { left: turn(left), right: turn(right), centre: { ...centre, interleaved: moved } } };
}

test('the fermion of the Ising chain, ε = 2√(1 + g² − 2g cos k)', () => {
  const g = 2;
  const momenta = [0.5, -1, Math.PI];
  const { value, result } = uniformExcitations(isingTerm(g), groundState(isingTerm(g), 8), momenta);
  expect(result).toBe('converged');
  value.forEach(({ energies }, m) => {
    expect(energies[0]).toBeCloseTo(2 * Math.sqrt(1 + g * g - 2 * g * Math.cos(momenta[m]!)), 11);
  });
});

test.each([
  [1.5, 10],
  [2, 7],
  [4, 5],
])('the correlation length of the Ising chain at g = %d is 1/ln g to 1e-10', (g, bond) => {
  const { value } = correlationLengthFromDispersion(isingTerm(g), groundState(isingTerm(g), bond), { points: 6 });
  expect(value.correlationLength).toBeCloseTo(1 / Math.log(g), 10);
  expect(value.error).toBeLessThan(1e-10);
  expect(value.gap).toBeCloseTo(2 * (g - 1), 10);
  expect([...value.coefficients]).toHaveLength(2);
  expect(value.momentum).toBe(0);
});

test.each([
  [0, 0.5],
  [1 / 3, 1],
  [0.2, 0.7],
])('ε² of the Ising chain is linear in cos k: momenta from %dπ to %dπ give the same ξ and q = 0', (from, to) => {
  const [g, bond] = [4, 5];
  const { value } = correlationLengthFromDispersion(isingTerm(g), groundState(isingTerm(g), bond), {
    points: 6,
    between: [from * Math.PI, to * Math.PI],
  });
  expect(value.correlationLength).toBeCloseTo(1 / Math.log(g), 8);
  expect(value.momentum).toBeCloseTo(0, 6);
  expect(value.gap).toBeCloseTo(2 * Math.sqrt(1 + g * g - 2 * g * Math.cos(from * Math.PI)), 8);
  expect(value.dispersion[0]!.momentum).toBe(from * Math.PI);
  expect(value.dispersion.at(-1)!.momentum).toBe(to * Math.PI);
});

test('Haldane’s chain with 12 states: the magnon between 0.7π and π has gap and ξ of White & Huse (1993) to 0.5 and 1.5 %', () => {
  const { x, y, z } = spinOperators(1);
  const term = [x, y, z].map((s) => kronecker(s, s)).reduce((a, b) => addScaledMatrix(a, [1, 0], b));
  const chain = uniformGroundState(term, { bond: 12, tolerance: 1e-9 }).value;
  const { value } = correlationLengthFromDispersion(term, chain, { points: 5, between: [0.7 * Math.PI, Math.PI] });
  expect(Math.abs(value.gap - 0.41047925)).toBeLessThan(2e-3);
  expect(Math.abs(value.correlationLength - 6.03)).toBeLessThan(0.1);
  expect(value.error).toBeLessThan(0.1);
  expect(value.momentum).toBeCloseTo(Math.PI, 6);
});

test('antiferromagnetic couplings shift the momentum by π', () => {
  const [g, bond] = [4, 5];
  const term = addScaledMatrix(
    isingTerm(g),
    [2, 0],
    pauliSumMatrix({ qubits: 2, terms: [{ word: 'ZZ', coefficient: 1 }] }),
  );
  const { value } = correlationLengthFromDispersion(term, groundState(term, bond), { points: 6 });
  expect(value.correlationLength).toBeCloseTo(1 / Math.log(g), 9);
  expect(value.momentum).toBeCloseTo(Math.PI, 12);
});

test('kinks between the two ordered ground states are the fermions of the dual field', () => {
  const state = groundState(isingTerm(0.5), 6);
  const { value } = correlationLengthFromDispersion(isingTerm(0.5), state, { points: 6, right: turned(state, 'X') });
  expect(value.correlationLength).toBeCloseTo(1 / Math.log(2), 9);
  expect(value.gap).toBeCloseTo(1, 9);
});

test('kinks of the XY chain in a weak field: correlations oscillate, 1/ξ = ½ ln((1 + γ)/(1 − γ)), cos q = h/√(1 − γ²)', () => {
  const [gamma, h] = [0.6, 0.3];
  const term = pauliSumMatrix({
    qubits: 2,
    terms: [
      { word: 'XX', coefficient: -(1 + gamma) / 2 },
      { word: 'YY', coefficient: -(1 - gamma) / 2 },
      { word: 'ZI', coefficient: -h / 2 },
      { word: 'IZ', coefficient: -h / 2 },
    ],
  });
  const state = groundState(term, 8);
  const { value } = correlationLengthFromDispersion(term, state, { points: 7, right: turned(state, 'Z') });
  expect(1 / value.correlationLength).toBeCloseTo(Math.log((1 + gamma) / (1 - gamma)) / 2, 7);
  // The two ground states have a phase of their own, which may shift q by π.
  expect(Math.abs(Math.cos(value.momentum))).toBeCloseTo(h / Math.sqrt(1 - gamma * gamma), 7);
});

test('Ising in a longitudinal field, not integrable: rings of 8, 10, 12 and the transfer matrix agree', () => {
  const term = isingTerm(2, { longitudinal: 0.2 });
  const [small, large] = [6, 8].map((bond) => groundState(term, bond)) as [UniformChain, UniformChain];
  const { value } = correlationLengthFromDispersion(term, small, { points: 21 });
  expect(value.error).toBeLessThan(1e-7);
  const coarse = correlationLengthFromDispersion(term, small, { points: 11 }).value;
  expect(Math.abs(coarse.correlationLength - value.correlationLength)).toBeLessThan(coarse.error);
  // Gap of rings, extrapolated as a geometric series.
  const [a, b, c] = [8, 10, 12].map(ringGap) as [number, number, number];
  expect(value.gap).toBeCloseTo(c - (c - b) ** 2 / (c - b - (b - a)), 3);
  expect(Math.abs(value.gap - c)).toBeLessThan(Math.abs(value.gap - b));
  // −ln λ₂ is linear in the gap between λ₂ and λ₃ as the bond dimension grows (Rams, Czarnik & Cincio 2018).
  const [s, l] = [small, large].map((state) => {
    const { interleaved } = transferSpectrum(state).value.values;
    const [first, second] = [1, 2].map((k) => -Math.log(Math.hypot(interleaved[2 * k]!, interleaved[2 * k + 1]!)));
    return { decay: first!, apart: second! - first! };
  }) as [{ decay: number; apart: number }, { decay: number; apart: number }];
  const decay = l.decay - (l.apart * (l.decay - s.decay)) / (l.apart - s.apart);
  expect(Math.abs(1 / decay - value.correlationLength)).toBeLessThan(5e-3);
  expect(Math.abs(1 / l.decay - value.correlationLength)).toBeGreaterThan(2e-2);
});

function ringGap(n: number): number {
  const word = (letter: string, ...sites: number[]): string =>
    Array.from({ length: n }, (_, k) => (sites.includes(k) ? letter : 'I')).join('');
  const terms = Array.from({ length: n }, (_, k) => [
    { word: word('Z', k, (k + 1) % n), coefficient: -1 },
    { word: word('X', k), coefficient: -2 },
    { word: word('Z', k), coefficient: -0.2 },
  ]).flat();
  const start = randomVector(2 ** n, randomStream(1, 'ring'));
  const { values } = lanczos(pauliSumOperator({ qubits: n, terms }), start, { count: 2, tolerance: 1e-9 }).value;
  return values[1]! - values[0]!;
}

test('AKLT: the magnon of one disturbed tensor has the gap 20/27 at π, with three levels', () => {
  const { x, y, z } = spinOperators(1);
  const dot = [x, y, z].map((s) => kronecker(s, s)).reduce((a, b) => addScaledMatrix(a, [1, 0], b));
  const term = addScaledMatrix(dot, [1 / 3, 0], multiply(dot, dot));
  const { value } = uniformExcitations(term, groundState(term, 2), [Math.PI], { count: 4 });
  const [a, b, c, d] = value[0]!.energies as unknown as [number, number, number, number];
  for (const energy of [a, b, c]) expect(energy).toBeCloseTo(20 / 27, 9);
  expect(d).toBeGreaterThan(1);
});

test('what makes no sense is refused', () => {
  const chain = groundState(isingTerm(3), 4);
  expect(() => uniformExcitations(isingTerm(3), chain, [Number.NaN])).toThrow(/finite momenta required, got NaN/);
  expect(() => uniformExcitations(isingTerm(3), chain, [0], { count: 17 })).toThrow(/1 to 16 levels required, got 17/);
  expect(() => uniformExcitations(isingTerm(3), { ...chain, gradient: 0.1 }, [0])).toThrow(/gradient at most 1e-4/);
  expect(() => uniformExcitations(isingTerm(3), chain, [0], { right: groundState(isingTerm(3), 5) })).toThrow(
    /\[5,2,5\]/,
  );
  expect(() => correlationLengthFromDispersion(isingTerm(3), chain, { points: 4 })).toThrow(/at least 5 points/);
  for (const between of [
    [2, 1],
    [-1, 1],
    [0, 4],
    [1, Number.NaN],
  ] as const) {
    expect(() => correlationLengthFromDispersion(isingTerm(3), chain, { between })).toThrow(
      /0 ≤ from < to ≤ π required/,
    );
  }
});

test('a dispersion that is not even is refused: a term that moves particles to one side', () => {
  const twist = pauliSumMatrix({
    qubits: 2,
    terms: [
      { word: 'XY', coefficient: 0.4 },
      { word: 'YX', coefficient: -0.4 },
      { word: 'ZZ', coefficient: -0.5 },
      { word: 'XX', coefficient: -0.6 },
      { word: 'ZI', coefficient: -1.5 },
      { word: 'IZ', coefficient: -1.5 },
    ],
  });
  expect(() => correlationLengthFromDispersion(twist, groundState(twist, 6), { points: 5 })).toThrow(
    /ε\(k\) = ε\(−k\)/,
  );
});
