import { T as wordAt, a as polishedShot, d as unitaryFlow, v as weightedMetric } from "./geodesic-family-QE5OLW-7.js";
import { L as scaledMatrix, O as commutator, P as multiply, R as trace, dt as ShapeError, i as randomStream, n as atMost, r as equals } from "./study-record-DTuekta5.js";
import { t as matrixExponential } from "./matrix-exponential-Ca54r-Qm.js";
import { c as wordSize, i as multiplyWords, n as checkWord, r as commute } from "./pauli-uGOqdxwH.js";
import { c as pauliSumMatrix } from "./minimise-BEDXc41D.js";
import { n as penalisedPaths, r as penaltySection } from "./lorentz-penalties-DklAk_C3.js";
import { n as length, t as dot } from "./real-vector-Ds4rf2rg.js";
import { a as SingularValueDecomposition, i as Matrix } from "./matrix-4pK0aJpU.js";
// train/studies/lorentz-generators/lorentz-compensation.ts
/**
* @file Can a constant one-qubit Hamiltonian undo a local rotation of the start? Linear response of unitary geodesics.
*/
const LOCAL = [
	"XI",
	"YI",
	"ZI",
	"IX",
	"IY",
	"IZ"
];
const STEP = .001;
function compensation(localWeights, seed) {
	const stream = randomStream(seed, "velocity");
	const velocity = Float64Array.from({ length: 16 }, (_, p) => p === 0 ? 0 : .25 * stream.normal());
	return {
		responses: localWeights.flatMap((localWeight) => {
			const metric = weightedMetric(2, (word) => wordSize(word) === 1 ? localWeight : 1);
			return LOCAL.map((word) => response(metric, velocity, localWeight, word));
		}),
		bySize: localVariation(weightedMetric(2, (word) => wordSize(word) === 1 ? .5 : 3), velocity),
		byWord: localVariation(weightedMetric(2, (word) => word === "XX" ? 10 : 1), velocity)
	};
}
const momentumOf = ({ inverseWeights }, velocity) => velocity.map((h, p) => p === 0 ? 0 : h / inverseWeights[p]);
function response(metric, velocity, localWeight, word) {
	const momentum = momentumOf(metric, velocity);
	const flow = unitaryFlow(metric, momentum);
	const V = flow.unitaryAt(1);
	const [ahead, behind] = [STEP, -.001].map((epsilon) => polishedShot(metric, multiply(V, turn(word, -epsilon)), momentum, {
		tolerance: 1e-12,
		maxSteps: 20
	}));
	let [local, pairs] = [0, 0];
	metric.inverseWeights.forEach((inverse, p) => {
		const change = (ahead.momentum[p] - behind.momentum[p]) / (2 * STEP);
		if (p > 0 && wordSize(wordAt(p, 2)) === 1) local += inverse * change * change;
		else pairs += inverse * change * change;
	});
	const along = momentum.reduce((sum, l, p) => wordAt(p, 2) === word ? sum + l : sum, 0);
	return {
		localWeight,
		word,
		twoQubitShare: pairs / (local + pairs),
		slope: (ahead.flow.speed - behind.flow.speed) / (2 * STEP),
		firstVariation: -along / flow.speed,
		residual: Math.max(ahead.residual, behind.residual)
	};
}
/** exp(−iεP). */
function turn(word, epsilon) {
	return matrixExponential(scaledMatrix([0, -epsilon], pauliSumMatrix({
		qubits: 2,
		terms: [{
			word,
			coefficient: 1
		}]
	})));
}
/** By the integrator, since the closed form would assume the result. */
function localVariation(metric, velocity) {
	const flow = unitaryFlow(metric, momentumOf(metric, velocity), 1, { order: 16 });
	const start = flow.velocityAt(0);
	return Math.max(...[
		.25,
		.5,
		.75,
		1
	].flatMap((time) => Array.from(flow.velocityAt(time), (h, p) => wordSize(wordAt(p, 2)) === 1 ? Math.abs(h - start[p]) : 0)));
}
function compensationSection({ responses, bySize, byWord }) {
	const weights = [...new Set(responses.map(({ localWeight }) => localWeight))];
	const mean = (weight) => {
		const shares = responses.filter(({ localWeight }) => localWeight === weight).map(({ twoQubitShare }) => twoQubitShare);
		return shares.reduce((sum, x) => sum + x, 0) / shares.length;
	};
	return {
		section: {
			heading: "Compensation of a local rotation",
			text: `A geodesic of unitaries from 1 to V; its start is rotated to exp(−iεA), with A a word of one qubit, its end held. The new geodesic differs by δH. If a constant one-qubit Hamiltonian were enough, δH would have no two-qubit part. As w₁ → 0 the length no longer changes, but then the two-qubit part is rotated as a whole, P ↦ RPR†, and all of the cost of δH lies there. Coefficients of one qubit are indeed constant along geodesics when weights depend on the size of words (greatest change ${bySize.toExponential(1)}), not when XX alone is expensive (${byWord.toFixed(3)}).`,
			exhibits: [{
				kind: "table",
				caption: "Response to a rotation of the start.",
				columns: [
					"w₁",
					"A",
					"two-qubit share of |δH|²",
					"dC/dε",
					"first variation"
				],
				rows: responses.map(({ localWeight, word, twoQubitShare, slope, firstVariation }) => [
					localWeight,
					word,
					twoQubitShare,
					slope,
					firstVariation
				])
			}, {
				kind: "chart",
				caption: "Two-qubit share of the response, mean over the six words.",
				x: {
					label: "w₁ (log scale)",
					kind: "log"
				},
				y: {
					label: "share of |δH|²",
					kind: "linear",
					include: [0, 1]
				},
				series: [{
					name: "share",
					mark: "line-and-points",
					points: weights.map((weight) => [weight, mean(weight)])
				}]
			}]
		},
		checks: [atMost("one-qubit coefficients along a geodesic, weights by size", "theorem", bySize, 1e-10), ...responses.flatMap(({ localWeight, word, slope, firstVariation, residual }) => [atMost(`w₁ = ${localWeight}, A = ${word}: end point met`, "independent computation", residual, 1e-10), equals(`w₁ = ${localWeight}, A = ${word}: dC/dε`, "theorem", slope, firstVariation, 1e-4)])]
	};
}
// train/studies/lorentz-generators/findings.ts
function findings(algebra, paths, compensated, penalty) {
	const penalties = penaltySection(paths, penalty);
	const turns = compensationSection(compensated);
	const shares = compensated.responses.map(({ twoQubitShare }) => twoQubitShare);
	const ends = paths.filter(({ name }) => name !== "none").map(({ lengths }) => lengths.at(-1));
	return {
		title: "Lorentz generators as two-qubit operators",
		question: "Do the generators of III.C obey their relations, what do penalties on them change, and does a one-qubit Hamiltonian compensate for a local rotation of the start?",
		answer: `The six Lorentz generators and the ten others obey their relations once the slips of the paper are corrected. Penalties on the nine two-qubit combinations lengthen a geodesic of length ${paths[0].lengths[0].toFixed(4)} to ${Math.min(...ends).toFixed(4)} … ${Math.max(...ends).toFixed(4)} at weight ${penalty}, with the same end. A local rotation of the start is not compensated by one-qubit words alone: two-qubit words carry ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)} of the response.`,
		sections: [
			...algebra.sections,
			penalties.section,
			turns.section
		],
		checks: [
			...algebra.checks,
			...penalties.checks,
			...turns.checks
		],
		verdicts: [
			...algebra.verdicts,
			{
				statement: "changing the weights of these generators changes the optimal network but not the state it generates",
				source: "III.C",
				verdict: "holds",
				because: `every family ends at the same state to ${Math.max(...paths.map(({ residual }) => residual)).toExponential(1)}, by another path; that this is diffeomorphism invariance is not computed`
			},
			{
				statement: "one-qubit Hamiltonians are constant along a geodesic",
				source: "III.C",
				verdict: "holds in part",
				because: `to ${compensated.bySize.toExponential(1)} if weights depend on the size of words only; with XX alone expensive they change by ${compensated.byWord.toFixed(3)}`
			},
			{
				statement: "a local rotation of the start is compensated by a constant one-qubit Hamiltonian",
				source: "III.C",
				verdict: "fails",
				because: `two-qubit words change, too: ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)} of the squared response`
			}
		]
	};
}
// src/operator/lie-algebra.ts
/** @file How large is the Lie algebra that generators span? For controls it decides what can be reached at all. */
/** A commutator with less than this fraction of its norm outside the algebra counts as inside. */
const INSIDE = 1e-9;
/**
* Dimension over the real numbers of the Lie algebra that is generated
*
* - by matrices A: the least space that contains them and, with A and B, [A, B];
* - by Pauli words P: that of the matrices iP. It has a basis of words, and is all of su(2ⁿ) if it has dimension
*   4ⁿ − 1.
*
* @throws {ShapeError} words of different lengths, or matrices that are not square or of one shape
*
* Cost for dimension D: O(D²·n) for words, O(D³·N²) for N × N matrices.
*/
function lieDimension(generators) {
	return isWords(generators) ? generatedWords(generators).size : generatedBasis(generators).length;
}
const isWords = (generators) => typeof generators[0] === "string";
/** The words reached from the given ones by products of two that do not commute; the identity only if it is given. */
function generatedWords(words) {
	const found = /* @__PURE__ */ new Set();
	const queue = [...words];
	for (const word of queue) {
		checkWord(word, words[0].length);
		if (found.has(word)) continue;
		for (const other of found) if (!commute(word, other)) queue.push(multiplyWords(word, other).word);
		found.add(word);
	}
	return found;
}
/** An orthonormal basis, in the real scalar product Re Tr A†B. */
function generatedBasis(matrices) {
	const { rows = 0 } = matrices[0] ?? {};
	const basis = [];
	const queue = matrices.map(unit);
	for (const matrix of queue) {
		if (matrix.rows !== rows || matrix.cols !== rows) throw new ShapeError(`lieDimension: ${rows} × ${rows} matrices required, got ${matrix.rows} × ${matrix.cols}`);
		const next = outside(matrix, basis);
		if (next === void 0) continue;
		for (const other of basis) queue.push(commutator(next, other));
		basis.push(next);
	}
	return basis;
}
/** A matrix of norm 1; zero stays zero. */
const unit = (matrix) => scaledMatrix([1 / (length(matrix.interleaved) || 1), 0], matrix);
/** The part of a matrix that is orthogonal to the basis, normalised; projected twice, against rounding. */
function outside(matrix, basis) {
	const size = length(matrix.interleaved);
	if (size < INSIDE) return void 0;
	const rest = matrix.interleaved.map((x) => x / size);
	for (let pass = 0; pass < 2; pass++) for (const { interleaved } of basis) {
		const along = dot(interleaved, rest);
		for (let k = 0; k < rest.length; k++) rest[k] = rest[k] - along * interleaved[k];
	}
	const left = length(rest);
	return left > INSIDE ? {
		...matrix,
		interleaved: rest.map((x) => x / left)
	} : void 0;
}
// src/operator/minkowski-action.ts
const generator = (name, terms) => ({
	name,
	imaginary: name.startsWith("i"),
	terms
});
/** J = (σ ⊗ 1 − 1 ⊗ σᵀ)/2: the rotations, Hermitian. */
const ROTATIONS = [
	generator("(XI − IX)/2", {
		XI: .5,
		IX: -.5
	}),
	generator("(YI + IY)/2", {
		YI: .5,
		IY: .5
	}),
	generator("(ZI − IZ)/2", {
		ZI: .5,
		IZ: -.5
	})
];
/** K = i(σ ⊗ 1 + 1 ⊗ σᵀ)/2: the boosts, anti-Hermitian; no finite-dimensional unitary representation has them. */
const BOOSTS = [
	generator("i(XI + IX)/2", {
		XI: .5,
		IX: .5
	}),
	generator("i(YI − IY)/2", {
		YI: .5,
		IY: -.5
	}),
	generator("i(ZI + IZ)/2", {
		ZI: .5,
		IZ: .5
	})
];
/** The ten maps outside the Lorentz algebra, which change the metric η: a scaling and nine shears. */
const METRIC_CHANGES = [
	generator("II", { II: 1 }),
	generator("XX", { XX: 1 }),
	generator("YY", { YY: 1 }),
	generator("ZZ", { ZZ: 1 }),
	generator("XZ + ZX", {
		XZ: 1,
		ZX: 1
	}),
	generator("YZ − ZY", {
		YZ: 1,
		ZY: -1
	}),
	generator("XY − YX", {
		XY: 1,
		YX: -1
	}),
	generator("i(XZ − ZX)", {
		XZ: 1,
		ZX: -1
	}),
	generator("i(YZ + ZY)", {
		YZ: 1,
		ZY: 1
	}),
	generator("i(XY + YX)", {
		XY: 1,
		YX: 1
	})
];
/** The generator as a matrix, shape (4, 4). */
function generatorMatrix({ imaginary, terms }) {
	const sum = Object.entries(terms).map(([word, coefficient]) => ({
		word,
		coefficient
	}));
	return scaledMatrix(imaginary ? [0, 1] : [1, 0], pauliSumMatrix({
		qubits: 2,
		terms: sum
	}));
}
const PAULI = [
	"I",
	"X",
	"Y",
	"Z"
].map((letter) => pauliSumMatrix({
	qubits: 1,
	terms: [{
		word: letter,
		coefficient: 1
	}]
}));
/**
* The map M ↦ Σ A M Bᵀ of Σ A ⊗ B in the basis 1, X, Y, Z,
*
*     T_μν = ½ Tr σ_μ · G(σ_ν),
*
* with its imaginary part, which vanishes where Hermitian matrices stay Hermitian.
*
* @param G - shape (4, 4)
* @returns T, rows of four, and the greatest modulus of an imaginary part
*/
function minkowskiAction(G) {
	const entries = PAULI.map((row) => PAULI.map((column) => {
		const image = multiply(G, {
			rows: 4,
			cols: 1,
			interleaved: column.interleaved
		});
		return trace(multiply(row, {
			rows: 2,
			cols: 2,
			interleaved: image.interleaved
		}));
	}));
	return {
		action: entries.map((row) => row.map(([re]) => re / 2)),
		imaginary: Math.max(...entries.flat().map(([, im]) => Math.abs(im) / 2))
	};
}
/** η = diag(1, −1, −1, −1), the determinant of M as a quadratic form. */
const ETA = [
	1,
	-1,
	-1,
	-1
];
/** δg = Tη + ηTᵀ, what the map does to the metric g = WηWᵀ at W = 1; zero for Lorentz transformations. */
function metricChange(action) {
	return action.map((row, mu) => row.map((value, nu) => value * ETA[nu] + ETA[mu] * action[nu][mu]));
}
/** Greatest modulus of an entry of A − s·B. */
function matrixDifference(a, s, b) {
	const product = scaledMatrix(s, b);
	return a.interleaved.reduce((most, x, k) => Math.max(most, Math.abs(x - product.interleaved[k])), 0);
}
/** Dimension of the span of matrices over the real or the complex numbers. */
function spanDimension(matrices, field) {
	const all = field === "real" ? matrices : matrices.flatMap((matrix) => [matrix, scaledMatrix([0, 1], matrix)]);
	const { rank } = new SingularValueDecomposition(new Matrix(all.map(({ interleaved }) => Array.from(interleaved))), { autoTranspose: true });
	return field === "real" ? rank : rank / 2;
}
// train/studies/lorentz-generators/lorentz-algebra.ts
const printed = (name, terms) => ({
	name,
	imaginary: name.startsWith("i"),
	terms
});
/** The six as printed: "for boost and rotations respectively". */
const PRINTED_SIX = [
	printed("IX − XI", {
		IX: 1,
		XI: -1
	}),
	printed("IY + YI", {
		IY: 1,
		YI: 1
	}),
	printed("IZ", { IZ: 1 }),
	printed("i(IX + XI)", {
		IX: 1,
		XI: 1
	}),
	printed("i(IY − YI)", {
		IY: 1,
		YI: -1
	}),
	printed("i(ZI + IZ)", {
		ZI: 1,
		IZ: 1
	})
];
/** The ten as printed. */
const PRINTED_TEN = [
	...METRIC_CHANGES.slice(0, 6),
	printed("ZY − YX", {
		ZY: 1,
		YX: -1
	}),
	printed("i(ZX + XZ)", {
		ZX: 1,
		XZ: 1
	}),
	printed("i(YZ − ZY)", {
		YZ: 1,
		ZY: -1
	}),
	printed("i(XY − YX)", {
		XY: 1,
		YX: -1
	})
];
const completed = PRINTED_SIX.map((one) => one.name === "IZ" ? printed("IZ − ZI", {
	IZ: 1,
	ZI: -1
}) : one);
const timesMinusI = (matrix) => scaledMatrix([0, -1], matrix);
/** Violations of the relations [J, J] = iJ, [J, K] = iK, [K, K] = −iJ, in cyclic order. */
function relationDefect(J, K) {
	return Math.max(...[
		0,
		1,
		2
	].flatMap((a) => {
		const [b, c] = [(a + 1) % 3, (a + 2) % 3];
		return [
			matrixDifference(commutator(J[a], J[b]), [0, 1], J[c]),
			matrixDifference(commutator(J[a], K[b]), [0, 1], K[c]),
			matrixDifference(commutator(K[a], K[b]), [0, -1], J[c])
		];
	}));
}
/** Number of squares of each sign in the trace form Tr T_a T_b, for generators orthogonal in it. */
function signature(matrices) {
	const squares = matrices.map((matrix) => trace(multiply(matrix, matrix))[0]);
	return [squares.filter((x) => x < -1e-12).length, squares.filter((x) => x > 1e-12).length];
}
/** The lists of generators by name, each with what it generates and what it does to space-time. */
function algebraFindings() {
	const rows = [...generatorLists()].map(([name, matrices]) => rowOf(name, matrices));
	return {
		sections: [relationsSection(rows), slipsSection()],
		checks: algebraChecks(rows),
		verdicts: algebraVerdicts(rows)
	};
}
function generatorLists() {
	const six = [...ROTATIONS, ...BOOSTS].map(generatorMatrix).map(timesMinusI);
	const ten = METRIC_CHANGES.map(generatorMatrix);
	const hamiltonians = [
		"XI",
		"YI",
		"ZI",
		"IX",
		"IY",
		"IZ"
	].map((word) => timesMinusI(generatorMatrix(printed(word, { [word]: .5 }))));
	return /* @__PURE__ */ new Map([
		["six, as printed, exp(tG)", PRINTED_SIX.map(generatorMatrix)],
		["six, as printed, exp(−itG)", PRINTED_SIX.map(generatorMatrix).map(timesMinusI)],
		["six with IZ − ZI, exp(tG)", completed.map(generatorMatrix)],
		["six with IZ − ZI, exp(−itG)", completed.map(generatorMatrix).map(timesMinusI)],
		["one-qubit Hamiltonians, exp(−itH)", hamiltonians],
		["ten, as printed", PRINTED_TEN.map(generatorMatrix)],
		["ten, corrected", ten],
		["six and ten, corrected", [...six, ...ten]]
	]);
}
function rowOf(name, matrices) {
	const real = matrices.map(minkowskiAction).filter(({ imaginary }) => imaginary < 1e-12);
	const [negative, positive] = signature(matrices);
	return {
		name,
		number: matrices.length,
		realSpan: spanDimension(matrices, "real"),
		complexSpan: spanDimension(matrices, "complex"),
		algebra: lieDimension(matrices),
		realMaps: real.length,
		keepMetric: real.filter(({ action }) => Math.max(...metricChange(action).flat().map(Math.abs)) < 1e-12).length,
		signs: `${negative} / ${positive}`
	};
}
const rowNamed = (rows, name) => rows.find((row) => row.name === name);
function relationsSection(rows) {
	return {
		heading: "Relations",
		text: "A ⊗ B acts on space-time, written as a Hermitian matrix M = Σ x_{μ}σ_{μ}, by M ↦ A M Bᵀ. Columns: dimension of the span over the real and the complex numbers, of the real Lie algebra generated; how many keep M Hermitian, that is, are real maps of space-time; how many leave the metric η as it is; signs of the trace form (3 / 3 is the Lorentz algebra, 6 / 0 a compact one).",
		exhibits: [{
			kind: "table",
			caption: "The lists of III.C, as printed and corrected.",
			columns: [
				"list",
				"number",
				"real span",
				"complex span",
				"Lie algebra",
				"real maps",
				"keep η",
				"− / +"
			],
			rows: rows.map((row) => [
				row.name,
				row.number,
				row.realSpan,
				row.complexSpan,
				row.algebra,
				row.realMaps,
				row.keepMetric,
				row.signs
			])
		}]
	};
}
function slipsSection() {
	return {
		heading: "Slips in the paper",
		text: "With exp(−itG), the physicist's exponent, the six close once IZ is completed, but then the first three are the rotations (Hermitian) and the last three the boosts (anti-Hermitian): the other way round than printed. The ten are printed for exp(tG); four of them have to change.",
		exhibits: [{
			kind: "table",
			caption: "What is printed, and what obeys the relations.",
			columns: [
				"printed",
				"correct",
				"why"
			],
			rows: [
				[
					"IX − XI, IY + YI, IZ: boosts",
					"rotations",
					"[J_{x}, J_{y}] = iJ_{z} holds among them, J up to a sign"
				],
				[
					"i(IX + XI), i(IY − YI), i(IZ + ZI): rotations",
					"boosts",
					"[K_{x}, K_{y}] = −iJ_{z}"
				],
				[
					"IZ",
					"IZ − ZI",
					"[IX − XI, IY + YI] = 2i(IZ − ZI)"
				],
				[
					"ZY − YX",
					"XY − YX",
					"ZY − YX keeps no Hermitian matrix Hermitian"
				],
				[
					"i(ZX + XZ)",
					"i(XZ − ZX)",
					"i times one already listed; no real map"
				],
				[
					"i(YZ − ZY)",
					"i(YZ + ZY)",
					"i times one already listed; no real map"
				],
				[
					"i(XY − YX)",
					"i(XY + YX)",
					"no real map"
				],
				[
					"generators of scaling and boosts",
					"scaling and nine shears",
					"boosts leave η as it is; these change it, in ten ways"
				]
			]
		}]
	};
}
function algebraChecks(rows) {
	const [J, K] = [ROTATIONS.map(generatorMatrix), BOOSTS.map(generatorMatrix)];
	const corrected = rowNamed(rows, "six with IZ − ZI, exp(−itG)");
	return [
		equals("relations [J, J], [J, K], [K, K], greatest defect", "closed form", relationDefect(J, K), 0, 1e-13),
		equals("Lie algebra of the corrected six", "theorem", corrected.algebra, 6, 0),
		equals("corrected six that keep η", "closed form", corrected.keepMetric, 6, 0),
		equals("corrected ten that are real maps", "closed form", rowNamed(rows, "ten, corrected").realMaps, 10, 0),
		equals("Lie algebra of the corrected sixteen, gl(4, ℝ)", "theorem", rowNamed(rows, "six and ten, corrected").algebra, 16, 0)
	];
}
function algebraVerdicts(rows) {
	const ten = rowNamed(rows, "ten, as printed");
	return [
		{
			statement: "the six printed generators are those of the Lorentz group",
			source: "III.C",
			verdict: "holds in part",
			because: `with IZ − ZI for IZ, and boosts and rotations exchanged; as printed they generate ${rowNamed(rows, "six, as printed, exp(−itG)").algebra} dimensions`
		},
		{
			statement: "the ten printed generators span the space of metrics",
			source: "III.C",
			verdict: "fails",
			because: `only ${ten.realMaps} of them are real maps of space-time, and over the complex numbers they span ${ten.complexSpan} dimensions; four are to be corrected`
		},
		{
			statement: "Lorentz invariance stems from local operations on two qubits",
			source: "III.C",
			verdict: "analogy",
			because: "one-qubit Hamiltonians generate SU(2) × SU(2), the double cover of SO(4), with a trace form of one sign; boosts are i times Hamiltonians and no unitary operation: the algebras agree over the complex numbers only"
		}
	];
}
// train/studies/lorentz-generators/run.ts
/** Carries the study out, part by part. */
function* run({ penalty, combinations, steps, localWeights }, { seed, part }) {
	return findings(yield* part("algebra", .1, algebraFindings), yield* part("penalties", .7, () => penalisedPaths(combinations, penalty, steps, seed)), yield* part("compensation", 1, () => compensation(localWeights, seed)), penalty);
}
export { run };
