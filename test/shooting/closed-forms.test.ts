import { describe, expect, test } from 'vitest';
import { completeEllipticIntegral } from '../../src/linalg/elliptic-integral.ts';
import { plus } from '../../src/linalg/real-vector.ts';
import { endAt } from '../../src/shooting/end-at.ts';
import { exponentialKernel, gaussianKernel, type Kernel, sumOfKernels } from '../../src/shooting/kernels.ts';
import { matchExactly } from '../../src/shooting/match-exactly.ts';
import { landmarkSpace } from '../../src/shooting/point-space.ts';
import { rigidBody } from '../../src/shooting/rigid-body.ts';
import { endOf, shoot } from '../../src/shooting/shoot.ts';
import { meanWave } from '../../src/shooting/wave-mean.ts';

describe('peakons: two landmarks on a line with the kernel e^{−|x|}', () => {
  const [fast, slow] = [1.5, 0.8];
  const apart = 26;
  const time = (2 * apart) / (fast - slow);
  const steps = 320;
  const { points } = shoot(
    landmarkSpace(exponentialKernel(), 2, 1),
    Float64Array.of(-apart, 0),
    Float64Array.of(fast, slow),
    steps,
    time,
  );
  const { q, p } = points[steps]!;

  test('the one behind hands its momentum to the one in front', () => {
    expect(p[0]).toBeCloseTo(slow, 8);
    expect(p[1]).toBeCloseTo(fast, 8);
  });

  test('both are shifted: 2 ln(c₁/(c₁ − c₂)) forwards and 2 ln((c₁ − c₂)/c₂)', () => {
    expect(q[1]! - (fast * time - apart)).toBeCloseTo(2 * Math.log(fast / (fast - slow)), 8);
    expect(q[0]! - slow * time).toBeCloseTo(2 * Math.log((fast - slow) / slow), 8);
  });

  test('they come no closer than 2 ln((c₁ + c₂)/(c₁ − c₂))', () => {
    // The distance is even in time about its minimum: a parabola through the three least gives it to the fourth power of the step.
    const gaps = points.map((point) => point.q[1]! - point.q[0]!);
    const k = gaps.indexOf(Math.min(...gaps));
    const middle = points[k]!;
    const nearest = [-1, -0.5, 0, 0.5, 1].map((s) => {
      const around = endOf(
        shoot(landmarkSpace(exponentialKernel(), 2, 1), middle.q, middle.p, 8, (s * time) / steps || 1e-12),
      );
      return around.q[1]! - around.q[0]!;
    });
    const least = vertex(nearest);
    expect(least).toBeCloseTo(2 * Math.log((fast + slow) / (fast - slow)), 8);
    expect(2 * Math.log(2.3 / 0.7)).toBeCloseTo(2.3792, 4);
  });
});

/** Least value of the quartic through five equidistant values. */
function vertex([a, b, c, d, e]: readonly number[]): number {
  const s1 = (a! - 8 * b! + 8 * d! - e!) / 12;
  const s2 = (-a! + 16 * b! - 30 * c! + 16 * d! - e!) / 24;
  const s3 = (-a! + 2 * b! - 2 * d! + e!) / 12;
  const s4 = (a! - 4 * b! + 6 * c! - 4 * d! + e!) / 24;
  let x = -s1 / (2 * s2);
  for (let k = 0; k < 20; k++)
    x -= (s1 + x * (2 * s2 + x * (3 * s3 + x * 4 * s4))) / (2 * s2 + x * (6 * s3 + x * 12 * s4));
  return c! + x * (s1 + x * (s2 + x * (s3 + x * s4)));
}

describe('a rigid body', () => {
  const identity = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  /** p with J = Σ q_k × p_k at the identity. */
  const momentumOf = ([x, y, z]: readonly [number, number, number]): Float64Array =>
    Float64Array.of(0, z / 2, -y / 2, -z / 2, 0, x / 2, y / 2, -x / 2, 0);
  const momentumAt = ({ q, p }: { readonly q: Float64Array; readonly p: Float64Array }): readonly number[] =>
    [0, 1, 2].map((a) =>
      [0, 3, 6].reduce((sum, k) => {
        const [b, c] = [(a + 1) % 3, (a + 2) % 3];
        return sum + q[k + b]! * p[k + c]! - q[k + c]! * p[k + b]!;
      }, 0),
    );

  test('of spherical inertia turns by the least angle: length √I·angle', () => {
    const [cos, sin] = [Math.cos(1.1), Math.sin(1.1)];
    const target = Float64Array.of(cos, sin, 0, -sin, cos, 0, 0, 0, 1);
    const { value, result } = matchExactly(rigidBody([2, 2, 2]), identity, endAt(target));
    expect(result).toBe('converged');
    expect(value.length).toBeCloseTo(Math.SQRT2 * 1.1, 10);
  });

  test('a symmetric one precesses: J turns about the axis at J₃(1/I₁ − 1/I₃), against ω', () => {
    const start = [0.6, 0, 0.9] as const;
    const [I1, I3, time] = [1.3, 0.4, 1.7];
    const J = momentumAt(endOf(shoot(rigidBody([I1, I1, I3]), identity, momentumOf(start), 48, time)));
    const angle = start[2] * (1 / I3 - 1 / I1) * time; // J′ = ω × J
    expect(J[0]).toBeCloseTo(0.6 * Math.cos(angle), 9);
    expect(J[1]).toBeCloseTo(0.6 * Math.sin(angle), 9);
    expect(J[2]).toBeCloseTo(0.9, 10);
  });

  test('an asymmetric one returns after 4K of its elliptic functions', () => {
    const [I1, I2, I3] = [1, 2, 3];
    const start = [0.5, 0, 1.2] as const; // M² < 2EI₂: J circles the third axis
    const [M2, E2] = [start[0] ** 2 + start[2] ** 2, start[0] ** 2 / I1 + start[2] ** 2 / I3];
    const rate = Math.sqrt(((I3 - I2) * (M2 - E2 * I1)) / (I1 * I2 * I3));
    const k2 = ((I2 - I1) * (E2 * I3 - M2)) / ((I3 - I2) * (M2 - E2 * I1));
    const period = (4 * completeEllipticIntegral(Math.sqrt(1 - k2))) / rate;
    const J = momentumAt(endOf(shoot(rigidBody([I1, I2, I3]), identity, momentumOf(start), 200, period)));
    J.forEach((x, a) => {
      expect(x).toBeCloseTo(start[a]!, 9);
    });
  });
});

