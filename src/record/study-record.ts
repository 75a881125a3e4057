/**
 * @file The result of a study: an answer to a question of the paper, as tables, charts and graphs in plain data, with
 * the checks that the numbers passed and a verdict on each of the paper's statements.
 */

import type { Circuit } from '../circuit/circuit.ts';
import type { MorphExhibit, PicturesExhibit } from './picture-exhibits.ts';
import type { RecordHead } from './run-record.ts';

export type {
  MorphExhibit,
  MorphFrame,
  MorphLine,
  MorphRow,
  PictureGroup,
  PicturesExhibit,
} from './picture-exhibits.ts';

/** Version of the record's layout; it changes when a field changes its meaning. */
export const STUDY_SCHEMA = 'bulkweave/study-record/1';

/** What `bulkweave run` writes for an experiment that is a study. */
export interface StudyRecord extends RecordHead {
  readonly schema: typeof STUDY_SCHEMA;
  readonly findings: Findings;
}

/** The outcome of a study. Texts are plain, with indices as h_{P}. */
export interface Findings {
  readonly title: string;
  /** What is asked, and where the paper asks it. */
  readonly question: string;
  /** What was found, in a few sentences. */
  readonly answer: string;
  readonly sections: readonly StudySection[];
  readonly checks: readonly Check[];
  readonly verdicts: readonly Verdict[];
}

/** A part of the page. */
export interface StudySection {
  readonly heading: string;
  readonly text: string;
  /** Where the reading of these numbers as space, time or gravity is not derived. */
  readonly label?: 'analogy';
  readonly exhibits: readonly Exhibit[];
}

/** Something to be shown. The first sentence of a caption names it. */
export type Exhibit =
  | TableExhibit
  | ChartExhibit
  | HeatMapExhibit
  | GraphExhibit
  | CircuitExhibit
  | DiskExhibit
  | TowerExhibit
  | ScaleExhibit
  | MapExhibit
  | PicturesExhibit
  | MorphExhibit;

export interface TableExhibit {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  /** Numbers are shown to four digits; null is shown as a dash. */
  readonly rows: readonly (readonly (string | number | null | ShortenedText)[])[];
}

/** A text that is too long for a cell, and what is shown of it. */
export interface ShortenedText {
  readonly shown: string;
  readonly whole: string;
}

export interface ChartExhibit {
  readonly kind: 'chart';
  readonly caption: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  /** Horizontal lines with a name. */
  readonly levels?: readonly { readonly y: number; readonly name: string }[];
}

export interface ChartAxis {
  /** Quantity and unit. */
  readonly label: string;
  readonly kind: 'linear' | 'log';
  /** Values that the axis must include. */
  readonly include?: readonly number[];
}

export interface ChartSeries {
  readonly name: string;
  readonly mark: 'line' | 'dash' | 'points' | 'hollow' | 'line-and-points';
  /** Points (x, y); a null y is left out. */
  readonly points: readonly (readonly [number, number | null])[];
}

export interface HeatMapExhibit {
  readonly kind: 'heat-map';
  readonly caption: string;
  readonly quantity: string;
  readonly rowsLabel: string;
  readonly columnsLabel: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  /** Values at which lines are drawn over the colours. */
  readonly contours?: readonly number[];
}

