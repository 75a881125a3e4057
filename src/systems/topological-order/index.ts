/** @file `bulkweave/systems/topological-order`: the toric code for qudits, and topological entanglement entropy. */

export type { DigitMatrix } from '../../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../../stabiliser/stabiliser-group.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats } from '../../units.ts';
export { disjointEdges, edgesOfPlaquettes, type Plaquette, rectangle, withoutPlaquettes } from './plaquette-regions.ts';
export { kitaevPreskill, levinWen } from './topological-entropy.ts';
export { edgeBelow, edgeToTheRight, type ToricCodeOptions, toricCode } from './toric-code.ts';
