export { NewPassphraseFields } from './NewPassphraseFields.tsx';
export { PassphraseField } from './PassphraseField.tsx';
export { EMPTY_PASSPHRASE, useNewPassphrase, type PassphraseDraft } from './use-new-passphrase.ts';
