/** @file The controls of the page of play, as markup, and the state that they stand for. */

import { element, escapeText } from '../../src/drawing/markup.ts';
import { brief } from '../../src/number-format.ts';
import { button, type Choice, choice, choiceOf, isTicked, numberOf, slider, tick } from '../page/controls.ts';
import { amplitudeEditor } from './amplitude-editor.ts';
import { circuitEditor, type Draft } from './circuit-editor.ts';
import { pictureEditor, RING } from './picture-editor.ts';
import { type MODEL_NAMES, MOST_QUBITS, NAMED_STATES, type PlayState, qubitsOf, type Source } from './play-state.ts';

const KINDS: readonly Choice[] = [
  ['named', 'by name'],
  ['amplitudes', 'amplitudes, drawn or typed'],
  ['picture', 'a picture, painted'],
  ['circuit', 'made by a circuit'],
  ['hamiltonian', 'ground state of a chain'],
];

const STATE_WORDS: Readonly<Record<keyof typeof NAMED_STATES, string>> = {
  ghz: 'GHZ: (|0…0⟩ + |1…1⟩)/√2',
  w: 'W: one excitation, shared equally',
  dicke: 'Dicke: half of the qubits excited',
  product: 'product: every qubit in |+⟩',
  graph: 'cluster state of a chain',
  'haar-random': 'random vector',
  'random-circuit': 'random circuit of three layers',
};

const HAMILTONIANS: readonly Choice[] = [
  ['transverse-field-ising', 'Ising: −J Σ ZZ − g Σ X'],
  ['xxz', 'XXZ: J Σ (XX + YY + Δ ZZ) − h Σ Z'],
  ['heisenberg', 'Heisenberg: J Σ (XX + YY + ZZ) − h Σ Z'],
];

const MODEL_WORDS: Readonly<Record<(typeof MODEL_NAMES)[number], string>> = {
  'block-circuit': 'circuit of blocks',
  brickwall: 'brickwall of rotations',
  staircase: 'staircase of rotations',
  tree: 'binary tree of rotations',
  mera: 'MERA, as a circuit',
  'matrix-product-state': 'matrix-product state',
  'tree-tensor-network': 'tree tensor network',
};

const DEPTH_WORDS: Readonly<Record<(typeof MODEL_NAMES)[number], string>> = {
  'block-circuit': 'Layers',
  brickwall: 'Layers',
  staircase: 'Staircases',
  tree: 'Blocks on each branching',
  mera: '',
  'matrix-product-state': 'Bond dimension',
  'tree-tensor-network': 'Bond dimension',
};

const PENALTIES: readonly Choice[] = [
  ['infinite', 'not allowed'],
  ...['2', '4', '16', '64'].map((w): Choice => [w, `weight ${w}`]),
];
const PACES: readonly Choice[] = [
  ['20', '20 steps a second'],
  ['60', '60 steps a second'],
  ['180', '180 steps a second'],
  ['0', 'as fast as it goes'],
];

/** The form of the page. */
export function playControls(state: PlayState, draft: Draft): string {
  return [
    element('fieldset', {}, [
      element('legend', {}, 'State'),
      choice('kind', 'The state is given', KINDS, state.source.kind),
      sourceControls(state.source, draft),
    ]),
    element('fieldset', {}, [element('legend', {}, 'Network'), ...modelControls(state)]),
    element('details', { class: 'fieldset' }, [
      element('summary', {}, 'Metric: what a gate costs'),
      ...metricControls(state),
    ]),
    element('details', { class: 'fieldset' }, [element('summary', {}, 'Training'), ...trainingControls(state)]),
  ].join('');
}

const QUBITS = { least: 1, most: MOST_QUBITS, step: 1 };

function sourceControls(source: Source, draft: Draft): string {
  switch (source.kind) {
    case 'named':
      return [
        choice('name', 'State', Object.entries(STATE_WORDS), source.name),
        slider('qubits', 'Qubits', { ...QUBITS, least: NAMED_STATES[source.name] }, source.qubits),
        /random/.test(source.name)
          ? slider('stateSeed', 'Seed of the state', { least: 0, most: 50, step: 1 }, source.seed)
          : '',
      ].join('');
    case 'amplitudes':
      return slider('qubits', 'Qubits', { ...QUBITS, most: MOST_QUBITS }, qubitsOf(source)) + amplitudeEditor(source);
    case 'picture':
      return pictureEditor(source);
    case 'circuit':
      return slider('qubits', 'Qubits', QUBITS, source.qubits) + circuitEditor(source, draft);
    case 'hamiltonian':
      return hamiltonianControls(source);
  }
}

function hamiltonianControls(source: Extract<Source, { kind: 'hamiltonian' }>): string {
  const range = { least: -2, most: 2, step: 0.05 };
  return [
    choice('hamiltonian', 'Hamiltonian', HAMILTONIANS, source.name),
    slider('qubits', 'Qubits', { ...QUBITS, least: 2 }, source.qubits),
    slider('coupling', 'Coupling J', range, source.coupling, brief(source.coupling)),
    source.name === 'xxz'
      ? slider('anisotropy', 'Anisotropy Δ', range, source.anisotropy, brief(source.anisotropy))
      : '',
    slider(
      'field',
      source.name === 'transverse-field-ising' ? 'Field g' : 'Field h',
      range,
      source.field,
      brief(source.field),
    ),
    tick('periodic', 'a ring in place of an open chain', source.periodic),
  ].join('');
}

