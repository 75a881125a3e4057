import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptRequest } from '../../cli/request-checkpoint.ts';
import { answerRequest, type RequestReport } from '../../cli/sweep/answer-request.ts';
import { writeNpy } from '../../datasets/formats/npy.ts';
import { answered, checkedRequest } from '../../train/compute/compute.ts';
import { command, temporaryFolder } from './fake-terminal.ts';

const request = {
  request: 'path-ensemble',
  state: 'ghz(1)',
  slices: 2,
  betas: [20, 40],
  chains: 2,
  burnIn: 20,
  draws: 60,
};
const asked = ['path-ensemble', 'ghz(1)', '--slices', '2', '--betas', '20', '40', '--chains', '2', '--burnIn', '20'];
const typed = [...asked, '--draws', '60', '--json'];

/** A checkpoint of the request in its midst. */
async function brokenOff(
  path: string,
  json: object = request,
  read: (file: string) => Uint8Array = () => new Uint8Array(),
) {
  const found = await checkedRequest(json);
  if ('issues' in found) throw new Error('a request required');
  const { context, keep } = keptRequest(path, found.checked, { read }, () => 0);
  const steps = answered(found.checked, context);
  for (let taken = 0; taken < 150; taken++) steps.next();
  keep();
  expect(existsSync(path)).toBe(true);
}

describe('a command with --checkpoint', () => {
  const path = () => join(temporaryFolder(), 'kept.json');

  test('goes on from what was kept to the same answer, and leaves nothing', async () => {
    const kept = path();
    await brokenOff(kept);
    const { code, out } = await command(...typed, '--checkpoint', kept);
    expect({ code, out }).toEqual({ code: 0, out: (await command(...typed)).out });
    expect(existsSync(kept)).toBe(false);
  });

  test('takes only what is kept of the same request, unchanged', async () => {
    const kept = path();
    await brokenOff(kept);
    const other = await command(...asked, '--draws', '61', '--checkpoint', kept);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('a checkpoint of this request required')]);
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/"seconds":\d/, '"seconds":7'));
    const damaged = await command(...typed, '--checkpoint', kept);
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringContaining('the checksum of the contents')]);
    writeFileSync(kept, '{"schema": "bulkweave/checkpoint/1"}');
    const run = await command(...typed, '--checkpoint', kept);
    expect([run.code, run.err]).toEqual([
      2,
      expect.stringContaining('the checkpoint of a request, "bulkweave/request-checkpoint/1", required'),
    ]);
  });

  test('does not go on with another file', async () => {
    const [kept, file] = [path(), join(temporaryFolder(), 'psi.npy')];
    const state = (a: number, b: number) => writeNpy({ shape: [2], interleaved: Float64Array.of(a, 0, b, 0) });
    writeFileSync(file, state(0.6, 0.8));
    await brokenOff(kept, { ...request, state: file }, () => state(0.6, 0.8));
    writeFileSync(file, state(0.8, 0.6));
    const { code, err } = await command('path-ensemble', file, ...typed.slice(2), '--checkpoint', kept);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`${file}: the contents with which ${kept} began required`),
    ]);
  });

  test('is there for requests that are kept', async () => {
    expect((await command('entropies', 'ghz(2)', '--checkpoint', path())).err).toContain(
      "unknown option '--checkpoint'",
    );
  });
});

describe('a request of a sweep', () => {
  const answer = async (checkpoint: string, mostSteps = Infinity) => {
    const said: RequestReport[] = [];
    let steps = 0;
    const isStopped = (): boolean => ++steps > mostSteps;
    await answerRequest({ request, folder: '.', files: {}, checkpoint }, (report) => said.push(report), isStopped);
    return { last: said.at(-1), steps };
  };

  test('that is stopped goes on from its checkpoint to the same answer', async () => {
    const folder = temporaryFolder();
    const [whole, kept] = [join(folder, 'whole.json'), join(folder, 'kept.json')];
    const undisturbed = await answer(whole);
    expect((await answer(kept, 150)).last).toEqual({ kind: 'stopped', checkpoint: null });
    expect(JSON.parse(readFileSync(kept, 'utf8')).seconds).toBeGreaterThan(0);
    const resumed = await answer(kept);
    expect(resumed.last).toEqual(undisturbed.last);
    expect(resumed.steps).toBeLessThan(undisturbed.steps - 100);
  });

  test('begins again where its checkpoint is of no use', async () => {
    const kept = join(temporaryFolder(), 'kept.json');
    writeFileSync(kept, 'half');
    expect((await answer(kept)).last).toMatchObject({ kind: 'answered' });
  });
});
