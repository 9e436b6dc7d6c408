import { clientRecord, emptyClient, type ClientBody, type LifecycleStage } from '#shared/domain/client.ts';
import { newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { emptyParty, partyRecord } from '#shared/domain/party.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { taskRecord } from '#shared/domain/task.ts';
import { EMPTY_RELATIONSHIP } from '#shared/domain/relationship.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import type { SampleContent } from './sample-practice-content.ts';
import {
  doer,
  found,
  isoDay,
  wallTime,
  workingDay,
  type FileContext,
  type Put,
  type SampleSetting,
} from './sample-practice-context.ts';
import { putMoney } from './sample-practice-money.ts';
import { putNotes } from './sample-practice-notes.ts';

/** How a made-up client of a stage stands with the practice. */
function relation(stage: LifecycleStage, since: IsoDate): Pick<ClientBody, 'relationship' | 'consents'> {
  if (stage !== 'retention' && stage !== 'inspiration')
    return { relationship: EMPTY_RELATIONSHIP, consents: [] };
  const loyal = stage === 'inspiration';
  const consent = { givenOn: since, validUntil: null, withdrawnOn: null, paper: '' };
  return {
    relationship: {
      ...EMPTY_RELATIONSHIP,
      mode: 'longTerm',
      phase: loyal ? 'commitment' : 'expansion',
      types: loyal ? ['loyal'] : [],
      keyClient: loyal,
    },
    consents: [
      { ...consent, kind: 'terms' },
      { ...consent, kind: 'confidentiality' },
    ],
  };
}

function clientBody({ content, setting, client, texts, speaker }: FileContext): ClientBody {
  const { people, language } = content;
  const person = people.people[client.who];
  const organisation = people.organisations[client.who];
  const { name, ...reached } = person
    ? { ...person, name: person.listed }
    : found(organisation, `client ${client.who}`);
  const other: Language = language === 'en' ? 'cs' : 'en';
  const birthday = client.born && setting.now.plus({ days: client.born.birthdayIn });
  const first = client.stage === 'inspiration';
  return {
    ...emptyClient(name, client.foreign ? other : language),
    type: person ? 'person' : 'organisation',
    stage: client.stage,
    tags: [...(person ? [] : [people.tags.company]), ...(first ? [people.tags.priority] : [])],
    responsible: setting.professional,
    contactPerson: person ? '' : speaker,
    email: reached.email,
    phone: reached.phone,
    address: reached.address,
    birthDate: client.born && birthday ? isoDay(birthday.set({ year: client.born.year })) : null,
    acquiredOn: isoDay(workingDay(setting.now, client.acquired)),
    source: found(people.sources[client.source], `source ${client.source}`),
    keyFacts: texts.facts,
    ...relation(client.stage, isoDay(workingDay(setting.now, client.acquired))),
    sample: true,
  };
}

function putRest(context: FileContext): void {
  const { content, setting, put, fileId, client, texts } = context;
  const fresh = () => ({ id: newRecordId(), fileId });
  const wording = (list: readonly string[], index: number) => found(list[index], `a text of ${client.who}`);
  client.parties.forEach(({ who, role }, index) => {
    const { people, organisations } = content.people;
    const { name, email, phone } = found(people[who] ?? organisations[who], `party ${who}`);
    put(partyRecord, fresh(), {
      ...emptyParty(name, role),
      email,
      phone,
      remark: wording(texts.parties, index),
    });
  });
  client.tasks.forEach(({ side, due }, index) => {
    put(taskRecord, fresh(), {
      title: wording(texts.tasks, index),
      side,
      who: doer(context, side),
      dueOn: isoDay(workingDay(setting.now, due)),
      doneAt: null,
      source: null,
    });
  });
  client.questions.forEach(({ side }, index) => {
    put(questionRecord, fresh(), {
      text: wording(texts.questions, index),
      askedOf: side,
      answer: '',
      answeredAt: null,
      source: null,
    });
  });
  client.reminders.forEach(({ kind, day, time, lead }, index) => {
    put(reminderRecord, fresh(), {
      title: wording(texts.reminders, index),
      kind,
      at: wallTime(workingDay(setting.now, day), time),
      zone: setting.now.zoneName ?? 'UTC',
      leadMinutes: lead,
      rule: null,
      doneAt: null,
      source: null,
    });
  });
}

/** Puts every record of a sample practice. Throws when the content lacks something that it points to. */
export function putSample(content: SampleContent, setting: SampleSetting, put: Put): void {
  const { people, organisations } = content.people;
  for (const [index, client] of content.structure.clients.entries()) {
    const fileId = newFileId();
    const contact = organisations[client.who]?.contact ?? client.who;
    const context: FileContext = {
      content,
      setting,
      put,
      fileId,
      client,
      texts: found(content.texts.clients[client.who], `texts of ${client.who}`),
      speaker: found(people[contact], `person ${contact}`).name,
    };
    put(clientRecord, { id: fileId as string as RecordId, fileId }, clientBody(context));
    putNotes(context);
    putRest(context);
    putMoney(context, content.services[index % content.services.length]);
  }
}
