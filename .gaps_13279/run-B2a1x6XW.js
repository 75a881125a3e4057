import { B as speeds, D as approached, N as pathCondition, O as arrived, Z as controlWords, j as explored } from "./geodesic-family-QE5OLW-7.js";
import { n as randomPath } from "./state-geodesic-Dy6ANVA2.js";
import { o as unitaryPathProblem } from "./unitary-path-i0f72d_s.js";
import { i as randomStream, n as atMost, r as equals } from "./study-record-DTuekta5.js";
import { c as pauliSumMatrix, r as solution, s as combinePauliSums } from "./minimise-BEDXc41D.js";
import { n as growthOf, r as precursor, t as evolutionOperator } from "./complexity-growth-CiCyh1Tf.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { t as chain } from "./lattice-MaWPiOKk.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
// src/comparison/complexity-along-curve.ts
/**
* @file Complexity along a curve: a search at every point, then continuation from its neighbours in both directions.
*/
/**
* Each point has its own search, and then the path of its neighbour is continued to it, first up the curve and then
* down: a family of geodesics found anywhere is tried everywhere. The shorter path is kept.
*
* @param search - the path to point k from its own starts, or from the path to a neighbour
* @param shorter - whether the first path is better than the second
*/
function* bothWays(count, search, shorter) {
	const points = [];
	for (let point = 0; point < count; point++) {
		yield {
			origin: "start",
			point
		};
		points.push({
			path: search(point),
			origin: "start"
		});
	}
	function* follow(point, neighbour, origin) {
		yield {
			origin,
			point
		};
		const path = search(point, points[neighbour].path);
		if (shorter(path, points[point].path)) points[point] = {
			path,
			origin
		};
	}
	for (let point = 1; point < count; point++) yield* follow(point, point - 1, "before");
	for (let point = count - 2; point >= 0; point--) yield* follow(point, point + 1, "after");
	return points;
}
/**
* Upper bounds of the complexity of each unitary of a curve, by the direct method alone: K exact slices that end at V
* up to rounding. A bound of Infinity means that no start led there.
*
* @param unitaries - shape (2ⁿ, 2ⁿ), n ≤ 5 or so
*
* Cost O(K · flips · degree · 4ⁿ) for each step of each search.
*/
function unitaryComplexityAlongCurve(metric, unitaries, options = {}) {
	const { slices = 8, starts = 2, seed = 0, maxSteps = 150 } = options;
	const controls = controlWords(metric, Math.log2(unitaries[0]?.rows ?? 2));
	const search = (point, neighbour) => {
		const problem = unitaryPathProblem(controls, slices, unitaries[point]);
		const path = pathCondition(problem);
		return (neighbour === void 0 ? Array.from({ length: starts }, (_, k) => k) : [-1]).map((k) => {
			const x = neighbour?.x ?? randomPath(problem, randomStream(seed, `unitary start ${k + 1}`));
			const near = solution(explored(path, x, maxSteps));
			const at = solution(approached(path, near, {
				maxSteps,
				tolerance: 1e-12
			}));
			const { x: end, square: infidelity } = arrived(path, at.x);
			const length = speeds(problem, end).reduce((sum, F) => sum + F / slices, 0);
			return {
				x: end,
				length: infidelity < 1e-8 ? length : Infinity,
				infidelity
			};
		}).reduce((a, b) => b.length < a.length ? b : a);
	};
	return bothWays(unitaries.length, search, (a, b) => a.length < b.length - 1e-9);
}
// train/studies/switchback/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(measured) {
	const { qubits, times, there, andBack } = measured;
	const [out, back] = [growthOf(times, there), growthOf(times, andBack)];
	const longest = 2 * there.at(-1) + andBack[0];
	return {
		title: "Switchback: what a perturbation of the past costs",
		question: `How complex is exp(iHt) X₀ exp(−iHt) on ${qubits} qubits, compared with the way there and back? (II.A, complexity and time)`,
		answer: `exp(−iHt) grows by ${out.rate.toFixed(3)} per unit of time from the start; the precursor of X₀ stays at ${andBack[0].toFixed(3)}${back.rate === 0 ? " and never grows" : ` and grows after t* = ${back.delay.toFixed(2)}, by ${back.rate.toFixed(3)}`}. At t = ${times.at(-1).toFixed(2)} it is found at ${andBack.at(-1).toFixed(3)}, where there, X₀, and back would take ${longest.toFixed(3)}: what commutes with X₀ cancels. All lengths are upper bounds; on so few qubits the rate 2v of a large system is not reached.`,
		sections: [lengthSection(measured, out, back)],
		checks: checksOf(measured),
		verdicts: []
	};
}
function lengthSection({ times, there, andBack, speed }, out, back) {
	const points = (values) => times.map((time, k) => [time, values[k]]);
	const shown = (name, { rate, delay, plateau, saturation }) => [
		name,
		rate,
		delay,
		plateau,
		saturation
	];
	return {
		heading: "Complexity against time",
		text: "Words of two neighbours and of one qubit are the controls, at weight 1. Paths are searched for from random starts at each time and continued from both neighbouring times; the shortest path of exact slices is kept.",
		exhibits: [{
			kind: "chart",
			caption: "Complexity in time. The dashed line is the sum of the ways there, through X₀, and back.",
			x: {
				label: "time t (1/J)",
				kind: "linear"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: [
				{
					name: "exp(−iHt)",
					mark: "line-and-points",
					points: points(there)
				},
				{
					name: "precursor of X₀",
					mark: "line-and-points",
					points: points(andBack)
				},
				{
					name: "there and back",
					mark: "dash",
					points: points(there.map((length) => 2 * length + andBack[0]))
				}
			]
		}, {
			kind: "table",
			caption: `Growth. A line through the rise; F(H) = ${speed.toFixed(4)} is the rate of the evolution itself.`,
			columns: [
				"curve",
				"rate",
				"delay",
				"plateau",
				"nine tenths at"
			],
			rows: [shown("exp(−iHt)", out), shown("precursor", back)]
		}]
	};
}
function checksOf({ times, there, andBack, speed }) {
	const step = times[1] - times[0];
	const excess = (values, bound) => Math.max(...values.map((value, k) => value - bound(k)));
	return [
		equals("C(X₀) = π/2", "closed form", andBack[0], Math.PI / 2, 1e-5),
		atMost("exp(−iHt) is no longer than F(H)·t", "theorem", excess(there, (k) => speed * times[k]), 0, 1e-5),
		atMost("the precursor is no longer than there, X₀, and back", "theorem", excess(andBack, (k) => 2 * there[k] + Math.PI / 2), 0, 1e-5),
		atMost("in a step of time the precursor grows by no more than 2F(H)Δt", "theorem", excess(andBack, (k) => k === 0 ? Math.PI / 2 : andBack[k - 1] + 2 * speed * step), 0, 1e-5)
	];
}
// train/studies/switchback/run.ts
/** @file What does a perturbation of the past cost? The precursor W(t) = exp(iHt) W exp(−iHt), and the switchback. */
/** Carries the study out, part by part. */
function* run({ qubits, field, tilt, until, times: count, slices, starts }, { seed, part }) {
	const H = tiltedIsing(qubits, field, tilt);
	const times = Array.from({ length: count }, (_, k) => until * k / (count - 1));
	const W = pauliSumMatrix({
		qubits,
		terms: [{
			word: place(qubits, { 0: "X" }),
			coefficient: 1
		}]
	});
	const lengths = (list) => () => alongCurve(list, {
		slices,
		starts,
		seed
	});
	return findings({
		qubits,
		times,
		there: yield* part("evolution", .5, lengths(times.map((time) => evolutionOperator(H, time)))),
		andBack: yield* part("precursor", 1, lengths(times.map((time) => precursor(H, W, time)))),
		speed: Math.hypot(...H.terms.map(({ coefficient }) => coefficient))
	});
}
/** −Σ Z Z − g Σ X − h Σ Z on the open chain. */
function tiltedIsing(qubits, field, tilt) {
	const terms = Array.from({ length: qubits }, (_, q) => ({
		word: place(qubits, { [q]: "Z" }),
		coefficient: -tilt
	}));
	return combinePauliSums([[1, transverseFieldIsing(chain(qubits), { field })], [1, {
		qubits,
		terms
	}]]);
}
function* alongCurve(unitaries, search) {
	const steps = unitaryComplexityAlongCurve(TWO_LOCAL.chain, unitaries, search);
	const all = 3 * unitaries.length - 2;
	for (let done = 0;; done++) {
		const next = steps.next();
		if (next.done) return next.value.map(({ path }) => path.length);
		const { origin, point } = next.value;
		const from = origin === "start" ? "from random starts" : `from the time ${origin}`;
		yield {
			message: `time ${point + 1} of ${unitaries.length}, ${from}`,
			progress: done / all
		};
	}
}
export { run };
