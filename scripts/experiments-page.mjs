/**
 * Pictures and verdicts of docs/experiments.md from the records of runs: `node scripts/experiments-page.mjs RUNS`, after
 * `npm run build`, where RUNS has a folder for each experiment, as `bulkweave run` writes them. Nothing of it is typed by hand:
 * the verdicts stand as the record has them. Experiments without a folder there are left as they are.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { FORMATS } from '../dist/cli/exports.js';
import { plainText } from '../dist/src/drawing/markup.js';
import { checkPhrase } from '../dist/src/report/study-page.js';

const PAGE = 'docs/experiments.md';

/** The exhibit of each experiment that is shown on the page, by its number on the page of the study. */
const EXHIBITS = {
  'areas-to-metric': 2,
  'back-reaction': 2,
  'black-holes': 4,
  chains: 9,
  'complexity-chart': 1,
  'computational-universe': 1,
  'continuous-mera': 1,
  'critical-mera': 1,
  'critical-scaling': 3,
  'discrete-complexity': 1,
  'entanglement-features': 2,
  'evolution-complexity': 1,
  'exact-mapping': 4,
  'extensive-weights': 1,
  'frame-bundle': 3,
  'gate-counts': 14,
  'gate-lengths': 4,
  'gauge-invariance': 2,
  'gravity-chain-curve': 1,
  generators: 12,
  'ghz-against-w': 5,
  'has-geometry': 6,
  'holographic-complexity': 5,
  hub: 2,
  'learned-code': 11,
  'light-cones': 2,
  'lorentz-generators': 3,
  matching: 1,
  'network-geometries': 6,
  'path-integral': 3,
  'path-integral-optimisation': 8,
  'path-sum': 1,
  'pentagon-code': 4,
  pluperfect: 4,
  'random-network': 2,
  redundancy: 2,
  regge: 1,
  'size-and-range': 2,
  'spin-foam': 6,
  'spin-network-areas': 3,
  'state-complexity': 1,
  'surface-states': 1,
  switchback: 1,
  'symmetry-breaking': 4,
  teleportation: 6,
  'time-optimal-control': 1,
  'topological-order': 3,
  'two-spacetimes-own': 5,
  wedges: 3,
};

const runs = process.argv[2];
if (runs === undefined) {
  console.error('experiments-page: the folder of the runs required');
  process.exit(2);
}

/** A text as Markdown has it: what would be markup is escaped. */
const markdown = (text) => plainText(text).replaceAll(/[*_<>|[\]]/g, '\\$&');

/** The same without the full stop at its end. */
const bare = (text) => markdown(text).replace(/\.$/, '');

const cellOf = (value) => {
  if (typeof value === 'number') return String(Number(value.toPrecision(4)));
  return value === null ? '–' : markdown(typeof value === 'string' ? value : value.shown);
};

function tableOf({ columns, rows }) {
  const lines = [columns, columns.map(() => '---'), ...rows];
  return lines.map((row, k) => `| ${row.map(k === 1 ? String : cellOf).join(' | ')} |`).join('\n');
}

function verdictsOf({ verdicts, ...findings }) {
  const items = verdicts.map(
    ({ statement, source, verdict, because }) =>
      `- *${verdict}*: ${bare(statement)} (${markdown(source)}): ${bare(because)}.`,
  );
  return [`${checkPhrase(findings)}.`, ...(items.length === 0 ? [] : ['', ...items])].join('\n');
}

/** A section with what its record says at its end, in place of what an earlier run said. */
function withRecord(section) {
  const name = /^## .*`bulkweave run train\/experiments\/([\w-]+)\.json`/.exec(section)?.[1];
  const file = `${runs}/${name}/record.json`;
  if (name === undefined || !existsSync(file)) return section;
  const record = JSON.parse(readFileSync(file, 'utf8'));
  if (record.findings === undefined) return section;
  const part = EXHIBITS[name];
  const exhibit = record.findings.sections.flatMap(({ exhibits }) => exhibits)[part - 1];
  if (exhibit !== undefined && exhibit.kind !== 'table') {
    writeFileSync(`docs/pictures/${name}.svg`, FORMATS.svg.write(record, { part: String(part) }));
  }
  const prose = section.replace(/\n<!-- from the record -->[\s\S]*$/, '').trimEnd();
  const table = exhibit?.kind === 'table' ? `${tableOf(exhibit)}\n\n` : '';
  return `${prose}\n\n<!-- from the record -->\n\n${table}${verdictsOf(record.findings)}\n\n`;
}

const sections = readFileSync(PAGE, 'utf8').split(/^(?=## )/m);
writeFileSync(PAGE, `${sections.map(withRecord).join('').trimEnd()}\n`);
