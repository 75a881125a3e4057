/** @file The complexity metric of an experiment, as a sentence. */

/** The metric as it stands in an experiment file. */
interface MetricText {
  readonly maxSize: number | 'infinite';
  readonly maxRange: number | 'infinite';
  readonly sizeWeights?: readonly number[];
  readonly penalty: number | 'infinite';
  readonly lattice: unknown;
}

/** 'Metric: words on at most 2 qubits within range 1 on the chain weigh 1; no others are allowed.' or '' for none. */
export function metricPhrase(metric: unknown): string {
  if (typeof metric !== 'object' || metric === null || !('penalty' in metric)) return '';
  const { maxSize, maxRange, sizeWeights, penalty, lattice } = metric as MetricText;
  const place = typeof lattice === 'string' ? `the ${lattice}` : 'the lattice';
  const size =
    maxSize === 'infinite' ? 'on any number of qubits' : `on at most ${maxSize} qubit${maxSize === 1 ? '' : 's'}`;
  const range = maxRange === 'infinite' ? 'at any distance' : `within range ${maxRange} on ${place}`;
  const weight = sizeWeights === undefined ? '1' : `${sizeWeights.join(', ')} by their size`;
  const everything = maxSize === 'infinite' && maxRange === 'infinite';
  const others = penalty === 'infinite' ? 'no others are allowed' : `all others ${penalty}`;
  return everything
    ? `Metric: all words weigh ${weight}.`
    : `Metric: words ${size} ${range} weigh ${weight}; ${others}.`;
}
