import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { unitaryPathObjective } from '../../../src/geodesic/unitary/unitary-path-objective.ts';
import { identityMatrix } from '../../../src/linalg/complex.ts';
import { multiply, scaledMatrix, trace } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimised } from '../../../src/optimise/minimise.ts';
import { evolution } from './unitaries.ts';

const metric = { maxSize: 2, sizeWeights: [1, 2], penalty: Infinity };
const controls = controlWords(metric, 2);
const V = randomUnitary(4, randomStream(3, 'target'));

describe.each(['free', 'kept'] as const)('with the phase %s', (phase) => {
  test.each([1, 3])(
    '%d slices: the value is that of matrix exponentials, the gradient that of differences',
    (slices) => {
      const stream = randomStream(slices, 'h');
      const h = Float64Array.from({ length: slices * controls.words.length }, () => 0.5 * stream.normal());
      const objective = unitaryPathObjective(controls, V, slices, { infidelityWeight: 7, phase });
      let U = identityMatrix(4);
      let energy = 0;
      for (let k = 0; k < slices; k++) {
        const terms = controls.words.map((word, p) => ({ word, coefficient: h[k * controls.words.length + p]! }));
        U = multiply(evolution({ qubits: 2, terms }, 1 / slices), U);
        for (const [p, { coefficient }] of terms.entries()) {
          energy += (controls.weights[p]! * coefficient ** 2) / (2 * slices);
        }
      }
      const [re, im] = trace(multiply(V, U, { adjointA: true })).map((x) => x / 4) as [number, number];
      const miss = phase === 'free' ? 1 - re * re - im * im : 2 - 2 * re;
      const { value, gradient } = objective(h);
      expect(Math.abs(value - (energy + 7 * miss))).toBeLessThan(1e-12);
      for (const i of [0, 7, h.length - 1]) {
        const at = (step: number): number => objective(h.map((x, j) => (j === i ? x + step : x))).value;
        expect(Math.abs((at(1e-5) - at(-1e-5)) / 2e-5 - gradient[i]!)).toBeLessThan(1e-7);
      }
    },
  );
});

test('its least value is half the square of the length: a rotation of one qubit by the shorter way, or all the way round', () => {
  const one = controlWords({ penalty: 1 }, 1);
  const turned = scaledMatrix([-1, 0], evolution({ qubits: 1, terms: [{ word: 'Z', coefficient: 0.4 }] }));
  const lengths = (['free', 'kept'] as const).map((phase) => {
    const objective = unitaryPathObjective(one, turned, 1, { infidelityWeight: 1e6, phase });
    const start = Float64Array.from([0.02, 0.01, phase === 'free' ? 0.3 : -2.6]);
    const { value } = minimised(objective, lbfgs(), start, { maxSteps: 200 });
    return Math.sqrt(2 * value.evaluation.value);
  });
  expect(Math.abs(lengths[0]! - 0.4)).toBeLessThan(1e-5);
  expect(Math.abs(lengths[1]! - (Math.PI - 0.4))).toBeLessThan(1e-4);
});

test('what is wrong is named', () => {
  expect(() => unitaryPathObjective(controls, identityMatrix(8), 2)).toThrow(/2ⁿ × 2ⁿ matrix .* got 8 × 8 on 2 qubits/);
  expect(() => unitaryPathObjective(controls, V, 1.5)).toThrow(
    /whole number of slices of at least 1 required, got 1.5/,
  );
  expect(() => unitaryPathObjective(controls, V, 2, { infidelityWeight: -1 })).toThrow(/at least 0 required, got -1/);
  expect(() => unitaryPathObjective(controls, V, 2)(new Float64Array(3))).toThrow(/30 coefficients required, got 3/);
});
