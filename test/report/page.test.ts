import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText } from '../../src/drawing/markup.ts';
import { RECORD_SCHEMA, type RunPoint, type RunRecord } from '../../src/record/run-record.ts';
import { reportPage } from '../../src/report/page.ts';
import { CONTENT_SECURITY_POLICY, SCRIPT } from '../../src/report/page-script.ts';
import { brokenNumbers, elementsOf } from '../drawing/well-formed.ts';
import { randomRecord } from './random-record.ts';

const bell: RunPoint = {
  time: null,
  target: { name: 'Bell state', kind: 'pure', dimensions: [2, 2] },
  training: {
    network: {
      kind: 'circuit',
      qubits: 2,
      parameters: 1,
      gates: [
        { word: 'YI', angle: { parameter: 0 } },
        { word: 'ZY', angle: Math.PI / 2 },
      ],
    },
    theta: [Math.PI / 2],
    infidelity: 3.2e-13,
    complexity: { name: 'length', value: Math.PI / 2 },
    result: 'converged',
    starts: [3.2e-13],
    gates: { before: 9, after: 2 },
    history: [
      { step: 1, phase: 'start 1', loss: 0.5, infidelity: 0.5, complexity: 1, gradientNorm: 1 },
      { step: 2, phase: 'polish', loss: 0, infidelity: 0, complexity: 1.5, gradientNorm: 0 },
    ],
  },
  geodesic: null,
  fisher: { parameters: 1, eigenvalues: [1], rank: 1, threshold: 1e-8, resolution: [1] },
  bulk: null,
  shape: null,
  gravity: null,
  picture: null,
  notes: ['geodesic: left out <by the experiment>'],
};

const record = (points: readonly RunPoint[]): RunRecord => ({
  schema: RECORD_SCHEMA,
  versions: { bulkweave: '0.1.0' },
  backend: 'cpu',
  startedAt: '2026-01-02T03:04:05.678Z',
  seconds: 72,
  experiment: { name: 'bell', seed: 7, model: { name: 'staircase' } },
  points,
  overTime: null,
});

describe('a record of any shape', () => {
  test('gives a page with all tags closed and no broken number in any attribute', () => {
    fc.assert(
      fc.property(randomRecord, (any) => {
        expect(brokenNumbers(reportPage(any))).toEqual([]);
      }),
      { seed: 20, numRuns: 25 },
    );
  });

  test('gives the same page after a journey through JSON', () => {
    fc.assert(
      fc.property(randomRecord, (any) => {
        const stored = JSON.parse(JSON.stringify(any)) as RunRecord;
        expect(reportPage(JSON.parse(JSON.stringify(stored)))).toBe(reportPage(stored));
        expect(brokenNumbers(reportPage(stored))).toEqual([]);
      }),
      { seed: 21, numRuns: 8 },
    );
  });
});

