/** @file Gates of a circuit improved one by one, each to the unitary that is best while all others stay. */

import type { BlockCircuit } from '../circuit/block-circuit.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { identityMatrix } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix, trace } from '../linalg/matrix.ts';
import { polarFactor } from '../linalg/polar.ts';
import { applyLayer, BLOCK_TRUNCATION, gatesByLayer, noError } from './block-chain.ts';
import { type Environments, environmentsOf, transitionMatrix } from './block-overlap.ts';
import { applyToNeighbours, type CentredChain, centredChain, productChain } from './centred-chain.ts';
import { type Chain, chainOverlap } from './matrix-product-state.ts';

/** Options of `gateSweeps`. */
export interface GateSweepOptions extends Partial<Truncation> {
  /** Most sweeps; default 10. */
  readonly sweeps?: number;
  /** Infidelity at which the sweeps end; default 0. */
  readonly target?: number;
  /**
   * Weight ε of the present gate beside its environment: what the overlap leaves open stays as it is. Default 1e-6; the
   * larger, the smaller the steps.
   */
  readonly damping?: number;
}

/** The gates so far, and how far their state is from the target. */
export interface SweptGates {
  /** The unitary of each gate, on its own sites. */
  readonly unitaries: readonly ComplexMatrix[];
  /** 1 − F of the gates with which the sweep began. */
  readonly infidelity: number;
}

/**
 * Improves the gates of a circuit of blocks one by one, from the last layer to the first: with all others as they are the overlap is
 * ⟨t|ψ⟩ = Tr(E†U), and the unitary nearest to its environment E has the largest,
 *
 *     U ← W V† for E + ε·U = W Σ V†,        E = Tr_rest(|t⟩⟨ψ|)·U,
 *
 * with E turned so that the overlap is positive. What generators the gates then have is not asked: the circuit is no shorter.
 * The infidelity does not grow from sweep to sweep as far as the truncation allows.
 *
 * @param unitaries - of each gate to start from
 * @param target - of any norm but 0
 *
 * Cost of a sweep that of one gradient, see `blockChainInfidelity`.
 *
 * @see Evenbly & Vidal, arXiv:0707.1454 (2009)
 * @see Lin, Dilip, Green, Smith & Pollmann, arXiv:2008.10322 (2021)
 */
export function* gateSweeps(
  circuit: BlockCircuit,
  unitaries: readonly ComplexMatrix[],
  target: Chain,
  options: GateSweepOptions = {},
): Generator<SweptGates, SweptGates> {
  const { sweeps = 10, target: enough = 0, damping = 1e-6, ...truncation } = options;
  const limits = { ...BLOCK_TRUNCATION, ...truncation };
  const unit = centredChain(target);
  const layers = gatesByLayer(circuit);
  const gates = [...unitaries];
  for (let sweep = 0; ; sweep++) {
    const state = productChain(circuit, 'gateSweeps');
    const states: CentredChain[] = [];
    for (const layer of layers) {
      applyLayer(state, circuit, layer, gates, limits, noError());
      states.push({ ...state, tensors: [...state.tensors] });
    }
    const [re, im] = chainOverlap(unit.tensors, state.tensors);
    const infidelity = Math.max(0, 1 - re * re - im * im);
    const found = { unitaries: [...gates], infidelity };
    if (sweep >= sweeps || infidelity <= enough || layers.length === 0) return found;
    yield found;
    const back: CentredChain = { ...unit, tensors: [...unit.tensors] };
    for (let l = layers.length - 1; l >= 0; l--) {
      improveLayer(circuit, layers[l]!, gates, { state: states[l]!, back, damping, limits });
      const adjoints = gates.map((gate) => adjoint(gate));
      if (l > 0) applyLayer(back, circuit, layers[l]!, adjoints, limits, noError());
    }
  }
}

interface LayerToImprove {
  /** The state after the layer. */
  readonly state: CentredChain;
  /** The target, carried back to the same place. */
  readonly back: CentredChain;
  readonly damping: number;
  readonly limits: Truncation;
}

/** Improves the gates of a layer one after another, in place, from the end where the centre of the state is. */
function improveLayer(
  { gates: blocks }: BlockCircuit,
  layer: readonly number[],
  gates: ComplexMatrix[],
  { state, back, damping, limits }: LayerToImprove,
): void {
  const rightwards = state.centre <= state.tensors.length / 2;
  let environments: Environments | null = null;
  for (const g of rightwards ? layer : layer.toReversed()) {
    const { sites } = blocks[g]!;
    environments = environmentsOf(back.tensors, state.tensors, environments);
    const between = transitionMatrix(environments, sites[0]!, sites.length);
    const [re, im] = trace(between); // the conjugate of ⟨t|ψ⟩
    const size = Math.hypot(re, im);
    if (size === 0) continue;
    const turned = scaledMatrix([re / size, -im / size], between);
    const step = polarFactor(addScaledMatrix(turned, [damping, 0], identityMatrix(between.rows)));
    gates[g] = multiply(step, gates[g]!);
    applyToNeighbours(state, sites[0]!, sites.length, step, limits, rightwards);
  }
}
