export { type UnfinishedForm, useUnfinishedForms } from './draft-hooks.ts';
export { discardDraft } from './draft-store.ts';
export { useDraft } from './use-draft.ts';
export { useForm } from './use-form.ts';
