import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { t as refinedPath } from "./refined-path-BT8IbeHS.js";
import { t as exponentialAction } from "./exponential-action-DXtaVvoW.js";
import { X as zeroMatrix, d as hermitianEigenvalues, n as atMost, r as equals, ut as DomainError } from "./study-record-DTuekta5.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { t as chain } from "./lattice-MaWPiOKk.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { c as pauliSumMatrix, l as pauliSumOperator, s as combinePauliSums } from "./minimise-BEDXc41D.js";
import { a as entanglementEntropy } from "./region-entropies-C3COF-g3.js";
import { r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
import { o as qubitDimensions, s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
// src/state/level-statistics.ts
/** @file Integrable or chaotic? How the levels of a Hamiltonian keep their distance, in a sector of its symmetries. */
/** Mean ratio of independent levels, 2 log 2 − 1: what integrable systems show as a rule (Berry & Tabor). */
const POISSON_RATIO = 2 * Math.LN2 - 1;
/** Mean ratio of the Gaussian orthogonal ensemble, for large matrices: what chaotic systems with time reversal show. */
const ORTHOGONAL_RATIO = .5307;
/**
* Mean ratio of neighbouring level spacings, ⟨min(s_k, s_{k+1}) / max(s_k, s_{k+1})⟩, which needs no unfolding.
* Spacings below 10⁻¹⁰ of the width of the spectrum are degeneracies: they count as they are, and pull the mean down.
*
* @param energies - ascending, at least three
* @throws {DomainError} fewer than three levels
*
* @see Oganesyan & Huse, Phys. Rev. B 75, 155111 (2007); Atas, Bogomolny, Giraud & Roux, Phys. Rev. Lett. 110, 084101
*   (2013)
*/
function levelSpacingRatio(energies) {
	if (energies.length < 3) throw new DomainError(`levelSpacingRatio: at least three levels required, got ${energies.length}`);
	const spacings = Array.from({ length: energies.length - 1 }, (_, k) => energies[k + 1] - energies[k]);
	const ratios = spacings.slice(1).map((next, k) => {
		const [less, more] = [Math.min(spacings[k], next), Math.max(spacings[k], next)];
		return more > 0 ? less / more : 1;
	});
	return ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
}
/**
* The block of a Hermitian matrix on the states that a group of permutations of the basis leaves as they are: one state
* Σ_{b ∈ O} |b⟩/√|O| for each orbit O.
*
* @param matrix - shape (D, D), invariant under the group
* @param generators - permutations of 0 … D − 1 that generate the group, each its own inverse
* @returns shape (#orbits, #orbits)
*/
function symmetricSector(matrix, generators) {
	const orbitOf = new Int32Array(matrix.rows).fill(-1);
	const sizes = [];
	for (let b = 0; b < matrix.rows; b++) {
		if (orbitOf[b] !== -1) continue;
		const orbit = [b];
		orbitOf[b] = sizes.length;
		for (const member of orbit) for (const generator of generators) {
			const image = generator(member);
			if (orbitOf[image] !== -1) continue;
			orbitOf[image] = sizes.length;
			orbit.push(image);
		}
		sizes.push(orbit.length);
	}
	const block = zeroMatrix(sizes.length, sizes.length);
	for (let i = 0; i < matrix.rows; i++) for (let j = 0; j < matrix.cols; j++) {
		const [a, b] = [orbitOf[i], orbitOf[j]];
		const [from, to] = [2 * (i * matrix.cols + j), 2 * (a * block.cols + b)];
		const scale = 1 / Math.sqrt(sizes[a] * sizes[b]);
		block.interleaved[to] = block.interleaved[to] + scale * matrix.interleaved[from];
		block.interleaved[to + 1] = block.interleaved[to + 1] + scale * matrix.interleaved[from + 1];
	}
	return block;
}
// train/studies/evolution-complexity/findings.ts
/** @file The findings of the study in words, tables and pictures. */
const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;
function findings(n, levels, curves, saturated) {
	const haar = mean(saturated);
	const late = curves.map(({ points }) => mean(points.slice(-Math.ceil(points.length / 3)).map(({ length }) => length)));
	const [integrable, chaotic] = curves;
	const checks = curves.flatMap(({ name, points }) => [
		equals(`${name}: complexity at t = 0`, "closed form", points[0].length, 0, 1e-6),
		...points.flatMap(({ time, length, straight, infidelity }) => [atMost(`${name}, t = ${time.toFixed(2)}: no longer than the evolution itself`, "theorem", length, straight, 1e-6), atMost(`${name}, t = ${time.toFixed(2)}: end-point infidelity`, "independent computation", infidelity, 1e-8)]),
		...points.slice(1).map(({ time, length, straight }, k) => atMost(`${name}, t = ${time.toFixed(2)}: grows no faster than F(H)`, "theorem", length - points[k].length, straight - points[k].straight, .02))
	]);
	return {
		title: "Complexity under time evolution",
		question: "How does the complexity of a state grow and saturate under an integrable and under a chaotic Hamiltonian? (I, II.A)",
		answer: `Both grow at once, but slower than the evolution itself, F(H)·t, for part of H leaves |0…0⟩ as it is, and saturate. In the last third of the times the mean is ${late[0].toFixed(3)} (integrable) and ${late[1].toFixed(3)} (chaotic); Haar-random states of ${n} qubits have ${haar.toFixed(3)}. The Hamiltonians are told apart by their levels, r = ${integrable.ratio.toFixed(3)} and ${chaotic.ratio.toFixed(3)} (Poisson ${POISSON_RATIO.toFixed(3)}, orthogonal ensemble ${ORTHOGONAL_RATIO}).`,
		sections: [growthSection(curves, haar), levelSection(levels, curves)],
		checks,
		verdicts: [{
			statement: "complexity grows for a long time under chaotic evolution, as the volume behind a horizon does",
			source: "I, II.A",
			verdict: "analogy",
			because: `at n = ${n} it saturates within a few units of time, at ${(late[1] / haar).toFixed(3)} of the Haar-random mean (integrable: ${(late[0] / haar).toFixed(3)}); growth for a time exponential in n, and its reading as a volume, cannot be seen at this size`
		}]
	};
}
function growthSection(curves, haar) {
	return {
		heading: "Growth and saturation",
		text: "Shortest paths found from |0…0⟩ to exp(−iHt)|0…0⟩ on the chain: searched for anew at every time, continued from the previous time, and the evolution itself shortened; the shortest counts. The evolution is a path of length F(H)·t, so complexity cannot grow faster (dashed).",
		exhibits: [{
			kind: "chart",
			caption: "Complexity against time. Dashed: the length of the evolution itself.",
			x: {
				label: "time, 1/J",
				kind: "linear"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: curves.flatMap(({ name, points }) => [{
				name,
				mark: "line-and-points",
				points: points.map(({ time, length }) => [time, length])
			}, {
				name: `${name}, F(H)·t`,
				mark: "dash",
				points: points.filter(({ straight }) => straight < 2 * haar).map(({ time, straight }) => [time, straight])
			}]),
			levels: [{
				y: haar,
				name: "Haar-random, mean"
			}]
		}, {
			kind: "chart",
			caption: "Entanglement between the halves, nats.",
			x: {
				label: "time, 1/J",
				kind: "linear"
			},
			y: {
				label: "entropy, nats",
				kind: "linear",
				include: [0]
			},
			series: curves.map(({ name, points }) => ({
				name,
				mark: "line-and-points",
				points: points.map(({ time, entropy }) => [time, entropy])
			}))
		}]
	};
}
function levelSection(levels, curves) {
	return {
		heading: "Levels",
		text: `Mean ratio of neighbouring level spacings of the chain of ${levels} qubits, in the sector even under reflection (and under the flip of all spins, where that is a symmetry). Levels of an integrable Hamiltonian ignore each other, those of a chaotic one repel.`,
		exhibits: [{
			kind: "table",
			caption: "Mean ratio of level spacings.",
			columns: [
				"Hamiltonian",
				"r",
				"Poisson",
				"orthogonal ensemble"
			],
			rows: curves.map(({ name, ratio }) => [
				name,
				ratio,
				POISSON_RATIO,
				ORTHOGONAL_RATIO
			])
		}]
	};
}
// train/studies/evolution-complexity/run.ts
/** @file How does complexity grow in time, under an integrable and under a chaotic Hamiltonian? */
/** Carries the study out, part by part. */
function* run({ qubits: n, field, tilt, until, times, levels, haarStates, slices, starts }, { seed, part }) {
	const metric = TWO_LOCAL.chain;
	const search = {
		slices,
		starts,
		seed
	};
	const models = [["integrable", 0], ["chaotic", tilt]];
	const curves = [];
	for (const [k, [name, h]] of models.entries()) {
		const ratio = yield* part(`${name}: levels`, .05 + .45 * k, () => meanRatio(tiltedIsing(levels, field, h), h !== 0));
		const points = [];
		let path = null;
		for (let step = 0; step < times; step++) {
			const time = until * step / (times - 1);
			const H = tiltedIsing(n, field, h);
			const before = path;
			const done = .05 + .45 * k + .4 * (step + 1) / times;
			const found = yield* part(`${name}, t = ${time.toFixed(2)}`, done, () => pathAt(metric, H, time, before, search));
			path = found.velocity;
			points.push(found.point);
		}
		curves.push({
			name,
			ratio,
			points
		});
	}
	const saturated = [];
	for (let k = 0; k < haarStates; k++) {
		const { amplitudes } = haarRandom(n, seed + k);
		const work = () => shortestPath(metric, amplitudes, search);
		saturated.push((yield* part(`Haar-random ${k + 1}`, .95 + .05 * (k + 1) / haarStates, work)).length);
	}
	return findings(n, levels, curves, saturated);
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
/** Levels in the sector that is even under reflection and, without tilt, under the flip of all spins. */
function meanRatio(H, tilted) {
	const { qubits } = H;
	const reflected = (b) => {
		let image = 0;
		for (let q = 0; q < qubits; q++) image |= (b >> q & 1) << qubits - 1 - q;
		return image;
	};
	const flipped = (b) => 2 ** qubits - 1 - b;
	const sector = symmetricSector(pauliSumMatrix(H), tilted ? [reflected] : [reflected, flipped]);
	return levelSpacingRatio(hermitianEigenvalues(sector));
}
/**
* The shortest path found to e^{−iHt}|0…0⟩: searched for anew, continued from the previous time, and the evolution
* itself, shortened.
*/
function* pathAt(metric, H, time, before, search) {
	const zero = zeroState(H.qubits);
	const psi = time === 0 ? zero : evolved(H, time);
	const { words } = controlWords(metric, H.qubits);
	const own = words.map((word) => H.terms.find((term) => term.word === word)?.coefficient ?? 0);
	const evolution = Array.from({ length: search.slices }, () => own.map((value) => value * time));
	const best = [yield* shortestPath(metric, psi, search), ...[evolution, ...before === null ? [] : [before]].map((velocity) => refinedPath(metric, zero, psi, velocity))].filter(({ infidelity }) => infidelity < 1e-8).reduce((a, b) => b.length < a.length ? b : a);
	const half = Array.from({ length: Math.floor(H.qubits / 2) }, (_, q) => q);
	return {
		point: {
			time,
			length: best.length,
			infidelity: best.infidelity,
			straight: Math.hypot(...own) * time,
			entropy: entanglementEntropy(psi, qubitDimensions(H.qubits), half)
		},
		velocity: best.velocity
	};
}
const evolved = (H, time) => exponentialAction(pauliSumOperator(H), zeroState(H.qubits), time);
export { run };
