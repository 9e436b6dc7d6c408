import { isGone, type LifecycleStage } from '../client.ts';
import { type ClientFacts, daysBetween, type Reason, silence } from './facts.ts';

/** What to do next. Its words: `clientProfile.action.<key>.title` and `.reason`. */
export type ActionKey =
  | 'answer'
  | 'catchUp'
  | 'winBack'
  | 'call'
  | 'meet'
  | 'plan'
  | 'findDecisionMaker'
  | 'askGoals'
  | 'thankReferrer'
  | 'askReferral'
  | 'renewConsent';

/** A suggested action with the fact it comes from, and in how many days it should be done. */
export interface SuggestedAction extends Reason<ActionKey> {
  readonly dueIn: number;
}

/** Days without a contact after which it is time to call. */
const CALL_AFTER = 60;
/** A consent that ends within so many days is to be renewed. */
const RENEW_WITHIN = 30;
const MOST = 4;

/** In how many days it is time to win back who is lost, or whose work has ended. */
export const winBackIn = (stage: LifecycleStage): number => (stage === 'lost' ? 14 : 90);

/** The consents of which none that holds now is left, or the last one ends soon. */
const endingConsents = ({ client, today }: ClientFacts): number => {
  const kinds = new Set(client.consents.map(({ kind }) => kind));
  return [...kinds].filter((kind) => {
    const ends = client.consents
      .filter((one) => one.kind === kind && one.withdrawnOn === null)
      .map(({ validUntil }) => validUntil);
    return ends.every((end) => end !== null && daysBetween(today, end) <= RENEW_WITHIN);
  }).length;
};

/** What to do next with a client, the most urgent first; at most four. */
export function nextActions(facts: ClientFacts): readonly SuggestedAction[] {
  const { client, meetings, nextDate, overdueTasks, unanswered } = facts;
  const gone = isGone(client.stage);
  const days = silence(facts);
  const ending = endingConsents(facts);
  const { goals, expectations } = client.about;
  const fresh = client.acquiredOn !== null && daysBetween(client.acquiredOn, facts.today) <= 60;
  const loyal = client.stage === 'inspiration' || client.relationship.types.includes('loyal');
  const actions: readonly (SuggestedAction | false)[] = [
    unanswered > 0 && { key: 'answer', count: unanswered, dueIn: 1 },
    overdueTasks > 0 && { key: 'catchUp', count: overdueTasks, dueIn: 1 },
    gone && { key: 'winBack', dueIn: winBackIn(client.stage) },
    !gone && meetings === 0 && { key: 'meet', dueIn: 7 },
    !gone && days !== null && days > CALL_AFTER && { key: 'call', count: days, dueIn: 3 },
    !gone && meetings > 0 && nextDate === null && { key: 'plan', dueIn: 3 },
    ending > 0 && !gone && { key: 'renewConsent', count: ending, dueIn: 14 },
    !gone &&
      client.type === 'organisation' &&
      !facts.decisionMakerKnown && { key: 'findDecisionMaker', dueIn: 14 },
    !gone && goals.trim() === '' && expectations.trim() === '' && { key: 'askGoals', dueIn: 14 },
    client.referredBy.trim() !== '' && fresh && { key: 'thankReferrer', dueIn: 7 },
    !gone && loyal && { key: 'askReferral', dueIn: 30 },
  ];
  return actions.filter((action) => action !== false).slice(0, MOST);
}
