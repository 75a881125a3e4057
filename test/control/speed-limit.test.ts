import { describe, expect, test } from 'vitest';
import { greatestSpread, timeLowerBound } from '../../src/control/speed-limit.ts';
import { CNOT } from '../geodesic/unitary/unitaries.ts';
import { inPlane, sum, words, xRotation } from './systems.ts';

describe('the speed limit', () => {
  const none = sum(1, {});

  test('of a rotation about X by a field along X is its angle over the field, of a qubit half that on the Bloch sphere', () => {
    const system = { drift: none, controls: words('X'), bound: { kind: 'each', bounds: 2 } } as const;
    expect(timeLowerBound(system, { unitary: xRotation(0.6) })).toBeCloseTo(0.3, 12);
    expect(timeLowerBound(system, { unitary: xRotation(Math.PI - 0.6) })).toBeCloseTo(0.3, 12); // up to the phase −1
    expect(timeLowerBound(system, { from: inPlane(0), to: inPlane(1.2) })).toBeCloseTo(0.3, 12);
  });

  test('sums the spreads of drift and controls', () => {
    const drift = sum(2, { ZZ: 1.5 });
    const controls = [sum(2, { XI: 1, IX: 1 }), sum(2, { YI: 0.5 })];
    expect(greatestSpread({ drift, controls, bound: { kind: 'each', bounds: [2, 4] } })).toBeCloseTo(1.5 + 4 + 2, 12);
    expect(greatestSpread({ drift, controls, bound: { kind: 'sum', bound: 2 } })).toBeCloseTo(
      1.5 + 2 * Math.hypot(2, 0.5),
      12,
    );
    expect(greatestSpread({ drift, controls, bound: { kind: 'norm', bound: 3 } })).toBeCloseTo(3 * Math.SQRT2, 12);
  });

  test('does not matter for unlimited one-qubit gates, where the interaction takes its time', () => {
    const system = { drift: sum(2, { ZZ: 1 }), controls: words('XI', 'IX'), bound: { kind: 'unlimited' } } as const;
    expect(timeLowerBound(system, { unitary: CNOT })).toBeCloseTo(Math.PI / 4, 12);
  });
});
