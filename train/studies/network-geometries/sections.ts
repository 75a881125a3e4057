/** @file The findings of the study in tables, charts and pictures. */

import { meraGraph } from '../../../src/geometry/graph-families.ts';
import { significant } from '../../../src/number-format.ts';
import { fitDisk } from '../../../src/record/fit-disk.ts';
import { coneAbove, graphScale } from '../../../src/record/graph-scale.ts';
import type { ChartSeries, StudySection } from '../../../src/record/study-record.ts';
import { type Curve, FAMILIES } from './families.ts';
import type { Measured } from './measured.ts';

const points = (xs: readonly number[], ys: readonly number[]): ChartSeries['points'] =>
  xs.map((x, k) => [x, ys[k]!] as const);

export function networkSection({ options, families, squares, random }: Measured): StudySection {
  const series = (curve: (one: (typeof families)[number]) => Curve) =>
    families.map((one): ChartSeries => {
      const { at, values } = curve(one);
      return { name: one.family, mark: one.family === 'ring' ? 'dash' : 'line-and-points', points: points(at, values) };
    });
  const x = (label: string) => ({ label, kind: 'log' }) as const;
  const row = (family: string, what: string, { law }: Curve) => {
    const { slope, slopeError } = law.fits[law.best];
    return [family, what, law.best, slope, slopeError, law.rejected, law.evidence];
  };
  return {
    heading: 'Distances and areas in networks',
    text:
      `Ternary trees and MERA on ${3 ** options.levels} sites, the MERA of finite range with ${options.shallow} levels. Distance D(r): bonds between the tensors of two sites r apart, averaged over places. ` +
      'Area: bonds of the minimal cut around an interval, greatest over places. On the two logarithmic axes of the first chart a power is a straight line and a logarithm bends; in the second a logarithm is straight. ' +
      'How many bonds a level counts is a convention of the drawing; the laws are not.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Distance in the network. Linear in chains and beyond the range of a shallow MERA, logarithmic in trees and MERA.',
        x: x('distance r along the chain (sites)'),
        y: { label: 'D(r) (bonds)', kind: 'log' },
        series: series(({ hops }) => hops),
      },
      {
        kind: 'chart',
        caption: 'Area of intervals. Constant in chains, bounded at finite range, logarithmic in trees and MERA.',
        x: x('length L (sites)'),
        y: { label: 'minimal cut (bonds)', kind: 'linear', include: [0] },
        series: series(({ cuts }) => cuts),
      },
      {
        kind: 'table',
        caption:
          'Laws. Least squares; slope in bonds per site if linear, for each e-fold if logarithmic; evidence is the difference of Akaike’s criterion to the best of the other laws.',
        columns: ['network', 'quantity', 'law', 'slope', '± ', 'rejected', 'evidence'],
        rows: families.flatMap(({ family, hops, cuts }) => [row(family, 'distance', hops), row(family, 'area', cuts)]),
      },
      {
        kind: 'table',
        caption: 'Squares in a grid. Area in a PEPS is the length of the edge: the law of areas in two dimensions.',
        columns: ['side k', 'minimal cut (bonds)'],
        rows: squares.map(({ side, cut }) => [side, cut]),
      },
      {
        kind: 'table',
        caption: 'Random states. Nine qubits, Gaussian tensors: no interval has more entropy than its cut.',
        columns: ['network', 'greatest S − cut (nats)', 'mean S/cut'],
        rows: random.map(({ family, excess, share }) => [family, excess, share]),
      },
    ],
  };
}

export function pictureSection(): StudySection {
  const graph = meraGraph({ sites: 54, branching: 3, levels: 3 });
  const sites = [25, 26, 27];
  const kinds = { u: 'disentangler', w: 'isometry', t: 'tensor' } as const;
  return {
    heading: 'A MERA by scale',
    text: 'Each level is a step of coarse graining by three. A block of sites is connected to its surroundings at every scale once, which gives distances and areas their logarithm.',
    label: 'analogy',
    exhibits: [
      graphScale(graph, {
        caption:
          'The ternary MERA by scale. Squares are disentanglers, triangles isometries; shaded, all tensors on which three sites depend.',
        shapeOf: ({ id }) => kinds[id[0] as keyof typeof kinds],
        ring: true,
        region: { name: 'three sites', sites },
        cone: { name: 'causal cone', nodes: coneAbove(graph, sites) },
      }),
    ],
  };
}

