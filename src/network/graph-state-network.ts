/** @file A stabiliser state as a tensor network on the graph behind it. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { type CliffordGate, conjugatedGroup } from '../stabiliser/clifford-gate.ts';
import { digitAt, setDigit, zeroDigits } from '../stabiliser/digit-matrix.ts';
import { type GraphForm, graphForm } from '../stabiliser/graph-form.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import { sourceOfGroup } from './stabiliser-source.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

/**
 * A network of stabiliser tensors with the given pure state: a tensor for each qudit, a bond of dimension p for each edge
 * of its graph form. A tensor copies its digit to all its bonds; at one end of a bond stands the Fourier gate, which makes
 * of two copies the controlled phase ω^{Γ_ab j k}.
 *
 *     ●──F──●──F──●     the cluster state of a chain
 *     │     │     │
 *
 * @param sites - the qudits of each boundary leg, which make a tensor of the network together; default one qudit each
 * @returns a network without parameters, norm not 1
 * @throws {DomainError} fewer generators than qudits
 */
export function graphStateNetwork(
  group: StabiliserGroup,
  sites: readonly (readonly number[])[] = Array.from({ length: group.qudits }, (_, q) => [q]),
): TensorNetwork {
  const { prime } = group;
  const form = graphForm(group);
  const edges = edgesOf(form);
  const dimensions: Record<Leg, number> = {};
  const nodes = sites.map((qudits, site): NetworkNode => {
    dimensions[`site ${site}`] = prime ** qudits.length;
    // Bonds to qudits of other sites; edges within a site are gates of its tensor.
    const bonds = edges.filter(({ a, b }) => qudits.includes(a) !== qudits.includes(b));
    for (const { leg } of bonds) dimensions[leg] = prime;
    const gates: CliffordGate[] = [
      ...qudits.map((_, k) => ({ kind: 'fourier', qudit: k }) as const),
      ...edges
        .filter(({ a, b }) => qudits.includes(a) && qudits.includes(b))
        .flatMap(({ a, b, weight }) => controlledPhase(qudits.indexOf(a), qudits.indexOf(b), weight)),
      ...bonds.flatMap(({ a, b, weight }, k): readonly CliffordGate[] => {
        const bond = qudits.length + k;
        const control = qudits.indexOf(qudits.includes(a) ? a : b);
        const copy = { kind: 'sum', control, target: bond } as const;
        const scaled = prime === 2 ? [] : [{ kind: 'scale', qudit: bond, factor: weight } as const];
        return qudits.includes(a) ? [copy] : [copy, ...scaled, { kind: 'fourier', qudit: bond }];
      }),
      ...qudits.flatMap((qudit, k) => ownGates(form, qudit, k)),
    ];
    const tensor = conjugatedGroup(zeroStabilisers(prime, qudits.length + bonds.length), gates);
    return { id: `${site}`, legs: [`site ${site}`, ...bonds.map(({ leg }) => leg)], tensor: sourceOfGroup(tensor) };
  });
  const boundary = sites.map((_, site) => `site ${site}`);
  return { kind: 'network', parameters: 0, dimensions, nodes, boundary, bulk: [], environment: [] };
}

interface Edge {
  readonly leg: Leg;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

function edgesOf({ adjacency }: GraphForm): readonly Edge[] {
  const edges: Edge[] = [];
  for (let a = 0; a < adjacency.rows; a++) {
    for (let b = a + 1; b < adjacency.rows; b++) {
      const weight = digitAt(adjacency, a, b);
      if (weight !== 0) edges.push({ leg: `bond ${a}–${b}`, a, b, weight });
    }
  }
  return edges;
}

/** ω^{weight·jk}: a sum between Fourier gates on the target, |k⟩ → Σ ω^{kl}|l⟩ → Σ ω^{kl}|l + s⟩ → ω^{−ks}|k⟩. */
const controlledPhase = (control: number, target: number, weight: number): readonly CliffordGate[] => [
  { kind: 'fourier', qudit: target },
  { kind: 'sum', control, target, power: -weight },
  ...new Array<CliffordGate>(3).fill({ kind: 'fourier', qudit: target }),
];

/** What the graph form has on a qudit alone: loops, phases, and whether it is turned. */
function ownGates({ adjacency, phases, turned }: GraphForm, qudit: number, at: number): readonly CliffordGate[] {
  const loops = new Array<CliffordGate>(digitAt(adjacency, qudit, qudit)).fill({ kind: 'phase', qudit: at });
  const back = turned.includes(qudit) ? new Array<CliffordGate>(3).fill({ kind: 'fourier', qudit: at }) : [];
  return [...loops, { kind: 'shift', qudit: at, x: 0, z: phases[qudit]! }, ...back];
}

/** The group of |0…0⟩. */
function zeroStabilisers(prime: number, qudits: number): StabiliserGroup {
  const [x, z] = [zeroDigits(prime, qudits, qudits), zeroDigits(prime, qudits, qudits)];
  for (let q = 0; q < qudits; q++) setDigit(z, q, q, 1);
  return { kind: 'stabiliser', prime, qudits, x, z, phases: new Uint16Array(qudits) };
}
