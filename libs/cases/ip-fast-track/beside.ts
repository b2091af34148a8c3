import { accept, refuse, type Refusal } from '../shared/decision.js';
import type { OwnBody } from './commands.js';
import { sameCase } from './court-cases.js';
import type { IpEvent } from './events.js';
import { officeSteps, type StepField, type StepFields } from './office-steps.js';
import { beside, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';

/** What runs beside the case: the courts' linked tracks (三审合一), suits, and the proceedings at the national office. */
export const besideRules: Rules<
  'openTrack' | 'closeTrack' | 'recordSuit' | 'recordOfficeStep' | 'recordTermExtension'
> = {
  openTrack: {
    earliest: beside,
    decide: (body, { tracks }) =>
      tracks.some(sameCase(body))
        ? refuse({ code: 'trackAlreadyThere', field: 'caseNumber' })
        : accept({ type: 'TrackOpened', data: body }),
  },
  closeTrack: {
    earliest: beside,
    decide: (body, { tracks }) => {
      const track = tracks.find(sameCase(body));
      if (track?.track !== body.track) return refuse({ code: 'noSuchTrack', field: 'caseNumber' });
      return track.open
        ? accept({ type: 'TrackClosed', data: body })
        : refuse({ code: 'trackAlreadyClosed', field: 'caseNumber' });
    },
  },
  recordSuit: { earliest: beside, decide: recordSuit },
  recordOfficeStep: { earliest: beside, decide: recordOfficeStep },
  recordTermExtension: {
    earliest: beside,
    decide: ({ months, reason, office }, { route }, { actor }) =>
      route === 'trademark'
        ? accept({ type: 'HandlingExtended', data: { step: 'special', months, reason, approvedBy: actor, office } })
        : refuse({ code: 'trademarkOnly' }),
  },
};

function recordSuit(body: OwnBody<'recordSuit'>, state: Existing): Outcome {
  const faults: Refusal[] = [];
  if (state.suits.some(sameCase(body))) faults.push({ code: 'suitAlreadyThere', field: 'caseNumber' });
  if (body.against === 'ruling' && !state.adjudication.ruling) faults.push({ code: 'noRuling', field: 'against' });
  return faults.length > 0 ? refuse(...faults) : accept({ type: 'SuitBrought', data: body });
}

const fields = [
  'kind',
  'of',
  'by',
  'grounds',
  'outcome',
  'governedBy',
  'publishedOn',
  'publicationEndedOn',
  'registeredOn',
  'expiresOn',
] as const satisfies readonly StepField[];

/** Each step says what its kind needs, no less and no more, and follows the one it answers. */
function recordOfficeStep(body: OwnBody<'recordOfficeStep'>, state: Existing): Outcome {
  const { step, number } = body;
  const { after } = officeSteps[step];
  const needs: readonly StepField[] = officeSteps[step].needs;
  const given = (field: StepField) => (body[field] ?? null) !== null;
  const faults: Refusal[] = fields.flatMap((field): Refusal[] => {
    if (needs.includes(field) === given(field)) return [];
    return [{ code: given(field) ? 'notForThisStep' : 'neededForThisStep', field }];
  });
  if (after !== null && !state.officeSteps.some((one) => one.step === after && one.number === number)) {
    faults.push({ code: 'stepOutOfOrder', field: 'step', params: { step: after } });
  }
  if (faults.length > 0) return refuse(...faults);
  const said = Object.fromEntries(needs.map((field) => [field, body[field]])) as Partial<StepFields>;
  return accept({ type: step, data: { number, ...said } } as IpEvent);
}
