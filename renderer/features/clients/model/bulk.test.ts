import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClient } from '#test/builders/bodies.ts';
import { retagged, valued } from './bulk.ts';

describe('changes of several clients', () => {
  it('add tags and take them away, each once, and keep the others in their order', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd');
    const tags = fc.uniqueArray(tag);
    fc.assert(
      fc.property(tags, tags, tags, (has, added, removed) => {
        const client = aClient({ tags: has });
        const after = { ...client, ...retagged(added, removed)(client) }.tags;
        const wanted = new Set([...has.filter((one) => !removed.includes(one)), ...added]);
        expect(new Set(after)).toEqual(wanted);
        expect(after).toHaveLength(wanted.size);
        expect(retagged(added, [])({ ...client, tags: after })).toBeNull();
      }),
    );
  });

  it('leave alone who has the value already', () => {
    expect(valued('responsible', 'Eva')(aClient({ responsible: 'Eva' }))).toBeNull();
    expect(valued('group', 'Novák')(aClient())).toEqual({ group: 'Novák' });
  });
});
