import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adiabaticSweep } from '../../datasets/adiabatic-sweep.ts';
import { ghz } from '../../datasets/ghz.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { interpolation } from '../../datasets/interpolation.ts';
import { product } from '../../datasets/product.ts';
import { imaginaryTime, quench } from '../../datasets/quench.ts';
import { thermal, thermofieldDouble } from '../../datasets/thermal.ts';
import { w } from '../../datasets/w.ts';
import { werner } from '../../datasets/werner.ts';
import type { PureState, StateCurve } from '../../src/generative/target-state.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { expectation, type PauliSum } from '../../src/operator/pauli-sum.ts';
import { entropy } from '../../src/state/entropy.ts';
import { fidelity, fubiniStudyDistance } from '../../src/state/fidelity.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { greatestDifference, matrixOf, oracle, vectorOf } from '../oracle/read-oracle.ts';

const {
  qubits,
  terms,
  psi,
  beta,
  thermal: gibbs,
  thermofieldDouble: double,
  evolved,
  cooled,
  ground,
} = oracle.dynamics;
const hamiltonian: PauliSum = { qubits, terms };
const initial: PureState = { kind: 'pure', name: 'psi', dimensions: [2, 2, 2, 2], amplitudes: vectorOf(psi) };
const amplitudes = (curve: StateCurve, time: number) => (curve.at(time) as PureState).amplitudes;
const word = (letters: string): PauliSum => ({ qubits: letters.length, terms: [{ word: letters, coefficient: 1 }] });

describe('thermal states', () => {
  test('are e^{−βH}/Z of SciPy', () => {
    expect(
      greatestDifference(thermal(hamiltonian, beta).density.interleaved, matrixOf(gibbs).interleaved),
    ).toBeLessThan(1e-13);
  });

  test('of one qubit are tanh β, at β = 0 maximally mixed, and at large β the ground state', () => {
    const { density } = thermal(word('Z'), 0.8);
    expect(density.interleaved[0]! - density.interleaved[6]!).toBeCloseTo(-Math.tanh(0.8), 14);
    expect(entropy(thermal(hamiltonian, 0).density)).toBeCloseTo(4 * Math.log(2), 13);
    expect(fidelity(vectorOf(ground.state), thermal(hamiltonian, 1000).density)).toBeCloseTo(1, 12); // no overflow
  });

  test('are both sides of a thermofield double', () => {
    const state = thermofieldDouble(hamiltonian, beta);
    expect(greatestDifference(state.amplitudes.interleaved, vectorOf(double).interleaved)).toBeLessThan(1e-13);
    const side = (sites: number[]) => reducedDensityMatrix(state.amplitudes, state.dimensions, sites).interleaved;
    const { interleaved } = thermal(hamiltonian, beta).density;
    expect(greatestDifference(side([0, 1, 2, 3]), interleaved)).toBeLessThan(1e-14);
    expect(
      greatestDifference(
        side([4, 5, 6, 7]),
        interleaved.map((x, k) => (k % 2 ? -x : x)),
      ),
    ).toBeLessThan(1e-14);
  });

  test('at infinite temperature their doubles are Bell pairs', () => {
    const state = thermofieldDouble(transverseFieldIsing(chain(2)), 0);
    for (const letters of ['XIXI', 'IXIX', 'ZIZI', 'IZIZ'])
      expect(expectation(word(letters), state.amplitudes)).toBeCloseTo(1, 14);
  });

  test('too many qubits and negative temperatures are refused', () => {
    expect(() => thermal(xxz(chain(9)), 1)).toThrow('1 to 8 required, got 9, whose state needs 4 MB');
    expect(() => thermofieldDouble(xxz(chain(2)), -1)).toThrow('a finite β ≥ 0 required, got -1');
  });
});

describe('quench', () => {
  test.each(Object.entries(evolved))('time %s is e^{−iHt} of SciPy', (time, expected) => {
    const state = amplitudes(quench(initial, hamiltonian, [0]), Number(time));
    expect(greatestDifference(state.interleaved, vectorOf(expected).interleaved)).toBeLessThan(1e-11);
  });

  test('one qubit precesses: e^{−iXt}|0⟩ = cos t|0⟩ − i sin t|1⟩', () => {
    const { interleaved } = amplitudes(quench(product(1, { polar: 0 }), word('X'), [0.7]), 0.7);
    expect(greatestDifference(interleaved, [Math.cos(0.7), 0, 0, -Math.sin(0.7)])).toBeLessThan(1e-14);
  });

  test('norm, overlaps and energy are conserved, and time can be turned back', () => {
    const H = transverseFieldIsing(ring(6), { field: 0.5 });
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 0, max: 99 }), (time, seed) => {
        const [a, b] = [haarRandom(6, seed), haarRandom(6, seed + 1000)];
        const [x, y] = [a, b].map((state) => amplitudes(quench(state, H, [time]), time));
        expect(norm(x!)).toBeCloseTo(1, 12);
        expect(expectation(H, x!)).toBeCloseTo(expectation(H, a.amplitudes), 10);
        expect(greatestDifference(innerProduct(x!, y!), innerProduct(a.amplitudes, b.amplitudes))).toBeLessThan(1e-11);
        const back = amplitudes(quench({ ...a, amplitudes: x! }, H, [-time]), -time);
        expect(greatestDifference(back.interleaved, a.amplitudes.interleaved)).toBeLessThan(1e-11);
      }),
      { seed: 7, numRuns: 12 },
    );
  });

  test('a state of other qubits, or of no qubits, is refused', () => {
    expect(() => quench(ghz(3), hamiltonian, [0])).toThrow('a state of 4 qubits required, got dimensions [2,2,2]');
    expect(() => quench({ ...ghz(2), dimensions: [4] }, word('X'), [0])).toThrow('got dimensions [4]');
  });
});

