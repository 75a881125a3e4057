/**
 * @file `bulkweave/systems/holography`: entropies against surfaces, wedges, recovery from a part of the boundary, and states
 * of surfaces, for any state and any graph. Graphs, cuts and causal wedges are in `/bulk`, entropies in `/state` and `/network`.
 */

export type { Recoverability } from '../../bulk/recoverability.ts';
export type { Angle } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export type { CapacityGraph, GraphEdge, GraphNode } from '../../geometry/capacity-graph.ts';
export type { DiskPoint } from '../../geometry/hyperbolic-disk.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { Subnetwork } from '../../network/subnetwork.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { NetworkPoint } from '../../network-point.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { MetricDerivatives, MetricField } from '../../riemann/metric-field.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats, Radians } from '../../units.ts';
export { entanglementWedge, tensorsOfInputs, type WedgeOptions } from './entanglement-wedge.ts';
export { greedyWedge, type Thresholds } from './greedy-wedge.ts';
export {
  type CutNetwork,
  type CutOptions,
  cutEntropies,
  cutNetwork,
  networkRecoverability,
} from './network-recoverability.ts';
export { type HolographicRegion, type RyuTakayanagi, ryuTakayanagi } from './ryu-takayanagi.ts';
export {
  type Convexity,
  type SurfaceState,
  surfaceConvexity,
  surfaceEntropies,
  surfaceMetric,
  surfaceState,
} from './surface-state.ts';
