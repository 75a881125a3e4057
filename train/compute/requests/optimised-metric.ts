/** @file The metric of least Liouville action on a domain of the plane, with geodesics as entropies where it depends on the depth alone. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { significant } from '../../../src/number-format.ts';
import { sampledMetric } from '../../../src/systems/liouville/conformal-metric.ts';
import { geodesicEntropies } from '../../../src/systems/liouville/layered-geodesic.ts';
import { optimiseLayers } from '../../../src/systems/liouville/layered-metric.ts';
import { optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import type { PlanarDomain } from '../../../src/systems/liouville/planar-domain.ts';
import { diskDomain, halfDiskDomain, polygonDomain } from '../../../src/systems/liouville/polygon-domain.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers, table } from '../result-schema.ts';

const point = z.tuple([z.number(), z.number()]);

const options = z.strictObject({
  domain: z
    .enum(['half-plane', 'strip', 'disk', 'half-disk', 'box'])
    .or(z.array(point).min(3))
    .describe('a shape of size 1, or the corners (x, y) of a polygon, counter-clockwise'),
  epsilon: z
    .number()
    .positive()
    .default(0.05)
    .describe('cutoff ε: e^φ = 1/ε on the boundary; the arc of a half disk is free'),
  beta: z.number().positive().default(1).describe('inverse temperature of the strip, which has the width β/2'),
  lengths: z
    .array(z.number().positive())
    .default([1, 2, 5, 10])
    .describe('intervals whose entropies are asked for, on a half plane or strip'),
  sources: z
    .array(
      z.strictObject({
        at: point.describe('place (x, y) of the tip'),
        a: z.number().positive().describe('the angle around it, over 2π'),
      }),
    )
    .default([])
    .describe('cones of angle 2πa inside of a disk, half disk, box or polygon'),
  centralCharge: z.number().positive().default(1).describe('c, a factor of action and entropies'),
  points: z.int().min(2).max(400).default(17).describe('points along the longer side of the grid for φ'),
});

const result = z.strictObject({
  action: number().describe('the functional at its minimum; of a half plane or strip per unit of x'),
  area: number().describe('∫e^{2φ}, the size of the network; of a half plane or strip per unit of x'),
  nodes: z.number().describe('of the mesh'),
  status: z.string(),
  entropies: z.array(z.strictObject({ length: number(), entropy: number() })).describe('(c/6)·length of the geodesic'),
  x: numbers(),
  y: numbers(),
  phi: table().describe('φ by y and x, null outside of the domain and at sources'),
});

type Options = z.output<typeof options>;
type Result = z.output<typeof result>;

function layered({ domain, epsilon, beta, lengths, sources, centralCharge, points }: Options): Result {
  if (sources.length > 0) throw new DomainError('sources: a disk, half disk, box or polygon required');
  const depth = Math.max(1e3 * epsilon, 2 * Math.max(0, ...lengths));
  const { value, result: status } = optimiseLayers(domain === 'strip' ? { epsilon, beta } : { epsilon, depth });
  const { depths, phi } = value;
  const entropies = geodesicEntropies(value, lengths, { centralCharge });
  const sides = domain === 'strip' ? 2 : 1; // only one half of a strip is computed
  const volumes = depths.map((z, k) => (((depths[k + 1] ?? z) - (depths[k - 1] ?? z)) / 2) * Math.exp(2 * phi[k]!));
  const bent = depths.slice(1).map((z, k) => (phi[k + 1]! - phi[k]!) ** 2 / (z - depths[k]!));
  const sum = (values: Float64Array): number => sides * values.reduce((total, x) => total + x, 0);
  const shown = Array.from({ length: points }, (_, k) => Math.round((k * (depths.length - 1)) / (points - 1)));
  return {
    action: (centralCharge / (24 * Math.PI)) * (sum(bent) + sum(volumes)),
    area: sum(volumes),
    nodes: depths.length,
    status,
    entropies: lengths.map((length, k) => ({ length, entropy: entropies[k]! })),
    x: [0],
    y: shown.map((k) => depths[k]!),
    phi: shown.map((k) => [phi[k]!]),
  };
}

/** Spacings that resolve the cutoff on any of these meshes. */
function domainOf({ domain, epsilon }: Options): PlanarDomain {
  const condition = { kind: 'cutoff', epsilon } as const;
  const step = epsilon / 6;
  if (domain === 'disk') return diskDomain(1, step, condition);
  if (domain === 'half-disk') return halfDiskDomain(1, epsilon, step);
  const corners =
    typeof domain === 'string'
      ? ([
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ] as const)
      : domain;
  return polygonDomain(
    corners.map((from) => ({ from, condition })),
    step,
  );
}

