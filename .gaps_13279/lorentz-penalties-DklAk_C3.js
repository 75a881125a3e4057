import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { t as fittedCostate } from "./generator-readout-Cu73qvZZ.js";
import { a as generators, d as pointAfter, i as generatorGeodesic, l as controlsAt, o as wordGenerators, r as zeroState, t as stateGeodesic } from "./state-geodesic-Dy6ANVA2.js";
import { n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { t as simpsonRule } from "./simpson-rule-5nfCdqPW.js";
// train/studies/lorentz-generators/lorentz-penalties.ts
/** @file How a geodesic changes when one of the two-qubit combinations of III.C becomes expensive. */
const half = Math.SQRT1_2;
const sum = (terms) => ({
	qubits: 2,
	terms: Object.entries(terms).map(([word, coefficient]) => ({
		word,
		coefficient
	}))
});
/**
* An orthonormal basis of the traceless Hermitian operators: one-qubit words, and the two-qubit combinations of III.C.
*/
const BASIS = [...[
	"XI",
	"YI",
	"ZI",
	"IX",
	"IY",
	"IZ",
	"XX",
	"YY",
	"ZZ"
].map((word) => [word, sum({ [word]: 1 })]), ...[
	"XZ ZX",
	"YZ ZY",
	"XY YX"
].flatMap((pair) => {
	const [a, b] = pair.split(" ");
	return [[`${a} + ${b}`, sum({
		[a]: half,
		[b]: half
	})], [`${a} − ${b}`, sum({
		[a]: half,
		[b]: -half
	})]];
})];
const NAMES = BASIS.map(([name]) => name);
/** The nine that act on both qubits. */
const TWO_QUBIT = NAMES.slice(6);
/** Geodesics to a Haar-random state while each combination in turn, and finally all nine, become expensive. */
function penalisedPaths(combinations, penalty, steps, seed) {
	const state = zeroState(2).interleaved;
	const target = haarRandom(2, seed).amplitudes;
	const words = wordGenerators(controlWords({ penalty: 1 }, 2));
	const { velocity } = finished(target);
	const costate = fittedCostate(words, state, velocity.map((h) => Float64Array.from(h)));
	return [
		["none", []],
		...combinations.map((name) => [name, [name]]),
		["all nine", TWO_QUBIT]
	].map(([name, penalised]) => followed(name, penalised, {
		state,
		costate
	}, target, penalty, steps));
}
function followed(name, penalised, start, target, penalty, steps) {
	const even = 2 * Math.ceil(steps / 2);
	const penalties = Array.from({ length: even + 1 }, (_, k) => penalty ** (k / even));
	let at = start;
	let last = null;
	const family = penalties.map((q) => {
		const metric = generators(BASIS.map(([, one]) => one), NAMES.map((one) => penalised.includes(one) ? q : 1));
		const found = generatorGeodesic(metric, at, target);
		at = found;
		last = metric;
		const squares = sampled(metric, found).map((u) => NAMES.reduce((total, one, a) => total + (penalised.includes(one) ? u[a] ** 2 : 0), 0));
		return {
			length: found.length,
			residual: found.residual,
			slope: q * simpsonRule(squares) / (2 * found.length)
		};
	});
	const samples = sampled(last, at);
	return {
		name,
		penalties,
		lengths: family.map(({ length }) => length),
		slopes: family.map(({ slope }) => slope),
		residual: Math.max(...family.map(({ residual }) => residual)),
		usage: NAMES.map((_, a) => simpsonRule(samples.map((u) => Math.abs(u[a]))))
	};
}
/** Velocities at 17 equal times. */
function sampled(metric, start) {
	const velocities = [];
	let at = start;
	for (let k = 0; k <= 16; k++) {
		velocities.push(controlsAt(metric, at));
		if (k < 16) at = pointAfter(metric, at, 1 / 16);
	}
	return velocities;
}
function finished(target) {
	const steps = stateGeodesic({ penalty: 1 }, target, {
		slices: 4,
		starts: 1,
		polished: 0,
		conjugatePoints: false
	});
	for (;;) {
		const next = steps.next();
		if (next.done) return next.value.value;
	}
}
function penaltySection(paths, penalty) {
	return {
		section: {
			heading: "Penalties on two-qubit combinations",
			text: `One Haar-random state of two qubits is reached from |00⟩. Each two-qubit combination in turn, and finally all nine, weighs q, raised from 1 to ${penalty}; the geodesic is followed and always ends at the state. As Hamiltonians the nine are Hermitian: the factors i of III.C make no operation of their own. Sums and differences are divided by √2. The length grows as the envelope theorem says, dC/dq = ∫u²dt/2C.`,
			exhibits: [
				lengthChart(paths),
				usageMap(paths, penalty),
				endTable(paths)
			]
		},
		checks: paths.flatMap((path) => checksOf(path, penalty))
	};
}
const penalisedOf = (paths) => paths.filter(({ name }) => name !== "none");
function lengthChart(paths) {
	return {
		kind: "chart",
		caption: "Length of the geodesic against the weight. The five combinations that cost most, and all nine together.",
		x: {
			label: "weight q (log scale)",
			kind: "log"
		},
		y: {
			label: "length",
			kind: "linear"
		},
		series: [...penalisedOf(paths)].sort((a, b) => b.lengths.at(-1) - a.lengths.at(-1)).slice(0, 6).map(({ name, penalties, lengths }) => ({
			name,
			mark: "line",
			points: penalties.map((q, k) => [q, lengths[k]])
		}))
	};
}
function usageMap(paths, penalty) {
	return {
		kind: "heat-map",
		caption: `Time spent in each generator at q = ${penalty}. Columns: what is penalised; XZ+ is XZ + ZX.`,
		quantity: "∫|u|dt, rad",
		rowsLabel: "generator",
		columnsLabel: "penalised",
		rows: NAMES,
		columns: paths.map(({ name }) => name.replace(/ ([+−]).*/, "$1").replace("none", "–").replace("all nine", "all")),
		values: NAMES.map((_, a) => paths.map(({ usage }) => usage[a]))
	};
}
function endTable(paths) {
	const [plain] = paths;
	return {
		kind: "table",
		caption: "The ends of the families.",
		columns: [
			"penalised",
			"length",
			"excess",
			"time in it before",
			"time in it after"
		],
		rows: penalisedOf(paths).map(({ name, lengths, usage }) => {
			const places = NAMES.flatMap((one, a) => one === name || name === "all nine" && a >= 6 ? [a] : []);
			const spent = (of) => places.reduce((total, a) => total + of[a], 0);
			return [
				name,
				lengths.at(-1),
				lengths.at(-1) - plain.lengths[0],
				spent(plain.usage),
				spent(usage)
			];
		})
	};
}
function checksOf({ name, lengths, slopes, residual }, penalty) {
	return [
		atMost(`penalty on ${name}: end point met`, "independent computation", residual, 1e-9),
		atLeast(`penalty on ${name}: the length does not fall`, "theorem", Math.min(...lengths.slice(1).map((x, k) => x - lengths[k])), 0, 1e-9),
		equals(`penalty on ${name}: growth of the length by the envelope theorem`, "independent computation", lengths.at(-1) - lengths[0], Math.log(penalty) * simpsonRule(slopes), .001)
	];
}
export { penalisedPaths as n, penaltySection as r, TWO_QUBIT as t };
