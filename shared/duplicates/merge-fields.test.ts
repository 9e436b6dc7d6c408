import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientSchema, type ClientBody } from '#shared/domain/client.ts';
import { MERGE_SIDES } from '#shared/domain/duplicate.ts';
import { namesIn } from '#shared/domain/values.ts';
import { aClient } from '#test/builders/bodies.ts';
import { mergedClient, SINGLE_FIELDS } from './merge-fields.ts';

const line = fc.constantFrom('', 'a', 'b', 'č');
const body = fc
  .record({
    name: fc.constantFrom('Nová Jana', 'Jana Nová', 'Stará Jana'),
    aliases: fc.constantFrom('', 'Janička', 'Nova Jana\nJanička'),
    email: fc.constantFrom('', 'a@b.cz', 'A@b.cz', 'c@d.cz'),
    moreEmails: fc.constantFrom('', 'e@f.cz\na@b.cz'),
    phone: fc.constantFrom('', '601 234 567', '+420 601 234 567', '602 000 111'),
    address: line,
    keyFacts: line,
    tags: fc.uniqueArray(fc.constantFrom<string>('x', 'y', 'z')),
    numbers: fc
      .uniqueArray(fc.constantFrom('27082440', '270 82 440', '11111111'))
      .map((all) => all.map((value) => ({ kind: 'other' as const, value }))),
    moreAddresses: fc.constantFrom<ClientBody['moreAddresses']>(
      [],
      [{ label: 'Branch', text: 'c', from: null, to: null }],
    ),
    stage: fc.constantFrom('reach' as const, 'lost' as const),
    stageReason: line,
  })
  .map((changes) => aClient(changes));
const choices = fc.dictionary(fc.constantFrom(...SINGLE_FIELDS), fc.constantFrom(...MERGE_SIDES));

describe('a merged client', () => {
  it('fits its schema and loses nothing that anybody is found or reached by', () => {
    fc.assert(
      fc.property(body, body, choices, (into, from, sides) => {
        const merged = mergedClient(into, from, sides);
        expect(clientSchema.parse(merged)).toEqual(merged);
        const emails = [merged.email, ...namesIn(merged.moreEmails)].map((one) => one.toLowerCase());
        const phones = [merged.phone, ...namesIn(merged.morePhones)].map((one) =>
          one.replaceAll(/\D/g, '').slice(-9),
        );
        const addresses = [merged.address, ...merged.moreAddresses.map(({ text }) => text)];
        for (const one of [into, from]) {
          if (one.email !== '') expect(emails).toContain(one.email.toLowerCase());
          if (one.phone !== '') expect(phones).toContain(one.phone.replaceAll(/\D/g, '').slice(-9));
          if (one.address !== '') expect(addresses).toContain(one.address);
          for (const tag of one.tags) expect(merged.tags).toContain(tag);
        }
        for (const list of [emails.filter((one) => one !== ''), merged.tags])
          expect(new Set(list).size).toBe(list.length);
        // The reason belongs to its stage.
        const stage = sides['stage'] === 'from' ? from : into;
        expect([merged.stage, merged.stageReason]).toEqual([stage.stage, stage.stageReason]);
      }),
    );
  });

  it('takes the value that was chosen, or both', () => {
    const [into, from] = [
      aClient({ keyFacts: 'A', source: 'Web' }),
      aClient({ keyFacts: 'B', source: 'Friend' }),
    ];
    expect(mergedClient(into, from, { keyFacts: 'both', source: 'from' })).toMatchObject({
      keyFacts: 'A\nB',
      source: 'Friend',
    });
    expect(mergedClient(into, from, {})).toMatchObject({ keyFacts: 'A', source: 'Web' });
  });

  it('takes the decided values of own fields, and what only one says', () => {
    const into = aClient({ custom: { a: 1, b: 'x', d: true } });
    const from = aClient({ custom: { a: 2, c: ['y'], d: true } });
    expect(mergedClient(into, from, { 'custom:a': 'from' }).custom).toEqual({
      a: 2,
      b: 'x',
      c: ['y'],
      d: true,
    });
    expect(mergedClient(into, from, {}).custom).toEqual({ a: 1, b: 'x', c: ['y'], d: true });
  });

  it('keeps another name as a further one, and not the same name written otherwise', () => {
    const into = aClient({ name: 'Nováková Jana' });
    expect(mergedClient(into, aClient({ name: 'Svobodová Jana' }), {}).aliases).toBe('Svobodová Jana');
    expect(mergedClient(into, aClient({ name: 'Jana Novakova' }), {}).aliases).toBe('');
  });
});
