import { describe, expect, test } from 'vitest';
import { biInvariantLength } from '../../src/complexity/bi-invariant-length.ts';
import type { DriftSystem } from '../../src/control/drift-system.ts';
import { interactionTime } from '../../src/control/interaction-time.ts';
import { leastTime } from '../../src/control/time-optimal-control.ts';
import { shortestPath } from '../../src/geodesic/state/shortest-path.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomUnitary, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { CNOT, SWAP } from '../geodesic/unitary/unitaries.ts';
import { ISWAP, inPlane, landauZener, sum, words, xRotation } from './systems.ts';

describe('without a drift', () => {
  test('a qubit of energies ±ω takes arccos|⟨a|b⟩|/ω (Carlini, Hosoya, Koike and Okudaira)', () => {
    const omega = 1.7;
    const system = {
      drift: sum(1, {}),
      controls: words('X', 'Y', 'Z'),
      bound: { kind: 'norm', bound: omega },
    } as const;
    const [from, to] = ['a', 'b'].map((name) => randomVector(2, randomStream(3, name)));
    const { value, result } = leastTime(system, { from: from!, to: to! }, { arcs: 2 });
    expect(result).toBe('converged');
    expect(value.time).toBeCloseTo(Math.acos(Math.hypot(...innerProduct(from!, to!))) / omega, 9);
    expect(value.status).toBe('least time: it meets a lower bound');
    expect(value.arcs.map(({ kind }) => kind)).toEqual(['boundary']);
  });

  test('and with all words allowed the least time to a unitary is its bi-invariant length', () => {
    const unitary = randomUnitary(2, randomStream(4, 'gate'));
    const system = { drift: sum(1, {}), controls: words('X', 'Y', 'Z'), bound: { kind: 'norm', bound: 2 } } as const;
    const { value } = leastTime(system, { unitary }, { arcs: 2, starts: 2 });
    expect(value.time).toBeCloseTo(biInvariantLength(unitary) / 2, 8);
  });

  test('and few words of a bounded norm take the time that is the complexity on their metric over that norm', () => {
    const controls = ['XI', 'IX', 'YI', 'IY', 'ZZ'];
    const system = { drift: sum(2, {}), controls: words(...controls), bound: { kind: 'norm', bound: 2 } } as const;
    const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
    const { value } = leastTime(system, { from: complexVector([1, 0, 0, 0]), to: bell }, { arcs: 6, starts: 1 });
    const metric = { words: Object.fromEntries(controls.map((word) => [word, 1])), penalty: Infinity };
    const geodesic = shortestPath(metric, bell, { conjugatePoints: false, starts: 1, polished: 1 }).value;
    expect(geodesic.geodesic!.residual).toBeLessThan(1e-9);
    expect(value.extremal!.residual).toBeLessThan(1e-9);
    expect(2 * value.time).toBeCloseTo(geodesic.complexity, 8);
  });

  test('SWAP by couplings XX, YY, ZZ of norm ω takes √3·π/(4ω)', () => {
    const system = { drift: sum(2, {}), controls: words('XX', 'YY', 'ZZ'), bound: { kind: 'norm', bound: 2 } } as const;
    const { value } = leastTime(system, { unitary: SWAP }, { arcs: 2, starts: 1 });
    expect(value.time).toBeCloseTo((Math.sqrt(3) * Math.PI) / 8, 9);
  });
});

test('an excitation crosses a chain of three in π/(2√2) where fields are off, whatever they may do', () => {
  const system = {
    drift: sum(3, { XXI: 1, YYI: 1, IXX: 1, IYY: 1 }),
    controls: words('ZII', 'IZI', 'IIZ'),
    bound: { kind: 'each', bounds: 5 },
  } as const;
  const at = (b: number) => complexVector(Array.from({ length: 8 }, (_, k) => (k === b ? 1 : 0)));
  const { value } = leastTime(system, { from: at(4), to: at(1) }, { arcs: 4, starts: 2 });
  expect(value.time).toBeCloseTo(Math.PI / (2 * Math.SQRT2), 8);
});

