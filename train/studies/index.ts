/** @file The catalogue of studies. Adding one: one file, one line here, one experiment file, one test file. */

import { unitaryGeodesic } from './unitary-geodesic.ts';

export const STUDIES = {
  'unitary-geodesic': unitaryGeodesic,
} as const;
