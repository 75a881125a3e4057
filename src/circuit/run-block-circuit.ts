/** @file Running a circuit of blocks, and the derivatives of its state. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import type { Differentiable } from '../linalg/differentiable.ts';
import { differentiableEvolution } from '../linalg/differentiable-exponential.ts';
import { adjoint } from '../linalg/matrix.ts';
import { addScaled, innerProduct, normSquared, scaledVector } from '../linalg/vector.ts';
import { coordinatesOf, indexOfWord } from '../operator/pauli-coordinates.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  type BlockCircuit,
  type BlockGate,
  gateGenerators,
  generatorLength,
  generatorMatrix,
} from './block-circuit.ts';
import { productVector } from './run-circuit.ts';

/**
 * The state that a circuit of blocks makes, Π_g exp(−iH_g)|initial⟩.
 *
 * @param generators - h, shape (P,)
 * @param initial - shape (2ⁿ,); default |0…0⟩
 * @returns shape (2ⁿ,)
 * @throws {ShapeError} h or initial has the wrong length
 * @throws {DomainError} h is not finite
 *
 * Cost O(gates · 2ⁿ).
 */
export function runBlockCircuit(
  circuit: BlockCircuit,
  generators: Float64Array,
  initial: ComplexVector = zero(circuit),
): ComplexVector {
  checkLength(circuit, initial);
  return run(circuit, evolutions(circuit, generators), initial);
}

/**
 * Pullback of a cotangent through a circuit of blocks: with L a real function of the state ψ and λ = ∂L/∂Re ψ + i ∂L/∂Im ψ, it
 * returns ∂L/∂h. The gates are taken back one by one; a gate on k qubits sees λψ† as the cotangent of its 2^k × 2^k
 * matrix.
 *
 * @param state - as `runBlockCircuit` returned it, shape (2ⁿ,)
 * @param cotangent - λ, shape (2ⁿ,)
 * @returns ∂L/∂h, shape (P,)
 * @throws {ShapeError} a wrong length
 * @throws {DomainError} h is not finite
 *
 * Cost O(gates · 2ⁿ), two states of memory.
 */
export function pullbackBlockCircuit(
  circuit: BlockCircuit,
  generators: Float64Array,
  state: ComplexVector,
  cotangent: ComplexVector,
): Float64Array {
  checkLength(circuit, state);
  checkLength(circuit, cotangent);
  return pullback(circuit, evolutions(circuit, generators), state, cotangent);
}

/**
 * A real function of the state of a circuit of blocks, as an objective in the coefficients h.
 *
 * @param ofState - L(ψ) and λ = ∂L/∂Re ψ + i ∂L/∂Im ψ, shape (2ⁿ,)
 * @param initial - shape (2ⁿ,); default |0…0⟩
 * @throws {ShapeError} initial, or later h, has the wrong length
 * @throws {DomainError} later: h is not finite
 *
 * Cost O(gates · 2ⁿ).
 */
export function blockObjective(
  circuit: BlockCircuit,
  ofState: (state: ComplexVector) => { readonly value: number; readonly cotangent: ComplexVector },
  initial: ComplexVector = zero(circuit),
): Objective {
  checkLength(circuit, initial);
  return (generators) => {
    const gates = evolutions(circuit, generators);
    const state = run(circuit, gates, initial);
    const { value, cotangent } = ofState(state);
    return { value, gradient: pullback(circuit, gates, state, cotangent) };
  };
}

/**
 * Infidelity 1 − |⟨t|ψ⟩|² of the state of a circuit of blocks, without cancellation where it is small.
 *
 * @param target - t, of norm 1, shape (2ⁿ,)
 * @param initial - shape (2ⁿ,); default |0…0⟩
 * @throws {ShapeError} target or initial, or later h, has the wrong length
 */
export function blockInfidelity(circuit: BlockCircuit, target: ComplexVector, initial?: ComplexVector): Objective {
  checkLength(circuit, target);
  return blockObjective(
    circuit,
    (state) => {
      const [re, im] = innerProduct(target, state);
      return {
        value: normSquared(addScaled(state, [-re, -im], target)),
        cotangent: scaledVector([-2 * re, -2 * im], target),
      };
    },
    initial,
  );
}

