/** @file Quantum states as a space of the shooting core: the same functions shoot them that shoot landmarks. */

import { controlWords } from '../../complexity/controls.ts';
import { type PenaltyMetric, rangeOn } from '../../complexity/penalty-metric.ts';
import { ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { Residuals } from '../../optimise/levenberg-marquardt.ts';
import { listLength } from '../../path/hamiltonian-action.ts';
import type { PhasePoint, ShootingSpace } from '../../shooting/shooting-space.ts';
import { wordGenerators } from './generators.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import { inSpace, type MetricSpace } from './metric-space.ts';
import { controlsAt } from './state-flow.ts';

/**
 * States of n qubits under a penalty metric: q = ψ and p the costate, interleaved, with the pairing Re⟨p|q⟩, so that
 *
 *     J_P = Im⟨p|Pψ⟩,      h_P = J_P/w_P,      v·q = −iHψ,      H(q, p) = ½ Σ_P w_P h_P²,
 *
 * the flow of `stateFlow`. A shortest path to a state, whose phase is free, begins with ⟨p|ψ⟩ = 0. `scales` has the energy by the range
 * of words, from 0.
 *
 * @throws {ShapeError | DomainError} the metric is invalid on this many qubits, or has too many words (`controlWords`)
 *
 * Cost of a flow O(flips · 2ⁿ).
 */
export function stateSpace(metric: PenaltyMetric, qubits: number): ShootingSpace {
  const controls = controlWords(metric, qubits);
  const generators = wordGenerators(controls);
  const { table } = generators;
  const numbers = 2 * table.size;
  const range = rangeOn(metric);
  const ranges = controls.words.map(range);
  /** Writes H of the point, whose state and costate stand at the addresses. */
  const raised = (space: MetricSpace, psi: number, costate: number) => {
    space.clear(space.products, listLength(table));
    space.collect(space.products, costate, psi, 1);
    return space.raise(space.diagonals);
  };
  const powers = ({ q, p }: PhasePoint): Float64Array =>
    controlsAt(generators, { state: q, costate: p }).map((h, k) => 0.5 * controls.weights[k]! * h * h);
  return {
    dimension: numbers,
    flow: ({ q, p }) =>
      inSpace(generators, (space) => {
        const [psi, costate, out] = [space.put(q), space.put(p), space.zeros(2 * numbers)];
        const h = raised(space, psi, costate).controls();
        space.act(out, space.diagonals, psi, -1);
        space.act(out + numbers, space.diagonals, costate, -1);
        const energy = h.reduce((sum, x, k) => sum + 0.5 * controls.weights[k]! * x * x, 0);
        return { energy, q: space.get(out, numbers), p: space.get(out + numbers, numbers) };
      }),
    variation: ({ q, p }, { q: dq, p: dp }) =>
      inSpace(generators, (space) => {
        const [both, change, out] = [space.zeros(2 * numbers), space.zeros(2 * numbers), space.zeros(2 * numbers)];
        space.set(both, q);
        space.set(both + numbers, p);
        space.set(change, dq);
        space.set(change + numbers, dp);
        const H = space.zeros(listLength(table));
        space.clear(space.products, listLength(table));
        space.collect(space.products, both + numbers, both, 1);
        space.raise(H);
        space.clear(space.products, listLength(table));
        space.collectBoth(space.products, change + numbers, both, both + numbers, change);
        space.raise(space.diagonals);
        space.move(out, H, change, space.diagonals, both);
        return { q: space.get(out, numbers), p: space.get(out + numbers, numbers) };
      }),
    carry: ({ q, p }, dq) =>
      inSpace(generators, (space) => {
        raised(space, space.put(q), space.put(p));
        const out = space.zeros(numbers);
        space.act(out, space.diagonals, space.put(dq), -1);
        return space.get(out, numbers);
      }),
    scales: (point) => {
      const shares = powers(point);
      const most = Math.max(0, ...ranges);
      return Array.from({ length: most + 1 }, (_, scale) => ({
        scale,
        power: shares.reduce((sum, share, k) => (ranges[k] === scale ? sum + share : sum), 0),
      }));
    },
    invariants: ({ q, p }) => ({
      'norm of the state': Math.sqrt(dot(q, q)),
      'norm of the costate': Math.sqrt(dot(p, p)),
      'Re⟨p|ψ⟩': dot(p, q),
      'Im⟨p|ψ⟩': p.reduce((sum, x, k) => sum + x * (k % 2 === 0 ? q[k + 1]! : -q[k - 1]!), 0),
    }),
    momenta: (q) => horizontalFrame(q),
  };
}

/**
 * r = the coordinates of ψ(1) in the complement of a target, to be met exactly: |r|² is the infidelity, and the phase is free.
 *
 * @param target - shape (2ⁿ,), norm 1
 */
export function stateEnd(target: ComplexVector): Residuals {
  const frame = horizontalFrame(target.interleaved);
  const numbers = target.interleaved.length;
  const jacobian = new Float64Array(frame.size * numbers);
  for (let k = 0; k < frame.size; k++) {
    const unit = new Float64Array(frame.size);
    unit[k] = 1;
    jacobian.set(frame.vectorOf(unit), k * numbers);
  }
  return (q) => {
    if (q.length !== numbers) {
      throw new ShapeError(`stateEnd: a state of ${numbers / 2} amplitudes required, got ${q.length / 2}`);
    }
    return { values: frame.coordinatesOf(q), jacobian };
  };
}
