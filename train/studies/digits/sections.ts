/** @file The sections of the page. */

import type { Exhibit, StudySection } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';

const [SHOWN, MOST_CELLS] = [24, 4096];

/** Samples and completions. */
export function drawnSection({ data, best, drawn }: Measured): StudySection {
  const n = best.order.length;
  const greatest = data.divided.training.dimensions.map((d) => d - 1);
  const inkOf = (rows: Uint8Array, row: number): number[] =>
    [...rows.subarray(row * n, (row + 1) * n)].map((digit, k) => digit / greatest[k]!);
  const all = (rows: Uint8Array, most = Infinity): number[][] =>
    Array.from({ length: Math.min(most, rows.length / n) }, (_, row) => inkOf(rows, row));
  const upper = Array.from({ length: Math.ceil(n / 2) }, (_, k) => k).filter((k) => k < n / 2);
  const { training } = data.divided;
  const exhibit: Exhibit =
    data.picture !== undefined
      ? {
          kind: 'pictures',
          caption: `Data, samples of the ${best.name}, and halves completed by it. The first picture of each group of completions was held out; its upper half was given.`,
          ...data.picture,
          groups: [
            { name: 'data', pictures: all(training.digits, SHOWN) },
            { name: 'drawn by the model', pictures: all(drawn.samples, SHOWN) },
            ...drawn.completed.map(({ row, rows }, k) => ({
              name: `held-out picture ${k + 1}, and lower halves drawn for its upper half`,
              pictures: [inkOf(row, 0), ...all(rows)],
              given: upper,
            })),
          ],
        }
      : {
          kind: 'table',
          caption: `Rows drawn by the ${best.name}.`,
          columns: ['row', 'values'],
          rows: all(drawn.samples, SHOWN).map((row, k) => [k + 1, row.map((x, at) => x * greatest[at]!).join(' ')]),
        };
  return {
    heading: 'What the model draws',
    text:
      'Samples are drawn site by site, each from its exact distribution given those before, so they are independent: no Markov chain. Held ' +
      'digits enter the Gram matrices of the rest, so completions are samples of the exact conditional distribution.',
    exhibits: [exhibit],
  };
}

/** Likelihoods of all models. */
export function likelihoodSection({ data, models }: Measured): StudySection {
  const chains = models.filter(({ name }) => name.startsWith('chain'));
  const n = data.divided.training.dimensions.length;
  return {
    heading: 'Likelihoods',
    text:
      'Mean negative log-likelihoods in nats of a row, at the step of L-BFGS where that of the rows held out was least. That look is a little ' +
      'better than what new data will have. All but the purified chain are complex: signs of real amplitudes cannot change without passing zero.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Nats of a row.',
        columns: ['model', 'parameters', 'steps', 'training', 'held out', 'bits per site'],
        rows: [
          ['independent variables', n, null, ...data.independent, data.independent[1] / n / Math.LN2],
          ['Chow–Liu tree', 2 * n - 1, null, ...data.chowLiu, data.chowLiu[1] / n / Math.LN2],
          ...models.map(({ name, parameters, step, training, heldOut }) => [
            ...[name, parameters, step, training, heldOut, heldOut / n / Math.LN2],
          ]),
        ],
      },
      {
        kind: 'chart',
        caption: 'Nats against bond dimension. Chains, with the other models as levels.',
        x: { label: 'bond dimension', kind: 'log' },
        y: { label: 'nats of a row', kind: 'linear' },
        series: [
          { name: 'held out', mark: 'line-and-points', points: chains.map(({ bond, heldOut }) => [bond, heldOut]) },
          { name: 'training', mark: 'line-and-points', points: chains.map(({ bond, training }) => [bond, training]) },
        ],
        levels: [
          { y: data.chowLiu[1], name: 'Chow–Liu tree' },
          ...models.filter((one) => !chains.includes(one)).map(({ name, heldOut }) => ({ y: heldOut, name })),
        ],
      },
    ],
  };
}

