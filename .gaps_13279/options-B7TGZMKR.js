import { a as int, n as array, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { t as graph } from "./graph-Ca7OdW-R.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { t as w } from "./w-BD1lYKtc.js";
import { o as ring, s as star, t as chain } from "./lattice-MaWPiOKk.js";
import { n as starts, t as slices } from "./search-options-D5dx7ap5.js";
import { Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { n as fubiniStudyDistance } from "./fidelity-DRatENzA.js";
import { r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
// train/studies/size-and-range/named-metrics.ts
/** @file Metrics by name: the three of the paper and some between them. */
/** The metrics by name. */
const METRICS = {
	"size ∞, range ∞": () => ({ penalty: 1 }),
	"size 2, range ∞": () => ({
		maxSize: 2,
		penalty: Infinity
	}),
	"size 2, range 2": () => ({
		maxSize: 2,
		maxRange: 2,
		penalty: Infinity
	}),
	"size 2, ring": (n) => ({
		maxSize: 2,
		maxRange: 1,
		penalty: Infinity,
		lattice: ring(n)
	}),
	"size 2, chain": (n) => ({
		maxSize: 2,
		maxRange: 1,
		penalty: Infinity,
		lattice: chain(n)
	}),
	"size 2, star": (n) => ({
		maxSize: 2,
		maxRange: 1,
		penalty: Infinity,
		lattice: star(n)
	}),
	"size 2, range ∞, w₂ = 4": () => ({
		maxSize: 2,
		sizeWeights: [1, 4],
		penalty: Infinity
	}),
	"size 2, penalty 10": () => ({
		maxSize: 2,
		penalty: 10
	}),
	"size 3, range ∞": () => ({
		maxSize: 3,
		penalty: Infinity
	})
};
/** The bi-invariant metric has a closed form and is not searched. */
const BI_INVARIANT = "size ∞, range ∞";
const [ALL, RING, CHAIN] = [
	"size 2, range ∞",
	"size 2, ring",
	"size 2, chain"
];
/** The metrics in which paths are searched for. */
const METRIC_NAMES = Object.keys(METRICS).filter((name) => name !== BI_INVARIANT);
/** √(2/2ⁿ)·arccos|⟨0|ψ⟩|, the distance from |0…0⟩ where all words weigh 1. */
const biInvariantStateLength = (psi) => Math.sqrt(2 / psi.length) * fubiniStudyDistance(zeroState(Math.log2(psi.length)), psi);
/**
* Whether every word weighs no less in `narrow` than in `wide`: a path of the first is then one of the second, and no
* longer there.
*/
function dominates(narrow, wide, n) {
	const weights = (name) => {
		const { words, weights } = controlWords(METRICS[name](n), n);
		return new Map(words.map((word, p) => [word, weights[p]]));
	};
	const [heavy, light] = [weights(narrow), weights(wide)];
	return [...heavy].every(([word, weight]) => (light.get(word) ?? Infinity) <= weight);
}
// train/studies/size-and-range/options.ts
/** @file Options of the study 'size-and-range'. */
const STATES = {
	GHZ: (n) => ghz(n).amplitudes,
	W: (n) => w(n).amplitudes,
	cluster: (n) => graph(chain(n)).amplitudes,
	"Haar-random": (n, seed) => haarRandom(n, seed).amplitudes
};
const STATE_NAMES = Object.keys(STATES);
const sizeAndRange = {
	summary: "size and range of the metric: three metrics of the paper, and more, on the same states",
	options: strictObject({
		qubits: array(int().min(3).max(7)).min(1).default([3, 4]).describe("numbers of qubits, ascending"),
		states: array(_enum(STATE_NAMES)).min(1).default([...STATE_NAMES]).describe("states to be made"),
		metrics: array(_enum(METRIC_NAMES)).default([...METRIC_NAMES]).describe("metrics in which paths are searched for"),
		slices: slices(),
		starts: starts(2)
	})
};
export { CHAIN as a, biInvariantStateLength as c, BI_INVARIANT as i, dominates as l, sizeAndRange as n, METRICS as o, ALL as r, RING as s, STATES as t };
