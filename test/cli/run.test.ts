import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StartWork } from '../../cli/assignment.ts';
import { program } from '../../cli/program.ts';
import type { Signal } from '../../cli/terminal.ts';
import type { RunRecord } from '../../src/record/run-record.ts';
import { brokenNumbers } from '../drawing/well-formed.ts';
import { command, commandIn, fakeTerminal, temporaryFolder } from './fake-terminal.ts';

const experiment = {
  name: 'bell',
  seed: 3,
  target: { name: 'ghz', qubits: 2 },
  model: { name: 'staircase', depth: 1, block: 'so4' },
  training: { optimiser: { name: 'adam', learningRate: 0.05 }, starts: 4, maxSteps: 150, checkpointEvery: 10 },
  geodesic: { slices: 4, starts: 1 },
};

function prepared(changes: Readonly<Record<string, unknown>> = {}) {
  const folder = temporaryFolder();
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify({ ...experiment, ...changes }));
  return { path, out: join(folder, 'out'), folder };
}

const recordIn = (out: string): RunRecord => JSON.parse(readFileSync(join(out, 'record.json'), 'utf8'));

describe('a run', () => {
  test('writes record and report, says where, and ends with 0', async () => {
    const { path, out } = prepared();
    const { code, out: said, err } = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(err).toMatch(/^bulkweave \d+\.\d+\.\d+: bell\n/);
    expect(err).toMatch(/^backend: cpu \(TensorFlow\.js 4\.22\.0\)/m);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
    expect(said).toContain(`report  ${join(out, 'report.html')}`);
    const { points, experiment: stored, backend, versions } = recordIn(out);
    expect(points).toHaveLength(1);
    expect(points[0]!.training.infidelity).toBeLessThan(1e-10);
    expect(points[0]!.geodesic!.infidelity).toBeLessThan(1e-4);
    expect(stored).toMatchObject({ seed: 3, metric: { maxSize: 2 } }); // defaults filled in
    expect([backend, versions.bulkweave]).toEqual(['cpu', expect.stringMatching(/^\d/)]);
    expect(brokenNumbers(readFileSync(join(out, 'report.html'), 'utf8'))).toEqual([]);
  });

  test('says how it ended in a line of JSON where that is asked for', async () => {
    const training = { optimiser: { name: 'adam' }, starts: 1, maxSteps: 2, polish: 0 };
    const { path, out } = prepared({ training, geodesic: false, bulk: false });
    const { code, out: said, err } = await command('run', path, '--out', out, '--backend', 'cpu', '--json');
    expect(code).toBe(1);
    const lines = said
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, -1).every(({ progress }) => typeof progress.chapter === 'string')).toBe(true);
    const { finished } = lines.at(-1);
    expect(finished).toMatchObject({ folder: out, reached: false, seconds: recordIn(out).seconds });
    expect(finished.summary).toContain('was not reached');
    expect(err).not.toContain('after ');
  });

  test('that misses its target writes both files and ends with 1', async () => {
    const training = { optimiser: { name: 'adam' }, starts: 1, maxSteps: 2, polish: 0 };
    const { path, out } = prepared({ training, geodesic: false, bulk: false });
    const { code, out: said } = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(code).toBe(1);
    expect(said).toContain('was not reached');
    expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
  });

  test('of a curve has one point for each time', async () => {
    const hamiltonian = { name: 'transverse-field-ising' };
    const curve = { name: 'quench', initial: { name: 'ghz', qubits: 2 }, hamiltonian, times: [0, 0.1] };
    const { path, out } = prepared({
      target: undefined,
      curve,
      model: { name: 'brickwall', depth: 2 },
      geodesic: false,
    });
    const { code, err } = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(err).not.toContain('error');
    expect(code).toBe(0);
    expect(recordIn(out).points.map(({ time }) => time)).toEqual([0, 0.1]);
  });

  test('whose parts do not fit each other is bad input and leaves nothing', async () => {
    const { path, out, folder } = prepared({ target: { name: 'file', path: 'missing.npy' } });
    const { code, err } = await command('run', path, '--out', join(out, 'deep'), '--backend', 'cpu');
    expect(code).toBe(2);
    expect(err).toContain(`${path}: target: file 'missing.npy' named in the experiment`);
    expect(readdirSync(folder)).toEqual(['experiment.json']);
  });

  test('with mistakes that show only once target and model are built names the file and every key', async () => {
    const metric = { maxRange: 'infinite', words: { XYZ: 2 } };
    const geodesic = { sectors: false, sector: [1, 2], lowerBound: { observable: 'moving' } };
    const { path, out, folder } = prepared({ target: { name: 'ghz', qubits: 4 }, metric, geodesic });
    const { code, err } = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(code).toBe(2);
    expect(err).toContain(`${path}: metric.words.XYZ: a word of 4 letters required`);
    expect(err).toContain(`${path}: geodesic.sector: no sector beside geodesic.sectors false required, got [1, 2]`);
    const ring = { metric: { lattice: 'ring' }, geodesic: { ring: { cell: 3 } } };
    writeFileSync(path, JSON.stringify({ ...experiment, ...ring, target: { name: 'ghz', qubits: 4 } }));
    const second = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(second.err).toContain(
      `${path}: geodesic.ring.cell: a cell of a number of sites that divides 4 required, got 3`,
    );
    const grid = { metric: { lattice: { grid: [2, 3] } } };
    writeFileSync(path, JSON.stringify({ ...experiment, ...grid }));
    const third = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(third.err).toContain(`${path}: metric.lattice: latticeOfSpec: a grid of 2 sites required, got 2 × 3`);
    expect(readdirSync(folder)).toEqual(['experiment.json']);
  });

  test('on an unknown backend is bad input and leaves nothing', async () => {
    const { path, out } = prepared();
    const { code, err } = await command('run', path, '--out', out, '--backend', 'abacus');
    expect(code).toBe(2);
    expect(err).toContain("got 'abacus'");
    expect(existsSync(out)).toBe(false);
  });
});

