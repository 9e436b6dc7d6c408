export { readWords, type ReadWords } from './recovery-words.ts';
export { WordsField, type WordsProblem } from './WordsField.tsx';
