export { questionCommands } from './question-commands.ts';
export { useOpenQuestions, useQuestionsOf } from './question-hooks.ts';
