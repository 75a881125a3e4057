/** @file What a run leaves behind: one JSON record, enough to draw every picture and to repeat the run. */

import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { Result } from '../solution.ts';
import type { Nats } from '../units.ts';

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

/** The trained network. */
export interface TrainingRecord {
  readonly network: GenerativeNetwork;
  readonly theta: readonly number[];
  readonly infidelity: number;
  /** null: the network is no path of the metric (a word of infinite weight), its complexity is infinite. */
  readonly complexity: { readonly name: string; readonly value: number | null };
  readonly result: Result;
  /** Infidelity that each start reached. */
  readonly starts: readonly number[];
  /** Gates before and after pruning; null for networks that are not circuits. */
  readonly gates: { readonly before: number; readonly after: number } | null;
  readonly history: readonly HistoryRow[];
}

/** The state geodesic by the direct method, on the metric of the training. */
export interface GeodesicRecord {
  /** Words that may be used, and the coefficients h[k][P] of each slice. */
  readonly words: readonly string[];
  readonly velocity: readonly (readonly number[])[];
  readonly slices: number;
  readonly length: number;
  readonly energy: number;
  readonly infidelity: number;
  /** max F / min F − 1 over the slices; 0 on a geodesic. */
  readonly speedVariation: number;
  /** Length with half as many slices, for the convergence in 1/K². */
  readonly coarseLength: number;
  readonly lowerBound: number;
  readonly status: string;
  readonly result: Result;
  /** Length found from each start. */
  readonly starts: readonly number[];
  /**
   * The trained circuit on the same metric: its length gate after gate, Σ √w |a| / 2, with commuting gates at the same
   * time, and the excess of the latter over the geodesic; null if the network is no circuit or no path of the metric.
   */
  readonly learned: { readonly length: number; readonly layeredLength: number; readonly excess: number } | null;
}

/** Information geometry at the trained parameters. */
export interface FisherRecord {
  readonly parameters: number;
  /** Eigenvalues of the quantum Fisher information F = 4 Re Q, descending. */
  readonly eigenvalues: readonly number[];
  readonly rank: number;
  /** Eigenvalues below this fraction of the greatest count as zero. */
  readonly threshold: number;
  /** √(F⁺)_kk for each parameter, in units of the parameter; null where it cannot be inferred at all. */
  readonly resolution: readonly (number | null)[];
}

/** A tensor of the network as a point of the bulk. */
export interface BulkNode {
  readonly id: string;
  /** Position for drawing, sites to the right, depth downwards; the boundary is at depth 0. */
  readonly site: number;
  readonly depth: number;
  /** Σ F_kk over the node's parameters: how visible the node is from the boundary. */
  readonly information: number;
}

/** A bond of the network: `to` is null for a boundary leg. */
export interface BulkEdge {
  readonly leg: string;
  readonly from: string;
  readonly to: string | null;
  /** log of the bond dimension. */
  readonly capacity: Nats;
  /** Entanglement entropy carried by the bond. */
  readonly entropy: Nats;
}

/** Entropy of a contiguous boundary region against the minimal cut that separates it. */
export interface RegionCut {
  readonly start: number;
  readonly length: number;
  readonly entropy: Nats;
  /** Least Σ log(bond dimension) of a cut: an upper bound of the entropy, always. */
  readonly cut: Nats;
  readonly legs: readonly string[];
}

/** The network read as a geometry. */
export interface BulkRecord {
  readonly nodes: readonly BulkNode[];
  readonly edges: readonly BulkEdge[];
  readonly boundary: readonly string[];
  readonly cuts: readonly RegionCut[];
  /** I(a:b) between boundary sites. */
  readonly mutualInformation: readonly (readonly Nats[])[];
  /** −log(I(a:b)/I_max), the distance of Cao, Carroll & Michalakis; null where I vanishes. */
  readonly distances: readonly (readonly (number | null)[])[];
}

/** A picture and its reconstruction, as moduli of amplitudes, row by row. */
export interface PictureRecord {
  readonly rows: number;
  readonly columns: number;
  readonly target: readonly number[];
  readonly generated: readonly number[];
}

/** One target: the whole record of a run on a single state, one of many on a curve. */
export interface RunPoint {
  readonly time: number | null;
  readonly target: { readonly name: string; readonly kind: string; readonly dimensions: readonly number[] };
  readonly training: TrainingRecord;
  readonly geodesic: GeodesicRecord | null;
  readonly fisher: FisherRecord | null;
  readonly bulk: BulkRecord | null;
  /** null unless the target is a picture. */
  readonly picture: PictureRecord | null;
  /** Why a stage was left out, if it was. */
  readonly notes: readonly string[];
}

/** What `bulkweave run` writes. */
export interface RunRecord {
  readonly schema: typeof RECORD_SCHEMA;
  readonly versions: Readonly<Record<string, string>>;
  readonly backend: string;
  readonly startedAt: string;
  readonly seconds: number;
  /** The experiment as it was run, all defaults filled in. */
  readonly experiment: { readonly name: string; readonly seed: number } & Readonly<Record<string, unknown>>;
  readonly points: readonly RunPoint[];
}
