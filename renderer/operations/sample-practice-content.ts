import type { PracticeKind } from '#shared/domain/practice.ts';
import {
  samplePeopleSchema,
  sampleStructureSchema,
  sampleTextsSchema,
  type SamplePeople,
  type SampleStructure,
  type SampleTexts,
} from '#shared/domain/sample.ts';
import type { ServiceBody } from '#shared/domain/service.ts';
import type { MeetingTemplate, RequirementsTemplate } from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';
import { usualServices } from '#renderer/entities/service/index.ts';
import { meetingTemplates, requirementsTemplates } from '#renderer/entities/template/index.ts';

/** All that a sample practice is built from. */
export interface SampleContent {
  readonly language: Language;
  readonly structure: SampleStructure;
  readonly texts: SampleTexts;
  readonly people: SamplePeople;
  readonly meetings: readonly MeetingTemplate[];
  /** The first is the one of the practice's kind. */
  readonly requirements: readonly RequirementsTemplate[];
  /** What a practice of the kind usually offers. */
  readonly services: readonly ServiceBody[];
}

const files = import.meta.glob<unknown>('../../resources/app/sample/*/*.json', { import: 'default' });

async function read(path: string): Promise<unknown> {
  const file = files[`../../resources/app/sample/${path}.json`];
  if (!file) throw new Error(`No sample ${path}`);
  return file();
}

/** Reads the sample practice of a kind in a language. Loaded only when it is asked for. */
export async function readSample(kind: PracticeKind, language: Language): Promise<SampleContent> {
  const [structure, texts, people, meetings, requirements, services] = await Promise.all([
    read(`${kind}/structure`),
    read(`${kind}/${language}`),
    read(`people/${language}`),
    meetingTemplates(language, kind),
    requirementsTemplates(language, kind),
    usualServices(kind, language),
  ]);
  return {
    language,
    structure: sampleStructureSchema.parse(structure),
    texts: sampleTextsSchema.parse(texts),
    people: samplePeopleSchema.parse(people),
    meetings,
    requirements,
    services,
  };
}
