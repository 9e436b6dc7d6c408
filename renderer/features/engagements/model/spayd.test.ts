import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Payment, spayd } from './spayd.ts';

const payment: Payment = {
  iban: 'CZ65 0800 0000 1920 0014 5399',
  amount: 45_050,
  variableSymbol: '20260042',
  recipient: 'Horáková & Partneři',
  message: 'Přehled pro Łukasze * 3',
  dueOn: '2026-12-06',
};

describe('a payment in a code', () => {
  it('says all that a bank needs', () => {
    expect(spayd(payment)).toBe(
      'SPD*1.0*ACC:CZ6508000000192000145399*AM:450.50*CC:CZK*RN:HORAKOVA PARTNERI*DT:20261206*MSG:PREHLED PRO LUKASZE 3*X-VS:20260042',
    );
  });

  it('leaves out what is empty or not in Latin letters', () => {
    expect(
      spayd({ ...payment, amount: 7, variableSymbol: '', recipient: '', message: 'Счёт', dueOn: null }),
    ).toBe('SPD*1.0*ACC:CZ6508000000192000145399*AM:0.07*CC:CZK');
    expect(spayd({ ...payment, variableSymbol: '12345678901' })).not.toContain('X-VS');
  });

  it('is none for a wrong account or an amount that the format does not take', () => {
    expect(spayd({ ...payment, iban: '' })).toBeNull();
    expect(spayd({ ...payment, iban: 'CZ65 0800 0000 1920 0014 5398' })).toBeNull();
    expect(spayd({ ...payment, amount: 0 })).toBeNull();
    expect(spayd({ ...payment, amount: 1_000_000_000 })).toBeNull();
    expect(spayd({ ...payment, amount: 999_999_999 })).toContain('AM:9999999.99');
  });

  it('whatever is written: its fields can be told apart, fit their lengths, and the amount is exact', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (recipient, message, amount) => {
          const said = spayd({ ...payment, recipient, message, amount }) ?? '';
          expect(said).toMatch(/^[0-9A-Z $+\-./:*]+$/);
          const [, , ...fields] = said.split('*');
          const values = new Map(fields.map((field) => [field.split(':')[0], field.split(':')[1] ?? '']));
          expect([...values.keys()].every((key) => /^[A-Z-]{2,4}$/.test(key ?? ''))).toBe(true);
          expect((values.get('RN') ?? '').length).toBeLessThanOrEqual(35);
          expect((values.get('MSG') ?? '').length).toBeLessThanOrEqual(60);
          expect(Math.round(Number(values.get('AM')) * 100)).toBe(amount);
        },
      ),
    );
  });
});
