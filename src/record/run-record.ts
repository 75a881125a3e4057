/** @file The result of a run: one JSON record, enough to draw every picture and to repeat the run. */

import type { BoundaryGeometry } from '../bulk/boundary-geometry.ts';
import type { BoundaryShape } from '../bulk/boundary-shape.ts';
import type { BondCurvature } from '../bulk/bulk-curvature.ts';
import type { BulkGeometry } from '../bulk/bulk-geometry.ts';
import type { InferabilityMap } from '../bulk/inferability-map.ts';
import type { SpaceOverTime } from '../bulk/space-over-time.ts';
import type { OrderInUse } from '../circuit/circuit-contraction.ts';
import type { PathComparison } from '../comparison/path-comparison.ts';
import type { FisherSpectrum } from '../fisher/fisher-spectrum.ts';
import type { BlockTruncation } from '../generative/block-chain-infidelity.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { TargetState } from '../generative/target-state.ts';
import type { MixedGeodesic } from '../geodesic/mixed/mixed-certificate.ts';
import type { SlicedGeodesic } from '../geodesic/state/state-geodesic.ts';
import type { GravityShadow } from '../gravity/gravity-shadow.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { Result } from '../solution.ts';
import type { LikenessRecord, PictureRecord } from './likeness-record.ts';
import type { LowerBoundsRecord } from './lower-bounds-record.ts';

/** Version of the record's layout; it changes when a field changes its meaning. */
export const RECORD_SCHEMA = 'bulkweave/run-record/1';

/** One line of the training curve. */
export interface HistoryRow {
  readonly step: number;
  /** Which part of the training: 'start 2', 'penalty 0.01', 'prune', 'polish' … */
  readonly phase: string;
  readonly loss: number;
  readonly infidelity: number;
  /** The complexity term before its weight; null while it is not evaluated. */
  readonly complexity: number | null;
  readonly gradientNorm: number;
}

/** A gate that was added to a growing circuit. */
export interface GrowthRow {
  /** Number of gates, this one included. */
  readonly gates: number;
  readonly word: string;
  /** How many gates act before it. */
  readonly position: number;
  /**
   * Slope of the infidelity per cost √w for which it was chosen; 0 for a half turn or a random gate that left a
   * plateau.
   */
  readonly perCost: number;
  /** Infidelity and complexity after retraining; the complexity null if a gate is no path of the metric. */
  readonly infidelity: number;
  readonly complexity: number | null;
}

/** A circuit of blocks that a training came by: its gates, its length, and how far its state is from the target. */
export interface FrontRow {
  /** The phase of the training that it ends. */
  readonly phase: string;
  /** Blocks on two qubits or more. */
  readonly gates: number;
  /** Layers of blocks on different qubits. */
  readonly layers: number;
  /** √Σ|H_g|² summed over the layers, on the metric of the training. */
  readonly length: number;
  readonly infidelity: number;
}

/** The trained network. */
export interface TrainingRecord {
  readonly network: GenerativeNetwork;
  readonly theta: readonly number[];
  readonly infidelity: number;
  /** null if the network is no path of the metric (it has a word of infinite weight): its complexity is infinite. */
  readonly complexity: { readonly name: string; readonly value: number | null };
  readonly result: Result;
  /** Infidelity that each start reached. */
  readonly starts: readonly number[];
  /** How the circuit grew, gate by gate; absent if all its gates were given. */
  readonly growth?: readonly GrowthRow[];
  /** Circuits of blocks on the way that no other beats in gates, length and infidelity together, by number of gates. */
  readonly front?: readonly FrontRow[];
  /** Of blocks run on a chain: what the cuts of bonds can hide; least length of any path to the target, null if unknown. */
  readonly truncation?: BlockTruncation & { readonly lowerBound: number | null };
  /** Where the order of contraction improved, so that last digits do not repeat: the one at the end. Else absent. */
  readonly contraction?: Pick<OrderInUse, 'order' | 'improvements'>;
  /** Gates before and after pruning; null for networks that are not circuits. */
  readonly gates: { readonly before: number; readonly after: number } | null;
  readonly history: readonly HistoryRow[];
}

