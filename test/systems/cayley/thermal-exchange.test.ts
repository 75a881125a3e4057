import { describe, expect, test } from 'vitest';
import { trace } from '../../../src/linalg/matrix.ts';
import {
  exchangeCoupling,
  heatArrow,
  heatExchange,
  thermalPair,
} from '../../../src/systems/cayley/thermal-exchange.ts';

const excited = (beta: number): number => 1 / (1 + Math.exp(beta));
const [a, b] = [excited(0.5), excited(1.5)];
/** 0.8 of the greatest coherence between |01⟩ and |10⟩. */
const alpha = 0.8 * Math.sqrt(a * (1 - b) * (1 - a) * b);
const correlated = (sign: number) => thermalPair([0.5, 1.5], { XX: sign * 2 * alpha, YY: sign * 2 * alpha });
const METRIC = { maxSize: 2, penalty: 1 };
const coupling = exchangeCoupling(-Math.PI / 2);

describe('two thermal qubits', () => {
  test('keep their temperatures, whatever the correlations', () => {
    const { energies, density, offDiagonal } = heatExchange(correlated(1), coupling, [0])[0]!;
    expect(energies[0]).toBeCloseTo(0.3775, 4);
    expect(energies).toEqual([expect.closeTo(a, 12), expect.closeTo(b, 12)]);
    expect(offDiagonal).toBeCloseTo(Math.SQRT2 * alpha, 12);
    expect(offDiagonal).toBeCloseTo(0.212, 3);
    expect(trace(density)[0]).toBeCloseTo(1, 12);
  });

  test('exchange quanta in closed form: the populations and the coherence of |01⟩ and |10⟩ turn by 2t', () => {
    for (const sign of [1, 0, -1]) {
      for (const { time, energies, offDiagonal } of heatExchange(correlated(sign), coupling, [0.1, 0.4, 1.3])) {
        const [d, c] = [a - b, 2 * sign * alpha];
        const turned = d * Math.cos(2 * time) + c * Math.sin(2 * time);
        expect(energies[0]).toBeCloseTo((a + b + turned) / 2, 12);
        expect(energies[0] + energies[1]).toBeCloseTo(a + b, 12);
        expect(offDiagonal).toBeCloseTo(Math.abs(c * Math.cos(2 * time) - d * Math.sin(2 * time)) / Math.SQRT2, 12);
      }
    }
  });

  test('with the right correlation the hot one grows hotter, 0.3775 → 0.4557, while the coherence falls, 0.212 → 0.046', () => {
    const curve = heatExchange(correlated(1), coupling, [0, 0.405]);
    expect(curve[1]!.energies[0]).toBeCloseTo(0.4557, 3);
    expect(curve[1]!.offDiagonal).toBeCloseTo(0.046, 2);
    const uncorrelated = heatExchange(correlated(0), coupling, [0, 0.405]);
    expect(uncorrelated[1]!.energies[0]).toBeLessThan(a);
    expect(uncorrelated[1]!.offDiagonal).toBeGreaterThan(0.09);
  });

  test('complexity of the exchanged state is its angle to the axis over 2√2, and its slope is the first variation', () => {
    for (const [sign, time] of [
      [1, 0.1],
      [-1, 0.05],
      [0, 0.3],
    ] as const) {
      const { density } = heatExchange(correlated(sign), coupling, [time])[0]!;
      const arrow = heatArrow(METRIC, density, coupling);
      const [d, c] = [a - b, 2 * sign * alpha];
      const angle = Math.atan2(c, d) - 2 * time;
      expect(arrow.reached).toBe(true);
      expect(arrow.complexity).toBeCloseTo(Math.abs(angle) / (2 * Math.SQRT2), 8);
      // |angle| changes by ∓2 per unit of time, the energy of A by half the derivative of d cos 2t + c sin 2t.
      expect(arrow.slope).toBeCloseTo(-Math.sign(angle) / Math.SQRT2, 6);
      expect(arrow.heat).toBeCloseTo(c * Math.cos(2 * time) - d * Math.sin(2 * time), 12);
    }
  });

  test('a diagonal state has no slope, and impossible correlations are refused', () => {
    expect(heatArrow(METRIC, thermalPair([0.5, 1.5]), coupling)).toMatchObject({ slope: null, reached: true });
    expect(() => thermalPair([0.5, 1.5], { XX: 2 })).toThrow(
      /correlations of a state required, got a probability of -/,
    );
    expect(() => thermalPair([0.5, 1.5], { XI: 0.1 })).toThrow(/words of two letters X, Y, Z required, got XI,0.1/);
    expect(() => heatExchange({ rows: 2, cols: 2, interleaved: new Float64Array(8) }, coupling, [0])).toThrow(
      /of two qubits required/,
    );
  });
});
