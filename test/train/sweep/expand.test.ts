import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SWEEP_EXAMPLE } from '../../../cli/help.ts';
import { canonicalJson } from '../../../train/sweep/canonical-json.ts';
import { type ExpandedSweep, expandedSweep } from '../../../train/sweep/expand.ts';
import { MOST_TASKS } from '../../../train/sweep/sweep-schema.ts';

const experiment = {
  target: { name: 'ghz', qubits: 2 },
  model: { name: 'staircase', depth: 1 },
  geodesic: { slices: 4 },
};

const none = (): null => null;

async function expanded(json: object, read: (path: string) => Uint8Array | null = none): Promise<ExpandedSweep> {
  const found = await expandedSweep({ name: 'many', experiment, ...json }, read);
  if ('issues' in found) throw new Error(JSON.stringify(found.issues));
  return found;
}

async function issuesIn(json: object) {
  const found = await expandedSweep({ name: 'many', experiment, ...json }, none);
  return 'issues' in found ? found.issues : [];
}

const fieldsIn = ({ tasks }: ExpandedSweep) => tasks.map(({ fields }) => Object.values(fields));

describe('the tasks of a sweep', () => {
  test('are every combination of the grid, seeds fastest', async () => {
    const found = await expanded({ grid: { 'target.qubits': [2, 3], 'geodesic.slices': [4, 8] }, seeds: 2 });
    expect(fieldsIn(found)).toEqual([
      [2, 4, 1],
      [2, 4, 2],
      [2, 8, 1],
      [2, 8, 2],
      [3, 4, 1],
      [3, 4, 2],
      [3, 8, 1],
      [3, 8, 2],
    ]);
    const { content, name } = found.tasks[7]!;
    expect(content).toMatchObject({
      kind: 'experiment',
      experiment: { name, seed: 2, target: { name: 'ghz', qubits: 3 }, geodesic: { slices: 8 } },
    });
    expect(name).toBe('many-qubits-3-slices-8-seed-2');
  });

  test('take lists that go together side by side', async () => {
    const together = { 'target.qubits': [2, 3, 4], 'geodesic.slices': [4, 6, 8] };
    expect(fieldsIn(await expanded({ together }))).toEqual([
      [2, 4],
      [3, 6],
      [4, 8],
    ]);
  });

  test('take ranges with equal steps or ratios, whose ends are exact', async () => {
    const linear = await expanded({ grid: { 'training.targetInfidelity': { from: 0.1, to: 0.7, count: 3 } } });
    expect(fieldsIn(linear).flat()).toEqual([0.1, expect.closeTo(0.4, 15), 0.7]);
    const ratios = { from: 1e-9, to: 1e-3, count: 4, scale: 'logarithmic' };
    const [first, ...others] = fieldsIn(await expanded({ grid: { 'training.targetInfidelity': ratios } })).flat();
    expect(first).toBe(1e-9);
    expect(others.map((x) => Math.log10(Number(x)))).toEqual([-7, -5, -3].map((x) => expect.closeTo(x, 12)));
    expect(others[2]).toBe(1e-3);
  });

  test('may be requests, and may have whole objects or texts as values', async () => {
    const compute = { request: 'geodesic', starts: 1 };
    const { tasks } = await expanded({
      experiment: undefined,
      compute,
      grid: { state: ['ghz(2)', 'w(3)'] },
      seeds: [7],
    });
    expect(tasks.map(({ name }) => name)).toEqual(['many-state-ghz-2-seed-7', 'many-state-w-3-seed-7']);
    expect(tasks[1]!.content).toMatchObject({
      kind: 'compute',
      request: { request: 'geodesic', state: { name: 'w', qubits: 3 }, starts: 1, seed: 7, slices: 8 },
    });
    const targets = await expanded({
      grid: {
        target: [
          { name: 'w', qubits: 3 },
          { name: 'ghz', qubits: 3 },
        ],
      },
    });
    expect(targets.tasks.map(({ name }) => name)).toEqual(['many-1', 'many-2']);
  });

  test('of a study vary its options', async () => {
    const study = { study: { name: 'complexity-chart', qubits: [2], slices: 4 } };
    const { tasks } = await expanded({ experiment: study, grid: { 'study.slices': [4, 8] } });
    expect(tasks.map(({ content }) => content)).toMatchObject([
      { experiment: { study: { slices: 4 } } },
      { experiment: { study: { slices: 8 } } },
    ]);
  });

  test('of the example in the help are thirty', async () => {
    const found = await expandedSweep(JSON.parse(SWEEP_EXAMPLE), none);
    expect('tasks' in found && found.tasks.length).toBe(30);
  });
});

