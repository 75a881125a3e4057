/**
 * @file How far is the state of a circuit of blocks from a matrix-product state? Of any number of qubits, with the gradient
 * in all coefficients from one pass of the state forwards and one of the target backwards.
 */

import { type BlockCircuit, checkBlockCircuit, gateEvolutions, gateGenerators } from '../circuit/block-circuit.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexMatrix } from '../linalg/complex.ts';
import type { Differentiable } from '../linalg/differentiable.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { adjoint, multiply, scaledMatrix } from '../linalg/matrix.ts';
import { coordinatesOf, indexOfWord } from '../operator/pauli-coordinates.ts';
import type { Objective } from '../optimise/objective.ts';
import {
  applyLayer,
  BLOCK_TRUNCATION,
  chainObstacle,
  gatesByLayer,
  noError,
  type TruncationError,
} from './block-chain.ts';
import { type CentredChain, centredChain, mergedSites, productChain } from './centred-chain.ts';
import { type Chain, chainOverlap, overlapStep } from './matrix-product-state.ts';

/** A real function of the overlap z = ⟨t|ψ⟩: its value, and c with dL = Re(c̄ dz). */
type OfOverlap = (z: Complex) => { readonly value: number; readonly slope: Complex };

/**
 * Infidelity 1 − |⟨t|ψ⟩|² of the state of a circuit of blocks from a matrix-product state; rounding leaves about 1e-15 of it.
 *
 * The state is carried forwards layer by layer and kept, |ψ_l⟩ after layer l; the target is carried backwards by the adjoint
 * gates, |t_l⟩. For a gate U of layer l, exp(−iH) on its sites, and all other sites summed over,
 *
 *     ∂⟨t|ψ⟩ = Tr[∂U · U† · Tr_rest |ψ_l⟩⟨t_l|],
 *
 *     |0⟩─┤  ├──┤      ├──┤  ├─⟨
 *     |0⟩─┤ψ ├──┤∂U·U†├──┤ t├─⟨      between both, a matrix on the sites of each gate
 *     |0⟩─┤  ├─────────────┤  ├─⟨
 *
 * and from it the derivative in the gate's coefficients by that of the exponential. The gradient is exact where no bond
 * is cut, and else as exact as both states, whose bonds are cut separately.
 *
 * @param target - of any norm but 0; sites of dimension 2
 * @param truncation - bond χ, default 64; tolerance: weight that may be dropped at each cut, default 1e-13
 * @returns a function of h, shape (P,)
 * @throws {ShapeError} the target has another number of qubits
 * @throws {DomainError} gates on other than neighbouring qubits, a reference that is a spectrum, fewer than two qubits
 *
 * Cost O(gates · χ³) and O(layers · n · χ³); L + 1 states of memory for L layers.
 */
export function blockChainInfidelity(
  circuit: BlockCircuit,
  target: Chain,
  truncation: Partial<Truncation> = {},
): Objective {
  return ofOverlap(circuit, target, truncation, ([re, im]) => ({
    value: Math.max(0, 1 - re * re - im * im),
    slope: [-2 * re, -2 * im],
  }));
}

/**
 * −log |⟨t|ψ⟩|² of the same. Its gradient does not vanish with the overlap, which for many qubits is tiny at most starts. Where
 * the states are orthogonal it is +∞ with gradient 0.
 *
 * @throws {ShapeError | DomainError} as `blockChainInfidelity`
 */
export function blockChainNegativeLog(
  circuit: BlockCircuit,
  target: Chain,
  truncation: Partial<Truncation> = {},
): Objective {
  return ofOverlap(circuit, target, truncation, ([re, im]) => {
    const square = re * re + im * im;
    if (square === 0) return { value: Infinity, slope: [0, 0] };
    return { value: Math.max(0, -Math.log(square)), slope: [(-2 * re) / square, (-2 * im) / square] };
  });
}

/** The infidelity at some coefficients, with what the cuts of bonds can have hidden. */
export interface ChainInfidelity extends TruncationError {
  readonly infidelity: number;
  /** At most this is the infidelity of the exact state: sin²(arcsin √infidelity + angle). */
  readonly upperBound: number;
}

