import { E as contractionPath, S as byKind, T as contractionPlan } from "./node-tensor-YhHVVG2I.js";
import { $ as programBytes, Q as currentEngine, V as innerProduct, Y as sizeOf, at as gateCost, ct as bitsOf, it as fuse, nt as gateMatrix, ot as joinedAxes, rt as pullbackAngles } from "./study-record-DTuekta5.js";
import { t as pathCost } from "./contraction-cost-BtC9s7JT.js";
import { a as pullbackCircuit, c as runCircuit, i as productVector, n as circuitOverlap, o as rotationProgram, r as circuitTangents, s as rotationWords, t as byParameter } from "./run-circuit-DgW8JgHr.js";
import { i as checkCircuit } from "./circuit-BgtrOOeH.js";
import { a as place, o as support } from "./pauli-uGOqdxwH.js";
import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { t as networkRules } from "./network-rules-D3mpnp7F.js";
// src/contraction/contraction-program.ts
/**
* @file A contraction and its reverse mode as instructions for the engine, so that many small contractions run without
* a return to TypeScript after each product. Nothing is rescaled: for tensors of ordinary size.
*/
/** A new array of the draft. */
function newArray({ sizes }, entries) {
	return sizes.push(entries) - 1;
}
/**
* Writes a contraction.
*
* @param tensors - arrays of the draft, in the order of the plan
* @returns the array of the result, and what the pullback needs
*/
function draftContraction(draft, plan, tensors) {
	const all = [...tensors];
	const tape = plan.steps.map((step) => {
		const [left, right] = [arrangedArray(draft, all, step.left), arrangedArray(draft, all, step.right)];
		all.push(product(draft, step, left, right, step.rows, step.columns, step.inner, false, false));
		return {
			left,
			right
		};
	});
	return {
		result: arrangedArray(draft, all, plan.output),
		tape
	};
}
/**
* Writes the reverse mode of a contraction: cotangents of tensors are added to the arrays given for them.
*
* @param cotangent - array of λ of the result
* @param sums - for every tensor the array that its cotangent is added to; undefined where it is not wanted
*/
function draftPullback(draft, plan, tape, cotangent, sums) {
	const wanted = sums.map((sum) => sum !== void 0);
	for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor] || wanted[right.tensor]);
	const all = new Array(wanted.length).fill(void 0);
	const deliver = (array, layout) => {
		const sum = sums[layout.tensor];
		if (sum !== void 0) transferBack(draft, "add", sum, array, layout);
		else if (layout.axes === void 0) all[layout.tensor] = array;
		else {
			const restored = newArray(draft, sizeOf(layout.shape));
			transferBack(draft, "copy", restored, array, layout);
			all[layout.tensor] = restored;
		}
	};
	if (wanted[plan.output.tensor]) deliver(cotangent, plan.output);
	for (let k = plan.steps.length - 1; k >= 0; k--) {
		const lambda = all[plan.tensors + k];
		if (lambda === void 0) continue;
		const step = plan.steps[k];
		const { rows, columns, inner } = step;
		const { left, right } = tape[k];
		if (wanted[step.left.tensor]) deliver(product(draft, step, lambda, right, rows, inner, columns, false, true), step.left);
		if (wanted[step.right.tensor]) deliver(product(draft, step, left, lambda, inner, columns, rows, true, false), step.right);
	}
}
function product(draft, { batch }, left, right, rows, columns, inner, adjointLeft, adjointRight) {
	const to = newArray(draft, batch * rows * columns);
	draft.instructions.push({
		kind: "product",
		to,
		left,
		right,
		batch,
		rows,
		columns,
		inner,
		adjointLeft,
		adjointRight
	});
	return to;
}
/** The array of a tensor in its layout: itself if nothing moves. */
function arrangedArray(draft, all, layout) {
	const from = all[layout.tensor];
	if (layout.axes === void 0) return from;
	const to = newArray(draft, sizeOf(layout.shape));
	const axes = movedAxes(layout).map(({ extent, arranged, own }) => ({
		extent,
		to: arranged,
		from: own
	}));
	draft.instructions.push({
		kind: "copy",
		to,
		from,
		axes: joinedAxes(axes)
	});
	return to;
}
/** Undoes the layout: from the arranged array into, or on top of, one in the tensor's own order. */
function transferBack(draft, kind, to, from, layout) {
	const axes = movedAxes(layout).map(({ extent, arranged, own }) => ({
		extent,
		to: own,
		from: arranged
	}));
	draft.instructions.push({
		kind,
		to,
		from,
		axes: joinedAxes(axes)
	});
}
/** Extents and strides of all axes, in the order of the arranged array. */
function movedAxes({ shape, axes = shape.map((_, k) => k) }) {
	const strides = stridesOf(shape);
	const extents = axes.map((axis) => shape[axis]);
	const arranged = stridesOf(extents);
	return axes.map((axis, k) => ({
		extent: extents[k],
		arranged: arranged[k],
		own: strides[axis]
	}));
}
/** Row-major strides of a shape. */
function stridesOf(shape) {
	const strides = new Array(shape.length).fill(1);
	for (let k = shape.length - 2; k >= 0; k--) strides[k] = strides[k + 1] * shape[k + 1];
	return strides;
}
// src/circuit/circuit-plan.ts
/** @file How the network of a circuit is contracted, and whether that is cheaper than gate by gate. */
/** Least time gate by gate, in nanoseconds, for which a plan pays. */
const WORTHWHILE = 2e5;
/** Most gates for which a path is searched. */
const MOST_GATES = 400;
/** Most bytes that the engine may need for a contraction. */
const MOST_BYTES = 2 ** 29;
/** How much cheaper than gate by gate a contraction must be, by the estimate. */
const ADVANTAGE = 1.5;
const known = /* @__PURE__ */ new WeakMap();
/** The plan, made once for the list of gates; undefined where gate by gate is cheaper, or the only way. */
function circuitPlan(circuit) {
	const found = known.get(circuit.gates);
	if (found !== void 0) return found.plan;
	const plan = planned(circuit);
	known.set(circuit.gates, { plan });
	return plan;
}
function planned(circuit) {
	if (circuit.reference !== void 0) return void 0;
	const fused = fuse(rotationWords(circuit));
	const direct = fused.reduce((sum, gate) => sum + gateCost(gate), 0) * 2 ** circuit.qubits;
	if (direct < WORTHWHILE || fused.length > MOST_GATES) return void 0;
	const gates = fused.map((gate) => ({
		...gate,
		bits: bitsOf(gate.mask)
	}));
	if (gates.some(({ bits }) => bits.length > 2)) return void 0;
	const { tensors, open } = wired(gates, circuit.qubits);
	const idle = open.filter((leg) => leg.endsWith(".0"));
	const legs = [...tensors.map((tensor) => tensor.legs), ...idle.map((leg) => [leg])];
	const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
	const cost = (path) => nanoseconds(pathCost(legs, dimensions, path, open), legs.length);
	const greedy = contractionPath(legs, dimensions, open, {
		restarts: 0,
		steps: 0
	});
	if (cost(greedy) > HOPELESS * direct) return void 0;
	const path = SEARCHES.reduce((best, options) => {
		if (cost(best) < EXCELLENT * direct) return best;
		const other = contractionPath(legs, dimensions, open, options);
		return cost(other) < cost(best) ? other : best;
	}, greedy);
	if (ADVANTAGE * cost(path) > direct) return void 0;
	const plan = contractionPlan(legs, dimensions, open, path);
	const both = drafted(plan, tensors.length, {
		state: true,
		gates: true
	});
	if (programBytes(both) > MOST_BYTES) return void 0;
	return {
		gates: tensors,
		idle,
		forward: once(() => drafted(plan, tensors.length, {
			state: true,
			gates: false
		})),
		backward: once(() => drafted(plan, tensors.length, {
			state: false,
			gates: true
		})),
		both
	};
}
/** Searches of tens of milliseconds; a longer one finds fewer operations, but not a faster path. */
const SEARCHES = [{ steps: 0 }, { steps: 1e3 }];
/** A path as good as this, relative to gate by gate, is taken without a longer search. */
const EXCELLENT = .2;
/** A greedy path worse than this, relative to gate by gate, is not worth a longer search. */
const HOPELESS = 4;
/** Estimate for state and pullback on one core: products, copies of every intermediate, and calls. */
function nanoseconds({ flops, writes }, tensors) {
	return 3 * flops / 18 + 12 * writes + 1500 * tensors;
}
/** Gates as tensors in the order in which they act, and the last leg of every qubit. */
function wired(gates, qubits) {
	const times = new Array(qubits).fill(0);
	return {
		tensors: gates.map((gate) => {
			const { bits } = gate;
			const own = bits.map((bit) => qubits - 1 - bit).reverse();
			const fresh = bits.reduce((mask, bit, k) => mask | (times[qubits - 1 - bit] === 0 ? 1 << k : 0), 0);
			const inputs = own.filter((qubit) => times[qubit] > 0).map((qubit) => `${qubit}.${times[qubit]}`);
			for (const qubit of own) times[qubit]++;
			const outputs = own.map((qubit) => `${qubit}.${times[qubit]}`);
			const dimension = 2 ** bits.length;
			return {
				gate,
				dimension,
				columns: Array.from({ length: dimension }, (_, column) => column).filter((column) => !(column & fresh)),
				legs: [...outputs, ...inputs]
			};
		}),
		open: times.map((time, qubit) => `${qubit}.${time}`)
	};
}
/**
* The program from all tensors, and a cotangent of the state if there are gradients, to the state or gradients or both.
*/
function drafted(plan, gates, wanted) {
	const inputs = plan.tensors + Number(wanted.gates);
	const cotangents = wanted.gates ? [2 ** plan.outputShape.length] : [];
	const draft = {
		sizes: [...plan.sizes, ...cotangents],
		instructions: []
	};
	const { result, tape } = draftContraction(draft, plan, [...plan.sizes.keys()]);
	const state = wanted.state ? [result] : [];
	if (!wanted.gates) return {
		inputs,
		...draft,
		outputs: state
	};
	const sums = plan.sizes.slice(0, gates).map((size) => newArray(draft, size));
	for (const to of sums) draft.instructions.push({
		kind: "clear",
		to
	});
	draftPullback(draft, plan, tape, plan.tensors, [...sums, ...plan.sizes.slice(gates).map(() => void 0)]);
	const outputs = [...state, ...sums];
	return {
		inputs,
		...draft,
		instructions: needed(draft.instructions, outputs),
		outputs
	};
}
function once(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
/** The instructions on which the outputs depend: gradients alone do not need the state. */
function needed(instructions, outputs) {
	const wanted = new Set(outputs);
	return instructions.toReversed().filter((step) => {
		if (!wanted.has(step.to)) return false;
		if (step.kind === "product") wanted.add(step.left).add(step.right);
		else if (step.kind !== "clear") wanted.add(step.from);
		return true;
	}).reverse();
}
// src/circuit/circuit-contraction.ts
/**
* @file The state of a circuit by contraction of its network. Gate by gate, every gate passes over all 2ⁿ amplitudes;
* along a good path most products are of small tensors, and only the last few have 2ⁿ entries.
*/
/**
* The state of the circuit and its pullback by contraction, equal to `runCircuit` and `pullbackCircuit` up to rounding.
*
* @param theta - parameters, shape (P,)
* @returns undefined where gate by gate is cheaper: few qubits, deep circuits, words on more than two qubits, a
*   reference other than |0…0⟩. It depends on the circuit only, not on the machine.
* @throws {ShapeError} theta has the wrong length
*
* A brickwork of depth 4 costs 8 multiply-adds per amplitude instead of 4 per gate, and three times that with the
* pullback.
*
* @see Markov & Shi, SIAM J. Comput. 38, 963 (2008)
*/
function contractedState(circuit, theta) {
	const evaluated = gateTensors(circuit, theta);
	if (evaluated === void 0) return void 0;
	const { plan, tensors } = evaluated;
	const [interleaved] = currentEngine().runProducts(plan.forward(), tensors);
	return {
		state: {
			length: 2 ** circuit.qubits,
			interleaved
		},
		pullback: (cotangent) => {
			const cotangents = currentEngine().runProducts(plan.backward(), [...tensors, cotangent.interleaved]);
			return byParameter(circuit, angleDerivatives(evaluated, cotangents, [1, 0]));
		}
	};
}
/**
* `circuitOverlap` by contraction, or undefined where gate by gate is cheaper.
*
* @param target - t, of norm 1, shape (2ⁿ,)
*/
function contractedOverlap(circuit, theta, target) {
	const evaluated = gateTensors(circuit, theta);
	if (evaluated === void 0) return void 0;
	const { plan, tensors } = evaluated;
	const [interleaved, ...cotangents] = currentEngine().runProducts(plan.both, [...tensors, target.interleaved]);
	const state = {
		length: target.length,
		interleaved
	};
	const overlap = innerProduct(target, state);
	const [re, im] = overlap;
	const fidelity = re * re + im * im;
	return {
		overlap,
		distanceSquared: fidelity < CANCELS ? 1 - fidelity : distanceSquared(state, overlap, target),
		gradient: byParameter(circuit, angleDerivatives(evaluated, cotangents, [2 * re, 2 * im]))
	};
}
/** The gates at θ; undefined where gate by gate is cheaper. */
function gateTensors(circuit, theta) {
	const plan = circuitPlan(circuit);
	if (plan === void 0) return void 0;
	const program = rotationProgram(circuit, theta);
	const matrices = plan.gates.map(({ gate }) => gateMatrix(program, gate));
	return {
		plan,
		program,
		matrices,
		tensors: [...plan.gates.map((tensor, k) => columnsOf(matrices[k], tensor)), ...plan.idle.map(() => Float64Array.of(1, 0, 0, 0))]
	};
}
/** Up to this fidelity 1 − |z|² loses no accuracy. */
const CANCELS = .5;
/** ‖ψ − z t‖². */
function distanceSquared(psi, [re, im], t) {
	let sum = 0;
	for (let k = 0; k < 2 * psi.length; k += 2) {
		const [tr, ti] = [t.interleaved[k], t.interleaved[k + 1]];
		sum += (psi.interleaved[k] - re * tr + im * ti) ** 2 + (psi.interleaved[k + 1] - re * ti - im * tr) ** 2;
	}
	return sum;
}
/** The columns of a gate that see inputs, as a tensor (outputs, inputs). */
function columnsOf(matrix, { columns, dimension }) {
	if (columns.length === dimension) return matrix;
	const tensor = new Float64Array(2 * dimension * columns.length);
	for (let row = 0; row < dimension; row++) columns.forEach((column, k) => {
		const [to, from] = [2 * (row * columns.length + k), 2 * (row * dimension + column)];
		tensor[to] = matrix[from];
		tensor[to + 1] = matrix[from + 1];
	});
	return tensor;
}
/** From the cotangents factor·Λ of all gates: dL = Re Tr Λ† dU, so that W = U Λ† is the environment behind U. */
function angleDerivatives({ plan, program, matrices }, cotangents, factor) {
	const derivatives = new Float64Array(program.angles.length);
	plan.gates.forEach((tensor, k) => {
		const environment = environmentOf(matrices[k], cotangents[k], tensor, factor);
		pullbackAngles(program, tensor.gate, environment, derivatives);
	});
	return derivatives;
}
/** U (factor·Λ)†, d × d, where Λ has the given columns only. */
function environmentOf(u, lambda, { columns, dimension: d }, [re, im]) {
	const environment = new Float64Array(2 * d * d);
	const count = columns.length;
	for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) {
		let [x, y] = [0, 0];
		for (let k = 0; k < count; k++) {
			const [a, b] = [2 * (i * d + columns[k]), 2 * (j * count + k)];
			const [ur, ui, lr, li] = [
				u[a],
				u[a + 1],
				lambda[b],
				lambda[b + 1]
			];
			x += ur * lr + ui * li;
			y += ui * lr - ur * li;
		}
		environment[2 * (i * d + j)] = re * x + im * y;
		environment[2 * (i * d + j) + 1] = re * y - im * x;
	}
	return environment;
}
// src/network/from-circuit.ts
/** @file A circuit as a tensor network: time turned into bonds. */
const NORTH = {
	polar: 0,
	azimuth: 0
};
/**
* The tensor network of a circuit, with the same parameters θ and the same state. One node for the reference state of
* each qubit and one for each rotation, with legs (outputs, inputs) on the qubits where its word is not the identity.
*
*     |0⟩─┤     ├─┤ Y ├── 0        leg 'q t': qubit q after its first t gates;
*         │ Z Y │                  the last one is the boundary
*     |0⟩─┤     ├──────── 1
*
* A spectrum as reference becomes one node Σ_k √λ_k |k⟩|k⟩ with an environment leg for each qubit.
*
* @throws {ShapeError | DomainError} the circuit is not valid, see `checkCircuit`
*/
function networkOf(circuit) {
	checkCircuit(circuit);
	const { qubits, parameters, gates } = circuit;
	const times = new Array(qubits).fill(0);
	const leg = (qubit) => `${qubit} ${times[qubit]}`;
	const environment = [];
	const nodes = referenceNodes(circuit, leg, environment);
	const dimensions = {};
	gates.forEach(({ word, angle }, index) => {
		const sites = support(word);
		const inputs = sites.map(leg);
		for (const site of sites) times[site]++;
		const own = place(sites.length, Object.fromEntries(sites.map((site, k) => [k, word[site]])));
		nodes.push({
			id: `gate ${index}`,
			legs: [...sites.map(leg), ...inputs],
			tensor: {
				kind: "rotation",
				word: own,
				angle
			}
		});
	});
	for (const node of nodes) for (const name of node.legs) dimensions[name] = 2;
	return {
		kind: "network",
		parameters,
		dimensions,
		nodes,
		boundary: times.map((_, qubit) => leg(qubit)),
		bulk: [],
		environment
	};
}
function referenceNodes({ qubits, reference = [] }, leg, environment) {
	const all = Array.from({ length: qubits }, (_, qubit) => qubit);
	if ("spectrum" in reference) {
		environment.push(...all.map((qubit) => `environment ${qubit}`));
		const size = 2 ** qubits;
		const interleaved = new Array(2 * size * size).fill(0);
		reference.spectrum.forEach((weight, k) => {
			interleaved[2 * k * (size + 1)] = Math.sqrt(weight);
		});
		return [{
			id: "reference",
			legs: [...all.map(leg), ...environment],
			tensor: {
				kind: "constant",
				interleaved
			}
		}];
	}
	return all.map((qubit) => {
		const { interleaved } = productVector([reference[qubit] ?? NORTH]);
		return {
			id: `reference ${qubit}`,
			legs: [leg(qubit)],
			tensor: {
				kind: "constant",
				interleaved: [...interleaved]
			}
		};
	});
}
// src/generative/circuit-rules.ts
const siteDimensions$1 = ({ qubits }) => new Array(qubits).fill(2);
const environmentDimension$1 = ({ reference = [] }) => "spectrum" in reference ? reference.spectrum.length : 1;
// src/generative/generative-network.ts
/** The table of rules: one row for each kind. A new kind is a file with its rules and a line here. */
const RULES = {
	circuit: {
		siteDimensions: siteDimensions$1,
		environmentDimension: environmentDimension$1,
		stateVector: (circuit, theta) => runCircuit(circuit, theta),
		differentiableState: (circuit, theta) => {
			const contracted = contractedState(circuit, theta);
			if (contracted !== void 0) return contracted;
			const state = runCircuit(circuit, theta);
			return {
				state,
				pullback: (cotangent) => pullbackCircuit(circuit, theta, state, cotangent)
			};
		},
		stateTangents: (circuit, theta) => circuitTangents(circuit, theta),
		entropies: (circuit, theta, largest) => {
			const sites = siteDimensions$1(circuit);
			const environment = environmentDimension$1(circuit);
			if (sizeOf(sites) * environment > largest) return networkRules.entropies(networkOf(circuit), theta, largest);
			return entropiesOfState(runCircuit(circuit, theta), [...sites, environment], { boundary: sites.length });
		},
		tensorNetwork: networkOf,
		gates: (circuit) => circuit,
		tensors: null,
		infidelityFromPure: (circuit, target) => (theta) => {
			const { distanceSquared: value, gradient } = contractedOverlap(circuit, theta, target) ?? circuitOverlap(circuit, theta, target);
			return {
				value,
				gradient: gradient.map((x) => -x)
			};
		},
		infidelityFromNetwork: null
	},
	network: networkRules
};
/** What a network of each kind is called in messages. */
const KIND_WORDS = {
	circuit: "a circuit",
	network: "a tensor network"
};
/** The rules of a network's kind. */
function rulesOf(network) {
	return RULES[network.kind];
}
/** Dimensions of the sites of the generated state, in order; all 2 for a circuit. */
function siteDimensions(network) {
	return rulesOf(network).siteDimensions(network);
}
/** Dimension E of the environment that is traced out: 1 if the generated state is pure. */
function environmentDimension(network) {
	return rulesOf(network).environmentDimension(network);
}
/** The generated state with its pullback; value and gradient of any function of the state from one pass each way. */
function differentiableState(network, theta) {
	return rulesOf(network).differentiableState(network, theta);
}
/** The tensor network behind a generative network: itself, or the circuit's network with time turned into bonds. */
function tensorNetworkOf(network) {
	return rulesOf(network).tensorNetwork(network);
}
/** The network as a list of gates; null if its kind has none. */
function asCircuit(network) {
	return rulesOf(network).gates?.(network) ?? null;
}
// src/bulk/ring-positions.ts
/** Length of a mean of unit vectors below which they have no mean direction. */
const NO_DIRECTION = 1e-9;
/**
* Places of the tensors on the ring of boundary sites, in [−½, n − ½), or null if the boundary is an open line.
*
* Each tensor sits at the circular mean of the boundary sites and of the tensors that it is attached to; where these
* lie opposite each other, at right angles to them, as far as possible from the others at its depth. The boundary is a
* ring if some closed walk along the bonds goes round it: the shortest steps from bond to bond add up to a multiple of
* n other than 0. Trees, open chains and rectangles have no such walk; periodic chains and a MERA on a ring have.
*
* Cost O(nodes · bonds).
*/
function ringPositions({ nodes, edges, boundary }) {
	const n = boundary.length;
	const index = new Map(nodes.map(({ id }, k) => [id, k]));
	const siteOf = new Map(boundary.map((leg, site) => [leg, site]));
	const bonds = edges.flatMap(({ from, to }) => {
		if (to === null || to === from) return [];
		return [[index.get(from), index.get(to)]];
	});
	if (n < 3 || bonds.length < 3) return null;
	const above = nodes.map(() => []);
	for (const { leg, from, to } of edges) {
		const site = siteOf.get(leg);
		if (to === null && site !== void 0) above[index.get(from)].push(site);
	}
	const position = new Array(nodes.length).fill(0);
	const order = nodes.map((_, k) => k).sort((a, b) => nodes[a].depth - nodes[b].depth);
	for (const k of order) {
		const { depth } = nodes[k];
		const parents = bonds.flatMap(([a, b]) => a === k ? [b] : b === k ? [a] : []).filter((other) => nodes[other].depth < depth).map((other) => position[other]);
		const peers = order.slice(0, order.indexOf(k)).filter((other) => nodes[other].depth === depth).map((other) => position[other]);
		position[k] = circularMean([...above[k], ...parents], peers, n);
	}
	return winds(bonds, position, n) ? position : null;
}
/** The mean direction of places on a ring of n, or the place at right angles to them that is farther from the peers. */
function circularMean(places, peers, n) {
	const turn = 2 * Math.PI / n;
	const [x, y] = [Math.cos, Math.sin].map((f) => places.reduce((sum, place) => sum + f(turn * place), 0));
	if (Math.hypot(x, y) > NO_DIRECTION * places.length) return onRing(Math.atan2(y, x) / turn, n);
	const across = (places[0] ?? 0) + n / 4;
	const free = (place) => Math.min(n, ...peers.map((peer) => Math.abs(shortestStep(peer, place, n))));
	return onRing(free(across) >= free(across + n / 2) ? across : across + n / 2, n);
}
const onRing = (place, n) => Math.max(-.5, place - n * Math.floor((place + .5 + 1e-9) / n));
/** The shorter way from a to b round the ring; the straight one where both are equally long. */
function shortestStep(a, b, n) {
	const step = b - a;
	if (Math.abs(Math.abs(step) - n / 2) < 1e-9) return step;
	return step - n * Math.round(step / n);
}
/**
* Whether the steps along some closed walk add up to a multiple of n other than 0: potentials by breadth-first search.
*/
function winds(bonds, position, n) {
	const lifted = /* @__PURE__ */ new Map();
	for (const start of position.keys()) {
		if (lifted.has(start)) continue;
		lifted.set(start, position[start]);
		const queue = [start];
		for (const here of queue) for (const [a, b] of bonds) {
			if (a !== here && b !== here) continue;
			const next = a === here ? b : a;
			const place = lifted.get(here) + shortestStep(position[here], position[next], n);
			const known = lifted.get(next);
			if (known === void 0) {
				lifted.set(next, place);
				queue.push(next);
			} else if (Math.abs(known - place) > n / 2) return true;
		}
	}
	return false;
}
// src/bulk/bulk-graph.ts
/** @file A network as a graph in the bulk: its tensors as points below the boundary, its bonds as lines. */
/**
* The graph of a generative network. Depth: for circuits the layer counted from the boundary, each gate as near to it
* as the later gates allow; otherwise the number of legs on the shortest way from the boundary. Site: the mean of the
* sites on which a gate acts, or of what the node is attached to; where bonds close the boundary into a ring, the mean
* on the ring, in [−½, n − ½).
*/
function bulkGraph(network) {
	const tensors = tensorNetworkOf(network);
	const owners = /* @__PURE__ */ new Map();
	tensors.nodes.forEach(({ legs }, index) => {
		for (const leg of legs) owners.set(leg, [...owners.get(leg) ?? [], index]);
	});
	const edges = [...owners].map(([leg, [from, to]]) => ({
		leg,
		from: tensors.nodes[from].id,
		to: to === void 0 ? null : tensors.nodes[to].id,
		capacity: Math.log(tensors.dimensions[leg])
	}));
	const { depth, site } = placesOf(network, tensors, owners, edges);
	return {
		nodes: tensors.nodes.map(({ id }, index) => ({
			id,
			site: site[index],
			depth: depth[index]
		})),
		edges,
		boundary: tensors.boundary,
		references: tensors.bulk
	};
}
/** Where the nodes of the network's tensors lie. */
const placesOf = byKind({
	circuit: (circuit, tensors) => ({
		depth: circuitDepths(tensors),
		site: circuitSites(circuit, tensors)
	}),
	network: (network, _, owners, edges) => {
		const depth = searchDepths(network, owners);
		return {
			depth,
			site: ringPositions({
				nodes: network.nodes.map(({ id }, index) => ({
					id,
					depth: depth[index]
				})),
				edges,
				boundary: network.boundary
			}) ?? sitesOf(network, owners, depth)
		};
	}
});
/** Layers of a circuit's network: nodes are in the order of time, and the outputs of a gate come first in its legs. */
function circuitDepths({ nodes, boundary }) {
	const depth = new Array(nodes.length).fill(1);
	const above = new Map(boundary.map((leg) => [leg, 0]));
	for (let index = nodes.length - 1; index >= 0; index--) {
		const { legs } = nodes[index];
		depth[index] = 1 + Math.max(...legs.map((leg) => above.get(leg) ?? 0));
		for (const leg of legs) if (!above.has(leg)) above.set(leg, depth[index]);
	}
	return depth;
}
/** Mean of the qubits on which each node of a circuit's network acts. */
function circuitSites({ qubits, gates }, { nodes }) {
	const references = nodes.length - gates.length;
	const mean = (sites) => sites.reduce((sum, site) => sum + site, 0) / sites.length;
	return nodes.map((_, index) => {
		if (index < references) return references === qubits ? index : (qubits - 1) / 2;
		return mean(support(gates[index - references].word));
	});
}
/** Breadth-first search from the boundary; nodes that it does not reach lie one layer below all others. */
function searchDepths({ nodes, boundary }, owners) {
	const depth = new Array(nodes.length).fill(Infinity);
	const queue = [];
	const reach = (index, at) => {
		if (depth[index] !== Infinity) return;
		depth[index] = at;
		queue.push(index);
	};
	for (const leg of boundary) for (const index of owners.get(leg) ?? []) reach(index, 1);
	for (const index of queue) for (const leg of nodes[index].legs) for (const next of owners.get(leg)) reach(next, depth[index] + 1);
	const deepest = Math.max(0, ...depth.filter(Number.isFinite));
	return depth.map((value) => Math.min(value, deepest + 1));
}
/** Mean of the sites above each node, from the boundary downwards. */
function sitesOf({ nodes, boundary }, owners, depth) {
	const position = new Map(boundary.map((leg, site) => [leg, site]));
	const site = new Array(nodes.length).fill((boundary.length - 1) / 2);
	const order = nodes.map((_, index) => index).sort((a, b) => depth[a] - depth[b]);
	for (const index of order) {
		const above = nodes[index].legs.flatMap((leg) => {
			const own = position.get(leg);
			if (own !== void 0) return [own];
			return owners.get(leg).filter((other) => depth[other] < depth[index]).map((other) => site[other]);
		});
		if (above.length > 0) site[index] = above.reduce((sum, x) => sum + x, 0) / above.length;
	}
	return site;
}
export { environmentDimension as a, tensorNetworkOf as c, draftPullback as d, newArray as f, differentiableState as i, networkOf as l, KIND_WORDS as n, rulesOf as o, stridesOf as p, asCircuit as r, siteDimensions as s, bulkGraph as t, draftContraction as u };
