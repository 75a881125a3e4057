import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Estimate, progressLine, remaining, startProgress, updated } from '../../cli/progress.ts';
import { fakeTerminal } from './fake-terminal.ts';

const begun: Estimate = { seconds: 0, fraction: 0, rate: null };
const moment = (fraction: number, chapter = 'training') => ({
  stage: 'training' as const,
  fraction,
  chapter,
  message: 'start 1',
});

describe('the remaining time', () => {
  test('is unknown at first and 0 at the end', () => {
    expect(remaining(begun)).toBeNull();
    expect(remaining({ ...begun, fraction: 1 })).toBe(0);
  });

  test('is exact at constant speed, however often it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 }), (gaps) => {
        const total = 1.5 * gaps.reduce((sum, gap) => sum + gap, 0);
        let estimate = begun;
        for (const gap of gaps) {
          const seconds = estimate.seconds + gap;
          estimate = updated(estimate, { seconds, fraction: seconds / total });
        }
        expect(remaining(estimate)).toBeCloseTo(total / 3, 6);
      }),
      { seed: 6 },
    );
  });

  test('follows a change of speed: after three memories it is within a tenth', () => {
    let estimate = begun;
    for (let second = 1; second <= 10; second++)
      estimate = updated(estimate, { seconds: second, fraction: 0.02 * second });
    for (let second = 11; second <= 70; second++) {
      estimate = updated(estimate, { seconds: second, fraction: 0.2 + 0.005 * (second - 10) });
    }
    expect(remaining(estimate)! / (0.5 / 0.005)).toBeGreaterThan(0.85);
    expect(remaining(estimate)! / (0.5 / 0.005)).toBeLessThan(1);
  });

  test('a part that is skipped does not count as speed', () => {
    let estimate = begun;
    for (let second = 1; second <= 10; second++)
      estimate = updated(estimate, { seconds: second, fraction: 0.01 * second });
    estimate = updated(estimate, { seconds: 10.1, fraction: 0.6 });
    expect(remaining(estimate)).toBeCloseTo(0.4 / 0.01, 9);
  });

  test('a resumed run counts only what it did itself', () => {
    const resumed = updated({ seconds: 0, fraction: 0.8, rate: null }, { seconds: 10, fraction: 0.9 });
    expect(remaining(resumed)).toBeCloseTo(10, 9);
  });
});

describe('the bar', () => {
  test('shows part, time and what is done', () => {
    expect(progressLine(moment(0.5), 72, 80)).toBe(
      `${'█'.repeat(14)}${'░'.repeat(14)}  50 %, 1 min 12 s left  training: start 1`,
    );
  });

  test('never wraps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 200 }),
        fc.double({ noNaN: true, min: -1, max: 2 }),
        fc.string({ maxLength: 300 }),
        (columns, fraction, message) => {
          expect([...progressLine({ ...moment(fraction), message }, 3, columns)].length).toBeLessThan(columns);
        },
      ),
      { seed: 7 },
    );
  });

  test('is drawn on one line of a terminal, at most ten times a second', () => {
    const { terminal, written, clock } = fakeTerminal({ isTerminal: true });
    const progress = startProgress(terminal);
    for (let k = 0; k < 100; k++) {
      clock.seconds = k / 100;
      progress.show(moment(k / 100));
    }
    progress.end();
    const drawings = written.err.split('\r\u001B[2K');
    expect(drawings.length - 2).toBeGreaterThanOrEqual(9);
    expect(drawings.length - 2).toBeLessThanOrEqual(11);
    expect(written.err).not.toContain('\n');
  });

  test('without a terminal there are plain lines, every five seconds and at each new stage', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal);
    for (let second = 0; second <= 20; second++) {
      clock.seconds = second;
      progress.show(moment(second / 40, second < 12 ? 'training' : 'geodesic'));
    }
    progress.end();
    expect(written.err).not.toContain('\r');
    expect(written.err).not.toContain('\u001B');
    expect(written.err.trimEnd().split('\n')).toEqual([
      '  0 % after 0.0 s  training: start 1',
      '  12 % after 5.0 s, 35 s left  training: start 1',
      '  25 % after 10 s, 30 s left  training: start 1',
      '  30 % after 12 s, 28 s left  geodesic: start 1',
      '  42 % after 17 s, 23 s left  geodesic: start 1',
    ]);
  });
});