/** The state geodesic on the metric of the training, beside the learned circuit. */
export interface GeodesicRecord extends Omit<SlicedGeodesic, 'uncertainty'> {
  /** How much the length may be off for a path to the target itself; null where not known. Absent before version 0.2. */
  readonly uncertainty?: number | null;
  readonly result: Result;
  /**
   * The trained circuit on the same metric: its length gate after gate, Σ √w |a| / 2, with commuting gates at the same
   * time, and the excess of the latter over the geodesic; null if the network is no circuit or no path of the metric.
   */
  readonly learned: { readonly length: number; readonly layeredLength: number; readonly excess: number } | null;
  /** Everything that can be compared between the two; null where `learned` is. Absent in records before version 0.2. */
  readonly comparison?: PathComparison | null;
  /** The geodesic near the path, by shooting; null if none was polished. Absent in records before version 0.2. */
  readonly polished?: PolishedRecord | null;
  /** For a mixed state: the diagonal state that the path starts from, and what the length depends on; else null. */
  readonly mixed?: MixedRecord | null;
  /**
   * The lower bounds by each argument, `lowerBound` being the greatest; those by observables with all that
   * `verifiedObservableBound` and its like take. null for mixed states. Absent in records before version 0.2.
   */
  readonly lowerBounds?: LowerBoundsRecord | null;
  /**
   * What was found in sectors of symmetric states; null where none were searched. With more than 8 qubits the path is given there
   * alone, and `words` is empty. Absent in records before version 0.2.
   */
  readonly sector?: SectorRecord | null;
  /** What was found in the sector of a ring, where it was asked for. Absent otherwise. */
  readonly ring?: RingRecord;
  /** Of a Gaussian state of many qubits: the path is the shortest Gaussian one found. Absent otherwise. */
  readonly gaussian?: GaussianPathRecord;
}

/** What a path has that is the shortest among Gaussian ones. */
export interface GaussianPathRecord {
  /** The letter S of the Jordan–Wigner strings: the path begins in the product state with S = 1 on every qubit. */
  readonly string: 'X' | 'Y' | 'Z';
  /** Whether only words were used that keep real states real. */
  readonly real: boolean;
  /** √Σ(1 − F) over pairs of modes at the end, no less than √(1 − F). */
  readonly residual: number;
  /** No Gaussian path in these words is shorter. */
  readonly lowerBound: number;
  /** Directions of the second variation that shorten the path; null where they were not counted. */
  readonly negative: number | null;
}

/** The shortest path found in sectors of permutation-symmetric states. */
export interface SectorRecord {
  /** Numbers of qubits within which the path is symmetric, and which qubits they are. */
  readonly blocks: readonly number[];
  readonly qubits: readonly (readonly number[])[];
  /** Symmetric states of the sector. */
  readonly dimension: number;
  /** Whether only words with an odd number of Y, or those that flip an even number of qubits, were allowed. */
  readonly real: boolean;
  readonly parity: boolean;
  /** Sums of words with a common coefficient, and how many words each has. */
  readonly controls: readonly { readonly name: string; readonly words: number }[];
  /** h[k][a], slice by slice from the reference on: the coefficient of each word of a control. */
  readonly velocity: readonly (readonly number[])[];
  /** Of the geodesic where it is polished, else of the sliced path. */
  readonly length: number;
  /** √(1 − F) at its end. */
  readonly residual: number;
  readonly polished: boolean;
  /** Limit of the sliced lengths for an error in 1/K²; null where K and 2K slices are not on one sheet. */
  readonly extrapolated: number | null;
  /** All sectors that were searched. */
  readonly searched: readonly {
    readonly blocks: readonly number[];
    readonly length: number;
    readonly residual: number;
    readonly status: string;
  }[];
  /** The Morse index among all paths by representations of the permutations; null where it was not counted. */
  readonly index: {
    readonly index: number;
    readonly nullity: number;
    readonly parts: readonly {
      readonly blocks: readonly number[];
      readonly dimension: number;
      readonly negative: number;
      readonly zero: number;
      readonly lowest: number;
    }[];
  } | null;
  /** What the path is worth, in words. */
  readonly certificate: string;
  /** Whether the record's path is this one; false where the search among all paths has found a shorter one. */
  readonly shortest: boolean;
}

