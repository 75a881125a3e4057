/** @file What a worker can be asked to do, what it tells meanwhile, and what it gives at the end. */

import type { BoundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import type { BulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { HistoryRow } from '../../src/record/run-record.ts';
import type { Answer } from '../../train/compute/compute.ts';

/** Files by name that an experiment or a request may read: OpenQASM circuits, amplitudes in JSON. */
export type Files = Readonly<Record<string, string>>;

/** What a training tells after some of its steps. */
export interface TrainingNews {
  readonly stage: string;
  readonly message: string;
  /** The lines of the training curve since the last news. */
  readonly rows: readonly HistoryRow[];
  /** Length of the circuit on the metric at the last of these lines; null where it has none. */
  readonly length: number | null;
  /** The network in training; null while it is the one told before. */
  readonly network: GenerativeNetwork | null;
  /** Its parameters; null outside of the training. */
  readonly theta: Float64Array | null;
}

/** A search for a geodesic so far. */
export interface GeodesicNews {
  readonly message: string;
  /** √(2·energy) of the present path. */
  readonly length: number;
}

/** A shortest path that was found. */
export interface FoundGeodesic {
  readonly length: number;
  readonly lowerBound: number;
  readonly status: string;
  readonly infidelity: number;
  readonly words: readonly string[];
  /** h[k][P], slice by slice. */
  readonly velocity: readonly (readonly number[])[];
}

/** A target as it is shown beside its network. */
export interface ShownTarget {
  readonly name: string;
  readonly dimensions: readonly number[];
  /** Interleaved; null of mixed states. */
  readonly amplitudes: Float64Array | null;
  readonly geometry: BoundaryGeometry;
  /** What computes: the compiled engine, or its twin and why. */
  readonly engine: string;
}

/** The tasks by name. */
export interface Tasks {
  /** Carries out an experiment as the command line does, and gives its record as JSON. */
  readonly experiment: {
    readonly asked: { readonly experiment: unknown; readonly files: Files };
    readonly news: TrainingNews;
    readonly found: { readonly record: string };
  };
  /** The shortest path to the target of an experiment, on its metric. */
  readonly geodesic: {
    readonly asked: { readonly experiment: unknown; readonly files: Files; readonly slices: number };
    readonly news: GeodesicNews;
    readonly found: FoundGeodesic;
  };
  /** The target of an experiment: its amplitudes, if it has few, and the entropies of its regions. */
  readonly target: {
    readonly asked: { readonly experiment: unknown; readonly files: Files };
    readonly news: never;
    readonly found: ShownTarget;
  };
  /** The geometry of a network at its parameters. */
  readonly geometry: {
    readonly asked: { readonly network: GenerativeNetwork; readonly theta: Float64Array };
    readonly news: never;
    readonly found: BulkGeometry;
  };
  /** A network of the catalogue at random parameters, and its geometry. */
  readonly network: {
    readonly asked: { readonly network: unknown };
    readonly news: never;
    readonly found: NetworkPoint<GenerativeNetwork> & { readonly geometry: BulkGeometry };
  };
  /** The answer to a request in JSON. */
  readonly request: {
    readonly asked: { readonly request: unknown; readonly files: Files };
    readonly news: { readonly message: string };
    readonly found: Answer;
  };
  /** The report of a record, as the markup of its page, or what is wrong with the file. */
  readonly report: {
    readonly asked: { readonly text: string };
    readonly news: never;
    readonly found: { readonly title: string; readonly main: string };
  };
}

export type TaskName = keyof Tasks;

/** Limits of one turn of a task: it ends after so many steps, or with the first step after so many milliseconds. */
export interface Turn {
  readonly steps: number;
  readonly milliseconds: number;
}

/** What the page says to its worker. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly id: number; readonly name: TaskName; readonly asked: unknown }
  | { readonly kind: 'turn'; readonly id: number; readonly turn: Turn }
  | { readonly kind: 'end'; readonly id: number };

/** What the worker replies, once to each turn. */
export type FromWorker =
  | { readonly kind: 'news'; readonly id: number; readonly steps: number; readonly news: unknown }
  | {
      readonly kind: 'found';
      readonly id: number;
      readonly steps: number;
      readonly news: unknown;
      readonly found: unknown;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
