/** @file What the network is: its circuit on wires, or its tensors and bonds. */

import { byKind } from '../by-kind.ts';
import { type BlockCircuit, blockLayers } from '../circuit/block-circuit.ts';
import type { Circuit } from '../circuit/circuit.ts';
import { layerCount } from '../circuit/layers.ts';
import { productWord } from '../circuit/product-state.ts';
import { blockDrawing, placedBlocks, wordOnSites } from '../drawing/block-drawing.ts';
import { csvData } from '../drawing/chart-data.ts';
import { circuitDrawing, packed, spacedWord } from '../drawing/circuit-drawing.ts';
import { circuitMap, MOST_WIRES } from '../drawing/circuit-map.ts';
import { dataTable } from '../drawing/exhibit.ts';
import { figure, folded, paragraph, section } from '../drawing/figure.ts';
import { LAYOUT_PHRASES } from '../drawing/layout-shape.ts';
import { networkDrawing, networkLayout } from '../drawing/network-drawing.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { isIsometry } from '../network/tensor-sources.ts';
import { counted, significant, subscript } from '../number-format.ts';
import type { TrainingRecord } from '../record/run-record.ts';

/** The section that draws the network. */
export function networkSection(training: TrainingRecord): string {
  return sectionOf(training.network, training.theta);
}

const sectionOf = byKind<GenerativeNetwork, [theta: readonly number[]], string>({
  circuit: (circuit, theta) =>
    section('The learned circuit', paragraph(describeCircuit(circuit)), circuitFigure(circuit, theta)),
  'block-circuit': (circuit, theta) =>
    section('The learned circuit', paragraph(describeBlocks(circuit)), blockFigure(circuit, theta)),
  network: (network) =>
    section(
      network.parameters === 0 ? 'The network' : 'The learned network',
      paragraph(describeNetwork(network)),
      networkFigure(network),
    ),
});

/** A network in a phrase: 'circuit of 54 Pauli rotations on 8 qubits'. */
export const networkPhrase = byKind<GenerativeNetwork, [], string>({
  circuit: ({ gates, qubits }) =>
    `circuit of ${counted(gates.length, 'Pauli rotation')} on ${counted(qubits, 'qubit')}`,
  'block-circuit': ({ gates, qubits }) => `circuit of ${counted(gates.length, 'block')} on ${counted(qubits, 'qubit')}`,
  network: ({ nodes, boundary }) =>
    `tensor network of ${counted(nodes.length, 'tensor')} on ${counted(boundary.length, 'site')}`,
});

function describeCircuit(circuit: Circuit): string {
  const twoBody = circuit.gates.filter(({ word }) => word.replaceAll('I', '').length > 1).length;
  return (
    `${counted(circuit.gates.length, 'gate')} exp(−i\u00a0a\u00a0P/2) about Pauli words P, ${twoBody} of them on two or more qubits, ` +
    `in ${counted(layerCount(circuit), 'layer')} of commuting gates; ${counted(circuit.parameters, 'parameter')}. ${referencePhrase(circuit)}`
  );
}

function describeBlocks(circuit: BlockCircuit): string {
  const { gates, parameters } = circuit;
  const wide = gates.filter(({ sites }) => sites.length > 1).length;
  const layers = Math.max(0, ...blockLayers(circuit).map((layer) => layer + 1));
  return (
    `${counted(gates.length, 'block')} exp(−i\u00a0Σ_{P}\u00a0h_{P}\u00a0P), ${wide} of them on two or more qubits, in ${counted(layers, 'layer')}; the coefficients h of their ` +
    `generators are the ${counted(parameters, 'parameter')}. A block costs the norm of its generator, not the rotations in which it could be written. ${referencePhrase(circuit)}`
  );
}

function blockFigure(circuit: BlockCircuit, theta: readonly number[]): string {
  const caption =
    'Circuit of blocks. Qubit 0 on top, time to the right; the number in a box is the norm of its generator, √Σ_{P}\u2009h_{P}², and the fuller its colour the greater that is. ' +
    'The coefficients of all words stand in the table below.';
  const blocks = placedBlocks(circuit, theta);
  const rows = blocks.flatMap(({ sites, column, words }, k) =>
    words.map(({ word, coefficient }) => [k, column + 1, wordOnSites(word, sites), coefficient]),
  );
  const data = csvData([['block', 'layer', 'word', 'coefficient h_{P} (rad)'], ...rows]);
  const table = blocks.map(({ sites, column, norm, words }, k) => [
    k,
    column + 1,
    norm,
    words.map(({ word, coefficient }) => `${wordOnSites(word, sites)}\u00A0${significant(coefficient)}`).join(', '),
  ]);
  const columns = ['block', 'layer', 'norm', 'words with their coefficients h_{P} (rad), the greatest first'];
  return (
    figure(blockDrawing(circuit, theta), caption, 'scroll', data) +
    numbersTable('Coefficients of all blocks', columns, table)
  );
}

