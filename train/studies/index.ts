/** @file The catalogue of studies. Adding one: one file, one line here, one experiment file, one test file. */

import { backReaction } from './back-reaction.ts';
import { complexityChart } from './complexity-chart.ts';
import { evolutionComplexity } from './evolution-complexity.ts';
import { gateCountFrontStudy } from './gate-count-front.ts';
import { gaugeInvariance } from './gauge-invariance.ts';
import { ghzAgainstW } from './ghz-against-w.ts';
import { lorentzGenerators } from './lorentz-generators.ts';
import { redundancy } from './redundancy.ts';
import { sizeAndRange } from './size-and-range.ts';
import { switchback } from './switchback.ts';
import { teleportation } from './teleportation.ts';
import { unitaryGeodesic } from './unitary-geodesic.ts';

export const STUDIES = {
  'gate-count-front': gateCountFrontStudy,
  'unitary-geodesic': unitaryGeodesic,
  'ghz-against-w': ghzAgainstW,
  teleportation,
  'gauge-invariance': gaugeInvariance,
  'lorentz-generators': lorentzGenerators,
  'back-reaction': backReaction,
  redundancy,
  'size-and-range': sizeAndRange,
  'complexity-chart': complexityChart,
  'evolution-complexity': evolutionComplexity,
  switchback,
} as const;