export function stateSection({ options, chains }: Measured): StudySection {
  const marks = { critical: 'line', gapped: 'line', thermal: 'dash' } as const;
  return {
    heading: 'Mutual information and entropy of states',
    text:
      `Free fermions of the infinite chain, ${options.sites} sites of it: the critical Ising and XX chains, the Ising chain at field ${options.field} and, as a control, the critical one at inverse temperature ${options.beta}. ` +
      'I(r) is that of two fermion modes; in the XX chain it vanishes at even distances. A temperature takes the logarithm away although the Hamiltonian is the same: the law belongs to the state.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Information distance. −ln I(r) is a straight line against ln r where the chain is critical.',
        x: { label: 'distance r (sites)', kind: 'log' },
        y: { label: '−ln I(r)', kind: 'linear', include: [0] },
        series: chains.map(({ name, kind, distances, information }) => ({
          name,
          mark: marks[kind],
          points: points(
            distances,
            information.map((value) => -Math.log(value)),
          ),
        })),
      },
      {
        kind: 'chart',
        caption: 'Entropy of intervals. (c/3) ln L, a constant, or proportional to the length.',
        x: { label: 'length L (sites)', kind: 'log' },
        y: { label: 'S (nats)', kind: 'linear', include: [0] },
        series: chains.map(({ name, kind, lengths, entropies }) => ({
          name,
          mark: marks[kind],
          points: points(lengths, entropies),
        })),
      },
      {
        kind: 'table',
        caption: 'Laws of decay and growth. c_{eff} = 3(S(2L) − S(L))/ln 2 at the greatest length.',
        columns: ['state', 'I(r)', 'rejected', 'evidence', 'power', '±', 'ξ (sites)', '±', 'c', '±', 'c_{eff}'],
        rows: chains.map(({ name, decay, growth, effectiveCharge }) => {
          const power = decay.best === 'power';
          const log = growth.best === 'logarithmic' && power;
          return [
            name,
            decay.best,
            decay.rejected,
            decay.evidence,
            power ? decay.exponent : null,
            power ? decay.exponentError : null,
            power ? null : decay.length,
            power ? null : decay.lengthError,
            log ? growth.centralCharge : null,
            log ? growth.centralChargeError : null,
            effectiveCharge,
          ];
        }),
      },
    ],
  };
}

export function togetherSection({ compared }: Measured): StudySection {
  const { best, fits } = compared.surface;
  const disk = fitDisk(
    best,
    `Sites of the critical chain on the hyperbolic plane. Distances −ln(I/(2 ln 2)) of ${best.points?.length} sites, on the Poincaré disk of curvature radius ${significant(best.radius)}, stress ${significant(best.stress, 2)}; rings: distances from the centre.`,
  );
  return {
    heading: 'Networks against states',
    text:
      'How much of −ln I(r) a linear function of the distances in each network explains. For the critical states the tree and the MERA do almost equally well. ' +
      'As points, the sites of the critical chain lie on a curve in the hyperbolic plane that nears its edge, like a cut-off in anti-de Sitter space: 2 ln r is the distance of two points on a horocycle, r apart along it, at curvature radius 1.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'table',
        caption: 'Share of the variation of −ln I that distances explain. 1 is all of it.',
        columns: ['state', ...FAMILIES],
        rows: compared.explained.map(({ state, shares }) => [state, ...FAMILIES.map((family) => shares[family])]),
      },
      {
        kind: 'table',
        caption: 'Surfaces through the sites of the critical chain. Stress of the best fit with each kind.',
        columns: ['surface', 'curvature radius', 'stress'],
        rows: fits.map(({ kind, radius, stress }) => [
          kind === 'euclidean' ? 'Euclidean' : kind,
          Number.isFinite(radius) ? radius : null,
          stress,
        ]),
      },
      ...(disk === null ? [] : [disk]),
    ],
  };
}

export function sweptSection({ options, swept }: Measured): StudySection {
  return {
    heading: 'What a chain cannot hold',
    text: `Ground states of the open critical Ising chain of ${options.chain} spins as matrix-product states. However good their energy, a fixed bond dimension allows a finite entropy and an exponential decay beyond a distance that grows with it: the line is the geometry of the network, not of the state. Within the reach of a larger bond dimension the two laws cannot be told apart: then the evidence is small.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Mutual information of two spins. One of them at a quarter of the chain, by bond dimension χ.',
        x: { label: 'distance r (sites)', kind: 'log' },
        y: { label: 'I(r) (nats)', kind: 'log' },
        series: swept.map(({ bond, distances, information }) => ({
          name: `χ = ${bond}`,
          mark: 'line-and-points',
          points: points(distances, information),
        })),
      },
      {
        kind: 'table',
        caption: 'Matrix-product states of the critical chain. Half of the chain is cut off by one bond, ln χ.',
        columns: ['χ', 'energy', 'S of half (nats)', 'ln χ', 'I(r)', 'ξ (sites)', 'evidence'],
        rows: swept.map(({ bond, energy, half, decay }) => [
          bond,
          energy,
          half,
          Math.log(bond),
          decay.best,
          decay.best === 'exponential' ? decay.length : null,
          decay.evidence,
        ]),
      },
    ],
  };
}