describe('the address of a task', () => {
  test('is the SHA-256 of its content with all defaults, without its name', async () => {
    const { tasks } = await expanded({ grid: { 'target.qubits': [2] } });
    const { content, address } = tasks[0]!;
    if (content.kind !== 'experiment') throw new Error('an experiment');
    const { name: _, ...rest } = content.experiment;
    const text = canonicalJson({ version: 'bulkweave/task/1', kind: 'experiment', experiment: rest, files: {} });
    expect(address).toBe(createHash('sha256').update(text).digest('hex'));
    const [other] = (await expanded({ name: 'other', experiment: { ...experiment, seed: 1, fisher: true } })).tasks;
    expect(other!.address).toBe(address); // defaults, spelled out or not, in another sweep
  });

  test('changes with every field, and with the contents of a file that is named', async () => {
    const { tasks } = await expanded({ grid: { 'geodesic.slices': [4, 5] }, seeds: 3 });
    expect(new Set(tasks.map(({ address }) => address)).size).toBe(6);
    const compute = { request: 'entropies', state: 'psi.npy' };
    const with0 = await expanded({ experiment: undefined, compute }, (path) =>
      path === 'psi.npy' ? Uint8Array.of(0) : null,
    );
    const with1 = await expanded({ experiment: undefined, compute }, (path) =>
      path === 'psi.npy' ? Uint8Array.of(1) : null,
    );
    expect(Object.keys(with0.tasks[0]!.files)).toEqual(['psi.npy']);
    expect(with0.tasks[0]!.address).not.toBe(with1.tasks[0]!.address);
  });

  test('takes in files that a file names, and the record of a run that is named by its folder', async () => {
    const contents: Readonly<Record<string, string>> = {
      'net.json': '{"tensors": [{"legs": ["a"], "path": "a.npy"}]}',
      'a.npy': 'A',
      'runs/x/record.json': '{"path": "a.npy"}',
    };
    const read = (path: string) => (path in contents ? new TextEncoder().encode(contents[path]) : null);
    const contract = await expanded(
      { experiment: undefined, compute: { request: 'contract', network: 'net.json' } },
      read,
    );
    expect(Object.keys(contract.tasks[0]!.files)).toEqual(['a.npy', 'net.json']);
    const state = { name: 'run', path: 'runs/x' };
    const run = await expanded({ experiment: undefined, compute: { request: 'entropies', state } }, read);
    expect(Object.keys(run.tasks[0]!.files)).toEqual(['runs/x/record.json']);
  });
});

test('canonical JSON has one text for equal values', () => {
  expect(canonicalJson({ b: [1, { d: null, c: -0 }], a: 'é', u: undefined })).toBe(
    '{"a":"é","b":[1,{"c":0,"d":null}]}',
  );
  expect(canonicalJson({ a: 1e21, b: 1e-7 })).toBe('{"a":1e+21,"b":1e-7}');
});

