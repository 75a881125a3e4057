/** @file All circuits of CNOTs on some qubits: spheres of the group for each coupling topology. */

import { type LatticeSpec, latticeOfSpec } from '../../../src/operator/lattice-spec.ts';
import { atLeast, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { cayleyDistances, cnotCircuitCode, linearGroup, matrixCode } from '../../../src/systems/cayley/index.ts';
import type { PartStep } from '../../study.ts';

/** The group with one coupling topology. */
export interface Coupling {
  readonly name: string;
  readonly order: number;
  readonly gates: number;
  readonly spheres: readonly number[];
  readonly mean: number;
  readonly deviation: number;
  /** Least number of CNOTs for the CNOT from a control to a target; null on the diagonal. */
  readonly cnots: readonly (readonly (number | null)[])[];
  /** The same for the cyclic shift and for the reversal of all qubits. */
  readonly shift: number;
  readonly reversal: number;
}

/** The name of a coupling topology in words. */
export const couplingName = (spec: LatticeSpec): string =>
  spec === 'complete' ? 'all pairs' : typeof spec === 'string' ? spec : 'grid' in spec ? `${spec.grid[0]} × ${spec.grid[1]} grid` : 'own edges'; // biome-ignore format: cases

export function* measuredCouplings(
  qubits: number,
  specs: readonly LatticeSpec[],
): Generator<PartStep, readonly Coupling[]> {
  const measured: Coupling[] = [];
  for (const [k, spec] of specs.entries()) {
    yield { message: couplingName(spec), progress: k / specs.length };
    measured.push(measuredCoupling(qubits, spec));
  }
  return measured;
}

function measuredCoupling(qubits: number, spec: LatticeSpec): Coupling {
  const graph = linearGroup(latticeOfSpec(spec, qubits));
  const { table, spheres, mean, deviation } = cayleyDistances(graph);
  const all = [...Array(qubits).keys()];
  const permuted = (images: readonly number[]): number => table[matrixCode(images.map((q) => 2 ** (qubits - 1 - q)))]!;
  return {
    name: couplingName(spec),
    order: graph.order,
    gates: graph.generators.length,
    spheres,
    mean,
    deviation,
    cnots: all.map((control) =>
      all.map((target) => (control === target ? null : table[cnotCircuitCode(qubits, [{ control, target }])]!)),
    ),
    shift: permuted(all.map((q) => (q + 1) % qubits)),
    reversal: permuted([...all].reverse()),
  };
}

export function couplingSection(qubits: number, couplings: readonly Coupling[]): StudySection {
  const { order } = couplings[0]!;
  const text =
    `The circuits of CNOTs on ${qubits} qubits are the ${order.toLocaleString('en').replaceAll(',', ' ')} invertible matrices over GF(2). ` +
    'A breadth-first search finds the least number of CNOTs for each of them, with CNOTs in both directions on the pairs of a topology.';
  return {
    heading: 'Circuits of CNOTs',
    text,
    exhibits: [
      {
        kind: 'chart',
        caption: `Sizes of spheres. How many matrices of GL(${qubits},2) need so many CNOTs and no fewer.`,
        x: { label: 'least number of CNOTs', kind: 'linear', include: [0] },
        y: { label: 'matrices', kind: 'log' },
        series: couplings.map(({ name, spheres }) => ({
          name,
          mark: 'line-and-points',
          points: spheres.map((size, distance) => [distance, size] as const),
        })),
      },
      {
        kind: 'table',
        caption: 'Growth by topology. Bound: with fewer gates than log |G| / log |S| not every element can be reached.',
        columns: ['coupling', 'gates', 'greatest', 'mean', 'deviation', 'bound', 'cyclic shift', 'reversal'],
        rows: couplings.map((one) => [
          one.name,
          one.gates,
          one.spheres.length - 1,
          one.mean,
          one.deviation,
          Math.log(one.order) / Math.log(one.gates),
          one.shift,
          one.reversal,
        ]),
      },
      ...couplings
        .filter(({ cnots }) => cnots.flat().some((cost) => cost !== null && cost > 1))
        .map(({ name, cnots }) => ({
          kind: 'heat-map' as const,
          caption: `What a distant CNOT costs. Coupling: ${name}.`,
          quantity: 'least number of CNOTs',
          rowsLabel: 'control',
          columnsLabel: 'target',
          rows: cnots.map((_, q) => `${q}`),
          columns: cnots.map((_, q) => `${q}`),
          values: cnots,
        })),
    ],
  };
}

/** Sizes of spheres of GL(5,2) with all CNOTs. */
const PUBLISHED = [1, 20, 260, 2570, 19680, 117860, 540470, 1769710, 3571175, 3225310, 736540, 15740, 24];

export function couplingChecks(qubits: number, couplings: readonly Coupling[]): readonly Check[] {
  return couplings.flatMap(({ name, spheres, order, gates, shift, cnots }) => {
    const reached = spheres.reduce((sum, size) => sum + size, 0);
    const all = name === 'all pairs';
    return [
      equals(`${name}: all of Π (2ⁿ − 2ᵏ) matrices are reached`, 'closed form', reached, order, 0),
      atLeast(
        `${name}: the greatest distance is at least log |G| / log |S|`,
        'theorem',
        spheres.length - 1,
        Math.log(order) / Math.log(gates),
      ),
      ...(all
        ? [
            equals(
              `${name}: the cyclic shift is among the farthest, at 3(n − 1)`,
              'published value',
              shift,
              3 * (qubits - 1),
              0,
            ),
          ]
        : []),
      ...(all && qubits === 5
        ? [
            equals(
              `${name}: sizes of spheres, greatest difference`,
              'published value',
              Math.max(...PUBLISHED.map((size, d) => Math.abs(size - (spheres[d] ?? 0)))),
              0,
              0,
            ),
          ]
        : []),
      ...(name === 'chain'
        ? [
            equals(
              'chain: a CNOT across d bonds takes 4(d − 1) of neighbours',
              'closed form',
              Math.max(
                ...cnots.flatMap((row, i) =>
                  row.flatMap((cost, j) => (Math.abs(i - j) > 1 ? [Math.abs(cost! - 4 * (Math.abs(i - j) - 1))] : [])),
                ),
              ),
              0,
              0,
            ),
          ]
        : []),
    ];
  });
}
