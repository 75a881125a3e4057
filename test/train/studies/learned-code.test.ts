import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { codeNetworks, haarPoint, stabiliserPoint } from '../../../train/studies/learned-code/code-networks.ts';
import { erasures, graphLeaksOf, leaksOf, meansBy } from '../../../train/studies/learned-code/leakage.ts';
import { trainedCodes } from '../../../train/studies/learned-code/trained-codes.ts';
import { typicalLeak } from '../../../train/studies/learned-code/typical-leakage.ts';
import { failures, findingsOf } from './found.ts';

const NETWORKS = codeNetworks(4, 2, 2);

test('four sites: learned networks beside random ones on the same graph', async () => {
  const options = { qubits: 4, bond: 2, depth: 2, erased: 2, steps: 30, starts: 1, samples: 2, weights: [0.01] };
  const findings = await findingsOf('learned-code', { ...options, mera: 16, meraSteps: 40 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(6);
  expect(findings.sections.at(-1)!.exhibits.map(({ kind }) => kind)).toEqual(['chart', 'scale']);
  const [table] = findings.sections[0]!.exhibits;
  expect(table?.kind === 'table' && table.rows.length).toBe(20);
});

test('a tree that makes GHZ: what looks like its own inputs leaks by halves, a bit of which both parts know', () => {
  const tree = NETWORKS.find(({ name }) => name === 'tree')!;
  const lost = erasures(4, 2);
  const steps = trainedCodes([tree], [['GHZ', ghz(4)]], { steps: 300, starts: 10, seed: 1, lost });
  for (;;) {
    const next = steps.next();
    if (!next.done) continue;
    const [code] = next.value;
    expect(code!.infidelity).toBeLessThan(1e-6);
    // Of seven intervals three hold one of the two sites below a bond, one holds both.
    expect(code!.typical).toBeCloseTo((3 / 2 + 1) / 7, 3);
    break;
  }
});

test('stabiliser networks leak whole bits, and no network less than its cuts demand', () => {
  const lost = erasures(4, 3);
  for (const code of NETWORKS) {
    const least = graphLeaksOf(code, lost);
    for (const [k, point] of [haarPoint, stabiliserPoint].entries()) {
      const leaks = leaksOf(code, point(code, randomStream(2, 'point')), lost);
      leaks.forEach(({ share }, j) => {
        expect(share).toBeGreaterThan(least[j]!.least - 1e-9);
        if (k === 1) expect(2 * share).toBeCloseTo(Math.round(2 * share), 9);
      });
      const byErased = meansBy(leaks, 'erased').map(([, share]) => share);
      expect(byErased).toEqual(byErased.toSorted((a, b) => a - b));
    }
  }
});

test('maximally mixed inputs are the typical ones of a network that sends them', () => {
  // The top of a MERA of four sites and bond 2 made of one Bell pair: both its bonds are maximally mixed.
  const mera = NETWORKS.find(({ name }) => name === 'MERA')!;
  const theta = haarPoint(mera, randomStream(3, 'point'));
  const top = mera.tensors.nodes.find(({ id }) => id === 'top')!.tensor;
  if (top.kind !== 'isometry') throw new Error('a MERA is made of isometries');
  theta.set([Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0], top.offset);
  const legs = mera.legs.filter(({ leg }) => leg.startsWith('b0'));
  const lost = erasures(4, 2);
  const leaks = leaksOf({ ...mera, legs }, theta, lost);
  const average = leaks.reduce((sum, { share }) => sum + share, 0) / leaks.length;
  expect(typicalLeak({ ...mera, legs }, theta, lost)).toBeCloseTo(average, 9);
});
