import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { observableBound } from '../../src/complexity/observable-bound.ts';
import { provenObservableBound } from '../../src/complexity/proven-observable-bound.ts';
import { verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
const w = complexVector([0, 1, 1, 0, 1, 0, 0, 0].map((x) => x / Math.sqrt(3)));
const quick = { cells: 3, starts: 1, maxSteps: 20 };

test.each([
  ['Bell', bell, {}, Math.PI / 4 / Math.SQRT2],
  ['a random state', randomVector(4, randomStream(2, 'state')), {}, Infinity],
  ['W₃', w, {}, 0.934661],
  ['W₃ on three copies', w, { copies: 3, cells: 2, maxSteps: 8 }, 0.934661],
  ['W₃, transposed', w, { cells: 1, maxSteps: 5, transposed: true }, 0.934661],
] as const)(
  '%s: rounded outwards the bound is what it is with 10⁻⁹ added, or greater',
  (_, target, options, length) => {
    const qubits = Math.log2(target.length);
    const [controls, from] = [controlWords({ maxSize: 2, penalty: Infinity }, qubits), zeroState(qubits)];
    const { observable, cells, copies } = solution(observableBound(controls, from, target, { ...quick, ...options }));
    const proven = provenObservableBound(controls, from, target, observable, cells, copies);
    const verified = verifiedObservableBound(controls, from, target, observable, cells, copies);
    expect(proven).toBeGreaterThan(verified - 1e-6);
    expect(proven).toBeLessThan(Math.min(length, verified + 1e-5)); // 10⁻⁹ costs more where S almost vanishes
    // What 10⁻⁹ stands for: multiplied by 10, A has the same bound.
    const scaled = {
      ...observable,
      terms: observable.terms.map((term) => ({ ...term, coefficient: 10 * term.coefficient })),
    };
    const stretched = cells.map(({ transposed, ...cell }) => ({
      ...cell,
      b: 10 * cell.b,
      ...(transposed && { transposed: transposed.map((y) => y.map((x) => 10 * x)) }),
    }));
    expect(provenObservableBound(controls, from, target, scaled, stretched, copies)).toBeCloseTo(proven, 6);
  },
);

test('without a change there is no bound, and mistakes are named', () => {
  const controls = controlWords({ maxSize: 2, penalty: Infinity }, 2);
  const observable = { qubits: 2, terms: [{ word: 'ZI', coefficient: 1 }] };
  expect(provenObservableBound(controls, bell, bell, observable, [{ b: 0, nu: 0 }])).toBe(0);
  expect(() => provenObservableBound(controls, bell, bell, observable, [])).toThrow(
    'provenObservableBound: an observable',
  );
});
