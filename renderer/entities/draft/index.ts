export type { DraftPlace } from './draft-store.ts';
export { type HeldDraft, useDraft } from './use-draft.ts';
export { type Form, useForm } from './use-form.ts';
