import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { readersIn } from './readers.ts';

/** `npm run fuzz` sets these: many files for each reader, from a new seed, with limits of time and memory. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const IS_LONG = process.env.FUZZ_RUNS !== undefined;
const [LONGEST, LARGEST] = [10, 2 ** 30]; // seconds and bytes for one file

const folder = join('test', 'fuzz', 'readers.tmp');
const inside = join(folder, 'files');
mkdirSync(inside, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file, however it is damaged, is read or refused by one clear error', () => {
  test.each(readersIn(inside))('$name', ({ name, files, place, read, times = 1 }) => {
    const runs = IS_LONG ? times * RUNS : RUNS;
    let [accepted, slowest, largest] = [0, 0, 0];
    const verdict = (file: Uint8Array): void => {
      const [start, before] = [performance.now(), memory()];
      try {
        read(file);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof DomainError || error instanceof ShapeError)) throw error;
        expect(error.message.startsWith(place), error.message).toBe(true);
        expect(error.message).toMatch(
          /\S{3}.*\b(required|mistakes?|dangles|needs|no such|belongs|uses|occurs|lies|declared|overlapping|has)/s,
        );
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal would obey
        expect(error.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
        expect(error.message.length).toBeLessThan(20_000);
      }
      slowest = Math.max(slowest, (performance.now() - start) / 1000);
      largest = Math.max(largest, memory() - before);
    };
    fc.assert(fc.property(files, verdict), { numRuns: runs, seed: SEED });
    expect(accepted).toBeGreaterThan(0);
    if (place !== '') expect(accepted).toBeLessThan(runs);
    expect(readdirSync(folder)).toEqual(['files']);
    if (!IS_LONG) return;
    process.stdout.write(
      `${name}: seed ${SEED}, ${runs} files, ${accepted} read; at most ${slowest.toFixed(2)} s and ${Math.ceil(largest / 2 ** 20)} MB\n`,
    );
    expect(slowest).toBeLessThan(LONGEST);
    expect(largest).toBeLessThan(LARGEST);
  });
});

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
