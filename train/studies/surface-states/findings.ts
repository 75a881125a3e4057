/** @file The findings of the study in words, tables and pictures. */

import { edgeLeg } from '../../../src/geometry/tiling-graph.ts';
import { brief, significant } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import { hexagonPlane, type Surface } from './hexagon-surfaces.ts';
import type { FamilyCurvature } from './metric-families.ts';
import type { TimeSurfaces } from './time-surfaces.ts';

interface Measured {
  readonly layers: number;
  readonly surfaces: readonly Surface[];
  readonly times: TimeSurfaces;
  readonly families: readonly FamilyCurvature[];
}

export function findings(measured: Measured): Findings {
  const { surfaces, times } = measured;
  const { convex, dented } = sorted(surfaces);
  const pieces = surfaces.reduce((sum, surface) => sum + surface.pieces, 0);
  const equal = surfaces.reduce((sum, surface) => sum + surface.equal, 0);
  const far = times.surfaces.at(-1)!;
  return {
    title: 'States on surfaces',
    question:
      'Does every closed surface in the bulk carry a state, and is the network inside it the geometry of that state? (III.D)',
    answer:
      `The network inside a closed surface makes a pure state on it. In a plane of perfect tensors the entropy of ${equal} of ${pieces} ` +
      `contiguous pieces of ${surfaces.length} surfaces is the least cut inside, and the map from the surface to the boundary is an ` +
      `isometry for all ${convex.length} convex surfaces and none of the ${dented.length} others. On a geodesic the surface at any time ` +
      `carries the state at that time, and the path that it encloses is as short as the shortest path found to it. In another network for ` +
      `the same boundary state a surface encloses a path of length ${far.enclosed.toFixed(2)} where ${far.shortest.toFixed(2)} would do: a surface has a state ` +
      'only as a surface in a given network.',
    sections: [closedSection(measured), timeSection(measured), metricSection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function closedSection({ layers, surfaces }: Measured): StudySection {
  const { convex, dented } = sorted(surfaces);
  const { plane } = hexagonPlane(layers);
  const names = [...surfaces.filter(({ name }) => name !== 'random')];
  const shown = names.filter((surface) => !surface.convex).at(-1) ?? names.at(-1)!;
  const inside = new Set(shown.tiles);
  const surface = plane.edges.flatMap(({ tiles }, edge) =>
    tiles.filter((tile) => inside.has(tile)).length === 1 ? [edgeLeg(plane, edge)] : [],
  );
  const of = (list: readonly Surface[], has: (surface: Surface) => boolean): string =>
    `${list.filter(has).length} of ${list.length}`;
  return {
    heading: 'Closed surfaces in a plane of perfect tensors',
    text:
      'A surface is convex if no surface around it has less area. Only then can the map from its state to the boundary be an ' +
      'isometry: more cannot flow out than the least surface lets through. The entropy of an open piece is compared with ' +
      'the least cut inside that closes it.',
    exhibits: [
      tilingDisk(plane, {
        caption: `A surface that is ${shown.convex ? '' : 'not '}convex. Area ${shown.area.toFixed(0)} bits; the least surface around it has ${shown.least.toFixed(0)}.`,
        wedges: [{ name: 'inside', nodes: shown.tiles.map((tile) => `tile ${tile}`) }],
        cuts: [
          { name: 'surface', legs: surface },
          ...(shown.convex ? [] : [{ name: 'shortcut', legs: shown.shortcut }]),
        ],
      }),
      {
        kind: 'table',
        caption: 'Some surfaces. Areas in bits.',
        columns: [
          'inside',
          'tiles',
          'area',
          'least around',
          'convex',
          'isometry outwards',
          'pieces',
          'with entropy = cut',
        ],
        rows: names.map(({ name, tiles, area, least, convex: bulges, isometric, pieces, equal }) => [
          name,
          tiles.length,
          area,
          least,
          bulges ? 'yes' : 'no',
          isometric ? 'yes' : 'no',
          pieces,
          equal,
        ]),
      },
      {
        kind: 'table',
        caption: 'All surfaces. Connected sets of tiles without holes.',
        columns: ['surfaces', 'isometry outwards', 'all pieces with entropy = cut'],
        rows: (
          [
            ['convex', convex],
            ['not convex', dented],
          ] as const
        ).map(([name, list]) => [
          name,
          of(list, ({ isometric }) => isometric),
          of(list, ({ pieces, equal }) => pieces === equal),
        ]),
      },
    ],
  };
}

function timeSection({ times }: Measured): StudySection {
  return {
    heading: 'Surfaces at a given time',
    text:
      'A path of slices is written as a circuit, by product formulas of fourth order, and the circuit as a network. A surface ' +
      'across all wires encloses what came before. The second network makes the same boundary state, but halfway takes a ' +
      'detour and comes back.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'What surfaces enclose. Lengths on the metric of one-qubit words and words on two neighbours; background: the hash of the network, without which a surface has no state.',
        columns: ['network', 'background', 'time', 'enclosed length', 'shortest found', 'infidelity with the geodesic'],
        rows: times.surfaces.map(({ network, background, time, enclosed, shortest, infidelity }) => [
          network,
          background.slice(0, 8),
          time,
          enclosed,
          shortest,
          infidelity,
        ]),
      },
    ],
  };
}

function metricSection({ families }: Measured): StudySection {
  return {
    heading: 'The information metric on one surface',
    label: 'analogy',
    text:
      'States of one family lie on one surface, and have a Fubini–Study metric; states of different surfaces have no ' +
      'fidelity. Bosons that are squeezed in pairs make a hyperbolic plane, fermions in pairs a sphere. The reading of the ' +
      'first as a slice of anti\u2011de Sitter space is not derived here.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Scalar curvature. At three points, by differences: of amplitudes on the surface, and of the covariance of the modes.',
        columns: [
          'family',
          'from',
          'closed form',
          ...families[0]!.points.map((point) => `at (${point.map(brief).join(', ')})`),
        ],
        rows: families.flatMap(({ family, expected, curvatures, ofCovariance }) => [
          [family, 'amplitudes', expected, ...curvatures],
          [family, 'covariance', expected, ...ofCovariance],
        ]),
      },
    ],
  };
}

