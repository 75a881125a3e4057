/** @file Running a circuit of blocks, and the derivatives of its state. */

import { currentEngine } from '../engine/engine.ts';
import { ShapeError } from '../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { adjoint } from '../linalg/matrix.ts';
import { addTo } from '../linalg/real-vector.ts';
import { addScaled, innerProduct, normSquared, scaledVector } from '../linalg/vector.ts';
import { coordinatesOf, indexOfWord, matrixOf } from '../operator/pauli-coordinates.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  type BlockCircuit,
  checkedGenerators,
  gateEvolutions,
  gateGenerators,
  generatorMatrix,
} from './block-circuit.ts';
import { applyBlock, blockOverlaps, offsetsOf } from './block-gate.ts';
import { blockProgram } from './block-program.ts';
import { referenceState } from './run-circuit.ts';

/**
 * The state that a circuit of blocks makes, Π_g exp(−iH_g)|initial⟩.
 *
 * @param generators - h, shape (P,)
 * @param initial - shape (2ⁿ·E,), with an idle environment of dimension E = 1, 2, 4 … behind the register; default the
 *   circuit's reference state
 * @returns shape (2ⁿ·E,)
 * @throws {ShapeError} h or initial has the wrong length
 * @throws {DomainError} h is not finite
 *
 * Cost O(gates · 2ⁿ · E).
 */
export function runBlockCircuit(
  circuit: BlockCircuit,
  generators: Float64Array,
  initial: ComplexVector = referenceState(circuit),
): ComplexVector {
  checkLength(circuit, initial);
  return begun(circuit, generators, initial).state;
}

/**
 * Pullback of a cotangent through a circuit of blocks: with L a real function of the state ψ and λ = ∂L/∂Re ψ + i ∂L/∂Im ψ, it
 * returns ∂L/∂h. The gates are taken back one by one; a gate on k qubits sees λψ† as the cotangent of its 2^k × 2^k
 * matrix.
 *
 * @param state - as `runBlockCircuit` returned it, shape (2ⁿ·E,)
 * @param cotangent - λ, of the same shape
 * @returns ∂L/∂h, shape (P,)
 * @throws {ShapeError} a wrong length
 * @throws {DomainError} h is not finite
 *
 * Cost O(gates · 2ⁿ · E), two states of memory.
 */
export function pullbackBlockCircuit(
  circuit: BlockCircuit,
  generators: Float64Array,
  state: ComplexVector,
  cotangent: ComplexVector,
): Float64Array {
  checkLength(circuit, state);
  checkLength(circuit, cotangent);
  const { length } = state;
  const program = blockProgram(circuit, length);
  if (program === null) return pullback(circuit, gateEvolutions(circuit, generators), state, cotangent);
  const engine = currentEngine();
  const unitaries = engine.exponentiate(program, checkedGenerators(circuit, generators));
  return engine.pullbackBlocks(program, unitaries, state.interleaved, cotangent.interleaved);
}

/**
 * A real function of the state of a circuit of blocks, as an objective in the coefficients h.
 *
 * @param ofState - L(ψ) and λ = ∂L/∂Re ψ + i ∂L/∂Im ψ, shape (2ⁿ,)
 * @param initial - shape (2ⁿ·E,); default the circuit's reference state
 * @throws {ShapeError} initial, or later h, has the wrong length
 * @throws {DomainError} later: h is not finite
 *
 * Cost O(gates · 2ⁿ · E).
 */
export function blockObjective(
  circuit: BlockCircuit,
  ofState: (state: ComplexVector) => { readonly value: number; readonly cotangent: ComplexVector },
  initial: ComplexVector = referenceState(circuit),
): Objective {
  checkLength(circuit, initial);
  return (generators) => {
    const { state, pullback } = begun(circuit, generators, initial);
    const { value, cotangent } = ofState(state);
    return { value, gradient: pullback(cotangent) };
  };
}

/** The state that a circuit makes, and its pullback: by the engine, or gate by gate where a block has three qubits. */
function begun(
  circuit: BlockCircuit,
  generators: Float64Array,
  initial: ComplexVector,
): { readonly state: ComplexVector; readonly pullback: (cotangent: ComplexVector) => Float64Array } {
  const { length } = initial;
  const program = blockProgram(circuit, length);
  if (program === null) {
    const gates = gateEvolutions(circuit, generators);
    const state = run(
      circuit,
      gates.map(({ value }) => value),
      initial,
    );
    return { state, pullback: (cotangent) => pullback(circuit, gates, state, cotangent) };
  }
  const engine = currentEngine();
  const unitaries = engine.exponentiate(program, checkedGenerators(circuit, generators));
  const interleaved = engine.runBlocks(program, unitaries, initial.interleaved);
  return {
    state: { length, interleaved },
    pullback: (cotangent) => engine.pullbackBlocks(program, unitaries, interleaved, cotangent.interleaved),
  };
}

