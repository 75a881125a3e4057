/**
 * @file `npm run bench`: the benchmarks in `bench`; arguments go to vitest. `npm run bench -- --against COMMIT` compares the work in
 * bench/against.ts with that of another commit, in processes that alternate: the median of the ratios of processor times, that
 * commit's by ours, and their quartiles. `--rounds` is the number of pairs, 5 by default.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const ROOT = join(import.meta.dirname, '..');
const WORK = join('bench', 'against.ts');

if (process.argv.includes('--against')) {
  const options = { against: { type: 'string' }, rounds: { type: 'string', default: '5' } };
  const { against, rounds } = parseArgs({ options }).values;
  if (!(Number(rounds) >= 1)) throw new RangeError(`bench: a number of rounds above 0 required, got ${rounds}`);
  await compare(against, Math.floor(Number(rounds)));
} else {
  const { status } = spawnSync('npx', ['vitest', 'bench', '--run', '--project', 'units', ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: ROOT,
  });
  process.exitCode = status ?? 1;
}

async function compare(commit, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-against-'));
  const other = join(folder, 'tree');
  const git = (...words) => execFileSync('git', words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  git('worktree', 'add', '--quiet', '--detach', other, commit);
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(other, 'node_modules'));
    copyFileSync(join(ROOT, WORK), join(other, WORK));
    const bundles = [join(folder, 'ours.mjs'), join(folder, 'other.mjs')];
    await bundle(ROOT, bundles[0]);
    await bundle(other, bundles[1]);
    const ratios = new Map();
    for (let round = 0; round < rounds; round++) {
      const [ours, theirs] = bundles.map((file) => JSON.parse(execFileSync(process.execPath, [file])));
      for (const [name, time] of Object.entries(ours)) {
        ratios.set(name, [...(ratios.get(name) ?? []), theirs[name] / time]);
      }
    }
    print(commit, ratios);
  } finally {
    git('worktree', 'remove', '--force', other);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(tree, file) {
  const build = await rolldown({ input: join(tree, WORK), cwd: tree, platform: 'node', logLevel: 'silent' });
  await build.write({ file, format: 'esm' });
}

function print(commit, ratios) {
  process.stdout.write(`times of ${commit} by those of the working tree: median, quartiles\n`);
  for (const [name, values] of ratios) {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.round(share * (sorted.length - 1))].toFixed(2);
    process.stdout.write(`${name.padEnd(36)} ${at(0.5).padStart(6)}   ${at(0.25)} … ${at(0.75)}\n`);
  }
}
