import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockFolder, lockPath } from '../../cli/run-lock.ts';
import { silenceWatch } from '../../cli/sweep/heartbeat.ts';
import { arrayScript } from '../../cli/sweep/slurm.ts';
import { brokenNumbers } from '../drawing/well-formed.ts';
import { command, commandFrom, temporaryFolder } from './fake-terminal.ts';

const bells = {
  name: 'bells',
  experiment: {
    target: { name: 'ghz', qubits: 2 },
    model: { name: 'staircase', depth: 1, block: 'so4' },
    training: { optimiser: { name: 'adam', learningRate: 0.05 }, starts: 1, maxSteps: 40, polish: 0 },
    geodesic: false,
    fisher: false,
    bulk: false,
  },
  grid: { 'training.optimiser.learningRate': [0.05, 0.1] },
  seeds: 1,
  best: { of: 'infidelity' },
};

const paths = { name: 'paths', compute: { request: 'curvature', qubits: 2 }, grid: { qubits: [1, 2] } };

function prepared(json: object) {
  const folder = temporaryFolder();
  const path = join(folder, 'sweep.json');
  writeFileSync(path, JSON.stringify(json));
  return { path, out: join(folder, 'out'), folder };
}

const tasksIn = (out: string): readonly string[] =>
  readdirSync(join(out, 'tasks')).map((name) => join(out, 'tasks', name));
const jsonIn = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

