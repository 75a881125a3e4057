import { expect, test } from 'vitest';
import { type UniformOptions, uniformGroundState, uniformSteps } from '../../src/chain/uniform-chain.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { spinOperators } from '../../src/operator/spin-models.ts';
import { distance, isometryError } from '../linalg/compare.ts';
import { isingTerm } from './ising-term.ts';

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
  const { value } = uniformGroundState(isingTerm(g), { bond: 16, tolerance: 1e-9 });
  expect(value.energy).toBeCloseTo(isingEnergy(g), 10);
  expect(value.gradient).toBeLessThan(1e-9);
  // Peschel: half a chain has fermions of energies ε, 3ε, … (g > 1) or 2ε, 4ε, … (g < 1) at temperature 1.
  const k = Math.min(g, 1 / g);
  const spacing = (Math.PI * ellipticK(Math.sqrt(1 - k * k))) / ellipticK(k);
  const [first, second, third] = value.schmidt as unknown as [number, number, number];
  expect(2 * Math.log(first / second)).toBeCloseTo((g > 1 ? 1 : 2) * spacing, 6);
  expect(2 * Math.log(first / third)).toBeCloseTo((g > 1 ? 3 : 4) * spacing, 4);
});

test('a basis of sites that is turned by a complex unitary changes neither energy nor Schmidt values', () => {
  // U = exp(−0.3iZ) exp(−0.5iX), h → (U ⊗ U) h (U ⊗ U)†.
  const [c, s] = [Math.cos(0.5), Math.sin(0.5)];
  const [x, y] = [Math.cos(0.3), Math.sin(0.3)];
  const U = {
    rows: 2,
    cols: 2,
    interleaved: Float64Array.of(x * c, -y * c, -y * s, -x * s, y * s, -x * s, x * c, y * c),
  };
  expect(isometryError(U)).toBeLessThan(1e-15);
  const both = kronecker(U, U);
  const turned = multiply(multiply(both, isingTerm(2)), both, { adjointB: true });
  const { value, result } = uniformGroundState(turned, { bond: 8 });
  const straight = uniformGroundState(isingTerm(2), { bond: 8 }).value;
  expect(result).toBe('converged');
  expect(value.energy).toBeCloseTo(isingEnergy(2), 11);
  expect(value.schmidt.length).toBe(straight.schmidt.length);
  value.schmidt.forEach((s, k) => {
    expect(s / straight.schmidt[k]!).toBeCloseTo(1, 5);
  });
});

test('the tensors are canonical, and meet at the centre', () => {
  const { value } = uniformGroundState(isingTerm(1.5), { bond: 8, tolerance: 1e-9 });
  const { left, right, centre } = value.tensors;
  const tall = { rows: 16, cols: 8, interleaved: left.interleaved };
  expect(isometryError(tall)).toBeLessThan(1e-12);
  const before = multiply(tall, centre).interleaved;
  const after = multiply(centre, { rows: 8, cols: 16, interleaved: right.interleaved }).interleaved;
  const matrix = (interleaved: Float64Array): ComplexMatrix => ({ rows: 8, cols: 16, interleaved });
  expect(distance(matrix(before), matrix(after))).toBeLessThan(1e-8);
});

test.each([
  [1.5, 'multiplet', 16],
  [2, 'schmidt', 64],
  [4, 'schmidt', 32],
])(
  'Ising chain, g = %d: the bond ends at "%s" before %i states, at rounding of energy and gradient',
  (g, limit, bond) => {
    const { value, result, steps } = uniformGroundState(isingTerm(g), { bond, tolerance: 3e-14 });
    expect(result).toBe('converged');
    expect(steps).toBeLessThan(80); // hundreds where a search waits for part of a multiplet to converge
    expect(value.limit).toBe(limit);
    expect(value.schmidt.length).toBe(value.tensors.centre.rows);
    expect(value.schmidt.length).toBeLessThan(bond);
    expect(value.schmidt.at(-1)).toBeGreaterThan(1e-10);
    expect(Math.abs(value.energy - isingEnergy(g))).toBeLessThan(1e-13);
  },
);

test('the bond dimension grows from two states, and not beyond a least Schmidt value of one’s own', () => {
  const steps = [...uniformSteps(isingTerm(2), { bond: 8 })].map(({ bond }) => bond);
  expect(steps[0]).toBe(2);
  expect(Math.max(...steps)).toBeGreaterThan(8);
  const { value } = uniformGroundState(isingTerm(2), { bond: 8, leastSchmidt: 1e-4 });
  expect(value.schmidt.length).toBe(4);
  expect(value.limit).toBe('schmidt');
});

