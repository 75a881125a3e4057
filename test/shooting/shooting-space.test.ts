import { describe, expect, test } from 'vitest';
import { dot, length, plus } from '../../src/linalg/real-vector.ts';
import { energyCoordinates } from '../../src/shooting/energy-coordinates.ts';
import { midpointShot } from '../../src/shooting/midpoint.ts';
import { endOf, shoot, shootCarrying, shootVarying } from '../../src/shooting/shoot.ts';
import { shootingCertificate } from '../../src/shooting/shooting-certificate.ts';
import { numbers, SPACES } from './spaces.ts';

describe.each(SPACES)('%s', (_, space) => {
  const n = space.dimension;
  // Followers have no momentum.
  const frame = space.momenta?.(numbers(n, 1));
  const allowed = (p: Float64Array): Float64Array => (frame ? frame.vectorOf(frame.coordinatesOf(p)) : p);
  const point = { q: numbers(n, 1), p: allowed(numbers(n, 2)) };
  const change = { q: numbers(n, 3), p: allowed(numbers(n, 4)) };

  test('the flow is that of its energy: q′ = ∂H/∂p, p′ = −∂H/∂q', () => {
    const h = 1e-3;
    const { q, p } = space.flow(point);
    const slope = (at: (h: number) => { q: Float64Array; p: Float64Array }): number => {
      const H = (k: number): number => space.flow(at(k * h)).energy;
      return (8 * (H(1) - H(-1)) - (H(2) - H(-2))) / (12 * h);
    };
    expect(slope((s) => ({ q: point.q, p: plus(point.p, s, change.p) }))).toBeCloseTo(dot(q, change.p), 8);
    expect(slope((s) => ({ q: plus(point.q, s, change.q), p: point.p }))).toBeCloseTo(-dot(p, change.q), 8);
  });

  test('the variation is its derivative', () => {
    const h = 1e-3;
    const { q, p } = space.variation(point, change);
    const at = (s: number) => space.flow({ q: plus(point.q, s, change.q), p: plus(point.p, s, change.p) });
    const [a, b, c, d] = [at(h), at(-h), at(2 * h), at(-2 * h)];
    for (const [part, exact] of [
      ['q', q],
      ['p', p],
    ] as const) {
      const difference = exact.map(
        (__, k) => (8 * (a[part][k]! - b[part][k]!) - (c[part][k]! - d[part][k]!)) / (12 * h),
      );
      difference.forEach((x, k) => {
        expect(x).toBeCloseTo(exact[k]!, 7);
      });
    }
  });

  test('scales add up to the energy, the energy is quadratic in p', () => {
    const { energy } = space.flow(point);
    const total = space.scales(point).reduce((sum, { power }) => sum + power, 0);
    expect(total / energy).toBeCloseTo(1, space.pointDimension === 1 ? 1 : 12);
    expect(space.flow({ q: point.q, p: point.p.map((x) => 3 * x) }).energy / energy).toBeCloseTo(9, 12);
  });

  test('energy, invariants and the coadjoint orbit are kept; the end does not depend on the steps', () => {
    const slow = point.p.map((x) => 0.3 * x);
    const certificate = shootingCertificate(space, shoot(space, point.q, slow, 24));
    expect(certificate.energyDrift).toBeLessThan(1e-10);
    expect(certificate.invariantDrift).toBeLessThan(1e-10);
    expect(certificate.coadjointResidual).toBeLessThan(1e-10);
    expect(certificate.integrationError).toBeLessThan(1e-9);
  });

  test('a shot runs back to where it came from', () => {
    const end = endOf(shoot(space, point.q, point.p, 30, 0.4));
    const back = endOf(shoot(space, end.q, end.p, 30, -0.4));
    back.q.forEach((x, k) => {
      expect(x).toBeCloseTo(point.q[k]!, 8);
    });
  });

  test('tangent, pullback and the varied shot are derivatives of the end', () => {
    const slow = { q: point.q, p: point.p.map((x) => 0.3 * x) };
    const shot = midpointShot(space, slow, 6);
    const cotangent = numbers(n, 5);
    const moved = shot.tangent(change.p);
    expect(dot(cotangent, moved)).toBeCloseTo(dot(shot.pullback(cotangent), change.p), 9);
    const h = 1e-5;
    const end = (s: number) => midpointShot(space, { q: point.q, p: plus(slow.p, s, change.p) }, 6).end.q;
    const difference = (dot(cotangent, end(h)) - dot(cotangent, end(-h))) / (2 * h);
    expect(difference / dot(cotangent, moved)).toBeCloseTo(1, 6);
    const varied = shootVarying(space, slow, [change.p], 12, 0.5).vectors.at(-1)![0]!.subarray(0, n);
    const exact = (s: number) => endOf(shoot(space, point.q, plus(slow.p, s, change.p), 12, 0.5)).q;
    const fine = (dot(cotangent, exact(h)) - dot(cotangent, exact(-h))) / (2 * h);
    expect(fine / dot(cotangent, varied)).toBeCloseTo(1, 6);
  });
});

