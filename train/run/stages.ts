/** @file The stages after training: each a function of the experiment and the trained network. */

import { type BoundaryGeometry, boundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import { boundaryShape } from '../../src/bulk/boundary-shape.ts';
import { bulkCurvature } from '../../src/bulk/bulk-curvature.ts';
import { type BulkGeometry, bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { inferabilityMap } from '../../src/bulk/inferability-map.ts';
import { recoverabilityMap } from '../../src/bulk/recoverability-map.ts';
import { type SpaceOverTime, spaceOverTime } from '../../src/bulk/space-over-time.ts';
import type { BlockCircuit } from '../../src/circuit/block-circuit.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { chainEntanglementBound } from '../../src/complexity/chain-entanglement-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import type { FisherSpectrum } from '../../src/fisher/fisher-spectrum.ts';
import { fisherSpectrum } from '../../src/fisher/fisher-spectrum.ts';
import { inferability } from '../../src/fisher/inferability.ts';
import { pathInferability } from '../../src/fisher/path-inferability.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { chainOfTarget } from '../../src/generative/block-chain-infidelity.ts';
import { chainOfFermions } from '../../src/generative/fermion-chain.ts';
import { fermionNegativeLog } from '../../src/generative/fermion-infidelity.ts';
import { entropiesLikeTarget, regionEntropies } from '../../src/generative/generated-entropies.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import {
  asCircuit,
  environmentDimension,
  siteDimensions,
  stateVector,
} from '../../src/generative/generative-network.ts';
import { asPure, fermionsOf, networkPointOf, stabilisersOf, symmetricOf } from '../../src/generative/state-rules.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { type GravityShadow, gravityShadow } from '../../src/gravity/gravity-shadow.ts';
import { type ComplexVector, sizeOf } from '../../src/linalg/complex.ts';
import type { Noted } from '../../src/noted.ts';
import { infidelityText, significant } from '../../src/number-format.ts';
import { type HamiltonianSpec, hamiltonianOfSpec } from '../../src/operator/hamiltonian-spec.ts';
import { support } from '../../src/operator/pauli.ts';
import type { PictureRecord } from '../../src/record/likeness-record.ts';
import type { GeodesicRecord, PathRecord, RunPoint, ShapeRecord, TrainingRecord } from '../../src/record/run-record.ts';
import type { Problem } from '../loss.ts';
import type { Trained } from '../train.ts';
import type { Experiment } from './experiment.ts';

/** Most numbers in the tangents of a network, 1 GiB: beyond it the Fisher stage is left out. */
const LARGEST_TANGENTS = 2 ** 27;
/**
 * Most numbers in the tangents, and most parameters, for the maps of what can be inferred of the bulk: about a second.
 */
const LARGEST_MAP = { tangents: 2 ** 22, parameters: 400 };
/** Most coefficients² × amplitudes for the map of what can be inferred of the geodesic: some seconds. */
const LARGEST_PATH = 2 ** 27;
/** Most amplitudes of a target whose entropies are computed. */
const LARGEST_TARGET = 2 ** 14;
/** Most gates² × amplitudes for the map of what is recovered: about a second. */
const LARGEST_RECOVERY = 2 ** 25;

/** Why the mutual information of a target and of its network are not the same. */
const MODES_AND_QUBITS =
  'The mutual information of the target is that of fermion modes, the one of the network that of qubits; they agree for neighbours.';

/** A step of a stage: what is being done. */
export interface StageStep {
  readonly message: string;
}

/** The result of a stage that the experiment does not ask for. */
const LEFT_OUT: Noted<null> = { value: null, notes: [] };

/** The trained network as it is stored. */
export function trainingRecord(
  { target, metric, network }: Problem,
  { theta, unpruned: _, truncation, ...trained }: Trained,
): TrainingRecord {
  const whole = truncation && { ...truncation, lowerBound: chainLowerBound(target, metric, network) };
  return { ...trained, theta: [...theta], ...(whole && { truncation: whole }) };
}

/** What every path to a matrix-product state costs at least; null where words cost nothing, or are too many to list. */
function chainLowerBound(target: TargetState, metric: PenaltyMetric, network: GenerativeNetwork): number | null {
  const chain = chainOfTarget(target);
  const { reference = [] } = network.kind === 'network' ? {} : network;
  if ('spectrum' in reference) return null;
  try {
    const controls = chain && controlWords(metric, chain.length);
    const isFree = controls?.weights.some((weight) => weight === 0) ?? true;
    return chain === null || controls === null || isFree ? null : chainEntanglementBound(controls, chain, reference);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the cuts of bonds can hide of a circuit of blocks on a chain, and the lower bound of its length. */
export function truncationNotes({ truncation }: TrainingRecord): readonly string[] {
  if (truncation === undefined) return [];
  const { bond, limits, discarded, upperBound, lowerBound } = truncation;
  const bound =
    lowerBound === null
      ? ''
      : ` Every path to the target has at least length ${significant(lowerBound, 4)}, by its entanglement.`;
  return [
    `The circuit was run as a matrix-product state of bonds up to ${bond} of ${limits.bond}; ${infidelityText(discarded)} of its weight was cut, so that its infidelity is at most ${infidelityText(upperBound)}.${bound}`,
  ];
}

/** That last digits do not repeat, where the order of contraction improved. */
export function orderNotes({ contraction }: TrainingRecord): readonly string[] {
  if (contraction === undefined) return [];
  const { order, improvements } = contraction;
  return [
    `The order of contraction improved during the training (${improvements} better ${improvements === 1 ? 'one' : 'ones'} found, at the end: ${order}): last digits differ from run to run.`,
  ];
}

/** What the infidelity is measured against, where that is not the target itself. */
export function comparisonNotes({ network, target }: Problem): readonly string[] {
  const fermions = fermionsOf(target);
  if (fermions === null || network.kind !== 'network' || networkPointOf(target) === null) return [];
  const { error = 0 } = chainOfFermions(fermions) ?? {};
  return [
    `The infidelity is that from a matrix-product state of the target, which misses about ${significant(error, 1)}.`,
  ];
}

/** Quantum Fisher information of the trained parameters: spectrum, rank, resolution. */
export function fisherStage({ fisher }: Experiment, { network, theta }: Trained): Noted<FisherSpectrum | null> {
  if (!fisher) return LEFT_OUT;
  const entries = 2 * sizeOf(siteDimensions(network)) * environmentDimension(network) * theta.length;
  if (entries > LARGEST_TANGENTS || theta.length === 0) {
    const note =
      theta.length === 0
        ? 'No Fisher information: the network has no parameters left.'
        : `No Fisher information: ${theta.length} tangents ${sizeText(entries)}, at most 1 GiB is used.`;
    return { value: null, notes: [note] };
  }
  return { value: fisherSpectrum(quantumFisherInformation(network, theta)), notes: [] };
}

const sizeText = (numbers: number): string =>
  numbers > 2 ** 50 ? 'of this many sites are out of reach' : `need ${(numbers / 2 ** 27).toPrecision(2)} GiB`;

/** The picture that the trained network makes, if the target is a picture. */
export function pictureStage({ target }: Problem, { network, theta }: Trained): PictureRecord | null {
  const pure = asPure(target);
  if (pure?.picture === undefined) return null;
  const moduli = ({ length, interleaved }: ComplexVector): readonly number[] =>
    Array.from({ length }, (_, k) => Math.hypot(interleaved[2 * k]!, interleaved[2 * k + 1]!));
  return { ...pure.picture, target: moduli(pure.amplitudes), generated: moduli(stateVector(network, theta)) };
}

/** The trained network read as a geometry. */
export function bulkStage(
  { bulk }: Experiment,
  { target }: Problem,
  { network, theta }: Trained,
): Noted<BulkGeometry | null> {
  if (!bulk) return LEFT_OUT;
  const { value, notes } = bulkGeometry(network, theta, entropiesLikeTarget(network, theta, target));
  const apart = fermionsOf(target)?.regions === 'modes' && fermionNegativeLog(network, target) === null;
  return { value, notes: apart ? [...notes, MODES_AND_QUBITS] : notes };
}

/**
 * Entropies and distances of the target, to be shown beside those of the learned state; null beyond 2¹⁴ amplitudes,
 * unless the target is a network, a stabiliser state, a Gaussian or a symmetric one.
 */
export function targetStage({ bulk }: Experiment, { target }: Problem): BoundaryGeometry | null {
  const isLarge = sizeOf(target.dimensions) > LARGEST_TARGET;
  const isRead = [stabilisersOf, fermionsOf, symmetricOf, networkPointOf].some((given) => given(target) !== null);
  return bulk && (isRead || !isLarge) ? boundaryGeometry(regionEntropies(target)).value : null;
}

/** The shape of the boundary's distances, the curvature of the bulk, and what can be inferred of it. */
export function shapeStage(
  bulk: BulkGeometry | null,
  trained: Trained,
  geodesic: GeodesicRecord | null,
): Noted<ShapeRecord | null> {
  if (bulk === null) return LEFT_OUT;
  const boundary = boundaryShape(bulk.distances);
  const seen = seenMaps(bulk, trained);
  const curvature = bulkCurvature(bulk);
  const value = {
    boundary: boundary.value,
    ...seen.value,
    recovered: recoveredMap(trained),
    curvature: curvature.value,
    path: geodesic === null ? null : pathMap(geodesic, trained),
  };
  return { value, notes: [boundary, seen, curvature].flatMap(({ notes }) => notes) };
}

/** What the end of the geodesic of a pure state determines about its slices; null if that is out of reach. */
function pathMap({ words, velocity, mixed }: GeodesicRecord, { network }: Trained): PathRecord | null {
  const parameters = words.length * velocity.length;
  const amplitudes = 2 ** (words[0]?.length ?? 0);
  if (mixed != null || parameters === 0 || parameters ** 2 * amplitudes > LARGEST_PATH) return null;
  const own = network.kind === 'network' ? undefined : network.reference;
  const reference = own === undefined ? {} : { reference: own };
  const { information, rank } = pathInferability({ words, velocity, ...reference }, undefined, 1);
  return { words, information, rank };
}

/** How the geometry answers a disturbance of the state. */
export function gravityStage({ bulk, gravity }: Experiment, { network, theta }: Trained): Noted<GravityShadow | null> {
  return bulk && gravity ? gravityShadow(network, theta) : LEFT_OUT;
}

/**
 * The geometries of a curve as a history of space, beside the light cones of the curve's Hamiltonian or, without one,
 * of the circuit that was learned last; null for a single state, or without bulk.
 */
export function overTimeStage(
  { curve }: Experiment,
  points: readonly RunPoint[],
  context: { readonly read: (path: string) => Uint8Array },
): SpaceOverTime | null {
  const geometries = points.flatMap(({ time, bulk }) => {
    if (time === null || bulk === null || bulk.distances.length === 0) return [];
    return [{ time, mutualInformation: bulk.mutualInformation, distances: bulk.distances }];
  });
  const last = points.at(-1);
  if (curve === undefined || last === undefined || geometries.length < points.length) return null;
  const { hamiltonian } = curve as { readonly hamiltonian?: HamiltonianSpec };
  const realTime = curve.name === 'quench' && hamiltonian !== undefined;
  const { network } = last.training;
  const evolution = realTime
    ? hamiltonianOfSpec(hamiltonian, last.target.dimensions.length, context)
    : asCircuit(network);
  return spaceOverTime(geometries, evolution);
}

/** What can be inferred about each place of the bulk from the whole boundary, and from its first half alone. */
function seenMaps(
  { nodes, boundary }: BulkGeometry,
  { network, theta }: Trained,
): Noted<Pick<ShapeRecord, 'seen' | 'seenFromHalf'>> {
  const tangents = 2 * sizeOf(siteDimensions(network)) * environmentDimension(network) * theta.length;
  const small = tangents <= LARGEST_MAP.tangents && theta.length <= LARGEST_MAP.parameters;
  const placed = nodes.every(({ site, depth }) => Number.isFinite(site) && Number.isFinite(depth));
  if (!small || !placed || theta.length === 0) {
    const reason = small ? 'it has no parameters' : `${theta.length} parameters of a state this large are out of reach`;
    return {
      value: { seen: null, seenFromHalf: null },
      notes: [`No map of what is seen of the bulk: ${reason}.`],
    };
  }
  const half = Array.from({ length: Math.floor(boundary.length / 2) }, (_, site) => site);
  const value = {
    seen: inferabilityMap(network, inferability(network, theta)),
    seenFromHalf: half.length === 0 ? null : inferabilityMap(network, inferability(network, theta, half)),
  };
  return { value, notes: [] };
}

/** Most qubits on which a gate acts. */
const mostWires = (network: Circuit | BlockCircuit): number =>
  network.kind === 'circuit'
    ? Math.max(0, ...network.gates.map(({ word }) => support(word).length))
    : Math.max(0, ...network.gates.map(({ sites }) => sites.length));

/**
 * What the first half of the boundary recovers of each place; null for networks that are not circuits or are too large.
 */
function recoveredMap({ network, theta }: Trained): ShapeRecord['recovered'] {
  if (network.kind === 'network') return null;
  const amplitudes = sizeOf(siteDimensions(network)) * environmentDimension(network);
  const rotations = network.gates.length * (network.kind === 'circuit' ? 1 : 18);
  if (network.gates.length * rotations * amplitudes > LARGEST_RECOVERY) return null;
  if (mostWires(network) > 2) return null;
  const half = Array.from({ length: Math.floor(network.qubits / 2) }, (_, site) => site);
  return recoverabilityMap(network, theta, half);
}
