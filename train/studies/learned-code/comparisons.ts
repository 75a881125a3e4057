/** @file All that was measured, and each trained network beside random ones. */

import type { ExplainingGraphs } from './explaining-graphs.ts';
import { deviation, type GraphLeak, type Leak, mean } from './leakage.ts';
import type { MeraScales } from './mera-scales.ts';
import type { PenalisedCode, TrainedCode } from './trained-codes.ts';

/** Random networks on one graph: leaks of each sample, and what the graph says of each leg and erasure. */
export interface RandomCode {
  readonly network: TrainedCode['network'];
  readonly haar: readonly (readonly Leak[])[];
  readonly stabiliser: readonly (readonly Leak[])[];
  /** Leaked share of typical inputs of each Haar sample; null if out of reach. */
  readonly typical: readonly (number | null)[];
  readonly graph: readonly GraphLeak[];
}

export interface Measured {
  readonly qubits: number;
  readonly bond: number;
  readonly random: readonly RandomCode[];
  readonly trained: readonly TrainedCode[];
  readonly penalised: readonly PenalisedCode[];
  readonly pentagon: { readonly sites: number; readonly leaks: readonly Leak[] };
  readonly scales: MeraScales;
  readonly explained: ExplainingGraphs;
  readonly difference: number;
}

/** A trained network beside random ones on its graph; leaks are mean shares. */
export interface Compared {
  readonly code: TrainedCode;
  readonly leaked: number;
  readonly haar: number;
  readonly spread: number;
  /** (trained − Haar) in standard deviations of the samples. */
  readonly excess: number;
  /** The same of typical inputs; null if out of reach. */
  readonly typical: { readonly leaked: number; readonly haar: number; readonly excess: number } | null;
}

/** Mean leaked share. */
export const shareOf = (leaks: readonly Leak[]): number => mean(leaks.map(({ share }) => share));

/** Each trained network beside the random ones on its graph. */
export function comparisons({ random, trained }: Measured): readonly Compared[] {
  return trained.map((code) => {
    const { haar: samples, typical: ofSamples } = random.find(({ network }) => network === code.network)!;
    const [leaked, shares] = [shareOf(code.leaks), samples.map(shareOf)];
    const known = ofSamples.filter((value) => value !== null);
    const typical =
      code.typical === null || known.length < 2
        ? null
        : { leaked: code.typical, haar: mean(known), excess: excessOf(code.typical, known) };
    return { code, leaked, haar: mean(shares), spread: deviation(shares), excess: excessOf(leaked, shares), typical };
  });
}

const excessOf = (value: number, samples: readonly number[]): number => (value - mean(samples)) / deviation(samples);
