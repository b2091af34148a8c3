import { accept, refuse } from '../shared/decision.js';
import type { Circumstances } from '../shared/case-kind.js';
import type { OwnBody } from './commands.js';
import type { IpEvent } from './events.js';
import { faultsOfOpponent } from './request-rules.js';
import { afterFiling, afterService, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';
import { lastNoticeDay } from './terms.js';

/** The oral hearing, CNIPA 81, Art. 26, and what changes the case under way. */
export const hearingRules: Rules<
  'scheduleHearing' | 'serveHearingNotice' | 'holdHearing' | 'addParty' | 'changeClaim'
> = {
  scheduleHearing: {
    earliest: afterService,
    decide: (body, { adjudication: { hearing, hearings } }, { on }) => {
      if (hearing?.held) return refuse({ code: 'hearingAlreadyHeld' });
      // The notice must still be possible, at least three working days before.
      if (on > lastNoticeDay(body.hearingOn)) return refuse({ code: 'hearingTooSoon', field: 'hearingOn' });
      return accept({ type: 'HearingScheduled', data: { hearing: hearings + 1, ...body } });
    },
  },
  serveHearingNotice: {
    earliest: afterService,
    decide: (body, { adjudication: { hearing } }, { on }) => {
      if (!hearing || hearing.held) return refuse({ code: 'noHearing' });
      if (hearing.noticed) return refuse({ code: 'hearingAlreadyNotified' });
      const until = lastNoticeDay(hearing.hearingOn);
      if (on > until) return refuse({ code: 'noticeTooLate', field: 'occurredOn', params: { until } });
      return accept({ type: 'HearingNoticeServed', data: { hearing: hearing.hearing, ...body } });
    },
  },
  holdHearing: { earliest: ({ adjudication, since }) => adjudication.hearing?.hearingOn ?? since, decide: holdHearing },
  addParty: {
    earliest: afterFiling,
    decide: (body, { request }) => {
      const faults = faultsOfOpponent(body.party, request.complainant.creditCode, 'party');
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'PartyAdded', data: body });
    },
  },
  changeClaim: { earliest: afterFiling, decide: (body) => accept({ type: 'ClaimChanged', data: body }) },
};

/** Absent without good reason: the requester counts as having withdrawn, against the respondent it goes on by default. */
function holdHearing(
  { absent, minutes }: OwnBody<'holdHearing'>,
  state: Existing,
  { on }: Pick<Circumstances, 'on'>,
): Outcome {
  const { hearing } = state.adjudication;
  if (!hearing || hearing.held) return refuse({ code: 'noHearing' });
  if (!hearing.noticed) return refuse({ code: 'hearingNotNotified' });
  if (on !== hearing.hearingOn) {
    return refuse({ code: 'notTheHearingDay', field: 'occurredOn', params: { on: hearing.hearingOn } });
  }
  const byDefault = absent === 'respondent';
  const held: IpEvent = { type: 'HearingHeld', data: { hearing: hearing.hearing, absent, byDefault, minutes } };
  if (absent === 'none' || absent === 'respondent') return accept(held);
  return accept<IpEvent>(held, { type: 'RequestWithdrawn', data: { ground: 'absentFromHearing', reason: minutes } });
}
