/** @file What a path found in a sector is worth among all paths of 2ⁿ amplitudes. */

import { counted, significant } from '../../number-format.ts';
import { levels, splitBlocks } from './refinement.ts';
import { type MorseIndex, morseIndex } from './second-variation.ts';
import type { SectorGeodesic } from './sector-geodesic.ts';
import { orbitCount, type YoungSector } from './young-sector.ts';

/** The certificate of a path found in a sector. */
export interface SectorCertificate {
  readonly status: SectorStatus;
  /** Of the full problem, where it was counted. */
  readonly index?: MorseIndex;
  /** |p|·residual/length: how much the length may change when the end is met. */
  readonly uncertainty: number;
  /** The status with its numbers, a sentence. */
  readonly words: string;
}

export type SectorStatus =
  | 'local minimum of the full problem'
  | 'saddle of the full problem'
  | 'geodesic, index not counted'
  | 'upper bound, not polished';

/** How the index is counted. */
export interface CertificateOptions {
  /** Intervals of the second variation, and twice as many, default 8: the two are extrapolated. */
  readonly nodes?: number;
  /** Unknowns at most, default 4000: beyond, the index is not counted. */
  readonly mostUnknowns?: number;
}

/**
 * Whether a geodesic of a sector is a minimum among all paths of 2ⁿ amplitudes, counted by `morseIndex`. Index 0 means that no path
 * nearby is shorter, up to second order and to the resolution of the eigenvalues (2·10⁻³), not that no other is.
 *
 * @param sector - the one in which it was found
 *
 * Cost that of eigenvalues of matrices of 2·nodes·#controls in the finest sectors: a few seconds up to ten qubits.
 */
export function sectorCertificate(
  sector: YoungSector,
  geodesic: Pick<SectorGeodesic, 'start' | 'polished' | 'residual' | 'length' | 'uncertainty'>,
  { nodes = 8, mostUnknowns = 4000 }: CertificateOptions = {},
): SectorCertificate {
  const { uncertainty, polished, length } = geodesic;
  const blocks = sector.blocks.join(' + ');
  const known = `length ${length.toFixed(6)} ± ${significant(uncertainty, 1)} in ${blocks}`;
  if (!polished) {
    const words = `upper bound, not polished: ${known} is that of a sliced path, residual ${significant(geodesic.residual, 1)}`;
    return { status: 'upper bound, not polished', uncertainty, words };
  }
  if (unknownsOf(sector, nodes) > mostUnknowns) {
    const words = `geodesic, index not counted: ${known}; the second variation would have more than ${mostUnknowns} unknowns`;
    return { status: 'geodesic, index not counted', uncertainty, words };
  }
  const index = morseIndex(sector, geodesic.start, nodes);
  const zeros = index.nullity === 0 ? 'no direction' : counted(index.nullity, 'direction');
  if (index.index === 0) {
    const words = `local minimum of the full problem: ${known}, index 0, ${zeros} of equal length`;
    return { status: 'local minimum of the full problem', index, uncertainty, words };
  }
  const broken = index.parts.some(({ negative, level }) => negative > 0 && level.some((kappa) => kappa > 0));
  const how = broken ? `by breaking ${blocks}` : 'within its sector';
  const words = `saddle of index ${index.index} of the full problem: ${known} can be shortened ${how}`;
  return { status: 'saddle of the full problem', index, uncertainty, words };
}

/** Unknowns of the second variation in the finest sectors. */
function unknownsOf({ blocks, locality }: YoungSector, nodes: number): number {
  const counts = levels(blocks, locality).map((level) => orbitCount(splitBlocks(blocks, level), locality));
  return 2 * nodes * Math.max(...counts);
}