function planar(asked: Options): Result {
  const { sources, centralCharge, points } = asked;
  const { value, result: status } = optimiseMetric(domainOf(asked), { sources, centralCharge });
  const { mesh, areas, regular } = value;
  const along = (axis: 0 | 1): readonly [number, number] =>
    mesh.points.reduce<[number, number]>(
      ([low, high], place, k) => (k % 2 === axis ? [Math.min(low, place), Math.max(high, place)] : [low, high]),
      [Infinity, -Infinity],
    );
  const [[left, right], [low, high]] = [along(0), along(1)];
  const step = Math.max(right - left, high - low) / (points - 1);
  const [columns, rows] = [right - left, high - low].map((size) => Math.max(2, Math.round(size / step) + 1)) as [
    number,
    number,
  ];
  const grid = sampledMetric(value, { origin: [left, low], step, rows, columns });
  const x = Array.from({ length: columns }, (_, k) => left + k * step);
  const y = Array.from({ length: rows }, (_, k) => low + k * step);
  const singular = (u: number, v: number): number =>
    sources.reduce((sum, { at, a }) => sum + (1 - a) * Math.log(Math.hypot(u - at[0], v - at[1])), 0);
  return {
    action: value.action,
    area: areas.reduce((sum, area, i) => sum + area * Math.exp(2 * regular[i]!), 0),
    nodes: regular.length,
    status,
    entropies: [],
    x,
    y,
    phi: y.map((v, row) =>
      x.map((u, column) => {
        const isSource = sources.some(({ at }) => Math.hypot(u - at[0], v - at[1]) < 1e-6 * step);
        const phi = grid.phi[row * columns + column]! - singular(u, v);
        return Number.isFinite(phi) && !isSource ? phi : null;
      }),
    ),
  };
}

export const request = registered({
  formula: 'min (c/24π)[∫(|∇φ|² + e^{2φ}) + 2∮K₀φ] with e^φ = 1/ε on the boundary; S = (c/6)·length',
  options,
  result,
  places: ['domain'],
  example: { domain: 'half-plane', lengths: [1, 3], points: 5 },
  commands: [
    'optimised-metric half-plane --epsilon 0.1133 --lengths 4 8 16',
    'optimised-metric disk --sources \'[{"at": [0, 0], "a": 0.8}]\'',
  ],
  answer: (asked) => atOnce(asked.domain === 'half-plane' || asked.domain === 'strip' ? layered(asked) : planar(asked)),
  text: ({ action, area, nodes, status, entropies, y, phi }) => [
    `action ${significant(action, 6)}, area ${significant(area, 6)}: ${status} on ${nodes} nodes`,
    ...entropies.map(({ length, entropy }) => `  S(${significant(length, 6)}) = ${significant(entropy, 8)}`),
    ...y.slice(0, 24).map((at, k) => {
      const row = phi[k]!;
      const shown =
        row.length <= 9 ? row : [0, 0.25, 0.5, 0.75, 1].map((share) => row[Math.round(share * (row.length - 1))]!);
      return `  φ at ${significant(at, 4)}  ${shown.map((value) => (value === null ? '–' : significant(value, 4))).join('  ')}`;
    }),
  ],
});
