/** @file The complexity metric of an experiment, as a sentence. */

/** The metric as it stands in an experiment file. */
interface MetricText {
  readonly maxSize: number | 'infinite';
  readonly maxRange: number | 'infinite';
  readonly sizeWeights?: readonly number[];
  readonly penalty: number | 'infinite';
  readonly lattice: unknown;
  readonly words?: Weights;
  readonly letters?: Weights;
}

type Weights = Readonly<Record<string, number | 'infinite'>>;

/** Most entries of a table that are told one by one. */
const MOST_TOLD = 12;

/** 'Metric: words on at most 2 qubits within range 1 on the chain weigh 1; no others are allowed.' or '' for none. */
export function metricPhrase(metric: unknown): string {
  if (typeof metric !== 'object' || metric === null || !('penalty' in metric)) return '';
  const { maxSize, maxRange, sizeWeights, penalty, lattice, words, letters } = metric as MetricText;
  const place = typeof lattice === 'string' ? `the ${lattice}` : 'the lattice';
  const size =
    maxSize === 'infinite' ? 'on any number of qubits' : `on at most ${maxSize} qubit${maxSize === 1 ? '' : 's'}`;
  const range = maxRange === 'infinite' ? 'at any distance' : `within range ${maxRange} on ${place}`;
  const weight = sizeWeights === undefined ? '1' : `${sizeWeights.join(', ')} by their size`;
  const everything = maxSize === 'infinite' && maxRange === 'infinite';
  const others = penalty === 'infinite' ? 'no others are allowed' : `all others ${penalty}`;
  const parts = [
    ...(words === undefined ? [] : [`words weigh ${told(words)}`]),
    ...(letters === undefined ? [] : [`letters ${range} weigh ${told(letters)}`]),
    ...(maxSize === 0
      ? []
      : [
          everything
            ? `all ${words || letters ? 'other ' : ''}words weigh ${weight}`
            : `${words || letters ? 'other ' : ''}words ${size} ${range} weigh ${weight}`,
        ]),
    ...(everything ? [] : [others]),
  ];
  return `Metric: ${parts.join('; ')}.`;
}

/** 'ZZI 4, XII not allowed' */
function told(weights: Weights): string {
  const names = Object.keys(weights);
  const texts = names
    .slice(0, MOST_TOLD)
    .map((name) => `${name} ${weights[name] === 'infinite' ? 'not allowed' : weights[name]}`);
  const more = names.length > MOST_TOLD ? [`${names.length - MOST_TOLD} more`] : [];
  return [...texts, ...more].join(', ');
}