describe('the page of a Bell state', () => {
  const page = reportPage(record([bell]));

  test('holds nothing that is fetched, and no script but its own, the only one that its policy allows', () => {
    const addresses = page.replaceAll('http://www.w3.org/2000/svg', '');
    expect(addresses).not.toMatch(/https?:|<link|@import|url\(/);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<script>(.*)<\/script>/s)![1]).toBe(SCRIPT);
    const digest = createHash('sha256').update(SCRIPT).digest('base64');
    expect(CONTENT_SECURITY_POLICY).toContain(`default-src 'none'`);
    expect(CONTENT_SECURITY_POLICY).toContain(`script-src 'sha256-${digest}'`);
    expect(page).toContain(escapeText(CONTENT_SECURITY_POLICY));
  });

  test('a script in a name is text', () => {
    const name = '</title><script>alert(1)</script>';
    const target = { ...bell.target, name };
    const page = reportPage({ ...record([{ ...bell, target }]), experiment: { name, seed: 7 } });
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('says in words how good the network is', () => {
    expect(page).toContain('3.20\u00A0×\u00A010⁻¹³');
    expect(page).toContain('State reached (infidelity 1 × 10⁻⁶ asked for); training converged.');
    expect(page).toContain('circuit of 2 Pauli rotations on 2 qubits');
    expect(page).toContain('1 / 1');
    expect(page).toContain('seed 7');
    expect(page).toContain('1 min 12 s');
  });

  test('lists its sections, each entry a link to one', () => {
    const list = /<nav.*?<\/nav>/s.exec(page)![0];
    const targets = [...list.matchAll(/href="#(.*?)"/g)].map(([, id]) => id);
    expect(targets.length).toBe(page.match(/<h2>/g)!.length);
    for (const id of targets) expect(page.match(new RegExp(`<section id="${id}"`, 'g'))).toHaveLength(1);
    expect(list).toContain('>The learned circuit</a>');
  });

  test('folds how it was found, and says in the fold what it comes to', () => {
    expect(page).toContain('<summary><h2>Training</h2><small>2 steps, converged</small></summary>');
    expect(page).toContain('<summary><h2>Fisher information</h2><small>rank 1 / 1</small></summary>');
  });

  test('escapes notes', () => {
    expect(page).toContain('left out &lt;by the experiment&gt;');
  });

  test('has a figure for each stage that ran and none for those that did not', () => {
    const titles = elementsOf(page).flatMap(({ name, attributes }) =>
      name === 'svg' ? [attributes['aria-label']] : [],
    );
    expect(titles).toEqual([
      'Circuit of 2 Pauli rotations on 2 qubits',
      'Spectrum of the quantum Fisher information',
      'Resolution of each parameter',
      'Infidelity during training',
      'Complexity during training',
    ]);
  });

  test('has no figure of resolutions where no parameter has one of its own', () => {
    const hidden = { ...bell.fisher!, resolution: [null, null] };
    expect(reportPage(record([{ ...bell, fisher: hidden }]))).not.toContain('Resolution of each parameter');
  });

  test('contains the experiment, so that it can be run again', () => {
    expect(page).toContain('&quot;model&quot;: {');
  });

  test('labels what is an analogy', () => {
    expect(page).toContain('<b>Analogy</b>');
  });

  test('a state that was missed is called so', () => {
    const missed = { ...bell, training: { ...bell.training, infidelity: 0.2, result: 'max-steps' as const } };
    expect(reportPage(record([missed]))).toContain(
      'State not reached (infidelity 1 × 10⁻⁶ asked for); training stopped at the step limit.',
    );
  });
});

test('a state is reached approximately up to an infidelity of a thousandth, and missed beyond it', () => {
  const page = (infidelity: number) => reportPage(record([{ ...bell, training: { ...bell.training, infidelity } }]));
  expect(page(9e-4)).toContain('State reached approximately');
  expect(page(2e-3)).toContain('State not reached');
});

test('embedding, curvature and response of a state that was missed are withheld, in words', () => {
  const shape = {
    boundary: null,
    seen: null,
    seenFromHalf: null,
    recovered: null,
    curvature: [{ from: 'A', to: 'B', depth: 1, curvature: -1 }],
  };
  const page = (infidelity: number) =>
    reportPage(record([{ ...bell, shape, training: { ...bell.training, infidelity } }]));
  expect(page(0.13)).toContain('The target was missed: infidelity 0.130');
  expect(page(0.13)).not.toContain('Ollivier');
  expect(page(1e-9)).toContain('Ollivier');
  expect(page(1e-9)).not.toContain('withheld');
});

test('the history of space is withheld if a state of the curve was missed', () => {
  const overTime = { frames: [], threshold: 0.01, front: { velocity: null, arrivals: [] }, arrivals: [], causal: null };
  const page = (infidelity: number) => {
    const points = [0, 1].map((time) => ({ ...bell, time, training: { ...bell.training, infidelity } }));
    return reportPage({ ...record(points), overTime: overTime as unknown as NonNullable<RunRecord['overTime']> });
  };
  expect(page(0.2)).toContain('Withheld: 2 of 2 states missed the target');
  expect(page(1e-9)).not.toContain('Withheld');
  expect(page(1e-9)).toContain('Procrustes');
});

test('the parameter of a quench is explained with its unit', () => {
  const points = [0, 0.5].map((time) => ({ ...bell, time }));
  const quench = { ...record(points), experiment: { name: 'q', seed: 1, curve: { name: 'quench' } } };
  expect(reportPage(quench)).toContain('τ is the time since the quench');
});

test('a curve has its comparison first and one section for each state', () => {
  const page = reportPage(record([0, 0.5, 1].map((time) => ({ ...bell, time }))));
  expect(page.match(/<details class="point">/g)).toHaveLength(3);
  expect(page).toContain('τ = 0.5: Bell state');
  expect(page.indexOf('Along the curve')).toBeLessThan(page.indexOf('State by state'));
});
