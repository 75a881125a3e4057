/**
 * @file The catalogue of studies and their options. The computation and the words of a study are loaded when it is run.
 * Adding one: one folder, one line here, one experiment file, one test file.
 */

import { study } from '../study.ts';
import { areasToMetric } from './areas-to-metric/options.ts';
import { backReaction } from './back-reaction/options.ts';
import { blackHoles } from './black-holes/options.ts';
import { boundGap } from './bound-gap/options.ts';
import { chainsStudy } from './chains/options.ts';
import { complexityChart } from './complexity-chart/options.ts';
import { computationalUniverse } from './computational-universe/options.ts';
import { continuousMera } from './continuous-mera/options.ts';
import { criticalMeraStudy } from './critical-mera/options.ts';
import { criticalScaling } from './critical-scaling/options.ts';
import { digits } from './digits/options.ts';
import { discreteComplexity } from './discrete-complexity/options.ts';
import { discreteSwitchback } from './discrete-switchback/options.ts';
import { entanglementFeatures } from './entanglement-features/options.ts';
import { evolutionComplexity } from './evolution-complexity/options.ts';
import { exactMapping } from './exact-mapping/options.ts';
import { extensiveWeights } from './extensive-weights/options.ts';
import { frameBundle } from './frame-bundle/options.ts';
import { gateCountFront } from './gate-count-front/options.ts';
import { gateLengthFront } from './gate-length-front/options.ts';
import { gaugeInvariance } from './gauge-invariance/options.ts';
import { generators } from './generators/options.ts';
import { ghzAgainstW } from './ghz-against-w/options.ts';
import { ghzAgainstWLarge } from './ghz-against-w-large/options.ts';
import { gravityChain } from './gravity-chain/options.ts';
import { hasGeometry } from './has-geometry/options.ts';
import { holographicComplexity } from './holographic-complexity/options.ts';
import { hub } from './hub/options.ts';
import { learnedCode } from './learned-code/options.ts';
import { lightConesStudy } from './light-cones/options.ts';
import { lorentzGenerators } from './lorentz-generators/options.ts';
import { matching } from './matching/options.ts';
import { networkGeometries } from './network-geometries/options.ts';
import { pathIntegral } from './path-integral/options.ts';
import { pathIntegralOptimisation } from './path-integral-optimisation/options.ts';
import { pathSum } from './path-sum/options.ts';
import { pentagonCode } from './pentagon-code/options.ts';
import { pluperfect } from './pluperfect/options.ts';
import { randomNetwork } from './random-network/options.ts';
import { redundancy } from './redundancy/options.ts';
import { regge } from './regge/options.ts';
import { sizeAndRange } from './size-and-range/options.ts';
import { spinFoam } from './spin-foam/options.ts';
import { spinNetworkAreas } from './spin-network-areas/options.ts';
import { stateComplexity } from './state-complexity/options.ts';
import { surfaceStates } from './surface-states/options.ts';
import { switchback } from './switchback/options.ts';
import { symmetryBreaking } from './symmetry-breaking/options.ts';
import { teleportation } from './teleportation/options.ts';
import { thermalMeraStudy } from './thermal-mera/options.ts';
import { timeOptimalControl } from './time-optimal-control/options.ts';
import { topologicalOrder } from './topological-order/options.ts';
import { twoSpacetimes } from './two-spacetimes/options.ts';
import { unitaryGeodesic } from './unitary-geodesic/options.ts';
import { wedges } from './wedges/options.ts';

