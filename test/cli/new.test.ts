import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadExperiment } from '../../cli/experiment-file.ts';
import { jsonWithComments } from '../../cli/json-file.ts';
import { CURVES } from '../../datasets/curves.ts';
import { loadHdf5, writeHdf5 } from '../../datasets/formats/hdf5.ts';
import { writeNpy } from '../../datasets/formats/npy.ts';
import { hamiltonianForms } from '../../src/operator/hamiltonian-spec.ts';
import { command, commandIn, temporaryFolder } from './fake-terminal.ts';

const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

describe('new', () => {
  const named = hamiltonianForms
    .map(({ shape }) => shape.name.value)
    .filter((name) => name !== 'terms' && name !== 'file');

  test.each([...Object.keys(CURVES), ...named, 'ghz(3)', 'w', 'dicke(4, 2)'])(
    'of %s is an experiment',
    async (subject) => {
      const out = join(temporaryFolder(), 'new.jsonc');
      const { code, out: said } = await command('new', subject, '--qubits', '4', '--out', out);
      expect([code, said]).toEqual([0, `${out}\nrun it: bulkweave run ${out}\n`]);
      expect(readFileSync(out, 'utf8')).toContain('// The shortest path');
      const { experiment } = loadExperiment(out);
      expect(experiment.name).toMatch(/^[\w.-]+$/);
    },
  );

  test('of a file has its path relative to the folder of the experiment', async () => {
    await loadHdf5();
    const folder = folderWith({
      'psi.npy': writeNpy({ shape: [2], interleaved: Float64Array.of(1, 0, 0, 0) }),
      'bell.qasm': 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];',
      'h.json': '{"qubits": 2, "terms": [{"word": "ZZ", "coefficient": 2}]}',
      'printed.txt': "SparsePauliOp(['ZZ', 'XI'], coeffs=[1.+0.j, 0.5+0.j])",
      'electrons.fcidump': '&FCI NORB=1 &END\n-1.0 1 1 0 0\n',
      'itensor.h5': writeHdf5({
        attributes: {},
        members: { psi: { shape: [2], interleaved: Float64Array.of(1, 0, 0, 0) } },
      }),
    });
    for (const [file, key] of [
      ['psi.npy', 'path'],
      ['bell.qasm', 'path'],
      ['h.json', 'file'],
      ['printed.txt', 'file'],
      ['electrons.fcidump', 'file'],
      ['itensor.h5', 'path'],
    ] as const) {
      const out = join(folder, `${file}.jsonc`);
      expect((await command('new', relative('.', join(folder, file)), '--out', out)).code).toBe(0);
      expect(readFileSync(out, 'utf8')).toContain(`"${key}": "${file}"`);
      expect(loadExperiment(out).experiment.name).toBe(file.replace(/\..*/, ''));
    }
  });

  test('writes nothing where a file is in the way or the subject means nothing', async () => {
    const folder = folderWith({ 'here.jsonc': '' });
    const out = join(folder, 'here.jsonc');
    expect((await command('new', 'ghz(2)', '--out', out)).err).toContain('overwrite it with --force');
    expect(readFileSync(out, 'utf8')).toBe('');
    expect((await command('new', 'ghz(2)', '--out', out, '--force')).code).toBe(0);
    const none = join(folder, 'none.jsonc');
    for (const subject of ['gzh(2)', 'nowhere.npy', 'ghz(0)', 'xxz(reach=3)']) {
      expect((await command('new', subject, '--out', none)).code, subject).toBe(2);
    }
    expect((await command('new', 'gzh(2)', '--out', none)).err).toMatch(
      /required, got 'gzh' \(did you mean 'ghz'\?\)\n/,
    );
    expect((await command('new', 'w', '--qubits', 'x', '--out', none)).err).toContain(
      '--qubits: a natural number required',
    );
    expect(existsSync(none)).toBe(false);
  });

  test('goes to standard output for -', async () => {
    const { out } = await command('new', 'w(3)', '--out', '-');
    expect(jsonWithComments(out, 'w')).toMatchObject({ name: 'w-3', target: { name: 'w', qubits: 3 } });
  });
});

describe('comments', () => {
  test('are passed over, but not in texts, and leave lines and columns as they are', () => {
    expect(jsonWithComments('{ // a "b"\n "c": "// d \\" // e", // f\n "g": 1 }', 'x')).toEqual({
      c: '// d " // e',
      g: 1,
    });
    expect(() => jsonWithComments('{ "a": 1, // b\n  c: 2 }', 'x')).toThrow('x:2:3: not JSON');
  });
});

describe('doctor', () => {
  test('tells versions, engine and backend, and how to get what is missing', async () => {
    const { code, out } = await command('doctor', '--json');
    expect(code).toBe(0);
    const all = JSON.parse(out) as { name: string; found: string; advice: string | null }[];
    const found = (name: string) => all.find((one) => one.name === name)?.found;
    expect(found('versions')).toContain(`Node ${process.versions.node}`);
    expect(found('engine')).toMatch(/float64/);
    expect(found('backend')).toMatch(/TensorFlow\.js 4/);
    for (const { name, advice } of all) expect(advice !== null).toBe(name.startsWith('not '));
    const { out: words } = await commandIn({ BULKWEAVE_BACKEND: 'cpu' }, 'doctor');
    expect(words).toMatch(/^versions +bulkweave/);
    expect(words).toContain('BULKWEAVE_BACKEND=cpu');
  });
});