function checksOf({ surfaces, times, families }: Measured): readonly Check[] {
  const { convex, dented } = sorted(surfaces);
  const geodesic = times.surfaces.filter(({ network }) => network === 'geodesic');
  return [
    atLeast(
      'entropy of a piece is at most its least cut: least deficit',
      'theorem',
      Math.min(...surfaces.map(({ smallest }) => smallest)),
      0,
      1e-9,
    ),
    atMost(
      'rings and horseshoes: greatest deficit of a piece',
      'theorem',
      Math.max(...surfaces.filter(({ name }) => name !== 'random').map(({ greatest }) => greatest)),
      0,
      1e-9,
    ),
    atMost(
      'surfaces that are not convex with an isometry outwards',
      'theorem',
      dented.filter(({ isometric }) => isometric).length,
      0,
    ),
    equals(
      'convex surfaces with an isometry outwards',
      'independent computation',
      convex.filter(({ isometric }) => isometric).length,
      convex.length,
      0,
    ),
    equals(
      'all surfaces have one background',
      'theorem',
      new Set(surfaces.map(({ background }) => background)).size,
      1,
      0,
    ),
    atMost(
      'surfaces of the geodesic: infidelity with the exact path',
      'independent computation',
      Math.max(...geodesic.map(({ infidelity }) => infidelity)),
      0,
      1e-6,
    ),
    atMost(
      'surfaces of the geodesic: enclosed length over the shortest found',
      'theorem',
      Math.max(...geodesic.map(({ enclosed, shortest }) => enclosed / shortest)),
      1,
      0.02,
    ),
    atMost('both networks make one state: infidelity', 'theorem', times.sameState, 0, 1e-10),
    ...families.map(({ family, expected, curvatures, ofCovariance }) =>
      equals(
        `curvature of ${family}`,
        'closed form',
        [...curvatures, ...ofCovariance].reduce((a, b) => (Math.abs(b - expected) > Math.abs(a - expected) ? b : a)),
        expected,
        1e-3,
      ),
    ),
  ];
}

function verdictsOf({ surfaces, times }: Measured): readonly Verdict[] {
  const { convex, dented } = sorted(surfaces);
  const far = times.surfaces.at(-1)!;
  const geodesic = times.surfaces.filter(({ network }) => network === 'geodesic');
  const worst = Math.max(...geodesic.map(({ enclosed, shortest }) => enclosed / shortest));
  return [
    {
      statement: 'the tensor network enclosed by a closed surface represents a quantum state',
      source: 'III.D',
      verdict: 'holds',
      because: `by construction; it reaches the boundary unchanged only from the ${convex.length} convex surfaces, not from the ${dented.length} others`,
    },
    {
      statement:
        'a closed surface around a segment of the geodesic from its start has the state at the end of the segment, with that segment as its optimal network',
      source: 'III.D',
      verdict: 'holds',
      because: `the states agree with the exact path, and enclosed lengths are at most ${worst.toFixed(4)} times the shortest found`,
    },
    {
      statement: 'the correspondence is not unique: it depends on the boundary state and its tensor network',
      source: 'III.D',
      verdict: 'holds',
      because: `two networks for one state (infidelity ${significant(times.sameState, 2)}) have on their middle surfaces states of infidelity ${far.infidelity.toFixed(3)}, and the second encloses ${(far.enclosed / far.shortest).toFixed(1)} times the shortest length`,
    },
    {
      statement: 'the local geometry of the bulk can be derived from the information metric of surface states',
      source: 'I',
      verdict: 'analogy',
      because:
        'families of states on one surface have the metrics expected in closed form; surfaces of different size have no common space, and no fidelity',
    },
  ];
}

function sorted(surfaces: readonly Surface[]): {
  readonly convex: readonly Surface[];
  readonly dented: readonly Surface[];
} {
  return { convex: surfaces.filter(({ convex }) => convex), dented: surfaces.filter(({ convex }) => !convex) };
}
