import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkpointPath, loadCheckpoint, recordPath, saveCheckpoint } from '../../cli/run-folder.ts';
import { DomainError } from '../../src/errors.ts';
import { type RandomStream, randomStream } from '../../src/linalg/random.ts';
import { parseExactJson } from '../../src/record/exact-json.ts';
import { parseExperiment } from '../../train/run/experiment.ts';
import { type Checkpoint, workOf } from '../../train/run/work.ts';
import { command, temporaryFolder } from './fake-terminal.ts';

const json = {
  name: 'bell',
  target: { name: 'ghz', qubits: 2 },
  model: { name: 'staircase', block: 'so4' },
  training: { starts: 1, maxSteps: 20, checkpointEvery: 3, optimiser: { name: 'adam' }, polish: 0 },
  geodesic: { slices: 2, starts: 1, maxSteps: 10 },
};

/** A folder with a record, and one with a checkpoint of the same run, `steps` of its checkpoints old. */
async function prepared(steps: number) {
  const folder = temporaryFolder();
  const parsed = parseExperiment(json);
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed));
  const { experiment } = parsed;
  const read = (path: string): Uint8Array => {
    throw new DomainError(path);
  };
  let checkpoint: Checkpoint | null = null;
  for await (const step of workOf(experiment, { read })) {
    checkpoint = step.checkpoint ?? checkpoint;
    if (step.checkpoint !== null && --steps === 0) break;
  }
  const saved = { experiment, folder, backend: 'cpu', startedAt: '2026-01-01T00:00:00.000Z', seconds: 1, checkpoint };
  saveCheckpoint(folder, saved);
  return { folder, saved };
}

/** The text with one letter changed, lost or doubled, or cut off. */
function damaged(text: string, random: RandomStream): string {
  const at = random.integer(text.length);
  const letter = String.fromCharCode(32 + random.integer(95));
  const kind = random.integer(5);
  if (kind === 0) return text.slice(0, at);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at);
  return text.slice(0, at) + letter + text.slice(at + 1);
}

const unsealed = (text: string): string => text.replace(/,"sha256":"[0-9a-f]{64}"\}\s*$/, '}');

describe('a damaged checkpoint', () => {
  test.each([2, 9, 12])('after %i checkpoints is refused, or tells the same', async (steps) => {
    const { folder, saved } = await prepared(steps);
    const path = checkpointPath(folder);
    const whole = readFileSync(path, 'utf8');
    expect(loadCheckpoint(folder)).toMatchObject(saved);
    const random = randomStream(steps, 'damage');
    const refused = Array.from({ length: 80 }, () => {
      writeFileSync(path, damaged(whole, random));
      try {
        expect(loadCheckpoint(folder)).toMatchObject(saved);
        return 0;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        expect(error.message.startsWith(path)).toBe(true);
        return 1;
      }
    });
    expect(refused.reduce((sum: number, one) => sum + one, 0)).toBeGreaterThan(75);
  });

  test('without a checksum, as before version 0.2, is read, and refused where it has no shape', async () => {
    const { folder, saved } = await prepared(9);
    const path = checkpointPath(folder);
    const whole = unsealed(readFileSync(path, 'utf8'));
    writeFileSync(path, whole);
    expect(loadCheckpoint(folder)).toMatchObject(saved);
    const random = randomStream(1, 'damage');
    for (let k = 0; k < 80; k++) {
      writeFileSync(path, damaged(whole, random));
      try {
        loadCheckpoint(folder);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
      }
    }
    const { sha256: _, ...content } = parseExactJson(whole) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...content, seconds: 'long', folder: 3 }));
    expect(() => loadCheckpoint(folder)).toThrow(/folder\n {6}expected: string\n {6}received: 3[\s\S]*seconds/);
  });

  test('is bad input to resume', async () => {
    const { folder } = await prepared(3);
    const path = checkpointPath(folder);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        /(base64":"..)(.)/,
        (_, before, letter) => before + (letter === 'A' ? 'B' : 'A'),
      ),
    );
    const { code, err } = await command('resume', folder);
    expect(code).toBe(2);
    expect(err).toMatch(/checkpoint\.json: one mistake\n {2}sha256\n {6}expected: .*\n {6}received: .*\n.*--force/);
  });
});

test('a damaged record is refused by report, or draws the page; with a checksum, the same page', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify({ ...json, training: { ...json.training, maxSteps: 3 } }));
  const [out, page] = [join(folder, 'out'), join(folder, 'page.html')];
  expect((await command('run', path, '--out', out, '--backend', 'cpu')).code).toBe(1); // three steps do not reach it
  const whole = readFileSync(recordPath(out), 'utf8');
  const drawn = readFileSync(join(out, 'report.html'), 'utf8');
  const random = randomStream(5, 'damage');
  mkdirSync(join(folder, 'copy'));
  const copy = recordPath(join(folder, 'copy'));
  for (const [text, sealed] of [
    [whole, true],
    [unsealed(whole), false],
  ] as const) {
    for (let k = 0; k < 60; k++) {
      writeFileSync(copy, damaged(text, random));
      const { code, err } = await command('report', join(folder, 'copy'), '--out', page);
      expect(err).not.toContain('unexpected');
      if (code !== 0) expect(err).toContain(copy);
      else if (sealed) expect(readFileSync(page, 'utf8')).toBe(drawn);
    }
  }
});