function referencePhrase({ reference, qubits }: Circuit | BlockCircuit): string {
  if (reference === undefined)
    return `They act from left to right on |${'0'.repeat(Math.min(qubits, 12))}${qubits > 12 ? '…' : ''}⟩.`;
  if ('spectrum' in reference) return 'They act from left to right on a diagonal mixed state of fixed spectrum.';
  const word = productWord(reference);
  return word === null || word.length > 12
    ? 'They act from left to right on a product state of the given Bloch points.'
    : `They act from left to right on |${word.replaceAll('-', '−')}⟩.`;
}

function circuitFigure(circuit: Circuit, theta: readonly number[]): string {
  const [columns, table] = [GATE_COLUMNS, gateRows(circuit, theta)];
  if (circuit.qubits > MOST_WIRES) {
    const caption =
      `Circuit of ${circuit.qubits} qubits as a map. Qubit 0 on top, time to the right; each bar is a gate over the qubits that it turns, ` +
      'in the first layer in which these and all between them are free, so that gates that commute may stand in different layers. The fuller the colour, the greater |sin(a/2)|.';
    return (
      figure(circuitMap(circuit, theta), caption, 'full', csvData([columns, ...table])) +
      numbersTable('Angles of all gates', columns, table)
    );
  }
  const caption =
    'Circuit. Qubit 0 on top, time to the right; boxes joined by a line are one rotation about a word of several letters. ' +
    'The fuller the box, the greater |sin(a/2)|; the angles stand in the table below.';
  return (
    figure(circuitDrawing(circuit, theta), caption, 'scroll', csvData([columns, ...table])) +
    numbersTable('Angles of all gates', columns, table)
  );
}

/** Most rows of a table on the page; the figure's data have all. */
const MOST_ROWS = 600;

/** The numbers of a circuit to be read without a pointer, folded. */
function numbersTable(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, MOST_ROWS);
  const rest =
    rows.length > shown.length ? paragraph(`… ${rows.length - shown.length} more rows; the figure’s CSV has all.`) : '';
  return folded(name, dataTable({ columns, rows: shown }) + rest);
}

/** A row for each gate: its place, word and angle. */
function gateRows(circuit: Circuit, theta: readonly number[]): readonly (readonly (string | number | null)[])[] {
  return packed(circuit, theta).map(({ word, angle, parameter, column }, k) => [
    k,
    column + 1,
    spacedWord(word),
    angle,
    angle / Math.PI,
    parameter === null ? 'constant' : `θ${subscript(parameter)}`,
  ]);
}

const GATE_COLUMNS = ['gate', 'column', 'word P', 'angle a (rad)', 'a / π', 'parameter'] as const;

function describeNetwork({ nodes, dimensions, boundary, parameters, bulk, environment }: TensorNetwork): string {
  const inner = Object.entries(dimensions).filter(([leg]) => nodes.filter(({ legs }) => legs.includes(leg)).length > 1);
  const largest = Math.max(1, ...inner.map(([, dimension]) => dimension));
  const isometries = nodes.filter(isIsometry).length;
  return [
    `${counted(nodes.length, 'tensor')} joined by ${counted(inner.length, 'bond')} of dimension up to ${largest};`,
    `${counted(boundary.length, 'boundary site')}, ${parameters === 0 ? 'no parameters' : counted(parameters, 'real parameter')}.`,
    isometries === 0 ? '' : `${isometries} of the tensors are isometries, W†W = 1.`,
    bulk.length === 0 ? '' : `${counted(bulk.length, 'logical leg')}.`,
    environment.length === 0 ? '' : `${counted(environment.length, 'leg')} traced out: the state is mixed.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function networkFigure(network: TensorNetwork): string {
  const layout = networkLayout(network);
  const caption =
    `Tensor network. ${LAYOUT_PHRASES[layout.shape]} The width of a bond grows with the logarithm of its dimension. ` +
    'Rest the pointer on a tensor or a bond for its shape.';
  return figure(networkDrawing(network, layout), caption, 'full');
}