describe('a sweep', () => {
  test('of experiments leaves a run in the folder of each task, a table and one page', async () => {
    const { path, out } = prepared(bells);
    const { code, out: said, err } = await command('sweep', path, '--out', out, '--workers', '2', '--backend', 'cpu');
    expect(err).toContain('2 of 2  ');
    expect(said).toMatch(/^\d (finished|missed)/);
    expect([0, 1]).toContain(code);
    expect(readdirSync(out).sort()).toEqual(['comparison.html', 'sweep.json', 'table.csv', 'table.json', 'tasks']);
    const tasks = tasksIn(out);
    expect(tasks).toHaveLength(2);
    for (const task of tasks) {
      expect(readdirSync(task).sort()).toEqual([
        'circuit.qasm',
        'record.json',
        'report.html',
        'sessions.json',
        'task.json',
      ]);
    }
    const { rows, best } = jsonIn(join(out, 'table.json'));
    expect(rows).toHaveLength(2);
    expect(best.rows).toHaveLength(2);
    const page = readFileSync(join(out, 'comparison.html'), 'utf8');
    expect(page).toContain('bells-learningRate-0.1-seed-1');
    expect(brokenNumbers(page)).toEqual([]);
  });

  test('of requests keeps what is finished when values are added, and computes only what is new', async () => {
    const { path, out } = prepared(paths);
    expect(await command('sweep', path, '--out', out)).toMatchObject({ code: 0 });
    const before = tasksIn(out).map((task) => readFileSync(join(task, 'sessions.json'), 'utf8'));
    writeFileSync(path, JSON.stringify({ ...paths, grid: { qubits: [1, 2, 3] } }));
    const { code, err } = await command('sweep', path, '--out', out);
    expect([code, err]).toEqual([0, expect.stringContaining('3 tasks, 2 of them over')]);
    const after = tasksIn(out).map((task) => readFileSync(join(task, 'sessions.json'), 'utf8'));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(3);
    expect((await command('sweep', out, '--status')).out).toContain('3 tasks, 3 finished');
  });

  test('of one geodesic from several seeds keeps the shortest', async () => {
    const compute = { request: 'geodesic', state: 'ghz(2)', starts: 1 };
    const { path, out } = prepared({ name: 'starts', compute, seeds: 2, best: { of: 'length' } });
    expect(await command('sweep', path, '--out', out)).toMatchObject({
      code: 0,
      out: expect.stringContaining('best length: 0.5553'),
    });
    const { best } = jsonIn(join(out, 'table.json'));
    expect(best.rows).toHaveLength(1);
    expect(best.rows[0].value).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 6);
    expect(best.rows[0]).toMatchObject({ of: 2, reached: 2 });
  });

  test('tells what failed, goes on with the others, and tries again where it is asked to', async () => {
    const cut = { request: 'entropies', state: { name: 'ghz', qubits: 3 }, order: 1 };
    const { path, out } = prepared({ name: 'cuts', compute: cut, grid: { regions: [[[0]], [[7]]] } });
    const { code, err, out: said } = await command('sweep', path, '--out', out);
    expect([code, said]).toEqual([1, expect.stringContaining('1 finished, 1 failed')]);
    expect(err).toContain('failed: cuts-2: ');
    expect((await command('sweep', out)).err).toContain('2 tasks, 2 of them over');
    expect((await command('sweep', out, '--retry')).err).toContain('2 tasks, 1 of them over');
  });

  test('of a contraction in parts sums its slices to the bits of one process', async () => {
    const entries = (seed: number) => [0, 1].map((a) => [0, 1].map((b) => Math.sin(seed + 3 * a + 7 * b)));
    const ring = Array.from({ length: 9 }, (_, k) => ({
      legs: [`a${k % 3}`, `b${(k * k + 1) % 4}`],
      re: entries(k),
      im: entries(k + 0.5),
    }));
    const request = { request: 'contract', network: { tensors: ring, output: [] }, maxSize: 1 };
    const { path, out } = prepared({ name: 'slices', compute: request, parts: 3 });
    const { code, out: said } = await command('sweep', path, '--out', out);
    expect([code, said]).toEqual([0, expect.stringMatching(/contraction: .* i.*, all \d+ slices/)]);
    const [sum] = jsonIn(join(out, 'sums.json'));
    const { result } = JSON.parse((await commandFrom(JSON.stringify(request), 'compute', '-')).out);
    expect([sum.value, sum.exponent, sum.slices]).toEqual([result.value, result.exponent, result.slices.of]);
    expect(sum.slices).toBeGreaterThan(3);
  });

  test('that is wrong is refused as a whole, with nothing written; --plan prints its tasks', async () => {
    const { path, out, folder } = prepared({ ...bells, grid: { 'target.qubits': [0], 'model.depht': [1] } });
    const { code, err } = await command('sweep', path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain(`${path}: 2 mistakes`);
    expect(readdirSync(folder)).toEqual(['sweep.json']);
    const planned = await command('sweep', prepared(bells).path, '--plan');
    expect(planned.out).toMatch(/^[0-9a-f]{16} {2}bells-learningRate-0.05-seed-1 {2}\{/);
    for (const options of [
      ['--workers', '0'],
      ['--executor', 'moon'],
      ['--executor', 'bullmq', '--redis', 'here'],
    ]) {
      expect((await command('sweep', prepared(bells).path, ...options)).code).toBe(2);
    }
    expect(JSON.parse((await command('schema', 'sweep')).out).properties.grid).toBeDefined();
  });

  test('refuses the folder of another, and one without a sweep', async () => {
    const { path, out, folder } = prepared(paths);
    await command('sweep', path, '--out', out);
    writeFileSync(path, JSON.stringify({ ...paths, name: 'others' }));
    expect((await command('sweep', path, '--out', out)).code).toBe(2);
    expect((await command('sweep', folder)).code).toBe(2);
  });

  test('notices that a file was changed after the sweep was made', async () => {
    const { path, out, folder } = prepared({
      name: 'graphs',
      compute: { request: 'cut', graph: 'g.json', between: [['a'], ['c']] },
    });
    writeFileSync(join(folder, 'g.json'), '{"edges": [["a", "b", 2], ["b", "c", 1]]}');
    expect((await command('sweep', path, '--out', out)).code).toBe(0);
    rmSync(join(tasksIn(out)[0]!, 'answer.json'));
    writeFileSync(join(folder, 'g.json'), '{"edges": [["a", "b", 2], ["b", "c", 3]]}');
    expect((await command('sweep', out)).err).toContain('g.json: the contents with which the sweep began required');
    expect((await command('sweep', path, '--out', out)).code).toBe(0); // another address
  });
});

describe('the script of a job array', () => {
  const order = { out: '/data/it is', atOnce: 2, program: ['node', "/opt/o'clock/main.js"] };
  const script = arrayScript(order, '/data/it is/slurm/array-1', '/data/it is/slurm', 3);

  test('is a shell script that requeues its element', () => {
    expect(script).toContain('#SBATCH --array=0-2%2\n#SBATCH --requeue\n');
    expect(script).toContain('scontrol requeue "$element"');
    expect(spawnSync('bash', ['-n'], { input: script }).status).toBe(0);
  });

  test('hands folder, tasks and owner over whatever their letters are, and tells the exit code', () => {
    const program = ['node', '-e', 'console.log(JSON.stringify(process.argv.slice(1))); process.exit(7)', '--'];
    const folder = temporaryFolder();
    const run = arrayScript({ ...order, out: `${folder}/o'clock`, program }, `${folder}/l`, folder, 1);
    const env = { ...process.env, SLURM_ARRAY_JOB_ID: '12', SLURM_ARRAY_TASK_ID: '3' };
    const { stdout, status } = spawnSync('bash', [], { input: run, env, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([
      'work',
      `${folder}/o'clock`,
      '--tasks',
      `${folder}/l/3`,
      '--owner',
      'slurm 12_3',
    ]);
    expect(status).toBe(7);
  });
});

describe('the lock of a task', () => {
  const foreign = (extra: object) => JSON.stringify({ pid: 7, began: '1', host: 'elsewhere', since: 'then', ...extra });

  test('of another machine is taken over by its owner, or after it was silent for long', () => {
    const folder = temporaryFolder();
    const path = lockPath(folder);
    writeFileSync(path, foreign({ owner: '12_3' }));
    expect(() => lockFolder(folder, () => {}, { owner: '12_4' })).toThrow('held by process 7 on elsewhere');
    lockFolder(folder, () => {}, { owner: '12_3' })();
    let now = 0;
    const isSilent = silenceWatch(90, () => now);
    writeFileSync(path, foreign({ beats: true }));
    const take = () => lockFolder(folder, () => {}, { isSilent });
    for (now of [0, 89]) expect(take).toThrow('held');
    utimesSync(path, 1, 1); // a sign of life, whatever the clock of the file server says
    for (now of [91, 180]) expect(take).toThrow('held');
    now = 182;
    take()();
    writeFileSync(path, foreign({})); // a run that gives no signs of life
    for (now of [200, 400]) expect(take).toThrow('held');
  });

  test('that dead processes leave again and again makes the task fail', async () => {
    const { path, out } = prepared({ ...paths, grid: { qubits: [2] } });
    await command('sweep', path, '--out', out);
    const [task] = tasksIn(out) as [string];
    rmSync(join(task, 'answer.json'));
    mkdirSync(task, { recursive: true });
    for (let death = 1; death <= 5; death++) {
      writeFileSync(
        lockPath(task),
        JSON.stringify({ pid: 2 ** 22 + 1, began: '1', host: (await import('node:os')).hostname(), since: '' }),
      );
      const { code } = await command('sweep', out);
      expect(code).toBe(death < 5 ? 0 : 1);
      if (death < 5) rmSync(join(task, 'answer.json'));
    }
    expect(jsonIn(join(task, 'failure.json')).message).toContain('5 processes died at it');
  });
});
