/** @file What a run has found, in the formats of other programs. */

import { writeNpy } from '../datasets/formats/npy.ts';
import { writeNpz } from '../datasets/formats/npz.ts';
import { byKind } from '../src/by-kind.ts';
import { blockDrawing } from '../src/drawing/block-drawing.ts';
import { bulkDrawing } from '../src/drawing/bulk-drawing.ts';
import { csvData } from '../src/drawing/chart-data.ts';
import { circuitDrawing } from '../src/drawing/circuit-drawing.ts';
import { circuitMap, MOST_WIRES } from '../src/drawing/circuit-map.ts';
import { exhibitFigure } from '../src/drawing/exhibit.ts';
import { networkDrawing } from '../src/drawing/network-drawing.ts';
import { DomainError } from '../src/errors.ts';
import { type GenerativeNetwork, siteDimensions, stateVector } from '../src/generative/generative-network.ts';
import { type ComplexArray, sizeOf } from '../src/linalg/complex.ts';
import type { RunPoint, RunRecord } from '../src/record/run-record.ts';
import { type Exhibit, STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';
import { DRAWING_STYLE } from '../src/report/style.ts';
import { jsonValue } from '../train/compute/result-schema.ts';
import { circuitProgram } from './circuit-program.ts';
import { itensorFile } from './itensor-export.ts';

/** What is exported: which state of a curve, which part of what was found. */
export interface Wanted {
  readonly point: number;
  readonly part: string | undefined;
}

type Content = string | Uint8Array;

/** The formats by the name of `--as`, with what each holds of a run. */
export const FORMATS: Readonly<
  Record<
    string,
    { readonly holds: string; readonly write: (record: RunRecord | StudyRecord, wanted: Wanted) => Content }
  >
> = {
  qasm: { holds: 'the learned circuit as an OpenQASM program', write: (record) => programOf(record) },
  npy: {
    holds: 'the learned state, complex128',
    write: (record, wanted) => writeNpy(stateOf(pointOf(record, wanted))),
  },
  npz: {
    holds: 'learned state, parameters, and the Hamiltonians of the geodesic',
    write: (record, wanted) => writeNpz(arraysOf(pointOf(record, wanted))),
  },
  h5: {
    holds: 'the learned state as ITensor reads it, MPS or ITensor (needs h5wasm)',
    write: (record, wanted) => {
      const point = pointOf(record, wanted);
      const { network, theta } = point.training;
      return itensorFile(network, Float64Array.from(theta), () => stateOf(point));
    },
  },
  json: {
    holds: 'the learned network with its parameters; of a study what it found',
    write: (record, wanted) => `${JSON.stringify(jsonValue(networkOf(record, wanted)), null, 2)}\n`,
  },
  svg: {
    holds: 'a picture: --part network (default) or bulk; of a study the number of an exhibit',
    write: (record, wanted) =>
      record.schema === STUDY_SCHEMA ? exhibitPicture(record, wanted) : picture(record, wanted),
  },
  csv: {
    holds: 'a table: --part training (default), cuts or geodesic; of a study the number of an exhibit',
    write: (record, wanted) => (record.schema === STUDY_SCHEMA ? exhibitTable(record, wanted) : table(record, wanted)),
  },
};

/** Most amplitudes that are written out. */
const LARGEST = 2 ** 24;

function pointOf(record: RunRecord | StudyRecord, { point }: Wanted): RunPoint {
  if (record.schema === STUDY_SCHEMA)
    throw new DomainError('export: the record of a run required, got that of a study');
  const found = record.points[point];
  if (found !== undefined) return found;
  throw new DomainError(`--point: at most ${record.points.length - 1} required, got ${point}`);
}

function programOf(record: RunRecord | StudyRecord): string {
  const program = circuitProgram(record);
  if (program !== null) return program;
  throw new DomainError('--as qasm: a run required that learned a circuit for one pure state');
}

function stateOf({ training: { network, theta } }: RunPoint): ComplexArray {
  const size = sizeOf(siteDimensions(network));
  if (size > LARGEST) throw new DomainError(`export: a state of at most ${LARGEST} amplitudes required, got ${size}`);
  const { length, interleaved } = stateVector(network, Float64Array.from(theta));
  return { shape: [length], interleaved };
}

const realArray = (shape: readonly number[], values: readonly number[]): ComplexArray => {
  const interleaved = new Float64Array(2 * values.length);
  values.forEach((value, k) => {
    interleaved[2 * k] = value;
  });
  return { shape, interleaved };
};

function arraysOf(point: RunPoint): Readonly<Record<string, ComplexArray>> {
  const { training, geodesic } = point;
  const words = geodesic?.words.length ?? 0;
  return {
    state: stateOf(point),
    theta: realArray([training.theta.length], training.theta),
    ...(geodesic !== null && words > 0
      ? {
          velocity: realArray([geodesic.velocity.length, words], geodesic.velocity.flat()),
          words: realArray([words, geodesic.words[0]!.length], geodesic.words.flatMap(letterNumbers)),
        }
      : {}),
  };
}

/** The letters I, X, Y, Z of a word as 0, 1, 2, 3. */
const letterNumbers = (word: string): readonly number[] => [...word].map((letter) => 'IXYZ'.indexOf(letter));

function networkOf(record: RunRecord | StudyRecord, wanted: Wanted): unknown {
  if (record.schema === STUDY_SCHEMA) return record.findings;
  const { target, training } = pointOf(record, wanted);
  return { target: target.name, infidelity: training.infidelity, network: training.network, theta: training.theta };
}

/** One of several parts, by its name. */
function partOf<Value>(parts: Readonly<Record<string, () => Value | null>>, part: string): Value {
  const value = Object.hasOwn(parts, part) ? parts[part]!() : undefined;
  if (value === undefined) {
    throw new DomainError(`--part: one of ${Object.keys(parts).join(', ')} required, got '${part}'`);
  }
  if (value === null) throw new DomainError(`--part: a part that the run has required, got '${part}'`);
  return value;
}

const drawn = byKind<GenerativeNetwork, [theta: readonly number[]], string>({
  circuit: (circuit, theta) =>
    circuit.qubits > MOST_WIRES ? circuitMap(circuit, theta) : circuitDrawing(circuit, theta),
  'block-circuit': (circuit, theta) => blockDrawing(circuit, theta),
  network: (network) => networkDrawing(network),
});

function picture(record: RunRecord, wanted: Wanted): string {
  const { training, bulk } = pointOf(record, wanted);
  const parts = {
    network: () => drawn(training.network, training.theta),
    bulk: () => bulk && bulkDrawing(bulk, null),
  };
  return standalone(partOf(parts, wanted.part ?? 'network'));
}

/** A drawing as a file of its own, with the style that the page gives it. */
function standalone(drawing: string): string {
  const [svg] = /<svg[\s\S]*<\/svg>/.exec(drawing) ?? [];
  if (svg === undefined) throw new DomainError('--as svg: something that is drawn required');
  return `${svg.replace('>', `><style>${DRAWING_STYLE}</style>`)}\n`;
}

function table(record: RunRecord, wanted: Wanted): string {
  const { training, bulk, geodesic } = pointOf(record, wanted);
  const parts = {
    training: () => [
      ['step', 'phase', 'loss', 'infidelity', 'complexity', 'gradient norm'],
      ...training.history.map((row) => [
        row.step,
        row.phase,
        row.loss,
        row.infidelity,
        row.complexity,
        row.gradientNorm,
      ]),
    ],
    cuts: () =>
      bulk && [
        ['start', 'length', 'entropy', 'cut'],
        ...bulk.cuts.map(({ start, length, entropy, cut }) => [start, length, entropy, cut]),
      ],
    geodesic: () => geodesic && [['slice', ...geodesic.words], ...geodesic.velocity.map((h, k) => [k, ...h])],
  };
  return csvData(partOf(parts, wanted.part ?? 'training')).text;
}

function exhibitOf({ findings }: StudyRecord, { part }: Wanted): Exhibit {
  const all = findings.sections.flatMap(({ exhibits }) => exhibits);
  const found = all[Number(part ?? 1) - 1];
  if (found !== undefined) return found;
  throw new DomainError(`--part: the number of an exhibit from 1 to ${all.length} required, got '${part}'`);
}

const exhibitPicture = (record: StudyRecord, wanted: Wanted): string =>
  standalone(exhibitFigure(exhibitOf(record, wanted)));

function exhibitTable(record: StudyRecord, wanted: Wanted): string {
  const exhibit = exhibitOf(record, wanted);
  if (exhibit.kind === 'table') {
    const cell = (value: (typeof exhibit.rows)[number][number]) =>
      typeof value === 'object' && value !== null ? value.whole : value;
    return csvData([exhibit.columns, ...exhibit.rows.map((row) => row.map(cell))]).text;
  }
  if (exhibit.kind === 'heat-map') {
    const { rows, columns, values } = exhibit;
    return csvData([['', ...columns], ...values.map((row, k) => [rows[k], ...row])]).text;
  }
  throw new DomainError(`--as csv: a table or a heat map required, got a ${exhibit.kind}`);
}