/**
 * The infidelity of the state of a circuit of blocks from a matrix-product state, with its truncation error.
 *
 * @throws {ShapeError | DomainError} as `blockChainInfidelity`, or h has the wrong length or is not finite
 */
export function truncatedInfidelity(
  circuit: BlockCircuit,
  generators: Float64Array,
  target: Chain,
  truncation: Partial<Truncation> = {},
): ChainInfidelity {
  const { unit, limits } = checked(circuit, target, truncation);
  const { states, error } = forwards(circuit, gateEvolutions(circuit, generators), generators, limits);
  const [re, im] = chainOverlap(unit.tensors, states.at(-1)!.tensors);
  const infidelity = Math.max(0, 1 - re * re - im * im);
  const angle = Math.min(Math.PI / 2, Math.asin(Math.sqrt(infidelity)) + error.angle);
  return { infidelity, upperBound: Math.sin(angle) ** 2, ...error };
}

function ofOverlap(circuit: BlockCircuit, target: Chain, truncation: Partial<Truncation>, loss: OfOverlap): Objective {
  const { unit, limits } = checked(circuit, target, truncation);
  return (generators) => {
    const gates = gateEvolutions(circuit, generators);
    const { states, layers } = forwards(circuit, gates, generators, limits);
    const { value, slope } = loss(chainOverlap(unit.tensors, states.at(-1)!.tensors));
    return { value, gradient: gradientOf(circuit, gates, generators, { states, layers, unit, limits, slope }) };
  };
}

function checked(circuit: BlockCircuit, target: Chain, truncation: Partial<Truncation>) {
  checkBlockCircuit(circuit);
  if (target.length !== circuit.qubits || target.some(({ shape }) => shape[1] !== 2)) {
    throw new ShapeError(`block overlap: a target of ${circuit.qubits} qubits required, got ${target.length} sites`);
  }
  const obstacle = chainObstacle(circuit);
  if (obstacle !== null) throw new DomainError(`block overlap: ${obstacle}`);
  return { unit: centredChain(target), limits: { ...BLOCK_TRUNCATION, ...truncation } };
}

type Evolutions = readonly Differentiable<ComplexMatrix>[];

/** The unitaries of all gates; null for those whose coefficients vanish. */
function activeGates(circuit: BlockCircuit, gates: Evolutions, generators: Float64Array) {
  const coefficients = gateGenerators(circuit, generators);
  return gates.map(({ value }, g) => (coefficients[g]!.every((h) => h === 0) ? null : value));
}

/** The states after each layer. */
function forwards(circuit: BlockCircuit, gates: Evolutions, generators: Float64Array, limits: Truncation) {
  const unitaries = activeGates(circuit, gates, generators);
  const layers = gatesByLayer(circuit);
  const error = noError();
  const state = productChain(circuit, 'block overlap');
  const states: CentredChain[] = [{ ...state, tensors: [...state.tensors] }];
  for (const layer of layers) {
    applyLayer(state, circuit, layer, unitaries, limits, error);
    states.push({ ...state, tensors: [...state.tensors] });
  }
  return { states, layers, error };
}

interface Backwards {
  readonly states: readonly CentredChain[];
  readonly layers: readonly (readonly number[])[];
  /** The target. */
  readonly unit: CentredChain;
  readonly limits: Truncation;
  readonly slope: Complex;
}

