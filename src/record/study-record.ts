/**
 * @file The result of a study: an answer to a question of the paper, as tables, charts and graphs in plain data, with
 * the checks that the numbers passed and a verdict on each of the paper's statements.
 */

import type { Circuit } from '../circuit/circuit.ts';
import type { RecordHead } from './run-record.ts';

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
export type Exhibit = TableExhibit | ChartExhibit | HeatMapExhibit | GraphExhibit | CircuitExhibit;

export interface TableExhibit {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly string[];
  /** Numbers are shown to four digits; null is shown as a dash. */
  readonly rows: readonly (readonly (string | number | null)[])[];
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
