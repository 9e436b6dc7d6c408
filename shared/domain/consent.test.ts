import { describe, expect, it } from 'vitest';
import { CONSENT_KINDS, type Consent, consentState, COVERED_ACTIONS, lackingConsent } from './consent.ts';

const consent = (changes: Partial<Consent> = {}): Consent => ({
  kind: 'terms',
  givenOn: '2026-01-10',
  validUntil: null,
  withdrawnOn: null,
  paper: '',
  ...changes,
});
const TODAY = '2026-11-22';

describe('a consent', () => {
  it('holds from the day it was given to its last day', () => {
    const year = consent({ validUntil: '2026-12-31' });
    expect(consentState(year, '2026-01-09')).toBe('notYet');
    expect(consentState(year, '2026-01-10')).toBe('valid');
    expect(consentState(year, '2026-12-31')).toBe('valid');
    expect(consentState(year, '2027-01-01')).toBe('expired');
  });

  it('holds no more on the day on which it is withdrawn', () => {
    expect(consentState(consent({ withdrawnOn: '2026-11-22' }), TODAY)).toBe('withdrawn');
    expect(consentState(consent({ withdrawnOn: '2026-11-23' }), TODAY)).toBe('valid');
  });
});

describe('an action that needs a consent', () => {
  it('lacks nothing while one of the kinds holds', () => {
    expect(lackingConsent([consent()], 'contact', TODAY)).toBeNull();
    expect(lackingConsent([consent({ kind: 'newsletter' })], 'contact', TODAY)).toBeNull();
    const old = consent({ validUntil: '2026-02-01' });
    expect(lackingConsent([old, consent({ givenOn: '2026-02-02' })], 'contact', TODAY)).toBeNull();
  });

  it('says what is lacking: never given, expired, withdrawn', () => {
    expect(lackingConsent([], 'passOn', TODAY)).toEqual({ state: 'missing', kinds: ['confidentiality'] });
    expect(lackingConsent([consent()], 'passOn', TODAY)?.state).toBe('missing');
    expect(lackingConsent([consent({ validUntil: '2026-11-21' })], 'contact', TODAY)?.state).toBe('expired');
    const withdrawn = consent({ kind: 'pupilContact', withdrawnOn: '2026-03-01' });
    expect(lackingConsent([withdrawn], 'pupilContact', TODAY)?.state).toBe('withdrawn');
  });

  it('lets lists and documents out by the terms or by the release from confidentiality, as long as they hold', () => {
    expect(lackingConsent([consent()], 'export', TODAY)).toBeNull();
    expect(lackingConsent([consent({ kind: 'confidentiality' })], 'export', TODAY)).toBeNull();
    expect(lackingConsent([consent({ kind: 'newsletter' })], 'export', TODAY)?.state).toBe('missing');
    expect(lackingConsent([consent({ validUntil: TODAY })], 'export', TODAY)).toBeNull();
    expect(lackingConsent([consent({ validUntil: '2026-11-21' })], 'export', TODAY)?.state).toBe('expired');
  });

  it('is in one table, each with a kind that there is', () => {
    for (const kinds of Object.values(COVERED_ACTIONS))
      for (const kind of kinds) expect(CONSENT_KINDS).toContain(kind);
  });
});
