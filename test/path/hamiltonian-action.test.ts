import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { bitOperator } from '../../src/operator/pauli.ts';
import { evolve, pullbackEvolution } from '../../src/path/evolution.ts';
import { hamiltonian, timesIH } from '../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../src/path/word-table.ts';

const all = (qubits: number) => controlWords({ penalty: 1 }, qubits).words;
const numbers = (length: number, scale = 1) =>
  fc.array(fc.double({ min: -scale, max: scale, noNaN: true }), { minLength: length, maxLength: length });
const unit = (values: readonly number[]): Float64Array => {
  const norm = Math.hypot(...values) || 1;
  return Float64Array.from(values, (x) => x / norm);
};
const real = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
const seed = { seed: 7, numRuns: 30 };

describe('the Hamiltonian', () => {
  test('acts as the sum of its words', () => {
    fc.assert(
      fc.property(numbers(63), numbers(16), (h, amplitudes) => {
        const words = all(3);
        const psi = Float64Array.from(amplitudes);
        const expected = new Float64Array(16);
        words.forEach((word, p) => {
          currentEngine().accumulate(expected, psi, bitOperator(word), 0, h[p]!);
        });
        const out = timesIH(hamiltonian(wordTable(words, 3), Float64Array.from(h)), psi);
        for (let c = 0; c < 16; c++) expect(out[c]).toBeCloseTo(expected[c]!, 12);
      }),
      seed,
    );
  });

  test('of one word makes its rotation, for short and for long times', () => {
    for (const word of ['XYZ', 'IZI', 'YYX', 'YYY']) {
      for (const time of [0.3, 2.9, -11.5]) {
        const psi = unit(Array.from({ length: 16 }, (_, c) => Math.sin(1 + c * c)));
        const expected = psi.slice();
        currentEngine().rotate(expected, bitOperator(word), 2 * time);
        const { state } = evolve(hamiltonian(wordTable([word], 3), Float64Array.of(1)), psi, time);
        for (let c = 0; c < 16; c++) expect(state[c]).toBeCloseTo(expected[c]!, 13);
      }
    }
  });

  test('finds what a small part of the state does at a high energy', () => {
    // H = 1 − Z: |0⟩ rests, and 10⁻⁹ of |1⟩ turns. The first terms tell nothing of how the later ones grow.
    const H = hamiltonian(wordTable(['I', 'Z'], 1), Float64Array.of(1, -1));
    const { state } = evolve(H, Float64Array.of(1, 0, 1e-9, 0), 0.15);
    expect(Math.abs(state[2]! - 1e-9 * Math.cos(0.3))).toBeLessThan(1e-16);
    expect(Math.abs(state[3]! + 1e-9 * Math.sin(0.3))).toBeLessThan(1e-16);
    expect(Math.abs(state[0]! - 1)).toBeLessThan(1e-15);
  });

  test('evolves there and back', () => {
    fc.assert(
      fc.property(numbers(63), numbers(16), (h, amplitudes) => {
        const psi = unit(amplitudes);
        const H = hamiltonian(wordTable(all(3), 3), Float64Array.from(h));
        const { state } = evolve(H, evolve(H, psi, 1).state, -1);
        for (let c = 0; c < 16; c++) expect(state[c]).toBeCloseTo(psi[c]!, 12);
      }),
      seed,
    );
  });
});

describe('the pullback', () => {
  test('is the derivative with respect to every coefficient and to the state', () => {
    fc.assert(
      fc.property(numbers(15, 2), numbers(8), numbers(8), numbers(15), (h, amplitudes, bra, direction) => {
        const table = wordTable(all(2), 2);
        const psi = unit(amplitudes);
        const lambda = Float64Array.from(bra);
        const at = (s: number): number => {
          const moved = Float64Array.from(h, (x, p) => x + s * direction[p]!);
          return real(lambda, evolve(hamiltonian(table, moved), psi, 0.7).state);
        };
        const H = hamiltonian(table, Float64Array.from(h));
        // The second of two, so that nothing is left over from the first.
        const [, pullback] = pullbackEvolution(H, evolve(H, psi, 0.7), [psi, lambda]);
        const d = 1e-3;
        const slope = (8 * (at(d) - at(-d)) - (at(2 * d) - at(-2 * d))) / (12 * d);
        expect(real(pullback!.coefficients, Float64Array.from(direction))).toBeCloseTo(slope, 8);
        expect(real(pullback!.cotangent, psi)).toBeCloseTo(at(0), 12); // the evolution is linear in the state
      }),
      seed,
    );
  });

  test.each([0.1, 1, 5, 23])('of a rotation is that of its closed form, after a turn by %d', (angle) => {
    // L = Re⟨λ|exp(−ihZ)ψ⟩ with ψ = (1, 1)/√2, λ = (1, i)/√2: dL/dh = Re⟨λ|−iZ exp(−ihZ)ψ⟩ = (cos h − sin h)/2.
    const half = Math.SQRT1_2;
    const H = hamiltonian(wordTable(['Z'], 1), Float64Array.of(angle));
    const run = evolve(H, Float64Array.of(half, 0, half, 0), 1);
    const { coefficients } = pullbackEvolution(H, run, [Float64Array.of(half, 0, 0, half)])[0]!;
    expect(coefficients[0]).toBeCloseTo((Math.cos(angle) - Math.sin(angle)) / 2, 13);
  });

  test('of several cotangents is that of each, whatever lengths their series have', () => {
    const words = all(3);
    const h = Float64Array.from(words, (_, p) => 0.3 * Math.sin(1 + p * p));
    const H = hamiltonian(wordTable(words, 3), h);
    const psi = unit(Array.from({ length: 16 }, (_, c) => Math.cos(c * c)));
    const lambda = unit(Array.from({ length: 16 }, (_, c) => Math.sin(2 + c * c)));
    const run = evolve(H, psi, 3);
    expect(run.terms.length).toBeGreaterThan(1);
    const alone = pullbackEvolution(H, run, [lambda])[0]!;
    const zero = new Float64Array(16);
    const [nothing, second, third] = pullbackEvolution(H, run, [zero, lambda, lambda.map((x) => x / 1e9)]);
    expect(nothing!.coefficients.every((x) => x === 0)).toBe(true);
    expect(second).toEqual(alone);
    third!.coefficients.forEach((x, p) => {
      expect(Math.abs(1e9 * x - alone.coefficients[p]!)).toBeLessThan(1e-14);
    });
  });

  test('at H = 0 is Im⟨λ|Pψ⟩', () => {
    const table = wordTable(all(2), 2);
    const psi = unit([1, 2, -1, 0.5, 0.1, -3, 1, 1]);
    const lambda = unit([0.2, 1, -2, 0.5, 1, 1, -1, 0]);
    const H = hamiltonian(table, new Float64Array(15));
    const { coefficients } = pullbackEvolution(H, evolve(H, psi, 1), [lambda])[0]!;
    table.words.forEach((word, p) => {
      expect(coefficients[p]).toBeCloseTo(currentEngine().sandwich(lambda, bitOperator(word), psi)[1], 14);
    });
  });
});
