import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { movingObjective, movingUnknowns } from '../../src/complexity/moving-objective.ts';
import { mean, preparedProblem } from '../../src/complexity/observable-bound.ts';
import { observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import { complexVector, identityMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, realPart } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { zeroState } from '../../src/state/zero-state.ts';

test('the objective has the derivatives of its differences, also by what keeps ⟨D⟩ negative', () => {
  const [controls, from, to] = [
    controlWords({ maxSize: 2, sizeWeights: [2, 1], penalty: Infinity }, 2),
    zeroState(2),
    complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]),
  ];
  const group = observableSymmetry(controls, from, to);
  const observables = symmetricObservables(group, 2);
  const one = preparedProblem(controls, [from, to], observables, { group, copies: 2, transposed: true });
  const matrices = observables.map((B) => realPart(addScaledMatrix(B, [-mean(B, from), 0], identityMatrix(4))));
  const problem = { ...one, witness: one.witness!, matrices, widths: [0.4, 0.6] };
  const places = movingUnknowns(problem);
  const stream = randomStream(4, 'moving');
  const x = Float64Array.from({ length: places.total }, () => 0.1 * stream.normal());
  for (const [k, height] of [0, 0.4, 1].entries()) {
    observables.forEach((B, m) => {
      x[places.leaf(k) + m] = x[places.leaf(k) + m]! + mean(B, to) - mean(B, from);
    });
    x[places.leaf(k) + observables.length] = -height * 2;
  }
  const objective = movingObjective(problem, 5, 2);
  const { value, gradient } = objective(x);
  expect(value).toBeGreaterThan(-10);
  for (let k = 0; k < x.length; k += k < places.more(0, 0) ? 1 : 9) {
    const moved = (h: number): number => objective(x.map((y, at) => (at === k ? y + h : y))).value;
    expect(gradient![k]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 5);
  }
});