/** ∂L/∂h: with λ = c·t, the cotangent of a gate's unitary is Tr_rest(|λ_l⟩⟨ψ_l|)·U. */
function gradientOf(
  circuit: BlockCircuit,
  gates: Evolutions,
  generators: Float64Array,
  { states, layers, unit, limits, slope }: Backwards,
): Float64Array {
  const gradient = new Float64Array(circuit.parameters);
  if (slope[0] === 0 && slope[1] === 0) return gradient;
  const unitaries = activeGates(circuit, gates, generators).map((value) => value && adjoint(value));
  const offsets = wordOffsets(circuit);
  const back: CentredChain = { ...unit, tensors: [...unit.tensors] };
  let environments: Environments | null = null;
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l]!;
    environments = environmentsOf(back.tensors, states[l + 1]!.tensors, environments);
    for (const g of layer) {
      const { sites, words } = circuit.gates[g]!;
      const between = transitionMatrix(environments, sites[0]!, sites.length);
      const cotangent = scaledMatrix(slope, multiply(between, gates[g]!.value));
      const slopes = coordinatesOf(gates[g]!.pullback(cotangent));
      words.forEach((word, k) => {
        gradient[offsets[g]! + k] = 2 ** sites.length * slopes[indexOfWord(word)]!;
      });
    }
    if (l > 0) applyLayer(back, circuit, layer, unitaries, limits, noError());
  }
  return gradient;
}

/** Where the coefficients of each gate begin. */
export function wordOffsets({ gates }: BlockCircuit): readonly number[] {
  let end = 0;
  return gates.map(({ words }) => {
    end += words.length;
    return end - words.length;
  });
}

/** Two chains t, ψ, and what lies left and right of each bond between ⟨t| and |ψ⟩. */
export interface Environments {
  readonly bra: Chain;
  readonly ket: Chain;
  /** left[k], shape (bond of t, bond of ψ): sites before k. */
  readonly left: readonly ComplexMatrix[];
  /** right[k], shape (bond of ψ, bond of t): sites from k on. */
  readonly right: readonly ComplexMatrix[];
}

/** The environments of two chains; those of known ones are taken over as far as their tensors are the same. */
export function environmentsOf(bra: Chain, ket: Chain, known: Environments | null): Environments {
  const n = bra.length;
  const isKnown = (k: number): boolean => known !== null && known.bra[k] === bra[k] && known.ket[k] === ket[k];
  const [left, right]: [ComplexMatrix[], ComplexMatrix[]] = [[ONE], new Array(n + 1).fill(ONE)];
  for (let k = 0, same = true; k < n; k++) {
    same &&= isKnown(k);
    left.push(same ? known!.left[k + 1]! : overlapStep(left[k]!, bra[k]!, ket[k]!));
  }
  for (let k = n - 1, same = true; k >= 0; k--) {
    same &&= isKnown(k);
    right[k] = same ? known!.right[k]! : stepFromRight(right[k + 1]!, bra[k]!, ket[k]!);
  }
  return { bra: [...bra], ket: [...ket], left, right };
}

const ONE: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };

/** E ↦ Σ_s B^s E A^s† for the tensors A of ⟨t| and B of |ψ⟩. */
export function stepFromRight(right: ComplexMatrix, a: Chain[number], b: Chain[number]): ComplexMatrix {
  const [leftB, site, rightB] = b.shape as [number, number, number];
  const [leftA, , rightA] = a.shape as [number, number, number];
  const half = multiply({ rows: leftB * site, cols: rightB, interleaved: b.interleaved }, right);
  return multiply(
    { rows: leftB, cols: site * rightA, interleaved: half.interleaved },
    { rows: leftA, cols: site * rightA, interleaved: a.interleaved },
    { adjointB: true },
  );
}

/** Tr_rest |t⟩⟨ψ| on neighbouring sites, shape (d, d). */
export function transitionMatrix({ bra, ket, left, right }: Environments, first: number, sites: number): ComplexMatrix {
  const a = mergedSites(bra.slice(first, first + sites));
  const b = mergedSites(ket.slice(first, first + sites));
  const [leftA, size, rightA] = a.shape as [number, number, number];
  const [leftB, , rightB] = b.shape as [number, number, number];
  const half = multiply(left[first]!, { rows: leftB, cols: size * rightB, interleaved: b.interleaved });
  const whole = multiply(
    { rows: leftA * size, cols: rightB, interleaved: half.interleaved },
    right[first + sites]!,
  ).interleaved;
  const rows = (interleaved: Float64Array): ComplexMatrix => ({
    rows: size,
    cols: leftA * rightA,
    interleaved: currentEngine().permute(interleaved, [leftA, size, rightA], [1, 0, 2]),
  });
  return multiply(rows(a.interleaved), rows(whole), { adjointB: true });
}