/** The shortest path found among those that translations of a ring leave as they are. */
export interface RingRecord {
  /** Sites of a cell: translations by whole cells count. */
  readonly cell: number;
  readonly reflection: boolean;
  /** Whether only words with an odd number of Y, or those that flip an even number of qubits, were allowed. */
  readonly real: boolean;
  readonly parity: boolean;
  /** Invariant states. */
  readonly dimension: number;
  /** Sums of words with a common coefficient, by the first of them, and how many words each has. */
  readonly controls: readonly { readonly name: string; readonly words: number }[];
  /** Of the geodesic where it is polished, else of the sliced path. */
  readonly length: number;
  /** √(1 − F) at its end. */
  readonly residual: number;
  readonly polished: boolean;
  /** Limit of the sliced lengths for an error in 1/K²; null where K and 2K slices are not on one sheet. */
  readonly extrapolated: number | null;
  /** Whether the record's path is this one; false where the search among all paths has found a shorter one. */
  readonly shortest: boolean;
}

/** A geodesic that shooting has found near a sliced path. */
export interface PolishedRecord {
  readonly length: number;
  /** Distance of its end from the target. */
  readonly residual: number;
  /** How much the length may be off for a path to the target itself; null where not known. Absent before version 0.2. */
  readonly uncertainty?: number | null;
  /** Conjugate points before its end; null if they were not counted. */
  readonly conjugatePoints: number | null;
}

/** What a geodesic to a mixed state has beyond one to a pure state. */
export type MixedRecord = Pick<
  MixedGeodesic,
  'spectrum' | 'eigenspaces' | 'gap' | 'distance' | 'costateResidual' | 'orderings'
>;

/** The shape of boundary and bulk; each part null if it is out of reach. */
export interface ShapeRecord {
  readonly boundary: BoundaryShape | null;
  /** What the whole boundary says about each place of the bulk, depth by site. */
  readonly seen: InferabilityMap | null;
  /** What sites 0 … ⌊n/2⌋ − 1 alone say. */
  readonly seenFromHalf: InferabilityMap | null;
  /** Share of what enters the bulk at each place that these sites recover, depth by site; null for other networks. */
  readonly recovered: readonly (readonly (number | null)[])[] | null;
  readonly curvature: readonly BondCurvature[] | null;
  /**
   * What the state at its end says about the geodesic; null without one, or out of reach. Absent before version 0.2.
   */
  readonly path?: PathRecord | null;
}

/** How well the coefficients of a path of Hamiltonians can be read from the state at its end. */
export interface PathRecord {
  readonly words: readonly PauliWord[];
  /** F_kk of the coefficient of each word in each slice, shape (slices, words). */
  readonly information: readonly (readonly number[])[];
  readonly rank: number;
}

/** One target: the whole record of a run on a single state, one of many on a curve. */
export interface RunPoint {
  readonly time: number | null;
  readonly target: Pick<TargetState, 'name' | 'kind' | 'dimensions'>;
  readonly training: TrainingRecord;
  readonly geodesic: GeodesicRecord | null;
  readonly fisher: FisherSpectrum | null;
  readonly bulk: BulkGeometry | null;
  /** null without bulk. */
  readonly shape: ShapeRecord | null;
  /** Entropies and distances of the target itself; null without bulk, or out of reach. Absent before version 0.2. */
  readonly targetGeometry?: BoundaryGeometry | null;
  /** How the geometry answers a disturbance; null without bulk, or where the state is too large. */
  readonly gravity: GravityShadow | null;
  /** Target and learned state beside each other. Absent in earlier records. */
  readonly likeness?: LikenessRecord;
  /** null unless the target is a picture. */
  readonly picture: PictureRecord | null;
  /** Why stages were left out, if any were. */
  readonly notes: readonly string[];
}

/** A file that the experiment names: what was in it. */
export interface InputFile {
  /** As the experiment names it. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The contents, of files of at most 64 KiB. */
  readonly base64?: string;
}

/** What every record begins with: how it was made, enough to make it again. */
export interface RecordHead {
  readonly versions: Readonly<Record<string, string>>;
  readonly backend: string;
  readonly startedAt: string;
  readonly seconds: number;
  /** The experiment as it was run, all defaults filled in. */
  readonly experiment: { readonly name: string; readonly seed: number } & Readonly<Record<string, unknown>>;
  /** The files that the experiment names; absent if it names none, and in records before version 0.2. */
  readonly inputs?: readonly InputFile[];
}

/** What `bulkweave run` writes for an experiment that trains a network. */
export interface RunRecord extends RecordHead {
  readonly schema: typeof RECORD_SCHEMA;
  readonly points: readonly RunPoint[];
  /** The geometries of a curve as a history of space; null for a single state, or without bulk. */
  readonly overTime: SpaceOverTime | null;
}
