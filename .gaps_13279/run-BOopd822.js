import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { r as leastSquares } from "./generator-readout-Cu73qvZZ.js";
import { c as carriedAlong, d as pointAfter, f as speedAt, i as generatorGeodesic, l as controlsAt, m as horizontalFrame, s as shotJacobian, u as exactFlow } from "./state-geodesic-Dy6ANVA2.js";
import { i as times, r as plus } from "./real-vector-Ds4rf2rg.js";
import { a as place, o as support } from "./pauli-uGOqdxwH.js";
import { I as missOf } from "./geodesic-family-QE5OLW-7.js";
import { n as generatorsOf, t as exactGeodesic } from "./exact-geodesic-CYf2p0II.js";
import { t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { n as excited, r as stateOf } from "./options-CP2SHywX.js";
// train/studies/back-reaction/findings.ts
/** −⟨H(0), A⟩/C or ⟨H(τ), A⟩/C: a word of weight 1. */
const along = (generators, at, word, length) => controlsAt(generators, at)[generators.table.words.indexOf(word)] / length;
const signed = (value, digits) => value.toFixed(digits).replace("-", "−");
/** Slope of log remainder against log ε at the smallest strengths. */
function slopeOf({ rows }) {
	const [a, b] = rows.slice(-2);
	return Math.log(a.remainder / b.remainder) / Math.log(a.strength / b.strength);
}
function findings(n, { geodesic, slicedLength }, word, responses, times, generators) {
	const slopes = responses.map(slopeOf);
	const checks = [
		atMost("geodesic: end point met", "independent computation", geodesic.residual, 1e-10),
		atMost("geodesic: no longer than the sliced path", "theorem", geodesic.length, slicedLength, 1e-9),
		...responses.flatMap((one, k) => [
			equals(`${one.name}: slope of the remainder`, "theorem", slopes[k], 2, .1),
			equals(`${one.name}: dC/dε by the response and by the first variation`, "theorem", one.lengthSlope, one.firstVariation, 1e-6),
			...one.rows.map(({ strength, residual }) => atMost(`${one.name}, ε = ${strength}: end point met`, "independent computation", residual, 1e-10)),
			atLeast(`${one.name}: the geodesic moves`, "independent computation", one.rows[0].moved, .001)
		])
	];
	return {
		title: "Back-reaction of an excitation",
		question: "How does the geodesic move when its start, or a state along it, is excited locally? (II.C)",
		answer: `The geodesic to a Haar-random state of ${n} qubits has length ${geodesic.length.toFixed(6)}. Excited by exp(−iεA), A = ${word}, it moves in proportion to ε, as the implicit function theorem says: what is left over falls with slope ${slopes.map((slope) => slope.toFixed(3)).join(" and ")}. The length changes by ${responses.map(({ firstVariation }) => `${signed(firstVariation, 4)}·ε`).join(" and ")} (start, bulk), the component of the momentum along A.`,
		sections: responses.map((one) => responseSection(one, n, times, generators)),
		checks,
		verdicts: [{
			statement: "an excitation makes the geodesic adjust: back-reaction is a property of geodesics",
			source: "II.C",
			verdict: "holds",
			because: `velocities move by ${responses.map(({ rows }) => (rows.at(-1).moved / rows.at(-1).strength).toFixed(3)).join(" and ")} per unit of ε, on every qubit and at every time`
		}, {
			statement: "this is the interaction of matter and geometry, and volume invariance is invariance of the length",
			source: "II.C",
			verdict: "analogy",
			because: "dC/dε is a momentum component: it vanishes for excitations orthogonal to the momentum, and no equation between curvature and energy follows"
		}]
	};
}
function responseSection({ name, response, rows, firstVariation, lengthSlope }, n, times, { table: { words } }) {
	const siteShare = (u, site) => Math.sqrt(words.reduce((sum, word, p) => support(word).includes(site) ? sum + u[p] ** 2 : sum, 0));
	return {
		heading: name[0].toUpperCase() + name.slice(1),
		text: `dC/dε = ${signed(firstVariation, 8)} by the first variation, ${signed(lengthSlope, 8)} by the response.`,
		exhibits: [
			{
				kind: "chart",
				caption: "Movement of the velocities, and what linear response leaves over (root mean square over the times).",
				x: {
					label: "ε (log scale)",
					kind: "log"
				},
				y: {
					label: "|Δh|",
					kind: "log"
				},
				series: [{
					name: "moved",
					mark: "line-and-points",
					points: rows.map((row) => [row.strength, row.moved])
				}, {
					name: "remainder",
					mark: "line-and-points",
					points: rows.map((row) => [row.strength, row.remainder])
				}]
			},
			{
				kind: "heat-map",
				caption: "Where the geodesic moves. √Σδh² over the words on a qubit, per unit of ε.",
				quantity: "|δh|/ε",
				rowsLabel: "qubit",
				columnsLabel: "time",
				rows: Array.from({ length: n }, (_, q) => String(q)),
				columns: times.map((time) => time.toFixed(2)),
				values: Array.from({ length: n }, (_, q) => response.map((u) => siteShare(u, q)))
			},
			{
				kind: "table",
				caption: "Newly computed geodesics.",
				columns: [
					"ε",
					"length",
					"moved",
					"remainder",
					"end-point residual"
				],
				rows: rows.map((row) => [
					row.strength,
					row.length,
					row.moved,
					row.remainder,
					row.residual
				])
			}
		]
	};
}
// train/studies/back-reaction/run.ts
/**
* @file An excitation moves the geodesic: linear response by the implicit function theorem, against newly computed
* geodesics.
*/
/** Carries the study out, part by part. */
function* run({ qubits: n, metric, site, insertion, strengths, samples, slices, starts }, { seed, part }) {
	const penalty = TWO_LOCAL[metric];
	const target = haarRandom(n, seed).amplitudes;
	const exact = yield* part("geodesic", .3, () => exactGeodesic(penalty, target, {
		slices,
		starts,
		seed
	}));
	const times = Array.from({ length: samples }, (_, k) => k / (samples - 1));
	const word = place(n, { [Math.min(site, n - 1)]: "X" });
	const responses = [];
	for (const [k, name] of ["start", "bulk"].entries()) {
		const work = () => {
			const generators = generatorsOf(penalty, n);
			const family = name === "start" ? startFamily(generators, exact, word) : bulkFamily(generators, exact, word, insertion);
			return responseOf(generators, exact, family, strengths, times);
		};
		responses.push(yield* part(`excitation of the ${name}`, .3 + .35 * (k + 1), work));
	}
	return findings(n, exact, word, responses, times, generatorsOf(penalty, n));
}
/** The start is excited, the end is held fixed. */
function startFamily(generators, { geodesic, target }, word) {
	return {
		name: "start excited, end held",
		start: (vector, epsilon) => excited(word, vector, epsilon),
		end: () => target.interleaved,
		firstVariation: -along(generators, geodesic, word, geodesic.length)
	};
}
/**
* The state is excited halfway, and the rest of the old path leads it to a new end, which the geodesic has to reach.
*/
function bulkFamily(generators, { geodesic }, word, insertion) {
	const middle = pointAfter(generators, geodesic, insertion);
	const rest = exactFlow(generators, middle, 1 - insertion);
	return {
		name: "bulk excited, start held",
		start: (vector) => vector,
		end: (epsilon) => carriedAlong(generators, rest, [excited(word, middle.state, epsilon)])[0].at(-1),
		firstVariation: along(generators, middle, word, geodesic.length)
	};
}
/** The derivative of a function at 0, by central differences of fourth order. */
function derivative(value) {
	const step = .001;
	const difference = (steps) => plus(value(steps * step), -1, value(-steps * step));
	return times(1 / (12 * step), plus(times(8, difference(1)), -1, difference(2)));
}
/** Steps of the linearised flow, enough for rounding accuracy. */
const FLOW_STEPS = 128;
/** The response by the implicit function theorem, and the geodesics at finite strength by Newton's method. */
function responseOf(generators, { geodesic }, { name, start, end, firstVariation }, strengths, sampleTimes) {
	const pointAt = (epsilon, costate) => ({
		state: start(geodesic.state, epsilon),
		costate: start(costate, epsilon)
	});
	const ends = {
		from: stateOf(geodesic.state),
		to: stateOf(end(0))
	};
	const missAt = (epsilon) => {
		const to = stateOf(end(epsilon));
		const { state } = pointAfter(generators, pointAt(epsilon, geodesic.costate), 1);
		return horizontalFrame(to.interleaved).coordinatesOf(missOf(to, stateOf(state)).interleaved);
	};
	const { matrix: byCostate } = shotJacobian(generators, ends, geodesic.costate, FLOW_STEPS);
	const byStrength = derivative(missAt);
	const moved = horizontalFrame(geodesic.state).vectorOf(times(-1, leastSquares(byCostate, byStrength)));
	/** The response along the tangent of the family. */
	const guessAt = (epsilon) => pointAt(epsilon, plus(geodesic.costate, epsilon, moved));
	/** The velocities at all times, one after the other. */
	const velocitiesOf = (from) => {
		let at = from;
		return Float64Array.from(sampleTimes.flatMap((time, k) => {
			at = pointAfter(generators, at, time - (sampleTimes[k - 1] ?? 0));
			return Array.from(controlsAt(generators, at));
		}));
	};
	const linear = derivative((epsilon) => velocitiesOf(guessAt(epsilon)));
	const plain = velocitiesOf(geodesic);
	const words = generators.weights.length;
	const rows = strengths.map((strength) => {
		const found = generatorGeodesic(generators, guessAt(strength), stateOf(end(strength)));
		const difference = plus(velocitiesOf(found), -1, plain);
		return {
			strength,
			moved: Math.hypot(...difference) / Math.sqrt(sampleTimes.length),
			remainder: Math.hypot(...plus(difference, -strength, linear)) / Math.sqrt(sampleTimes.length),
			length: found.length,
			residual: found.residual
		};
	});
	return {
		name,
		firstVariation,
		lengthSlope: derivative((epsilon) => Float64Array.of(speedAt(generators, guessAt(epsilon))))[0],
		response: sampleTimes.map((_, k) => linear.slice(k * words, (k + 1) * words)),
		rows
	};
}
export { run };