const gate = {
  name: 'cz',
  study: { name: 'unitary-geodesic', unitary: { name: 'controlled-z', qubits: 2 }, penalties: [1, 2], starts: 1 },
};

describe('a study', () => {
  test('writes record and report, says what it found, and ends with 0', async () => {
    const { path, out, folder } = prepared();
    writeFileSync(path, JSON.stringify(gate));
    const { code, out: said } = await command('run', path, '--out', out, '--backend', 'cpu');
    expect(code).toBe(0);
    expect(said).toMatch(/checks passed\.\nrecord /);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('<h1>Complexity of CZ</h1>');
    expect(brokenNumbers(page)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['experiment.json', 'out']);
    writeFileSync(join(out, 'report.html'), '');
    expect(await command('report', out)).toMatchObject({ code: 0 });
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toBe(page);
  });

  test('with a mistake in its options is bad input, and names it', async () => {
    const { path, out } = prepared();
    writeFileSync(path, JSON.stringify({ ...gate, study: { ...gate.study, slices: 1, colour: 'red' } }));
    const { code, err } = await command('run', path, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain('2 mistakes');
    expect(err).toContain('study.slices');
    expect(err).toContain('study.colour');
  });
});

/** A terminal at which something happens at every checkpoint. */
function eventfulTerminal(happens: (interrupt: (signal: Signal) => void) => void) {
  const { terminal, interrupt, ...others } = fakeTerminal();
  const startWork: StartWork = (assignment, onReport) =>
    terminal.startWork(assignment, (report) => {
      onReport(report);
      if (report.kind === 'step' && report.checkpoint !== null) happens(interrupt);
    });
  return { ...others, terminal: { ...terminal, startWork } };
}

/** A terminal from which a signal comes at the first checkpoint. */
const impatientTerminal = (signal: Signal) => eventfulTerminal((interrupt) => interrupt(signal));

describe('an interrupted run', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s says how to go on, and ends at the same numbers as a whole one', async (signal, code) => {
    const whole = prepared();
    expect(await command('run', whole.path, '--out', whole.out, '--backend', 'cpu')).toMatchObject({ code: 0 });

    const { path, out } = prepared();
    const { terminal, written, listeners } = impatientTerminal(signal);
    expect(await program(['run', path, '--out', out, '--backend', 'cpu'], terminal)).toBe(code);
    expect(written.err).toContain(`to go on: bulkweave resume ${out}`);
    expect(listeners.size).toBe(0);
    expect(readdirSync(out)).toEqual(['checkpoint.json']);

    const resumed = await command('resume', out);
    expect(resumed).toMatchObject({ code: 0 });
    expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
    expect(recordIn(out).points).toEqual(recordIn(whole.out).points);
  });
});

