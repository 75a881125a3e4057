import { A as descended, B as speeds, D as approached, E as normalEigen, F as halvedSlices, G as hamiltonian, H as wordTable, I as missOf, J as timesIH, K as listLength, L as missedBy, N as pathCondition, O as arrived, Q as splitControls, R as pathLength, V as velocityAt, W as expectations, Y as choleskySolver, j as explored, n as rankOfDisplacements, q as placed, z as runPath } from "./geodesic-family-QE5OLW-7.js";
import { A as frobeniusNorm, B as addScaled, G as scaledVector, H as norm, J as identityMatrix, P as multiply, Q as currentEngine, V as innerProduct, X as zeroMatrix, Y as sizeOf, Z as zeroVector, dt as ShapeError, i as randomStream, st as bitCount, u as hermitianEigen, ut as DomainError, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { a as place, o as support, r as commute, t as bitOperator } from "./pauli-uGOqdxwH.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { a as reducedDensityMatrix, n as complementOf, t as checkState } from "./reduced-density-matrix-Bg02QxO0.js";
import { o as checkPauliSum } from "./minimise-BEDXc41D.js";
import { i as times, n as length, r as plus, t as dot } from "./real-vector-Ds4rf2rg.js";
import { a as significant, r as counted } from "./number-format-DSC-qSUe.js";
import { t as romberg } from "./romberg-CD2Xgs9W.js";
import { a as SingularValueDecomposition, i as Matrix, n as EigenvalueDecomposition, r as LuDecomposition } from "./matrix-4pK0aJpU.js";
import { t as solve } from "./solve-CtM0o26k.js";
// src/geodesic/state/horizontal-frame.ts
/**
* The frame R|1⟩, …, R|2ⁿ − 1⟩ with the reflection R that maps |0⟩ to ψ, up to a phase. O(2ⁿ) for each vector.
*
* @param psi - interleaved, of norm 1
*/
function horizontalFrame(psi) {
	const modulus = Math.hypot(psi[0], psi[1]);
	const [cos, sin] = modulus > 0 ? [psi[0] / modulus, psi[1] / modulus] : [1, 0];
	const mirror = psi.slice();
	mirror[0] = psi[0] + cos;
	mirror[1] = psi[1] + sin;
	const square = 2 + 2 * modulus;
	const reflected = (v) => {
		let [re, im] = [0, 0];
		for (let i = 0; i < v.length; i += 2) {
			re += mirror[i] * v[i] + mirror[i + 1] * v[i + 1];
			im += mirror[i] * v[i + 1] - mirror[i + 1] * v[i];
		}
		const [x, y] = [-2 * re / square, -2 * im / square];
		const out = v.slice();
		for (let i = 0; i < v.length; i += 2) {
			out[i] = v[i] + x * mirror[i] - y * mirror[i + 1];
			out[i + 1] = v[i + 1] + x * mirror[i + 1] + y * mirror[i];
		}
		return out;
	};
	return {
		coordinatesOf: (vector) => reflected(vector).slice(2),
		vectorOf: (coordinates) => {
			const padded = new Float64Array(psi.length);
			padded.set(coordinates, 2);
			return reflected(padded);
		}
	};
}
// src/linalg/runge-kutta.ts
/** @file One step of an ordinary differential equation, to high order. */
const q = Math.sqrt(21);
/** The coefficients A of the stages: stage s is evaluated at y + h·Σ_j A[s][j]·k_j. */
const STAGES = [
	[],
	[1 / 2],
	[1 / 4, 1 / 4],
	[
		1 / 7,
		(-7 - 3 * q) / 98,
		(21 + 5 * q) / 49
	],
	[
		(11 + q) / 84,
		0,
		(18 + 4 * q) / 63,
		(21 - q) / 252
	],
	[
		(5 + q) / 48,
		0,
		(9 + q) / 36,
		(-231 + 14 * q) / 360,
		(63 - 7 * q) / 80
	],
	[
		(10 - q) / 42,
		0,
		(-432 + 92 * q) / 315,
		(633 - 145 * q) / 90,
		(-504 + 115 * q) / 70,
		(63 - 13 * q) / 35
	],
	[
		1 / 14,
		0,
		0,
		0,
		(14 - 3 * q) / 126,
		(13 - 3 * q) / 63,
		1 / 9
	],
	[
		1 / 32,
		0,
		0,
		0,
		(91 - 21 * q) / 576,
		11 / 72,
		(-385 - 75 * q) / 1152,
		(63 + 13 * q) / 128
	],
	[
		1 / 14,
		0,
		0,
		0,
		1 / 9,
		(-733 - 147 * q) / 2205,
		(515 + 111 * q) / 504,
		(-51 - 11 * q) / 56,
		(132 + 28 * q) / 245
	],
	[...[
		0,
		0,
		0,
		0,
		(-42 + 7 * q) / 18,
		(-18 + 28 * q) / 45
	], ...[
		(-273 - 53 * q) / 72,
		(301 + 53 * q) / 72,
		(28 - 28 * q) / 45,
		(49 - 7 * q) / 18
	]]
];
const WEIGHTS = [
	1 / 20,
	0,
	0,
	0,
	0,
	0,
	0,
	49 / 180,
	16 / 45,
	49 / 180,
	1 / 20
];
STAGES.length;
/**
* Steps of y' = f(t, y) by an explicit Runge–Kutta method of order 8 with 11 stages, the formula of Cooper and Verner.
* That it has order 8 is tested.
*/
function rungeKutta({ make, copy, add }) {
	const point = make();
	const slopes = STAGES.map(make);
	return (y, h, slope) => {
		STAGES.forEach((factors, stage) => {
			copy(point, y);
			addAll(point, h, factors);
			slope(slopes[stage], point, stage);
		});
		addAll(y, h, WEIGHTS);
	};
	function addAll(to, h, factors) {
		for (let j = 0; j < factors.length; j++) if (factors[j] !== 0) add(to, slopes[j], h * factors[j]);
	}
}
// src/geodesic/state/metric-space.ts
/** @file Metrics on states by their generators, and memory of the engine in which momenta become Hamiltonians. */
/** W⁻¹S l: the controls of the momenta l_P. */
function raised({ inverseWeights, shares }, momenta) {
	return inverseWeights.map((inverse, a) => inverse * (shares === void 0 ? momenta[a] : dot(shares[a], momenta)));
}
/** Sᵀh: the coefficients of H = Σ_a h_a B_a, shape (#words,). */
function coefficientsOf({ table, shares }, h) {
	const none = new Float64Array(table.words.length);
	return shares === void 0 ? h : shares.reduce((sum, row, a) => plus(sum, h[a], row), none);
}
/** Steppers for states of `numbers` numbers in the engine's memory. */
const stepperIn = (space, numbers) => rungeKutta({
	make: () => space.zeros(numbers),
	copy: (to, from) => space.copy(to, from, numbers),
	add: (to, from, factor) => space.add(to, from, numbers, factor)
});
/** Where generators are words, a momentum is raised in its place: a word that reads the real part writes the imaginary one. */
function inSpace(metric, work) {
	const { table, shares, inverseWeights } = metric;
	const listed = listLength(table);
	return currentEngine().withFlips(table, (space) => {
		const [products, diagonals] = [space.zeros(listed), space.zeros(listed)];
		const scales = space.put(shares === void 0 ? placedWeights() : /* @__PURE__ */ new Float64Array(0));
		return work({
			...space,
			products,
			diagonals,
			raise(to) {
				space.transform(products);
				if (shares === void 0) {
					space.exchange(to, products, scales);
					space.transform(to);
					return { controls: () => raised(metric, expectations(table, space.get(products, listed))) };
				}
				const h = raised(metric, expectations(table, space.get(products, listed)));
				space.set(to, placed(table, coefficientsOf(metric, h)));
				space.transform(to);
				return { controls: () => h };
			}
		});
	});
	/** 1/w_P, where word P writes its coefficient. */
	function placedWeights() {
		const list = new Float64Array(listed);
		inverseWeights.forEach((inverse, p) => {
			list[2 * table.places[p] + table.quarterTurns[p] % 2] = inverse;
		});
		return list;
	}
}
// src/geodesic/state/state-flow.ts
/** How many steps it was taken in. */
const stepsOf = ({ points }) => points.length - 1;
/** h_a = Im⟨p|B_a ψ⟩/w_a, shape (#generators,). */
function controlsAt(metric, { state, costate }) {
	return inSpace(metric, (space) => {
		space.clear(space.products, listLength(metric.table));
		space.collect(space.products, space.put(costate), space.put(state), 1);
		return space.raise(space.diagonals).controls();
	});
}
/** F(H) = √Σ_a w_a h_a², a constant of the motion. */
function speedAt(metric, point) {
	const { inverseWeights } = metric;
	const square = controlsAt(metric, point).reduce((sum, h, p) => h === 0 ? sum : sum + h * h / inverseWeights[p], 0);
	return Math.sqrt(square);
}
/**
* The geodesic from a state with a costate, integrated by the Runge–Kutta method of order 8.
*
* @param time - may be negative: the flow is run backwards
*
* Cost O(steps · flips · 2ⁿ): every word is applied without a matrix.
*/
function stateFlow(metric, start, steps, time = 1) {
	return inSpace(metric, (space) => {
		const at = space.put(joined(start));
		const advance = flowIn(metric, space);
		const points = [start];
		for (let step = 0; step < steps; step++) {
			advance(at, time / steps);
			points.push(parted(space.get(at, 4 * metric.table.size)));
		}
		return {
			time,
			points
		};
	});
}
/** Steps of the flow in the engine's memory; `visit` sees every stage. */
function flowIn({ table }, space, visit = () => {}) {
	const numbers = 2 * table.size;
	const { products, diagonals } = space;
	const advance = stepperIn(space, 2 * numbers);
	return (at, h) => advance(at, h, (slope, point) => {
		space.clear(products, listLength(table));
		space.collect(products, point + numbers, point, 1);
		space.raise(diagonals);
		visit({
			point,
			diagonals
		});
		space.clear(slope, 2 * numbers);
		space.act(slope, diagonals, point, -1);
		space.act(slope + numbers, diagonals, point + numbers, -1);
	});
}
/** Distance of the ends at which the steps are fine enough: the finer flow is about 4⁻⁴ of it away from the geodesic. */
const ENDS_AGREE = 1e-11;
const MOST_STEPS$1 = 4096;
/** The flow to rounding accuracy: the steps are doubled until the end stays where it is. */
function exactFlow(metric, start, time) {
	let flow = stateFlow(metric, start, 2, time);
	for (let steps = 4;; steps *= 2) {
		const finer = stateFlow(metric, start, steps, time);
		const end = joined(finer.points[steps]);
		const moved = length(plus(end, -1, joined(flow.points[steps / 2])));
		flow = finer;
		if (moved <= ENDS_AGREE * length(end) || steps >= MOST_STEPS$1) return flow;
	}
}
/** The geodesic after some time, to rounding accuracy. */
const pointAfter = (metric, start, time) => time === 0 ? start : exactFlow(metric, start, time).points.at(-1);
function joined({ state, costate }) {
	const both = new Float64Array(2 * state.length);
	both.set(state);
	both.set(costate, state.length);
	return both;
}
const parted = (both) => ({
	state: both.subarray(0, both.length / 2),
	costate: both.subarray(both.length / 2)
});
// src/geodesic/state/varied-flow.ts
/** @file How geodesics of states move with their costates, and what they carry along. */
/** The stages of every step of a flow, copied in the engine's memory. */
function stagesIn(metric, space, flow) {
	const numbers = 4 * metric.table.size;
	const listed = listLength(metric.table);
	const at = space.zeros(numbers);
	let taken = [];
	const advance = flowIn(metric, space, ({ point, diagonals }) => {
		const stage = {
			point: space.zeros(numbers),
			diagonals: space.zeros(listed)
		};
		space.copy(stage.point, point, numbers);
		space.copy(stage.diagonals, diagonals, listed);
		taken.push(stage);
	});
	return flow.points.slice(0, -1).map((point) => {
		taken = [];
		space.set(at, joined(point));
		advance(at, flow.time / stepsOf(flow));
		return taken;
	});
}
/**
* How the flow moves with its costate: the linearised equations
*
*     δψ' = −iHδψ − iδHψ,      δp' = −iHδp − iδHp,      δh_a = (Im⟨δp|B_a ψ⟩ + Im⟨p|B_a δψ⟩)/w_a,
*
* from δψ(0) = 0, at the steps of the flow: the derivative of what `stateFlow` computes.
*
* @param costates - the δp(0), interleaved, shape (2ⁿ,) each
* @param read - what is kept of each
* @param stride - how many steps from one time that is told to the next
*
* Cost of each three times that of the flow.
*/
function variedFlows(metric, flow, costates, read, stride = 1) {
	const numbers = 2 * metric.table.size;
	const listed = listLength(metric.table);
	return inSpace(metric, (space) => {
		const stages = stagesIn(metric, space, flow);
		const at = space.zeros(2 * numbers);
		const advance = stepperIn(space, 2 * numbers);
		return costates.map((costate) => {
			space.clear(at, numbers);
			space.set(at + numbers, costate);
			const told = () => parted(space.get(at, 2 * numbers));
			const points = [];
			const controls = [];
			stages.forEach((taken, step) => {
				if (step % stride === 0) points.push(told());
				advance(at, flow.time / stages.length, (slope, varied, s) => {
					const { point, diagonals } = taken[s];
					space.clear(space.products, listed);
					space.collectBoth(space.products, varied + numbers, point, point + numbers, varied);
					const dh = space.raise(space.diagonals);
					if (s === 0 && step % stride === 0) controls.push(dh.controls());
					space.move(slope, diagonals, varied, space.diagonals, point);
				});
			});
			return read({
				points: [...points, told()],
				controls
			});
		});
	});
}
/** U(t)|v⟩ at the steps of a flow, for every vector v given. */
function carriedAlong(metric, flow, vectors) {
	const numbers = 2 * metric.table.size;
	return inSpace(metric, (space) => {
		const stages = stagesIn(metric, space, flow);
		const at = space.zeros(numbers);
		const advance = stepperIn(space, numbers);
		return vectors.map((vector) => {
			space.set(at, vector);
			return [vector, ...stages.map((taken) => {
				advance(at, flow.time / stages.length, (slope, point, s) => {
					space.clear(slope, numbers);
					space.act(slope, taken[s].diagonals, point, -1);
				});
				return space.get(at, numbers);
			})];
		});
	});
}
// src/geodesic/state/shot-jacobian.ts
/** Times at which the controls are compared, at most. */
const MOST_TIMES = 16;
/** Both at a costate, by linearised flows. Cost 2ⁿ⁺¹ of them. */
function shotJacobian(metric, { from, to }, costate, steps) {
	const frames = {
		from: horizontalFrame(from.interleaved),
		to: horizontalFrame(to.interleaved)
	};
	const flow = stateFlow(metric, {
		state: from.interleaved,
		costate
	}, steps);
	const [re, im] = innerProduct(to, {
		length: to.length,
		interleaved: flow.points[steps].state
	});
	const modulus = Math.hypot(re, im);
	const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
	const stride = Math.ceil(steps / MOST_TIMES);
	const scales = metric.inverseWeights.map((inverse) => inverse > 0 ? Math.sqrt(stride / (steps * inverse)) : 0);
	const units = Array.from({ length: 2 * to.length - 2 }, (_, k) => {
		const unit = new Float64Array(2 * to.length - 2);
		unit[k] = 1;
		return frames.from.vectorOf(unit);
	});
	const moved = ({ points, controls }) => {
		const { state } = points.at(-1);
		const turned = state.map((x, i) => i % 2 === 0 ? cos * x + sin * state[i + 1] : cos * x - sin * state[i - 1]);
		const move = Float64Array.from(controls.flatMap((dh) => Array.from(dh, (x, p) => x * scales[p])));
		return {
			column: frames.to.coordinatesOf(turned),
			move
		};
	};
	const varied = variedFlows(metric, flow, units, moved, stride);
	const columns = varied.map(({ column }) => column);
	const normal = gram(columns);
	const paths = gram(varied.map(({ move }) => move));
	const matrix = new Matrix(columns.map((column) => Array.from(column))).transpose();
	return {
		matrix,
		exactCorrection: () => {
			const factor = new LuDecomposition(matrix);
			if (factor.isSingular()) return void 0;
			return (miss) => {
				const right = Matrix.columnVector(Array.from(miss, (c) => -c));
				return Float64Array.from(factor.solve(right).to1DArray());
			};
		},
		correction: (damping) => {
			const inverse = inverseOf(normal, paths, damping);
			return inverse && ((miss) => inverse(Float64Array.from(columns, (column) => -dot(column, miss))));
		},
		pathDistance: (change) => Math.sqrt(paths.reduce((sum, row, i) => sum + change[i] * dot(row, change), 0))
	};
}
/** The products of all pairs. */
function gram(vectors) {
	const products = vectors.map(() => new Float64Array(vectors.length));
	vectors.forEach((a, i) => {
		for (let j = 0; j <= i; j++) products[i][j] = products[j][i] = dot(a, vectors[j]);
	});
	return products;
}
/** b ↦ (N + damping·M)⁻¹b. */
function inverseOf(normal, paths, damping) {
	const mean = normal.reduce((sum, row, i) => sum + row[i], 0) / normal.length;
	if (!Number.isFinite(mean)) return void 0;
	const rows = normal.map((row, i) => row.map((x, j) => x + damping * paths[i][j] + (i === j ? 1e-15 * mean : 0)));
	return choleskySolver(new Matrix(rows));
}
// src/geodesic/state/state-shooting.ts
const FEWEST_STEPS = 16;
/** The Jacobian need not be as exact as the geodesic. */
const FEWEST_JACOBIAN_STEPS = 12;
/** Integration steps at most. */
const MOST_STEPS = 1024;
/** A Jacobian is kept while the next correction is shorter by this factor. */
const KEPT = .3;
/** A correction that moves the path farther than this is shortened. */
const LONGEST_MOVE$1 = .5;
/** Shares of a correction that are tried in turn; one with a Jacobian from elsewhere is tried as a whole or not at all. */
const SHARES$1 = [
	1,
	.5,
	.25,
	.125
];
/** Without damping a correction is tried if it moves the path by less. */
const EXACT_MOVE = .05;
/** Damping that only affects directions no path can take, or that symmetries of both ends generate. */
const LEAST_DAMPING = 1e-10;
/**
* Corrects the costate until the geodesic ends at the target. The integration is as exact as the residual is small.
*
* @returns the best shot found; its residual tells how far it misses
*
* Cost a few Jacobians, 2ⁿ⁺¹ linearised flows each.
*/
function polishedStateShot(metric, ends, costate, options) {
	const { tolerance, maxSteps } = options;
	let flowSteps = FEWEST_STEPS;
	let shot = shotAt(metric, ends, costate, {
		flowSteps,
		steps: 0
	});
	let search = {
		shot,
		jacobian: void 0,
		spent: 0,
		share: .5
	};
	for (;;) {
		const double = shotAt(metric, ends, shot.costate, {
			flowSteps: 2 * flowSteps,
			steps: shot.steps
		});
		const integrationError = distance(shot.end, double.end);
		const exact = integrationError <= Math.max(tolerance / 5, .001 * Math.min(1, shot.residual));
		if (!exact && flowSteps < MOST_STEPS) {
			flowSteps *= 2;
			shot = double;
			continue;
		}
		shot = {
			...shot,
			integrationError
		};
		if (!(shot.residual > tolerance) || shot.steps >= maxSteps || !exact) return shot;
		search = corrected$1(metric, ends, {
			...search,
			shot
		}, flowSteps, {
			...options,
			tolerance: tolerance / 3
		});
		if (search.shot.steps === shot.steps) return shot;
		({shot} = search);
	}
}
/**
* Newton's method at a fixed number of integration steps: natural corrections, or damped ones where these do not help. A
* Jacobian from an earlier shot serves for whole natural corrections, or not at all.
*/
function corrected$1(metric, ends, start, flowSteps, { tolerance, maxSteps, effort = Infinity }) {
	const frame = horizontalFrame(ends.from.interleaved);
	const target = horizontalFrame(ends.to.interleaved);
	const missed = (shot) => target.coordinatesOf(shot.miss.interleaved);
	const { integrationError } = start.shot;
	const goal = Math.max(tolerance, 3 * integrationError);
	let search = start;
	while (search.shot.steps < maxSteps && search.shot.residual > goal) {
		const { shot, jacobian: kept } = search;
		if (kept === void 0 && search.spent >= effort) break;
		const { jacobian, ...cost } = kept ? {
			...search,
			jacobian: kept
		} : withJacobian(metric, ends, search, flowSteps);
		const trial = (change) => {
			return {
				...shotAt(metric, ends, plus(shot.costate, 1, frame.vectorOf(change)), {
					flowSteps,
					steps: shot.steps + 1
				}),
				integrationError
			};
		};
		const step = naturalStep(jacobian, missed(shot), missed, trial, kept ? [1] : SHARES$1) ?? (kept ? void 0 : dampedStep(jacobian, missed(shot), shot.residual, trial));
		if (step === void 0 && kept === void 0) return {
			...cost,
			shot,
			jacobian: void 0
		};
		search = {
			...cost,
			shot: step?.shot ?? shot,
			jacobian: step !== void 0 && step.left < KEPT ? jacobian : void 0
		};
	}
	return search;
}
/** With the Jacobian of its shot, in more steps where fewer make the linearised flow unstable. */
function withJacobian(metric, ends, search, flowSteps) {
	const steps = Math.max(FEWEST_JACOBIAN_STEPS, search.share * flowSteps);
	const jacobian = shotJacobian(metric, ends, search.shot.costate, steps);
	const next = {
		...search,
		jacobian,
		spent: search.spent + steps
	};
	if (Number.isFinite(jacobian.matrix.norm()) || search.share === 1) return next;
	return withJacobian(metric, ends, {
		...next,
		share: 1
	}, flowSteps);
}
/**
* A correction, judged by the length of the next one with the same Jacobian, measured by how far the path moves: directions
* in which the end point is hard to move count as much as others then.
*
* @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
*/
function naturalStep(jacobian, miss, missed, trial, parts) {
	const corrections = [{
		correction: jacobian.exactCorrection(),
		longest: EXACT_MOVE
	}, {
		correction: jacobian.correction(LEAST_DAMPING),
		longest: Infinity
	}].flatMap(({ correction, longest }) => {
		if (correction === void 0) return [];
		const change = correction(miss);
		const size = jacobian.pathDistance(change);
		return size < longest ? [{
			correction,
			change,
			size
		}] : [];
	});
	for (const part of parts) for (const { correction, change, size } of corrections) {
		const share = part * Math.min(1, LONGEST_MOVE$1 / size);
		const shot = trial(times(share, change));
		const left = Number.isFinite(shot.residual) ? jacobian.pathDistance(correction(missed(shot))) / size : Infinity;
		if (left < 1 - share / 4) return {
			shot,
			left
		};
	}
}
/** The residual itself lowered, by the Levenberg–Marquardt method. */
function dampedStep(jacobian, miss, residual, trial) {
	for (let damping = 1e-7; damping < 1; damping *= 30) {
		const change = jacobian.correction(damping)?.(miss);
		if (change === void 0 || jacobian.pathDistance(change) > LONGEST_MOVE$1) continue;
		const shot = trial(change);
		const left = shot.residual / residual;
		if (left < .8) return {
			shot,
			left
		};
	}
}
function shotAt(metric, { from, to }, costate, { flowSteps, steps }) {
	const flow = stateFlow(metric, {
		state: from.interleaved,
		costate
	}, flowSteps);
	const end = {
		length: to.length,
		interleaved: flow.points[flowSteps].state
	};
	const miss = missOf(to, end);
	return {
		costate,
		flow,
		residual: norm(miss),
		integrationError: Infinity,
		steps,
		miss,
		end
	};
}
const distance = (a, b) => length(plus(a.interleaved, -1, b.interleaved));
// src/geodesic/state/generators.ts
/**
* Generators with weights. They are taken as they are: for a comparison of weights let Tr B² = 2ⁿ.
*
* @throws {ShapeError} no generator, another number of weights, generators on different numbers of qubits
* @throws {DomainError} a weight not positive and finite
*/
function generators(sums, weights) {
	sums.forEach(checkPauliSum);
	const qubits = sums[0]?.qubits ?? 0;
	if (qubits === 0 || sums.some((sum) => sum.qubits !== qubits)) throw new ShapeError(`generators: sums on one number of qubits required, got ${sums.map((sum) => sum.qubits)}`);
	if (weights.length !== sums.length) throw new ShapeError(`generators: ${sums.length} weights required, got ${weights.length}`);
	const wrong = Array.from(weights).find((weight) => !(weight > 0 && weight < Infinity));
	if (wrong !== void 0) throw new DomainError(`generators: positive finite weights required, got ${wrong}`);
	const words = [...new Set(sums.flatMap(({ terms }) => terms.map(({ word }) => word)))];
	const place = new Map(words.map((word, index) => [word, index]));
	const shares = sums.map(({ terms }) => {
		const row = new Float64Array(words.length);
		for (const { word, coefficient } of terms) row[place.get(word)] = row[place.get(word)] + coefficient;
		return row;
	});
	return {
		...wordGenerators({
			qubits,
			words,
			weights: Float64Array.from(weights)
		}),
		shares
	};
}
/** The words of a penalty metric as generators. */
const wordGenerators = ({ qubits, words, weights }) => ({
	qubits,
	weights,
	table: wordTable(words, qubits),
	inverseWeights: weights.map((weight) => 1 / weight)
});
/** The metric of a problem, as the flow needs it. */
const metricOf = ({ controls }) => wordGenerators(controls);
/**
* The geodesic from a state to |to⟩ near a given costate, by `polishedStateShot`.
*
* @param start - the state, and a guess of the costate, as `fittedCostate` gives it
* @returns the geodesic found; its residual tells how far it misses
* @throws {ShapeError} the states differ in size
*/
function generatorGeodesic(metric, { state, costate: guess }, to, { tolerance = 1e-11, maxSteps = 30 } = {}) {
	const from = {
		length: state.length / 2,
		interleaved: state
	};
	if (from.length !== to.length || to.length !== 2 ** metric.qubits) throw new ShapeError(`generatorGeodesic: states of ${2 ** metric.qubits} amplitudes required, got ${from.length}, ${to.length}`);
	const { coordinatesOf, vectorOf } = horizontalFrame(state);
	const { costate, residual, steps } = polishedStateShot(metric, {
		from,
		to
	}, vectorOf(coordinatesOf(guess)), {
		tolerance,
		maxSteps
	});
	return {
		state,
		costate,
		length: speedAt(metric, {
			state,
			costate
		}),
		residual,
		steps
	};
}
// src/state/schmidt.ts
/** @file The Schmidt decomposition: a pure state of two parts in its natural bases. */
/**
* Schmidt decomposition between a region and the rest.
*
* @param psi - shape (D,)
* @param dimensions - dimension of each site, D = Π dimensions
* @param region - sites of A, in the order wanted
* @returns min(D_A, D_B) coefficients, zeros included
* @throws {ShapeError | DomainError} the state, dimensions and region do not fit
*
* Cost O(D·min(D_A, D_B)).
*/
function schmidtDecomposition(psi, dimensions, region) {
	const rest = complementOf(region, dimensions.length);
	checkState(psi, dimensions);
	const rows = sizeOf(region.map((site) => dimensions[site]));
	const interleaved = currentEngine().permute(psi.interleaved, dimensions, [...region, ...rest]);
	const { u, values, v } = singularValueDecomposition({
		rows,
		cols: psi.length / rows,
		interleaved
	});
	const conjugate = v.interleaved.map((x, k) => k % 2 === 0 ? x : -x);
	return {
		values,
		left: u,
		right: {
			...v,
			interleaved: conjugate
		}
	};
}
// src/complexity/reachability.ts
/** @file States that controls cannot reach, with a proof. */
/** Differences below this are rounding. */
const DIFFERENT = 1e-8;
/** Most conserved words that are examined. */
const MOST_CONSERVED = 4096;
/**
* Why no path of these controls leads from one state to another; `undefined` if nothing forbids it. Two things are
* conserved on every path:
*
* - the Schmidt coefficients between sets of qubits that no word joins;
* - the expectation of every word that commutes with all controls.
*
* A state against which this finds nothing may still be out of reach.
*
* @param words - all controls, including those that cost nothing
*/
function unreachable(words, from, to) {
	const qubits = Math.log2(from.length);
	const dimensions = new Array(qubits).fill(2);
	for (const part of connectedParts(words, qubits)) {
		if (part.length === qubits) continue;
		const [a, b] = [from, to].map((state) => schmidtDecomposition(state, dimensions, part).values);
		if (a.some((value, k) => Math.abs(value - b[k]) > DIFFERENT)) return `no control joins qubits ${part.join(", ")} to the others, and their entanglement differs`;
	}
	for (const word of commutingWords(words, qubits)) {
		const [a, b] = [from, to].map((state) => currentEngine().sandwich(state.interleaved, bitOperator(word), state.interleaved)[0]);
		if (Math.abs(a - b) > DIFFERENT) return `${word} commutes with all controls, and its expectation differs`;
	}
}
/** The qubits in sets that the supports of the words join, each ascending. */
function connectedParts(words, qubits) {
	let parts = Array.from({ length: qubits }, (_, q) => [q]);
	for (const sites of new Set(words.map((word) => support(word).join()))) {
		const joined = new Set(sites.split(",").map(Number));
		const touched = parts.filter((part) => part.some((q) => joined.has(q)));
		if (touched.length > 1) parts = [...parts.filter((part) => !touched.includes(part)), touched.flat().sort((a, b) => a - b)];
	}
	return parts;
}
/**
* The words, without the identity, that commute with all given ones: a null space over the field of two elements, by
* elimination on the 2n bits of a word.
*/
function commutingWords(words, qubits) {
	let basis = Array.from({ length: 2 * qubits }, (_, k) => Array.from({ length: qubits }, (_, q) => q === k >> 1 ? "XZ"[k & 1] : "I").join(""));
	for (const word of words) {
		const [pivot, ...others] = basis.filter((element) => !commute(element, word));
		if (pivot === void 0) continue;
		basis = [...basis.filter((element) => commute(element, word)), ...others.map((element) => timesWord(element, pivot))];
		if (basis.length === 0) return [];
	}
	const found = ["I".repeat(qubits)];
	for (const element of basis) if (found.length <= MOST_CONSERVED) found.push(...found.map((word) => timesWord(word, element)));
	return found.slice(1);
}
/** The product, up to its phase. */
function timesWord(a, b) {
	return Array.from(a, (x, q) => {
		const y = b[q];
		if (x === y) return "I";
		if (x === "I" || y === "I") return x === "I" ? y : x;
		return "XYZ".split("").find((letter) => letter !== x && letter !== y);
	}).join("");
}
// src/state/zero-state.ts
/** @file The state that circuits and paths start from. */
/** The basis state |0…0⟩ of qubits, shape (2ⁿ,). */
function zeroState(qubits) {
	const zero = zeroVector(2 ** qubits);
	zero.interleaved[0] = 1;
	return zero;
}
// src/complexity/entanglement-bound.ts
/** Most qubits for which all cuts are searched; beyond, only those around one qubit, two qubits, or an interval. */
const ALL_CUTS = 8;
/**
* A rigorous lower bound of the length of every path from one state to another, from quantities that the words on a set
* T of qubits, H_T = Σ h_P P with |h_T|² = Σ h_P², change at a bounded rate:
*
* 1. The angle θ = arccos λ₁ from ψ to the nearest product state of two parts A, B, with λ₁ ≥ λ₂ ≥ … the Schmidt
*    coefficients. |θ'| ≤ |Im⟨ab|H|φ⟩| with |ab⟩ nearest and φ of norm 1 orthogonal to it in both parts, so that words
*    inside A or B do not count. With S the real covariance of the words in |a⟩, ‖S‖ ≤ ‖Σ u_P P‖² ≤ 3^{|T∩A|−1} for
*    |u| = 1 (3^{k−1} sets of three that anticommute), Σ_P (Im⟨ab|P|φ⟩)² ≤ 2‖S_A‖‖S_B‖: |θ'| ≤ Σ_T √(2·3^{|T|−2})|h_T|.
* 2. log Σ λ_k, half the logarithmic negativity. (Σλ)' ≤ |⟨Φ|H|ψ⟩| with Φ = Σ_k |a_k b_k⟩, at most Σλ times the sum of
*    the products of operator norms in a singular value decomposition of h_T between the parts: for words on two
*    qubits |(log Σλ)'| ≤ Σ_T √3|h_T|.
* 3. The angle α from ψ to the states with qubit q in |b⟩: |α'| ≤ Σ_{T∋q} √(2^{|T|−1})|h_T|, as
*    Σ_Q |⟨φ₀|Q|φ₁⟩|² ≤ 2^k over all words of k qubits.
*
* Each is a linear condition on the times y_T ≥ 0. By Minkowski's inequality length² ≥ Σ_T w_T y_T², whose least value
* under all conditions is a quadratic program; any multipliers λ ≥ 0 of its dual give a bound,
*
*     length ≥ Σ_i λ_i·change_i / √(Σ_T (Σ_i λ_i rates_iT)²/w_T).
*
* For words of one qubit it is √Σα², which product states attain; for two qubits and free local rotations it is θ/√2,
* which is attained, too. It is 0 where a word that would have to be used costs nothing.
*/
function entanglementBound({ words, weights, qubits }, from, to, freeQubits = false) {
	const supports = /* @__PURE__ */ new Map();
	words.forEach((word, p) => {
		const sites = support(word);
		const known = supports.get(sites.join());
		supports.set(sites.join(), {
			sites,
			weight: Math.min(known?.weight ?? Infinity, weights[p])
		});
	});
	const parts = [...supports.values()];
	const demands = cuts(qubits).flatMap((cut) => cutDemands(cut, parts, from, to));
	if (!freeQubits) for (let q = 0; q < qubits; q++) demands.push(...qubitDemands(q, parts, from, to));
	return dualBound(demands.filter(({ change }) => change > ROUNDING$1), parts.map(({ weight }) => weight));
}
/**
* Sets of qubits across whose border entanglement is bounded: one of each complementary pair, or, of many qubits,
* intervals from qubit 0, single qubits and pairs.
*/
function cuts(qubits) {
	const all = Array.from({ length: qubits }, (_, q) => q);
	if (qubits <= ALL_CUTS) return Array.from({ length: 2 ** (qubits - 1) - 1 }, (_, k) => all.filter((q) => k + 1 >> q & 1));
	const intervals = all.slice(1).map((q) => all.slice(0, q));
	const few = all.flatMap((a) => all.filter((b) => b >= a).map((b) => a === b ? [a] : [a, b]));
	return [...intervals, ...few];
}
/** Conditions 1 and 2. */
function cutDemands(cut, parts, from, to) {
	const dimensions = new Array(Math.log2(from.length)).fill(2);
	const [a, b] = [from, to].map((state) => schmidtDecomposition(state, dimensions, cut).values);
	const angle = (values) => Math.atan2(Math.hypot(...values.subarray(1)), values[0]);
	const logarithm = (values) => Math.log(values.reduce((sum, value) => sum + value, 0));
	const rates = (rate) => Float64Array.from(parts, ({ sites }) => {
		const inside = sites.filter((q) => cut.includes(q)).length;
		return inside === 0 || inside === sites.length ? 0 : rate(inside, sites.length - inside);
	});
	return [{
		change: Math.abs(angle(b) - angle(a)),
		rates: rates((x, y) => Math.sqrt(2 * 3 ** (x + y - 2)))
	}, {
		change: Math.abs(logarithm(b) - logarithm(a)),
		rates: rates((x, y) => Math.sqrt(3 ** (x + y - 2 + Math.min(x, y))))
	}];
}
/** Condition 3, with |b⟩ the most probable state of the qubit in either state. */
function qubitDemands(qubit, parts, from, to) {
	const dimensions = new Array(Math.log2(from.length)).fill(2);
	const [a, b] = [from, to].map((state) => reducedDensityMatrix(state, dimensions, [qubit]));
	const rates = Float64Array.from(parts, ({ sites }) => sites.includes(qubit) ? Math.sqrt(2 ** (sites.length - 1)) : 0);
	return [a, b].map((matrix) => {
		const { interleaved } = hermitianEigen(matrix).vectors;
		const [other, likeliest] = [0, 2].map((column) => [
			0,
			1,
			4,
			5
		].map((i) => interleaved[i + column]));
		const angle = ({ interleaved: rho }) => Math.atan2(Math.sqrt(expectation(rho, other)), Math.sqrt(expectation(rho, likeliest)));
		return {
			change: Math.abs(angle(b) - angle(a)),
			rates
		};
	});
}
/** ⟨v|ρ|v⟩ of a qubit. */
function expectation(rho, v) {
	const [a, b, c, d] = v;
	const [re, im] = [a * c + b * d, a * d - b * c];
	return Math.max(0, rho[0] * (a * a + b * b) + rho[6] * (c * c + d * d) + 2 * (rho[2] * re - rho[3] * im));
}
const SWEEPS = 200;
/** Changes of angles below this are rounding. */
const ROUNDING$1 = 1e-6;
/** The bound of the dual, with multipliers from coordinate ascent (Hildreth's method): rigorous whatever they are. */
function dualBound(demands, weights) {
	if (demands.length === 0) return 0;
	const scaled = demands.map(({ rates }) => rates.map((rate, T) => rate / Math.sqrt(weights[T])));
	if (scaled.some((rates) => rates.every((rate) => rate === 0))) return Infinity;
	const multipliers = new Float64Array(demands.length);
	const total = new Float64Array(weights.length);
	for (let sweep = 0; sweep < SWEEPS; sweep++) demands.forEach(({ change }, i) => {
		const rates = scaled[i];
		const next = Math.max(0, multipliers[i] + (change - dot(rates, total)) / dot(rates, rates));
		const step = next - multipliers[i];
		if (step === 0) return;
		multipliers[i] = next;
		for (let T = 0; T < total.length; T++) total[T] = total[T] + step * rates[T];
	});
	return demands.reduce((sum, { change }, i) => sum + change * multipliers[i], 0) / Math.sqrt(dot(total, total));
}
// src/complexity/length-bound.ts
/**
* A rigorous lower bound of the length of every path from one state to another. On a path of speed F the state moves
* in the Fubini–Study metric with the speed ΔH, so length ≥ arccos|⟨from|to⟩| / max ΔH, where at F(H) = 1
*
* - ΔH ≤ √(2ⁿ/2) / √w_min, for (2ΔH)² ≤ (E_max − E_min)² ≤ 2 Tr H² = 2·2ⁿ Σ h_P²: the bi-invariant distance,
*   monotone in every weight;
* - ΔH ≤ ‖H‖ ≤ √(Σ_j 1/w_j), where the words fall into sets j of mutually anticommuting words with least weight w_j,
*   for in such a set ‖Σ h_P P‖² = Σ h_P².
*
* The larger of the two. O(#words²) for the sets, found greedily.
*/
function lengthLowerBound({ words, weights }, from, to) {
	if (words.length === 0) return 0;
	const [re, im] = innerProduct(from, to);
	const angle = Math.atan2(norm(addScaled(to, [-re, -im], from)), Math.hypot(re, im));
	const byDimension = Math.sqrt(from.length / 2 / weights.reduce((least, w) => Math.min(least, w), Infinity));
	return angle / Math.min(byDimension, Math.sqrt(anticommutingNorm(words, weights)));
}
/** Σ_j 1/w_j over sets of mutually anticommuting words that cover all words; words are taken from light to heavy. */
function anticommutingNorm(words, weights) {
	const order = words.map((_, p) => p).sort((a, b) => weights[a] - weights[b]);
	const sets = [];
	for (const p of order) {
		const fitting = sets.find((set) => set.every((q) => !commute(words[p], words[q])));
		if (fitting === void 0) sets.push([p]);
		else fitting.push(p);
	}
	return sets.reduce((sum, [lightest]) => sum + 1 / weights[lightest], 0);
}
// src/geodesic/state/state-certificate.ts
/** @file What is known of the quality of a path to a state. */
/** Both bounds. */
function stateLowerBounds(problem) {
	const { controls, from, to, freeWords = [] } = problem;
	const free = freeWords.length > 0;
	return {
		fubiniStudy: free ? 0 : lengthLowerBound(controls, from, to),
		entanglement: entanglementBound(controls, from, to, free)
	};
}
/** The certificate of what was found. `residual` and `length` are those of the sliced path. */
function stateCertificate(found, sliced, tolerance) {
	const { problem, shot, points, starts, coarseLength } = found;
	const lowerBounds = stateLowerBounds(problem);
	const lengths = starts.map((one) => Number((one.geodesicLength ?? one.length).toFixed(4)));
	const distinct = [...new Set(lengths)].sort((a, b) => a - b);
	return {
		status: statusOf(found, sliced, {
			tolerance,
			lowerBounds
		}),
		residual: shot?.residual ?? sliced.residual,
		speedVariation: shot === void 0 ? null : speedVariation(problem, shot),
		costateResidual: shot === void 0 ? null : costateResidual(problem, shot),
		slicedLengths: [{
			slices: problem.slices / 2,
			length: coarseLength
		}, {
			slices: problem.slices,
			length: sliced.length
		}],
		starts,
		histogram: distinct.map((one) => ({
			length: one,
			count: lengths.filter((other) => other === one).length
		})),
		lowerBounds,
		conjugatePoints: points?.count ?? null,
		conjugateAtEnd: points?.atEnd ?? null,
		family: points?.family ?? null
	};
}
function statusOf({ problem, shot, points, starts }, sliced, known) {
	const { tolerance, lowerBounds } = known;
	const missed = sliced.residual ** 2;
	const of = missed <= tolerance ? "the target" : `a state at infidelity ${significant(missed)} from the target`;
	const found = shot === void 0 ? sliced.length : speedAt(metricOf(problem), shot.flow.points[0]);
	const bound = Math.max(lowerBounds.fubiniStudy, lowerBounds.entanglement);
	if (Math.min(found, sliced.length) <= bound * (1 + 1e-6) + 1e-12) return `least length for ${of}: it meets the lower bound`;
	const among = `best of ${counted(starts.length, "start")}`;
	if (shot === void 0) return `upper bound for ${of}, ${among}`;
	if (points === void 0) return `geodesic to the target, an upper bound, ${among}`;
	if (points.count > 0) return `geodesic with ${counted(points.count, "conjugate point")}, no minimum, an upper bound, ${among}`;
	if (points.atEnd > points.family) return `geodesic without conjugate points before its end, which is conjugate, an upper bound, ${among}`;
	return `certified local minimum, an upper bound, ${among}`;
}
function speedVariation(problem, { flow }) {
	const speeds = flow.points.map((point) => speedAt(metricOf(problem), point));
	const least = Math.min(...speeds);
	return least > 1e-12 ? Math.max(...speeds) / least - 1 : 0;
}
function costateResidual(problem, { flow, costate }) {
	const start = {
		state: problem.to.interleaved,
		costate
	};
	const double = stateFlow(metricOf(problem), start, 2 * stepsOf(flow)).points;
	const apart = (a, b) => length(plus(a, -1, b));
	const differences = flow.points.map(({ state, costate: p }, k) => Math.hypot(apart(state, double[2 * k].state), apart(p, double[2 * k].costate)));
	return Math.max(...differences) / Math.hypot(1, length(costate));
}
/** Of two states that no path joins. */
function unreachableCertificate(reason) {
	return {
		status: `unreachable: ${reason}`,
		residual: 1,
		speedVariation: null,
		costateResidual: null,
		slicedLengths: [],
		starts: [],
		histogram: [],
		lowerBounds: {
			fubiniStudy: Infinity,
			entanglement: Infinity
		},
		conjugatePoints: null,
		conjugateAtEnd: null,
		family: null
	};
}
// src/path/given-path.ts
/** The unknowns of a given path, run backwards in the problem's slices: each takes the mean of those it covers. */
function pathFrom({ slices, controls, freeWords = [] }, { words, velocity }) {
	const { length } = velocity;
	const places = new Map(words.map((word, p) => [word, p]));
	const x = new Float64Array(slices * controls.words.length + freeWords.length);
	for (let k = 0; k < slices; k++) for (let j = 0; j < length; j++) {
		const overlap = Math.min((k + 1) / slices, (j + 1) / length) - Math.max(k / slices, j / length);
		if (overlap <= 0) continue;
		const h = velocity[length - 1 - j];
		controls.words.forEach((word, p) => {
			const at = places.get(word);
			const value = at === void 0 ? 0 : -h[at] * overlap * slices;
			x[k * controls.words.length + p] = x[k * controls.words.length + p] + Math.sqrt(controls.weights[p] / slices) * value;
		});
	}
	return x;
}
// src/geodesic/state/end-point-jacobian.ts
/**
* @file The end point of a sliced path as a condition c(x) = 0, with its Jacobian J = LQ: what moves the end point and what
* does not, measured by how far the path moves.
*/
/** c at x. */
function missAt(problem, x) {
	const { to } = problem;
	return horizontalFrame(to.interleaved).coordinatesOf(missOf(to, runPath(problem, x).end).interleaved);
}
/** A row of J that leaves less than this share of itself to the rows before is one of their combinations. */
const RANK_TOLERANCE = 1e-10;
/**
* J = LQ with a lower triangular L and orthonormal rows Q. A direction of the end point that nothing moves, as on a path with
* a symmetry, is left out: there Q is 0, and L infinite.
*
* Cost of 2ⁿ⁺¹ gradients, and O(4ⁿ · unknowns).
*/
function endPointJacobian(problem, x) {
	const { rows, vectorOf } = jacobianRows(problem, x);
	const { L, Q } = triangular(rows);
	return {
		natural: (miss) => solvedLower(L, miss),
		moveOf: (coordinates) => combined(Q, coordinates, x.length),
		tangential: (v) => plus(v, -1, combined(Q, shared(Q, v), v.length)),
		coordinatesOf: (v) => shared(Q, v),
		costateOf: (lambda) => solvedUpper(L, lambda),
		multiplier: (v) => vectorOf(shortestSolution(L, times(-1, shared(Q, v))))
	};
}
/** Rows that are made orthogonal to those before together: memory is read once for all of them. */
const BLOCK = 8;
/** A row that has lost all but this share is made orthogonal once more, for rounding. */
const LITTLE = .1;
/** L and Q of the rows of J, by Gram and Schmidt. */
function triangular(rows) {
	const L = rows.map(() => new Float64Array(rows.length));
	const rest = rows.map((row) => row.slice());
	const Q = [];
	const project = (from, which) => {
		const directions = Q.slice(from);
		const shares = directions.map((q) => which.map((a) => dot(q, rest[a])));
		directions.forEach((q, k) => {
			which.forEach((a, i) => {
				const share = shares[k][i];
				addTo(rest[a], -share, q);
				L[a][from + k] = L[a][from + k] + share;
			});
		});
	};
	const orthogonalise = (from, which) => {
		const sizes = which.map((a) => length(rest[a]));
		project(from, which);
		project(from, which.filter((a, i) => length(rest[a]) < LITTLE * sizes[i]));
	};
	for (let start = 0; start < rows.length; start += BLOCK) {
		const block = rows.slice(start, start + BLOCK).map((_, i) => start + i);
		orthogonalise(0, block);
		for (const a of block) {
			orthogonalise(start, [a]);
			const size = length(rest[a]);
			const moves = size > RANK_TOLERANCE * length(rows[a]);
			L[a][a] = moves ? size : Infinity;
			Q.push(moves ? times(1 / size, rest[a]) : new Float64Array(rest[a].length));
		}
	}
	return {
		L,
		Q
	};
}
/** ∂c/∂x row by row, and coordinates as vectors of amplitudes. */
function jacobianRows(problem, x) {
	const { to } = problem;
	const run = runPath(problem, x);
	const { vectorOf } = horizontalFrame(to.interleaved);
	const [re, im] = innerProduct(to, run.end);
	const modulus = Math.hypot(re, im);
	const turn = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
	const units = Array.from({ length: 2 * to.length - 2 }, (_, k) => {
		const unit = new Float64Array(2 * to.length - 2);
		unit[k] = 1;
		return scaledVector(turn, {
			length: to.length,
			interleaved: vectorOf(unit)
		});
	});
	return {
		rows: run.pullbacks(units),
		vectorOf
	};
}
/** Σ_a c_a q_a. */
function combined(Q, c, size) {
	const sum = new Float64Array(size);
	Q.forEach((q, a) => {
		addTo(sum, c[a], q);
	});
	return sum;
}
/** sum ← sum + factor·v. */
function addTo(sum, factor, v) {
	for (let i = 0; i < sum.length; i++) sum[i] = sum[i] + factor * v[i];
}
const shared = (Q, x) => Float64Array.from(Q, (q) => dot(q, x));
/** L⁻¹c. */
function solvedLower(L, c) {
	const y = c.slice();
	for (let a = 0; a < y.length; a++) {
		for (let b = 0; b < a; b++) y[a] = y[a] - L[a][b] * y[b];
		y[a] = y[a] / L[a][a];
	}
	return y;
}
/** Of the regularised solutions, the share of what v has in the span of J that may be left, and the steps towards less. */
const [LEFT, SMALLEST_RIDGE] = [1e-9, 1e-15];
/**
* The shortest p, about, with Lᵀp = b: iterated Tikhonov regularisation, p ← p + (LLᵀ + ρ)⁻¹L(b − Lᵀp), with smaller and
* smaller ρ until little is left.
*/
function shortestSolution(L, b) {
	const rows = L.map((row, a) => Number.isFinite(row[a]) ? row : row.map((value, k) => k === a ? 0 : value));
	const gram = rows.map((row, a) => Float64Array.from(rows, (other, c) => c <= a ? dot(row, other) : 0));
	gram.forEach((row, a) => {
		for (let c = a + 1; c < row.length; c++) row[c] = gram[c][a];
	});
	const goal = LEFT * length(b);
	let p = new Float64Array(b.length);
	let rest = b;
	for (let ridge = 1e-4; length(rest) > goal && ridge > SMALLEST_RIDGE; ridge /= 100) {
		const matrix = new Matrix(gram);
		for (let a = 0; a < p.length; a++) matrix.set(a, a, matrix.get(a, a) + ridge);
		const inverse = choleskySolver(matrix);
		if (inverse === void 0) break;
		p = plus(p, 1, inverse(Float64Array.from(rows, (row) => dot(row, rest))));
		rest = plus(b, -1, combined(rows, p, b.length));
	}
	return p;
}
/** L⁻ᵀc. */
function solvedUpper(L, c) {
	const y = c.slice();
	for (let a = y.length - 1; a >= 0; a--) {
		y[a] = y[a] / L[a][a];
		for (let b = 0; b < a; b++) y[b] = y[b] - L[a][b] * y[a];
	}
	return y;
}
// src/geodesic/state/sliced-search.ts
/** Independent normal components: speed 2 on average in each slice, long enough to reach any state of few qubits. */
function randomPath({ slices, controls, freeWords = [] }, stream) {
	const size = slices * controls.words.length;
	return Float64Array.from({ length: size + freeWords.length }, (_, i) => i < size ? 2 * stream.normal() / Math.sqrt(size) : stream.normal());
}
/** A search that yields √(2·energy) of the path after every step: its length, if its speed is constant. */
function* told(phase, { slices, controls }, attempts) {
	const paid = slices * controls.words.length;
	for (;;) {
		const next = attempts.next();
		if (next.done) return next.value;
		yield {
			phase,
			step: next.value.steps,
			length: length(next.value.x.subarray(0, paid))
		};
	}
}
// src/geodesic/state/natural-descent.ts
/**
* @file Descent to a neighbourhood of the shortest path where the target takes many brackets of the controls to reach: an
* augmented Lagrangian in which a miss counts as much as the path has to move to mend it.
*/
/** A path that has to move by less than this is near enough for Newton's method. */
const NEAR_ENOUGH = .1;
/** Most Jacobians, and L-BFGS steps with each. */
const [ROUNDS, STEPS$1] = [40, 100];
/** μ of the penalty μ|L⁻¹c|², in which a miss is a length of path. */
const WEIGHT = 10;
/**
* The path near x, until a correction of it is short: in each round J = LQ is kept, and L-BFGS lowers
*
*     ½|x|² + λ·L⁻¹c(x) + μ|L⁻¹c(x)|²,      λ = −Qx.
*
* Descent with |c|² crawls there, and Newton's method onto the target leads far away.
*
* Cost of 2ⁿ⁺¹ + 100 gradients in each of up to 40 rounds.
*/
function* drawnNear(problem, start, phase) {
	const paid = problem.slices * problem.controls.words.length;
	let x = start;
	for (let round = 0; round < ROUNDS; round++) {
		const jacobian = endPointJacobian(problem, x);
		if (length(jacobian.natural(missAt(problem, x))) < NEAR_ENOUGH) return x;
		const multiplier = times(-1, jacobian.coordinatesOf(x.slice().fill(0, paid)));
		const at = {
			x,
			force: {
				weight: WEIGHT,
				multiplier
			},
			loss: Infinity,
			steps: 0
		};
		const descent = descended(naturalCondition(problem, jacobian), at, {
			maxSteps: STEPS$1,
			gradientTolerance: 1e-4
		});
		({x} = yield* told(phase, problem, descent));
	}
	return x;
}
/** L⁻¹c(x) = 0, with the L of one path. */
function naturalCondition(problem, { natural, costateOf }) {
	const equal = pathCondition({
		...problem,
		amplitudeWeights: new Float64Array(problem.to.length).fill(1)
	});
	const { coordinatesOf, vectorOf } = horizontalFrame(problem.to.interleaved);
	return {
		paid: problem.slices * problem.controls.words.length,
		weights: new Float64Array(2 * problem.to.length - 2).fill(1),
		condition: (x) => {
			const { miss, pushforward, pullback } = equal.condition(x);
			return {
				miss: natural(coordinatesOf(miss)),
				pushforward: (direction) => natural(coordinatesOf(pushforward(direction))),
				pullback: (lambda) => pullback(vectorOf(costateOf(lambda)))
			};
		}
	};
}
// src/linalg/conjugate-gradient-solve.ts
const none = (residual) => residual;
/** Conjugate gradients at x, with a preconditioner M ≈ A⁻¹; the first direction is Mr. */
function conjugateStart(x, residual, precondition = none) {
	const direction = precondition(residual);
	return {
		x,
		residual,
		direction,
		descent: dot(residual, direction)
	};
}
/**
* One step of conjugate gradients,
*
*     x ← x + α d,    r ← r − α Ad,    d ← Mr + β d,    α = ⟨r, Mr⟩/⟨d, Ad⟩,    β = ⟨r, Mr⟩_new/⟨r, Mr⟩_old.
*
* @returns the curvature ⟨d, Ad⟩ that was met, and the next iterate, meaningful only if the curvature is positive
*/
function conjugateStep(apply, { x, residual, direction, descent }, precondition = none) {
	const image = apply(direction);
	const curvature = dot(direction, image);
	const share = descent / curvature;
	const rest = plus(residual, -share, image);
	const preconditioned = precondition(rest);
	const left = dot(rest, preconditioned);
	const turned = plus(preconditioned, left / descent, direction);
	return {
		curvature,
		next: {
			x: plus(x, share, direction),
			residual: rest,
			direction: turned,
			descent: left
		}
	};
}
// src/linalg/trust-region-steps.ts
/** @file Steps of Newton's method for a function of many variables, no longer than it can be trusted. */
/**
* Steps s that make g·s + ½s·Hs small within ‖s‖ ≤ r, by conjugate gradients from 0: the iterates grow, and a step is
* where their polygon leaves the region. Along a direction of negative curvature it goes to the border, so it leads
* away from saddles.
*
* @param apply - v ↦ H·v, symmetric, definite or not
* @param gradient - g, shape (n,)
* @returns r ↦ the step for a radius r ≤ `radius`, without further products
*
* @see Steihaug, SIAM J. Numer. Anal. 20, 626 (1983)
*/
function trustRegionSteps(apply, gradient, { radius, tolerance, maxSteps }) {
	const goal = tolerance * length(gradient);
	const edges = [];
	let at = conjugateStart(new Float64Array(gradient.length), times(-1, gradient));
	while (edges.length < maxSteps && Math.sqrt(at.descent) > goal && length(at.x) < radius) {
		const { curvature, next } = conjugateStep(apply, at);
		edges.push({
			direction: at.direction,
			curvature,
			square: at.descent
		});
		if (!(curvature > 0)) break;
		at = next;
	}
	return (within) => {
		let step = {
			move: new Float64Array(gradient.length),
			decrease: 0
		};
		for (const edge of edges) {
			const border = toBorder(step.move, edge.direction, within);
			const whole = edge.curvature > 0 ? edge.square / edge.curvature : Infinity;
			const share = Math.min(border, whole);
			step = {
				move: plus(step.move, share, edge.direction),
				decrease: step.decrease + share * (edge.square - share * edge.curvature / 2)
			};
			if (share < whole) break;
		}
		return step;
	};
}
/** The t ≥ 0 with ‖s + t·d‖ = radius. */
function toBorder(s, d, radius) {
	const [a, b, c] = [
		dot(d, d),
		dot(s, d),
		Math.min(0, dot(s, s) - radius * radius)
	];
	return (-b + Math.sqrt(b * b - a * c)) / a;
}
// src/geodesic/state/newton-path.ts
/**
* @file Shortest sliced paths by Newton's method on the set of paths that meet the target: exact where descent crawls, for
* targets that take many brackets of the controls to reach, so that some directions of the end point hardly move.
*/
/** The end point is met where the miss is below this: its square is rounding. */
const MET = 1e-10;
/** A correction that moves the path farther than this is shortened, and no share is smaller than this. */
const [LONGEST_CORRECTION, LEAST_SHARE] = [.5, .002];
/** One Jacobian serves while corrections shrink by this factor at least, and down to this size they are worth their cost. */
const [SHRINKING, NEGLIGIBLE] = [.3, 1e-12];
/**
* Least-norm corrections with one Jacobian, of this path or one nearby, damped so that the next becomes smaller, measured by
* how far the path moves: directions in which the end point is hard to move count as much as others.
*/
function corrected(problem, { natural, moveOf }, start) {
	let x = start;
	let miss = missAt(problem, x);
	let correction = natural(miss);
	for (let moved = false;; moved = true) {
		const size = length(correction);
		if (size < NEGLIGIBLE) return {
			x,
			miss: length(miss),
			moved
		};
		const move = moveOf(correction);
		let shrunk = false;
		for (let share = Math.min(1, LONGEST_CORRECTION / size); share > LEAST_SHARE && !shrunk; share /= 2) {
			const trial = plus(x, -share, move);
			const left = missAt(problem, trial);
			const next = natural(left);
			if (!(length(next) < (1 - share / 4) * size)) continue;
			shrunk = true;
			[x, miss, correction] = [
				trial,
				left,
				next
			];
		}
		if (!(length(correction) < SHRINKING * size)) return {
			x,
			miss: length(miss),
			moved: moved || shrunk
		};
	}
}
/**
* The path moved onto the target by Newton's method.
*
* @param mostSteps - Jacobians at most
* @returns `undefined` where it does not arrive
*
* Cost of 2ⁿ⁺¹ gradients for each step.
*
* @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
*/
function onTarget(problem, start, mostSteps) {
	let x = start;
	for (let step = 0; step < mostSteps; step++) {
		const next = corrected(problem, endPointJacobian(problem, x), x);
		if (next.miss < MET) return next.x;
		if (!next.moved) return void 0;
		x = next.x;
	}
}
/** Relative size of the gradient along the paths to the target at which a path is a shortest one. */
const STATIONARY = 1e-8;
/** Longest and shortest move of the path in a Newton step. */
const [LONGEST_MOVE, LEAST_MOVE] = [.7, 1e-4];
/** Conjugate-gradient steps in each Newton step. */
const INNER_STEPS = 150;
/** How exactly the step from a noise is found. */
const NOISE_TOLERANCE = .001;
/** Share of the energy that a step from a saddle has to gain. */
const ESCAPE = 1e-8;
/** Share of the predicted decrease that counts as success; a decrease below the second share of the energy is rounding. */
const [TRUSTED, ROUNDING] = [.1, 1e-13];
/** Step of the differences that give second derivatives. */
const DIFFERENCE = 1e-5;
/** Jacobians in search of the target, and on the way back to it. */
const [FAR, NEAR] = [60, 2];
/**
* The shortest sliced path near x that meets the target exactly, by Newton's method on the set c = 0: the multiplier
* p = −(JJᵀ)⁻¹Jx, the Hessian 1 + Σ_i p_i∇²c_i on the tangent space of the set by differences of gradients, steps by
* conjugate gradients within a trust region, and after each the way back onto the set. It converges quadratically, whatever
* brackets the target takes.
*
* @returns the path as it came, with an infinite slope, where the target is not met
*
* Cost of 2ⁿ⁺¹ gradients in each step, and two for each inner step, at most 150.
*/
function* newtonPath(problem, start, phase, { maxSteps, escaping = true }) {
	const met = onTarget(problem, start, FAR);
	if (met === void 0) return {
		x: start,
		costate: new Float64Array(2 * problem.to.length),
		slope: Infinity,
		steps: 0
	};
	const paid = problem.slices * problem.controls.words.length;
	const energySlope = (y) => y.slice().fill(0, paid);
	const equal = pathCondition({
		...problem,
		amplitudeWeights: new Float64Array(problem.to.length).fill(1)
	});
	let x = met;
	let radius = LONGEST_MOVE;
	for (let step = 0;; step++) {
		const jacobian = endPointJacobian(problem, x);
		const costate = jacobian.multiplier(energySlope(x));
		const gradient = jacobian.tangential(energySlope(x));
		const [size, slope] = [length(energySlope(x)), length(gradient)];
		yield {
			phase,
			step,
			length: size
		};
		const settled = {
			x,
			costate,
			slope,
			steps: step
		};
		if (step === maxSteps) return settled;
		const gradientAt = (y) => plus(energySlope(y), 1, equal.condition(y).pullback(costate));
		const along = (v) => {
			const d = DIFFERENCE / length(v);
			const change = plus(gradientAt(plus(x, d, v)), -1, gradientAt(plus(x, -d, v)));
			return jacobian.tangential(times(1 / (2 * d), change));
		};
		const stationary = slope <= STATIONARY * size;
		if (stationary && !escaping) return settled;
		const slopeOrNoise = stationary ? times(STATIONARY * size, jacobian.tangential(noise(x.length))) : gradient;
		const tolerance = stationary ? NOISE_TOLERANCE : Math.min(.1, Math.sqrt(slope / size));
		const steps = trustRegionSteps(along, slopeOrNoise, {
			radius,
			tolerance,
			maxSteps: INNER_STEPS
		});
		if (stationary && length(steps(radius).move) < radius / 2) return settled;
		let next;
		while (next === void 0 && radius > LEAST_MOVE) {
			const { move, decrease } = steps(radius);
			const trial = backOnTarget(problem, jacobian, plus(x, 1, move));
			const gain = trial && (size ** 2 - dot(energySlope(trial), energySlope(trial))) / 2;
			const least = stationary ? ESCAPE * size ** 2 : TRUSTED * decrease - ROUNDING * size ** 2;
			if (gain !== void 0 && gain > least) next = trial;
			radius = next ? Math.min(LONGEST_MOVE, Math.max(radius, 2 * length(move))) : length(move) / 3;
		}
		if (next === void 0) return settled;
		x = next;
	}
}
/** A random vector of norm about 1, always the same. */
function noise(size) {
	const stream = randomStream(0, "noise");
	return Float64Array.from({ length: size }, () => stream.normal() / Math.sqrt(size));
}
/** A path that has been moved along the set c = 0, back on it: with the Jacobian from before the move, if that does. */
function backOnTarget(problem, before, moved) {
	const { x, miss } = corrected(problem, before, moved);
	return miss < MET ? x : onTarget(problem, x, NEAR);
}
// src/geodesic/state/polished-path.ts
/** @file From a sliced path to the geodesic near it, and back. */
const lengthOfShot = (problem, { flow }) => speedAt(metricOf(problem), flow.points[0]);
/** End-point residual at which a shot is a geodesic to the target. */
const GEODESIC = 1e-9;
/** Newton's method for a path, and for one that comes of a shortest path in fewer slices, which is no saddle. */
const NEWTON = { maxSteps: 60 };
const REFINED = {
	...NEWTON,
	escaping: false
};
/** Most doublings of the slices before a start is given up. */
const REFINEMENTS = 3;
/** Most unknowns times amplitudes for which polishing is worth its cost. */
const LARGEST_REFINED = 4e6;
/** Steps of the flows that are tried, doubled from the first to the last number: great costates need many. */
const FLOW_STEPS = [16, 512];
/** Flows are fine enough when they agree about the miss to this share of it. */
const TOLD = .1;
/** A shot that misses by more is not worth Newton's method. */
const FARTHEST = .3;
/** Integration steps of Jacobians that a shot is worth while slices can still be doubled. */
const EFFORT = 800;
/**
* The geodesic near a sliced path. Its costate is that of the path, or what those of fewer and more slices converge to (their
* errors are sums of 1/K², 1/K⁴ …); if Newton's method does not lead to the target from there, the slices are doubled.
*/
function* polish(fine, { start, half, whole }) {
	const metric = metricOf(fine);
	const ends = {
		from: fine.to,
		to: fine.from
	};
	let [problem, path] = [fine, whole];
	let limits = [half.costate];
	let best;
	for (let refinement = 0;; refinement++) {
		limits = romberg(limits, path.costate);
		const { costate, miss } = limits.map((costate) => ({
			costate,
			miss: missOfFlow(metric, ends, costate)
		})).reduce((a, b) => b.miss < a.miss ? b : a);
		const next = {
			...problem,
			slices: 2 * problem.slices
		};
		const numbers = next.slices * next.controls.words.length * next.to.length;
		const last = refinement === REFINEMENTS || numbers > LARGEST_REFINED;
		if (miss < FARTHEST || last) {
			const shot = polishedStateShot(metric, ends, costate, {
				tolerance: GEODESIC,
				maxSteps: 30,
				effort: last ? Infinity : EFFORT
			});
			yield {
				phase: `geodesic from ${start}`,
				step: shot.steps,
				length: speedAt(metric, shot.flow.points[0])
			};
			if (best === void 0 || shot.residual < best.residual) best = shot;
		}
		if (best !== void 0 && (best.residual <= 1e-9 || last)) return best;
		const phase = `${start} in ${next.slices} slices`;
		path = yield* newtonPath(next, halvedSlices(problem, path.x), phase, REFINED);
		problem = next;
	}
}
/** How far from the target the geodesic with a costate ends, in enough steps that half as many agree to a tenth. */
function missOfFlow(metric, { from, to }, costate) {
	let before = Infinity;
	for (let [steps, most] = FLOW_STEPS;; steps *= 2) {
		const end = stateFlow(metric, {
			state: from.interleaved,
			costate
		}, steps).points[steps].state;
		const miss = norm(missOf(to, {
			length: to.length,
			interleaved: end
		}));
		if (Math.abs(miss - before) < TOLD * miss) return miss;
		if (steps >= most) return Number.isFinite(miss) ? miss : Infinity;
		before = miss;
	}
}
/** The shortest sliced paths near a geodesic. */
function* slicedFrom(coarse, { flow }, start) {
	const fine = {
		...coarse,
		slices: 2 * coarse.slices
	};
	const velocity = Array.from({ length: fine.slices }, (_, k) => {
		const middle = Math.round((k + .5) / fine.slices * (flow.points.length - 1));
		return Array.from(controlsAt(metricOf(fine), flow.points[middle]));
	});
	const path = {
		words: fine.controls.words,
		velocity
	};
	const half = yield* newtonPath(coarse, pathFrom(coarse, path), `${start}, its geodesic in ${coarse.slices} slices`, NEWTON);
	const whole = yield* newtonPath(fine, pathFrom(fine, path), `${start}, its geodesic in ${fine.slices} slices`, NEWTON);
	return {
		start,
		half,
		whole,
		steps: half.steps + whole.steps
	};
}
/** The sliced paths that a geodesic came from; if Newton's method has left them for another geodesic, its own. */
function* nearest(coarse, from, geodesic) {
	const fine = {
		...coarse,
		slices: 2 * coarse.slices
	};
	const [half, whole] = [pathLength(coarse, from.half.x), pathLength(fine, from.whole.x)];
	const limit = (4 * whole - half) / 3;
	if (geodesic === void 0 || Math.abs(limit - geodesic.length) <= .2 * Math.abs(half - whole) + 1e-6) return from;
	const own = yield* slicedFrom(coarse, geodesic.shot, from.start);
	return Number.isFinite(own.whole.slope) && pathLength(fine, own.whole.x) < whole ? own : from;
}
// src/geodesic/state/state-conjugate-points.ts
/** @file Conjugate points of geodesics of states, after which a geodesic is no longer the shortest among its neighbours. */
/** Eigenphases of W within this of 0 are 0: at the start all are, and rounding must not make them negative. */
const NOISE = 1e-4;
/** Farther from a unitary than this W has lost its meaning to rounding, or to long steps. */
const LARGEST_DEFECT = 3e-4;
/** Eigenvalues of the Gramian below this are computed once more, among themselves, for rounding. */
const SMALL_EIGENVALUE = 1e-9;
/** Where their square roots are below this the end does not move. */
const UNMOVED = 1e-10;
/** Of eigenphases. */
const PHASE_TOLERANCE = 1e-8;
/** A step in which an eigenphase of W turns farther is too long to be counted. */
const LONGEST_TURN = 5;
/** A phase in (−π, π] as one that has grown from 0: in [0, 2π). */
const forward = (phase) => phase < -1e-4 ? phase + 2 * Math.PI : Math.max(0, phase);
/**
* The conjugate points of a geodesic in (0, 1], with multiplicity, by Jacobi fields (δψ, δp) = (Uz, Uy) in the
* frame that moves with the path, with z(0) = 0. There the linearised flow has the Hamiltonian
*
*     ½ Σ_P (Im⟨y|P_t ψ₀⟩ + Im⟨p₀|P_t z⟩)² / w_P ≥ 0,      P_t = U†PU,
*
* so that the symmetric matrix Z Y⁻¹ of all fields, modulo phases, only rises. Hence the eigenphases of the unitary
* W = (Y + iZ)(Y − iZ)⁻¹, which is finite throughout, only grow from W(0) = 1, and each passage through 0 is a conjugate
* point. In a step they grow by the sum of the eigenphases of W_{k+1}W_k†; what of it does not show in those of W has gone
* round. That holds for every penalty, and counts multiple points; and in any symplectic coordinates, of which those are
* taken in which all directions of the costate move the end by as much (`controllability`).
*
* @returns `undefined` if the steps are too long for the fields, or some direction moves the end less than rounding does
*
* Cost 2ⁿ⁺¹ linearised flows, and O(steps · 8ⁿ).
*/
function stateConjugatePoints(metric, from, costate, steps) {
	const flow = stateFlow(metric, {
		state: from.interleaved,
		costate
	}, steps);
	const { axes, sizes } = controllability(metric, flow);
	const rounding = Number.EPSILON * length(costate);
	if (sizes.some((size) => rounding > NOISE * size ** 2)) return void 0;
	const size = axes.length;
	const moving = carriedAlong(metric, flow, axes);
	const fields = variedFlows(metric, flow, axes, ({ points }) => points);
	const turned = axes.map((axis) => dot(axis, timesI(costate)));
	let before = identityMatrix(size);
	let phases = new Float64Array(size);
	let count = 0;
	let first = null;
	for (let k = 1; k <= steps; k++) {
		const [plus, minus] = [zeroMatrix(size, size), zeroMatrix(size, size)];
		fields.forEach((points, row) => {
			const { state, costate: momentum } = points[k];
			const phase = dot(timesI(flow.points[k].state), state);
			for (let i = 0; i < size; i++) {
				const at = 2 * (row * size + i);
				const y = dot(moving[i][k], momentum) - phase * turned[i];
				plus.interleaved[at] = minus.interleaved[at] = sizes[i] / sizes[row] * y;
				plus.interleaved[at + 1] = dot(moving[i][k], state) / (sizes[i] * sizes[row]);
				minus.interleaved[at + 1] = -plus.interleaved[at + 1];
			}
		});
		const W = nearestUnitary(solve(minus, plus));
		if (W === void 0) return void 0;
		const turns = normalEigen(multiply(W, before, { adjointB: true }), PHASE_TOLERANCE).phases.map(forward);
		if (turns.some((turn) => turn > LONGEST_TURN)) return void 0;
		const next = normalEigen(W, PHASE_TOLERANCE).phases.map(forward);
		const grown = sumOf(turns) - (sumOf(next) - sumOf(phases));
		const passed = Math.round(grown / (2 * Math.PI));
		if (passed < 0) return void 0;
		count += passed;
		if (count > 0 && first === null) first = {
			step: k,
			field: vanishingField(plus, axes.map((axis, j) => times(1 / sizes[j], axis)))
		};
		[before, phases] = [W, next];
	}
	return {
		count,
		first,
		abnormality: abnormality(metric, from, costate, {
			size,
			steps
		})
	};
}
/** How many directions the geodesic of a random costate moves that this one, which moves `size`, does not. */
function abnormality(metric, { length: amplitudes, interleaved: state }, costate, { size, steps }) {
	const frame = horizontalFrame(state);
	if (size === 2 * amplitudes - 2) return 0;
	const stream = randomStream(0, "generic costate");
	const random = frame.vectorOf(Float64Array.from({ length: 2 * amplitudes - 2 }, () => stream.normal()));
	return controllability(metric, stateFlow(metric, {
		state,
		costate: times(length(costate) / length(random), random)
	}, steps)).axes.length - size;
}
/** The unitary near a matrix that is one but for rounding, by two steps of Newton and Schulz; nothing if it is not. */
function nearestUnitary(a) {
	const identity = identityMatrix(a.rows);
	const defect = addScaledMatrix(identity, [-1, 0], multiply(a, a, { adjointA: true }));
	if (!(frobeniusNorm(defect) < LARGEST_DEFECT)) return void 0;
	const once = addScaledMatrix(a, [.5, 0], multiply(a, defect));
	const rest = addScaledMatrix(identity, [-1, 0], multiply(once, once, { adjointA: true }));
	return addScaledMatrix(once, [.5, 0], multiply(once, rest));
}
/**
* Orthonormal directions of the costate, sorted by how far they move the end: the eigenvectors of the controllability Gramian
*
*     G_ij = ∫ Σ_a w_a h_a(i) h_a(j) dt,      h_a(i) = Im⟨U(t)e_i|B_a ψ(t)⟩/w_a,
*
* and the square roots of its eigenvalues. Without conjugate points Z ≈ G: with costates divided and states multiplied by
* 1/√G, Z and Y are of one size, and directions that need many brackets count like others. Directions that do not move the
* end at all, as a symmetry makes them, are left out: the fields of the others never enter them.
*/
function controllability(metric, flow) {
	const { state } = flow.points[0];
	const frame = horizontalFrame(state);
	const axes = unitVectors(state.length - 2).map((unit) => frame.vectorOf(unit));
	const scales = metric.inverseWeights.map((inverse) => inverse > 0 ? 1 / Math.sqrt(inverse * flow.points.length) : 0);
	const moves = carriedAlong(metric, flow, axes).map((vectors) => Float64Array.from(vectors.flatMap((costate, k) => Array.from(controlsAt(metric, {
		state: flow.points[k].state,
		costate
	}), (h, a) => h * scales[a]))));
	const { realEigenvalues, eigenvectorMatrix } = symmetricEigen(moves);
	const all = realEigenvalues.map((value, k) => ({
		value,
		shares: Float64Array.from(eigenvectorMatrix.getColumn(k))
	}));
	const small = all.filter(({ value }) => value < SMALL_EIGENVALUE).map(({ shares }) => shares);
	const again = small.length > 0 ? symmetricEigen(small.map((shares) => combination(moves, shares))) : void 0;
	const resolved = [...all.filter(({ value }) => !(value < SMALL_EIGENVALUE)), ...small.map((_, k) => ({
		value: again.realEigenvalues[k],
		shares: combination(small, Float64Array.from(again.eigenvectorMatrix.getColumn(k)))
	}))].filter(({ value }) => !(value < UNMOVED ** 2));
	return {
		axes: resolved.map(({ shares }) => frame.vectorOf(shares)),
		sizes: Float64Array.from(resolved, ({ value }) => Math.sqrt(value))
	};
}
/** The combination of the fields whose Z, the imaginary part of the matrix, is smallest. */
function vanishingField({ rows, cols, interleaved }, axes) {
	const shares = symmetricEigen(Array.from({ length: rows }, (_, r) => Float64Array.from({ length: cols }, (__, c) => interleaved[2 * (r * cols + c) + 1]))).eigenvectorMatrix.getColumn(0);
	return combination(axes, Float64Array.from(shares));
}
/** Σ_k shares_k v_k. */
function combination(vectors, shares) {
	const none = new Float64Array(vectors[0].length);
	return vectors.reduce((sum, v, k) => plus(sum, shares[k], v), none);
}
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
/**
* Dimension of the family of geodesics that symmetries of the metric make of one while they keep both of its ends: one-qubit
* rotations, if weights depend on supports only. Each makes the end conjugate to the start once.
*/
function symmetricFields(from, to, costate) {
	const qubits = Math.log2(from.length);
	const words = Array.from({ length: qubits }, (_, q) => [..."XYZ"].map((letter) => place(qubits, { [q]: letter }))).flat();
	const actions = words.map((word) => hamiltonian(wordTable([word], qubits), Float64Array.of(1)));
	const times = (H, v) => timesIH(H, v).map((x) => -x);
	const frames = [from, to].map(({ interleaved }) => [interleaved, horizontalFrame(interleaved)]);
	const { realEigenvalues, eigenvectorMatrix } = symmetricEigen(actions.map((H) => Float64Array.from(frames.flatMap(([v, frame]) => Array.from(frame.coordinatesOf(times(H, v)))))));
	const turns = realEigenvalues.flatMap((value, k) => value < 1e-10 ? [k] : []).map((k) => {
		const coefficients = eigenvectorMatrix.getColumn(k);
		const H = hamiltonian(wordTable(words, qubits), Float64Array.from(coefficients));
		const mu = -dot(timesI(from.interleaved), times(H, from.interleaved));
		const turned = timesI(costate);
		const field = times(H, costate).map((x, i) => x + mu * turned[i]);
		return frames[0][1].coordinatesOf(field);
	});
	if (turns.length === 0) return 0;
	const size = dot(costate, costate);
	return symmetricEigen(turns).realEigenvalues.filter((value) => value > 1e-8 * size).length;
}
/** Of the Gram matrix. */
function symmetricEigen(vectors) {
	return new EigenvalueDecomposition(new Matrix(vectors.map((a) => vectors.map((b) => dot(a, b)))), { assumeSymmetric: true });
}
const unitVectors = (size) => Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, i) => i === k ? 1 : 0));
const timesI = (v) => v.map((_, i) => i % 2 === 0 ? -v[i + 1] : v[i - 1]);
// src/geodesic/state/state-family.ts
/** @file Families of equally long geodesics of states between the same ends: why an end may be conjugate without a shorter path. */
/** How far the costate is moved, relative to its length. */
const SHARE = .02;
/** Lengths that differ by less, relatively, are equal. */
const EQUAL$1 = 1e-8;
/** Residual at which the end is met again. */
const TOLERANCE = 1e-10;
const LEAST_STEPS = 32;
/**
* Dimension of the family of geodesics of the same length around one of them, as far as it is found: the costate is moved
* along each Jacobi field that vanishes at the end, and the end met again by Newton's method. The result is the rank of those
* displacements that survive at an unchanged length.
*
* @param multiplicity - how many fields vanish at the end
*
* @see familyDimension, the same for unitaries
*
* Cost of a singular value decomposition of the Jacobian, and of Newton's method for each field.
*/
function stateFamilyDimension(metric, ends, { costate, flow }, multiplicity) {
	const { matrix } = shotJacobian(metric, ends, costate, Math.max(LEAST_STEPS, stepsOf(flow)));
	const { rightSingularVectors } = new SingularValueDecomposition(matrix);
	const { vectorOf } = horizontalFrame(ends.from.interleaved);
	const fields = Array.from({ length: multiplicity }, (_, k) => vectorOf(Float64Array.from(rightSingularVectors.getColumn(matrix.columns - 1 - k))));
	const step = SHARE * length(costate);
	const speed = speedAt(metric, flow.points[0]);
	return rankOfDisplacements(fields, (field) => {
		const options = {
			tolerance: TOLERANCE,
			maxSteps: 30
		};
		const shot = polishedStateShot(metric, ends, plus(costate, step, field), options);
		if (!(Math.abs(speedAt(metric, shot.flow.points[0]) - speed) <= EQUAL$1 * speed && shot.residual <= 10 * TOLERANCE)) return void 0;
		return {
			moved: plus(shot.costate, -1, costate),
			step
		};
	});
}
// src/geodesic/state/state-descent.ts
/** Fewest steps in which Jacobi fields are followed, and the most that are worth their cost. */
const [FIELD_STEPS, MOST_FIELD_STEPS] = [24, 256];
/**
* Counts the conjugate points. A piece of a geodesic is the geodesic of a shorter or longer costate.
*
* @returns `undefined` if even small steps are too long for the fields, or would have to be too many
*/
function countedPoints(metric, ends, shot) {
	const { from, to } = ends;
	const { costate, flow } = shot;
	const least = Math.max(FIELD_STEPS, stepsOf(flow) / 2);
	const upTo = (time) => {
		const piece = times(time, costate);
		for (const steps of [least, 3 * least]) {
			if (steps > MOST_FIELD_STEPS) return void 0;
			const points = stateConjugatePoints(metric, from, piece, steps);
			if (points !== void 0) return {
				...points,
				step: time / steps
			};
		}
	};
	const before = upTo(.999);
	const after = before && upTo(1.001);
	if (before === void 0 || after === void 0) return void 0;
	if (before.abnormality > 0 && before.count > 0) return void 0;
	const atEnd = after.count - before.count;
	const symmetries = Math.min(atEnd, symmetricFields(from, to, costate));
	return {
		count: before.count,
		atEnd,
		family: before.count === 0 && atEnd > symmetries ? stateFamilyDimension(metric, ends, shot, atEnd) : symmetries,
		first: before.first && {
			time: before.first.step * before.step,
			field: before.first.field
		}
	};
}
/** Sizes of the first step, relative to the path, tried in turn in both directions. */
const SHARES = [
	.2,
	-.2,
	.5,
	-.5
];
/** Steps of the flow in each slice. */
const STEPS = 4;
/**
* Paths near a geodesic with a conjugate point at t₁ < 1 from which the direct method falls to shorter ones: the Jacobi field
* that vanishes at t₁, cut off there, varies the path at no cost to second order, with a corner; without the corner it
* is shorter. So the controls are displaced by
*
*     δh_a(t) = (Im⟨δp|B_a ψ⟩ + Im⟨p|B_a δψ⟩)/w_a  for t < t₁,      0 after.
*
* @returns the controls of K slices for each displacement, shape (#generators,) each
*/
function displacedPaths(metric, from, costate, { time, field }, slices) {
	const steps = STEPS * slices;
	const flow = stateFlow(metric, {
		state: from.interleaved,
		costate
	}, steps);
	const [varied] = variedFlows(metric, flow, [field], ({ controls }) => controls);
	const middles = Array.from({ length: slices }, (_, k) => STEPS * k + STEPS / 2);
	const path = middles.map((step) => controlsAt(metric, flow.points[step]));
	const variation = middles.map((step) => times(step / steps < time ? 1 : 0, varied[step]));
	const size = Math.hypot(...path.map(length)) / Math.hypot(...variation.map(length));
	return SHARES.map((share) => path.map((h, k) => plus(h, share * size, variation[k])));
}
/** Descents at most, one after the other. */
const DESCENTS = 4;
/**
* From a geodesic down to shorter ones, while it has conjugate points before its end.
*
* @param coarse - the problem in K/2 slices, from the target to the reference
*/
function* lowered(coarse, shortest) {
	const [from, to, metric] = [
		coarse.to,
		coarse.from,
		metricOf(coarse)
	];
	const descents = [];
	let best = shortest;
	for (;;) {
		const points = countedPoints(metric, {
			from,
			to
		}, best.shot);
		if (points?.first == null || descents.length === DESCENTS) return {
			best,
			points,
			descents
		};
		const next = yield* fallen(coarse, displacedPaths(metric, from, best.shot.costate, points.first, 4 * coarse.slices), best, `descent ${descents.length + 1}`);
		if (next === void 0) return {
			best,
			points,
			descents
		};
		descents.push(next);
		best = next;
	}
}
/** The first of the paths that leads to a shorter geodesic, in twice as many slices as the starts. */
function* fallen(coarse, paths, before, start) {
	const finer = {
		...coarse,
		slices: 4 * coarse.slices
	};
	for (const path of paths) {
		const velocity = path.map((h) => Array.from(h));
		const whole = yield* newtonPath(finer, pathFrom(finer, {
			words: coarse.controls.words,
			velocity
		}), `${start} in ${finer.slices} slices`, NEWTON);
		if (!Number.isFinite(whole.slope)) continue;
		const shot = yield* polish(finer, {
			start,
			half: whole,
			whole,
			steps: whole.steps
		});
		const length = lengthOfShot(finer, shot);
		if (!(shot.residual <= 1e-9 && length < before.length - 1e-9)) continue;
		return {
			length,
			shot,
			from: yield* slicedFrom(coarse, shot, start)
		};
	}
}
// src/geodesic/state/state-search.ts
/** @file The search for the shortest path to a state: many starts, of which the shortest are polished to geodesics. */
/** The search with an end-point Jacobian where it is small, with plain L-BFGS elsewhere. */
function* searched(search) {
	const { coarse, starts, seed, paths, maxSteps } = search;
	const first = [];
	const origins = [...paths.map((path, k) => ({
		start: `path ${k + 1}`,
		x: pathFrom(coarse, path)
	})), ...Array.from({ length: starts }, (_, k) => {
		return {
			start: `start ${k + 1}`,
			x: randomPath(coarse, randomStream(seed, `geodesic start ${k + 1}`))
		};
	})];
	for (const { start, x } of origins) {
		const attempt = yield* told(start, coarse, explored(pathCondition(coarse), x, Math.min(100, maxSteps)));
		first.push({
			start,
			...attempt
		});
	}
	if (!search.dense) return yield* followed(search, first);
	return (yield* exact(search, first)) ?? (yield* followed(search, first));
}
/** The best of the starts, followed to K slices. */
function* followed({ coarse, maxSteps, tolerance }, first) {
	const best = first.reduce((a, b) => b.loss < a.loss ? b : a);
	const fine = {
		...coarse,
		slices: 2 * coarse.slices
	};
	const aim = {
		maxSteps,
		tolerance: tolerance / 100
	};
	const near = yield* told("coarse", coarse, approached(pathCondition(coarse), best, aim));
	const half = yield* ended(coarse, near);
	const from = {
		...near,
		x: halvedSlices(coarse, near.x)
	};
	const whole = yield* ended(fine, yield* told("fine", fine, approached(pathCondition(fine), from, aim)));
	const starts = first.map((attempt) => {
		const length = pathLength(coarse, attempt.x);
		return {
			start: attempt.start,
			coarseLength: length,
			length,
			geodesicLength: null
		};
	});
	const total = first.reduce((sum, attempt) => sum + attempt.steps, 0) + half.steps + whole.steps;
	return {
		problem: fine,
		x: better(fine, halvedSlices(coarse, half.x), whole.x, tolerance),
		coarseLength: lengthTo(coarse, half.x, tolerance),
		starts,
		shot: void 0,
		points: void 0,
		steps: total
	};
}
/** Newton steps onto the end point, to rounding accuracy. */
function* ended(problem, path) {
	const { x, steps: used } = arrived(pathCondition(problem), path.x);
	const steps = path.steps + used;
	yield {
		phase: "end point",
		step: steps,
		length: pathLength(problem, x)
	};
	return {
		x,
		steps
	};
}
/** The length of a path; Infinity if it misses the target. */
const lengthTo = (problem, x, tolerance) => missedBy(problem, x) <= tolerance ? pathLength(problem, x) : Infinity;
/** The shorter of two paths to the target; if both miss it, the one that ends nearer to it. */
function better(problem, a, b, tolerance) {
	const [lengthA, lengthB] = [lengthTo(problem, a, tolerance), lengthTo(problem, b, tolerance)];
	return (lengthA === Infinity && lengthB === Infinity ? missedBy(problem, a) < missedBy(problem, b) : lengthA < lengthB) ? a : b;
}
/** Fewest different starts that are followed to K slices; more if more are to be polished. */
const FOLLOWED = 3;
/** A distance from which Newton's method converges. */
const ROUGHLY = {
	stages: 4,
	gradientTolerance: .001
};
/** Newton steps in K/2 slices. */
const FIRST_NEWTON = { maxSteps: 10 };
/** Every start, made exact in K/2 slices; the shortest are followed to K and polished. Nothing, if none meets the target. */
function* exact(search, first) {
	const { coarse, polished, maxSteps, tolerance } = search;
	const fine = {
		...coarse,
		slices: 2 * coarse.slices
	};
	const halves = [];
	for (const { start, ...attempt } of first) {
		const phase = `${start} in ${coarse.slices} slices`;
		const aim = {
			maxSteps,
			tolerance: tolerance / 100,
			...ROUGHLY
		};
		const near = yield* told(phase, coarse, approached(pathCondition(coarse), attempt, aim));
		const half = yield* newtonPath(coarse, yield* drawnNear(coarse, near.x, `${phase}, nearer`), `${phase}, exact`, FIRST_NEWTON);
		halves.push({
			start,
			half,
			steps: attempt.steps + near.steps + half.steps
		});
	}
	const coarseLength = ({ half }) => pathLength(coarse, half.x);
	const found = [];
	for (const one of distinct(halves, coarseLength).slice(0, polished || FOLLOWED)) {
		const whole = yield* newtonPath(fine, halvedSlices(coarse, one.half.x), `${one.start} in ${fine.slices} slices`, NEWTON);
		found.push({
			...one,
			whole,
			steps: one.steps + whole.steps
		});
	}
	const lengthOf = ({ whole }) => pathLength(fine, whole.x);
	const reached = distinct(found.filter(({ whole }) => Number.isFinite(whole.slope)), lengthOf);
	if (reached.length === 0) return void 0;
	const shots = [];
	for (const one of reached.slice(0, polished)) {
		const shot = yield* polish(fine, one);
		if (shot.residual <= 1e-9) shots.push({
			length: lengthOfShot(fine, shot),
			from: one,
			shot
		});
	}
	const shortest = shots.toSorted((a, b) => a.length - b.length)[0];
	const unlowered = {
		best: shortest,
		points: void 0,
		descents: []
	};
	const { best, points, descents } = shortest !== void 0 && search.counted ? yield* lowered(coarse, shortest) : unlowered;
	const chosen = yield* nearest(coarse, best?.from ?? reached[0], best);
	return {
		problem: fine,
		x: better(fine, halvedSlices(coarse, chosen.half.x), chosen.whole.x, tolerance),
		coarseLength: lengthTo(coarse, chosen.half.x, tolerance),
		shot: best?.shot,
		points,
		starts: [...halves, ...descents.map(({ from }) => from)].map((one) => {
			const matching = (paths, from) => paths.find((path) => from(path).start === one.start) ?? paths.find((path) => near(coarseLength(from(path)), coarseLength(one)));
			const followed = matching([...found, ...descents.map(({ from }) => from)], (path) => path);
			const shot = matching([...shots, ...descents], ({ from }) => from);
			return {
				start: one.start,
				coarseLength: coarseLength(one),
				length: followed ? lengthOf(followed) : coarseLength(one),
				geodesicLength: shot?.length ?? null
			};
		}),
		steps: [...halves, ...found].reduce((sum, { steps }) => sum + steps, 0) + shots.reduce((sum, { shot }) => sum + shot.steps, 0)
	};
}
/** From the shortest on, one of each length. */
function distinct(paths, lengthOf) {
	const ordered = paths.toSorted((a, b) => lengthOf(a) - lengthOf(b));
	return ordered.filter((one, k) => k === 0 || !near(lengthOf(one), lengthOf(ordered[k - 1])));
}
/** Lengths that differ by less, relatively, are of the same path, or of one that a symmetry makes of it. */
const EQUAL = 1e-4;
const near = (a, b) => Math.abs(a - b) <= EQUAL * Math.max(a, b);
// src/geodesic/state/state-geodesic.ts
/**
* @file The complexity of a state: the shortest path from the reference state. The direct method minimises the energy of a
* path of K slices under the condition that it ends at the target; shooting makes geodesics of the shortest ones.
*/
/** Most qubits accepted; the search has been tested up to 12. */
const MOST_QUBITS = 14;
/** Most qubits for which the Jacobian of the end point is kept: always, and if the path is to be polished. */
const DENSE = {
	always: 6,
	polished: 8
};
/**
* The shortest path from the reference to the target that K slices of constant Hamiltonians allow, and the geodesic that
* it converges to.
*
* The energy is minimised by L-BFGS with an augmented Lagrangian for the end point: random starts with a large, then a
* small weight μ; then with multipliers, first on K/2 slices, then on K; last, Newton steps onto the target. As a path of
* K/2 slices is one of K, too, the shorter of both is kept. The search runs backwards, from the target to the reference (the
* length is the same): there an amplitude weighs as much as it has wrong qubits, a landscape in which product-like traps such
* as the one at fidelity ½ of GHZ are no minima. For few qubits every start is made exact on K/2 slices, and the shortest are
* followed to K and polished by shooting; for many only the best is followed.
*
* @param target - shape (2ⁿ,), norm 1, n ≤ 14
* @returns `converged` if the tolerance is met; otherwise the path is as exact for the end point that it reaches, or there
*          is none, and the certificate proves it
* @throws {ShapeError | DomainError} the target is no state of n ≤ 14 qubits, K is odd, or the metric is wrong
*
* Cost O(steps · K · flips · degree · 2ⁿ): under a second for n = 3, seconds for n = 8 with chain-local words, if not
* polished.
*/
function* stateGeodesic(metric, target, options = {}) {
	const { starts = 3, seed = 0, maxSteps = 150, tolerance = 1e-8, paths = [] } = options;
	const qubits = checkStates(target, options.reference);
	if (starts + paths.length < 1) throw new DomainError("stateGeodesic: a start or a path required, got none");
	const reference = options.reference ?? zeroState(qubits);
	const { controls, freeWords } = splitControls(metric, qubits);
	const polished = freeWords.length > 0 ? 0 : options.polished ?? (qubits <= 4 ? 2 : 0);
	const dense = qubits <= DENSE.always || polished > 0;
	const slices = options.slices ?? 2 * Math.max(4, dense ? enoughSlices(controls.words.length, target.length) : 0);
	if (!(slices >= 2 && slices % 2 === 0)) throw new DomainError(`stateGeodesic: an even number of slices required, got ${slices}`);
	const reason = unreachable([...controls.words, ...freeWords], reference, target);
	if (reason !== void 0) return {
		value: nothing(controls.words, slices, reason),
		result: "stalled",
		steps: 0
	};
	if (polished > 0 && qubits > DENSE.polished) throw new DomainError(`stateGeodesic: at most ${DENSE.polished} qubits to be polished required, got ${qubits}`);
	const found = yield* searched({
		coarse: {
			controls,
			slices: slices / 2,
			from: target,
			to: reference,
			amplitudeWeights: wrongQubits(reference),
			freeWords
		},
		starts,
		seed,
		paths,
		maxSteps,
		tolerance,
		polished,
		counted: options.conjugatePoints ?? qubits <= 4,
		dense
	});
	const value = described(found, tolerance);
	return {
		value,
		result: !Number.isFinite(value.length) ? "diverged" : value.infidelity <= tolerance ? "converged" : "max-steps",
		steps: found.steps
	};
}
/** Slices that have about two and a half times as many unknowns as the end point has conditions. */
const enoughSlices = (words, amplitudes) => Math.round(2.5 * (2 * amplitudes - 2) / words);
function described(found, tolerance) {
	const { problem, x, shot } = found;
	const { freeWords = [] } = problem;
	const speed = speeds(problem, x);
	const length = mean(speed);
	const energy = speed.reduce((sum, F) => sum + F * F, 0) / (2 * speed.length);
	const greatest = Math.max(...speed);
	const infidelity = missedBy(problem, x);
	const certificate = stateCertificate(found, {
		length,
		residual: Math.sqrt(infidelity)
	}, tolerance);
	const geodesic = shot && {
		costate: Array.from(shot.costate),
		length: speedAt(metricOf(problem), shot.flow.points[0]),
		residual: shot.residual
	};
	return {
		words: problem.controls.words,
		velocity: velocityAt(problem, x).map((h) => Array.from(h, (coefficient) => 0 - coefficient)).reverse(),
		slices: problem.slices,
		length,
		energy,
		infidelity,
		speedVariation: greatest > 1e-9 ? greatest / Math.min(...speed) - 1 : 0,
		straightness: energy > 1e-18 ? length ** 2 / (2 * energy) : 1,
		coarseLength: found.coarseLength,
		lowerBound: Math.max(certificate.lowerBounds.fubiniStudy, certificate.lowerBounds.entanglement),
		status: certificate.status,
		starts: found.starts.map(({ coarseLength }) => coarseLength),
		complexity: Math.min(length, geodesic?.length ?? Infinity),
		geodesic: geodesic ?? null,
		freeRotation: freeWords.length === 0 ? null : {
			words: freeWords,
			coefficients: Array.from(x.subarray(x.length - freeWords.length), (a) => 0 - a)
		},
		certificate
	};
}
/** No path at all. */
function nothing(words, slices, reason) {
	const certificate = unreachableCertificate(reason);
	return {
		words,
		velocity: [],
		slices,
		length: Infinity,
		energy: Infinity,
		infidelity: 1,
		speedVariation: 0,
		straightness: 1,
		coarseLength: Infinity,
		lowerBound: Infinity,
		status: certificate.status,
		starts: [],
		complexity: Infinity,
		geodesic: null,
		freeRotation: null,
		certificate
	};
}
/** How many qubits of each basis state differ from the reference, at least 1; all 1 if the reference is no basis state. */
function wrongQubits({ length, interleaved }) {
	const support = Array.from({ length }, (_, b) => b).filter((b) => Math.hypot(interleaved[2 * b], interleaved[2 * b + 1]) > 1e-12);
	const [basis] = support;
	return Float64Array.from({ length }, (_, b) => {
		if (support.length !== 1) return 1;
		return Math.max(1, bitCount(b ^ basis));
	});
}
function checkStates(target, reference) {
	const qubits = Math.log2(target.length);
	if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS)) throw new ShapeError(`stateGeodesic: 2^n amplitudes with n ≤ ${MOST_QUBITS} required, got ${target.length}`);
	if (reference !== void 0 && reference.length !== target.length) throw new ShapeError(`stateGeodesic: a reference of ${target.length} amplitudes required, got ${reference.length}`);
	for (const state of [target, reference ?? target]) if (!(Math.abs(norm(state) - 1) < 1e-8)) throw new DomainError(`stateGeodesic: states of norm 1 required, got norm ${norm(state)}`);
	return qubits;
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
export { generators as a, carriedAlong as c, pointAfter as d, speedAt as f, generatorGeodesic as i, controlsAt as l, horizontalFrame as m, randomPath as n, wordGenerators as o, coefficientsOf as p, zeroState as r, shotJacobian as s, stateGeodesic as t, exactFlow as u };
