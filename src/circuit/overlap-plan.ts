/**
 * @file The overlap of a circuit's state with a target, in two halves. The gates left of a cut contract to a matrix L,
 * shape (2^a, χ), those right of it to S, shape (2^b, χ), a + b = n, so that ψ = L·Sᵀ. The target is read as a matrix T,
 * shape (2^a, 2^b), where it lies and once:
 *
 *     E = T·S̄,   F = Tᵀ·L̄,   z = ⟨t|ψ⟩ = ⟨E|L⟩,   cotangents of z: E for L, F for S.
 *
 * These are 2·2ⁿ·χ multiply-adds, and the state is never formed.
 */

import { type ContractionPlan, contractionPlan } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { contractionPath, type PathOptions } from '../contraction/contraction-path.ts';
import { draftContraction, draftPullback, newArray, type ProgramDraft } from '../contraction/contraction-program.ts';
import type { ProductProgram } from '../engine/product-program.ts';
import { programNanoseconds, STANDARD_TIMES, type TimeModel } from '../engine/time-model.ts';
import { type CircuitNetwork, gradientNanoseconds, networkLegs, qubitDimensions } from './circuit-network.ts';

/** A program for z = ⟨t|ψ⟩, and its estimated time on one core in nanoseconds. */
export interface OverlapPlan {
  /** From all tensors and the target to z and the cotangents of all gates; from conjugated tensors, the target and 1 to conjugates. */
  readonly program: ProductProgram;
  readonly conjugated: boolean;
  /** The order of contraction in words. */
  readonly order: string;
  readonly nanoseconds: number;
  /** How many legs lie between the halves, where there are two. */
  readonly bonds?: number;
}

/** The tensors of one half by their place in the network, and the matrix that they contract to. */
interface Half {
  readonly tensors: readonly number[];
  readonly plan: ContractionPlan;
  readonly nanoseconds: number;
}

interface Halves {
  readonly left: Half;
  readonly right: Half;
  /** 2^a, χ and 2^b. */
  readonly shape: readonly [number, number, number];
  readonly nanoseconds: number;
}

/** Most bonds across the cut for which two halves are considered. */
const MOST_BONDS = 8;

/** The overlap in two halves at the cut that is estimated to be fastest; undefined if there is none. */
export function overlapPlan(network: CircuitNetwork, model: TimeModel = STANDARD_TIMES): OverlapPlan | undefined {
  const middle = network.qubits / 2;
  const cuts = Array.from({ length: network.qubits - 1 }, (_, k) => k + 1).filter((c) => Math.abs(c - middle) <= 2);
  // Greedy paths tell which cut is fastest.
  const { cut } = cuts
    .map((cut) => ({ cut, nanoseconds: halvesAt(network, cut, model, { restarts: 0 })?.nanoseconds ?? Infinity }))
    .reduce((a, b) => (b.nanoseconds < a.nanoseconds ? b : a));
  const best = halvesAt(network, cut, model);
  if (best === undefined) return undefined;
  const program = overlapProgram(network, best);
  const order = `two halves, target read as ${best.shape[0]} × ${best.shape[2]}, ${best.shape[1]} between them`;
  const nanoseconds = programNanoseconds(program, model);
  return { program, conjugated: false, order, nanoseconds, bonds: Math.log2(best.shape[1]) };
}

/**
 * Gates that touch a qubit before the cut are on the left. Undefined if the last legs of the left are not those of the
 * first qubits, or too many legs are cut.
 */
function halvesAt(
  network: CircuitNetwork,
  cut: number,
  model: TimeModel,
  search: PathOptions = {},
): Halves | undefined {
  const { qubits, open } = network;
  const legs = networkLegs(network);
  const onLeft = legs.map((own) => own.some((leg) => Number.parseInt(leg, 10) < cut));
  const sides = [true, false].map((side) => legs.flatMap((_, k) => (onLeft[k] === side ? [k] : [])));
  const carried = new Set(sides[0]!.flatMap((k) => legs[k]!));
  const rows = open.findIndex((leg) => !carried.has(leg));
  if (rows <= 0 || open.slice(rows).some((leg) => carried.has(leg))) return undefined;
  const bonds = [...new Set(sides[1]!.flatMap((k) => legs[k]!))].filter((leg) => carried.has(leg));
  if (bonds.length > MOST_BONDS) return undefined;
  const left = half(legs, sides[0]!, [...open.slice(0, rows), ...bonds], model, search);
  const right = half(legs, sides[1]!, [...open.slice(rows), ...bonds], model, search);
  const closing = 2 * model.multiplyAdd * 2 ** (qubits + bonds.length);
  const nanoseconds = left.nanoseconds + right.nanoseconds + closing;
  return { left, right, shape: [2 ** rows, 2 ** bonds.length, 2 ** (qubits - rows)], nanoseconds };
}

function half(
  all: readonly (readonly Leg[])[],
  tensors: readonly number[],
  output: readonly Leg[],
  model: TimeModel,
  search: PathOptions,
): Half {
  const legs = tensors.map((k) => all[k]!);
  const dimensions = qubitDimensions(legs);
  const path = contractionPath(legs, dimensions, output, { ...search, steps: 0, minimise: model });
  const plan = contractionPlan(legs, dimensions, output, path);
  return { tensors, plan, nanoseconds: gradientNanoseconds(legs, path, output, model) };
}

function overlapProgram({ gates, idle, qubits }: CircuitNetwork, { left, right, shape }: Halves): ProductProgram {
  const [rows, bond, columns] = shape;
  const tensors = gates.length + idle.length;
  const sizes = [...gates.map(({ legs }) => 2 ** legs.length), ...idle.map(() => 2), 2 ** qubits];
  const draft: ProgramDraft = { sizes, instructions: [] };
  const L = draftContraction(draft, left.plan, left.tensors);
  const S = draftContraction(draft, right.plan, right.tensors);
  const [E, F, z] = [newArray(draft, rows * bond), newArray(draft, columns * bond), newArray(draft, 1)];
  draft.instructions.push(
    {
      kind: 'environments',
      ...{ to: E, toRight: F },
      ...{ matrix: tensors, left: L.result, right: S.result },
      ...{ rows, columns, bond },
    },
    {
      kind: 'product',
      ...{ to: z, left: E, right: L.result },
      ...{ batch: 1, rows: 1, columns: 1, inner: rows * bond },
      ...{ adjointLeft: true, adjointRight: false },
    },
  );
  const sums = gates.map(({ legs }) => newArray(draft, 2 ** legs.length));
  for (const to of sums) draft.instructions.push({ kind: 'clear', to });
  for (const [{ plan, tensors: list }, { tape }, cotangent] of [
    [left, L, E],
    [right, S, F],
  ] as const) {
    draftPullback(
      draft,
      plan,
      tape,
      cotangent,
      list.map((k) => sums[k]),
    );
  }
  return { inputs: tensors + 1, ...draft, outputs: [z, ...sums] };
}
