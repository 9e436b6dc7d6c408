import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, newAuditId, type AuditBody } from '#shared/domain/audit.ts';
import { auditHash, nextAuditEntry, verifyAuditChain } from './audit-chain.ts';

const told = fc.record({
  at: fc.nat(),
  action: fc.constantFrom(...AUDIT_ACTIONS),
  details: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    { maxKeys: 4 },
  ),
});
const log = fc.array(told, { minLength: 1, maxLength: 12 }).map((lines) => {
  const chain: AuditBody[] = [];
  for (const line of lines) chain.push(nextAuditEntry(chain.at(-1), line));
  return chain;
});
const anyLine = fc.nat().chain((at) => log.map((entries) => ({ entries, index: at % entries.length })));

describe('the chain of the activity log', () => {
  it('is whole as it was written, in whatever order it is read', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const whole = { state: 'whole', entries: entries.length, lastHash: entries.at(-1)?.hash };
        expect(verifyAuditChain(entries)).toEqual(whole);
        expect(verifyAuditChain(entries.toReversed())).toEqual(whole);
        // As it comes back from JSON, where an object's members may stand in another order.
        const turned = entries.map((entry) => ({
          ...entry,
          details: Object.fromEntries(Object.entries(entry.details).toReversed()),
        }));
        expect(verifyAuditChain(JSON.parse(JSON.stringify(turned)) as AuditBody[])).toEqual(whole);
      }),
    );
  });

  it('shows any line that was altered', () => {
    fc.assert(
      fc.property(anyLine, told, ({ entries, index }, other) => {
        const line = entries[index]!;
        const altered = { ...line, ...other };
        fc.pre(auditHash(altered) !== line.hash);
        expect(verifyAuditChain(entries.with(index, altered))).toEqual({
          state: 'broken',
          at: line.seq,
          what: 'altered',
        });
        // Hashed anew, it no longer fits the line after it; the last one can only be told by what was noted of it.
        const hashed = { ...altered, hash: auditHash(altered) };
        const verdict = verifyAuditChain(entries.with(index, hashed));
        if (index < entries.length - 1) expect(verdict).toMatchObject({ state: 'broken', at: line.seq + 1 });
        else expect(verdict).not.toMatchObject({ lastHash: line.hash });
      }),
    );
  });

  it('shows any line that was left out, but for the end, and any that was put in twice', () => {
    fc.assert(
      fc.property(anyLine, ({ entries, index }) => {
        const seq = index + 1;
        const less = verifyAuditChain(entries.toSpliced(index, 1));
        if (index < entries.length - 1) expect(less).toEqual({ state: 'broken', at: seq, what: 'missing' });
        else expect(less).toMatchObject({ state: 'whole', entries: entries.length - 1 });
        expect(verifyAuditChain([...entries, entries[index]!])).toEqual({
          state: 'broken',
          at: seq,
          what: 'doubled',
        });
      }),
    );
  });

  it('keeps its recorded hash: logs that were exported once are verified for ever', () => {
    const line = nextAuditEntry(undefined, {
      at: 1_795_000_000_000,
      action: 'unlocked',
      details: { way: 'passphrase', failures: 2 },
    });
    expect(line.hash).toBe('248d9c0562cabb2bfc103d2a8b39935bab085549a32fa57d0b37378a3062edee');
  });

  it('gives ids that sort by number', () => {
    const ids = [1, 2, 255, 256, 65_536, 2 ** 40].map(newAuditId);
    expect(ids.toSorted()).toEqual(ids);
  });
});
