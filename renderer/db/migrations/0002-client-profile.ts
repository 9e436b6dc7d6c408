/**
 * Clients have tags, a profile, a relationship, consents and numbers of their kinds. The line of registration becomes a
 * number of no kind: what was typed stays as it was typed.
 */
export const withProfile = (body: unknown): unknown => {
  const { registration, ...rest } = body as { registration: string };
  return {
    ...rest,
    tags: [],
    group: '',
    responsible: '',
    stageReason: '',
    decisionMaker: '',
    moreEmails: '',
    morePhones: '',
    moreAddresses: [],
    numbers: registration.trim() === '' ? [] : [{ kind: 'other', value: registration }],
    anniversaries: [],
    referredBy: '',
    about: { lineOfBusiness: '', whyTheyCame: '', goals: '', expectations: '', interests: '' },
    relationship: {
      mode: null,
      phase: null,
      dissolutionReason: '',
      types: [],
      orientation: null,
      strategy: null,
      keyClient: false,
      serviceLevel: '',
      exclusivity: null,
      internal: false,
    },
    perks: [],
    consents: [],
    custom: {},
  };
};

/** Practices have fields of their own and points of the lead score: none so far. */
export const withCustomFields = (body: unknown): unknown => ({
  ...(body as object),
  customFields: {},
  scorePoints: {},
});
