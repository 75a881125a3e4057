import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { symmetricDicke } from '../../../datasets/symmetric.ts';
import { werner } from '../../../datasets/werner.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import { greatestLowerBound } from '../../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { verifiedMovingBound } from '../../../src/complexity/moving-observable.ts';
import { verifiedSymmetricMovingBound } from '../../../src/complexity/symmetric-moving-bound.ts';
import { verifiedSymmetricBound } from '../../../src/complexity/symmetric-observable-bound.ts';
import { verifiedObservableBound } from '../../../src/complexity/verified-observable-bound.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import type { GeodesicRecord } from '../../../src/record/run-record.ts';
import { geodesicSection } from '../../../src/report/geodesic-section.ts';
import { dickeComponents, ghzComponents } from '../../../src/state/symmetric-vector.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { checkFit } from '../../../train/run/fit.ts';
import { withAskedBound } from '../../../train/run/lower-bound-stage.ts';
import { experimentWith, staged } from './staged.ts';

const METRIC = { maxSize: 2, penalty: Number.POSITIVE_INFINITY };
const bell = ghz(2);
const circuit = parametrised(2, ['XY']);
const quick = { slices: 4, starts: 1, sectors: false };

/** What a generator returns. */
function returned<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('the bound that is asked for is in the record, with what its check takes', () => {
  const controls = controlWords(METRIC, 2);

  test('none', () => {
    const { value } = staged(bell, circuit, { ...quick, lowerBound: { observable: 'none' } }, METRIC);
    expect(value!.lowerBounds!.observable).toBeNull();
    expect(value!.lowerBound).toBeCloseTo(Math.PI / 4 / Math.SQRT2, 9);
  });

  test('a moving observable beside the quick one, on the page, too', () => {
    const lowerBound = { observable: 'moving', cells: 2, maxSteps: 25 };
    const { value } = staged(bell, circuit, { ...quick, lowerBound }, METRIC);
    const { moving, observable } = value!.lowerBounds!;
    expect(moving!.segments).toHaveLength(2);
    const again = verifiedMovingBound(controls, zeroState(2), bell.amplitudes, moving!.leaves, moving!.segments);
    expect(again).toBeCloseTo(moving!.bound, 12);
    expect(value!.lowerBound).toBeGreaterThanOrEqual(Math.max(moving!.bound, observable!.bound));
    const training = { network: circuit, theta: [0], infidelity: 0, complexity: { name: '', value: 0 } } as never;
    expect(geodesicSection(value!, training)).toContain('Bound by an observable that changes on the way');
  });

  test('one observable in as many cells as asked for; of two the greater is kept', () => {
    const problem = { target: bell, network: circuit, metric: METRIC };
    const experiment = experimentWith({ lowerBound: { observable: 'one', cells: 14, starts: 2 } });
    const bounded = (known: object | null): GeodesicRecord => {
      const lowerBounds = { fubiniStudy: 0.5, entanglement: 0.4, observable: known };
      return returned(withAskedBound(experiment, problem, { lowerBounds, lowerBound: 0.5 } as GeodesicRecord));
    };
    const { lowerBound, lowerBounds } = bounded(null);
    const { cells, observable, bound } = lowerBounds!.observable!;
    expect(cells).toHaveLength(14);
    const again = verifiedObservableBound(controls, zeroState(2), bell.amplitudes, observable, cells);
    expect(again).toBeCloseTo(bound, 12);
    expect(bound).toBeGreaterThan(0.555);
    expect(lowerBound).toBe(bound);
    expect(bounded({ bound: 0.6 }).lowerBounds!.observable).toEqual({ bound: 0.6 });
    expect(bounded({ bound: 0.5 }).lowerBounds!.observable).toEqual(lowerBounds!.observable);
  });

  test('a symmetric observable for a path in a sector', () => {
    const target = symmetricDicke(7, 1);
    const network = parametrised(7, ['XIIIIII']);
    const lowerBound = { observable: 'symmetric', cells: 1, maxSteps: 10 };
    const options = { slices: 2, starts: 1, maxSteps: 10, real: true, sector: [1, 6], lowerBound };
    const { value } = staged(target, network, options, METRIC);
    const { symmetric, entanglement } = value!.lowerBounds!;
    const problem = { qubits: 7, sizeWeights: [1, 1], from: dickeComponents(7, 0), to: dickeComponents(7, 1) };
    const again = verifiedSymmetricBound(problem, symmetric!.observable, symmetric!.cells);
    expect(again).toBeCloseTo(symmetric!.bound, 12);
    expect(symmetric!.bound).toBeGreaterThan(entanglement);
    expect(value!.lowerBound).toBe(symmetric!.bound);
  });

  test('a symmetric observable that changes on the way', () => {
    const target = ghz(3);
    const network = parametrised(3, ['XYI']);
    const experiment = experimentWith({ lowerBound: { observable: 'symmetric-moving', cells: 1, maxSteps: 6 } });
    const lowerBounds = { fubiniStudy: 0.5, entanglement: 0.4, observable: null };
    const given = { lowerBounds, lowerBound: 0.5 } as GeodesicRecord;
    const value = returned(withAskedBound(experiment, { target, network, metric: METRIC }, given));
    const { symmetricMoving } = value.lowerBounds!;
    const problem = { qubits: 3, sizeWeights: [1, 1], from: dickeComponents(3, 0), to: ghzComponents(3) };
    const again = verifiedSymmetricMovingBound(problem, symmetricMoving!.leaves, symmetricMoving!.segments);
    expect(again).toBeCloseTo(symmetricMoving!.bound, 12);
    expect(again).toBeGreaterThan(0.5);
    expect(value.lowerBound).toBe(symmetricMoving!.bound);
    expect(greatestLowerBound(value.lowerBounds!).by).toBe('a symmetric moving observable');
  });
});

test('a bound that cannot be sought is refused with its key', () => {
  const refused = (observable: string, target: TargetState, metric: object = METRIC) => {
    const network = matrixProductState(target.dimensions, { bond: 2 });
    const experiment = experimentWith({ lowerBound: { observable } });
    return () => checkFit(experiment, { target, network, metric: metric as typeof METRIC });
  };
  const key = 'geodesic.lowerBound.observable: ';
  expect(refused('one', ghz(5))).toThrow(`${key}at most 4 qubits required for 'one', got 5`);
  expect(refused('moving', ghz(4))).toThrow(`${key}at most 3 qubits required for 'moving', got 4`);
  expect(refused('transposed', haarRandom(2, 1))).toThrow(`${key}real observables`);
  expect(refused('moving', haarRandom(2, 1))).toThrow(`${key}real states required`);
  expect(refused('symmetric', haarRandom(3, 1))).toThrow(`${key}a symmetric target required`);
  expect(refused('symmetric-moving', haarRandom(3, 1))).toThrow(`${key}a symmetric target required`);
  expect(refused('symmetric', symmetricDicke(11, 1))).toThrow(`${key}1 to 10 qubits required, got 11`);
  expect(refused('one', ghz(3), { ...METRIC, sizeWeights: [0, 1] })).toThrow(`${key}weights above 0 required`);
  expect(refused('one', werner(0.5))).toThrow(`${key}a pure state required`);
  expect(refused('one', ghz(3))).not.toThrow();
});
