import { describe, expect, test } from 'vitest';
import { type ArcProblem, arcProblem, arcsAt, totalTime, unknowns } from '../../src/control/arc-path.ts';
import type { ControlBound } from '../../src/control/drift-system.ts';
import { endOf, randomArcs } from '../../src/control/time-search.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, plus } from '../../src/linalg/real-vector.ts';
import { CNOT } from '../geodesic/unitary/unitaries.ts';
import { sum } from './systems.ts';

const problemOf = (bound: ControlBound): ArcProblem =>
  arcProblem(
    { drift: sum(2, { ZZ: 1, XI: 0.3 }), controls: [sum(2, { XI: 1 }), sum(2, { IX: 1, IZ: 0.5 })], bound },
    { unitary: CNOT },
    3,
    1.3,
  );

describe.each([
  { kind: 'each', bounds: 2 },
  { kind: 'sum', bound: 2 },
  { kind: 'norm', bound: 2 },
  { kind: 'unlimited' },
] as ControlBound[])('arcs with controls of %j', (bound) => {
  const problem = problemOf(bound);
  const x = randomArcs(problem, randomStream(1, 'x'), 2);

  test('take the time asked for', () => {
    expect(totalTime(problem, x)).toBeCloseTo(2, 12);
    expect(x.length).toBe(unknowns(problem));
    expect(arcsAt(problem, x).length).toBe(bound.kind === 'unlimited' ? 7 : 3);
  });

  test('have the derivatives of their end, forwards and backwards', () => {
    const { pushforward, pullback, miss } = endOf(problem, x);
    const direction = x.map((_, i) => Math.sin(i + 1));
    const cotangent = miss.map((_, i) => Math.cos(i));
    const [ahead, behind] = [1e-5, -1e-5].map((h) => endOf(problem, plus(x, h, direction)).miss);
    const moved = pushforward(direction);
    moved.forEach((value, i) => {
      expect(value).toBeCloseTo((ahead![i]! - behind![i]!) / 2e-5, 7);
    });
    expect(dot(pullback(cotangent), direction)).toBeCloseTo(dot(cotangent, moved), 10);
  });
});
