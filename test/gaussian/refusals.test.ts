import { describe, expect, test } from 'vitest';
import { circuitOfGaussian, circuitOfTransform, gaussianOfCircuit } from '../../src/circuit/free-fermion-circuit.ts';
import { harmonicLattice, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { gaussianOfCorrelation } from '../../src/gaussian/correlation.ts';
import { entropiesOfGaussian, gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { evolutionMatrix, gaussianEvolution, modeTransform, transformed } from '../../src/gaussian/evolution.ts';
import { hopping, latticeDirac, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianFidelity, gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { gaussianFisherInformation, gaussianMetric } from '../../src/gaussian/gaussian-metric.ts';
import { type GaussianState, gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianModularHamiltonian } from '../../src/gaussian/modular-hamiltonian.ts';
import { orderCorrelator } from '../../src/gaussian/order-correlator.ts';
import { gaussianParity, occupations } from '../../src/gaussian/parity.ts';
import { quadraticHamiltonian, quadraticOfHopping } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal, purification } from '../../src/gaussian/thermal.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { chain } from '../../src/operator/lattice.ts';

const matrix = (rows: number, cols: number, ...data: number[]): RealMatrix => ({
  rows,
  cols,
  data: Float64Array.from(data),
});
const scaledState = (state: GaussianState, factor: number): GaussianState => ({
  ...state,
  covariance: { ...state.covariance, data: state.covariance.data.map((x) => factor * x) },
});
const fermions = gaussianThermal(xyChain(4), 1);
const bosons = gaussianThermal(harmonicRing(4, { mass: 0.5 }), 1);
/** A string where a program in JavaScript may have any. */
const typo = (name: string) => name as never;

describe('a covariance of no state is refused, not read', () => {
  const wrong = scaledState(fermions, 3);
  const [cold, negative] = [scaledState(bosons, 0.1), scaledState(bosons, -1)];

  test.each([
    ['gaussianEntropy', (state: GaussianState) => gaussianEntropy(state)],
    ['gaussianParity', (state: GaussianState) => gaussianParity(state)],
    ['purification', (state: GaussianState) => purification(state)],
    ['gaussianModularHamiltonian', (state: GaussianState) => gaussianModularHamiltonian(state)],
    ['gaussianOverlap', (state: GaussianState) => gaussianOverlap(state, state)],
    ['gaussianFidelity', (state: GaussianState) => gaussianFidelity(state, state)],
  ])('by %s', (_, read) => {
    expect(() => read(wrong)).toThrow('entries of Γ between −1 and 1 required, got -1.9');
    expect(() => read(cold)).toThrow('V_xx > 0, V_xx V_pp − V_xp² ≥ 1 required, got 0.');
    expect(() => read(negative)).toThrow('V_xx V_pp − V_xp² ≥ 1 required, got -');
  });

  test('but strong squeezing is none', () => {
    for (const r of [5, 10, 15]) {
      const [c, s] = [Math.cosh(2 * r), Math.sinh(2 * r) / Math.SQRT2];
      const squeezed: GaussianState = { ...bosons, modes: 1, covariance: matrix(2, 2, c + s, s, s, c - s) };
      expect(occupations(squeezed)[0]! / Math.sinh(r) ** 2).toBeCloseTo(1, 12);
      if (r === 5) expect(gaussianEntropy(squeezed)).toBeLessThan(1e-6);
    }
  });

  test('correlations are named by the function that was called', () => {
    expect(() => gaussianOfCorrelation(matrix(1, 1, 1.5))).toThrow('gaussianOfCorrelation: singular values of Γ');
  });
});

describe('numbers and names that are none', () => {
  test('in Hamiltonians', () => {
    expect(() => xyChain(4, {}, typo('perodic'))).toThrow("open, periodic, antiperiodic required, got 'perodic'");
    expect(() => xyChain(4, { anisotropy: Infinity })).toThrow('xyChain: finite coefficients required, got Infinity');
    expect(() => latticeDirac(4, { mass: Number.NaN })).toThrow('latticeDirac: finite coefficients');
    for (const edge of [
      [0, 7],
      [1, 1],
      [0.5, 1],
      [-1, 0],
    ] as const) {
      const lattice = { sites: 3, edges: [edge] };
      expect(() => hopping(lattice)).toThrow('hopping: edges between different sites below 3 required');
      expect(() => harmonicLattice(lattice, { mass: 1 })).toThrow('harmonicLattice: edges between different sites');
    }
    expect(() => harmonicRing(1e9, { mass: 1 })).toThrow('harmonicRing: between 1 and 8000 modes');
    expect(() => quadraticOfHopping({ rows: 2, cols: 2, data: Float64Array.of(1) })).toThrow('4 entries');
    const term = { word: 'ZI', coefficient: 1 };
    expect(() => quadraticOfPauliSum({ qubits: 2, terms: [term] }, { string: typo('W') })).toThrow(
      'strings of X, Y or Z',
    );
    expect(() => pauliSumOfQuadratic(xyChain(3), { string: typo('I') })).toThrow("got 'I'");
    expect(() => circuitOfGaussian(gaussianVacuum('fermion', 3), { string: typo('z') })).not.toThrow(); // no gate
    expect(() => circuitOfGaussian(gaussianGroundState(xyChain(3)).state, { string: typo('z') })).toThrow("got 'z'");
  });

  test('in ground and thermal states', () => {
    expect(() => gaussianGroundState(xyChain(4), { parity: typo('evn') })).toThrow(
      "'even' or 'odd' required, got 'evn'",
    );
    expect(() => gaussianGroundState(xyChain(4), { zeroModes: typo('none') })).toThrow("got 'none'");
    expect(() => gaussianGroundState(xyChain(4), { tolerance: Number.NaN })).toThrow('a tolerance between 0 and 1');
    expect(() => gaussianGroundState(harmonicRing(4, { mass: 1 }), { parity: 'odd' })).toThrow('got bosons');
    expect(() => gaussianThermal(harmonicRing(4, { mass: 1 }), 1e-320)).toThrow('a finite covariance required');
  });

  test('in regions, words, and tangents', () => {
    expect(() => entropiesOfGaussian(fermions, undefined, { boundary: 0.5 })).toThrow('at most 4 sites possible');
    expect(() => entropiesOfGaussian(fermions, undefined, { base: Infinity })).toThrow('base > 0, ≠ 1 required');
    expect(() => orderCorrelator(fermions, 0, 1, typo('x'))).toThrow("X, Y, Z or string required, got 'x'");
    const ones = { rows: 8, cols: 8, data: new Float64Array(64).fill(1) };
    expect(() => gaussianFisherInformation(fermions, [ones])).toThrow('a tangent: a real antisymmetric matrix');
    expect(() => gaussianFisherInformation(fermions, [{ ...ones, data: new Float64Array(3) }])).toThrow('8 × 8');
    expect(() => gaussianMetric(() => fermions, { step: 0 })).toThrow('a positive step required, got 0');
    expect(() => gaussianMetric(() => fermions)(new Float64Array(0))).toThrow('at least one coordinate');
    const family = ([x]: Float64Array) => gaussianVacuum('fermion', x! > 1 ? 2 : 3);
    expect(() => gaussianMetric(family)(Float64Array.of(1))).toThrow('3 modes required at all points, got 2');
  });

  test('in transformations and circuits', () => {
    expect(() => modeTransform(matrix(1, 2, 1, 0), 'fermion')).toThrow('modeTransform: a square matrix required');
    expect(() => modeTransform(matrix(1, 1, Number.NaN), 'boson')).toThrow('finite entries');
    expect(() => transformed(fermions, { ...matrix(4, 4), data: new Float64Array(3) })).toThrow('16 entries');
    expect(() => circuitOfTransform({ ...matrix(2, 2), data: new Float64Array(3) })).toThrow('4 entries');
    const inverted = quadraticHamiltonian('boson', matrix(2, 2, -1, 0, 0, 1));
    expect(() => evolutionMatrix(inverted, 1e4)).toThrow('quadratures stay finite required, got 10000');
    expect(() => gaussianEvolution(inverted, gaussianVacuum('boson', 1), 1e4)).toThrow('stay finite');
    const circuit = { kind: 'circuit', qubits: 2, parameters: 2, gates: [] } as const;
    expect(() => gaussianOfCircuit(circuit, new Float64Array(1))).toThrow('2 parameters required, got 1');
  });
});

test('an edge that is listed twice counts twice, for fermions and for oscillators', () => {
  const twice = {
    sites: 2,
    edges: [
      [0, 1],
      [1, 0],
    ] as const,
  };
  expect(hopping(twice)).toEqual(hopping(chain(2), { amplitude: 2 }));
  expect(harmonicLattice(twice, { mass: 1 })).toEqual(harmonicLattice(chain(2), { mass: 1, coupling: 2 }));
});