describe('imaginary time', () => {
  test.each(Object.entries(cooled))('τ = %s is e^{−Hτ}, normalised, of SciPy', (time, expected) => {
    const state = amplitudes(imaginaryTime(initial, hamiltonian, [0]), Number(time));
    expect(greatestDifference(state.interleaved, vectorOf(expected).interleaved)).toBeLessThan(1e-11);
  });

  test('ends in the ground state, with the energy falling all the way', () => {
    const curve = imaginaryTime(initial, hamiltonian, [0, 0.1, 0.5, 1, 2, 4, 200]);
    const energies = curve.times.map((time) => expectation(hamiltonian, amplitudes(curve, time)));
    expect(energies).toEqual(energies.toSorted((a, b) => b - a));
    expect(energies.at(-1)).toBeCloseTo(ground.energy, 11);
    expect(() => imaginaryTime(initial, hamiltonian, [0, -1])).toThrow('times ≥ 0 required, got -1');
  });
});

describe('adiabatic sweep', () => {
  test('turns one qubit on the Bloch sphere from X to Z', () => {
    const curve = adiabaticSweep(
      { qubits: 1, terms: [{ word: 'X', coefficient: -1 }] },
      { qubits: 1, terms: [{ word: 'Z', coefficient: -1 }] },
      [0, 0.25, 1],
    );
    for (const s of curve.times) {
      const strength = Math.hypot(s, 1 - s);
      expect(expectation(word('X'), amplitudes(curve, s))).toBeCloseTo((1 - s) / strength, 12);
      expect(expectation(word('Z'), amplitudes(curve, s))).toBeCloseTo(s / strength, 12);
    }
  });

  test('starts and ends in the ground states of its ends', () => {
    const [from, to] = [
      transverseFieldIsing(chain(5), { coupling: 0 }),
      transverseFieldIsing(chain(5), { field: 1.2 }),
    ];
    const curve = adiabaticSweep(from, to, [0, 0.5, 1]);
    expect(fidelity(amplitudes(curve, 0), product(5).amplitudes)).toBeCloseTo(1, 12);
    expect(fidelity(amplitudes(curve, 1), groundState(to).amplitudes)).toBeCloseTo(1, 12);
    expect(() => adiabaticSweep(from, word('X'), [0])).toThrow('5 qubits required in both, got 1');
  });
});

describe('interpolation', () => {
  test('of pure states is a great circle at constant speed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (seed) => {
        const [a, b] = [haarRandom(3, seed), haarRandom(3, seed + 5000)];
        const curve = interpolation(a, b, [0, 0.3, 1]);
        const whole = fubiniStudyDistance(a.amplitudes, b.amplitudes);
        for (const tau of [0, 0.3, 0.8, 1]) {
          const state = amplitudes(curve, tau);
          expect(norm(state)).toBeCloseTo(1, 13);
          expect(fubiniStudyDistance(a.amplitudes, state)).toBeCloseTo(tau * whole, 12);
          expect(fubiniStudyDistance(state, b.amplitudes)).toBeCloseTo((1 - tau) * whole, 7 + (tau < 1 ? 5 : 0));
        }
      }),
      { seed: 8, numRuns: 20 },
    );
  });

  test('between orthogonal states passes through their superposition, and between equal ones stands still', () => {
    const half = amplitudes(interpolation(product(3, { polar: 0 }), product(3, { polar: Math.PI }), [0, 1]), 0.5);
    expect(fidelity(half, ghz(3).amplitudes)).toBeCloseTo(1, 14);
    expect(fidelity(amplitudes(interpolation(w(3), w(3), [0, 1]), 0.5), w(3).amplitudes)).toBeCloseTo(1, 14);
  });

  test('of mixed states, or where asked for, is a mixture', () => {
    const curve = interpolation(werner(0), werner(1), [0, 0.5, 1]);
    const state = curve.at(0.4);
    expect(
      state.kind === 'mixed' && greatestDifference(state.density.interleaved, werner(0.4).density.interleaved),
    ).toBeLessThan(1e-15);
    const mixture = interpolation(ghz(2), w(2), [0, 0.5], 'mixture').at(0.5);
    expect(mixture.kind === 'mixed' && entropy(mixture.density)).toBeCloseTo(Math.log(2), 12);
    expect(() => interpolation(werner(0), werner(1), [0, 2])).toThrow('times from 0 to 1 required, got 2');
    expect(() => interpolation(ghz(2), ghz(3), [0])).toThrow('equal dimensions required, got [2,2] and [2,2,2]');
  });
});
