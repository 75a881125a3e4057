/**
 * @file The quantities in which gravity is said to follow from entanglement, for one state and one disturbance of it.
 * The formulas are those of quantum information, exact for every state; their reading as gravity is an analogy.
 */

import { bulkGraph } from '../bulk/bulk-graph.ts';
import { DomainError } from '../errors.ts';
import {
  asTensors,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateVector,
} from '../generative/generative-network.ts';
import type { CapacityGraph } from '../geometry/capacity-graph.ts';
import { type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { addScaled, innerProduct, normalised } from '../linalg/vector.ts';
import { isTree } from '../network/tree-messages.ts';
import type { Noted } from '../noted.ts';
import type { Nats } from '../units.ts';
import {
  areaResponses,
  type CurvatureResponse,
  curvatureResponse,
  cutResponse,
  entropyResponse,
  informationResponse,
  type Response,
  type StateChange,
} from './area-response.ts';
import { type FirstLaw, regionFirstLaw } from './entanglement-first-law.ts';
import { isOutOfReach, type SpectrumShadow, spectrumShadow } from './spectrum-shadow.ts';

/** A contiguous region of the chain with what the disturbance does to its entropy and to its minimal cut. */
export interface RegionResponse extends Response {
  readonly start: number;
  readonly length: number;
  /** Response of the area, where every leg of the network has one; null otherwise. */
  readonly cut: Response | null;
}

/** How geometry responds to a disturbance ψ ↦ ψ + ε(O − ⟨O⟩)ψ. */
export interface GravityShadow {
  readonly label: 'analogy';
  /** The site on which O acts. */
  readonly site: number;
  /** The region whose first law is shown: all sites after that one. */
  readonly half: readonly number[];
  /** The first law of entanglement at several ε; [] if rounding takes the half out of its support. */
  readonly firstLaw: readonly (FirstLaw & { readonly size: number })[];
  /** Greatest |Δ⟨K⟩ − ΔS − S(ρ′‖ρ)|, which is 0 but for rounding; null with an empty list. */
  readonly residual: number | null;
  readonly regions: readonly RegionResponse[];
  /** Responses of the distances −log(I/I_max) between sites; null where they are infinite. */
  readonly distances: readonly (readonly (Response | null)[])[];
  /** Response of the best curved surface through the sites; null if there is none. */
  readonly curvature: CurvatureResponse | null;
  /** The Fisher metric of the half's entanglement spectrum; null if it is out of reach. */
  readonly spectrum: SpectrumShadow | null;
}

/** Most amplitudes, environment included, for which responses are computed. */
const LARGEST_STATE = 2 ** 12;
const NO_FIRST_LAW = 'No first law at finite size: the disturbed half leaves the support of the other.';
const NO_RESPONSE = 'No response of entropies: the disturbance leaves the support of a reduced state.';
const NO_SPECTRUM =
  'No metric of the entanglement spectrum: the tangents of all parameters have more than 2¹⁸ numbers.';
/** ε of the first law. */
const SIZES = [0.001, 0.003, 0.01, 0.03, 0.1];

/**
 * The shadow of gravity in the state of a network. It is disturbed on its middle site as if it evolved for a short
 * imaginary time under −O, with O = (X + Z)/√2 on a qubit and its analogue on larger sites: X joins neighbouring
 * levels, Z falls from 1 to −1.
 *
 * @returns null beyond 2¹² amplitudes; with notes that say why, or what is missing
 *
 * Cost that of the entropies of all contiguous regions and all pairs of sites.
 */
export function gravityShadow(network: GenerativeNetwork, theta: Float64Array): Noted<GravityShadow | null> {
  const sites = siteDimensions(network);
  const environment = environmentDimension(network);
  if (sites.length < 2 || sizeOf(sites) * environment > LARGEST_STATE) {
    const note = `No response of the geometry: it takes two sites and at most ${LARGEST_STATE} amplitudes.`;
    return { value: null, notes: [note] };
  }
  const dimensions = environment > 1 ? [...sites, environment] : sites;
  const state = stateVector(network, theta);
  const site = Math.floor((sites.length - 1) / 2);
  const change = disturbance(state, dimensions, site);
  const of: StateChange = { state, change, dimensions };
  // The half without O stays in its support for any O: ρ′ ≤ ‖O‖²ρ.
  const half = Array.from({ length: sites.length - 1 - site }, (_, k) => site + 1 + k);
  const firstLaw = tried(() =>
    SIZES.map((size) => ({
      size,
      ...regionFirstLaw(state, normalised(addScaled(state, [size, 0], change)), dimensions, half),
    })),
  );
  const regions = tried(() => regionResponses(network, of));
  const distances = tried(() => siteDistances(of, sites.length));
  const spectrum = spectrumShadow(network, theta, half);
  const value: GravityShadow = {
    label: 'analogy',
    site,
    half,
    firstLaw: firstLaw ?? [],
    residual: firstLaw === null ? null : Math.max(...firstLaw.map((law) => Math.abs(defect(law)))),
    regions: regions ?? [],
    distances: distances ?? [],
    curvature: distances === null || sites.length < 4 ? null : tried(() => shapeResponse(distances)),
    spectrum,
  };
  const notes = [
    ...(firstLaw === null ? [NO_FIRST_LAW] : []),
    ...(regions === null || distances === null ? [NO_RESPONSE] : []),
    ...(spectrum === null && isOutOfReach(network, theta) ? [NO_SPECTRUM] : []),
  ];
  return { value, notes };
}

const defect = ({ modularChange, entropyChange, relativeEntropy }: FirstLaw): Nats =>
  modularChange - entropyChange - relativeEntropy;

/** The value, or null where it does not exist. */
function tried<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** (O − ⟨O⟩)ψ for the operator (X + Z)/√2 of one site. */
function disturbance(psi: ComplexVector, dimensions: readonly number[], site: number): ComplexVector {
  const [d, stride] = [dimensions[site]!, sizeOf(dimensions.slice(site + 1))];
  const moved = new Float64Array(2 * psi.length);
  const add = (to: number, from: number, weight: number): void => {
    for (const part of [0, 1])
      moved[2 * to + part] = moved[2 * to + part]! + weight * psi.interleaved[2 * from + part]!;
  };
  for (let index = 0; index < psi.length; index++) {
    const level = Math.floor(index / stride) % d;
    if (d > 1) add(index, index, (1 - (2 * level) / (d - 1)) / Math.SQRT2);
    if (level > 0) add(index - stride, index, 1 / Math.SQRT2);
    if (level + 1 < d) add(index + stride, index, 1 / Math.SQRT2);
  }
  const image = { length: psi.length, interleaved: moved };
  return addScaled(image, [-innerProduct(psi, image)[0], 0], psi);
}

function regionResponses(network: GenerativeNetwork, of: StateChange): readonly RegionResponse[] {
  const n = siteDimensions(network).length;
  const tree = asTensors(network);
  const graph: CapacityGraph | null =
    tree !== null && environmentDimension(tree) === 1 && isTree(tree) ? bulkGraph(tree) : null;
  const areas = graph === null ? null : areaResponses(graph, of);
  return Array.from({ length: n }, (_, start) => start).flatMap((start) =>
    Array.from({ length: n - start }, (_, k) => k + 1)
      .filter((length) => length < n)
      .map((length) => {
        const region = Array.from({ length }, (_, k) => start + k);
        const cut = graph === null || areas === null ? null : cutResponse(graph, areas, region);
        return {
          start,
          length,
          ...entropyResponse(of, region),
          cut: cut === null ? null : { value: cut.value, change: cut.change },
        };
      }),
  );
}

function siteDistances(of: StateChange, sites: number): GravityShadow['distances'] {
  return informationResponse(of)
    .distances.slice(0, sites)
    .map((row) => row.slice(0, sites));
}

function shapeResponse(distances: GravityShadow['distances']): CurvatureResponse {
  const table = (part: keyof Response): readonly (readonly number[])[] =>
    distances.map((row, a) => row.map((pair, b) => (a === b ? 0 : (pair?.[part] ?? Infinity))));
  return curvatureResponse(table('value'), table('change'));
}