/** Who knows of whom. */
export function structureSection({ data, drawn }: Measured): StudySection {
  const { picture, edges, information } = data;
  const n = data.divided.training.dimensions.length;
  const place = (k: number): { readonly at?: readonly [number, number] } =>
    picture === undefined
      ? {}
      : {
          at: [
            (k % picture.columns) / Math.max(1, picture.columns - 1),
            1 - Math.floor(k / picture.columns) / Math.max(1, picture.rows - 1),
          ],
        };
  const exhibits: Exhibit[] = [];
  if (n <= 100) {
    exhibits.push({
      kind: 'graph',
      caption:
        'Chow–Liu tree. The tree of variables with the greatest mutual information, at the places of the pixels.',
      quantity: 'mutual information, nats',
      nodes: Array.from({ length: n }, (_, k) => ({ name: String(k), ...place(k) })),
      edges: edges.map(({ ends, information: weight }) => ({ from: ends[0], to: ends[1], weight })),
    });
  }
  if (picture !== undefined && n <= MOST_CELLS) {
    const centre = Math.floor(picture.rows / 2) * picture.columns + Math.floor(picture.columns / 2);
    for (const [name, of] of [
      ['of the data', information],
      ['of samples of the model', drawn.information],
    ] as const) {
      exhibits.push(
        correlationMap(`Mutual information ${name} of all pixels with the crossed-out one.`, of, centre, picture),
      );
    }
  }
  return {
    heading: 'Structure',
    text: 'The order of the leaves of the binary tree is by quadrants for square pictures, and by mutual information for other data.',
    exhibits,
  };
}

function correlationMap(
  caption: string,
  information: Float64Array,
  centre: number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Exhibit {
  const n = rows * columns;
  const names = (count: number): string[] => Array.from({ length: count }, (_, k) => String(k));
  return {
    kind: 'heat-map',
    caption,
    quantity: 'nats',
    rowsLabel: 'row',
    columnsLabel: 'column',
    rows: names(rows),
    columns: names(columns),
    values: names(rows).map((_, r) =>
      names(columns).map((__, c) => {
        const k = r * columns + c;
        return k === centre ? null : Math.max(0, information[centre * n + k]!);
      }),
    ),
  };
}

/** Entanglement and Fisher information. */
export function geometrySection({ geometry }: Measured): StudySection {
  const { chains, fisher } = geometry;
  return {
    heading: 'The learned chains as states',
    label: 'analogy',
    text:
      'A trained chain is a state |ψ⟩ with p(v) = |⟨v|ψ⟩|². Its entropies at cuts, bounded by the areas ln χ, tell how much a part of a picture knows of the rest, more ' +
      'than mutual information since phases count. The spectrum of the Fisher information of its parameters tells which combinations of them the pictures resolve; it is ' +
      'estimated from exact samples, as many eigenvalues as samples. That this is a space with a metric is an analogy.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entanglement entropy of the first sites. One line for each chain.',
        x: { label: 'sites before the cut', kind: 'linear' },
        y: { label: 'S, nats', kind: 'linear', include: [0] },
        series: chains.map(({ name, entropies }) => ({
          name,
          mark: 'line' as const,
          points: entropies.map((s, k) => [k + 1, s] as const),
        })),
        levels: chains.map(({ name, areas }) => ({ y: Math.max(...areas), name: `ln χ, ${name}` })),
      },
      {
        kind: 'chart',
        caption: `Fisher information of the ${fisher.name}. Eigenvalues, descending.`,
        x: { label: 'number', kind: 'linear' },
        y: { label: 'eigenvalue', kind: 'log' },
        series: [
          {
            name: fisher.name,
            mark: 'points',
            points: fisher.values.map((x, k) => [k + 1, x > 1e-12 * fisher.values[0]! ? x : null] as const),
          },
        ],
      },
    ],
  };
}

/** The data whose least bond is known. */
export function patternSection({ patterns }: Measured): StudySection {
  return {
    heading: 'Bars and stripes',
    text:
      'The equal superposition of all bars and stripes has a known greatest Schmidt rank, read row by row. Two-site sweeps reach the entropy of the data at that bond and ' +
      'not at one less.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Nats above the entropy of the data.',
        columns: ['pixels', 'pictures', 'bond', 'excess', 'excess at one bond less'],
        rows: patterns.map(({ side, bond, excess, below }) => [
          `${side} × ${side}`,
          2 ** (side + 1) - 2,
          bond,
          excess,
          below,
        ]),
      },
    ],
  };
}