describe('mistakes are told at once', () => {
  test('in the sweep itself', async () => {
    expect(await expandedSweep({ name: 'a b', grid: { x: [] }, seed: 1 }, none)).toMatchObject({
      issues: [{ path: 'name' }, { path: 'grid.x' }, { path: 'seed' }, { path: 'experiment' }],
    });
  });

  test('in values, with the number of tasks that have them; what all have, once', async () => {
    const grid = { 'target.qubits': [2, 'three'], 'geodesic.slices': [4, 0] };
    const issues = await issuesIn({ experiment: { ...experiment, fischer: true }, grid });
    expect(issues).toEqual([
      expect.objectContaining({ path: 'experiment.fischer', received: expect.stringContaining("'fischer'") }),
      expect.objectContaining({ path: 'experiment.geodesic.slices', received: '0 (in 2 of 4 tasks)' }),
      expect.objectContaining({ path: 'experiment.target.qubits', received: '"three" (in 2 of 4 tasks)' }),
    ]);
  });

  test('in keys: through what is no object, twice, in lists of other lengths, on a logarithmic scale through 0', async () => {
    const path = await issuesIn({ experiment: { ...experiment, geodesic: false }, grid: { 'geodesic.slices': [4] } });
    expect(path).toEqual([
      { path: 'experiment.geodesic', expected: "an object, of which 'slices' is varied,", received: 'false' },
    ]);
    const others = await issuesIn({
      grid: { target: [1], 'training.starts': { from: -1, to: 1, count: 3, scale: 'logarithmic' } },
      together: { 'target.qubits': [2, 3], fisher: [true] },
    });
    expect(others.map(({ path: key }) => key)).toEqual([
      'grid.training.starts',
      'together.target.qubits',
      'together.fisher',
      'experiment.target', // 1, the value of grid.target
    ]);
  });

  test('in the sweep, in its lists and in the tasks, none after another', async () => {
    const issues = await issuesIn({
      experimnt: {},
      experiment: { ...experiment, fischer: true, seed: -1 },
      grid: {
        'training.starts': [0, 1],
        'target.qubits': { from: 2, to: 4 },
        'target.qubitz': [2],
        'geodesic.slices': { from: 0, to: 8, count: 3, scale: 'logarithmic' },
      },
      together: { 'training.patience': [20, 30], 'training.polish': [0] },
      seeds: 0,
    });
    expect(new Set(issues.map(({ path }) => path))).toEqual(
      new Set([
        'experimnt',
        'seeds',
        'grid.target.qubits',
        'grid.geodesic.slices',
        'together.training.polish',
        'experiment.seed',
        'experiment.fischer',
        'experiment.training.starts',
        'experiment.target.qubitz',
      ]),
    );
  });

  test('in what is kept as the best, which has to be a column that was chosen', async () => {
    const best = { of: 'lenght' };
    expect(await issuesIn({ columns: { length: 'length' }, best })).toEqual([
      { path: 'best.of', expected: 'the name of one of the columns chosen', received: '"lenght"' },
    ]);
    expect(await issuesIn({ columns: { length: 'length' }, best: null })).toHaveLength(1);
    expect(await issuesIn({ best })).toEqual([]);
  });

  test('but not what a field that is wrong itself would have set', async () => {
    const { target: _, ...others } = experiment;
    const issues = await issuesIn({
      experiment: others,
      grid: { 'target.name': ['ghz'], 'target.qubits': [] },
    });
    expect(issues.map(({ path }) => path)).toEqual(['grid.target.qubits']);
  });

  test('beside a list that goes through what is no object', async () => {
    const issues = await issuesIn({
      experiment: { ...experiment, geodesic: false, fischer: true },
      grid: { 'geodesic.slices': [4] },
    });
    expect(issues.map(({ path }) => path)).toEqual(['experiment.geodesic', 'experiment.fischer']);
  });

  test('too many tasks are refused before they are made', async () => {
    const long = { from: 0, to: 1, count: MOST_TASKS };
    const issues = await issuesIn({ grid: { a: long, b: long, c: long } });
    expect(issues).toEqual([{ path: 'grid', expected: `at most ${MOST_TASKS} tasks`, received: `${MOST_TASKS ** 3}` }]);
  });
});
