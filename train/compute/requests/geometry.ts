/** @file A network read as a geometry: areas of its bonds, minimal cuts against entropies, curvature. */

import { z } from 'zod';
import { bulkCurvature } from '../../../src/bulk/bulk-curvature.ts';
import { bulkGeometry } from '../../../src/bulk/bulk-geometry.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { networkOf, networkSpec, writtenNetwork } from '../network-source.ts';
import { atOnce, registered } from '../request.ts';
import { number, table } from '../result-schema.ts';

const options = z.strictObject({
  network: networkSpec.describe('a circuit, a finished run, or a model with its parameters'),
});

const result = z.strictObject({
  sites: z.int(),
  nodes: z.int().describe('tensors'),
  edges: z
    .array(
      z.strictObject({
        leg: z.string(),
        from: z.string(),
        to: z.string().nullable().describe('null for an open leg'),
        capacity: number().describe('log of its dimension, nats'),
        entropy: number().describe('the entanglement that it carries, nats'),
        length: number().nullable().describe('by the Fisher information, radians'),
      }),
    )
    .describe('legs, with areas and lengths'),
  cuts: z
    .array(z.strictObject({ start: z.int(), length: z.int(), entropy: number(), cut: number() }))
    .describe('entropy of every interval of sites, and the area of its minimal cut'),
  saturated: number().nullable().describe('share of the intervals whose entropy equals their cut'),
  distances: table().describe('−log(I(a:b)/I_max) between sites'),
  geodesics: table().describe('shortest paths through the bulk between sites, radians'),
  curvature: number().nullable().describe('mean Ollivier–Ricci curvature of the bonds'),
});

type Result = z.output<typeof result>;

/** Entropy and cut that differ by less are equal. */
const EQUAL = 1e-6;

export const request = registered({
  formula: 'S(A) ≤ min over cuts Σ log(bond dimension); equality where the cut is saturated',
  options,
  result,
  places: ['network'],
  texts: { network: writtenNetwork },
  example: {
    network: {
      name: 'circuit',
      program: 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; h q[0]; cx q[0],q[1]; cx q[1],q[2];',
    },
  },
  commands: ['geometry circuit.qasm', 'geometry runs/ghz-8', 'geometry "matrix-product-state(8, bond=4)"'],
  answer: (asked, context) => {
    const { network, theta } = networkOf(asked.network, context);
    const { value, notes } = bulkGeometry(network, theta);
    const curvature = bulkCurvature(value);
    const bonds = (curvature.value ?? []).map(({ curvature: k }) => k);
    const equal = value.cuts.filter(({ entropy, cut }) => Math.abs(entropy - cut) < EQUAL).length;
    const found: Result = {
      sites: value.boundary.length,
      nodes: value.nodes.length,
      edges: value.edges.map(({ leg, from, to, capacity, entropy, length }) => {
        return { leg, from, to, capacity, entropy, length };
      }),
      cuts: value.cuts.map(({ start, length, entropy, cut }) => ({ start, length, entropy, cut })),
      saturated: value.cuts.length === 0 ? null : equal / value.cuts.length,
      distances: value.distances.map((row) => [...row]),
      geodesics: value.geodesics.map((row) => [...row]),
      curvature: bonds.length === 0 ? null : bonds.reduce((sum, k) => sum + k, 0) / bonds.length,
    };
    return atOnce(found, [...notes, ...curvature.notes]);
  },
  text: ({ sites, nodes, edges, cuts, saturated, curvature }) => {
    const half = cuts.find(({ start, length }) => start === 0 && length === Math.floor(sites / 2));
    const greatest = Math.max(0, ...edges.map(({ entropy }) => (Number.isFinite(entropy) ? entropy : 0)));
    return [
      `${counted(sites, 'site')}, ${counted(nodes, 'tensor')}, ${counted(edges.length, 'leg')}`,
      ...(half === undefined
        ? []
        : [
            `  half of the sites        entropy ${significant(half.entropy, 6)}, minimal cut ${significant(half.cut, 6)} nats`,
          ]),
      ...(saturated === null
        ? []
        : [`  cuts that are saturated  ${significant(100 * saturated, 3)} % of ${cuts.length}`]),
      `  greatest area            ${significant(greatest, 6)} nats`,
      ...(curvature === null ? [] : [`  mean curvature           ${significant(curvature, 4)} (Ollivier–Ricci)`]),
    ];
  },
});
