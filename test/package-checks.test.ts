import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bulkweave-'));
const packed = (): string => join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz'))!);

beforeAll(() => {
  const options = { encoding: 'utf8', shell: process.platform === 'win32' } as const; // npm is a script there
  const pack = ['pack', '--ignore-scripts', '--offline', '--loglevel=error', '--pack-destination', folder];
  execFileSync('npm', ['run', '--silent', 'build'], options);
  execFileSync('npm', pack, options);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('publint finds nothing', async () => {
  const bytes = readFileSync(packed());
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer } });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
}, 120_000);

test('the types of every entry point are found and belong to it, by attw', () => {
  const attw = ['node_modules/@arethetypeswrong/cli/dist/index.js', packed(), '--profile', 'esm-only', '-f', 'json'];
  const { status, stdout } = spawnSync(process.execPath, attw, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const { analysis, problems = {} } = JSON.parse(stdout) as {
    analysis: { entrypoints: object };
    problems?: Readonly<Record<string, readonly { readonly resolutionKind?: string }[]>>;
  };
  expect(Object.keys(analysis.entrypoints)).toContain('./compute');
  const found = Object.entries(problems).flatMap(([kind, all]) =>
    all.map(({ resolutionKind }) => [kind, resolutionKind]),
  );
  expect(found.filter(([, how]) => how !== 'node10' && how !== 'node16-cjs')).toEqual([]); // ES modules alone
  expect(status).toBe(0);
}, 300_000);
