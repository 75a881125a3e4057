import { expect, test } from 'vitest';
import { transferSpectrum, uniformGroundState, uniformSteps } from '../../src/chain/uniform-chain.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { spinOperators } from '../../src/operator/spin-models.ts';
import { distance, isometryError } from '../linalg/compare.ts';

/** −ZZ − g (X ⊗ 1 + 1 ⊗ X)/2. */
const ising = (g: number): ComplexMatrix =>
  pauliSumMatrix({
    qubits: 2,
    terms: [
      { word: 'ZZ', coefficient: -1 },
      { word: 'XI', coefficient: -g / 2 },
      { word: 'IX', coefficient: -g / 2 },
    ],
  });

/** −(1/π) ∫₀^π √(1 + g² − 2g cos k) dk; the midpoint rule converges exponentially for a periodic function. */
function isingEnergy(g: number): number {
  const points = 2000;
  let sum = 0;
  for (let k = 0; k < points; k++) sum += Math.sqrt(1 + g * g - 2 * g * Math.cos((Math.PI * (k + 0.5)) / points));
  return -sum / points;
}

/** Complete elliptic integral K of modulus k by the arithmetic-geometric mean. */
function ellipticK(k: number): number {
  let [a, b] = [1, Math.sqrt(1 - k * k)];
  while (Math.abs(a - b) > 1e-15) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
  return Math.PI / (2 * a);
}

test.each([
  ['disordered', 2],
  ['disordered, near', 1.3],
  ['ordered', 0.5],
])('the %s Ising chain without end, g = %d: energy and entanglement spectrum in closed form', (_, g) => {
  const { value } = uniformGroundState(ising(g), { bond: 16, tolerance: 1e-9 });
  expect(value.energy).toBeCloseTo(isingEnergy(g), 10);
  expect(value.gradient).toBeLessThan(1e-9);
  // Peschel: half a chain has fermions of energies ε, 3ε, … (g > 1) or 2ε, 4ε, … (g < 1) at temperature 1.
  const k = Math.min(g, 1 / g);
  const spacing = (Math.PI * ellipticK(Math.sqrt(1 - k * k))) / ellipticK(k);
  const [first, second, third] = value.schmidt as unknown as [number, number, number];
  expect(2 * Math.log(first / second)).toBeCloseTo((g > 1 ? 1 : 2) * spacing, 6);
  expect(2 * Math.log(first / third)).toBeCloseTo((g > 1 ? 3 : 4) * spacing, 4);
});

test('the tensors are canonical, and meet at the centre', () => {
  const { value } = uniformGroundState(ising(1.5), { bond: 8, tolerance: 1e-9 });
  const { left, right, centre } = value.tensors;
  const tall = { rows: 16, cols: 8, interleaved: left.interleaved };
  expect(isometryError(tall)).toBeLessThan(1e-12);
  const before = multiply(tall, centre).interleaved;
  const after = multiply(centre, { rows: 8, cols: 16, interleaved: right.interleaved }).interleaved;
  const matrix = (interleaved: Float64Array): ComplexMatrix => ({ rows: 8, cols: 16, interleaved });
  expect(distance(matrix(before), matrix(after))).toBeLessThan(1e-8);
});

test('the correlation length grows with the bond dimension towards 1/ln g', () => {
  const lengths = [4, 8, 16].map(
    (bond) => transferSpectrum(uniformGroundState(ising(2), { bond, tolerance: 1e-9 }).value).correlationLength,
  );
  expect(lengths[0]!).toBeLessThan(lengths[1]!);
  expect(lengths[1]!).toBeLessThan(lengths[2]!);
  expect(lengths[2]!).toBeLessThan(1 / Math.log(2));
  expect(lengths[2]!).toBeGreaterThan(0.97 / Math.log(2));
});

test('the chain of Affleck, Kennedy, Lieb and Tasaki: −2/3 per site, ξ = 1/ln 3, two equal Schmidt values', () => {
  const { x, y, z } = spinOperators(1);
  const dot = [x, y, z].map((s) => kronecker(s, s)).reduce((a, b) => addScaledMatrix(a, [1, 0], b));
  const term = addScaledMatrix(dot, [1 / 3, 0], multiply(dot, dot));
  const { value, result } = uniformGroundState(term, { bond: 2, tolerance: 1e-11 });
  expect(result).toBe('converged');
  expect(value.energy).toBeCloseTo(-2 / 3, 12);
  expect(value.schmidt[0]! / value.schmidt[1]!).toBeCloseTo(1, 9);
  const { values, correlationLength } = transferSpectrum(value);
  expect(values.interleaved[0]).toBeCloseTo(1, 11);
  expect(correlationLength).toBeCloseTo(1 / Math.log(3), 9);
});

test('a step for each iteration; bad terms and bonds are refused', () => {
  const steps = [...uniformSteps(ising(3), { bond: 4 })];
  expect(steps.map(({ step }) => step)).toEqual(steps.map((_, k) => k + 1));
  expect(steps.at(-1)!.gradient).toBeLessThan(1e-10);
  const lowering = { rows: 4, cols: 4, interleaved: new Float64Array(32).fill(0) };
  lowering.interleaved[2] = 1;
  expect(() => uniformGroundState(lowering, { bond: 2 })).toThrow(/h = h† required/);
  expect(() => uniformGroundState({ rows: 3, cols: 3, interleaved: new Float64Array(18) }, { bond: 2 })).toThrow(
    /3 × 3/,
  );
  expect(() => uniformGroundState(ising(2), { bond: 0 })).toThrow(/bond dimension of 1/);
});