export const STUDIES = {
  'gate-count-front': study(gateCountFront, () => import('./gate-count-front/run.ts')),
  'gate-length-front': study(gateLengthFront, () => import('./gate-length-front/run.ts')),
  'unitary-geodesic': study(unitaryGeodesic, () => import('./unitary-geodesic/run.ts')),
  'ghz-against-w': study(ghzAgainstW, () => import('./ghz-against-w/run.ts')),
  'ghz-against-w-large': study(ghzAgainstWLarge, () => import('./ghz-against-w-large/run.ts')),
  hub: study(hub, () => import('./hub/run.ts')),
  'extensive-weights': study(extensiveWeights, () => import('./extensive-weights/run.ts')),
  'symmetry-breaking': study(symmetryBreaking, () => import('./symmetry-breaking/run.ts')),
  teleportation: study(teleportation, () => import('./teleportation/run.ts')),
  'gauge-invariance': study(gaugeInvariance, () => import('./gauge-invariance/run.ts')),
  matching: study(matching, () => import('./matching/run.ts')),
  'lorentz-generators': study(lorentzGenerators, () => import('./lorentz-generators/run.ts')),
  'frame-bundle': study(frameBundle, () => import('./frame-bundle/run.ts')),
  'back-reaction': study(backReaction, () => import('./back-reaction/run.ts')),
  redundancy: study(redundancy, () => import('./redundancy/run.ts')),
  'size-and-range': study(sizeAndRange, () => import('./size-and-range/run.ts')),
  'bound-gap': study(boundGap, () => import('./bound-gap/run.ts')),
  chains: study(chainsStudy, () => import('./chains/run.ts')),
  'complexity-chart': study(complexityChart, () => import('./complexity-chart/run.ts')),
  'discrete-complexity': study(discreteComplexity, () => import('./discrete-complexity/run.ts')),
  'discrete-switchback': study(discreteSwitchback, () => import('./discrete-switchback/run.ts')),
  'entanglement-features': study(entanglementFeatures, () => import('./entanglement-features/run.ts')),
  'path-integral': study(pathIntegral, () => import('./path-integral/run.ts')),
  'path-sum': study(pathSum, () => import('./path-sum/run.ts')),
  'evolution-complexity': study(evolutionComplexity, () => import('./evolution-complexity/run.ts')),
  'network-geometries': study(networkGeometries, () => import('./network-geometries/run.ts')),
  'pentagon-code': study(pentagonCode, () => import('./pentagon-code/run.ts')),
  pluperfect: study(pluperfect, () => import('./pluperfect/run.ts')),
  'black-holes': study(blackHoles, () => import('./black-holes/run.ts')),
  'holographic-complexity': study(holographicComplexity, () => import('./holographic-complexity/run.ts')),
  'critical-scaling': study(criticalScaling, () => import('./critical-scaling/run.ts')),
  'critical-mera': study(criticalMeraStudy, () => import('./critical-mera/run.ts')),
  'thermal-mera': study(thermalMeraStudy, () => import('./thermal-mera/run.ts')),
  'continuous-mera': study(continuousMera, () => import('./continuous-mera/run.ts')),
  switchback: study(switchback, () => import('./switchback/run.ts')),
  wedges: study(wedges, () => import('./wedges/run.ts')),
  'light-cones': study(lightConesStudy, () => import('./light-cones/run.ts')),
  'state-complexity': study(stateComplexity, () => import('./state-complexity/run.ts')),
  'surface-states': study(surfaceStates, () => import('./surface-states/run.ts')),
  'exact-mapping': study(exactMapping, () => import('./exact-mapping/run.ts')),
  'gravity-chain': study(gravityChain, () => import('./gravity-chain/run.ts')),
  digits: study(digits, () => import('./digits/run.ts')),
  generators: study(generators, () => import('./generators/run.ts')),
  'random-network': study(randomNetwork, () => import('./random-network/run.ts')),
  'learned-code': study(learnedCode, () => import('./learned-code/run.ts')),
  'time-optimal-control': study(timeOptimalControl, () => import('./time-optimal-control/run.ts')),
  'areas-to-metric': study(areasToMetric, () => import('./areas-to-metric/run.ts')),
  'two-spacetimes': study(twoSpacetimes, () => import('./two-spacetimes/run.ts')),
  'has-geometry': study(hasGeometry, () => import('./has-geometry/run.ts')),
  'topological-order': study(topologicalOrder, () => import('./topological-order/run.ts')),
  regge: study(regge, () => import('./regge/run.ts')),
  'computational-universe': study(computationalUniverse, () => import('./computational-universe/run.ts')),
  'spin-foam': study(spinFoam, () => import('./spin-foam/run.ts')),
  'spin-network-areas': study(spinNetworkAreas, () => import('./spin-network-areas/run.ts')),
  'path-integral-optimisation': study(pathIntegralOptimisation, () => import('./path-integral-optimisation/run.ts')),
} as const;

export type { TargetSpec } from '../../datasets/targets.ts';
export type { Chosen } from '../../src/catalogue.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../src/circuit/circuit.ts';
export type { PauliWord } from '../../src/operator/pauli.ts';
export type { InputFile, RecordHead } from '../../src/record/run-record.ts';
export * from '../../src/record/study-record.ts';
export type { SearchEntries, SearchJournal } from '../../src/search-journal.ts';
export type { Radians } from '../../src/units.ts';
export {
  type PartStep,
  type Study,
  type StudyCheckpoint,
  type StudyContext,
  type StudyRun,
  type StudyStep,
  study,
  studyContext,
} from '../study.ts';
