import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkedState, PAGES, readAddress, writtenAddress } from '../../web/page/address.ts';

describe('an address', () => {
  test('has the state of its page, whatever text is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), fc.jsonValue(), (page, state) => {
        const read = readAddress(writtenAddress(page, state));
        expect(read).toEqual({ page, state: JSON.parse(JSON.stringify(state)), mistake: null });
      }),
      { seed: 1 },
    );
  });

  test('is letters that no program changes on the way', () => {
    expect(writtenAddress('play', { name: 'é…𝄞?>' })).toMatch(/^#play:[\w-]+$/);
  });

  test('without a state is that of its page; without a page, of play', () => {
    expect(readAddress('#open')).toEqual({ page: 'open', state: undefined, mistake: null });
    expect(readAddress('')).toEqual({ page: 'play', state: undefined, mistake: null });
  });

  test('that cannot be read never throws', () => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(PAGES).toContain(readAddress(`#${text}`).page);
        expect(PAGES).toContain(readAddress(`#play:${text}`).page);
      }),
      { seed: 2 },
    );
    expect(readAddress(`#play:${'A'.repeat(70_000)}`).mistake).toContain('too long');
    expect(readAddress('#play:!').mistake).toContain('cannot be read');
  });

  test('with a state that is wrong gives another, and says where', () => {
    const schema = z.strictObject({ qubits: z.int().max(10) });
    const otherwise = { qubits: 4 };
    expect(checkedState(schema, readAddress(writtenAddress('play', { qubits: 3 })), otherwise).state.qubits).toBe(3);
    const wrong = checkedState(schema, readAddress(writtenAddress('play', { qubits: 30 })), otherwise);
    expect(wrong).toEqual({ state: otherwise, mistake: 'The state in the address is wrong at qubits.' });
  });
});