const zero = ({ qubits }: BlockCircuit): ComplexVector =>
  productVector(Array.from({ length: qubits }, () => ({ polar: 0, azimuth: 0 })));

type Evolution = Differentiable<ComplexMatrix>;

const evolutions = (circuit: BlockCircuit, generators: Float64Array): readonly Evolution[] =>
  gateGenerators(circuit, generators).map((coefficients, g) =>
    differentiableEvolution(generatorMatrix(circuit.gates[g]!, coefficients)),
  );

function run(
  circuit: BlockCircuit,
  gates: readonly Evolution[],
  { length, interleaved }: ComplexVector,
): ComplexVector {
  const state = interleaved.slice();
  gates.forEach(({ value }, g) => {
    applyInPlace(value, offsetsOf(circuit, circuit.gates[g]!), state);
  });
  return { length, interleaved: state };
}

function pullback(
  circuit: BlockCircuit,
  gates: readonly Evolution[],
  { interleaved }: ComplexVector,
  cotangent: ComplexVector,
): Float64Array {
  const [state, lambda] = [interleaved.slice(), cotangent.interleaved.slice()];
  const gradient = new Float64Array(generatorLength(circuit));
  let end = gradient.length;
  for (let g = gates.length - 1; g >= 0; g--) {
    const gate = circuit.gates[g]!;
    const offsets = offsetsOf(circuit, gate);
    const back = adjoint(gates[g]!.value);
    applyInPlace(back, offsets, state);
    const slopes = coordinatesOf(gates[g]!.pullback(outerProduct(lambda, state, offsets)));
    applyInPlace(back, offsets, lambda);
    end -= gate.words.length;
    gate.words.forEach((word, k) => {
      gradient[end + k] = offsets.length * slopes[indexOfWord(word)]!;
    });
  }
  return gradient;
}

/** Where the basis states of the gate's sites are, all other qubits being 0. */
function offsetsOf({ qubits }: BlockCircuit, { sites }: BlockGate): readonly number[] {
  return Array.from({ length: 2 ** sites.length }, (_, local) =>
    sites.reduce((sum, site, k) => sum + (((local >> (sites.length - 1 - k)) & 1) << (qubits - 1 - site)), 0),
  );
}

/** ψ ← Uψ on the sites with these offsets. */
function applyInPlace({ interleaved: u }: ComplexMatrix, offsets: readonly number[], psi: Float64Array): void {
  const size = offsets.length;
  const mask = offsets[size - 1]!;
  const old = new Float64Array(2 * size);
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    for (let b = 0; b < size; b++) {
      const at = 2 * (base + offsets[b]!);
      old[2 * b] = psi[at]!;
      old[2 * b + 1] = psi[at + 1]!;
    }
    for (let a = 0, from = 0; a < size; a++) {
      let [re, im] = [0, 0];
      for (let b = 0; b < 2 * size; b += 2, from += 2) {
        re += u[from]! * old[b]! - u[from + 1]! * old[b + 1]!;
        im += u[from]! * old[b + 1]! + u[from + 1]! * old[b]!;
      }
      const at = 2 * (base + offsets[a]!);
      psi[at] = re;
      psi[at + 1] = im;
    }
  }
}

/** (λψ†) summed over all other qubits: Σ λ_a ψ̄_b. */
function outerProduct(lambda: Float64Array, psi: Float64Array, offsets: readonly number[]): ComplexMatrix {
  const size = offsets.length;
  const mask = offsets[size - 1]!;
  const out = zeroMatrix(size, size);
  const sums = out.interleaved;
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    for (let a = 0, to = 0; a < size; a++) {
      const left = 2 * (base + offsets[a]!);
      for (let b = 0; b < size; b++, to += 2) {
        const right = 2 * (base + offsets[b]!);
        sums[to] = sums[to]! + lambda[left]! * psi[right]! + lambda[left + 1]! * psi[right + 1]!;
        sums[to + 1] = sums[to + 1]! + lambda[left + 1]! * psi[right]! - lambda[left]! * psi[right + 1]!;
      }
    }
  }
  return out;
}

function checkLength({ qubits }: BlockCircuit, { length }: ComplexVector): void {
  if (length !== 2 ** qubits) throw new ShapeError(`block circuit: ${2 ** qubits} amplitudes required, got ${length}`);
}
