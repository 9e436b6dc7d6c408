export { useDraft } from './use-draft.ts';
export { useForm } from './use-form.ts';
