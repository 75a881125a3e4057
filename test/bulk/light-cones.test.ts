import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { product } from '../../datasets/product.ts';
import { quench } from '../../datasets/quench.ts';
import { causalCone } from '../../src/bulk/causal-cones.ts';
import { arrivalFront, informationArrivals, type LightCones, lightCones } from '../../src/bulk/light-cones.ts';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';

const circuitOf = (qubits: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 0,
  gates,
});
const angle = 0.7;

/** First-order Trotter steps of H = −Σ ZZ − g Σ X on a ring. */
const trotter = (qubits: number, field: number, step: number, steps: number): Circuit => {
  const { terms } = transverseFieldIsing(ring(qubits), { field });
  const gates = terms.map(({ word, coefficient }) => ({ word, angle: 2 * coefficient * step }));
  return circuitOf(qubits, Array.from({ length: steps }, () => gates).flat());
};
const around = (qubits: number) => (a: number, b: number) => Math.min(Math.abs(a - b), qubits - Math.abs(a - b));

describe('light cones of a circuit', () => {
  test('of a brickwall grow by one site on one side in each layer, by two sites in two', () => {
    const n = 8;
    const brick = (a: number): readonly Rotation[] => {
      const word = (letters: string) => 'I'.repeat(a) + letters + 'I'.repeat(n - 2 - a);
      return [{ word: word('XY'), angle }];
    };
    const even = [0, 2, 4, 6].flatMap(brick);
    const odd = [1, 3, 5].flatMap(brick);
    const circuit = circuitOf(n, [...even, ...odd, ...even]);
    const { layers, influence, contact } = lightCones(circuit);
    for (let b = 0; b < n; b++) {
      const references = causalCone(circuit, [b]).nodes.filter((id) => id.startsWith('reference'));
      expect(new Set(references)).toEqual(
        new Set(influence.flatMap((row, a) => (row[b] === null ? [] : [`reference ${a}`]))),
      );
    }
    expect(layers).toBe(3);
    // 0 is in the brick (0, 1), then (1, 2), then (2, 3); 4 in (4, 5), then in (3, 4) and (5, 6), then (2, 3) and (6, 7).
    expect(influence[0]).toEqual([0, 1, 2, 3, null, null, null, null]);
    expect(influence[4]).toEqual([null, null, 3, 2, 0, 1, 2, 3]);
    // The pasts of 0, 2, 3 are {0 1}, {0…3}, {2…5} after two layers; those of 0, 5, 6 {0…3}, {2…7}, {4…7} after three.
    expect(contact[0]).toEqual([0, 1, 2, 3, 3, 3, null, null]);
  });

  test('of commuting gates end at the neighbours, however long the row of gates', () => {
    const gates = [0, 1, 2, 3].map((a) => ({ word: `${'I'.repeat(a)}ZZ${'I'.repeat(3 - a)}`, angle }));
    const { layers, influence, contact } = lightCones(circuitOf(5, gates));
    expect(layers).toBe(1);
    expect(influence[0]).toEqual([0, 1, null, null, null]);
    expect(contact[0]).toEqual([0, 1, 1, null, null]);
  });

  test('of Trotter steps of the Ising ring: a site in each step, two for contact', () => {
    const n = 9;
    const { layers, influence, contact } = lightCones(trotter(n, 1, 0.1, 3));
    expect(layers).toBe(6);
    for (let b = 0; b < n; b++) {
      const r = around(n)(0, b);
      // Layers alternate: ZZ, X, ZZ, X, …; r couplings are needed, and half of them if both sites send.
      expect(influence[0]![b]).toBe(r === 0 ? 0 : r <= 3 ? 2 * r - 1 : null);
      expect(contact[0]![b]).toBe(r === 0 ? 0 : 2 * Math.ceil(r / 2) - 1);
    }
  });

  test('hold in general circuits: sites that are not in contact know nothing of each other', () => {
    const gate = fc.record({
      letters: fc.array(fc.constantFrom('I', 'X', 'Y', 'Z'), { minLength: 5, maxLength: 5 }),
      angle: fc.double({ min: 0.2, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(gate, { minLength: 1, maxLength: 7 }), (list) => {
        const gates = list
          .map(({ letters, angle: by }) => ({
            word: letters
              .map((letter, k) => (letters.slice(0, k).filter((l) => l !== 'I').length < 2 ? letter : 'I'))
              .join(''),
            angle: by,
          }))
          .filter(({ word }) => /[XYZ]/.test(word));
        const circuit = circuitOf(5, gates);
        const { contact } = lightCones(circuit);
        const table = mutualInformationMatrix(runCircuit(circuit, new Float64Array(0)), [2, 2, 2, 2, 2]);
        for (let b = 0; b < 5; b++) {
          for (let a = 0; a < 5; a++) {
            if (contact[a]![b] === null) expect(Math.abs(table[a]![b]!)).toBeLessThan(1e-10);
          }
        }
      }),
      { seed: 17, numRuns: 60 },
    );
  });

  test('of an empty circuit hold the sites alone', () => {
    const { layers, influence }: LightCones = lightCones(circuitOf(2, []));
    expect(layers).toBe(0);
    expect(influence).toEqual([
      [0, null],
      [null, 0],
    ]);
  });
});

describe('the front of information', () => {
  test('of arrivals on a straight line has the velocity of that line', () => {
    const information = (time: number) =>
      [0, 1, 2, 3, 4].map((a) => [0, 1, 2, 3, 4].map((b) => (Math.abs(a - b) <= 2 * time ? 1 : 0)));
    const frames = [0, 0.5, 1, 1.5, 2].map((time) => ({ time, information: information(time) }));
    const arrivals = informationArrivals(frames, 0.5);
    expect(arrivals[0]).toEqual([0, 0.5, 1, 1.5, 2]);
    const front = arrivalFront(arrivals);
    expect(front.velocity).toBeCloseTo(2, 13);
    expect(front.arrivals).toHaveLength(4);
    expect(arrivalFront(informationArrivals(frames.slice(0, 1), 0.5)).velocity).toBeNull();
  });

  test('of a quench of the Ising ring stays inside the light cone of its circuit', () => {
    const n = 10;
    const steps = 5;
    const circuit = trotter(n, 1, 0.15, steps);
    const { layers, layerOfGate, contact } = lightCones(circuit);
    expect(layers).toBe(2 * steps);
    const dimensions = new Array<number>(n).fill(2);
    const frames = Array.from({ length: layers + 1 }, (_, time) => {
      const gates = circuit.gates.filter((__, g) => layerOfGate[g]! < time);
      return {
        time,
        information: mutualInformationMatrix(runCircuit({ ...circuit, gates }, new Float64Array(0)), dimensions),
      };
    });
    for (const { time, information } of frames) {
      information.forEach((row, a) => {
        row.forEach((value, b) => {
          const inContact = contact[a]![b] !== null && contact[a]![b]! <= time;
          if (!inContact) expect(Math.abs(value), `sites ${a}, ${b} after ${time} layers`).toBeLessThan(1e-11);
        });
      });
    }
    const arrivals = informationArrivals(frames, 1e-6);
    const reached = arrivals.flatMap((row, a) =>
      row.flatMap((time, b) => (time === null || a === b ? [] : [time - contact[a]![b]!])),
    );
    expect(reached.length).toBeGreaterThan(2 * n);
    expect(Math.min(...reached)).toBeGreaterThanOrEqual(0);
    // In time, not layers: behind the circuit's front by a finite factor.
    const [own, bound] = [arrivalFront(arrivals, around(n)).velocity!, arrivalFront(contact, around(n)).velocity!];
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(bound);
  });

  const n = 10;
  const informationAt = (field: number, times: readonly number[]) => {
    const curve = quench(product(n, { polar: 0 }), transverseFieldIsing(ring(n), { field }), times);
    return times.map((time) => {
      const target = curve.at(time);
      if (target.kind !== 'pure') throw new DomainError('a pure state required');
      return { time, information: mutualInformationMatrix(target.amplitudes, target.dimensions) };
    });
  };

  test('of quenches in continuous time slows down with the greatest group velocity 2 min(J, g)', () => {
    const velocityAt = (field: number): number => {
      const times = Array.from({ length: 21 }, (_, k) => (0.06 * k) / field);
      return arrivalFront(informationArrivals(informationAt(field, times), 1e-4), around(n)).velocity!;
    };
    const [critical, slow] = [velocityAt(1), velocityAt(0.5)];
    expect(critical).toBeLessThan(4); // both sites send
    expect(critical).toBeGreaterThan(2);
    expect(slow).toBeLessThan((3 / 4) * critical);
    expect(slow).toBeGreaterThan(1);
  });

  test('leaves little before it: on the ray r = 8t > 4t information falls by more than 10 with each site', () => {
    const separations = [1, 2, 3, 4, 5];
    const frames = informationAt(
      1,
      separations.map((r) => r / 8),
    );
    const ahead = frames.map(({ information }, k) => information[0]![separations[k]!]!);
    for (let k = 2; k < ahead.length; k++) expect(ahead[k]!).toBeLessThan(ahead[k - 1]! / 10);
  });

  test('wants a threshold, increasing times and frames of one size', () => {
    const frame = (time: number, sites: number) => ({
      time,
      information: Array.from({ length: sites }, () => new Array<number>(sites).fill(0)),
    });
    expect(() => informationArrivals([frame(0, 2)], 0)).toThrow(DomainError);
    expect(() => informationArrivals([frame(0, 2), frame(0, 2)], 1)).toThrow(DomainError);
    expect(() => informationArrivals([frame(0, 2), frame(1, 3)], 1)).toThrow(ShapeError);
  });
});
