import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logLine, progressLine, type Sight, startProgress } from '../../cli/progress.ts';
import type { Moment } from '../../train/run/work.ts';
import { fakeTerminal } from './fake-terminal.ts';

const sight: Sight = { chapter: 'training', message: 'start 1', fraction: 0.5, left: 72, lasting: 30 };

const plan = [
  { kind: 'training', cost: 10 },
  { kind: 'geodesic', cost: 10 },
];
const momentOf = (part: number, progress: number): Moment => {
  const stage = (['training', 'geodesic'] as const)[part]!;
  return { stage, chapter: stage, message: 'start 1', place: { plan, part, progress } };
};

describe('a line', () => {
  test('shows what is done, the time left and the part', () => {
    expect(progressLine(sight, 80)).toBe(
      `${'█'.repeat(14)}${'░'.repeat(14)}  50 %, 1 min 12 s left  training: start 1`,
    );
    expect(logLine(sight, 30)).toBe('  50 % after 30 s, 1 min 12 s left  training: start 1');
  });

  test('says how long the part is going on where the time left is unknown', () => {
    const silent = { ...sight, chapter: 'geodesic', message: 'start 2 of 8', left: null, lasting: 65 };
    expect(logLine(silent, 302)).toBe('  50 % after 5 min 2 s  geodesic: start 2 of 8, for 1 min 5 s');
    expect(logLine({ ...silent, fraction: null }, 12)).toBe('  after 12 s  geodesic: start 2 of 8, for 1 min 5 s');
  });

  test('never says 100 %', () => {
    expect(progressLine({ ...sight, fraction: 1, left: null }, 80)).toContain(' 99 %');
    expect(logLine({ ...sight, fraction: 0.9999 }, 1)).toContain(' 99 %');
  });

  test('of the bar never wraps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 200 }),
        fc.option(fc.double({ noNaN: true, min: -1, max: 2 })),
        fc.option(fc.double({ noNaN: true, min: 0, max: 1e6 })),
        fc.string({ maxLength: 300 }),
        (columns, fraction, left, message) => {
          expect([...progressLine({ ...sight, fraction, left, message }, columns)].length).toBeLessThan(columns);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('progress', () => {
  test('is drawn on one line of a terminal, at most ten times a second', () => {
    const { terminal, written, clock } = fakeTerminal({ isTerminal: true });
    const progress = startProgress(terminal);
    for (let k = 0; k < 100; k++) {
      clock.seconds = k / 100;
      progress.show(momentOf(0, k / 100));
    }
    progress.end();
    const drawings = written.err.split('\r\u001B[2K');
    expect(drawings.length - 2).toBeGreaterThanOrEqual(9);
    expect(drawings.length - 2).toBeLessThanOrEqual(11);
    expect(written.err).not.toContain('\n');
  });

  test('for other programs is lines of JSON on standard output, at most ten times a second within a chapter, and nothing else', () => {
    const { terminal, written, clock } = fakeTerminal({ isTerminal: true });
    const progress = startProgress(terminal, 0, true);
    for (let k = 0; k < 100; k++) {
      clock.seconds = k / 100;
      progress.show(momentOf(0, k / 100));
    }
    progress.end();
    const lines = written.out.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(9);
    expect(lines.length).toBeLessThanOrEqual(11);
    const sights = lines.map((line) => JSON.parse(line).progress as Sight);
    for (const { chapter, message, fraction } of sights) {
      expect([chapter, message]).toEqual(['training', 'start 1']);
      expect(fraction).toBeLessThanOrEqual(0.5); // the training is half the plan
    }
    expect(sights.map(({ fraction }) => fraction)).toEqual(sights.map(({ fraction }) => fraction).sort());
    expect(written.err).toBe('');
  });

  test('for other programs tells of a new chapter at once', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal, 0, true);
    for (let k = 0; k < 8; k++) {
      clock.seconds = k / 100;
      progress.show(momentOf(k < 4 ? 0 : 1, k / 100));
    }
    const chapters = written.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).progress.chapter);
    expect(chapters).toEqual(['training', 'geodesic']);
  });

  test('without a terminal is plain lines, every five seconds and at each new stage', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal);
    for (let second = 0; second <= 20; second++) {
      clock.seconds = second;
      progress.show(second < 12 ? momentOf(0, second / 12) : momentOf(1, 0));
    }
    progress.end();
    expect(written.err).not.toContain('\r');
    expect(written.err).not.toContain('\u001B');
    const lines = written.err.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/^ +\d+ % /, ''))).toEqual([
      'after 0.0 s  training: start 1',
      'after 5.0 s  training: start 1, for 5.0 s',
      'after 10 s  training: start 1, for 10 s',
      'after 12 s  geodesic: start 1',
      'after 17 s  geodesic: start 1, for 5.0 s',
    ]);
  });

  test('counts how long a part of one chapter is going on, not the chapter', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal);
    const inChapter = (part: number): Moment => ({ ...momentOf(part, 0), chapter: 'study', message: `part ${part}` });
    progress.show(inChapter(0));
    clock.seconds = 20;
    progress.show(inChapter(1));
    clock.seconds = 26;
    progress.look();
    expect(written.err).toMatch(/study: part 1, for 6\.0 s/);
  });

  test('goes on while a step is silent, does not go back, and never comes to 100 %', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal);
    progress.show(momentOf(0, 0));
    clock.seconds = 10;
    progress.show(momentOf(1, 0));
    for (let second = 11; second <= 600; second++) {
      clock.seconds = second;
      progress.look();
    }
    const lines = written.err.trimEnd().split('\n').slice(1);
    expect(lines.length).toBeGreaterThan(20);
    const percents = lines.map((line) => Number(/(\d+) %/.exec(line)![1]));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.at(-1)).toBeLessThan(90);
    expect(lines.every((line) => !line.includes('left'))).toBe(true);
    expect(lines.at(-1)).toMatch(/geodesic: start 1, for 9 min/);
  });

  test('of a resumed run counts the time before', () => {
    const { terminal, written, clock } = fakeTerminal();
    const progress = startProgress(terminal, 90);
    progress.show(momentOf(1, 0));
    clock.seconds = 5;
    progress.look();
    expect(Number(/(\d+) % after 5.0 s/.exec(written.err)![1])).toBeGreaterThan(80);
  });
});
