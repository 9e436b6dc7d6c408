export { choosePlaces, unguessable } from './check.ts';
export { readWords } from './recovery-words.ts';
export { WordsField, type WordsProblem } from './WordsField.tsx';
export { CheckFields, useWordCheck, type WordCheck } from './CheckFields.tsx';
