import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import {
  amplitudeDamping,
  applyChannel,
  dephasing,
  depolarising,
  type QubitChannel,
} from '../../src/estimation/noise-channel.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

type Bloch = readonly [number, number, number];
/** (1 + r·σ)/2. */
const ball = ([x, y, z]: Bloch): ComplexMatrix =>
  complexMatrix(
    [
      [(1 + z) / 2, x / 2],
      [x / 2, (1 - z) / 2],
    ],
    [
      [0, -y / 2],
      [y / 2, 0],
    ],
  );
const kronecker = (a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix => {
  const out = zeroMatrix(a.rows * b.rows, a.cols * b.cols);
  for (let row = 0; row < out.rows; row++) {
    for (let col = 0; col < out.cols; col++) {
      const u = 2 * (Math.floor(row / b.rows) * a.cols + Math.floor(col / b.cols));
      const v = 2 * ((row % b.rows) * b.cols + (col % b.cols));
      const [x, y, s, t] = [a.interleaved[u]!, a.interleaved[u + 1]!, b.interleaved[v]!, b.interleaved[v + 1]!];
      out.interleaved.set([x * s - y * t, x * t + y * s], 2 * (row * out.cols + col));
    }
  }
  return out;
};
const expectEqual = (a: ComplexMatrix, b: ComplexMatrix): void => {
  expect([a.rows, a.cols]).toEqual([b.rows, b.cols]);
  a.interleaved.forEach((value, k) => {
    expect(value).toBeCloseTo(b.interleaved[k]!, 14);
  });
};

const r: Bloch = [0.3, -0.5, 0.4];
const s: Bloch = [-0.2, 0.1, 0.7];

describe('on the Bloch vector', () => {
  test.each([0, 0.3, 1])('with probability %d', (p) => {
    const [x, y, z] = r;
    const root = Math.sqrt(1 - p);
    expectEqual(applyChannel(ball(r), depolarising(p)), ball([(1 - p) * x, (1 - p) * y, (1 - p) * z]));
    expectEqual(applyChannel(ball(r), dephasing(p)), ball([(1 - p) * x, (1 - p) * y, z]));
    expectEqual(applyChannel(ball(r), amplitudeDamping(p)), ball([root * x, root * y, p + (1 - p) * z]));
  });

  test('a product of qubits changes where the channel acts, and only there', () => {
    const [channel, damped] = [amplitudeDamping(0.3), applyChannel(ball(s), amplitudeDamping(0.3))];
    const three = kronecker(kronecker(ball(r), ball(s)), ball(r));
    expectEqual(applyChannel(three, channel, [1]), kronecker(kronecker(ball(r), damped), ball(r)));
    const moved = applyChannel(ball(r), channel);
    expectEqual(applyChannel(three, channel, [0]), kronecker(kronecker(moved, ball(s)), ball(r)));
    expectEqual(applyChannel(three, channel), kronecker(kronecker(moved, damped), moved));
    expectEqual(applyChannel(three, channel, []), three);
  });
});

test('an entangled state goes to Σ_k K_k ρ K_k†, complex Kraus operators among them', () => {
  const turned: QubitChannel = [
    complexMatrix(
      [
        [0.8, 0],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0.6],
      ],
    ),
    complexMatrix(
      [
        [0, 0],
        [0.6, 0],
      ],
      [
        [0, 0.8],
        [0, 0],
      ],
    ),
  ];
  const psi = randomVector(8, randomStream(4, 'state'));
  const rho = reducedDensityMatrix(psi, [2, 2, 2], [0, 1]);
  for (const channel of [turned, depolarising(0.4), amplitudeDamping(0.7)]) {
    for (const qubit of [0, 1]) {
      const expected = channel.reduce(
        (sum, K) => {
          const whole = qubit === 0 ? kronecker(K, identityMatrix(2)) : kronecker(identityMatrix(2), K);
          return addScaledMatrix(sum, [1, 0], multiply(multiply(whole, rho), whole, { adjointB: true }));
        },
        zeroMatrix(4, 4),
      );
      expectEqual(applyChannel(rho, channel, [qubit]), expected);
    }
  }
});

test('probabilities, shapes and qubits that are none are named', () => {
  for (const make of [depolarising, dephasing, amplitudeDamping]) {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => make(p)).toThrow(DomainError);
  }
  expect(() => applyChannel(identityMatrix(3), dephasing(0))).toThrow(ShapeError);
  expect(() => applyChannel(zeroMatrix(4, 2), dephasing(0))).toThrow('got 4×2');
  for (const qubit of [-1, 2, 0.5]) {
    expect(() => applyChannel(identityMatrix(4), dephasing(0), [qubit])).toThrow('qubits below 2 required');
  }
});
