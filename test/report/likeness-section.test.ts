import { expect, test } from 'vitest';
import type { EnergyRecord, LikenessRecord } from '../../src/record/likeness-record.ts';
import { energySection } from '../../src/report/energy-section.ts';
import { likenessSection } from '../../src/report/likeness-section.ts';
import { elementsOf } from '../drawing/well-formed.ts';

const bare: LikenessRecord = { amplitudes: null, probabilities: null, spectra: null, energy: null };
const titles = (page: string) => elementsOf(page).flatMap(({ attributes }) => attributes['aria-label'] ?? []);
const fills = (page: string, title: string) => {
  const svg = page.split('<svg').find((part) => part.includes(`aria-label="${title}"`))!;
  return [...svg.matchAll(/<rect[^>]*fill="([^"]*)"><title>/g)].map(([, fill]) => fill);
};

test('real amplitudes keep their signs on one scale for both states', () => {
  const amplitudes = { target: [0.8, 0, -0.6, 0, 0, 0, 0, 0], learned: [0.8, 0, 0.6, 0, 0, 0, 0, 0] };
  const page = likenessSection({ ...bare, amplitudes }, [2, 2]);
  expect(titles(page)).toEqual(['Amplitudes of the target', 'Amplitudes of the learned state']);
  expect(page).toContain('differ by at most 1.2.');
  const [target, learned] = [fills(page, 'Amplitudes of the target'), fills(page, 'Amplitudes of the learned state')];
  expect(target[0]).toBe(learned[0]); // 0.8 has one colour in both, though only the target has a negative entry
  expect(target[1]).not.toBe(learned[1]);
  expect(page).toContain('first half 0, second half 1: −0.6');
});

test('complex amplitudes are shown as probabilities, their difference as that of the amplitudes', () => {
  const amplitudes = { target: [0.6, 0, 0, 0.8], learned: [0.6, 0, 0, 0.8] };
  const page = likenessSection({ ...bare, amplitudes }, [2]);
  expect(page).toContain('differ by at most 0.');
  expect(page).toContain('second half 1: 0.64');
  expect(page).not.toContain('⟨b|ψ⟩ in');
});

test('diagonals and spectra are shown, and without any of them there is no section', () => {
  const probabilities = { target: [0.5, 0.5], learned: [0.75, 0.25] };
  const spectra = { target: [0.9, 0.1], learned: [1] };
  const page = likenessSection({ ...bare, probabilities, spectra }, [2]);
  expect(page).toContain('Diagonal elements of target and learned state differ by at most 0.25.');
  expect(titles(page)).toContain('Entanglement spectrum of half the sites');
  expect(likenessSection(bare, [2])).toBe('');
});

test('energies stand above the lowest one, in units of the gap; a multiplet has none', () => {
  const energy: EnergyRecord = {
    mean: { target: -2, learned: -1.5 },
    ground: -2,
    gap: 2,
    magnetisation: {
      target: [
        [0, 0],
        [0, 0],
        [1, -1],
      ],
      learned: [
        [0, 0],
        [0, 0],
        [1, -1],
      ],
    },
  };
  const cells = (page: string) => [...page.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);
  const page = energySection(energy);
  expect(cells(page).slice(-15, -9)).toEqual([
    'gap above it',
    '2.000000',
    '2.000000',
    '(⟨H⟩ − E<sub>0</sub>) / gap',
    '0',
    '0.2500',
  ]);
  expect(page).toContain('⟨Z⟩, target');
  expect(page).not.toContain('⟨X⟩, target');
  const more = {
    degeneracy: 2,
    variance: { target: 0.25, learned: null },
    correlationLength: { target: null, learned: 1.5 },
  };
  const known = energySection({ ...energy, ...more });
  for (const words of ['states of lowest energy', 'variance', '0.25', 'correlation length', '1.5']) {
    expect(known).toContain(words);
  }
  const multiplet = energySection({ ...energy, gap: 1e-15, magnetisation: null });
  expect(multiplet).toContain('gap above it (degenerate)');
  expect(multiplet).not.toContain('/ gap');
  expect(multiplet).not.toContain('<svg');
  const unknown = energySection({ mean: { target: -2, learned: null }, ground: null, gap: null, magnetisation: null });
  expect(cells(unknown)).toEqual(['⟨H⟩', '−2.000000', '–']);
});
