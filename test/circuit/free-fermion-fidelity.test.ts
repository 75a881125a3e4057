import { describe, expect, test } from 'vitest';
import { bound, parametrised } from '../../src/circuit/circuit.ts';
import { circuitOfGaussian } from '../../src/circuit/free-fermion-circuit.ts';
import { negativeLogGaussianFidelity } from '../../src/circuit/free-fermion-fidelity.ts';
import { withStrings } from '../../src/circuit/free-fermion-program.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const words = ['XXII', 'IYXI', 'ZIII', 'IIXY', 'YZXI', 'IYYI', 'IIIZ', 'XXII', 'IXZY'];
const at = (length: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'angles');
  return Float64Array.from({ length }, () => stream.normal());
};

describe('the fidelity of a circuit of free fermions with a Gaussian state', () => {
  test.each(['X', 'Y', 'Z'] as const)('with strings of %s is that of amplitudes', (string) => {
    const occupied = { word: 'IXII', angle: Math.PI };
    const bare = parametrised(4, words);
    const circuit = withStrings({ ...bare, gates: [occupied, ...bare.gates] }, string);
    const theta = at(words.length, 1);
    const target = [1, 2, 3, 4, 5].map((seed) => randomGaussian('fermion', [1, 1, 1, 1], seed));
    const fidelities = target.map((state) => {
      const point = circuitOfGaussian(state, { string });
      const [re, im] = innerProduct(runCircuit(point.network, point.theta), runCircuit(circuit, theta));
      const { value } = negativeLogGaussianFidelity(circuit, state, string)!(theta);
      expect(Math.exp(-value)).toBeCloseTo(re * re + im * im, 12);
      return Math.exp(-value);
    });
    expect(fidelities.some((x) => x < 1e-12)).toBe(true); // of the other parity
    expect(fidelities.some((x) => x > 0.01)).toBe(true);
  });

  test('has the gradient of shared, scaled and constant angles, of pure and mixed states', () => {
    const shared = parametrised(4, words).gates.map((gate, g) => ({
      ...gate,
      angle: g === 3 ? 0.4 : { parameter: g % 3, scale: 1 + g / 10 },
    }));
    const circuit = {
      ...parametrised(4, words),
      gates: [...shared, { word: 'IZZX', angle: -Math.PI }, ...shared],
      parameters: 3,
    };
    for (const values of [
      [1, 1, 1, 1],
      [0.9, 0.2, 0.7, 1],
    ]) {
      const objective = negativeLogGaussianFidelity(circuit, randomGaussian('fermion', values, 2))!;
      expect(objective(at(3, 4)).value).toBeLessThan(20);
      const { relativeError, taylorOrder } = checkGradient(objective, at(3, 4), { step: 1e-3 });
      expect(relativeError).toBeLessThan(1e-6);
      expect(taylorOrder).toBeGreaterThan(1.9);
    }
  });

  test('is infinite without a gradient where the states are orthogonal', () => {
    const { value, gradient } = negativeLogGaussianFidelity(
      { ...parametrised(1, ['Z']), reference: [{ polar: Math.PI, azimuth: 0 }] },
      gaussianVacuum('fermion', 1),
    )!(Float64Array.of(0.3));
    expect(value).toBe(Infinity);
    expect([...gradient]).toEqual([0]);
  });

  test('knows other circuits, and other numbers of modes', () => {
    const vacuum = gaussianVacuum('fermion', 2);
    const other = parametrised(2, ['ZZ']);
    expect(negativeLogGaussianFidelity(other, vacuum)).toBeNull();
    expect(negativeLogGaussianFidelity(other, vacuum, 'X')).toBeNull(); // |00⟩ is no vacuum of strings of X
    expect(negativeLogGaussianFidelity(withStrings(parametrised(2, ['XX']), 'X'), vacuum, 'X')).not.toBeNull();
    expect(negativeLogGaussianFidelity(bound(other, Float64Array.of(Math.PI)), vacuum)).not.toBeNull();
    expect(() => negativeLogGaussianFidelity(other, gaussianVacuum('fermion', 3))).toThrow('2 modes required, got 3');
  });
});