test('the midpoint rule has order 2, the shot order 8', () => {
  const [, space] = SPACES[1]!;
  const point = { q: numbers(6, 1), p: numbers(6, 2) };
  const exact = endOf(shoot(space, point.q, point.p, 160)).q;
  const off = (q: Float64Array): number => Math.hypot(...plus(q, -1, exact));
  const coarse = off(midpointShot(space, point, 20).end.q) / off(midpointShot(space, point, 40).end.q);
  expect(Math.log2(coarse)).toBeCloseTo(2, 0);
  const fine = off(endOf(shoot(space, point.q, point.p, 6)).q) / off(endOf(shoot(space, point.q, point.p, 12)).q);
  expect(Math.log2(fine)).toBeGreaterThan(7);
});

test('what is carried along with the points is the derivative of their map', () => {
  const [, space] = SPACES[3]!; // the pixels follow: nearby ones tell the derivative
  const q = numbers(10, 1);
  q.set([0.2, 0.1, 0.2 + 1e-5, 0.1, 0.2, 0.1 + 1e-5], 4);
  const p = numbers(10, 2).map((x, k) => (k < 4 ? x : 0));
  const carried = shootCarrying(
    space,
    { q, p },
    [Float64Array.from(q, (_, k) => Number(k % 2 === 0)), Float64Array.from(q, (_, k) => Number(k % 2 === 1))],
    16,
  );
  const end = endOf(carried).q;
  const [alongX, alongY] = carried.vectors.at(-1)!;
  expect((end[6]! - end[4]!) / 1e-5).toBeCloseTo(alongX![4]!, 3);
  expect((end[7]! - end[5]!) / 1e-5).toBeCloseTo(alongX![5]!, 3);
  expect((end[8]! - end[4]!) / 1e-5).toBeCloseTo(alongY![4]!, 3);
});

test('the certificate of a coarse shot tells its errors', () => {
  const [, space] = SPACES[1]!;
  const start = { q: numbers(6, 1), p: numbers(6, 2).map((x) => 2 * x) };
  const shot = shoot(space, start.q, start.p, 1, 3);
  const certificate = shootingCertificate(space, shot);
  const energies = shot.points.map((point) => space.flow(point).energy);
  expect(certificate.energyDrift).toBeCloseTo(Math.abs(energies[1]! / energies[0]! - 1), 12);
  expect(certificate.energyDrift).toBeGreaterThan(1e-9);
  // The momentum is carried by the transpose of what carries displacements only as well as both are integrated.
  expect(certificate.coadjointResidual).toBeGreaterThan(1e-9);
  const finer = endOf(shoot(space, start.q, start.p, 2, 3)).q;
  expect(certificate.integrationError).toBe(Math.max(...plus(finer, -1, endOf(shot).q).map(Math.abs)));
});

test('energy coordinates make the energy half a square, and are those of the momentum that they give', () => {
  const [, space] = SPACES[1]!;
  const q = numbers(6, 1);
  const { momentumOf, coordinatesOf, gradientOf, size } = energyCoordinates(space, q, 1e-14);
  const u = numbers(size, 2);
  const p = momentumOf(u);
  expect(space.flow({ q, p }).energy).toBeCloseTo(length(u) ** 2 / 2, 12);
  coordinatesOf(p).forEach((x, k) => {
    expect(x).toBeCloseTo(u[k]!, 11);
  });
  const gradient = numbers(6, 3);
  expect(dot(gradientOf(gradient), u)).toBeCloseTo(dot(gradient, p), 11);
});