test('a run that is resumed on another engine says that digits may differ, and its record names the last one', async () => {
  const { path, out } = prepared();
  const { terminal, written } = impatientTerminal('SIGINT');
  expect(await program(['run', path, '--out', out, '--backend', 'cpu'], terminal)).toBe(130);
  expect(written.err).toContain('engine: WebAssembly, float64');
  const { code, err } = await commandIn({ BULKWEAVE_ENGINE: 'wasm-relaxed' }, 'resume', out);
  expect(code).toBe(0);
  expect(err).toContain('engine: WebAssembly, relaxed SIMD, float64');
  expect(err).toContain('the run began on wasm; on wasm-relaxed the last digits may differ\n');
  expect(recordIn(out).versions.engine).toBe('wasm-relaxed');
});

describe('files that the experiment names', () => {
  const amplitudes = JSON.stringify([0.6, 0, 0, 0.8]);
  const changes = { target: { name: 'file', path: 'state.json' }, geodesic: false, bulk: false };

  test('stand in the record, which can be run again elsewhere to the same numbers', async () => {
    const { path, out, folder } = prepared(changes);
    writeFileSync(join(folder, 'state.json'), amplitudes);
    expect(await command('run', path, '--out', out, '--backend', 'cpu')).toMatchObject({ code: 0 });
    const { inputs, points } = recordIn(out);
    expect(inputs).toEqual([
      {
        path: 'state.json',
        bytes: amplitudes.length,
        sha256: createHash('sha256').update(amplitudes).digest('hex'),
        base64: Buffer.from(amplitudes).toString('base64'),
      },
    ]);
    const elsewhere = temporaryFolder();
    const again = join(elsewhere, 'again');
    copyFileSync(join(out, 'record.json'), join(elsewhere, 'record.json'));
    const ended = await command('run', join(elsewhere, 'record.json'), '--out', again, '--backend', 'cpu');
    expect(ended).toMatchObject({ code: 0 });
    expect(recordIn(again).points).toEqual(points);
    expect(recordIn(again).inputs).toEqual(inputs);
  });

  test('are refused by name when a run is resumed after they were changed', async () => {
    const { path, out, folder } = prepared(changes);
    writeFileSync(join(folder, 'state.json'), amplitudes);
    const { terminal } = impatientTerminal('SIGINT');
    expect(await program(['run', path, '--out', out, '--backend', 'cpu'], terminal)).toBe(130);
    writeFileSync(join(folder, 'state.json'), JSON.stringify([0.8, 0, 0, 0.6]));
    const { code, err } = await command('resume', out);
    expect(code).toBe(2);
    expect(err).toContain("input 'state.json': the contents with which the run began required");
    expect(readdirSync(out)).toEqual(['checkpoint.json']);
  });
});

test('a folder that is deleted while a run goes on is made again, and the run ends as it would have', async () => {
  const { path, out } = prepared({ geodesic: false, bulk: false });
  const { terminal, written } = eventfulTerminal(() => rmSync(out, { recursive: true, force: true }));
  expect(await program(['run', path, '--out', out, '--backend', 'cpu'], terminal)).toBe(0);
  expect(written.err).toContain(`${out}: was deleted while the run went on; created again`);
  expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
});

test('a second run in a folder is refused, and the first goes on', async () => {
  const { path, out } = prepared({ geodesic: false, bulk: false });
  let second: ReturnType<typeof command> | undefined;
  const { terminal } = eventfulTerminal(() => {
    second ??= command('run', path, '--out', out, '--force', '--backend', 'cpu');
  });
  expect(await program(['run', path, '--out', out, '--backend', 'cpu'], terminal)).toBe(0);
  expect(await second).toMatchObject({ code: 2, err: expect.stringContaining('got one held by process') });
  expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
});

test('a report is drawn again from its record', async () => {
  const { path, out } = prepared({ geodesic: false });
  await command('run', path, '--out', out, '--backend', 'cpu');
  const before = readFileSync(join(out, 'report.html'), 'utf8');
  writeFileSync(join(out, 'report.html'), '');
  expect(await command('report', out)).toMatchObject({ code: 0, out: `${join(out, 'report.html')}\n` });
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toBe(before);
});
