import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { n as generatorsOf, t as exactGeodesic } from "./exact-geodesic-CYf2p0II.js";
import { t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { i as randomStream, n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { n as geodesicReadout, r as leastSquares } from "./generator-readout-Cu73qvZZ.js";
import { d as pointAfter, l as controlsAt, m as horizontalFrame } from "./state-geodesic-Dy6ANVA2.js";
import { a as SingularValueDecomposition, i as Matrix } from "./matrix-4pK0aJpU.js";
import { o as support } from "./pauli-uGOqdxwH.js";
// train/studies/redundancy/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(n, exact, found, noise) {
	const { segments, directions, unknowns, numbers, flown } = found;
	const determined = directions.filter(({ rank }) => rank === unknowns);
	const worst = Math.max(...[...segments, ...determined].map(({ geodesic }) => geodesic));
	const alone = directions.find(({ lost }) => lost === "all but the words of qubit 0 alone");
	const oneWord = directions.at(-1);
	const checks = [
		atMost("geodesic: end point met", "independent computation", exact.geodesic.residual, 1e-10),
		atMost("a segment lost entirely is recovered by continuing from before it, relative error", "independent computation", flown, 1e-7),
		...segments.flatMap(({ lost, rank, geodesic, random }) => [
			equals(`${lost} lost: rank of the rest`, "theorem", rank, unknowns, 0),
			atMost(`${lost} lost: relative error of what the rest says, geodesic`, "theorem", geodesic, 1e-6),
			atLeast(`${lost} lost: relative error, random path`, "independent computation", random, .2)
		]),
		...determined.map(({ lost, condition, geodesic }) => atMost(`${lost} lost: relative error, geodesic`, "theorem", geodesic, 1e-12 * condition + 1e-7))
	];
	return {
		title: "Redundancy along a geodesic",
		question: "How much of a lost segment or a lost direction of a geodesic does the rest determine? (II.B)",
		answer: `${numbers} velocities along a geodesic of ${n} qubits are functions of ${unknowns} numbers, the costate at the start. Lost segments and ${determined.length} of ${directions.length} lost sets of directions are determined by the rest, to ${worst.toExponential(1)} without noise. With noise ${noise} on what is read the error of a lost direction reaches ${Math.max(...determined.map(({ noisy }) => noisy)).toPrecision(2)}. A random path has no such redundancy.`,
		sections: [
			recoverySection(found, noise),
			windowSection(found, noise),
			spectrumSection(found)
		],
		checks,
		verdicts: [
			{
				statement: "information along a geodesic is highly redundant: one direction is reconstructed from others",
				source: "II.B",
				verdict: "holds",
				because: `${unknowns} numbers determine ${numbers}; errors without noise are at most ${worst.toExponential(1)} where the rank is full`
			},
			{
				statement: "this redundancy is that of an erasure code",
				source: "II.B",
				verdict: "analogy",
				because: `it follows from a differential equation, of a path that is known in full; noise ${noise} on the words of qubit 0 alone is amplified by a condition number of ${alone.condition.toExponential(1)} to an error of ${alone.noisy.toPrecision(2)}, and one word alone has numerical rank ${oneWord.rank} of ${unknowns}`
			},
			{
				statement: "information of one direction spreads to the others with a finite speed",
				source: "II.B",
				verdict: "holds in part",
				because: "what the words of qubit 0 determine grows with the time of reading (chart), but smoothly: the equation is analytic, and with exact reading any short time is enough"
			}
		]
	};
}
function recoverySection({ segments, directions, unknowns }, noise) {
	const rows = [...segments, ...directions].map(({ lost, rank, condition, geodesic, noisy, random }) => [
		lost,
		`${rank} of ${unknowns}`,
		Number.isFinite(condition) ? condition : null,
		geodesic,
		noisy,
		random
	]);
	return {
		heading: "Lost segments and directions",
		text: `The states along the path are given; the velocities of what is left are read, the costate is fitted to them by least squares, and predicts what is lost. Errors are relative to what is lost. Noise: ${noise} on each velocity read. Random path: velocities of low harmonics, as large as those of the geodesic, to which the best costate is fitted in the same way; what is lost of it stays unknown, and an error of 1 is that of guessing zero.`,
		exhibits: [{
			kind: "table",
			caption: "What the rest says.",
			columns: [
				"lost",
				"rank of the rest",
				"condition",
				"error, geodesic",
				"error with noise",
				"error, random path"
			],
			rows
		}]
	};
}
function windowSection({ windows }, noise) {
	return {
		heading: "Reading for a while",
		text: `Velocities are read from the start until some time, with noise ${noise}. The share of the costate that they determine is 1/d Σ s²/(s² + σ²), with s the singular values of the readout: 0 for nothing, 1 for all.`,
		exhibits: [{
			kind: "chart",
			caption: "Determined share of the costate against the end of the reading.",
			x: {
				label: "read until time",
				kind: "linear"
			},
			y: {
				label: "determined share",
				kind: "linear",
				include: [0, 1]
			},
			series: windows.map(({ read, points }) => ({
				name: read,
				mark: "line",
				points
			}))
		}]
	};
}
function spectrumSection({ spectra }) {
	const series = (name, values) => ({
		name,
		mark: "line-and-points",
		points: values.map((value, k) => [k + 1, value > 1e-14 ? value : null])
	});
	return {
		heading: "Rank of the velocities",
		text: "Singular values of the velocities as a matrix of times by words, the greatest set to 1. Those of the random path end after seven, for it is made of seven harmonics; those of the geodesic fall without end, for it is an analytic curve.",
		exhibits: [{
			kind: "chart",
			caption: "Singular values of the velocities.",
			x: {
				label: "number",
				kind: "linear"
			},
			y: {
				label: "singular value, relative",
				kind: "log"
			},
			series: [series("geodesic", spectra.geodesic), series("random path", spectra.random)]
		}]
	};
}
// train/studies/redundancy/observability.ts
/** The rows of the readout at these times and words, stacked. */
function stacked({ maps }, times, words) {
	return new Matrix(times.flatMap((k) => words.map((p) => maps[k].getRow(p))));
}
/** Descending. */
function singularValues(A) {
	return new SingularValueDecomposition(A, {
		autoTranspose: true,
		computeLeftSingularVectors: false,
		computeRightSingularVectors: false
	}).diagonal;
}
/**
* Share of the variance of unknowns that noisy rows remove, 1/d Σ_j s_j²/(s_j² + σ²), for independent unknowns of
* variance 1 and independent noise σ: 0 if nothing is learned, 1 if everything is.
*
* @param values - singular values of the rows
* @param unknowns - d
*/
function determinedShare(values, unknowns, noise) {
	return values.reduce((sum, s) => sum + s * s / (s * s + noise * noise), 0) / unknowns;
}
// train/studies/redundancy/lost-parts.ts
/** @file What the rest of a geodesic says about a lost segment or a lost direction, with and without noise. */
/** Reads the geodesic at equal times, drops parts of the readings, and reconstructs them from the rest. */
function redundancyOf(generators, { geodesic }, samples, noise, seed) {
	const times = Array.from({ length: samples }, (_, k) => k / (samples - 1));
	const readout = geodesicReadout(generators, geodesic, times);
	const { words } = generators.table;
	const stream = randomStream(seed, "redundancy");
	const random = randomVelocities(readout, stream.normal);
	const noisy = readout.velocities.map((u) => u.map((value) => value + noise * stream.normal()));
	const recovered = (lost, timesOf, wordsOf) => recovery(lost, timesOf, wordsOf, readout, noisy, random);
	const n = generators.qubits;
	const [everyTime, everyWord] = [split(times, () => true), split(words, () => true)];
	const directions = [
		...Array.from({ length: n }, (_, q) => [`all words on qubit ${q}`, (word) => !support(word).includes(q)]),
		["all words of one qubit", (word) => support(word).length > 1],
		["all words of two qubits", (word) => support(word).length === 1],
		["all but the words of qubit 0 alone", (word) => support(word).join() === "0"],
		["all but one word", (word) => word === words[0]]
	];
	return {
		unknowns: 2 * (2 ** n - 1),
		numbers: samples * words.length,
		segments: [
			.25,
			.5,
			.75,
			.9
		].map((share) => {
			const outside = split(times, (time) => Math.abs(time - .5) >= share / 2 + 1e-9);
			return recovered(`the middle ${100 * share} %`, outside, everyWord);
		}),
		directions: directions.map(([lost, reads]) => recovered(lost, everyTime, split(words, reads))),
		windows: windowsOf(readout, words, noise),
		flown: flownError(generators, readout, geodesic),
		spectra: {
			geodesic: spectrumOf(readout.velocities),
			random: spectrumOf(random)
		}
	};
}
function split(items, isRead) {
	const all = items.map((_, k) => k);
	const read = all.filter((k) => isRead(items[k]));
	return {
		read,
		lost: read.length === all.length ? all : all.filter((k) => !isRead(items[k]))
	};
}
function recovery(lost, times, words, readout, noisy, random) {
	const A = stacked(readout, times.read, words.read);
	const values = singularValues(A);
	const rank = values.filter((value) => value > 1e-9 * values[0]).length;
	const errorOf = (readings, truth) => {
		return relativeError(readout, leastSquares(A, times.read.flatMap((k) => words.read.map((p) => readings[k][p]))), truth, times.lost, words.lost);
	};
	return {
		lost,
		rank,
		condition: rank === A.columns ? values[0] / values[A.columns - 1] : Infinity,
		geodesic: errorOf(readout.velocities, readout.velocities),
		noisy: errorOf(noisy, readout.velocities),
		random: errorOf(random, random)
	};
}
/**
* Nothing is known after the first quarter: its velocities fix the costate, and the geodesic is continued to the third.
*/
function flownError(generators, readout, { state }) {
	const { times, velocities } = readout;
	const read = times.flatMap((time, k) => time <= .25 ? [k] : []);
	const A = stacked(readout, read, Array.from(velocities[0].keys()));
	const fitted = leastSquares(A, read.flatMap((k) => Array.from(velocities[k])));
	const start = {
		state,
		costate: horizontalFrame(state).vectorOf(fitted)
	};
	const roots = generators.weights.map(Math.sqrt);
	const lost = times.flatMap((time, k) => time > .25 && time <= .75 ? [k] : []);
	let [error, size] = [0, 0];
	for (const k of lost) controlsAt(generators, pointAfter(generators, start, times[k])).forEach((value, a) => {
		error += (roots[a] * value - velocities[k][a]) ** 2;
		size += velocities[k][a] ** 2;
	});
	return Math.sqrt(error / size);
}
/** A smooth random path: each velocity a random sum of low harmonics, as large as those of the geodesic. */
function randomVelocities({ times, velocities }, normal) {
	const size = Math.hypot(...velocities[0]) / Math.sqrt(velocities[0].length);
	const harmonics = Array.from(velocities[0], () => Array.from({ length: 4 }, () => [normal(), normal()]));
	return times.map((time) => Float64Array.from(harmonics, (terms) => terms.reduce((sum, [a, b], m) => sum + size / 2 * (a * Math.cos(m * Math.PI * time) + b * Math.sin(m * Math.PI * time)), 0)));
}
/** |predicted − true| / |true| over what is lost. */
function relativeError({ maps }, coordinates, truth, times, words) {
	let [error, size] = [0, 0];
	for (const k of times) for (const p of words) {
		const predicted = coordinates.reduce((sum, c, j) => sum + c * maps[k].get(p, j), 0);
		error += (predicted - truth[k][p]) ** 2;
		size += truth[k][p] ** 2;
	}
	return Math.sqrt(error / size);
}
function windowsOf(readout, words, noise) {
	return [
		["all words", () => true],
		["words on qubits 0 and 1", (word) => support(word).every((q) => q <= 1)],
		["words of qubit 0 alone", (word) => support(word).join() === "0"]
	].map(([read, keeps]) => {
		const kept = words.flatMap((word, p) => keeps(word) ? [p] : []);
		return {
			read,
			points: readout.times.map((time, k) => {
				const A = stacked(readout, Array.from({ length: k + 1 }, (_, j) => j), kept);
				return [time, determinedShare(singularValues(A), A.columns, noise)];
			})
		};
	});
}
/** Singular values of velocities as a matrix of times by words, the greatest 1. */
function spectrumOf(velocities) {
	const values = singularValues(new Matrix(velocities.map((u) => Array.from(u))));
	return values.map((value) => value / values[0]);
}
// train/studies/redundancy/run.ts
/** @file How much of a lost segment or a lost direction of a geodesic does the rest determine? A code, or only an equation? */
/** Carries the study out, part by part. */
function* run({ qubits: n, metric, samples, noise, slices, starts }, { seed, part }) {
	const penalty = TWO_LOCAL[metric];
	const exact = yield* part("geodesic", .5, () => exactGeodesic(penalty, haarRandom(n, seed).amplitudes, {
		slices,
		starts,
		seed
	}));
	return findings(n, exact, yield* part("redundancy", 1, () => redundancyOf(generatorsOf(penalty, n), exact, samples, noise, seed)), noise);
}
export { run };