describe('kernels', () => {
  const kernels: readonly (readonly [Kernel, number])[] = [
    [gaussianKernel(0.6), 12],
    [
      sumOfKernels([
        { share: 0.5, kernel: gaussianKernel(0.3) },
        { share: 2, kernel: gaussianKernel(1.1) },
      ]),
      12,
    ],
    [exponentialKernel(0.8), 1],
  ];
  test.each(kernels)('%o have the derivatives and the spectrum that they say', (kernel, digits) => {
    const out = new Float64Array(3);
    const at = (s: number): Float64Array => {
      kernel.profile(s, out);
      return out.slice();
    };
    const h = 1e-4;
    expect((at(0.7 + h)[0]! - at(0.7 - h)[0]!) / (2 * h)).toBeCloseTo(at(0.7)[1]!, 6);
    expect((at(0.7 + h)[1]! - at(0.7 - h)[1]!) / (2 * h)).toBeCloseTo(at(0.7)[2]!, 6);
    for (const d of [1, 2, 3] as const) {
      const r = 0.9;
      const sum = kernel
        .spectrum(d)
        .reduce((total, { waveNumber, weight }) => total + weight * meanWave(d, waveNumber * r), 0);
      expect(sum).toBeCloseTo(at(r * r)[0]!, digits);
    }
  });

  test('J₀ has its zeros and the value 1 at 0', () => {
    expect(meanWave(2, 0)).toBe(1);
    for (const zero of [2.404825557695773, 5.520078110286311, 30.63460646843198]) {
      expect(Math.abs(meanWave(2, zero))).toBeLessThan(1e-13);
    }
  });

  test('refuse widths and shares that are none', () => {
    expect(() => gaussianKernel(0)).toThrow('gaussianKernel: a positive finite width required, got 0');
    expect(() => sumOfKernels([])).toThrow('sumOfKernels: kernels with positive shares required, got none');
  });
});

describe('landmarks', () => {
  /** The circle and its target of SYSTEMS: (1.4 cos t + 0.3, 0.6 sin t + 0.2 cos 2t). */
  const circle = (count: number) => {
    const angles = Array.from({ length: count }, (_, k) => (2 * Math.PI * k) / count);
    return {
      from: Float64Array.from(angles.flatMap((t) => [Math.cos(t), Math.sin(t)])),
      to: Float64Array.from(
        angles.flatMap((t) => [1.4 * Math.cos(t) + 0.3, 0.6 * Math.sin(t) + 0.2 * Math.cos(2 * t)]),
      ),
    };
  };

  test('one lone landmark goes straight: length |x|/√K(0)', () => {
    const { value } = matchExactly(
      landmarkSpace(gaussianKernel(1), 1),
      Float64Array.of(0, 0),
      endAt(Float64Array.of(3, 4)),
    );
    expect(value.length).toBeCloseTo(5, 12);
  });

  test('a circle of eight becomes the bent ellipse at length 1.19058', () => {
    const { from, to } = circle(8);
    const { value, result } = matchExactly(landmarkSpace(gaussianKernel(0.7), 8), from, endAt(to), {
      tolerance: 1e-13,
    });
    expect(result).toBe('converged');
    expect(value.length).toBeCloseTo(1.19058, 5);
    expect(value.mismatch).toBeLessThan(1e-13);
    expect(value.certificate.leastJacobian).toBeGreaterThan(0.4);
    expect(Math.hypot(...plus(endOf(value.shot).q, -1, to))).toBeLessThan(1e-12);
  });

  test('starts of another dimension are refused', () => {
    const space = landmarkSpace(gaussianKernel(1), 2);
    expect(() => shoot(space, new Float64Array(4), new Float64Array(3), 4)).toThrow(
      'q and p of 4 numbers required, got 4 and 3',
    );
    expect(() => matchExactly(space, new Float64Array(3), endAt(new Float64Array(3)))).toThrow(
      'a start of 4 numbers required',
    );
  });
});