function modelControls({ model }: PlayState): readonly string[] {
  const depth = { least: 1, most: 12, step: 1 };
  return [
    choice('model', 'Network', Object.entries(MODEL_WORDS), model.name),
    DEPTH_WORDS[model.name] === '' ? '' : slider('depth', DEPTH_WORDS[model.name], depth, model.depth),
  ];
}

function metricControls({ metric, source }: PlayState): readonly string[] {
  const n = Math.max(2, qubitsOf(source));
  return [
    element('p', { class: 'remark' }, 'Words of few qubits near each other have weight 1, all others the penalty.'),
    slider('maxSize', 'Most qubits of a cheap word', { least: 1, most: 3, step: 1 }, metric.maxSize),
    slider(
      'maxRange',
      'Its range on the chain',
      { least: 1, most: n - 1 || 1, step: 1 },
      Math.min(metric.maxRange, n - 1),
    ),
    choice('penalty', 'All other words', PENALTIES, String(metric.penalty)),
  ];
}

function trainingControls({ starts, shorten, seed, pace }: PlayState): readonly string[] {
  return [
    slider('starts', 'Random starts at most', { least: 1, most: 6, step: 1 }, starts),
    tick('shorten', 'then make the circuit shorter', shorten),
    slider('seed', 'Seed', { least: 0, most: 100, step: 1 }, seed),
    choice('pace', 'Pace', PACES, PACES.some(([value]) => value === String(pace)) ? String(pace) : '180'),
  ];
}

/** The buttons above the figures. */
export const playButtons = (isRunning: boolean): string =>
  [
    button('train', isRunning ? 'Pause' : 'Train', 'primary'),
    button('reset', 'Start again'),
    button('share', 'Copy link'),
    button('record', 'Save record'),
    button('report', 'Report'),
  ].join('') + element('output', { class: 'said', role: 'status' }, '');

/** The state that the form stands for; the source of amplitudes and circuits is changed by their editors. */
export function stateOfForm(form: ParentNode, before: PlayState): PlayState {
  const penalty = choiceOf(form, 'penalty', String(before.metric.penalty));
  const source = sourceOfForm(form, before.source);
  const range = Math.round(numberOf(form, 'maxRange', before.metric.maxRange));
  return {
    source,
    model: {
      name: choiceOf(form, 'model', before.model.name) as PlayState['model']['name'],
      depth: numberOf(form, 'depth', before.model.depth),
    },
    metric: {
      maxSize: numberOf(form, 'maxSize', before.metric.maxSize),
      maxRange: Math.max(1, range),
      penalty: penalty === 'infinite' ? 'infinite' : Number(penalty),
    },
    starts: numberOf(form, 'starts', before.starts),
    shorten: isTicked(form, 'shorten', before.shorten),
    seed: numberOf(form, 'seed', before.seed),
    pace: Number(choiceOf(form, 'pace', String(before.pace))),
  };
}

function sourceOfForm(form: ParentNode, before: Source): Source {
  const kind = choiceOf(form, 'kind', before.kind) as Source['kind'];
  const qubits = numberOf(form, 'qubits', qubitsOf(before));
  if (kind !== before.kind) return firstOf(kind, qubits);
  switch (before.kind) {
    case 'named': {
      const name = choiceOf(form, 'name', before.name) as keyof typeof NAMED_STATES;
      const seed = numberOf(form, 'stateSeed', before.seed);
      return { kind: 'named', name, qubits: Math.max(NAMED_STATES[name], qubits), seed };
    }
    case 'hamiltonian':
      return {
        kind: 'hamiltonian',
        qubits: Math.max(2, qubits),
        name: choiceOf(form, 'hamiltonian', before.name) as typeof before.name,
        coupling: numberOf(form, 'coupling', before.coupling),
        anisotropy: numberOf(form, 'anisotropy', before.anisotropy),
        field: numberOf(form, 'field', before.field),
        periodic: isTicked(form, 'periodic', before.periodic),
      };
    case 'amplitudes':
      return qubits === qubitsOf(before) ? before : ghzAmplitudes(qubits);
    case 'picture':
    case 'circuit':
      return before;
  }
}

const ghzAmplitudes = (qubits: number): Source => ({
  kind: 'amplitudes',
  values: Array.from({ length: 2 ** qubits }, (_, k) => [k === 0 || k === 2 ** qubits - 1 ? 0.7 : 0, 0]),
});

/** The first source of a kind. */
function firstOf(kind: Source['kind'], qubits: number): Source {
  switch (kind) {
    case 'named':
      return { kind, name: 'ghz', qubits, seed: 1 };
    case 'amplitudes':
      return ghzAmplitudes(Math.min(3, qubits));
    case 'picture':
      return RING;
    case 'circuit':
      return {
        kind,
        qubits: Math.max(2, qubits),
        gates: [
          { gate: 'h', on: [0] },
          ...Array.from({ length: Math.max(2, qubits) - 1 }, (_, k) => ({ gate: 'cx' as const, on: [k, k + 1] })),
        ],
      };
    case 'hamiltonian': {
      const chain = { coupling: 1, anisotropy: 1, field: 1, periodic: false };
      return { kind, name: 'transverse-field-ising', qubits: Math.max(2, qubits), ...chain };
    }
  }
}

/** A mistake, above the figures. */
export const mistakeText = (text: string): string =>
  text === '' ? '' : element('p', { class: 'warning' }, escapeText(text));
