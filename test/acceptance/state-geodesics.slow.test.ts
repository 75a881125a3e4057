/** @file Geodesics to GHZ and W states at full size. Prints the tables of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { w } from '../../datasets/w.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { type GeodesicOptions, type StateGeodesic, stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { solution } from '../../src/optimise/minimise.ts';

/** The largest number of qubits that is polished; BULKWEAVE_QUBITS overrides it. */
const LARGEST = Number(process.env.BULKWEAVE_QUBITS ?? 8);
const STARTS = 8;

const pairs: PenaltyMetric = { maxSize: 2, penalty: Infinity };
const metrics = { 'all-to-all': pairs, chain: { ...pairs, maxRange: 1 } } as const;
const targets = { GHZ: ghz, W: w } as const;
const names = Object.keys(targets) as (keyof typeof targets)[];
const graphs = Object.keys(metrics) as (keyof typeof metrics)[];
const cases = [3, 4, 5, 6, 7, 8].flatMap((n) =>
  names.flatMap((name) => graphs.map((graph) => [name, n, graph] as const)),
);

/** The shortest path, and the CPU time that it took, in seconds. */
function timed(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions,
): { readonly found: StateGeodesic; readonly seconds: number } {
  const before = process.cpuUsage();
  const found = solution(stateGeodesic(metric, target, options)).value;
  const { user, system } = process.cpuUsage(before);
  return { found, seconds: (user + system) / 1e6 };
}

const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
/** What the sliced lengths converge to, with its uncertainty. */
const limit = ({ certificate: { extrapolated } }: StateGeodesic): string =>
  extrapolated === null ? '–' : `${extrapolated.length.toFixed(4)} ± ${extrapolated.uncertainty.toFixed(4)}`;
const lengths = ({ certificate }: StateGeodesic): string =>
  certificate.histogram.map(({ length, count }) => `${length.toFixed(4)} (${count})`).join(', ');

test.each(cases.filter(([, n]) => n <= LARGEST))(
  '%s of %d qubits, %s, is reached',
  (name, n, graph) => {
    const { found, seconds } = timed(metrics[graph], targets[name](n).amplitudes, {
      starts: STARTS,
      polished: n <= 6 ? 3 : 1,
      conjugatePoints: n <= 6,
    });
    const { geodesic, certificate, lowerBound, status } = found;
    print([
      `${name}${'₀₁₂₃₄₅₆₇₈'[n]}`,
      graph,
      geodesic?.length.toFixed(6) ?? '–',
      certificate.residual.toExponential(0),
      `${found.length.toFixed(4)} (${found.slices})`,
      limit(found),
      lowerBound.toFixed(3),
      certificate.conjugatePoints === null
        ? 'not counted'
        : `${certificate.conjugatePoints}; ${certificate.conjugateAtEnd} (${certificate.family})`,
      lengths(found),
      status.split(',')[0]!,
      `${seconds.toFixed(1)} s`,
    ]);
    // Of a geodesic, or of the sliced path where none was polished.
    expect(certificate.residual).toBeLessThan(1e-8);
    expect(found.infidelity).toBeLessThan(1e-8);
    expect(found.complexity).toBeGreaterThan(lowerBound);
    if (geodesic !== null && certificate.extrapolated !== null) {
      const { length, uncertainty } = certificate.extrapolated;
      expect(Math.abs(length - geodesic.length)).toBeLessThan(uncertainty + certificate.uncertainty!);
    }
  },
  7_200_000,
);

test('the ground state of the gapped Ising chain of eight qubits, all pairs, is polished', () => {
  const target = groundState(transverseFieldIsing(chain(8), { field: 2 })).amplitudes;
  const { found, seconds } = timed(pairs, target, { slices: 8, starts: 1, polished: 1 });
  print([
    'Ising₈',
    found.geodesic!.length.toFixed(6),
    found.geodesic!.residual.toExponential(0),
    `${seconds.toFixed(0)} s`,
  ]);
  expect(found.geodesic!.residual).toBeLessThan(1e-9);
}, 3_600_000);

test.each([
  ['GHZ', 10, 'all-to-all', 3],
  ['W', 10, 'all-to-all', 3],
  ['GHZ', 10, 'chain', 3],
  ['W', 10, 'chain', 3],
  ['GHZ', 12, 'chain', 1],
  ['W', 12, 'all-to-all', 1],
] as const)(
  '%s of %d qubits, %s, has an upper bound from %d starts',
  (name, n, graph, starts) => {
    const { found, seconds } = timed(metrics[graph], targets[name](n).amplitudes, { starts, maxSteps: 100 });
    print([
      `${name}, n = ${n}`,
      graph,
      found.length.toFixed(4),
      found.infidelity.toExponential(0),
      found.lowerBound.toFixed(3),
      found.starts.map((length) => length.toFixed(3)).join(', '),
      `${seconds.toFixed(0)} s`,
    ]);
    expect(found.infidelity).toBeLessThan(1e-4);
    expect(found.length).toBeGreaterThan(found.lowerBound);
  },
  7_200_000,
);
