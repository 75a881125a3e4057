// Free fermions on 200 sites: energy in closed form, and the central charge from entropies.
import { entropiesOfGaussian, gaussianGroundState, hopping } from 'bulkweave/gaussian';
import { chain } from 'bulkweave/operator';

const sites = 200;
const { state, energy } = gaussianGroundState(hopping(chain(sites)));
console.log('energy:', energy, 'and 1 − 1/sin(π/(2n + 2)):', 1 - 1 / Math.sin(Math.PI / (2 * sites + 2)));

// S(ℓ) = (c/6) log((2n/π) sin(πℓ/n)) + … of an open chain, at even ℓ
const { entropy } = entropiesOfGaussian(state);
const half = (length: number) => entropy(Array.from({ length }, (_, site) => site));
const scale = (length: number) => Math.log(Math.sin((Math.PI * length) / sites));
const [a, b] = [sites / 2, sites / 4];
console.log('central charge:', (6 * (half(a) - half(b))) / (scale(a) - scale(b)));
