/**
 * @file The race against the peers: `npm run bench:peers`, or a part of it, `npm run bench:peers -- --only w1,qfim`.
 * Every program runs in a process of its own, ours by each engine, then the peers, and so on for as many rounds as the time
 * of a case allows. `--quick` runs one small case of each workload and prints the tables; otherwise they are written to
 * docs/benchmarks.md. The exit status is 1 if a peer has other numbers than ours.
 *
 * Names for `--only`: kernels, w1, train, qfim, mera, peps, linalg, batches, symmetric, codes, w1b, oscillators, fermions, stabilisers, born,
 * chains, chains-within, paths.
 * `--seconds` is the time of a case in which new rounds start, `--rounds` the most of them, `--minutes` the time after which no
 * further program starts, `--search` the seconds of a path search; `--slow` adds cases of more than a minute.
 * `--case TEXT` and `--peers TEXT` run only the cases whose label, and the peers whose name, contains the text, and print the tables only;
 * `--threads` overrides those of the cases. `--engines` are ours, WebAssembly before native code. `--clock processor` reads steady times
 * from the clock of the processor, for machines that are shared; `--patience` is the time after which a program is abandoned, in seconds.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { EngineKind } from '../../src/engine/engine-kind.ts';
import { type CaseResult, disagreements, HEADER, type Row, tableRows } from './comparison.ts';
import { type Environment, type EnvironmentName, environment, PEERS } from './environments.ts';
import { writeInputs } from './inputs.ts';
import { peersOf, type Section, withSections } from './page.ts';
import { pathsText } from './paths.ts';
import { type Clock, HERE, type Outcome, type Program, run, runProgram } from './run-program.ts';
import type { Case, Workload } from './workload.ts';
import { WORKLOADS } from './workloads.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    search: { type: 'string', default: '2' },
    case: { type: 'string' },
    peers: { type: 'string', default: '' },
    threads: { type: 'string' },
    engines: { type: 'string', default: 'wasm-relaxed,native' },
    clock: { type: 'string', default: 'wall' },
    patience: { type: 'string', default: '240' },
  },
});
const PAGE = 'docs/benchmarks.md';
/** Seconds of the steady part of one run, and seconds after which a program is abandoned. */
const STEADY = options.quick ? 0.3 : 1;
const PATIENCE = Number(options.patience);
/** Time after which no further program is started. */
const END = performance.now() + 60_000 * Number(options.minutes);

const say = (text: string): boolean => process.stderr.write(text);
const environments = new Map<EnvironmentName, Environment>();

const ENGINES = options.engines.split(',') as readonly EngineKind[];
/** Whether tables are printed only. */
const PRINTED = options.quick || options.case !== undefined || options.peers !== '';

/** All rounds of one case: ours by every engine, then the peers. Another round follows while the time of the case lasts. */
function runCase(workload: Workload, own: Case): CaseResult {
  const { label, without = [] } = own;
  const threads = Number(options.threads ?? own.threads ?? 2);
  const [ours, ...others] = workload.programs.filter(({ name }) => !without.includes(name));
  const peers = others.filter(({ name }) => name.includes(options.peers));
  const variants = workload.engines === false ? [ours!] : ENGINES.map((engine): Program => ({ ...ours!, engine }));
  const programs = [...variants, ...peers];
  const outcomes = new Map<Program, Outcome[]>();
  const start = (program: Program): void => {
    const folder = join(PEERS, 'inputs');
    writeInputs(folder, inputs, program.options);
    if (performance.now() > END) return;
    const clock = options.clock as Clock;
    const conditions = { threads, seconds: STEADY, patience: PATIENCE, clock };
    const outcome = runProgram(program, environments, folder, conditions);
    outcomes.set(program, [...(outcomes.get(program) ?? []), outcome]);
    const message = 'failure' in outcome ? outcome.failure : `${outcome.measurement.first.toFixed(2)} s`;
    say(`${workload.name}, ${label}: ${program.name} ${program.engine ?? ''}: ${message}\n`);
  };
  const inputs = own.inputs();
  const began = performance.now();
  const rounds = options.quick ? 1 : Number(options.rounds);
  for (let round = 0; round < rounds && performance.now() - began < 1000 * Number(options.seconds); round++) {
    for (const program of programs) start(program);
  }
  const rows = programs.map(
    (program): Row => ({
      name: program.name,
      outcomes: outcomes.get(program) ?? [],
      own: variants.includes(program),
    }),
  );
  return { label, threads, rows, tolerance: workload.tolerance, shown: workload.shown };
}

