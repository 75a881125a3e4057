import { C as transposeReal, I as scaled, S as symmetricPart, b as realIdentity, dt as ShapeError, f as symmetricEigenvalues, i as randomStream, m as symmetricFunction, n as atMost, p as symmetricEigen, r as equals, ut as DomainError, v as addReal, x as submatrix, y as multiplyReal } from "./study-record-DTuekta5.js";
import { t as gaussLegendre } from "./gauss-legendre-DSON2olm.js";
import { t as gaussianOfCorrelation } from "./correlation-BNWcVS-x.js";
import { C as majoranaValues, D as realSingularValues, S as majoranaForm, a as gaussianVacuum, c as blockDiagonal, d as positiveRoot, f as symplecticForm, g as choleskyFactor, h as uncorrelatedBlocks, l as omegaConjugated, n as checkModes, o as indicesOf, p as symplecticFunction, t as checkGaussian, u as omegaTimes, v as evenFunction, w as oddFunction, y as frameOf } from "./gaussian-state-IZmuMQPG.js";
import { a as gaussianParity, c as harmonicFrequencies, i as gaussianGroundState, l as harmonicRing, o as logDeterminant, r as purification$1, s as solveMatrix, t as gaussianThermal } from "./thermal-DMWWUn79.js";
import { i as latticeDirac } from "./oscillator-form-zyAjK24V.js";
import { i as isPure } from "./entropies-C5MM151c.js";
import { t as checkAlike } from "./quadratic-hamiltonian-BzGn3bJA.js";
import { n as gaussianMetric, t as scalarCurvature } from "./curvature-C0E6wgHX.js";
import { n as gaussianEvolution } from "./evolution-DVz_B8Xp.js";
// train/studies/continuous-mera/checks.ts
/** @file What must come out right. */
const checksOf = (measured) => [
	...scaleChecks(measured),
	...stateChecks(measured),
	...ringChecks(measured),
	...spaceChecks(measured)
];
/** Of several numbers the one that is farthest from what is expected. */
const farthest = (values, expected) => values.reduce((most, value) => Math.abs(value - expected) > Math.abs(most - expected) ? value : most);
function scaleChecks({ scales, orders, mass }) {
	const massless = scales.ratios.filter((row) => row.massless);
	const dirac = massless.filter(({ statistics }) => statistics === "fermion");
	const scalar = massless.filter(({ statistics }) => statistics === "boson");
	const slope = (name) => scales.curves.find(({ field }) => field === name).slope;
	return [
		equals("rate of the massless Dirac field with the linear gate, π/4", "closed form", scales.rates.dirac, Math.PI / 4, 1e-14),
		equals("rate of the massless scalar field, ½", "published value", scales.rates.scalar, .5, 1e-14),
		equals("massless scalar: path over geodesic, √2 in all dimensions", "closed form", farthest(scalar.map(({ ratio }) => ratio), Math.SQRT2), Math.SQRT2, 1e-10),
		...dirac.map(({ dimension, ratio }) => equals(`massless Dirac, d = ${dimension}: path over geodesic, √(2(d + 1)/d)`, "closed form", ratio, Math.sqrt(2 * (dimension + 1) / dimension), 1e-10)),
		equals("f1 of all paths over that of the geodesic", "theorem", farthest(scales.ratios.map(({ f1Ratio }) => f1Ratio), 1), 1, 1e-10),
		equals(`massive scalar: g_uu ∝ e^{4u} in the infrared`, "closed form", slope(`scalar, m = ${mass}Λ`), 4, .05),
		equals(`massive Dirac: g_uu ∝ e^{6u} in the infrared`, "closed form", slope(`Dirac, m = ${mass}Λ`), 6, .05),
		equals("path mirrored in time over path: Fubini–Study", "theorem", orders.orders[2].ratio / orders.orders[1].ratio, 1, 1e-10)
	];
}
function stateChecks({ scales, rings }) {
	return [
		equals("Dirac field reaches φ_k − (k/Λ)φ_Λ: greatest difference, by quadrature of the rate", "independent computation", Math.max(...scales.reached.map(({ closed, reached }) => Math.abs(closed - reached))), 0, 1e-5),
		equals("bosons reach the ground state of the ring: greatest difference of covariances", "independent computation", rings.reached, 0, 1e-12),
		equals("Dirac fields reach that of the lattice but for 1/Λ: power of Λ in the distance", "independent computation", rings.approach, -1, .01),
		equals("metric along the scale on a ring, by covariances over Σ rate²", "independent computation", rings.metric, 1, 1e-8)
	];
}
function ringChecks({ rings }) {
	return [
		equals("f1 of a ring from below all frequencies, by Π ω = 2 sinh(Nμ/2)", "closed form", rings.product.computed / rings.product.closed, 1, 1e-10),
		...rings.growth.map(({ dimension, power }) => equals(`length against the side of a lattice, d = ${dimension}: power d/2`, "published value", power, dimension / 2, .001)),
		equals("simplest purification: descent over mode by mode", "independent computation", rings.purification.descent / rings.purification.closed, 1, 1e-9),
		atMost("unrestricted distance is at most π/2", "theorem", Math.max(...rings.masses.map(({ unrestricted }) => unrestricted)), Math.PI / 2, 1e-12)
	];
}
function spaceChecks({ spaces }) {
	return [
		equals("scalar curvature of a pair of bosons", "closed form", spaces.pairs.boson, -8, 1e-8),
		equals("scalar curvature of a pair of fermions", "closed form", spaces.pairs.fermion, 8, 1e-8),
		equals("massless scalar: scalar curvature of the geometry read into it", "closed form", farthest(spaces.rows.map(({ massless: R }) => R), -8), -8, 1e-5)
	];
}
// train/studies/continuous-mera/sections.ts
function scaleSection({ scales, mass }) {
	return {
		heading: "Along the scale",
		text: "In the interaction picture, at the scale u, gates turn each pair of modes with momentum k < Λ exp(u) at the rate χ(u), for the Dirac field times k exp(−u)/Λ. Lengths are those of the path in the space of Gaussian states; the dilation is not counted. g_{uu} = Σ rate² over pairs; it is divided by the pairs that act at u. Lengths are for one pair below the cut-off: divided by the root of their number.",
		exhibits: [
			{
				kind: "chart",
				caption: "Metric along the scale. For each pair that acts; a double has two branches for each.",
				x: {
					label: "scale u",
					kind: "linear"
				},
				y: {
					label: "g_{uu}",
					kind: "linear",
					include: [0]
				},
				series: scales.curves.map(({ field, metric }) => ({
					name: field,
					mark: field.includes("massless") ? "dash" : "line",
					points: scales.scales.map((u, k) => [u, metric[k]])
				}))
			},
			{
				kind: "table",
				caption: "Lengths of paths against geodesics. Fubini–Study, the same ratio for f2; f1 in normal modes.",
				columns: [
					"field",
					"d",
					"pairs/volume, Λ = 1",
					"path",
					"geodesic",
					"ratio",
					"ratio of f1"
				],
				rows: scales.ratios.map(({ field, dimension, pairsPerVolume, path, geodesic, ratio, f1Ratio }) => [
					field,
					dimension,
					pairsPerVolume,
					path,
					geodesic,
					ratio,
					f1Ratio
				])
			},
			{
				kind: "table",
				caption: `What is reached. Angles of the Dirac field of mass ${mass}Λ: exact for k ≪ Λ only.`,
				columns: [
					"k/Λ",
					"ground state φ_{k}",
					"φ_{k} − (k/Λ)φ_{Λ}",
					"by quadrature from u = −6"
				],
				rows: scales.reached.map(({ momentum, meant, closed, reached }) => [
					momentum,
					meant,
					closed,
					reached
				])
			}
		]
	};
}
function orderSection({ orders }) {
	const { profile } = orders;
	const map = (caption, values) => ({
		kind: "heat-map",
		caption,
		quantity: "rate, relative to the greatest of the octave",
		rowsLabel: "octave of k/Λ",
		columnsLabel: "scale u",
		rows: profile.octaves,
		columns: profile.scales,
		values
	});
	return {
		heading: "Which order of the scales?",
		text: "Controls: on a ring each mode is turned at the rates of the continuous MERA, but at other times. All of these paths end in the same state and have one f1; the Fubini–Study length is least where all modes turn all the time. In the basis of sites the sum of all coefficients is larger for the continuous MERA than for the straight path, the more so the larger the ring.",
		exhibits: [
			{
				kind: "table",
				caption: "Paths with the same turns in other orders. Lengths over those of the geodesic.",
				columns: [
					"path",
					"Fubini–Study",
					"f1"
				],
				rows: orders.orders.map(({ path, ratio, f1Ratio }) => [
					path,
					ratio,
					f1Ratio
				])
			},
			map("Continuous MERA. Long waves, below, begin first.", profile.path),
			map("Geodesic. All octaves turn at all times.", profile.geodesic),
			{
				kind: "table",
				caption: "Rings of oscillators. Continuous MERA over the geodesic, whose f1 on sites need not be the least.",
				columns: [
					"sites",
					"Fubini–Study",
					"f1 in normal modes",
					"f1 on sites"
				],
				rows: orders.rings.map(({ sites, fubiniStudy, f1, f1OnSites }) => [
					sites,
					fubiniStudy,
					f1,
					f1OnSites
				])
			}
		]
	};
}
function ringSection({ rings, sites, reference }) {
	const points = (value) => rings.masses.map((row) => [row.mass, value(row)]);
	return {
		heading: "Complexity of a ring of oscillators",
		text: `${sites} oscillators of coupling 1, from uncoupled ones of frequency ${reference}. The Fubini–Study length grows as the root of the number of sites, f1 as the number: in the continuum both diverge with the cut-off, and with the reference as its logarithm. f1 is least in normal modes.`,
		exhibits: [{
			kind: "chart",
			caption: "Complexity against mass. Fubini–Study over √N, f1 over N.",
			x: {
				label: "mass",
				kind: "log"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: [
				{
					name: "Fubini–Study/√N",
					mark: "line-and-points",
					points: points(({ fubiniStudy }) => fubiniStudy)
				},
				{
					name: "f1/N in normal modes",
					mark: "line",
					points: points(({ f1 }) => f1)
				},
				{
					name: "f1/N on sites",
					mark: "dash",
					points: points(({ f1OnSites }) => f1OnSites)
				}
			]
		}]
	};
}
function thermalSection({ rings }) {
	const points = (value) => rings.heat.map((row) => [row.temperature, value(row)]);
	return {
		heading: "Thermal states",
		text: "A thermal state is as complex as its simplest purification; the thermofield double is one, and not the simplest: where it is cold the purifying modes can stay as they are in the reference. Squared lengths are distances from a totally geodesic surface in a space of no positive curvature: the simplest is unique, and is found mode by mode.",
		exhibits: [{
			kind: "chart",
			caption: "Complexity against temperature. Fubini–Study over √N, of a ring of mass 0.2.",
			x: {
				label: "temperature",
				kind: "log"
			},
			y: {
				label: "length/√N",
				kind: "linear",
				include: [0]
			},
			series: [
				{
					name: "thermofield double",
					mark: "line-and-points",
					points: points(({ double }) => double)
				},
				{
					name: "simplest purification",
					mark: "line",
					points: points(({ minimised }) => minimised)
				},
				{
					name: "two vacua",
					mark: "dash",
					points: points(({ vacua }) => vacua)
				}
			]
		}]
	};
}
function spaceSection({ spaces }) {
	return {
		heading: "Curvature",
		label: "analogy",
		text: "Read as space: ds² = g_{uu} du² + Λ² exp(2u) dx², in which the second part is put in by hand. Metrics of states alone: one pair of modes is a hyperbolic plane (bosons) or a sphere (fermions); in the scale and a phase of all gates, or in the scale and the mass, averages over pairs are neither.",
		exhibits: [{
			kind: "table",
			caption: "Scalar curvature. Scalars on a line, but for the massless in scale and phase, in three dimensions.",
			columns: [
				"scale u",
				"read as space, massless",
				"read as space, massive",
				"scale and phase, massless",
				"scale and phase, massive",
				"scale and mass"
			],
			rows: spaces.rows.map(({ scale, massless, massive, phaseMassless, phaseMassive, mass }) => [
				scale,
				massless,
				massive,
				phaseMassless,
				phaseMassive,
				mass
			])
		}]
	};
}
// train/studies/continuous-mera/findings.ts
function findings(measured) {
	const { scales, orders, rings, sites } = measured;
	const [, mera, mirrored] = orders.orders;
	const light = rings.masses[0];
	const ratios = (field) => scales.ratios.filter(({ statistics, massless }) => massless && statistics === field).map(({ ratio }) => ratio.toFixed(3)).join(", ");
	return {
		title: "Continuous MERA: a geodesic for which length?",
		question: "Is a continuous MERA the shortest path from a product state to the vacuum of a field? (II.B)",
		answer: `For f1, the sum of the sizes of all coefficients in normal modes, it is as short as any path. For the Fubini–Study length, and f2, it is not: massless scalars take ${ratios("boson")} times the shortest path in one, two and three dimensions (√2), massless Dirac fields ${ratios("fermion")} times (√(2(d + 1)/d)). The geodesic turns all scales at the same time, and the length does not tell coarse from fine: the path mirrored in time is as long (${mirrored.ratio.toFixed(4)} and ${mera.ratio.toFixed(4)} of the geodesic on a ring). With unrestricted gates the vacuum of ${sites} oscillators is at ${light.unrestricted.toFixed(3)}, with quadratic gates at ${(light.fubiniStudy * Math.sqrt(sites)).toFixed(1)}. The dilation is not counted.`,
		sections: [
			scaleSection(measured),
			orderSection(measured),
			ringSection(measured),
			thermalSection(measured),
			spaceSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
function verdictsOf({ scales, orders, rings, spaces, sites }) {
	const [, mera, mirrored, shuffled] = orders.orders;
	const least = Math.min(...scales.ratios.map(({ ratio }) => ratio));
	const most = Math.max(...scales.ratios.map(({ ratio }) => ratio));
	const last = orders.rings.at(-1);
	const light = rings.masses[0];
	return [
		{
			statement: "cMERA can be a continuous geodesic which connects an initial product state to the boundary state",
			source: "II.B",
			verdict: least > 1 + 1e-6 ? "holds in part" : "holds",
			because: `for f1 in normal modes no path is shorter (ratio 1 to 1e-10), and many are as short; for Fubini–Study and f2 the path is ${least.toFixed(3)} to ${most.toFixed(3)} times the geodesic; for f1 on sites ${last.f1OnSites.toFixed(2)} times the straight path on ${last.sites} sites`
		},
		{
			statement: "under the complexity metric a geodesic shows a coarse-to-fine MERA structure",
			source: "II.B",
			verdict: Math.abs(mirrored.ratio / mera.ratio - 1) < 1e-6 && mera.ratio > 1 ? "fails" : "holds in part",
			because: `the geodesic turns all scales at the same time; of paths with the rates of cMERA the one mirrored in time is as long (${mirrored.ratio.toFixed(4)}, ${mera.ratio.toFixed(4)}), one with random delays ${shuffled.ratio.toFixed(4)}`
		},
		{
			statement: "with operators of infinite size and range any two states are within a bounded distance",
			source: "II.A",
			verdict: "holds",
			because: `${sites} oscillators are at ${light.unrestricted.toFixed(4)} of at most π/2 for any mass and reference used, but at ${(light.fubiniStudy * Math.sqrt(sites)).toFixed(1)} with quadratic gates, growing as √N`
		},
		{
			statement: "MERA is a discrete version of the AdS bulk: here, g_uu as its radial direction",
			source: "II.B",
			verdict: "analogy",
			because: `distances in space are put in by hand, and then a constant rate means a hyperbolic plane (scalar curvature −8); with a mass it ends at the depth ${spaces.depth.toFixed(2)}, with positive curvature there; metrics of states alone, in scale and phase, are flat without mass`
		}
	];
}
// src/systems/continuous-mera/scale-integral.ts
/** @file Integrals over the scale u ≤ 0. */
/**
* Nodes of an integral over u, by panels of at most unit width: with 20 points to rounding for functions that are analytic within
* |Im u| < π/2, except at the breaks.
*
* @param breaks - where the function is not smooth
*/
function scaleNodes(lower, upper, breaks = [], points = 20) {
	const [places, weights] = gaussLegendre(points);
	const ends = [
		lower,
		...breaks.filter((u) => u > lower && u < upper).toSorted((a, b) => a - b),
		upper
	];
	return ends.slice(1).flatMap((end, k) => {
		const start = ends[k];
		const panels = Math.max(1, Math.ceil(end - start));
		const half = (end - start) / panels / 2;
		return Array.from({ length: panels * points }, (_, at) => {
			const [panel, i] = [Math.floor(at / points), at % points];
			return [start + half * (2 * panel + 1 + places[i]), half * weights[i]];
		});
	});
}
/** ∫ f du from a lower to an upper end. */
function scaleIntegral(f, lower, upper, breaks = []) {
	return scaleNodes(lower, upper, breaks).reduce((sum, [u, weight]) => sum + weight * f(u), 0);
}
/** The lower end of an integral from u = −∞ of a function that decays as e^{rate·u} up to powers of u. */
const deepest = (rate) => -38 / rate;
// src/systems/continuous-mera/scale-target.ts
/** The frequency √(Λ² + m²) of the uncoupled oscillators from which bosons begin. */
const referenceFrequency = (mass, cutoff) => Math.hypot(cutoff, mass);
/** The ground state of the free scalar field, ω = √(k² + m²). */
function scalarTarget(mass, cutoff) {
	const reference = referenceFrequency(mass, cutoff);
	return {
		angle: (k) => Math.log(reference / Math.hypot(k, mass)) / 2,
		slope: (k) => -share(k, mass) / 2,
		byMass: (k) => (mass / reference / reference - mass / (k * k + mass * mass)) / 2
	};
}
/**
* The thermofield double of the free scalar field: the sum and the difference of both copies have the frequencies ω tanh(βω/4) and
* ω coth(βω/4).
*/
function thermalTargets(mass, cutoff, beta) {
	const vacuum = scalarTarget(mass, cutoff);
	const branch = (sign) => {
		const stretch = (k) => 1 + sign * excess(beta * Math.hypot(k, mass) / 2);
		return {
			angle: (k) => vacuum.angle(k) - sign / 2 * Math.log(Math.tanh(beta * Math.hypot(k, mass) / 4)),
			slope: (k) => vacuum.slope(k) * stretch(k),
			byMass: (k) => mass / (2 * (cutoff * cutoff + mass * mass)) - mass / (2 * (k * k + mass * mass)) * stretch(k)
		};
	};
	return [branch(1), branch(-1)];
}
/** The ground state of the free Dirac field. */
function diracTarget(mass) {
	return {
		angle: (k) => Math.atan2(k, mass) / 2,
		slope: (k) => k === 0 ? 0 : k / Math.hypot(k, mass) * (mass / Math.hypot(k, mass)) / 2,
		byMass: (k) => k === 0 ? 0 : -k / (2 * (k * k + mass * mass))
	};
}
/** k²/(k² + m²). */
const share = (k, mass) => k === 0 && mass === 0 ? 1 : (k / Math.hypot(k, mass)) ** 2;
/** x/sinh x: d log tanh(x/2)/d log x. */
const excess = (x) => x < 1e-8 ? 1 : x > 700 ? 0 : x / Math.sinh(x);
// src/systems/continuous-mera/continuous-mera.ts
/** @file The continuous MERA of a free field: a path of Gaussian states from short-range to long-range entanglement. */
/**
* The continuous MERA of a free field. In the interaction picture, where momenta keep their place and the dilation is not counted, the
* state at the scale u is P exp(−i∫K(v)dv)|R⟩ from an unentangled reference, and K(u) turns each pair of modes with k ≤ Λe^u at the rate
*
*     χ(u)·(k e^{−u}/Λ)^p,
*
* bosons k and −k by a two-mode squeezing, the two components of a Dirac field of momentum k by a rotation. With T(k) the
* angle of the state, the rate that leads there is, for κ = Λe^u,
*
*     χ(u) = p·T(κ) − dT/d log κ:    bosons, p = 0    ½ κ²/(κ² + m²),
*                                    fermions, p = 1  ½ (arctan(κ/m) − κm/(κ² + m²)), π/4 without mass,
*
* and it reaches T(k) − (k/Λ)^p T(Λ). For bosons T(Λ) = 0, the frequency of the reference being √(Λ² + m²), so the state is reached at all
* momenta (of a thermofield double up to e^{−βΛ/2}); for fermions it is for k ≪ Λ only.
*
* @throws {DomainError} numbers out of range, named; fermions with p < 1 or a temperature; a rate without an infrared end
*
* Without mass and infrared end the zero mode of bosons is squeezed without limit: `angle(0, u)` is infinite. Functions cost O(1), with a rate of the user's own 20 evaluations per unit of scale.
*
* @see Haegeman, Osborne, Verschelde & Verstraete, arXiv:1102.5524 (2011); Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012)
*/
function cmera(options) {
	const { statistics, mass = 0, cutoff = 1, dimension = 1, infrared = -Infinity, beta = Infinity, rate } = options;
	const gate = options.gate ?? (statistics === "fermion" ? 1 : 0);
	checkOptions({
		statistics,
		mass,
		cutoff,
		dimension,
		gate,
		infrared,
		beta,
		rate
	});
	const targets = statistics === "fermion" ? [diracTarget(mass)] : beta === Infinity ? [scalarTarget(mass, cutoff)] : thermalTargets(mass, cutoff, beta);
	const targetOf = (branch) => {
		const target = targets[branch];
		if (target === void 0) throw new DomainError(`cmera: a branch below ${targets.length} required, got ${branch}`);
		return target;
	};
	/** Linear in T: the part of it that a mode has gone through between its entry and u. */
	const passed = (T, k, u) => {
		const entry = Math.log(k / cutoff);
		const from = Math.max(entry, infrared);
		if (u <= from) return 0;
		if (gate === 0) return T(cutoff * Math.exp(from)) - T(cutoff * Math.exp(u));
		const share = (v) => Math.exp(gate * (entry - v));
		return (from === entry ? 1 : share(from)) * T(cutoff * Math.exp(from)) - share(u) * T(cutoff * Math.exp(u));
	};
	const derived = (u, branch) => {
		const { angle, slope } = targetOf(branch);
		const kappa = cutoff * Math.exp(u);
		return (gate === 0 ? 0 : gate * angle(kappa)) - slope(kappa);
	};
	const driven = (own, k, u) => {
		const entry = Math.log(k / cutoff);
		const from = Math.max(entry, infrared);
		if (u <= from) return 0;
		return scaleIntegral((v) => own(v) * (gate === 0 ? 1 : Math.exp(gate * (entry - v))), from, u);
	};
	return {
		statistics,
		mass,
		cutoff,
		dimension,
		gate,
		infrared,
		beta,
		branches: targets.length,
		rate: (u, branch = 0) => u < infrared ? 0 : rate?.(u) ?? derived(u, branch),
		angle: (k, u, branch = 0) => {
			const { angle } = targetOf(branch);
			return rate === void 0 ? passed(angle, k, u) : driven(rate, k, u);
		},
		target: (k, branch = 0) => targetOf(branch).angle(k),
		angleByMass: rate === void 0 ? (k, u, branch = 0) => passed(targetOf(branch).byMass, k, u) : null
	};
}
function checkOptions({ statistics, mass, cutoff, dimension, gate, infrared, beta, rate }) {
	const demand = (isRight, what, got) => {
		if (!isRight) throw new DomainError(`cmera: ${what} required, got ${got}`);
	};
	demand(statistics === "boson" || statistics === "fermion", "statistics 'boson' or 'fermion'", `'${statistics}'`);
	demand(mass >= 0 && mass < Infinity, "a mass ≥ 0", mass);
	demand(cutoff > 0 && cutoff < Infinity, "a cut-off > 0", cutoff);
	demand(Number.isInteger(dimension) && dimension >= 1 && dimension <= 10, "a dimension from 1 to 10", dimension);
	const least = statistics === "fermion" ? 1 : 0;
	demand(gate >= least && gate <= 10, `a power of the gate from ${least} to 10 for ${statistics}s`, gate);
	demand(infrared < 0, "an infrared scale u < 0", infrared);
	demand(rate === void 0 || infrared > -Infinity, "a finite infrared scale for a given rate", infrared);
	demand(beta > 0, "an inverse temperature > 0", beta);
	demand(beta === Infinity || statistics === "boson", "bosons for a finite temperature", `${statistics}s`);
}
// src/linalg/fourier.ts
/** @file Discrete Fourier transforms. */
/**
* The discrete Fourier transform on a lattice that is periodic in all directions,
*
*     ẑ(k) = Σ_r z(r) exp(−2πi Σ_i k_i r_i/L_i).
*
* One direction after the other, each by recursion over the factors of L: O(N Σ f) for the prime factors f, O(L²) for a prime L.
*
* @param z - interleaved complex entries with the last coordinate fastest, shape (2 Π L_i,)
* @param sides - L_i
* @throws {ShapeError} another number of entries
*
* Errors are a few 1e-16 of the norm. For short transforms and 10⁵ entries.
*
* @see Cooley & Tukey, Math. Comput. 19, 297 (1965)
*/
function discreteFourierTransform(z, sides) {
	const size = sides.reduce((product, side) => product * side, 1);
	if (z.length !== 2 * size) throw new ShapeError(`discreteFourierTransform: ${size} complex numbers required, got ${z.length / 2}`);
	let out = Float64Array.from(z);
	let stride = size;
	for (const side of sides) {
		stride /= side;
		out = alongDirection(out, side, stride);
	}
	return out;
}
function alongDirection(z, side, stride) {
	const out = new Float64Array(z.length);
	const turns = Float64Array.from({ length: 2 * side }, (_, k) => {
		const angle = 2 * Math.PI * (k >> 1) / side;
		return k % 2 === 0 ? Math.cos(angle) : -Math.sin(angle);
	});
	for (let start = 0; start < z.length / 2; start++) {
		if (Math.floor(start / stride) % side !== 0) continue;
		const line = transformed(z, {
			start,
			step: stride,
			length: side
		}, turns);
		for (let k = 0; k < side; k++) {
			out[2 * (start + k * stride)] = line[2 * k];
			out[2 * (start + k * stride) + 1] = line[2 * k + 1];
		}
	}
	return out;
}
/** The transform of the entries start, start + step, …: those of its f interleaved parts, joined by turns. */
function transformed(z, { start, step, length }, turns) {
	if (length === 1) return Float64Array.of(z[2 * start], z[2 * start + 1]);
	const factor = leastFactor(length);
	const part = length / factor;
	const parts = Array.from({ length: factor }, (_, f) => transformed(z, {
		start: start + f * step,
		step: step * factor,
		length: part
	}, turns));
	const whole = turns.length / 2;
	const out = new Float64Array(2 * length);
	for (let k = 0; k < length; k++) {
		let [re, im] = [0, 0];
		for (let f = 0; f < factor; f++) {
			const at = 2 * (f * k % length * (whole / length));
			const [c, s] = [turns[at], turns[at + 1]];
			const [x, y] = [parts[f][2 * (k % part)], parts[f][2 * (k % part) + 1]];
			re += c * x - s * y;
			im += c * y + s * x;
		}
		out[2 * k] = re;
		out[2 * k + 1] = im;
	}
	return out;
}
function leastFactor(n) {
	for (let f = 2; f * f <= n; f++) if (n % f === 0) return f;
	return n;
}
// src/systems/continuous-mera/mera-on-ring.ts
/** @file A continuous MERA on a ring of sites: the same gates at the momenta of a lattice. */
/**
* The state of a continuous MERA at the scale u on a ring of sites at distance 1, the reference where u lies below all momenta. The
* momentum k stands for 2 sin(πj/N) for bosons, for |sin(2πj/N)| for fermions, as in the lattice Hamiltonians
*
*     `harmonicRing(sites, { mass })`,    `latticeDirac(sites, { mass, wilson: 0 })`,
*
* of which the first has its ground state reached at u = 0 for every cut-off of at least 2, the second for a large cut-off, but for
* k/Λ. Fermions have two modes for each site, as `latticeDirac` has; doublers are not removed.
*
* @param sites - at least 3
* @param u - scale, at most 0
* @throws {DomainError} a double, another dimension than 1, scales or sites out of range, massless bosons from u = −∞
*
* O(N²) for the covariance.
*/
function meraOnRing(mera, sites, u) {
	const momenta = ringMomenta("meraOnRing", mera, sites);
	if (!(u <= 0)) throw new DomainError(`meraOnRing: a scale u ≤ 0 required, got ${u}`);
	checkModes("meraOnRing", mera.statistics === "boson" ? sites : 2 * sites);
	const angles = anglesOf(mera, momenta, u);
	if (mera.statistics === "fermion") return gaussianOfCorrelation(diracCorrelation(angles));
	const reference = referenceFrequency(mera.mass, mera.cutoff);
	const x = circulant(angles.map((r) => Math.exp(2 * r) / reference));
	const p = circulant(angles.map((r) => reference * Math.exp(-2 * r)));
	return {
		kind: "gaussian",
		statistics: "boson",
		modes: sites,
		covariance: blockDiagonal(x, p)
	};
}
/**
* Lengths of a continuous MERA on a ring: sums over its modes, and in the basis of the sites. From one entry of a momentum to the next the
* integrands are smooth.
*
* @param sites - at least 3
* @param points - of each panel, 1 to 64; default 8
* @throws {DomainError} as `meraOnRing`; points out of range
*
* O(points·N² log N): 200 sites in 0.6 s.
*/
function ringLengths(mera, sites, points = 8) {
	if (!(Number.isInteger(points) && points >= 1 && points <= 64)) throw new DomainError(`ringLengths: 1 to 64 points required, got ${points}`);
	const { cutoff, gate, statistics } = mera;
	const momenta = ringMomenta("ringLengths", mera, sites);
	const entries = [...new Set(Array.from(momenta, (k) => Math.log(Math.abs(k) / cutoff)))].filter(Number.isFinite);
	const lower = Math.max(mera.infrared, zeroModeDepth(mera) ?? Math.min(...entries));
	let path = {
		fubiniStudy: 0,
		f1: 0,
		f1OnSites: 0
	};
	for (const [u, weight] of scaleNodes(lower, 0, entries, points)) {
		const rate = mera.rate(u);
		const cost = costOf(momenta.map((k) => {
			const x = Math.abs(k) / cutoff * Math.exp(-u);
			return x > 1 ? 0 : rate * (gate === 0 ? 1 : Math.sign(k) * x ** gate);
		}), statistics);
		path = {
			fubiniStudy: path.fubiniStudy + weight * cost.fubiniStudy,
			f1: path.f1 + weight * cost.f1,
			f1OnSites: path.f1OnSites + weight * cost.f1OnSites
		};
	}
	return {
		path,
		geodesic: costOf(anglesOf(mera, momenta, 0), statistics)
	};
}
/** Where the zero mode of bosons with mass has ceased to move; undefined for fermions, whose zero modes do not. */
function zeroModeDepth({ statistics, mass, cutoff }) {
	return statistics === "boson" ? Math.min(0, Math.log(mass / cutoff)) - 20 : void 0;
}
/** The momenta of the ring, with a sign for fermions. */
function ringMomenta(caller, mera, sites) {
	const { dimension, branches, statistics, mass, infrared } = mera;
	const demand = (isRight, what, got) => {
		if (!isRight) throw new DomainError(`${caller}: ${what} required, got ${got}`);
	};
	demand(Number.isInteger(sites) && sites >= 3, "at least 3 sites", sites);
	demand(dimension === 1, "one dimension", dimension);
	demand(branches === 1, "a ground state", `a double with ${branches} branches`);
	demand(statistics === "fermion" || mass > 0 || infrared > -Infinity, "a mass or an infrared scale for the zero mode of bosons", "neither");
	return Float64Array.from({ length: sites }, (_, j) => {
		if (statistics === "boson") return 2 * Math.sin(Math.PI * j / sites);
		return 2 * j % sites === 0 ? 0 : Math.sin(2 * Math.PI * j / sites);
	});
}
const anglesOf = (mera, momenta, u) => momenta.map((k) => k < 0 ? -mera.angle(-k, u) : k === 0 && mera.statistics === "fermion" ? 0 : mera.angle(k, u));
/** Speeds or lengths of a generator that turns the modes by these angles: bosons have one mode, fermions a pair for each. */
function costOf(angles, statistics) {
	const squares = angles.reduce((sum, angle) => sum + angle * angle, 0);
	const onSites = transformOf(angles);
	let f1OnSites = 0;
	for (let r = 0; r < angles.length; r++) f1OnSites += Math.hypot(onSites[2 * r], onSites[2 * r + 1]);
	return {
		fubiniStudy: Math.sqrt(statistics === "boson" ? squares / 2 : squares),
		f1: angles.reduce((sum, angle) => sum + Math.abs(angle), 0),
		f1OnSites
	};
}
/** Σ_j z_j exp(−2πijr/N), interleaved. */
function transformOf(values) {
	const z = new Float64Array(2 * values.length);
	values.forEach((value, j) => {
		z[2 * j] = value;
	});
	return discreteFourierTransform(z, [values.length]);
}
/** The symmetric matrix with these values at the momenta 2πj/N. */
function circulant(values) {
	const n = values.length;
	const row = transformOf(values);
	return {
		rows: n,
		cols: n,
		data: Float64Array.from({ length: n * n }, (_, at) => {
			const r = Math.abs(Math.floor(at / n) - at % n);
			return row[2 * Math.min(r, n - r)] / n;
		})
	};
}
/** ⟨c†c⟩ where the momentum k has ½(1 − sin 2φ σ_y − cos 2φ σ_z). */
function diracCorrelation(angles) {
	const n = angles.length;
	const cosines = transformOf(angles.map((phi) => Math.cos(2 * phi)));
	const sines = transformOf(angles.map((phi) => Math.sin(2 * phi)));
	const size = 2 * n;
	const data = new Float64Array(size * size);
	for (let x = 0; x < n; x++) for (let y = 0; y < n; y++) {
		const r = (x - y + n) % n;
		const mirror = Math.min(r, n - r);
		const along = cosines[2 * mirror] / (2 * n);
		const across = (2 * r > n ? -1 : 1) * sines[2 * mirror + 1] / (2 * n);
		const same = x === y ? .5 : 0;
		data[2 * x * size + 2 * y] = same - along;
		data[(2 * x + 1) * size + 2 * y + 1] = same + along;
		data[2 * x * size + 2 * y + 1] = across;
		data[(2 * y + 1) * size + 2 * x] = across;
	}
	return {
		rows: size,
		cols: size,
		data
	};
}
// train/studies/continuous-mera/orders.ts
/** @file Does it matter in which order the scales are entangled? The path on a ring, its mirror image in time, and others. */
/** The cut-off: the largest momentum 2 sin(k/2) of a ring. */
const CUTOFF = 2;
const STEPS = 4e3;
const SHUFFLES = 20;
function orders(sites, mass, seed) {
	const mera = cmera({
		statistics: "boson",
		mass: mass * CUTOFF,
		cutoff: CUTOFF
	});
	const momenta = Array.from({ length: sites - 1 }, (_, j) => 2 * Math.sin(Math.PI * (j + 1) / sites));
	const entries = momenta.map((k) => Math.log(k / CUTOFF));
	const first = Math.min(...entries);
	const reached = momenta.map((k) => mera.angle(k, 0));
	const geodesic = Math.sqrt(reached.reduce((sum, r) => sum + r * r, 0));
	const sum = reached.reduce((total, r) => total + r, 0);
	/** Lengths of the path on which mode j turns at the time t as it does in the continuous MERA at the scale given. */
	const lengths = (scaleOf) => {
		let [fubiniStudy, f1] = [0, 0];
		for (let step = 0; step < STEPS; step++) {
			const t = first * (step + .5) / STEPS;
			const rates = entries.map((entry, j) => {
				const u = scaleOf(t, j);
				return u >= entry && u <= 0 ? mera.rate(u) : 0;
			});
			fubiniStudy += Math.hypot(...rates) * -first / STEPS;
			f1 += rates.reduce((total, rate) => total + rate, 0) * -first / STEPS;
		}
		return [fubiniStudy, f1];
	};
	const stream = randomStream(seed, "orders");
	const shuffles = Array.from({ length: SHUFFLES }, () => {
		const delays = entries.map((entry) => stream.uniform() * (entry - first));
		return lengths((t, j) => t + delays[j]);
	});
	const mean = (i) => shuffles.reduce((total, walked) => total + walked[i], 0) / SHUFFLES;
	const row = (path, [fubiniStudy, f1]) => ({
		path,
		ratio: fubiniStudy / geodesic,
		f1Ratio: f1 / sum
	});
	return {
		orders: [
			row("geodesic: all modes all the time", [geodesic, sum]),
			row("continuous MERA: long waves begin first, all end together", lengths((t) => t)),
			row("mirrored in time: all begin together, short waves end first", lengths((t) => first - t)),
			row(`random delays, mean of ${SHUFFLES}`, [mean(0), mean(1)]),
			row("one mode after the other", [sum, sum])
		],
		profile: profileOf(mera, first),
		rings: [
			sites / 4,
			sites / 2,
			sites
		].map(Math.floor).map((size) => siteRow(size, mass))
	};
}
function siteRow(sites, mass) {
	const { path, geodesic } = ringLengths(cmera({
		statistics: "boson",
		mass: mass * CUTOFF,
		cutoff: CUTOFF
	}), Math.max(3, sites), 4);
	return {
		sites,
		fubiniStudy: path.fubiniStudy / geodesic.fubiniStudy,
		f1: path.f1 / geodesic.f1,
		f1OnSites: path.f1OnSites / geodesic.f1OnSites
	};
}
function profileOf(mera, first) {
	const octaves = Array.from({ length: Math.max(2, Math.floor(-first / Math.LN2)) }, (_, k) => k);
	const columns = 24;
	const times = Array.from({ length: columns }, (_, k) => first * (1 - (k + .5) / columns));
	const momentum = (octave) => mera.cutoff * 2 ** (-octave - .5);
	const normalised = (row) => row.map((x) => x / Math.max(...row));
	return {
		octaves: octaves.map((k) => k === 0 ? "1" : `1/${2 ** k}`),
		scales: times.map((u) => u.toFixed(1)),
		path: octaves.map((k) => normalised(times.map((u) => Math.log(momentum(k) / mera.cutoff) <= u ? mera.rate(u) : 0))),
		geodesic: octaves.map(() => times.map(() => 1))
	};
}
// src/gaussian/fidelity.ts
/** @file Overlaps, fidelities and distances of Gaussian states. */
/** Values of 1 − λ² or ν² − 1 up to this are rounding, whose root would not be small. */
const ROUNDING = 1e-14;
/**
* The distance arccos √F in the space of purifications: the Bures angle, of pure states the Fubini–Study distance,
* between 0 and π/2. Pure states that are close keep their relative accuracy; mixed ones have an error of about 1e-8:
* use `gaussianMetric` there.
*
* @throws {ShapeError | DomainError} malformed states, unlike modes or statistics
*/
function gaussianDistance(a, b) {
	checkPair("gaussianDistance", a, b);
	const log = Math.min(0, isPure(a) && isPure(b) ? logPureOverlap(a, b) : logFidelity(a, b));
	return Math.atan2(Math.sqrt(-Math.expm1(log)), Math.exp(log / 2));
}
function checkPair(caller, a, b) {
	checkGaussian(caller, a);
	checkGaussian(caller, b);
	checkAlike(caller, a, b);
}
/** log Tr ρσ; −Infinity where it vanishes. */
function logOverlap(a, b) {
	if (a.statistics === "boson") return a.modes * Math.LN2 - logDeterminant(addReal(a.covariance, 1, b.covariance)).log / 2;
	return logDeterminant(scaled(.5, transferOf(a, b))).log / 2;
}
/** 1 − Γ_a Γ_b. */
const transferOf = (a, b) => addReal(realIdentity(2 * a.modes), -1, multiplyReal(a.covariance, b.covariance));
/**
* The same of pure states without cancellation, by what they differ in. Fermions: the values d = sin of half the angles
* of (Γ_a − Γ_b)/2, F = Π √(1 − d²). Bosons: the eigenvalues r of V_a⁻¹V_b, which come in pairs r, 1/r.
*/
function logPureOverlap(a, b) {
	if (a.statistics === "fermion") {
		const half = scaled(.5, addReal(a.covariance, -1, b.covariance));
		return majoranaValues(half).reduce((sum, d) => sum + Math.log1p(-Math.min(1, d * d)) / 2, 0);
	}
	const factor = choleskyFactor(a.covariance);
	if (factor === void 0) return logOverlap(a, b);
	const left = solveMatrix(factor, b.covariance);
	const ratios = symmetricPart(solveMatrix(factor, transposeReal(left)));
	return symmetricEigenvalues(ratios.data, 2 * a.modes).reduce((sum, r) => sum - Math.log1p((r - 1) ** 2 / (4 * r)) / 4, 0);
}
function logFidelity(a, b) {
	const overlap = logOverlap(a, b);
	if (overlap === -Infinity) return overlap;
	return a.statistics === "fermion" ? overlap + fermionFactor(a, b) : overlap + bosonFactor(a, b);
}
/** log √det(1 + |W|). */
function fermionFactor(a, b) {
	const coherence = ({ covariance }) => evenFunction(majoranaForm(covariance), (t) => clippedRoot((1 - t) * (1 + t)));
	const solved = solveMatrix(transferOf(a, b), coherence(a));
	if (solved === void 0) return 0;
	return realSingularValues(multiplyReal(coherence(b), solved)).reduce((sum, w) => sum + Math.log1p(w) / 2, 0);
}
/**
* log Π (w + √(1 + w²)). With V = SνSᵀ, Y = S√(ν² − 1)Sᵀ and D = (V_a + V_b)⁻¹ the states √ρσ√ρ and √σρ√σ have the
* covariances M_a = V_a − Y_a D Y_a and M_b = V_b − Y_b D Y_b, and M_b^½ Ω Y_b D Y_a Ωᵀ M_a^½ has the singular values
* w√(1 + w²), each twice.
*/
function bosonFactor(a, b) {
	const D = solveMatrix(addReal(a.covariance, 1, b.covariance), realIdentity(2 * a.modes));
	const forms = [symplecticForm(a.covariance), symplecticForm(b.covariance)];
	if (D === void 0 || forms[0] === void 0 || forms[1] === void 0) return 0;
	const [ya, yb] = [0, 1].map((k) => symplecticFunction(forms[k], (nu) => clippedRoot((nu - 1) * (nu + 1))));
	const root = (state, y) => {
		const product = addReal(state.covariance, -1, multiplyReal(multiplyReal(y, D), y));
		return symmetricFunction(symmetricEigen(symmetricPart(product)), (x) => Math.sqrt(Math.max(x, 0)));
	};
	const middle = omegaConjugated(multiplyReal(multiplyReal(yb, D), ya));
	return realSingularValues(multiplyReal(multiplyReal(root(b, yb), middle), root(a, ya))).reduce((sum, q) => sum + Math.asinh(Math.SQRT2 * q / Math.sqrt(1 + Math.sqrt(1 + 4 * q * q))) / 2, 0);
}
const clippedRoot = (square) => square > ROUNDING ? Math.sqrt(square) : 0;
// src/gaussian/relative-rotation.ts
/** Cosines of angles up to this are rounding: these pairs are orthogonal, and any of many shortest paths is taken. */
const ORTHOGONAL = 1e-8;
/**
* E = (Γ_T + Γ_R)/2 and D = (Γ_T − Γ_R)/2 anticommute, and have the values cos ϑ and sin ϑ on the same planes, two for each pair:
* E = u cos ϑ, D = v sin ϑ with u² = v² = −1. The path turns in the plane of u and v,
*
*     Γ(s) = u cos((2s − 1)ϑ) + v sin((2s − 1)ϑ),    Γ_T Γ_R⁻¹ = e^{2h},  h = ϑuv.
*
* O(n³).
*
* @param reference - Γ_R, pure
* @param target - Γ_T, pure and of the same parity
*/
function relativeRotation(reference, target) {
	const sum = scaled(.5, addReal(target, 1, reference));
	const difference = scaled(.5, addReal(target, -1, reference));
	const cosines = majoranaValues(sum).sort();
	const angles = majoranaValues(difference).sort().reverse().map((sine, k) => Math.atan2(sine, cosines[k])).filter((_, k) => k % 2 === 1);
	const planes = () => {
		const form = majoranaForm(difference);
		const moved = multiplyReal(sum, frameOf(form));
		const cosine = form.values.map((_, k) => columnLength(moved, 2 * k));
		const thetas = form.values.map((sine, k) => Math.atan2(sine, cosine[k]));
		const weight = (_, k) => cosine[k] > ORTHOGONAL ? 1 / cosine[k] : 0;
		const u = multiplyReal(evenFunction(form, weight), sum);
		const free = [...cosine.keys()].filter((k) => cosine[k] <= ORTHOGONAL);
		return {
			form,
			thetas,
			u: free.length === 0 ? u : addReal(u, 1, anticommuting(form, free))
		};
	};
	const hamiltonian = () => {
		const { form, thetas, u } = planes();
		return antisymmetricPart(multiplyReal(u, oddFunction(form, (_, k) => thetas[k])));
	};
	return {
		angles,
		hamiltonian,
		velocity: hamiltonian,
		covariance: (s) => {
			const { form, thetas, u } = planes();
			const turned = 2 * s - 1;
			const along = multiplyReal(evenFunction(form, (_, k) => Math.cos(turned * thetas[k])), u);
			return antisymmetricPart(addReal(along, 1, oddFunction(form, (_, k) => Math.sin(turned * thetas[k]))));
		}
	};
}
/** u with u² = −1, uv = −vu on the planes (p_k, q_k) of v, which it joins two by two: p ↦ p', q ↦ −q'. */
function anticommuting(form, planes) {
	const frame = frameOf(form);
	const size = frame.rows;
	const image = new Float64Array(size * size);
	const add = (to, sign, from) => {
		for (let i = 0; i < size; i++) image[i * size + from] = sign * frame.data[i * size + to];
	};
	for (let at = 0; at + 1 < planes.length; at += 2) {
		const [a, b] = [2 * planes[at], 2 * planes[at + 1]];
		add(b, 1, a);
		add(a, -1, b);
		add(b + 1, -1, a + 1);
		add(a + 1, 1, b + 1);
	}
	return multiplyReal({
		...frame,
		data: image
	}, frame, { transposeB: true });
}
function columnLength({ rows, cols, data }, column) {
	return Math.hypot(...Array.from({ length: rows }, (_, i) => data[i * cols + column]));
}
function antisymmetricPart(a) {
	return scaled(.5, addReal(a, -1, transposeReal(a)));
}
// src/gaussian/relative-squeezing.ts
/** @file The squeezing that takes one pure state of bosons to another. */
/**
* With M = V_R^−½ V_T V_R^−½ = e^{2κ}, κ = ((a, b), (b, −a)) symmetric: V(s) = V_R^½ M^s V_R^½. The inverse root is ΩV_R^½Ωᵀ, since the
* reference is pure. Where positions and momenta of both are uncorrelated, n × n blocks are decomposed instead. O(n³).
*
* @param reference - V_R, pure
* @param target - V_T, pure
* @throws {DomainError} a covariance that is not positive
*/
function relativeSqueezing(caller, reference, target) {
	const [from, to] = [uncorrelatedBlocks(reference), uncorrelatedBlocks(target)];
	if (from === void 0 || to === void 0) {
		const root = rootOf(caller, reference);
		const inverse = omegaConjugated(root);
		const { sizes, covariance, velocity } = between(root, inverse, target);
		return {
			angles: sizes.filter((_, k) => k % 2 === 0),
			covariance,
			velocity,
			hamiltonian: () => symmetricPart(scaled(-1, omegaTimes(product$1(root, velocity(), inverse))))
		};
	}
	const [x, p] = [rootOf(caller, from.x), rootOf(caller, from.p)];
	const positions = between(x, p, to.x);
	return {
		angles: positions.sizes,
		covariance: (s) => blockDiagonal(positions.covariance(s), between(p, x, to.p).covariance(s)),
		velocity: positions.velocity,
		hamiltonian: () => symmetricOfBlock(product$1(x, positions.velocity(), p))
	};
}
/** The path root·M^s·root with M = inverse·target·inverse; ½ log M; the sizes of its eigenvalues, descending. */
function between(root, inverse, target) {
	const eigen = symmetricEigen(symmetricPart(product$1(inverse, target, inverse)));
	const power = (s) => symmetricFunction(eigen, (value) => value ** s);
	return {
		sizes: eigen.values.map((value) => Math.abs(Math.log(value)) / 2).sort().reverse(),
		covariance: (s) => symmetricPart(product$1(root, power(s), root)),
		velocity: () => symmetricFunction(eigen, (value) => Math.log(value) / 2)
	};
}
/** ((0, kᵀ), (k, 0)), which generates x' = kx, p' = −kᵀp. */
function symmetricOfBlock({ rows: n, data }) {
	const size = 2 * n;
	const out = new Float64Array(size * size);
	for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
		out[(n + i) * size + j] = data[i * n + j];
		out[j * size + n + i] = data[i * n + j];
	}
	return {
		rows: size,
		cols: size,
		data: out
	};
}
const product$1 = (a, b, c) => multiplyReal(multiplyReal(a, b), c);
function rootOf(caller, v) {
	const root = positiveRoot(v);
	if (root === void 0) throw new DomainError(`${caller}: a positive covariance required, got one that is not`);
	return root;
}
// src/gaussian/relative-covariance.ts
/** @file The covariance of one pure Gaussian state relative to another, which decides all that both have in common. */
/** The shortest path from one pure state to another; undefined for fermions of different parity, which none joins. */
function relativeMotion(caller, reference, target) {
	checkPure(caller, reference, target);
	if (reference.statistics === "boson") return relativeSqueezing(caller, reference.covariance, target.covariance);
	if (gaussianParity(reference) * gaussianParity(target) < 0) return void 0;
	return relativeRotation(reference.covariance, target.covariance);
}
function checkPure(caller, reference, target) {
	checkGaussian(caller, reference);
	checkGaussian(caller, target);
	checkAlike(caller, reference, target);
	if (!isPure(reference) || !isPure(target)) {
		const which = isPure(reference) ? "target" : "reference";
		throw new DomainError(`${caller}: pure states required, got a mixed ${which}; 'purification' makes it pure`);
	}
}
// src/gaussian/gaussian-geodesic.ts
/** @file Shortest paths of Gaussian states. */
/**
* The shortest path between two pure states through Gaussian states, in the Fubini–Study metric,
*
*     G(s) = Δ^{s/2} G_R Δ^{s/2 T},    Δ = G_T G_R⁻¹,    length ¼‖log Δ‖,
*
* for the covariances G of bosons and fermions alike, where ‖log Δ‖² is the sum of the squares of the logarithms of all eigenvalues. For
* bosons it is the only geodesic; for fermions there are others where a pair is orthogonal, ϑ = π/2, and one of the shortest is
* taken. Each pair of normal modes moves on a hyperbolic plane or a sphere, all at the same time.
*
* @throws {ShapeError | DomainError} malformed or mixed states, unlike modes or statistics
* @throws {DomainError} fermions of different parity, which no path of Gaussian states joins
*
* O(n³), and as much for each state on the path.
*
* @see Chapman, Heller, Marrochio & Pastawski, arXiv:1707.08582 (2017); Hackl & Myers, arXiv:1803.10638 (2018)
*/
function gaussianGeodesic(reference, target) {
	const motion = relativeMotion("gaussianGeodesic", reference, target);
	if (motion === void 0) throw new DomainError("gaussianGeodesic: states of the same parity required, got one even and one odd");
	const { statistics, modes } = reference;
	return {
		at: (s) => {
			if (!Number.isFinite(s)) throw new DomainError(`gaussianGeodesic: a finite place on the path required, got ${s}`);
			return {
				kind: "gaussian",
				statistics,
				modes,
				covariance: motion.covariance(s)
			};
		},
		generator: {
			statistics,
			modes,
			matrix: motion.hamiltonian(),
			constant: 0
		},
		length: fubiniStudyLength(statistics, motion.angles)
	};
}
/** √(½Σr²) of bosons, √(Σϑ²) of pairs of fermions: ¼‖log Δ‖. */
function fubiniStudyLength(statistics, angles) {
	const squares = angles.reduce((sum, angle) => sum + angle * angle, 0);
	return Math.sqrt(statistics === "boson" ? squares / 2 : squares);
}
// src/gaussian/gaussian-complexity.ts
/** arccos of Π cosh^−½ r or Π cos ϑ, without cancellation. */
function unrestrictedDistance(statistics, angles) {
	const log = angles.reduce((sum, angle) => statistics === "boson" ? sum - Math.log1p(Math.sinh(angle) ** 2) / 2 : sum + Math.log1p(-Math.min(1, Math.sin(angle) ** 2)), 0);
	return Math.atan2(Math.sqrt(-Math.expm1(log)), Math.exp(log / 2));
}
// src/gaussian/oscillator-complexity.ts
/** @file Complexity of oscillators whose normal modes are known, at any size. */
/**
* Complexity of the ground state of oscillators with frequencies ω_k from that of uncoupled ones, all of frequency ω_R:
*
*     r_k = ½|log(ω_k/ω_R)|,    Fubini–Study √(½Σr²),    f2 = √(Σr²),    f1 = Σr in normal modes,
*
* and on a lattice N Σ_r w(r)|a(r)|, √(N Σ_r w(r) a(r)²) with a(r) = (1/N) Σ_k ½ log(ω_R/ω_k) e^{ikr}.
*
* @param frequencies - ω_k > 0, shape (N,); on a lattice the same at k and −k
* @throws {DomainError} frequencies, a reference or weights that are not positive and finite; unlike frequencies at k and −k
* @throws {DomainError} weights without sides
* @throws {ShapeError} another number of frequencies than sites
*
* O(N), on a lattice O(N log N): 10⁴ modes in 50 ms, 10⁶ in 3 s.
*
* @see Jefferson & Myers, arXiv:1707.08570 (2017); Chapman, Heller, Marrochio & Pastawski, arXiv:1707.08582 (2017)
*/
function oscillatorComplexity(frequencies, { reference = 1, sides, weights } = {}) {
	const caller = "oscillatorComplexity";
	checkPositive(caller, "a reference frequency", [reference]);
	checkPositive(caller, "frequencies", frequencies);
	if (weights !== void 0 && sides === void 0) throw new DomainError(`${caller}: the sides of a lattice required for weights, got none`);
	const squeezings = Float64Array.from(frequencies, (omega) => Math.log(reference / omega) / 2);
	const angles = squeezings.map(Math.abs).sort().reverse();
	const fubiniStudy = fubiniStudyLength("boson", angles);
	return {
		statistics: "boson",
		angles,
		fubiniStudy,
		unrestricted: unrestrictedDistance("boson", angles),
		normalModes: {
			basis: "normal modes",
			f2: Math.SQRT2 * fubiniStudy,
			f1: sum(angles)
		},
		modes: sides === void 0 ? null : {
			basis: "modes",
			...lengthsOnLattice(caller, squeezings, sides, weights)
		}
	};
}
/**
* f2 and f1 on the sites of a periodic lattice of the generator with these coefficients in the normal modes, one for each momentum.
*
* @param squeezings - r_k, the same at k and −k, shape (Π L_i,)
* @throws {ShapeError | DomainError} as `oscillatorComplexity`
*/
function lengthsOnLattice(caller, squeezings, sides, weights = () => 1) {
	const sites = sides.reduce((product, side) => product * side, 1);
	if (squeezings.length !== sites) throw new ShapeError(`${caller}: one number for each of ${sites} momenta required, got ${squeezings.length}`);
	const z = new Float64Array(2 * sites);
	let size = 0;
	squeezings.forEach((r, k) => {
		z[2 * k] = r;
		size = Math.max(size, Math.abs(r));
	});
	const a = discreteFourierTransform(z, sides);
	let [squares, f1] = [0, 0];
	for (let at = 0; at < sites; at++) {
		const [h, imaginary] = [a[2 * at] / sites, a[2 * at + 1] / sites];
		if (Math.abs(imaginary) > 1e-12 * size) throw new DomainError(`${caller}: the same frequencies at k and −k required, got an imaginary part of ${imaginary}`);
		const w = weights(displacementOf(at, sides));
		if (!(w >= 0 && w < Infinity)) throw new DomainError(`${caller}: finite weights ≥ 0 required, got ${w}`);
		squares += w * h * h;
		f1 += w * Math.abs(h);
	}
	return {
		f2: Math.sqrt(sites * squares),
		f1: sites * f1
	};
}
/** The coordinates of a site, from −L_i/2 to L_i/2. */
function displacementOf(at, sides) {
	let rest = at;
	return sides.toReversed().map((side) => {
		const r = rest % side;
		rest = Math.floor(rest / side);
		return 2 * r > side ? r - side : r;
	}).reverse();
}
/** Checks that numbers are positive and finite. */
function checkPositive(caller, what, values) {
	if (values.length === 0) throw new ShapeError(`${caller}: ${what} required, got none`);
	const wrong = Array.from(values).find((value) => !(value > 0 && value < Infinity));
	if (wrong !== void 0) throw new DomainError(`${caller}: ${what} > 0 required, got ${wrong}`);
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
// src/gaussian/purification-complexity.ts
/**
* The purification, by as many modes again, that is nearest to two copies of a reference (the second one conjugate) in
* Fubini–Study length. Its length is stationary where the generator of the geodesic has no part on the purifying modes alone, and the
* descent undoes that part step by step.
*
* For bosons the result is the least of all, and more purifying modes would not help: see `thermalComplexity`. For fermions, whose
* space has positive curvature, it is a local minimum, reached from the canonical purification.
*
* @param reference - pure
* @param state - mixed or pure, of the same modes
* @throws {ShapeError | DomainError} malformed states, a mixed reference, unlike modes or statistics
*
* O(n³) a step; 50 modes in seconds.
*/
function purificationComplexity(reference, state, { tolerance = 1e-9, maxSteps = 500 } = {}) {
	checkGaussian("purificationComplexity", reference);
	checkGaussian("purificationComplexity", state);
	checkAlike("purificationComplexity", reference, state);
	const from = withConjugate(reference);
	let current = descentAt(from, purification$1(state));
	const canonical = current.path.length;
	let share = 1;
	for (let steps = 0;; steps++) {
		const { path, size } = current;
		const value = {
			length: path.length,
			canonical,
			state: current.state,
			residual: size
		};
		if (size <= tolerance) return {
			value,
			result: "converged",
			steps
		};
		if (steps === maxSteps) return {
			value,
			result: "max-steps",
			steps
		};
		for (share = Math.min(1, 2 * share);; share /= 2) {
			const next = descentAt(from, gaussianEvolution(current.part, current.state, -share));
			if (isBetter(current, next, share)) {
				current = next;
				break;
			}
			if (share < 1e-6) return {
				value,
				result: "stalled",
				steps
			};
		}
	}
}
function descentAt(reference, state) {
	const path = gaussianGeodesic(reference, state);
	return {
		state,
		path,
		...purifyingPart(path, reference)
	};
}
/**
* Whether 4·length², whose derivative in the share is −2·size², falls by a fourth of that at least; where it can no longer be told
* by rounding, whether the part becomes smaller.
*/
function isBetter(now, next, share) {
	const gain = 4 * (now.path.length - next.path.length) * (now.path.length + next.path.length);
	if (now.size < 1e-6 * now.path.length) return next.size < now.size;
	return gain >= share * now.size ** 2 / 2;
}
/** The part of the generator on the purifying modes, and its size Tr hVhV, −Tr h² in the frame of the reference. */
function purifyingPart({ generator }, { covariance }) {
	const { statistics, modes } = generator;
	const inside = indicesOf(statistics, modes, Array.from({ length: modes / 2 }, (_, k) => modes / 2 + k));
	const block = submatrix(generator.matrix, inside);
	const data = new Float64Array(generator.matrix.data.length);
	inside.forEach((row, i) => {
		for (const [j, col] of inside.entries()) data[row * 2 * modes + col] = block.data[i * inside.length + j];
	});
	const part = {
		...generator,
		matrix: {
			...generator.matrix,
			data
		}
	};
	const trace = traceOfSquare(statistics === "fermion" ? block : multiplyReal(block, submatrix(covariance, inside)));
	return {
		part,
		size: Math.sqrt(Math.abs(trace))
	};
}
/** Tr A². */
function traceOfSquare({ rows, data }) {
	let trace = 0;
	for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) trace += data[i * rows + j] * data[j * rows + i];
	return trace;
}
/** A state beside its complex conjugate. */
function withConjugate({ kind, statistics, modes: n, covariance }) {
	const isFermion = statistics === "fermion";
	const flip = (k) => (isFermion ? k % 2 === 1 : k >= n) ? -1 : 1;
	const [left, right] = [0, n].map((first) => indicesOf(statistics, 2 * n, Array.from({ length: n }, (_, k) => first + k)));
	const data = new Float64Array(16 * n * n);
	for (let i = 0; i < 2 * n; i++) for (let j = 0; j < 2 * n; j++) {
		const x = covariance.data[i * 2 * n + j];
		data[left[i] * 4 * n + left[j]] = x;
		data[right[i] * 4 * n + right[j]] = (isFermion ? -1 : 1) * flip(i) * flip(j) * x;
	}
	return {
		kind,
		statistics,
		modes: 2 * n,
		covariance: {
			rows: 4 * n,
			cols: 4 * n,
			data
		}
	};
}
// src/gaussian/thermal-complexity.ts
/** @file Complexity of thermal oscillators: of their thermofield double, and of the simplest purification. */
/**
* Complexity of the thermal state of oscillators with frequencies ω_k, purified by as many again, from uncoupled ones of frequency
* ω_R on both sides. With ξ = ½ log(ω_R/ω), ν = coth(βω/2), and a purifying mode of squeezing η the normal modes of the pair have
*
*     r_± = ½(ξ + η ± δ),    cosh δ = ν cosh(ξ − η);
*
* η = ξ is the thermofield double, with r_± = ½ log(ω_R/ω tanh^{±1}(βω/4)). Squared, the Fubini–Study length is a distance from
* a totally geodesic surface of a space of no positive curvature: so the least of all purifications is unique, has the
* symmetries of the state, hence is found mode by mode, and gains nothing from more purifying modes.
*
* @param frequencies - ω_k > 0, shape (n,)
* @param beta - inverse temperature, positive and finite
* @param options - `reference`: ω_R, default 1
* @throws {DomainError} numbers that are not positive and finite
*
* O(n), 10⁴ modes in some 10 ms. `purificationComplexity` is the same for any mixed state.
*
* @see Chapman, Eisert, Hackl, Heller, Jefferson, Marrochio & Myers, arXiv:1810.05151 (2018), on thermofield doubles
*/
function thermalComplexity(frequencies, beta, { reference = 1 } = {}) {
	checkPositive("thermalComplexity", "frequencies", frequencies);
	checkPositive("thermalComplexity", "a reference frequency", [reference]);
	if (!(beta > 0 && beta < Infinity)) throw new DomainError(`thermalComplexity: a finite inverse temperature > 0 required, got ${beta}`);
	const modes = Array.from(frequencies, (omega) => ({
		xi: Math.log(reference / omega) / 2,
		x: beta * omega
	}));
	const purifying = Float64Array.from(modes, ({ xi, x }) => simplestSqueezing(xi, x));
	return {
		double: lengthsOf(modes.flatMap(({ xi, x }) => pairOf(xi, x, xi))),
		minimised: lengthsOf(modes.flatMap(({ xi, x }, k) => pairOf(xi, x, purifying[k]))),
		vacua: lengthsOf(modes.flatMap(({ xi }) => [xi, xi])),
		purifying
	};
}
/** δ with cosh δ = ν cosh(ξ − η), by sinh²δ = (1/sinh²(x/2))·cosh²(ξ − η) + sinh²(ξ − η). */
function splitting(xi, x, eta) {
	return Math.asinh(Math.hypot(Math.cosh(xi - eta) / Math.sinh(x / 2), Math.sinh(xi - eta)));
}
/** The squeezings of the normal modes of a pair. */
function pairOf(xi, x, eta) {
	const delta = splitting(xi, x, eta);
	return [(xi + eta + delta) / 2, (xi + eta - delta) / 2];
}
/** The η at which (ξ + η)² + δ² is least: its derivative rises from −ξ to ξ, and bisection finds its zero. */
function simplestSqueezing(xi, x) {
	const slope = (eta) => {
		const delta = splitting(xi, x, eta);
		const ratio = delta < 1e-8 ? 1 : delta / Math.sinh(delta);
		return xi + eta - ratio * Math.sinh(xi - eta) / Math.tanh(x / 2);
	};
	let [below, above] = [-Math.abs(xi), Math.abs(xi)];
	for (let step = 0; step < 60; step++) {
		const middle = (below + above) / 2;
		if (slope(middle) < 0) below = middle;
		else above = middle;
	}
	return (below + above) / 2;
}
function lengthsOf(squeezings) {
	const angles = Float64Array.from(squeezings, Math.abs);
	const fubiniStudy = fubiniStudyLength("boson", angles);
	return {
		fubiniStudy,
		f2: Math.SQRT2 * fubiniStudy,
		f1: angles.reduce((total, r) => total + r, 0)
	};
}
// train/studies/continuous-mera/rings.ts
/** @file Complexity of oscillators on a ring: against mass, reference and temperature. */
function rings(sites, reference, thermal) {
	const mass = .2;
	return {
		masses: Array.from({ length: 17 }, (_, k) => massRow(sites, 10 ** (-3 + k / 4), reference)),
		heat: Array.from({ length: 13 }, (_, k) => heatRow(sites, 10 ** (-2 + k / 4), mass, reference)),
		product: product(sites, mass),
		growth: [
			1,
			2,
			3
		].map((dimension) => ({
			dimension,
			power: power(dimension)
		})),
		purification: purification(thermal, mass, reference),
		reached: reached(12, mass),
		approach: approach(12, mass),
		metric: metricRatio(9, mass)
	};
}
function massRow(sites, mass, reference) {
	const complexity = oscillatorComplexity(harmonicFrequencies([sites], { mass }), {
		reference,
		sides: [sites]
	});
	return {
		mass,
		fubiniStudy: complexity.fubiniStudy / Math.sqrt(sites),
		unrestricted: complexity.unrestricted,
		f1: complexity.normalModes.f1 / sites,
		f1OnSites: complexity.modes.f1 / sites
	};
}
function heatRow(sites, temperature, mass, reference) {
	const all = thermalComplexity(harmonicFrequencies([sites], { mass }), 1 / temperature, { reference });
	const scaled = ({ fubiniStudy }) => fubiniStudy / Math.sqrt(sites);
	return {
		temperature,
		double: scaled(all.double),
		minimised: scaled(all.minimised),
		vacua: scaled(all.vacua)
	};
}
function product(sites, mass) {
	const reference = mass / 2;
	const { normalModes } = oscillatorComplexity(harmonicFrequencies([sites], { mass }), { reference });
	const mu = 2 * Math.asinh(mass / 2);
	const log = sites * mu / 2 + Math.log1p(-Math.exp(-sites * mu));
	return {
		computed: normalModes.f1 / sites,
		closed: (log / sites - Math.log(reference)) / 2
	};
}
/** The power of the side with which the length grows. */
function power(dimension) {
	const [small, large] = [16, 32].map((side) => oscillatorComplexity(harmonicFrequencies(new Array(dimension).fill(side), { mass: .8 }), { reference: .1 }).fubiniStudy);
	return Math.log2(large / small);
}
function purification(sites, mass, reference) {
	const [ring, beta] = [harmonicRing(sites, { mass }), 1.5];
	const { value } = purificationComplexity(gaussianVacuum("boson", sites, reference), gaussianThermal(ring, beta));
	const { minimised } = thermalComplexity(harmonicFrequencies([sites], { mass }), beta, { reference });
	return {
		descent: value.length,
		closed: minimised.fubiniStudy,
		residual: value.residual
	};
}
function reached(sites, mass) {
	const { state } = gaussianGroundState(harmonicRing(sites, { mass }));
	const { covariance } = meraOnRing(cmera({
		statistics: "boson",
		mass,
		cutoff: 2
	}), sites, 0);
	return covariance.data.reduce((most, x, k) => Math.max(most, Math.abs(x - state.covariance.data[k])), 0);
}
function approach(sites, mass) {
	const { state } = gaussianGroundState(latticeDirac(sites, {
		mass,
		wilson: 0
	}));
	const [near, far] = [1e3, 1e4].map((cutoff) => gaussianDistance(meraOnRing(cmera({
		statistics: "fermion",
		mass,
		cutoff
	}), sites, 0), state));
	return Math.log10(far / near);
}
function metricRatio(sites, mass) {
	const mera = cmera({
		statistics: "boson",
		mass,
		cutoff: 2
	});
	const u = -.31;
	return gaussianMetric(([scale]) => meraOnRing(mera, sites, scale))(Float64Array.of(u)).data[0] / (Array.from({ length: sites }, (_, j) => Math.sin(Math.PI * j / sites)).filter((k) => k <= Math.exp(u)).length * mera.rate(u) ** 2 / 2);
}
// src/systems/continuous-mera/scale-lengths.ts
/** @file How long the path of a continuous MERA is, and how long the shortest one between the same ends. */
/**
* The Fubini–Study metric along the scale, g_uu = Σ_pairs rate². As a metric of space it is an analogy.
*
* @param u - scale, at most 0
* @throws {DomainError} a scale that is not
*
* @see Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012), who divide by the pairs that act
*/
function scaleMetric(mera, u) {
	if (!(u <= 0 && u > -Infinity)) throw new DomainError(`scaleMetric: a finite scale u ≤ 0 required, got ${u}`);
	const { dimension: d, gate } = mera;
	const active = u < mera.infrared ? 0 : Math.exp(d * u);
	const perActivePair = squaredRate(mera, u) * d / (d + 2 * gate);
	const perPair = perActivePair * active;
	return {
		active,
		perActivePair,
		perPair,
		perVolume: perPair * pairsPerVolume(mera)
	};
}
/**
* Lengths of a continuous MERA from its reference to u = 0, and of the geodesic between the same states. The path turns a pair at the rate
* χ(u)(k e^{−u}/Λ)^p while k ≤ Λe^u; on the geodesic all pairs turn at the same time, each at a constant rate. Without mass, in d dimensions,
*
*     path/geodesic = √2 for bosons with the same gate for all momenta, in any d,
*                     √(2(d + 1)/d) for fermions with the linear gate,
*
* and 1 for f1. The dilation is not counted.
*
* To 1e-12, in milliseconds.
*/
function scaleLengths(mera) {
	const { dimension: d, gate, infrared, branches, statistics } = mera;
	const all = Array.from({ length: branches }, (_, branch) => branch);
	const from = (rate) => Math.max(infrared, deepest(rate));
	const path = Math.sqrt(d / (d + 2 * gate)) * scaleIntegral((u) => Math.sqrt(squaredRate(mera, u)) * Math.exp(d * u / 2), from(d / 2), 0);
	const walked = all.reduce((sum, branch) => sum + d / (d + gate) * scaleIntegral((u) => Math.abs(mera.rate(u, branch)) * Math.exp(d * u), from(d), 0), 0);
	/** The mean over all pairs of a function of what each branch has reached. */
	const mean = (f) => all.reduce((sum, branch) => {
		const at = (v) => f(mera.angle(mera.cutoff * Math.exp(v), 0, branch)) * d * Math.exp(d * v);
		return sum + scaleIntegral(at, deepest(d), 0, [infrared]);
	}, 0);
	const geodesic = Math.sqrt(mean((angle) => angle * angle));
	const least = mean(Math.abs);
	const [two, one] = statistics === "boson" ? [Math.SQRT2, 2] : [Math.SQRT1_2, 1];
	return {
		path: {
			fubiniStudy: path,
			f2: two * path,
			f1: one * walked
		},
		geodesic: {
			fubiniStudy: geodesic,
			f2: two * geodesic,
			f1: one * least
		},
		ratio: path / geodesic,
		f1Ratio: walked / least,
		pairsPerVolume: pairsPerVolume(mera)
	};
}
/** Σ χ² over the branches. */
function squaredRate(mera, u) {
	let sum = 0;
	for (let branch = 0; branch < mera.branches; branch++) sum += mera.rate(u, branch) ** 2;
	return sum;
}
/** The momenta below the cut-off, V_d Λ^d/(2π)^d; a pair of bosons takes two. */
function pairsPerVolume({ dimension: d, cutoff, statistics }) {
	let ball = d % 2 === 0 ? 1 : 2;
	for (let k = d % 2 === 0 ? 2 : 3; k <= d; k += 2) ball *= 2 * Math.PI / k;
	return ball * (cutoff / (2 * Math.PI)) ** d / (statistics === "boson" ? 2 : 1);
}
// train/studies/continuous-mera/scales.ts
/** @file The metric along the scale, and lengths against the geodesic. */
function scales(mass, beta) {
	const places = Array.from({ length: 41 }, (_, k) => -8 + k / 5);
	return {
		scales: places,
		curves: [
			["scalar, massless", { statistics: "boson" }],
			[`scalar, m = ${mass}Λ`, {
				statistics: "boson",
				mass
			}],
			[`scalar double, β = ${beta}/Λ`, {
				statistics: "boson",
				beta
			}],
			["Dirac, massless", { statistics: "fermion" }],
			[`Dirac, m = ${mass}Λ`, {
				statistics: "fermion",
				mass
			}]
		].map(([field, options]) => {
			const metric = places.map((u) => scaleMetric(cmera(options), u).perActivePair);
			return {
				field,
				metric,
				slope: Math.log(metric[1] / metric[0]) / (places[1] - places[0])
			};
		}),
		ratios: [
			1,
			2,
			3
		].flatMap((dimension) => ["boson", "fermion"].flatMap((statistics) => [0, mass].map((m) => ratioRow(statistics, m, dimension)))),
		reached: [
			.01,
			.1,
			.5,
			1
		].map((momentum) => reachedRow(momentum, mass)),
		rates: {
			dirac: cmera({ statistics: "fermion" }).rate(-3),
			scalar: cmera({ statistics: "boson" }).rate(-3)
		}
	};
}
function ratioRow(statistics, mass, dimension) {
	const { path, geodesic, ratio, f1Ratio, pairsPerVolume } = scaleLengths(cmera({
		statistics,
		mass,
		dimension
	}));
	const name = statistics === "boson" ? "scalar" : "Dirac";
	return {
		field: mass === 0 ? `${name}, massless` : `${name}, m = ${mass}Λ`,
		statistics,
		massless: mass === 0,
		dimension,
		path: path.fubiniStudy,
		geodesic: geodesic.fubiniStudy,
		ratio,
		f1Ratio,
		pairsPerVolume
	};
}
function reachedRow(momentum, mass) {
	const known = cmera({
		statistics: "fermion",
		mass
	});
	const driven = cmera({
		statistics: "fermion",
		mass,
		infrared: -6,
		rate: known.rate
	});
	return {
		momentum,
		meant: known.target(momentum),
		closed: (Math.atan(momentum / mass) - momentum * Math.atan(1 / mass)) / 2,
		reached: driven.angle(momentum, 0)
	};
}
// src/riemann/families/closed-form-metric.ts
/**
* A metric field with exact derivatives.
*
* @param entries - x of shape (P,) to the entries there
* @param domain - whether x lies within the coordinates
*/
function closedFormMetric(entries, domain) {
	const matrix = (p, entry) => Float64Array.from({ length: p * p }, (_, at) => entry(Math.floor(at / p), at % p));
	const field = (x) => ({
		rows: x.length,
		cols: x.length,
		data: matrix(x.length, entries(x).metric)
	});
	return Object.assign(field, {
		domain,
		derivatives: (x) => {
			const { first, second } = entries(x);
			const axes = Array.from(x, (_, k) => k);
			return {
				first: axes.map((k) => matrix(x.length, (i, j) => first(i, j, k))),
				get second() {
					return axes.map((k) => axes.map((l) => matrix(x.length, (i, j) => second(i, j, k, l))));
				}
			};
		}
	});
}
/** Whether every index is the same. */
const same = (...indices) => indices.every((index) => index === indices[0]);
// src/systems/continuous-mera/scale-geometry.ts
/** @file Metrics made of a continuous MERA: of families of its states, and of the space that is read into it. */
/**
* The Fubini–Study metric of one pair of modes in its angle and phase,
*
*     bosons    dr² + ¼ sinh²2r dφ²,  two-mode squeezed vacua: a hyperbolic plane of scalar curvature −8,
*     fermions  dϑ² + ¼ sin²2ϑ dφ²,   cos ϑ|00⟩ + e^{iφ} sin ϑ|11⟩: a sphere of radius ½, of scalar curvature 8.
*/
function pairMetric(statistics) {
	const [sine, cosine, sign] = statistics === "boson" ? [
		Math.sinh,
		Math.cosh,
		1
	] : [
		Math.sin,
		Math.cos,
		-1
	];
	return closedFormMetric(([angle]) => ({
		metric: (i, j) => same(i, j) ? i === 0 ? 1 : sine(2 * angle) ** 2 / 4 : 0,
		first: (i, j, k) => same(i, j) && i === 1 && k === 0 ? sine(2 * angle) * cosine(2 * angle) : 0,
		second: (i, j, k, l) => same(i, j) && i === 1 && k === 0 && l === 0 ? 2 * (cosine(2 * angle) ** 2 + sign * sine(2 * angle) ** 2) : 0
	}), (x) => x.length === 2 && x[0] > 0 && (statistics === "boson" || x[0] < Math.PI / 2));
}
/**
* The Fubini–Study metric in the scale and a phase that all gates have in common, for each pair,
*
*     g = g_uu du² + ⟨¼ sinh²2r⟩ dφ²,   ⟨¼ sin²2ϑ⟩ for fermions,
*
* averaged over the pairs below the cut-off.
*
* @returns metric in (u, φ), u < 0
* @throws {DomainError} massless bosons in up to 2 dimensions, 4 for a double, from u = −∞, whose mean is infinite; a rate of the user's own
*
* A millisecond at each point.
*/
function phaseMetric(mera) {
	const { statistics, dimension: d, mass, infrared, cutoff, branches } = mera;
	const growth = 2 * branches;
	const isBound = statistics === "fermion" || mass > 0 || infrared > -Infinity;
	if (!isBound && d <= growth) throw new DomainError(`phaseMetric: a mass, an infrared scale or more than ${growth} dimensions required, got ${d}`);
	const depth = statistics === "fermion" ? 0 : Math.max(infrared, Math.min(0, Math.log(mass / cutoff)));
	const lower = isBound ? depth + deepest(d) : deepest(d - growth);
	const spread = statistics === "boson" ? Math.sinh : Math.sin;
	const field = ([u]) => {
		let across = 0;
		for (let branch = 0; branch < branches; branch++) {
			const at = (v) => spread(2 * mera.angle(cutoff * Math.exp(v), u, branch)) ** 2 / 4 * d * Math.exp(d * v);
			across += scaleIntegral(at, Math.min(lower, u - 1), u, [infrared]);
		}
		return {
			rows: 2,
			cols: 2,
			data: Float64Array.of(scaleMetric(mera, u).perPair, 0, 0, across)
		};
	};
	return Object.assign(field, { domain: ([u]) => u < 0 && u > infrared });
}
/**
* The Fubini–Study metric in the scale and the mass, for each pair: of the states of all continuous MERA with these options. At u = 0 its
* component along the mass is that of the ground states.
*
* @returns metric in (u, m), u < 0, m > 0
* @throws {DomainError} options of `cmera`, when it is evaluated; a rate of the user's own
*
* A millisecond at each point.
*/
function massMetric(options) {
	if (options.rate !== void 0) throw new DomainError("massMetric: rates that follow from the mass required");
	const field = ([u, mass]) => {
		const mera = cmera({
			...options,
			mass
		});
		const { statistics, dimension: d, cutoff, gate, branches, infrared } = mera;
		const shift = statistics === "boson" ? mass / (2 * referenceFrequency(mass, cutoff) ** 2) : 0;
		const mean = (f, idle) => {
			let total = 0;
			for (let branch = 0; branch < branches; branch++) {
				const rate = mera.rate(u, branch);
				const at = (v) => {
					const turn = mera.angleByMass(cutoff * Math.exp(v), u, branch);
					return f(rate * Math.exp(gate * (v - u)), turn - shift) * d * Math.exp(d * v);
				};
				total += scaleIntegral(at, u + deepest(d), u, [infrared]) + (1 - Math.exp(d * u)) * idle;
			}
			return total;
		};
		const uu = mean((rate) => rate * rate, 0);
		const um = mean((rate, byMass) => rate * byMass, 0);
		const mm = mean((_, byMass) => byMass * byMass, shift * shift);
		return {
			rows: 2,
			cols: 2,
			data: Float64Array.of(uu, um, um, mm)
		};
	};
	const infrared = options.infrared ?? -Infinity;
	return Object.assign(field, { domain: ([u, mass]) => u < 0 && u > infrared && mass > 0 });
}
/**
* The geometry that is read into a continuous MERA: an analogy, in which lengths along the scale are those of states, for each pair that
* acts, and lengths in space are put in by hand,
*
*     ds² = g_uu du² + Λ²e^{2u} dx².
*
* Where the rate χ is constant it is a hyperbolic plane of Gauss curvature −1/g_uu: for massless bosons −4, scalar curvature −8. With a mass g_uu
* vanishes in the infrared as e^{4u} for bosons: space ends at a finite distance.
*
* @returns metric in (u, x), u < 0
*
* @see Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012)
*/
function emergentMetric(mera) {
	const { cutoff, infrared } = mera;
	const field = ([u]) => ({
		rows: 2,
		cols: 2,
		data: Float64Array.of(scaleMetric(mera, u).perActivePair, 0, 0, (cutoff * Math.exp(u)) ** 2)
	});
	return Object.assign(field, { domain: ([u]) => u < 0 && u > infrared });
}
// train/studies/continuous-mera/spaces.ts
/** @file Curvature of the metrics made of a continuous MERA. */
function spaces(mass) {
	const massive = cmera({
		statistics: "boson",
		mass
	});
	const at = (...x) => Float64Array.from(x);
	return {
		rows: [
			-.25,
			-.5,
			-1,
			-2,
			-3,
			-4
		].map((scale) => ({
			scale,
			massless: scalarCurvature(emergentMetric(cmera({ statistics: "boson" })), at(scale, 0)).value,
			massive: scalarCurvature(emergentMetric(massive), at(scale, 0)).value,
			phaseMassless: scalarCurvature(phaseMetric(cmera({
				statistics: "boson",
				dimension: 3
			})), at(scale, 0)).value,
			phaseMassive: scalarCurvature(phaseMetric(massive), at(scale, 0)).value,
			mass: scalarCurvature(massMetric({ statistics: "boson" }), at(scale, mass)).value
		})),
		pairs: {
			boson: scalarCurvature(pairMetric("boson"), at(.4, .1)).value,
			fermion: scalarCurvature(pairMetric("fermion"), at(.4, .1)).value
		},
		depth: massive.angle(0, 0)
	};
}
// train/studies/continuous-mera/run.ts
/** Carries the study out, part by part. */
function* run({ mass, beta, sites, ring, reference, thermal }, { seed, part }) {
	return findings({
		mass,
		sites,
		reference,
		scales: yield* part("metric along the scale", .1, () => scales(mass, beta)),
		orders: yield* part("orders of the scales", .5, () => orders(ring, mass, seed)),
		rings: yield* part("complexity of rings", .9, () => rings(sites, reference, thermal)),
		spaces: yield* part("curvature", 1, () => spaces(mass))
	});
}
export { run };
