/**
 * @file Is a run that is killed and resumed the same, bit for bit, as one that is not? Runs the built command on a
 * curve of states with all geometry stages, on a study, and on Markov chains; kills it by SIGKILL at random moments, resumes it, and
 * compares.
 *
 *     npm run test:kill -- [kills] [seed]        default: 30 kills, seed 1
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '../dist/src/linalg/random.js';

const COMMAND = new URL('../bin/bulkweave.js', import.meta.url).pathname;
const [KILLS, SEED] = [Number(process.argv[2] ?? 30), Number(process.argv[3] ?? 1)];
/** Number of kills after which a run may finish. */
const MOST_IN_A_ROW = 4;

const EXPERIMENTS = [
  {
    name: 'curve',
    curve: {
      name: 'quench',
      initial: { name: 'product', qubits: 3 },
      hamiltonian: { name: 'transverse-field-ising' },
      times: [0.3, 0.5],
    },
    model: { name: 'brickwall', depth: 4, block: 'ising' },
    training: {
      optimiser: { name: 'adam' },
      starts: 2,
      maxSteps: 1500,
      checkpointEvery: 20,
      complexity: { weights: [0.01] },
    },
    geodesic: { slices: 4, starts: 2, maxSteps: 60 },
  },
  {
    name: 'study',
    study: { name: 'complexity-chart', qubits: [2, 3], slices: 4, starts: 2 },
  },
  {
    name: 'chains',
    study: {
      name: 'path-integral',
      states: [{ name: 'ghz', qubits: 2 }],
      slices: 3,
      betas: [2, 4, 8],
      chains: 2,
      burnIn: 60,
      draws: 200,
      rounds: 40_000, // as in the test of signals: longer than the two seconds between checkpoints
    },
  },
];

const random = randomStream(SEED, 'kills');
const root = mkdtempSync(join(tmpdir(), 'bulkweave-kill-'));

/** Runs the command; kills it `after` ms of work (not of loading), if that comes before its end. */
function ran(args, after = Infinity) {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let [said, begun, timer] = ['', null, undefined];
  child.stderr.on('data', (text) => {
    said += text;
    if (begun !== null || !said.includes('backend:')) return;
    begun = performance.now();
    if (after < Infinity) timer = setTimeout(() => child.kill('SIGKILL'), after);
  });
  return new Promise((ended) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      ended({ code, isKilled: signal === 'SIGKILL', said, took: performance.now() - (begun ?? performance.now()) });
    });
  });
}

/** The results as text: everything that must be the same. */
function found(folder) {
  const { points, overTime, findings } = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8'));
  return JSON.stringify({ points, overTime, findings });
}

let [kills, resumed, runs, wrong] = [0, 0, 0, 0];
const references = [];
for (const experiment of EXPERIMENTS) {
  const path = join(root, `${experiment.name}.json`);
  writeFileSync(path, JSON.stringify({ seed: 1, ...experiment }));
  const folder = join(root, `${experiment.name}-whole`);
  const { code, said, took } = await ran(['run', path, '--out', folder, '--backend', 'cpu']);
  if (code !== 0) throw new Error(`${experiment.name} ended with ${code}:\n${said}`);
  console.log(`${experiment.name}: ${(took / 1000).toFixed(1)} s of work without a kill`);
  references.push({ path, took, text: found(folder) });
}

while (kills < KILLS) {
  const { path, took, text } = references[runs % references.length];
  const folder = join(root, `run-${++runs}`);
  const moments = [];
  for (;;) {
    const isLast = moments.length === MOST_IN_A_ROW || kills === KILLS;
    const canResume = existsSync(join(folder, 'checkpoint.json'));
    const args = canResume ? ['resume', folder] : ['run', path, '--out', folder, '--backend', 'cpu'];
    const { code, isKilled, said } = await ran(args, isLast ? Infinity : random.uniform() * took);
    if (canResume) resumed++;
    // A kill may come between the end of the work and that of the process, which leaves its lock.
    const isFinished =
      isKilled && existsSync(join(folder, 'record.json')) && !existsSync(join(folder, 'checkpoint.json'));
    if (isKilled) {
      kills++;
      moments.push(said.trimEnd().split('\n').at(-1).trim());
      if (!isFinished) continue;
    }
    const names = readdirSync(folder).filter((name) => !(isFinished && name === 'run.lock'));
    const left = names.sort().join(' ');
    const isSame = (code === 0 || isFinished) && left === 'record.json report.html' && found(folder) === text;
    if (!isSame) wrong++;
    console.log(
      `run ${runs}: ${moments.length} kills, ${isSame ? 'the same bits' : `WRONG: code ${code}, ${left}\n${said}`}`,
    );
    for (const moment of moments) console.log(`  killed after: ${moment}`);
    break;
  }
}
rmSync(root, { recursive: true });
console.log(`${kills} kills and ${resumed} resumptions in ${runs} runs, seed ${SEED}: ${wrong} of the runs differ`);
process.exitCode = wrong === 0 ? 0 : 1;
