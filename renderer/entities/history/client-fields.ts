import type { ClientAddress, ClientBody } from '#shared/domain/client.ts';
import type { Relationship } from '#shared/domain/relationship.ts';
import { standingName } from '#shared/i18n/translate.ts';
import type { Texts, Words } from './field-names.ts';

const lines = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

const addressLine = ({ label, text, from, to }: ClientAddress, day: Words['day']): string => {
  const period = from === null && to === null ? '' : `${day(from)} – ${day(to)}`;
  return lines([label, period].filter((part) => part !== '').join(', '), text);
};

const said = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`);

function relationshipLines(now: Relationship, t: Words['t']): string {
  return lines(
    said(t('clientProfile.field.mode'), now.mode === null ? '' : t(`domain.relationshipMode.${now.mode}`)),
    said(t('clientProfile.field.phase'), now.phase === null ? '' : t(`domain.phase.${now.phase}`)),
    said(t('clientProfile.field.dissolutionReason'), now.dissolutionReason),
    said(t('clientProfile.field.types'), now.types.map((type) => t(`domain.buyerType.${type}`)).join(', ')),
    said(
      t('clientProfile.field.orientation'),
      now.orientation === null ? '' : t(`domain.orientation.${now.orientation}`),
    ),
    said(
      t('clientProfile.field.strategy'),
      now.strategy === null ? '' : t(`domain.strategy.${now.strategy}`),
    ),
    said(
      t('clientProfile.field.exclusivity'),
      now.exclusivity === null ? '' : t(`domain.exclusivity.${now.exclusivity}`),
    ),
    said(t('clientProfile.field.serviceLevel'), now.serviceLevel),
    now.keyClient ? t('clientProfile.field.keyClient') : '',
    now.internal ? t('clientProfile.field.internal') : '',
  );
}

/** Registered numbers as they are read in a history, one a line. */
export const numberTexts = (numbers: ClientBody['numbers'], t: Words['t']): string =>
  lines(...numbers.map(({ kind, value }) => `${t(`domain.numberKind.${kind}`)}: ${value}`));

/** The parts of a client as they are read in its history. */
export const clientTexts = (body: ClientBody, { t, day }: Words): Texts => [
  ['name', body.name],
  ['formerNames', body.formerNames],
  ['aliases', body.aliases],
  ['kind', t(`domain.clientKind.${body.kind}`)],
  ['type', t(`domain.clientType.${body.type}`)],
  ['stage', standingName(t, body)],
  ['stageReason', body.stageReason],
  ['tags', body.tags.join(', ')],
  ['group', body.group],
  ['responsible', body.responsible],
  ['language', t(`domain.language.${body.language}`)],
  ['contactPerson', body.contactPerson],
  ['decisionMaker', body.decisionMaker],
  ['email', lines(body.email, body.moreEmails)],
  ['phone', lines(body.phone, body.morePhones)],
  ['address', lines(body.address, ...body.moreAddresses.map((one) => addressLine(one, day)))],
  ['numbers', numberTexts(body.numbers, t)],
  ['birthDate', day(body.birthDate)],
  ['anniversaries', lines(...body.anniversaries.map(({ label, day: on }) => `${day(on)} ${label}`))],
  ['acquiredOn', day(body.acquiredOn)],
  ['source', body.source],
  ['referredBy', body.referredBy],
  ['keyFacts', body.keyFacts],
  ['lineOfBusiness', body.about.lineOfBusiness],
  ['whyTheyCame', body.about.whyTheyCame],
  ['goals', body.about.goals],
  ['expectations', body.about.expectations],
  ['interests', body.about.interests],

  ['relationship', relationshipLines(body.relationship, t)],
  [
    'perks',
    lines(
      ...body.perks.map(
        (one) => `${day(one.day)} ${t(`domain.perkKind.${one.kind}`)}: ${one.text} ${one.worth}`,
      ),
    ),
  ],
  [
    'consents',
    lines(
      ...body.consents.map((one) =>
        [
          t(`domain.consent.${one.kind}`),
          day(one.givenOn),
          day(one.validUntil),
          day(one.withdrawnOn),
          one.paper,
        ]
          .filter((part) => part !== '')
          .join(', '),
      ),
    ),
  ],
  ['custom', lines(...Object.values(body.custom).map(String))],
];