export interface GraphExhibit {
  readonly kind: 'graph';
  readonly caption: string;
  /** What the width of an edge shows. */
  readonly quantity: string;
  /** Places in the unit square, y upwards; without places the nodes stand on a circle. */
  readonly nodes: readonly { readonly name: string; readonly at?: readonly [number, number] }[];
  /** Indices of nodes; the width grows with the weight, which is ≥ 0. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
}

export interface CircuitExhibit {
  readonly kind: 'circuit';
  readonly caption: string;
  readonly circuit: Circuit;
  readonly theta: readonly number[];
}

/** The hyperbolic plane as Poincaré's disk. What is given a name is in the legend; all segments are geodesics. */
export interface DiskExhibit {
  readonly kind: 'disk';
  readonly caption: string;
  /** Points inside the unit circle, to which the rest refers by index. */
  readonly places: readonly (readonly [x: number, y: number])[];
  /** Polygons: the corners of each tile, in order around it. */
  readonly tiles?: readonly (readonly number[])[];
  /** Sets of tiles, as wedges; a tile in several of them is drawn in the last. */
  readonly shades?: readonly { readonly name: string; readonly tiles: readonly number[] }[];
  /** Open sides in order around the boundary, counter-clockwise: a leg leaves through each. */
  readonly legs?: readonly (readonly [number, number])[];
  /** Sets of legs, as arcs around the disk. */
  readonly regions?: readonly { readonly name: string; readonly legs: readonly number[] }[];
  readonly lines?: readonly DiskLines[];
  /** Points to be seen; numbered ones are coloured from the first to the last. */
  readonly points?: readonly { readonly at: number; readonly name: string }[];
  /** Circles around the centre at a hyperbolic distance, in units of the radius of curvature. */
  readonly rings?: readonly { readonly distance: number; readonly name: string }[];
}

/** Geodesic segments of one kind. */
export interface DiskLines {
  readonly name: string;
  readonly mark: 'line' | 'dash' | 'thick';
  /** Indices of places. */
  readonly segments: readonly (readonly [number, number])[];
  /** Widths of the segments, ≥ 0 and relative to the greatest: a domain wall. */
  readonly weights?: readonly number[];
}

/** Spectra beside each other as levels, against the lines where theory has them: a tower of scaling dimensions. */
export interface TowerExhibit {
  readonly kind: 'tower';
  readonly caption: string;
  /** Quantity and unit of the levels. */
  readonly quantity: string;
  /** What tells the columns apart: bond dimension, number of modes. */
  readonly columnsLabel: string;
  readonly columns: readonly string[];
  readonly sectors: readonly TowerSector[];
}

/** One sector: local operators, twisted ones. */
export interface TowerSector {
  readonly name: string;
  /** The levels of each column, in any order; a degenerate one as often as it occurs. */
  readonly levels: readonly (readonly number[])[];
  /** Where theory has them; 'σ', 'ε ×2'. */
  readonly expected: readonly { readonly value: number; readonly name: string }[];
}

/** A network drawn by scale, the boundary below and coarser above: a tree, a MERA. */
export interface ScaleExhibit {
  readonly kind: 'scale';
  readonly caption: string;
  /** Number of boundary sites. */
  readonly sites: number;
  /** Whether site 0 is the neighbour of the last: lines that are shorter around the ring leave the picture at its sides. */
  readonly ring?: boolean;
  readonly nodes: readonly ScaleNode[];
  /** Bonds, as indices of nodes. */
  readonly bonds: readonly (readonly [number, number])[];
  /** Legs at the boundary: node and site. */
  readonly legs: readonly (readonly [node: number, site: number])[];
  /** A set of nodes, shaded with the bonds between them: a causal cone. */
  readonly cone?: { readonly name: string; readonly nodes: readonly number[] };
  /** Sites at the boundary that are marked. */
  readonly region?: { readonly name: string; readonly sites: readonly number[] };
  /** What the colours show; without it there are none. */
  readonly quantity?: string;
}

export interface ScaleNode {
  readonly name: string;
  readonly shape: 'disentangler' | 'isometry' | 'tensor';
  /** Across, in units of the boundary sites. */
  readonly site: number;
  /** Height above the boundary, > 0. */
  readonly depth: number;
  readonly value?: number | null;
}

/** Values by layer and place: rows of different lengths, each over the whole width. Signs are told apart by the colours. */
export interface MapExhibit {
  readonly kind: 'map';
  readonly caption: string;
  readonly quantity: string;
  readonly rowsLabel: string;
  readonly columnsLabel: string;
  readonly rows: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** The basis of the expected value. */
export type Basis = 'closed form' | 'published value' | 'independent computation' | 'theorem';

/** A number that the study must get right; one that fails makes the run fail. */
export interface Check {
  readonly statement: string;
  readonly basis: Basis;
  readonly computed: number;
  /** 'equals' within the tolerance, or 'at most' and 'at least' up to it. */
  readonly relation: 'equals' | 'at most' | 'at least';
  readonly expected: number;
  readonly tolerance: number;
  readonly passed: boolean;
}

/** |computed − expected| ≤ tolerance. */
export function equals(statement: string, basis: Basis, computed: number, expected: number, tolerance: number): Check {
  const passed = Math.abs(computed - expected) <= tolerance;
  return { statement, basis, computed, relation: 'equals', expected, tolerance, passed };
}

/** computed ≤ expected + tolerance. */
export function atMost(statement: string, basis: Basis, computed: number, expected: number, tolerance = 0): Check {
  const passed = computed <= expected + tolerance;
  return { statement, basis, computed, relation: 'at most', expected, tolerance, passed };
}

/** computed ≥ expected − tolerance. */
export function atLeast(statement: string, basis: Basis, computed: number, expected: number, tolerance = 0): Check {
  const passed = computed >= expected - tolerance;
  return { statement, basis, computed, relation: 'at least', expected, tolerance, passed };
}

/** What the numbers say of a statement of the paper. It may fail without the study failing. */
export interface Verdict {
  /** The statement, in the paper's sense. */
  readonly statement: string;
  /** Section of the paper: 'III.E'. */
  readonly source: string;
  readonly verdict: 'holds' | 'holds in part' | 'fails' | 'analogy';
  /** The numbers that decide. */
  readonly because: string;
}
