import { X as zeroMatrix, i as randomStream, n as atMost, r as equals, t as atLeast, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { n as fubiniStudyDistance, t as fidelity } from "./fidelity-DRatENzA.js";
import { n as permutedQubits, t as permutations } from "./permuted-qubits-3TcFx8Lz.js";
import { r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
import { i as pairGeometry, n as distanceMap, o as qubitDimensions, r as geometryDifference, s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { i as scramble, n as branches, r as entangle, t as applied } from "./teleportation-protocol-po988Vc5.js";
import { t as layeredLength } from "./layered-length-juDnw7s9.js";
import { n as brief } from "./number-format-DSC-qSUe.js";
import { t as mutualInformation } from "./mutual-information-D0lJ6sSM.js";
import { a as reducedDensityMatrix } from "./reduced-density-matrix-Bg02QxO0.js";
// train/studies/teleportation/teleportation-reference.ts
/** @file Teleportation of one half of an entangled pair: where the link of the other half ends. */
const [REFERENCE, TOD$1, BOB$1] = [
	0,
	1,
	3
];
const NAMES = [
	"R",
	"T",
	"A",
	"B"
];
/**
* Qubits: reference, Tod, Alice, Bob; Tod's qubit is entangled with the reference, so that it represents every input at
* once.
*/
function referenceSection() {
	const shared = applied(entangle(4, REFERENCE), zeroState(4));
	const prepared = applied(entangle(4, TOD$1 + 1), shared);
	const scrambled = applied(scramble(4, TOD$1), prepared);
	const outcomes = branches(scrambled, TOD$1);
	const dimensions = qubitDimensions(4);
	const known = outcomes.map(({ measured }) => mutualInformation(measured, dimensions, [REFERENCE], [BOB$1]));
	const unknown = outcomes.reduce((sum, { probability, measured }) => addScaledMatrix(sum, [probability, 0], reducedDensityMatrix(measured, dimensions, [REFERENCE, BOB$1])), zeroMatrix(4, 4));
	const averaged = mutualInformation(unknown, [2, 2], [0], [1]);
	const maps = [
		["pairs shared", prepared],
		["scrambled", scrambled],
		["outcome known", outcomes[3].measured]
	];
	const largest = 2 * Math.LN2;
	return {
		section: {
			heading: "Where the link ends",
			text: `Tod's qubit is one half of a pair, the reference R holds the other: what happens to this pair happens to every input state. R and T are at distance 0 at first, R and B at the end. For a known outcome the link is there before Bob corrects: I(R:B) = ${known[0].toFixed(6)} nats = 2 log 2. If nobody knows the outcome it is ${averaged.toFixed(6)}: without the two classical bits there is no link, so no signal is faster than light.`,
			exhibits: maps.map(([stage, psi]) => distanceMap(pairGeometry(psi).distances, NAMES, `Distances, ${stage}. A blank is an infinite distance.`))
		},
		checks: [...known.map((value, k) => equals(`I(R:B) after outcome ${k + 1}, nats`, "closed form", value, largest, 1e-10)), equals("I(R:B) if the outcome is not known, nats", "closed form", averaged, 0, 1e-10)]
	};
}
// train/studies/teleportation/findings.ts
/** Tod holds qubit 0, Alice 1, Bob 2. */
const [TOD, ALICE, BOB] = [
	0,
	1,
	2
];
const PARTIES = [
	"Tod",
	"Alice",
	"Bob"
];
function findings(stages, paths, fidelities) {
	const start = stages[1];
	const outcomes = branches(stages[3].state, TOD);
	const loops = outcomes.map(({ corrected }) => ({
		geometry: geometryDifference(pairGeometry(start.state).distances, pairGeometry(corrected).distances),
		states: fubiniStudyDistance(start.state, corrected),
		permuted: permutations(3).map((order) => fidelity(permutedQubits(start.state, order), corrected))
	}));
	const reference = referenceSection();
	const circuit = layeredLength({
		kind: "circuit",
		qubits: 3,
		parameters: 0,
		gates: stages[3].gates
	}, TWO_LOCAL["all-to-all"])(/* @__PURE__ */ new Float64Array()).value;
	const measured = {
		stages,
		paths,
		fidelities,
		outcomes,
		loops,
		circuit
	};
	return {
		title: "Teleportation as a loop of geometries",
		question: "What are the geometries of the stages of teleportation, and does it change only the gauge? (III.F, Fig. 3)",
		answer: `Every outcome teleports every state: least fidelity ${Math.min(...fidelities).toFixed(10)} over ${fidelities.length} runs. The geometry, distances from mutual information, returns to three separate points; the state does not, it returns with Tod and Bob exchanged. With a reference that is entangled with Tod's qubit, the link ends at Bob at length 0 in every outcome that is known, and there is no link if the outcome is not known.`,
		sections: [
			stageSection(stages, paths, circuit),
			outcomeSection(outcomes, loops),
			reference.section
		],
		checks: [...checksOf(measured), ...reference.checks],
		verdicts: verdictsOf(measured)
	};
}
function checksOf({ stages, paths, fidelities, outcomes, loops, circuit }) {
	return [
		equals("least fidelity of the teleported state, all inputs and outcomes", "closed form", Math.min(...fidelities), 1, 1e-10),
		...outcomes.map(({ probability, tod, alice }) => equals(`probability of the outcome (${brief(tod)}, ${brief(alice)})`, "closed form", probability, .25, 1e-10)),
		equals("distance of Alice and Bob after U_{AB}", "closed form", pairGeometry(stages[2].state).distances[1][2] ?? 1, 0, 1e-10),
		...loops.flatMap(({ geometry, permuted }, k) => [equals(`outcome ${k + 1}: geometry at the end against the beginning`, "closed form", geometry, 0, 1e-10), equals(`outcome ${k + 1}: fidelity with the beginning, Tod and Bob exchanged`, "closed form", permuted[5], 1, 1e-10)]),
		atMost("shortest path to the scrambled state against the circuit", "theorem", paths[3].length, circuit, 1e-9),
		atLeast("distance of the states at the ends of the loop", "theorem", Math.min(...loops.map(({ states }) => states)), .001),
		...paths.map(({ infidelity }, k) => atMost(`path to: ${stages[k].name}, infidelity`, "independent computation", infidelity, 1e-8))
	];
}
function verdictsOf({ paths, loops, circuit }) {
	const scrambled = paths[3].length;
	return [
		{
			statement: "after U_{AB} Alice and Bob are at distance zero",
			source: "III.F",
			verdict: "holds",
			because: "their mutual information is 2 log 2, the greatest of two qubits"
		},
		{
			statement: "teleportation is a closed loop of geometries and an open curve of states, whose ends a permutation relates",
			source: "III.F",
			verdict: "holds",
			because: `geometries agree to rounding; the states at the ends are ${loops[0].states.toFixed(4)} apart, 0 after the exchange of Tod and Bob, if the measured qubits are reset by the local operations that the outcome tells`
		},
		{
			statement: "the circuit is the geodesic to the state before the measurement",
			source: "III.F",
			verdict: scrambled < circuit - .001 ? "fails" : "holds",
			because: `the circuit, commuting words at the same time, has length ${circuit.toFixed(4)}, the shortest path found ${scrambled.toFixed(4)}`
		},
		{
			statement: "reversing U_{AT} by the two classical bits makes a wormhole of length zero between Tod and Bob",
			source: "III.F",
			verdict: "analogy",
			because: "the distance between the reference of Tod's state and Bob is 0 for each known outcome, before the correction as after it, and infinite if the outcome is not known; a correction is a local unitary, which changes no distance"
		}
	];
}
/** Rounding is shown as 0. */
const rounded = (value) => Math.abs(value) < 1e-8 ? 0 : value;
function stageSection(stages, paths, circuit) {
	const pairs = [
		[TOD, ALICE],
		[ALICE, BOB],
		[TOD, BOB]
	];
	const rows = stages.map(({ name, state }, k) => {
		const { information, distances } = pairGeometry(state);
		const cell = ([a, b]) => distances[a][b] === null ? "∞" : distances[a][b].toFixed(4);
		return [
			name,
			...pairs.map(cell),
			...pairs.map(([a, b]) => rounded(information[a][b])),
			rounded(paths[k].length)
		];
	});
	const columns = pairs.map(([a, b]) => `${PARTIES[a]}–${PARTIES[b]}`);
	const drawn = {
		kind: "circuit",
		qubits: 3,
		parameters: 0,
		gates: stages[3].gates
	};
	return {
		heading: "The stages",
		text: `One input state, drawn at random. Link lengths are −log(I/2 log 2), infinite where two qubits share no mutual information. The complexity of a stage is the length of the shortest path found to it, all pairs allowed (an upper bound); the circuit up to the measurement has length ${circuit.toFixed(4)}. How far Tod and Alice are after U_{AT} depends on the input state.`,
		exhibits: [
			{
				kind: "circuit",
				caption: "Up to the measurement. Qubits: Tod, Alice, Bob.",
				circuit: drawn,
				theta: []
			},
			{
				kind: "table",
				caption: "Link lengths, mutual information (nats) and complexity, stage by stage.",
				columns: [
					"stage",
					...columns.map((pair) => `d ${pair}`),
					...columns.map((pair) => `I ${pair}`),
					"complexity"
				],
				rows
			},
			{
				kind: "chart",
				caption: "Complexity along the protocol. From a simple state through a complex one to a simple one.",
				x: {
					label: "stage",
					kind: "linear"
				},
				y: {
					label: "length of the shortest path found",
					kind: "linear",
					include: [0]
				},
				series: [{
					name: "complexity",
					mark: "line-and-points",
					points: paths.map(({ length }, k) => [k, length])
				}]
			}
		]
	};
}
function outcomeSection(outcomes, loops) {
	const sign = (value) => value === 1 ? "0" : "1";
	return {
		heading: "The four outcomes",
		text: "Tod and Alice measure; X and Z on Bob, and X on a qubit measured in |1⟩, are the corrections. The last columns are fidelities of the corrected state with the state in which Tod was prepared, its qubits taken in another order: BAT is the exchange of Tod and Bob.",
		exhibits: [{
			kind: "table",
			caption: "The ends of the loop. Difference of geometries, distance of states, fidelity after each permutation.",
			columns: [
				"Tod",
				"Alice",
				"probability",
				"geometries differ by",
				"states are apart",
				...permutations(3).map((order) => order.map((q) => PARTIES[q][0]).join(""))
			],
			rows: outcomes.map(({ tod, alice, probability }, k) => [
				sign(tod),
				sign(alice),
				probability,
				loops[k].geometry,
				loops[k].states,
				...loops[k].permuted
			])
		}]
	};
}
// train/studies/teleportation/run.ts
/** Carries the study out, part by part. */
function* run({ inputs, slices, starts }, { seed, part }) {
	const stream = randomStream(seed, "teleportation");
	const preparations = Array.from({ length: inputs }, () => randomPreparation(stream));
	const stages = stagesOf(preparations[0]);
	const final = {
		name: "measured and corrected",
		gates: [],
		state: branches(stages.at(-1).state, TOD)[0].corrected
	};
	const paths = [];
	for (const [k, { name, state }] of [...stages, final].entries()) {
		const work = () => shortestPath(TWO_LOCAL["all-to-all"], state, {
			slices,
			starts,
			seed
		});
		paths.push(yield* part(`path to: ${name}`, (k + 1) / 6, work));
	}
	const fidelities = preparations.flatMap((preparation) => {
		const start = stagesOf(preparation);
		const expected = permutedQubits(start[1].state, [
			BOB,
			ALICE,
			TOD
		]);
		return branches(start[3].state, TOD).map(({ corrected }) => fidelity(corrected, expected));
	});
	return findings([...stages, final], paths, fidelities);
}
/** A rotation of Tod's qubit to a random place. */
function randomPreparation(stream) {
	return [{
		word: "YII",
		angle: Math.acos(1 - 2 * stream.uniform())
	}, {
		word: "ZII",
		angle: 2 * Math.PI * stream.uniform()
	}];
}
function stagesOf(preparation) {
	const parts = [
		["product |000⟩", []],
		["Tod prepares his state, U_{T}", preparation],
		["Alice and Bob entangled, U_{AB}", entangle(3, ALICE)],
		["Tod and Alice scrambled, U_{AT}", scramble(3, TOD)]
	];
	return parts.map(([name], k) => {
		const gates = parts.slice(0, k + 1).flatMap(([, part]) => part);
		return {
			name,
			gates,
			state: applied(gates, zeroState(3))
		};
	});
}
export { run };
