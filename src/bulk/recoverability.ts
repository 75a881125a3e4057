/** @file What falls into the bulk at some place: from which region of the boundary can it be recovered? */

import { type Circuit, checkCircuit } from '../circuit/circuit.ts';
import { runCircuit } from '../circuit/run-circuit.ts';
import { DomainError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { entropiesOfState, type RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';

/** A place in the bulk of a circuit: wires between two of its gates. A region of the bulk is a list of places. */
export interface BulkPlace {
  /** Qubits of the register. */
  readonly wires: readonly number[];
  /** Index of the gate before which they are inserted; default 0, the logical inputs. */
  readonly before?: number;
}

/** How much of what enters the bulk is in a region of the boundary. */
export interface Recoverability {
  /** I(reference : rest), what the rest of the world learns; 0 if and only if recovery is perfect. */
  readonly leaked: Nats;
  /** I(reference : region)/(2 S(reference)), from 0 (nothing) to 1 (everything). */
  readonly share: number;
  /** exp(−leaked): the best recovery has at least this entanglement fidelity. */
  readonly fidelityBound: number;
}

/** Most amplitudes for which the state with its reference is made. */
const LARGEST_STATE = 2 ** 22;

/**
 * Recoverability of fresh qubits, inserted into the circuit at places of the bulk, from a region of the boundary. The
 * fresh qubits are halves of maximally entangled pairs; the other halves, the reference R, stay outside. The pairs
 * replace what was on the wires, which is lost: it belongs with the erased sites and the environment to the rest E of
 * the world. The whole is pure, so that
 *
 *     I(R:A) + I(R:E) = 2 S(R),
 *
 * and the region A recovers the qubits, all of them together, if and only if R and E are decoupled, I(R:E) = 0.
 * Otherwise the best recovery has the fidelity max_σ F(ρ_RE, ρ_R ⊗ σ) ≥ exp(−I(R:E)), by Uhlmann's theorem and −log
 * F ≤ relative entropy. What enters at an early place may be lost at a later one that lies in its way.
 *
 * @param theta - parameters of the circuit, shape (P,)
 * @param bulk - a place, or a region of the bulk: places, in any order
 * @param region - A, sites of the boundary
 * @throws {DomainError} wires or sites that do not exist or occur twice at once, no wire, no such gate, or more than
 *   2²² amplitudes
 *
 * Cost O(gates·D·4^wires) and that of two entropies, with D amplitudes of the circuit's state.
 *
 * @see Schumacher & Nielsen, Phys. Rev. A 54, 2629 (1996); Almheiri, Dong & Harlow, JHEP 04 (2015) 163
 */
export function recoverability(
  circuit: Circuit,
  theta: Float64Array,
  bulk: BulkPlace | readonly BulkPlace[],
  region: readonly number[],
): Recoverability {
  checkCircuit(circuit);
  complementOf(region, circuit.qubits);
  const { gates, qubits } = circuit;
  const entries = entriesOf('wires' in bulk ? [bulk] : bulk, circuit);
  const fresh = entries.reduce((sum, { wires }) => sum + wires.length, 0);
  let [state, done] = [runCircuit({ ...circuit, gates: [] }, theta), 0];
  const amplitudes = state.length * 4 ** fresh;
  if (amplitudes > LARGEST_STATE) {
    throw new DomainError(`recoverability: at most ${LARGEST_STATE} amplitudes required, got ${amplitudes}`);
  }
  const dimensions = [...new Array<number>(qubits).fill(2), state.length / 2 ** qubits];
  const references: number[] = [];
  for (const { wires, before } of entries) {
    state = runCircuit({ ...circuit, gates: gates.slice(done, before) }, theta, state);
    state = withFreshWires(state, qubits, wires);
    done = before;
    references.push(dimensions.push(2 ** wires.length, 2 ** wires.length) - 1);
  }
  state = runCircuit({ ...circuit, gates: gates.slice(done) }, theta, state);
  const maximallyMixed = fresh * Math.LN2;
  return regionRecoverability(entropiesOfState(state, dimensions), references, region, maximallyMixed);
}

/**
 * Recoverability, from a region, of what is maximally entangled with references: of logical inputs of a network from a
 * region of its boundary, say. The state of all sites and references must be pure but for an environment that counts as
 * lost.
 *
 * @param references - sites of R
 * @param region - sites of A
 * @param whole - S(R), if it is known exactly
 * @throws {DomainError} sites that do not exist or occur twice, or a reference without entropy, which nothing enters
 */
export function regionRecoverability(
  { entropy }: RegionEntropies,
  references: readonly number[],
  region: readonly number[],
  whole: Nats = entropy(references),
): Recoverability {
  if (!(whole > 0)) throw new DomainError('regionRecoverability: references with entropy required');
  const learned = whole + entropy(region) - entropy([...region, ...references]);
  const leaked = Math.max(0, 2 * whole - learned);
  return { leaked, share: Math.min(1, Math.max(0, learned / (2 * whole))), fidelityBound: Math.exp(-leaked) };
}

/** Wires by the gate before which they are inserted, in order of time; places at the same gate are one. */
function entriesOf(bulk: readonly BulkPlace[], { gates, qubits }: Circuit): readonly Required<BulkPlace>[] {
  const byGate = new Map<number, number[]>();
  for (const { wires, before = 0 } of bulk) {
    if (!Number.isInteger(before) || before < 0 || before > gates.length) {
      throw new DomainError(`recoverability: a gate from 0 to ${gates.length} required, got ${before}`);
    }
    byGate.set(before, [...(byGate.get(before) ?? []), ...wires]);
  }
  const entries = [...byGate].map(([before, wires]) => ({ before, wires })).filter(({ wires }) => wires.length > 0);
  if (entries.length === 0) throw new DomainError('recoverability: at least one wire required, got none');
  for (const { wires } of entries) complementOf(wires, qubits);
  return entries.sort((a, b) => a.before - b.before);
}

/**
 * The state with its wires moved into the environment and halves of pairs in their place,
 *
 *     |x⟩_wires|…⟩ ↦ 2^{−k/2} Σ_y |y⟩_wires |…⟩ ⊗ |x⟩_lost |y⟩_reference.
 */
function withFreshWires(state: ComplexVector, qubits: number, wires: readonly number[]): ComplexVector {
  const fresh = 2 ** wires.length;
  const environment = state.length / 2 ** qubits;
  const bits = wires.map((wire) => environment * 2 ** (qubits - 1 - wire));
  const offset = (value: number): number =>
    bits.reduce((sum, bit, k) => sum + ((value >> (wires.length - 1 - k)) & 1) * bit, 0);
  const offsets = Array.from({ length: fresh }, (_, value) => offset(value));
  const scale = 1 / Math.sqrt(fresh);
  const interleaved = new Float64Array(2 * state.length * fresh * fresh);
  for (let index = 0; index < state.length; index++) {
    const old = bits.reduce((value, bit) => 2 * value + (Math.floor(index / bit) & 1), 0);
    const rest = index - offsets[old]!;
    for (let y = 0; y < fresh; y++) {
      const at = ((rest + offsets[y]!) * fresh + old) * fresh + y;
      interleaved[2 * at] = scale * state.interleaved[2 * index]!;
      interleaved[2 * at + 1] = scale * state.interleaved[2 * index + 1]!;
    }
  }
  return { length: state.length * fresh * fresh, interleaved };
}
