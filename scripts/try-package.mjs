/**
 * The package as others get it: packed, installed into an empty project, and run by several versions of Node, which npm provides:
 * `npm run try:package`, or `npm run try:package 20 22`. Programs there import every entry point and compute a state; the
 * command answers a request. Needs a registry, and takes minutes.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24'];
const project = mkdtempSync(join(tmpdir(), 'bulkweave-project-'));
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const PROGRAM = `
const names = Object.keys(JSON.parse((await import('node:fs')).readFileSync('node_modules/bulkweave/package.json', 'utf8')).exports);
const entries = names.filter((name) => !name.includes('*')).map((name) => 'bulkweave' + name.slice(1));
for (const entry of entries) if (Object.keys(await import(entry)).length === 0) throw new Error(entry + ' is empty');
const { computed } = await import('bulkweave/compute');
const { result } = await computed({ request: 'entropies', state: 'ghz(3)', regions: [[0]] }, { read: () => new Uint8Array() });
const [{ entropy }] = result.regions;
if (Math.abs(entropy - Math.LN2) > 1e-12) throw new Error('entropy ' + entropy);
console.log(entries.length + ' entry points');
`;

try {
  run('npm', ['pack', '--pack-destination', project], process.cwd());
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(project, 'program.mjs'), PROGRAM);
  run('npm', ['install', '--no-audit', '--no-fund', '--omit=optional', `./${name}-${version}.tgz`]);
  for (const wanted of versions) {
    const node = run('npx', ['--yes', '-p', `node@${wanted}`, '-c', 'command -v node']).trim();
    const imported = run(node, ['program.mjs']).trim();
    const answer = run(node, ['node_modules/bulkweave/bin/bulkweave.js', 'complexity', 'ghz(2)', '--json']);
    const { length } = JSON.parse(answer).result;
    if (Math.abs(length - Math.PI / (4 * Math.SQRT2)) > 1e-6) throw new Error(`length ${length}`);
    const times = Array.from({ length: 5 }, () => secondsOfHelp(node)).sort((a, b) => a - b);
    const milliseconds = Math.round(1000 * times[2]);
    process.stdout.write(
      `Node ${run(node, ['--version']).trim()}: ${imported}, complexity of ghz(2) ${length.toFixed(4)}, --help ${milliseconds} ms of processor time\n`,
    );
  }
} finally {
  rmSync(project, { recursive: true, force: true });
}

/** Processor time of one call. */
function secondsOfHelp(node) {
  const timed = `{ time '${node}' node_modules/bulkweave/bin/bulkweave.js --help >/dev/null; } 2>&1`;
  const [user, system] = run('bash', ['-c', `TIMEFORMAT='%U %S'; ${timed}`])
    .trim()
    .split(' ')
    .map(Number);
  return user + system;
}
