/** @file The catalogue of studies. Adding one: one file, one line here, one experiment file, one test file. */

import { ghzAgainstW } from './ghz-against-w.ts';
import { teleportation } from './teleportation.ts';
import { unitaryGeodesic } from './unitary-geodesic.ts';

export const STUDIES = {
  'unitary-geodesic': unitaryGeodesic,
  'ghz-against-w': ghzAgainstW,
  teleportation,
} as const;
