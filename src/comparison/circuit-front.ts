/**
 * @file How short is a circuit of how many gates? The front of number of gates, length and infidelity, over circuits whose gates
 * are whole blocks, so that what it is compared with, a geodesic, is not beyond its reach for want of layers.
 */

import { type BlockCircuit, blockLayers } from '../circuit/block-circuit.ts';
import type { BlockLayout } from '../circuit/block-layout.ts';
import { allowedBlocks, blockLength } from '../complexity/block-length.ts';
import type { PenaltyMetric } from '../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { normSquared } from '../linalg/vector.ts';
import type { GivenPath } from '../path/given-path.ts';
import { entanglingGates, nearPath, TRAPPED, trainedBlocks } from './block-search.ts';

/** Options of `circuitFront`. */
export interface CircuitFrontOptions {
  readonly layouts: readonly BlockLayout[];
  /** Random starts of each layout; default 2. */
  readonly starts?: number;
  /** Paths to start from beside the random ones, as `stateGeodesic` returns them. */
  readonly paths?: readonly GivenPath[];
  /** Default 0. */
  readonly seed?: number;
  /** Infidelity that counts as reached; default 1e-8. Differences below it do not matter for the front. */
  readonly tolerance?: number;
  /** Most L-BFGS steps at each weight of the infidelity; default 1000. */
  readonly maxSteps?: number;
}

/** A circuit of blocks that was found. */
export interface FoundBlocks {
  readonly circuit: BlockCircuit;
  /** The coefficients of its gates, shape (P,). */
  readonly generators: readonly number[];
  /** Gates on more than one qubit. */
  readonly gates: number;
  /** Layers of gates on different qubits. */
  readonly layers: number;
  /** √Σ|H_g|² summed over the layers: an upper bound of the complexity of the state that the circuit makes. */
  readonly length: number;
  /** 1 − |⟨t|ψ⟩|². */
  readonly infidelity: number;
  /** Number of the layout it comes from. */
  readonly layout: number;
  readonly start: 'random' | 'path';
}

/** What the starts of all layouts ended in. */
export interface CircuitFront {
  /** One for each start, in order. */
  readonly found: readonly FoundBlocks[];
  /**
   * Those that no other beats, by number of gates: each other has more gates, a greater length or a greater infidelity. Starts
   * that were given up are left out.
   */
  readonly front: readonly FoundBlocks[];
}

/**
 * Searches circuits of blocks from |0…0⟩ to a state, and yields what is being tried. For each layout generators are drawn at
 * random, of amplitude 0.3/√layers, or close to a path, off its symmetries; energy ½ layers Σ|H_g|² + μ(1 − F) is minimised at μ = 40 and
 * 200, then length + μ(1 − F) at μ = 200, 2000, 2·10⁴, and up to 2·10⁶ while the tolerance is not reached; gates of norm
 * below 10⁻³ are dropped. A start whose energy ends at an infidelity above 0.1 is given up. GHZ states of many qubits are not found from
 * random generators: give paths.
 *
 * A Hamiltonian on the bonds of a chain is two layers of gates, so that no more than √2 of the geodesic's length is
 * needed. With blocks on three qubits less is, at four times the parameters.
 *
 * @param target - of norm 1, shape (2ⁿ,)
 * @throws {ShapeError} the target has no 2ⁿ amplitudes
 * @throws {DomainError} the target is not of norm 1; no layout; a block outside the register or of more than three qubits
 *
 * Cost starts · some thousand runs of a circuit: seconds for six qubits and 18 gates, half a minute for eight and 21.
 * For n ≤ 10.
 */
export function* circuitFront(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: CircuitFrontOptions,
): Generator<{ readonly message: string; readonly progress: number }, CircuitFront> {
  const { layouts, starts = 2, paths = [], seed = 0, tolerance = 1e-8, maxSteps = 1000 } = options;
  const qubits = checkTarget(target);
  const circuits = layouts.map((layout) => allowedBlocks(metric, qubits, layout));
  if (circuits.length === 0) throw new DomainError('circuitFront: at least one layout required, got none');
  const tries = circuits.flatMap((circuit, layout) => [
    ...paths.map((path, k) => {
      const stream = randomStream(seed, `layout ${layout}, path ${k + 1}`);
      return { circuit, layout, start: 'path' as const, generators: nearPath(circuit, path, stream) };
    }),
    ...Array.from({ length: starts }, (_, k) => {
      const stream = randomStream(seed, `layout ${layout}, start ${k + 1}`);
      return { circuit, layout, start: 'random' as const, generators: randomGenerators(circuit, stream) };
    }),
  ]);
  const found: FoundBlocks[] = [];
  for (const [k, { layout, start, ...blocks }] of tries.entries()) {
    yield { message: `layout ${layout + 1} of ${layouts.length}, ${start} start`, progress: k / tries.length };
    const { circuit, generators, infidelity } = trainedBlocks(metric, blocks, target, { tolerance, maxSteps });
    found.push({
      circuit,
      generators: [...generators],
      gates: entanglingGates(circuit),
      layers: layerNumber(circuit),
      length: blockLength(circuit, metric)(generators).value,
      infidelity,
      layout,
      start,
    });
  }
  return { found, front: frontOf(found, tolerance) };
}

const layerNumber = (circuit: BlockCircuit): number => Math.max(0, ...blockLayers(circuit).map((layer) => layer + 1));

function randomGenerators(circuit: BlockCircuit, stream: RandomStream): Float64Array {
  const amplitude = 0.3 / Math.sqrt(Math.max(1, layerNumber(circuit)));
  return Float64Array.from({ length: circuit.parameters }, () => amplitude * stream.normal());
}

/** Differences of lengths below this do not matter for the front. */
const LENGTH_TOLERANCE = 1e-4;

/**
 * Those circuits that no other beats in gates, length and infidelity together, by number of gates; infidelities below the
 * tolerance count as equal, and circuits that are not near the target are left out.
 */
export function frontOf<Found extends Pick<FoundBlocks, 'gates' | 'length' | 'infidelity'>>(
  found: readonly Found[],
  tolerance: number,
): readonly Found[] {
  const cost = ({ gates, length, infidelity }: Found): readonly number[] => [
    gates,
    Math.round(length / LENGTH_TOLERANCE),
    Math.max(infidelity, tolerance),
  ];
  const kept = found.filter(({ infidelity }) => infidelity <= TRAPPED);
  const costs = kept.map(cost);
  const beaten = (k: number): boolean =>
    costs.some((other, j) => {
      const noWorse = other.every((x, i) => x <= costs[k]![i]!);
      return noWorse && (j < k || other.some((x, i) => x < costs[k]![i]!));
    });
  return kept.filter((_, k) => !beaten(k)).sort((a, b) => a.gates - b.gates || a.length - b.length);
}

function checkTarget(target: ComplexVector): number {
  const qubits = Math.log2(target.length);
  if (!(Number.isInteger(qubits) && qubits >= 1)) {
    throw new ShapeError(`circuitFront: 2ⁿ amplitudes required, got ${target.length}`);
  }
  const square = normSquared(target);
  if (!(Math.abs(square - 1) < 1e-9))
    throw new DomainError(`circuitFront: a target of norm 1 required, got ${Math.sqrt(square)}`);
  return qubits;
}
