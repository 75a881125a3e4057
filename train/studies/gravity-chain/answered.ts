/** @file One target along the whole chain ρ → TN → Geo → gravity, as plain data. */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { DomainError } from '../../../src/errors.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { gravityDefect } from '../../../src/gravity/gravity-defect.ts';
import { areasOfTarget } from '../../../src/gravity/target-areas.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { type AnsweredKind, answeredKinds } from './answered-kinds.ts';
import { growthCharge, meanAreas, metricAreas, type NamedAreas, networkAreas } from './areas.ts';
import { controlAreas } from './controls.ts';
import {
  type Curvature,
  curvatureOf,
  geodesicsOfDefect,
  type NamedDefect,
  namedDefect,
  type SourceKind,
  withoutValues,
} from './defects.ts';
import { type FirstLawOfChange, firstLawOfTarget } from './first-law.ts';
import { type Holography, holographyOf } from './holography.ts';
import { MOST_LEARNED, networkOfState, pathOfState, type StateNetwork, type StatePath } from './networks.ts';
import type { ChosenState, Options } from './options.ts';

/** Mean areas by length, for charts. */
export interface MeanAreas {
  readonly name: string;
  readonly kind: SourceKind;
  readonly means: readonly (readonly [length: number, mean: number])[];
}

/** What is known of a target in the end. */
export interface Answered {
  readonly name: string;
  readonly sites: number;
  readonly ring: boolean;
  readonly centralCharge: number;
  readonly charge: 'given' | 'growth' | 'none';
  /** c by the growth of the entropies; null where they do not grow. */
  readonly growth: number | null;
  /** Of the network all but its tensors; the reason in words where there is none. */
  readonly network: Omit<StateNetwork, 'network' | 'theta'> | string;
  readonly path: StatePath | null;
  readonly kinds: readonly AnsweredKind[];
  /** State, networks, metrics, controls, in this order; only that of the state keeps its values. */
  readonly defects: readonly NamedDefect[];
  readonly areas: readonly MeanAreas[];
  readonly curvature: Curvature | null;
  readonly hasReference: boolean;
  readonly holography: Holography | string;
  /** Of states given by their amplitudes. */
  readonly firstLaw: readonly FirstLawOfChange[] | null;
}

/** Least number of sites of a ring with intervals of two lengths. */
const FEWEST_SITES = 6;

/** Carries one target along the chain, part by part. */
export function* answeredTarget(
  chosen: ChosenState,
  at: { readonly index: number; readonly from: number; readonly until: number },
  options: Options,
  { seed, part, read }: StudyContext,
): Generator<StudyStep, Answered> {
  const target = targetOfSpec(chosen.state, { read });
  const sites = target.dimensions.length;
  if (sites < FEWEST_SITES) {
    throw new DomainError(`targets.${at.index}: at least ${FEWEST_SITES} sites required, got ${sites}`);
  }
  const { ring } = chosen;
  const step = (name: string, share: number) =>
    [`${target.name} (${at.index + 1}), ${name}`, at.from + share * (at.until - at.from)] as const;
  const state = yield* part(...step('entropies', 0.1), () => areasOfTarget(target, { ring }));
  const pure = options.geodesic && isSmall(target) ? asPure(target) : null;
  const path =
    pure === null ? null : yield* part(...step('shortest path', 0.5), () => pathOfState(pure, ring, options, seed));
  const network = yield* part(...step('network', 0.8), () => networkOfState(target, ring, path, options, seed));
  const growth = growthCharge(state);
  const centralCharge = chosen.centralCharge ?? growth ?? 1;
  const kinds = yield* part(...step('kinds of networks', 0.9), () =>
    answeredKinds({ target, own: network, centralCharge, chosen }, options, seed),
  );
  return yield* part(...step('gravity', 1), () => {
    const tables: readonly (readonly [SourceKind, NamedAreas])[] = [
      ['state', { name: 'state', areas: state }],
      ...(typeof network === 'string' ? [] : networkAreas(network, ring).map((table) => ['network', table] as const)),
      ...(growth === null ? [] : metricAreas(state, centralCharge).map((table) => ['metric', table] as const)),
      ...controlAreas(target, ring, seed).map((table) => ['control', table] as const),
    ];
    const defects = tables.map(([kind, table]) => namedDefect(table, kind, centralCharge, chosen));
    const reference =
      chosen.reference === undefined
        ? null
        : gravityDefect(areasOfTarget(targetOfSpec(chosen.reference, { read }), { ring }), {
            ...chosen,
            centralCharge,
          });
    const { columns, rows } = options;
    return {
      name: chosen.name ?? target.name,
      sites,
      ring,
      centralCharge,
      charge: chosen.centralCharge !== undefined ? 'given' : growth !== null ? 'growth' : 'none',
      growth,
      network: typeof network === 'string' ? network : withoutTensors(network),
      path,
      kinds,
      defects: defects.map((one) => (one.kind === 'state' ? one : withoutValues(one))),
      areas: tables.map(([kind, { name, areas }]) => ({ name, kind, means: meanAreas(areas) })),
      curvature: curvatureOf(geodesicsOfDefect(defects[0]!.defect, reference), state, { columns, rows }, seed),
      hasReference: reference !== null,
      firstLaw: firstLawOfTarget(target),
      holography: ring ? holographyOf(target, centralCharge) : 'intervals of a ring required',
    };
  });
}

const isSmall = ({ dimensions }: TargetState): boolean =>
  dimensions.length <= MOST_LEARNED && dimensions.every((dimension) => dimension === 2);

const withoutTensors = ({ kind, infidelity, tensors, length }: StateNetwork) => ({ kind, infidelity, tensors, length });