test('a search that runs out of steps says so, and has no more states than were asked for', () => {
  for (const maxSteps of [3, 10, 16]) {
    const { value, result } = uniformGroundState(isingTerm(2), { bond: 6, maxSteps });
    expect(result).toBe('max-steps');
    expect(value.limit).toBe('steps');
    expect(value.schmidt.length).toBeLessThanOrEqual(6);
    expect(value.tensors.left.shape).toEqual([value.schmidt.length, 2, value.schmidt.length]);
  }
});

/** Σ_k S_k ⊗ S_k of spins 1. */
function heisenbergTerm(matrices: readonly ComplexMatrix[]): ComplexMatrix {
  return matrices.map((s) => kronecker(s, s)).reduce((a, b) => addScaledMatrix(a, [1, 0], b));
}

test('Heisenberg chain of spin 1: bonds are whole multiplets of half-integer spin, and the energy tends to −1.401484038971', () => {
  const { x, y, z } = spinOperators(1);
  const { value, result } = uniformGroundState(heisenbergTerm([x, y, z]), { bond: 53 });
  expect(result).toBe('converged');
  expect(value.limit).toBe('multiplet');
  // 2 + 4 + 2 + 4 + 4 + 6 + 2 + …: values come in groups of even size, and no group is cut.
  const groups: number[] = [];
  value.schmidt.forEach((s, k) => {
    if (k > 0 && value.schmidt[k - 1]! / s < 1 + 1e-6) groups[groups.length - 1]!++;
    else groups.push(1);
  });
  expect(groups.slice(0, 8)).toEqual([2, 4, 2, 4, 4, 6, 2, 2]);
  expect(groups.every((size) => size % 2 === 0)).toBe(true);
  expect(value.energy).toBeGreaterThan(-1.401484038971);
  expect(value.energy).toBeLessThan(-1.401484038971 + 3e-8);
});

test('among |x⟩, |y⟩, |z⟩ the AKLT state needs complex tensors, or twice the bond', () => {
  // (S_k)_{ab} = −i ε_kab.
  const spins = [0, 1, 2].map((k) => {
    const interleaved = new Float64Array(18);
    const [a, b] = [(k + 1) % 3, (k + 2) % 3];
    interleaved[2 * (3 * a + b) + 1] = -1;
    interleaved[2 * (3 * b + a) + 1] = 1;
    return { rows: 3, cols: 3, interleaved };
  });
  const dot = heisenbergTerm(spins);
  const term = addScaledMatrix(dot, [1 / 3, 0], multiply(dot, dot));
  const energy = (options: Pick<UniformOptions, 'bond' | 'arithmetic'>): number =>
    uniformGroundState(term, { ...options, maxSteps: 60 }).value.energy;
  expect(energy({ bond: 2, arithmetic: 'complex' })).toBeCloseTo(-2 / 3, 9);
  expect(energy({ bond: 2 })).toBeGreaterThan(-2 / 3 + 1e-3);
});

test('the chain of Affleck, Kennedy, Lieb and Tasaki: −2/3 per site, two equal Schmidt values and no more', () => {
  const { x, y, z } = spinOperators(1);
  const dot = heisenbergTerm([x, y, z]);
  const term = addScaledMatrix(dot, [1 / 3, 0], multiply(dot, dot));
  const { value, result } = uniformGroundState(term, { bond: 20, tolerance: 1e-11 });
  expect(result).toBe('converged');
  expect(value.limit).toBe('schmidt');
  expect(value.energy).toBeCloseTo(-2 / 3, 12);
  expect(value.schmidt).toHaveLength(2);
  expect(value.schmidt[0]! / value.schmidt[1]!).toBeCloseTo(1, 9);
});

test('a step for each iteration; bad terms and bonds are refused', () => {
  const steps = [...uniformSteps(isingTerm(3), { bond: 4 })];
  expect(steps.map(({ step }) => step)).toEqual(steps.map((_, k) => k + 1));
  expect(steps.at(-1)!.gradient).toBeLessThan(1e-10);
  const lowering = { rows: 4, cols: 4, interleaved: new Float64Array(32).fill(0) };
  lowering.interleaved[2] = 1;
  expect(() => uniformGroundState(lowering, { bond: 2 })).toThrow(/h = h† required/);
  expect(() => uniformGroundState({ rows: 3, cols: 3, interleaved: new Float64Array(18) }, { bond: 2 })).toThrow(
    /3 × 3/,
  );
  expect(() => uniformGroundState(isingTerm(2), { bond: 0 })).toThrow(/bond dimension of 1/);
  for (const leastSchmidt of [-1, 1, Number.NaN]) {
    expect(() => uniformGroundState(isingTerm(2), { bond: 2, leastSchmidt })).toThrow(/least Schmidt value from 0/);
  }
});
