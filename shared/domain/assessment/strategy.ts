import type { Strategy } from '../relationship.ts';
import { type ClientFacts, type Reason, silence } from './facts.ts';

/** The fact that a suggested strategy comes from. Its words: `clientProfile.strategyReason.<key>`. */
export type StrategyKey =
  | 'stageLost'
  | 'stageEnded'
  | 'dissolvingValuable'
  | 'dissolving'
  | 'somethingWrong'
  | 'notYetMet'
  | 'beginning'
  | 'valuableSilent'
  | 'valuable'
  | 'cheap'
  | 'growing'
  | 'steady';

/** What to do with the relationship, and the fact it comes from. */
export interface SuggestedStrategy {
  readonly strategy: Strategy;
  readonly reason: Reason<StrategyKey>;
}

/** A client whom the practice told to be silent for so long is to be kept, days. */
const SILENT = 60;

const to = (strategy: Strategy, key: StrategyKey, count?: number): SuggestedStrategy => ({
  strategy,
  reason: count === undefined ? { key } : { key, count },
});

/** Suggests one of the strategies; the first rule that applies. */
export function suggestedStrategy(facts: ClientFacts): SuggestedStrategy {
  const { client, meetings, overdueTasks, unanswered } = facts;
  const { phase, types, exclusivity, orientation, keyClient } = client.relationship;
  const days = silence(facts);
  const valuable =
    keyClient ||
    exclusivity === 'exclusive' ||
    types.some((type) => type === 'large' || type === 'highFutureValue' || type === 'doorOpener');
  if (client.stage === 'lost') return to('winBack', 'stageLost');
  if (client.stage === 'ended') return to('end', 'stageEnded');
  if (phase === 'dissolution')
    return valuable ? to('reEngineer', 'dissolvingValuable') : to('end', 'dissolving');
  if (meetings === 0) return to('start', 'notYetMet');
  if (overdueTasks + unanswered >= 3) return to('reEngineer', 'somethingWrong', overdueTasks + unanswered);
  if (client.stage === 'reach' || client.stage === 'acquisition' || phase === 'exploration')
    return to('start', 'beginning');
  if (valuable && days !== null && days > SILENT) return to('protect', 'valuableSilent', days);
  if (valuable) return to('protect', 'valuable');
  if (orientation === 'cost' || types.includes('discount')) return to('harvest', 'cheap');
  if (phase === 'expansion' || phase === 'commitment' || types.includes('loyal'))
    return to('enhance', 'growing');
  return to('enhance', 'steady');
}