describe('Landau and Zener’s qubit', () => {
  const angle = 0.2;

  test('with an unlimited field turns at the speed of the drift alone (Hegerfeldt)', () => {
    const { system, ends } = landauZener({ kind: 'unlimited' }, angle);
    const { value } = leastTime(system, ends, { arcs: 4, starts: 1 });
    expect(value.time).toBeCloseTo((Math.PI - 2 * angle) / 2, 9);
    expect(value.arcs.filter(({ kind }) => kind === 'impulse').length).toBeGreaterThan(1);
  });

  /**
   * Bang to the plane of Y and Z, off along it, bang back. A bang turns the Bloch vector r about n = (1, 0, ±b)/√(1 + b²) at 2√(1 + b²):
   * r_x(φ) = n_x(n·r) + cos φ·(r_x − n_x(n·r)).
   */
  const bangOffBang = (b: number): readonly number[] => {
    const [rx, rz] = [-Math.sin(angle), Math.cos(angle)];
    const size = Math.hypot(1, b);
    const [nx, nz] = [1 / size, b / size];
    const along = nx * rx + nz * rz;
    const phi = Math.acos((-nx * along) / (rx - nx * along));
    const z = nz * along + Math.cos(phi) * (rz - nz * along);
    return [
      phi / (2 * size),
      Math.acos(z) - Math.acos(-z) < 0 ? (Math.PI - 2 * Math.acos(z)) / 2 : 0,
      phi / (2 * size),
    ];
  };

  test.each([1.5, 10])('with |u| ≤ %d goes bang, off, bang', (b) => {
    const { system, ends } = landauZener({ kind: 'each', bounds: b }, angle);
    // The valley is flat: of five seeds tried, four end with a residual below 10⁻⁵, all at the same time.
    const { value } = leastTime(system, ends, { arcs: 5, seed: 2 });
    const known = bangOffBang(b);
    expect(value.time).toBeCloseTo(known[0]! + known[1]! + known[2]!, 8);
    expect(value.arcs.map(({ kind }) => kind)).toEqual(['bang', 'singular', 'bang']);
    value.arcs.forEach(({ duration }, k) => {
      expect(duration).toBeCloseTo(known[k]!, 4);
    });
    expect(value.arcs[1]!.controls[0]).toBeCloseTo(0, 4);
    expect(value.status).toMatch(/^extremal: Pontryagin's principle holds to/);
    expect(value.pontryagin.hamiltonian).toBeLessThan(1e-5);
    // The switching function vanishes where the control is off.
    const off = value.pontryagin.switching.filter(
      ({ time }) => time > known[0]! + 0.01 && time < known[0]! + known[1]! - 0.01,
    );
    for (const { values } of off) expect(Math.abs(values[1]!)).toBeLessThan(1e-5);
    expect(value.pontryagin.switching[0]!.values[1]).toBeGreaterThan(0.01);
  });
});

describe('a qubit with a drift and a transverse field of bounded strength (Boozer)', () => {
  /**
   * The field turns at a constant rate ν, as φ_z is constant: U = exp(−iνTZ/2)·exp(−iT(bX_θ + (Δ − ν/2)Z)). For exp(−iαX) the
   * upper left entry is real and cos α up to a phase of ±1, which leaves two conditions on ν and T.
   */
  const closedForm = (delta: number, b: number, alpha: number): number => {
    let least = Infinity;
    const mismatch = (nu: number, T: number): number => {
      const d = delta - nu / 2;
      const w = Math.hypot(b, d);
      const phase = Math.atan2((-d * Math.sin(w * T)) / w, Math.cos(w * T)) - (nu * T) / 2;
      return Math.sin(phase);
    };
    // |upper right| = b·sin(wT)/w = sin α gives T in branches; then ν makes the phase vanish.
    for (let branch = 0; branch < 6; branch++) {
      const timeAt = (nu: number): number => {
        const w = Math.hypot(b, delta - nu / 2);
        const share = (Math.sin(alpha) * w) / b;
        if (share > 1) return Number.NaN;
        const first = Math.asin(share);
        return (branch % 2 === 0 ? first + (branch / 2) * Math.PI : ((branch + 1) / 2) * Math.PI - first) / w;
      };
      for (let nu = -8; nu < 12; nu += 1e-3) {
        let [low, high] = [nu, nu + 1e-3];
        const [f, g] = [mismatch(low, timeAt(low)), mismatch(high, timeAt(high))];
        if (!(f * g < 0)) continue;
        for (let k = 0; k < 60; k++) {
          const middle = (low + high) / 2;
          if (mismatch(middle, timeAt(middle)) * f > 0) low = middle;
          else high = middle;
        }
        least = Math.min(least, timeAt(low));
      }
    }
    return least;
  };

  test.each([
    [1, 1, Math.PI / 4],
    [0.5, 1.3, 0.9],
  ])('drift %d·Z, field of %d, exp(−iαX) at α = %d: the extremal is exact, arcs converge to it', (delta, b, alpha) => {
    const system = {
      drift: sum(1, { Z: delta }),
      controls: words('X', 'Y'),
      bound: { kind: 'sum', bound: b },
    } as const;
    const ends = { unitary: xRotation(alpha) };
    const [few, more] = [4, 8].map((arcs) => leastTime(system, ends, { arcs, starts: 2 }).value);
    const known = closedForm(delta, b, alpha);
    expect(more!.extremal!.residual).toBeLessThan(1e-10);
    expect(more!.time).toBeCloseTo(known, 9);
    const ratio = (few!.arcTime - known) / (more!.arcTime - known);
    expect(Math.log2(ratio)).toBeGreaterThan(1.8);
    expect(Math.log2(ratio)).toBeLessThan(2.2);
  });
});

describe('with one-qubit gates that take no time', () => {
  const local = words('XI', 'YI', 'IX', 'IY');
  const coupled = (drift: Readonly<Record<string, number>>) =>
    ({ drift: sum(2, drift), controls: local, bound: { kind: 'unlimited' } }) as const;

  test.each([
    ['CNOT', CNOT, 0.5],
    ['iSWAP', ISWAP, 1],
    ['SWAP', SWAP, 1.5],
  ])('the search finds the least time of %s in an Ising coupling', (_, unitary, time) => {
    const { value } = leastTime(coupled({ ZZ: Math.PI / 2 }), { unitary }, { arcs: 3, starts: 3 });
    expect(value.time).toBeCloseTo(time, 8);
    expect(value.status).toBe('least time: it meets a lower bound');
  });

  test('in a general coupling no search is quicker than the formula', () => {
    const drift = { XX: 0.7, YY: -0.4, ZX: 0.9, ZI: 0.3 };
    const { value } = leastTime(coupled(drift), { unitary: CNOT }, { arcs: 3, starts: 2, seed: 1 });
    expect(value.infidelity).toBeLessThan(1e-12);
    expect(value.time).toBeGreaterThan(interactionTime(sum(2, drift), CNOT) - 1e-9);
  });
});

test('a target that the controls cannot reach is called so', () => {
  const system = { drift: sum(2, { ZI: 1 }), controls: words('XI', 'IX'), bound: { kind: 'each', bounds: 1 } } as const;
  const { value, result } = leastTime(system, { unitary: CNOT });
  expect(result).toBe('stalled');
  expect(value.status).toMatch(/^unreachable: the unitary is outside/);
  const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
  const states = leastTime(system, { from: complexVector([1, 0, 0, 0]), to: bell });
  expect(states.value.status).toMatch(/^unreachable: no control joins/);
  expect(states.value.time).toBe(Infinity);
});

test('too few arcs are no error', () => {
  const system = { drift: sum(2, { ZZ: 1 }), controls: words('XI', 'IX'), bound: { kind: 'each', bounds: 1 } } as const;
  const { value, result } = leastTime(system, { unitary: SWAP }, { arcs: 1, starts: 1, maxSteps: 20 });
  expect(result).toBe('max-steps');
  expect(value.status).toMatch(/^not converged: it ends at infidelity/);
});

test('a target that is the start takes no time', () => {
  const { system, ends } = landauZener({ kind: 'each', bounds: 1 }, Math.PI / 2);
  expect(leastTime(system, ends, { arcs: 2, starts: 2 }).value.time).toBeLessThan(1e-6);
});

test.each([
  [{ controls: [] }, {}, {}, 'timeOptimalControl: at least one control required, got none'],
  [{ controls: words('ZZ') }, {}, {}, 'timeOptimalControl: controls on 1 qubits required, got one on 2'],
  [{ controls: [sum(1, { I: 1 })] }, {}, {}, 'timeOptimalControl: controls other than 0 required, got 0 as control 0'],
  [{ bound: { kind: 'each', bounds: [1, 2] } }, {}, {}, 'timeOptimalControl: 1 bounds required, got 2'],
  [{ bound: { kind: 'each' } }, {}, {}, 'timeOptimalControl: positive finite bounds required, got NaN'],
  [{ bound: { kind: 'box', bounds: 1 } }, {}, {}, /a bound of kind each, sum, norm, unlimited required, got 'box'$/],
  [{ bound: { kind: 'sum', bound: 0 } }, {}, {}, 'timeOptimalControl: positive finite bounds required, got 0'],
  [
    { bound: { kind: 'norm', bound: 0.5 } },
    {},
    {},
    'timeOptimalControl: a norm above that of the drift, 1, required, got 0.5',
  ],
  [
    { controls: [sum(1, { X: 1 }), sum(1, { X: 1, Z: 1 })], bound: { kind: 'norm', bound: 5 } },
    {},
    {},
    'timeOptimalControl: orthogonal controls required for a norm, got 0 and 1 that are not',
  ],
  [{ drift: sum(1, {}), bound: { kind: 'unlimited' } }, {}, {}, /a drift required where controls are unlimited/],
  [{}, { to: complexVector([1, 1]) }, {}, /states of norm 1 required/],
  [{}, { to: complexVector([1, 0, 0, 0]) }, {}, /states of 2 amplitudes required, got 4/],
  [{}, { unitary: CNOT }, {}, /a unitary of 2 × 2 required, got 4 × 4/],
  [{}, {}, { arcs: 0 }, /whole numbers of arcs and starts above 0 required, got 0/],
  [{}, {}, { time: -1 }, /a positive finite time required, got -1/],
] as const)('what is no problem is refused: %j', (system, ends, options, message) => {
  const whole = {
    drift: sum(1, { X: 1 }),
    controls: words('Z'),
    bound: { kind: 'each', bounds: 1 },
    ...system,
  } as const;
  expect(() => leastTime(whole as DriftSystem, { from: inPlane(0), to: inPlane(1), ...ends }, options)).toThrow(
    message,
  );
});