function section(workload: Workload): Section {
  const cases = workload.cases.filter(({ label, quick = false, slow = false }) => {
    if (options.case !== undefined) return label.includes(options.case);
    return options.quick ? quick : options.slow || !slow;
  });
  const before = load();
  const results = cases.map((own) => runCase(workload, own));
  for (const line of results.flatMap(disagreements)) {
    say(`other numbers: ${workload.name}, ${line}\n`);
    process.exitCode = 1;
  }
  const rows = results.flatMap(tableRows);
  const conditions = `*${cpus()[0]?.model.trim()}, ${cpus().length} cores; load ${before} at the start and ${load()} at the end of these rows; times of the ${options.clock}, up to ${options.rounds} rounds.*`;
  return { title: workload.title, text: [`${workload.about}\n`, `${conditions}\n`, HEADER, ...rows].join('\n') };
}

/** Processes that wanted to run, a mean over a minute. */
const load = (): string => loadavg()[0]!.toFixed(1);

/** The machine, and what is installed on it. */
function conditionsSection(page: string): Section {
  const packages = [...environments.values()].flatMap((found) =>
    'missing' in found ? [] : found.packages.map((line) => line.replace('==', ' ')),
  );
  const missing = [...environments].flatMap(([name, found]) =>
    'missing' in found ? [`${name}: ${found.missing}`] : [],
  );
  const [cpu] = cpus();
  const lines = [
    `- machine: ${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `- Node ${process.versions.node}`,
    `- peers: ${peersOf(page, packages).join(', ')}`,
    ...missing.map((reason) => `- missing: ${reason}`),
  ];
  return { title: 'Conditions', text: lines.join('\n') };
}

const wanted = options.only?.split(',');
const isWanted = (name: string): boolean => wanted?.includes(name) ?? true;
const chosen = WORKLOADS.filter(({ name }) => isWanted(name));
const used = chosen.flatMap(({ programs }) => programs.flatMap((program) => program.environment ?? []));
for (const name of new Set([...used, ...(isWanted('paths') ? ['tensorcircuit' as const] : [])])) {
  say(`environment ${name}\n`);
  environments.set(name, environment(name));
}
/** The searches for paths, first, because they take a fixed time. */
function pathSections(): readonly Section[] {
  if (!isWanted('paths')) return [];
  const [seconds, count] = options.quick ? [0.5, 2] : [Number(options.search)];
  mkdirSync(join(PEERS, 'inputs'), { recursive: true });
  const text = pathsText(environments.get('tensorcircuit')!, join(PEERS, 'inputs'), seconds!, count);
  return [{ title: 'Path search', text }];
}
/** Limits of the machine, and what kernels reach of them. */
function kernelSections(): readonly Section[] {
  if (!isWanted('kernels') || options.quick) return [];
  const result = run([process.execPath, join(HERE, 'kernels.js'), ...ENGINES], 1, 1200);
  return [
    { title: 'Kernels and the limits of the machine', text: 'failure' in result ? result.failure : result.output },
  ];
}
const first = [...kernelSections(), ...pathSections()];
const sections = [...chosen.map(section), ...first];
if (PRINTED) process.stdout.write(sections.map(({ title, text }) => `## ${title}\n\n${text}\n\n`).join(''));
else {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  writeFileSync(PAGE, withSections(page, [conditionsSection(page), ...sections]));
}