/**
 * Infidelity 1 − |⟨t|ψ⟩|² of the state of a circuit of blocks, without cancellation where it is small.
 *
 * @param target - t, of norm 1, shape (2ⁿ,)
 * @param initial - shape (2ⁿ,); default the circuit's reference state
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

/**
 * Tangent vectors ∂_kψ(h) of the state, one for each coefficient.
 *
 * @param generators - h, shape (P,)
 * @returns P vectors of shape (2ⁿ·E,)
 * @throws {ShapeError | DomainError} h has the wrong length, or is not finite
 *
 * Cost O(P · gates · 2ⁿ · E).
 */
export function blockTangents(circuit: BlockCircuit, generators: Float64Array): readonly ComplexVector[] {
  const tangents: Float64Array[] = [];
  const { interleaved: state, length } = referenceState(circuit);
  gateEvolutions(circuit, generators).forEach(({ value, tangent }, g) => {
    const { sites, words } = circuit.gates[g]!;
    const offsets = offsetsOf(circuit, sites, length);
    for (const earlier of tangents) applyBlock(value, offsets, earlier);
    for (const word of words) {
      const moved = state.slice();
      applyBlock(tangent(wordMatrix(word)), offsets, moved);
      tangents.push(moved);
    }
    applyBlock(value, offsets, state);
  });
  return tangents.map((interleaved) => ({ length, interleaved }));
}

/**
 * Derivatives of the state along directions of the coefficients, Σ_k v_k ∂_kψ(h) for each v, in one sweep.
 *
 * @param directions - each v of shape (P,)
 * @throws {ShapeError | DomainError} h or v has the wrong length, or is not finite
 */
export function blockTangentsAlong(
  circuit: BlockCircuit,
  generators: Float64Array,
  directions: readonly Float64Array[],
): readonly ComplexVector[] {
  const { interleaved: state, length } = referenceState(circuit);
  const moves = directions.map((direction) => {
    return { generators: gateGenerators(circuit, direction), sum: new Float64Array(state.length) };
  });
  gateEvolutions(circuit, generators).forEach(({ value, tangent }, g) => {
    const { sites, words } = circuit.gates[g]!;
    const offsets = offsetsOf(circuit, sites, length);
    for (const { generators: along, sum } of moves) {
      const moved = state.slice();
      applyBlock(tangent(generatorMatrix(words, along[g]!, sites.length)), offsets, moved);
      applyBlock(value, offsets, sum);
      addTo(sum, 1, moved);
    }
    applyBlock(value, offsets, state);
  });
  return moves.map(({ sum }) => ({ length, interleaved: sum }));
}

function wordMatrix(word: string): ComplexMatrix {
  const coordinates = new Float64Array(4 ** word.length);
  coordinates[indexOfWord(word)] = 1;
  return matrixOf(coordinates);
}

function run(
  circuit: BlockCircuit,
  gates: readonly ComplexMatrix[],
  { length, interleaved }: ComplexVector,
): ComplexVector {
  const state = interleaved.slice();
  gates.forEach((gate, g) => {
    applyBlock(gate, offsetsOf(circuit, circuit.gates[g]!.sites, length), state);
  });
  return { length, interleaved: state };
}

function pullback(
  circuit: BlockCircuit,
  gates: ReturnType<typeof gateEvolutions>,
  { interleaved, length }: ComplexVector,
  cotangent: ComplexVector,
): Float64Array {
  const [state, lambda] = [interleaved.slice(), cotangent.interleaved.slice()];
  const gradient = new Float64Array(circuit.parameters);
  let end = gradient.length;
  for (let g = gates.length - 1; g >= 0; g--) {
    const { sites, words } = circuit.gates[g]!;
    const offsets = offsetsOf(circuit, sites, length);
    const back = adjoint(gates[g]!.value);
    applyBlock(back, offsets, state);
    const slopes = coordinatesOf(gates[g]!.pullback(blockOverlaps(lambda, state, offsets)));
    applyBlock(back, offsets, lambda);
    end -= words.length;
    words.forEach((word, k) => {
      gradient[end + k] = offsets.length * slopes[indexOfWord(word)]!;
    });
  }
  return gradient;
}

function checkLength({ qubits }: BlockCircuit, { length }: ComplexVector): void {
  const environment = Math.log2(length) - qubits;
  if (environment >= 0 && Number.isInteger(environment)) return;
  throw new ShapeError(`block circuit: ${2 ** qubits} amplitudes required, got ${length}`);
}
