import type { PracticeBody, PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { createVault, openVault, reminderKey, type PreparedVault } from '#renderer/db/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { serviceCommands } from '#renderer/entities/service/index.ts';
import { addSample } from '#renderer/operations/sample-practice.ts';
import { platform, value } from '#renderer/platform/index.ts';

/** What first run found out, complete. */
export interface NewPractice {
  readonly prepared: PreparedVault;
  readonly kind: PracticeKind;
  readonly language: Language;
  readonly practiceName: string;
  readonly professional: string;
  readonly sample: boolean;
}

/** Parts of creating a practice that take time. */
export type CreationPart = 'creating' | 'sample';

const practiceOf = (answers: NewPractice): PracticeBody => ({
  kind: answers.kind,
  language: answers.language,
  professional: answers.professional.trim(),
  letterhead: {
    name: answers.practiceName.trim(),
    address: '',
    phone: '',
    email: '',
    web: '',
    registration: '',
  },
  confidentiality: '',
  sample: false,
  customFields: {},
  scorePoints: {},
});

/** Creates the vault, or opens it when an earlier attempt created it and failed afterwards. */
async function createOrOpen(prepared: PreparedVault): Promise<void> {
  const status = await value(platform().vault.status());
  const there = status.state === 'ready' && status.header.vaultId === prepared.header.vaultId;
  if (there) await openVault(prepared.header, prepared.vaultKey);
  else await createVault(prepared);
}

/**
 * Makes the one creation of a practice: vault, practice, services, sample. When a part fails it can be run again and goes on with
 * the part that failed; what was created is not created twice.
 */
export function practiceCreation(): (
  answers: NewPractice,
  onPart: (part: CreationPart) => void,
) => Promise<void> {
  const done = new Set<string>();
  const once = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    if (done.has(name)) return;
    await work();
    done.add(name);
  };
  return async (answers, onPart) => {
    onPart('creating');
    await once('vault', () => createOrOpen(answers.prepared));
    await once('practice', () => practiceCommands.create(practiceOf(answers)));
    await once('services', () => serviceCommands.addUsual(answers.kind, answers.language));
    await once('session', () => value(platform().session.unlocked({ reminderKey: reminderKey() })));
    if (!answers.sample) return;
    onPart('sample');
    await once('sample', () => addSample(answers.kind, answers.language, new Date()));
  };
}
