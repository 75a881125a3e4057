import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { w } from '../../datasets/w.ts';
import { werner } from '../../datasets/werner.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { halfTurnInfidelities, insertions, withInsertion } from '../../src/complexity/growth.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

const pairs = { maxSize: 2, sizeWeights: [0.5, 2], penalty: Infinity };

describe('the slope along an inserted rotation', () => {
  test('is the difference quotient of the infidelity, at every place and for every word', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), fc.nat(1000), ({ circuit, theta }, seed) => {
        const target = haarRandom(circuit.qubits, seed);
        const metric = circuit.qubits === 1 ? { penalty: 1 } : pairs;
        const controls = controlWords(metric, circuit.qubits);
        const places = [0, Math.floor(circuit.gates.length / 2), circuit.gates.length];
        for (const place of insertions(circuit, theta, target, controls, places)) {
          const larger = withInsertion(circuit, place);
          const at = (angle: number): number => infidelity(larger, target)(Float64Array.of(...theta, angle)).value;
          expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(place.gradient, 8);
          const weight = controls.weights[controls.words.indexOf(place.word)]!;
          expect(place.perCost).toBeCloseTo(Math.abs(place.gradient) / Math.sqrt(weight), 12);
        }
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  test('holds for mixed states', () => {
    const spectrum = [0.6, 0.2, 0.1, 0.1];
    const circuit = { ...parametrised(2, ['XY', 'ZI']), reference: { spectrum } };
    const theta = Float64Array.of(0.4, 0.3);
    const target = werner(0.6);
    for (const place of insertions(circuit, theta, target, controlWords(pairs, 2), [1, 2])) {
      const objective = infidelity(withInsertion(circuit, place), target);
      const at = (angle: number): number => objective(Float64Array.of(...theta, angle)).value;
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(place.gradient, 7);
    }
  });

  test('vanishes for GHZ of three qubits at |000⟩: a plateau', () => {
    const slopes = insertions(parametrised(3, []), new Float64Array(0), ghz(3), controlWords(pairs, 3), [0]);
    expect(slopes.length).toBe(36);
    for (const { gradient } of slopes) expect(Math.abs(gradient)).toBeLessThan(1e-15);
  });

  test('vanishes for W at |0…0⟩, too, from where a half turn about X leads to an overlap of 1/n', () => {
    const [circuit, none, controls] = [parametrised(4, []), new Float64Array(0), controlWords(pairs, 4)];
    for (const { gradient } of insertions(circuit, none, w(4), controls, [0])) expect(gradient).toBeCloseTo(0, 15);
    const turned = halfTurnInfidelities(circuit, none, w(4), controls);
    controls.words.forEach((word, k) => {
      const flips = word.replaceAll(/[IZ]/g, '').length;
      expect(turned[k]).toBeCloseTo(flips === 1 ? 3 / 4 : 1, 12);
    });
  });

  test('places outside the circuit are refused', () => {
    const outside = () =>
      insertions(parametrised(1, ['X']), Float64Array.of(0), haarRandom(1, 1), controlWords({ penalty: 1 }, 1), [2]);
    expect(outside).toThrow(/positions from 0 to 1 required, got 2/);
  });
});
