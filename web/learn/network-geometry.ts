/** @file Fourth page: entropies, cuts and distances, read from a network. */

import { z } from 'zod';
import { bulkLayout } from '../../src/drawing/bulk-drawing.ts';
import { chartFigure } from '../../src/drawing/data-figure.ts';
import { facts, figures, paragraph } from '../../src/drawing/figure.ts';
import { counted, significant } from '../../src/number-format.ts';
import { bulkFigure, cutScatter, pageCurve } from '../../src/report/bulk-section.ts';
import { informationFigures } from '../../src/report/information-figures.ts';
import { choice, choiceOf, numberOf, slider } from '../page/controls.ts';
import { formula } from './formula.ts';
import { lesson } from './lesson.ts';

const NAMES = ['matrix-product-state', 'tree-tensor-network', 'isometric-mera', 'block-circuit'] as const;
const WORDS: Readonly<Record<(typeof NAMES)[number], string>> = {
  'matrix-product-state': 'matrix-product state: a chain',
  'tree-tensor-network': 'tree tensor network',
  'isometric-mera': 'MERA: a tree with disentanglers',
  'block-circuit': 'brickwork circuit',
};
const QUBITS = 8;

const schema = z.strictObject({
  name: z.enum(NAMES),
  /** Bond dimension, or layers. */
  size: z.int().min(1).max(4),
  start: z
    .int()
    .min(0)
    .max(QUBITS - 2),
  length: z
    .int()
    .min(1)
    .max(QUBITS - 1),
  seed: z.int().min(1).max(30),
});
type State = z.output<typeof schema>;

export const networkGeometry = lesson<State>({
  title: 'Entropy, cuts and geometry',
  schema,
  first: { name: 'tree-tensor-network', size: 2, start: 0, length: 4, seed: 1 },
  words: [
    paragraph(
      'A tensor network is a graph: tensors are points, bonds are lines, and the sites of the state lie on the boundary. Take a region A of the boundary and cut bonds until A is separated from the rest. The cheapest cut is a surface in the bulk, and its area bounds how much A can be entangled:',
    ),
    formula('S(A) ≤ min over cuts Σ log(bond dimension)'),
    paragraph(
      'In holography, the entropy of a region is the area of the minimal surface behind it (Ryu and Takayanagi); for a network the formula is this inequality, and equality is a property of good networks. Mutual information I(a:b) = S(a) + S(b) − S(ab) makes distances: sites that know much of each other are near, d = −log(I/I_{max}). So the geometry is read from entropies alone, and the network is its bulk.',
    ),
    paragraph(
      'Here is a network of eight sites with random tensors. Vermilion marks the minimal cut of the region that you choose; the width of a line is the entropy that it really carries.',
    ),
  ].join(''),
  question: paragraph(
    'Take the region of sites 2 to 5: how many bonds does its cut cross in the chain, in the tree, in the MERA? In a chain the cut of a region in the middle has two bonds, however long the region is: entropy cannot grow. In a MERA it grows as the logarithm of the length. Which network could hold the state of the next page, whose entropy does grow so?',
  ),
  controls: ({ name, size, start, length, seed }) =>
    [
      choice(
        'name',
        'Network',
        NAMES.map((one) => [one, WORDS[one]]),
        name,
      ),
      slider('size', name === 'block-circuit' ? 'Layers' : 'Bond dimension', { least: 1, most: 4, step: 1 }, size),
      slider('start', 'First site of the region', { least: 0, most: QUBITS - 2, step: 1 }, start),
      slider('length', 'Sites of the region', { least: 1, most: QUBITS - 1, step: 1 }, length),
      slider('seed', 'Seed', { least: 1, most: 30, step: 1 }, seed),
    ].join(''),
  read: (form, before) => {
    const start = numberOf(form, 'start', before.start);
    return {
      name: choiceOf(form, 'name', before.name) as State['name'],
      size: numberOf(form, 'size', before.size),
      start,
      length: Math.min(QUBITS - start, numberOf(form, 'length', before.length), QUBITS - 1),
      seed: numberOf(form, 'seed', before.seed),
    };
  },
  figures: async function* ({ name, size, start, length, seed }, { task }) {
    const options = name === 'block-circuit' ? { layers: size } : { bond: size };
    const { network, geometry } = await task('network', { network: { name, qubits: QUBITS, seed, ...options } });
    const cut = geometry.cuts.find((one) => one.start === start && one.length === length) ?? null;
    const layout = bulkLayout(geometry, network.kind !== 'network');
    yield [
      cut === null
        ? ''
        : facts([
            { name: 'Entropy S(A)', value: significant(cut.entropy, 4), remark: 'nats' },
            { name: 'Minimal cut', value: significant(cut.cut, 4), remark: counted(cut.legs.length, 'bond') },
            { name: 'Share', value: cut.cut > 0 ? `${Math.round((100 * cut.entropy) / cut.cut)} %` : '—' },
          ]),
      figures(
        bulkFigure(geometry, cut, layout),
        chartFigure(
          pageCurve(geometry.cuts, null),
          'Entropy and minimal cut by length of the region. Means over the regions of that length.',
        ),
        chartFigure(
          cutScatter(geometry.cuts, null),
          'Exact entropy against minimal cut. A point for each region; none can lie above the line.',
        ),
        ...informationFigures(geometry, null, 'the network'),
      ),
    ].join('');
  },
});
