import { LANGUAGES } from '#shared/domain/values.ts';
import { expectAccessibleInBoth } from './support/accessibility.ts';
import { noteMeeting } from './support/job-noting.ts';
import { writeRequirements } from './support/job-requirements.ts';
import { wrapUpOntoPaper } from './support/job-sheet.ts';
import { printSummary } from './support/job-summary.ts';
import { type Job, MORE_IN } from './support/job.ts';
import { test } from './support/prepared.ts';

// One start for all: whoever does the job does it in one app, and every start costs as much as a part.
for (const language of LANGUAGES) {
  test(`the main job, from the first word of a meeting to every paper: ${language}`, async ({
    openPractice,
  }, info) => {
    test.setTimeout(400_000);
    const practice = await openPractice({ language, start: 'sample' });
    const lookAt: Job['lookAt'] = language === MORE_IN ? expectAccessibleInBoth : () => Promise.resolve();
    const job: Job = { ...practice, language, info, lookAt };
    await test.step('a meeting is noted by the keyboard alone', () => noteMeeting(job));
    await test.step('it is wrapped up, and what was agreed leaves on paper', () => wrapUpOntoPaper(job));
    await test.step('a requirements document is written and printed', () => writeRequirements(job));
    await test.step('the overview of a client file is printed', () => printSummary(job));
  });
}
