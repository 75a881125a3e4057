import { describe, expect, test } from 'vitest';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { fittedCostate } from '../../../src/geodesic/state/generator-readout.ts';
import {
  type Generators,
  generatorGeodesic,
  generators,
  wordGenerators,
} from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { shotJacobian } from '../../../src/geodesic/state/shot-jacobian.ts';
import { pointAfter, speedAt } from '../../../src/geodesic/state/state-flow.ts';
import { type StateGeodesic, stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { type ComplexVector, complexVector, zeroVector } from '../../../src/linalg/complex.ts';
import { Matrix } from '../../../src/linalg/dense-real.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { plus } from '../../../src/linalg/real-vector.ts';
import { addScaled, innerProduct } from '../../../src/linalg/vector.ts';
import type { PauliSum } from '../../../src/operator/pauli-sum.ts';
import { fubiniStudyDistance } from '../../../src/state/fidelity.ts';

const zero = (qubits: number): ComplexVector => {
  const vector = zeroVector(2 ** qubits);
  vector.interleaved[0] = 1;
  return vector;
};
const sum = (terms: Readonly<Record<string, number>>): PauliSum => ({
  qubits: 2,
  terms: Object.entries(terms).map(([word, coefficient]) => ({ word, coefficient })),
});
const half = Math.SQRT1_2;
/** The two-qubit words, those with both flips as sums and differences. */
const turned = (a: number, b: number, others: number): Generators =>
  generators(
    [
      sum({ XX: half, YY: -half }),
      sum({ XY: half, YX: half }),
      ...['XX YY', 'XY YX'].map((pair) => {
        const [p, q] = pair.split(' ');
        return sum({ [p!]: half, [q!]: pair === 'XX YY' ? half : -half });
      }),
      ...['ZI', 'IZ', 'XI', 'IX', 'YI', 'IY', 'ZZ', 'XZ', 'ZX', 'YZ', 'ZY'].map((word) => sum({ [word]: 1 })),
    ],
    [a, b, ...new Array(13).fill(others)],
  );

/** A costate that points somewhere. */
const somewhere = ({ length, interleaved }: ComplexVector, seed: number): Float64Array => {
  const stream = randomStream(seed, 'costate');
  return horizontalFrame(interleaved).vectorOf(Float64Array.from({ length: 2 * length - 2 }, () => stream.normal()));
};
const vectorOf = (interleaved: Float64Array): ComplexVector => ({ length: interleaved.length / 2, interleaved });
const stateOf = ({ state }: { readonly state: Float64Array }): ComplexVector => vectorOf(state);

describe('the flow of state and costate', () => {
  const metric = turned(1, 3, 2);
  const psi = randomVector(4, randomStream(1, 'start'));
  const start = { state: psi.interleaved, costate: somewhere(psi, 2) };

  test('keeps speed, norm and ⟨p|ψ⟩, and runs backwards', () => {
    const end = pointAfter(metric, start, 1.5);
    expect(speedAt(metric, end)).toBeCloseTo(speedAt(metric, start), 12);
    expect(innerProduct(stateOf(end), stateOf(end))[0]).toBeCloseTo(1, 12);
    expect(Math.hypot(...innerProduct(vectorOf(end.costate), stateOf(end)))).toBeLessThan(1e-12);
    const back = pointAfter(metric, end, -1.5);
    expect(fubiniStudyDistance(stateOf(back), psi)).toBeLessThan(1e-11);
  });

  test('does not ask in which basis equal weights are given', () => {
    const words = wordGenerators(controlWords({ penalty: 1 }, 2));
    const a = stateOf(pointAfter(turned(1, 1, 1), start, 1));
    expect(fubiniStudyDistance(a, stateOf(pointAfter(words, start, 1)))).toBeLessThan(1e-12);
  });

  test('refuses weights that are none', () => {
    expect(() => generators([sum({ XX: 1 })], [0])).toThrow(DomainError);
    expect(() => generators([sum({ XX: 1 })], [1, 1])).toThrow(ShapeError);
    expect(() => generators([], [])).toThrow(ShapeError);
  });
});

describe('the geodesic between two states', () => {
  test('has length √(2/2ⁿ)·arccos|⟨a|b⟩| where all words weigh 1', () => {
    const metric = wordGenerators(controlWords({ penalty: 1 }, 2));
    const psi = zero(2);
    const to = haarRandom(2, 4).amplitudes;
    const aimed = generatorGeodesic(metric, { state: psi.interleaved, costate: aim(psi, to).interleaved }, to);
    expect(aimed.residual).toBeLessThan(1e-10);
    expect(aimed.length).toBeCloseTo(Math.SQRT1_2 * fubiniStudyDistance(psi, to), 10);
  });

  test.each([
    [1, 3],
    [3, 1],
    [2.5, 2.5],
  ])('from |00⟩ to |11⟩ by (XX − YY)/√2 of weight %d and (XY + YX)/√2 of weight %d takes the lighter', (a, b) => {
    const only = generators([sum({ XX: half, YY: -half }), sum({ XY: half, YX: half })], [a, b]);
    const to = complexVector([0, 0, 0, 1]);
    const u = [a <= b ? 1.05 : 0.02, a <= b ? 0.02 : 1.05];
    const path = Array.from({ length: 8 }, () => Float64Array.from(u));
    const costate = fittedCostate(only, zero(2).interleaved, path);
    const { length, residual } = generatorGeodesic(only, { state: zero(2).interleaved, costate }, to);
    expect(residual).toBeLessThan(1e-10);
    expect(length).toBeCloseTo((Math.sqrt(Math.min(a, b)) * Math.PI) / (2 * Math.SQRT2), 9);
  });

  test('of three qubits is what sliced paths converge to, as 1/K²', () => {
    const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const metric = wordGenerators(controlWords(local, 3));
    const to = haarRandom(3, 1).amplitudes;
    const paths = [4, 8].map((slices) => sliced(local, to, slices));
    const velocity = paths[0]!.velocity.map((h) => Float64Array.from(h));
    const { length, residual } = generatorGeodesic(
      metric,
      { state: zero(3).interleaved, costate: fittedCostate(metric, zero(3).interleaved, velocity) },
      to,
    );
    expect(residual).toBeLessThan(1e-10);
    const [coarse, fine] = paths.map((path) => path.length - length);
    expect(coarse! / fine!).toBeGreaterThan(3.5);
    expect(coarse! / fine!).toBeLessThan(4.5);
  });

  test('the derivative of its end point is that of the flow', () => {
    const metric = turned(1, 4, 2);
    const psi = zero(2);
    const start = { state: psi.interleaved, costate: somewhere(psi, 5) };
    const to = stateOf(pointAfter(metric, start, 1));
    const { matrix } = shotJacobian(metric, { from: psi, to }, start.costate, 64);
    const direction = somewhere(psi, 6);
    const coordinates = Array.from(horizontalFrame(psi.interleaved).coordinatesOf(direction));
    const predicted = matrix.mmul(Matrix.columnVector(coordinates)).norm('frobenius');
    const step = 1e-5;
    const moved = pointAfter(metric, { ...start, costate: plus(start.costate, step, direction) }, 1);
    expect(fubiniStudyDistance(stateOf(moved), to) / step / predicted).toBeCloseTo(1, 4);
  });
});

function sliced(metric: PenaltyMetric, to: ComplexVector, slices: number): StateGeodesic {
  const steps = stateGeodesic(metric, to, { slices, starts: 1, polished: 0, conjugatePoints: false });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value.value;
  }
}

/** The costate that points from ψ straight to the target. */
function aim(psi: ComplexVector, to: ComplexVector): ComplexVector {
  const [re, im] = innerProduct(psi, to);
  const modulus = Math.hypot(re, im);
  const aligned = addScaled(zeroVector(to.length), [re / modulus, -im / modulus], to);
  const across = addScaled(aligned, [-modulus, 0], psi);
  return addScaled(zeroVector(to.length), [0.4, 0], across);
}
