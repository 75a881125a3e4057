import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RequestDescription } from '../../cli/request-description.ts';
import { readNpy, writeNpy } from '../../datasets/formats/npy.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { commandFrom, temporaryFolder } from './fake-terminal.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Lines of JSON, and files behind them, as one stream. */
const sent = (...parts: readonly (object | string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      part instanceof Uint8Array ? part : Buffer.from(`${typeof part === 'string' ? part : JSON.stringify(part)}\n`),
    ),
  );

interface Received {
  readonly json: Record<string, unknown>;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** The lines of an output with the files behind them. */
function received(out: string): readonly Received[] {
  const all: Received[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    const json = JSON.parse(out.slice(at, end)) as Received['json'];
    at = end + 1;
    const files: Record<string, Uint8Array> = {};
    for (const { name, bytes } of (json.files ?? []) as { name: string; bytes: number }[]) {
      files[name] = bytesOf(out.slice(at, at + bytes));
      at += bytes;
    }
    all.push({ json, files });
  }
  return all;
}

async function served(input: Uint8Array, ...options: readonly string[]) {
  const { code, out, err } = await commandFrom(input, 'serve', '--stdio', ...options);
  const [greeting, ...replies] = received(out);
  return { code, err, greeting: greeting!.json, replies };
}

/** Amplitudes whose bits would not survive a text with fewer digits, −0 among them. */
const awkward = {
  shape: [4],
  interleaved: Float64Array.of(
    Math.sqrt(1 / 3),
    -0,
    0.1 + 0.2,
    5e-324,
    Math.sqrt(0.5),
    -1e-17,
    0,
    Math.sqrt(1 / 6 - 0.09),
  ),
};

describe('serve', () => {
  test('greets, answers in order, and ends with its input', async () => {
    const requests = [
      { id: 1, request: 'entropies', state: 'w(3)' },
      { id: 'two', request: 'energy', hamiltonian: 'transverse-field-ising', qubits: 2 },
    ];
    const { code, err, greeting, replies } = await served(sent(...requests, ''));
    expect([code, err]).toEqual([0, '']);
    expect(greeting).toMatchObject({ protocol: 1, bulkweave: expect.stringMatching(/^\d/) });
    expect(greeting.requests).toContain('complexity');
    expect(replies.map(({ json }) => json.id)).toEqual([1, 'two']);
    expect(replies[0]!.json).toMatchObject({ result: { sites: 3 }, notes: [], seconds: expect.any(Number) });
  });

  test('takes arrays as files behind a request, and hands arrays over so, bit for bit', async () => {
    const file = writeNpy(awkward);
    const request = {
      request: 'contract',
      network: { tensors: [{ legs: ['i'], path: 'psi.npy' }] },
      files: [{ name: 'psi.npy', bytes: file.length }],
      arrays: 'npy',
    };
    const { replies } = await served(sent(request, file, { ...request, id: 2 }, file));
    expect(replies).toHaveLength(2);
    for (const { json, files } of replies) {
      expect(json).toMatchObject({ result: { value: { $file: 'array-0.npy' } } });
      const array = readNpy(files['array-0.npy']!, 'array');
      expect(array.shape).toEqual([4]);
      expect(Buffer.from(array.interleaved.buffer)).toEqual(Buffer.from(awkward.interleaved.buffer));
    }
  });

  test('tells of its steps where that is asked for', async () => {
    const request = { id: 7, request: 'energy', hamiltonian: 'transverse-field-ising', qubits: 2 };
    const { replies } = await served(sent({ ...request, progress: true }, request));
    expect(replies.map(({ json }) => json.progress ?? 'answer')).toEqual(['Lanczos iteration', 'answer', 'answer']);
    expect(replies[0]!.json.id).toBe(7);
  });

  test('describes a request to the program that is to offer it', async () => {
    const { replies } = await served(sent({ id: 5, describe: 'contract' }, { describe: 'fidelity' }));
    const [contract, fidelity] = replies.map(({ json }) => json.description as RequestDescription);
    expect(replies[0]!.json.id).toBe(5);
    expect(contract).toMatchObject({ name: 'contract', places: ['network'], texts: ['network'] });
    expect(contract!.options.map(({ key }) => key)).toEqual(['network', 'maxSize', 'part.of', 'part.index', 'seed']);
    expect(contract!.options[0]).toMatchObject({ required: true, description: expect.stringMatching(/^tensors with/) });
    expect(contract!.options.at(-1)).toMatchObject({
      required: false,
      default: 1,
      type: expect.stringMatching(/^integer/),
    });
    expect(contract!.result.properties!.exponent!.type).toBe('integer');
    expect(fidelity).toMatchObject({ formula: expect.stringContaining('⟨a|b⟩'), texts: ['a', 'b'] });
    expect(fidelity!.options.every(({ type }) => type.startsWith('string | '))).toBe(true);
  });

  test('every request can be described, its example being one of it', async () => {
    const names = Object.keys(REQUESTS);
    const { replies } = await served(sent(...names.map((describe) => ({ describe }))));
    const all = replies.map(({ json }) => json.description as RequestDescription);
    expect(all.map(({ name }) => name)).toEqual(names);
    for (const { name, summary, formula, options, example, places } of all) {
      expect(summary.length * formula.length, name).toBeGreaterThan(0);
      const heads = options.map(({ key }) => key.split('.')[0]);
      expect(heads, name).toEqual(expect.arrayContaining([...places, ...Object.keys(example as object)]));
    }
  });

  test('a request that does not exist cannot be described', async () => {
    const { replies } = await served(sent({ id: 1, describe: 'no' }, { describe: 3 }));
    expect(replies[0]!.json).toMatchObject({
      id: 1,
      error: { code: 2, issues: [{ path: 'describe', received: '"no"' }] },
    });
    expect(JSON.stringify(replies[1]!.json)).toContain('describe: one of complexity, ');
  });

  test('answers what is wrong, and goes on', async () => {
    const good = { id: 'good', request: 'entropies', state: 'w(3)' };
    const { code, replies } = await served(
      sent(
        'nonsense',
        { id: 2, request: 'no' },
        { id: 3, request: 'entropies', files: [{ name: '../a', bytes: 1 }] },
        { id: 4, request: 'entropies', state: 'w(3)', seconds: 0 },
        good,
      ),
    );
    expect(code).toBe(0);
    const errors = replies.map(({ json }) => (json.error as { message: string } | undefined)?.message);
    expect(errors[0]).toMatch(/^request:1:1: not JSON/);
    expect(errors[1]).toMatch(/^request: one of/);
    expect(errors[2]).toMatch(/^files.0.name: letters/);
    expect(replies.map(({ json }) => json.id)).toEqual([undefined, 2, 3, 4, 'good']);
    expect(errors[3]).toMatch(/^seconds: /);
    expect(errors[4]).toBeUndefined();
  });

  test('refuses a request that is too large, with its files, and goes on behind it', async () => {
    const good = { id: 'good', request: 'entropies', state: 'w(3)' };
    const large = { id: 1, request: 'entropies', state: 'psi.npy', files: [{ name: 'psi.npy', bytes: 5000 }] };
    const input = sent(large, new Uint8Array(5000).fill(65), good, { ...good, padding: 'x'.repeat(5000) }, good);
    const { replies } = await served(input, '--mebibytes', '0.001');
    expect(replies.map(({ json }) => json.id)).toEqual([1, 'good', undefined, 'good']);
    for (const k of [0, 2]) expect(JSON.stringify(replies[k]!.json.error)).toContain('at most 1048.576 bytes');
  });

  test('files of an input that ends are no request', async () => {
    const request = { request: 'schmidt', state: 'psi.npy', files: [{ name: 'psi.npy', bytes: 100 }] };
    expect((await served(sent(request, new Uint8Array(50)))).replies).toEqual([]);
  });

  test('a folder that does not exist is refused', async () => {
    const { code, out, err } = await commandFrom('', 'serve', '--folder', '/nowhere');
    expect([code, out, err]).toEqual([2, '', expect.stringContaining("--folder: a folder required, got '/nowhere'")]);
  });

  test('options that are no numbers are refused', async () => {
    expect(await commandFrom('', 'serve', '--seconds', 'x')).toMatchObject({ code: 2, out: '' });
    expect(await commandFrom('', 'serve', '--mebibytes', '0')).toMatchObject({ code: 2, out: '' });
  });
});

describe('files on the disk', () => {
  const messages = async (paths: readonly string[], ...options: readonly string[]) => {
    const requests = paths.map((path) => ({ request: 'schmidt', state: { name: 'file', path } }));
    const { replies } = await served(sent(...requests), ...options);
    return replies.map(({ json }) => (json.error as { message: string } | undefined)?.message ?? 'answered');
  };

  test('are not read without a folder', async () => {
    const path = join(temporaryFolder(), 'psi.npy');
    writeFileSync(path, writeNpy(awkward));
    expect(await messages([path, '../psi.npy'])).toEqual([
      `${path}: a file sent with the request required`,
      '../psi.npy: a file sent with the request required',
    ]);
  });

  test('are read in the folder and below; a path or a link that leads out of it is refused', async () => {
    const outer = temporaryFolder();
    const folder = join(outer, 'served');
    mkdirSync(join(folder, 'below'), { recursive: true });
    const vector = writeNpy({ shape: [4], interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0) });
    for (const place of [outer, folder, join(folder, 'below')]) writeFileSync(join(place, 'psi.npy'), vector);
    symlinkSync(join(outer, 'psi.npy'), join(folder, 'link.npy'));
    symlinkSync(outer, join(folder, 'up'));
    const inside = ['psi.npy', 'below/psi.npy', 'below/../psi.npy', join(folder, 'psi.npy')];
    const out = [
      '../psi.npy',
      join(outer, 'psi.npy'),
      'link.npy',
      'up/psi.npy',
      '../nothing.npy',
      '/etc/passwd.npy',
      '..',
    ];
    expect(await messages(inside, '--folder', folder)).toEqual(inside.map(() => 'answered'));
    const refusals = await messages(out, '--folder', folder);
    refusals.forEach((message, k) => {
      expect(message, out[k]).toMatch(
        /a file in the folder that is served required|a \.npy, \.npz or \.json file required/,
      );
    });
    expect(await messages(['nothing.npy'], '--folder', folder)).toEqual(['nothing.npy: no such file or folder']);
  });
});
