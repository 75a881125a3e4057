import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Ledger, observed, opened, type Part, shareDone } from '../../../train/run/time-left.ts';

/** A run as it was recorded: at so many seconds, in this part, so far in it. */
type Recorded = readonly (readonly [seconds: number, part: number, progress: number])[];

function ledgerOf(plan: readonly Part[], [first, ...more]: Recorded): Ledger {
  const placeOf = ([, part, progress]: Recorded[number]) => ({ plan, part, progress });
  return more.reduce((ledger, step) => observed(ledger, placeOf(step), step[0]), opened(placeOf(first!), first![0]));
}

const stagesOf = (points: number): readonly Part[] =>
  Array.from({ length: points }, () => [
    { kind: 'training', cost: 10 },
    { kind: 'geodesic', cost: 20 },
    { kind: 'fisher', cost: 0.5 },
  ]).flat();

describe('the time left', () => {
  test('is unknown in the training of a single state, however steadily it goes on: it may end sooner, and more follows', () => {
    const plan = stagesOf(1);
    for (let second = 0; second <= 60; second++) {
      const ledger = ledgerOf(plan, [
        [0, 0, 0],
        [second, 0, second / 1000],
      ]);
      expect(forecast(ledger, second).left).toBeNull();
    }
  });

  test('is known of equal parts once one has taken what the one before let expect, and is exact then', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: 4, max: 20 }), (each, parts) => {
        const plan = Array.from({ length: parts }, () => ({ kind: 'part', cost: 3 }));
        const until = (part: number): Recorded => Array.from({ length: part + 1 }, (_, k) => [k * each, k, 0] as const);
        expect(forecast(ledgerOf(plan, until(1)), each).left).toBeNull();
        for (let part = 2; part < parts; part++) {
          const { left, fraction } = forecast(ledgerOf(plan, until(part)), part * each);
          expect(left! / each).toBeCloseTo(parts - part, 9);
          expect(fraction).toBeCloseTo(part / parts, 9);
        }
      }),
      { seed: 3 },
    );
  });

  test('follows states that become shorter, since each starts from the one before', () => {
    const plan = stagesOf(6);
    const seconds = (point: number): readonly number[] => [4 + 16 / (point + 1), 9 + 3 / (point + 1), 0.1];
    const ends = Array.from({ length: 6 }, (_, point) => seconds(point)).flat();
    let [now, recorded]: [number, Recorded] = [0, [[0, 0, 0]]];
    ends.forEach((taken, part) => {
      now += taken;
      recorded = [...recorded, [now, part + 1, 0]];
      if (part < 8 || part === ends.length - 1) return; // three states are behind
      const truth = ends.slice(part + 1).reduce((a, b) => a + b, 0);
      const { left } = forecast(ledgerOf(plan, recorded), now);
      expect(Math.abs(left! - truth)).toBeLessThan(truth / 3);
    });
  });

  test('is withdrawn where a part takes much longer than those of its kind', () => {
    const plan = Array.from({ length: 5 }, () => ({ kind: 'part', cost: 1 }));
    const ledger = ledgerOf(plan, [
      [0, 0, 0],
      [10, 1, 0],
      [20, 2, 0],
    ]);
    expect(forecast(ledger, 25).left).toBeCloseTo(25, 9);
    expect(forecast(ledger, 60).left).toBeNull();
  });

  test('rests on measured times also where parts that were never measured are a small part of it', () => {
    const plan = [...Array.from({ length: 4 }, () => ({ kind: 'part', cost: 10 })), { kind: 'report', cost: 0.5 }];
    const steps: Recorded = [0, 1, 2, 3].map((part) => [10 * part, part, 0] as const);
    expect(forecast(ledgerOf(plan, steps), 32).left).toBeCloseTo(8.5, 1);
    expect(forecast(ledgerOf(plan, [...steps, [40, 4, 0]]), 40).left).toBeNull();
  });
});

describe('the fraction done', () => {
  test('does not come near 1 in a last part that is silent for long', () => {
    const plan = stagesOf(1);
    const ledger = ledgerOf(plan, [
      [0, 0, 0],
      [12, 1, 0],
      [237, 2, 0],
    ]);
    for (const second of [237, 250, 302]) expect(forecast(ledger, second).fraction).toBeLessThan(0.999);
    expect(forecast(ledger, 302).fraction).toBeLessThan(0.95);
    expect(forecast(ledger, 302).left).toBeNull();
  });

  test('does not come near 1 in a search that calls itself almost done for minutes', () => {
    const plan = stagesOf(1);
    const ledger = ledgerOf(plan, [
      [0, 0, 0],
      [12, 1, 0],
      [60, 1, 0.99],
    ]);
    for (const second of [60, 120, 180]) expect(forecast(ledger, second).fraction).toBeLessThan(0.85);
  });

  test('is between 0 and 1, whatever is recorded', () => {
    const gap = fc.record({
      gap: fc.double({ min: 0, max: 1e4, noNaN: true }),
      ahead: fc.integer({ min: 0, max: 2 }),
      progress: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 12 }), (gaps) => {
        const plan = stagesOf(3);
        let [seconds, part] = [0, 0];
        const recorded = gaps.map((step) => {
          [seconds, part] = [seconds + step.gap, Math.min(plan.length - 1, part + step.ahead)];
          return [seconds, part, step.progress] as const;
        });
        const { fraction, left } = forecast(ledgerOf(plan, [[0, 0, 0], ...recorded]), seconds);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        if (left !== null) expect(left).toBeGreaterThanOrEqual(0);
      }),
      { seed: 4 },
    );
  });
});

test('the share of the cost that is done counts whole parts, and the present one as far as it is', () => {
  const plan = stagesOf(1);
  expect(shareDone({ plan, part: 0, progress: 0 })).toBe(0);
  expect(shareDone({ plan, part: 1, progress: 0.5 })).toBeCloseTo(20 / 30.5, 12);
  expect(shareDone({ plan, part: 2, progress: 1 })).toBe(1);
});
