import { given, then, told, when, wayTo } from '../testing/ip-fast-track-machine.js';
import { bodies, command, ipOffice, lodging, matters } from '../testing/ip-fast-track.js';
import type { OwnBody } from './commands.js';
import { officeSteps, officeStepNames, type StepField } from './office-steps.js';

type Step = OwnBody<'recordOfficeStep'>;

const handled = given(wayTo.inHandling);

describe('the three tracks of one trial organisation (三审合一)', () => {
  const court = '浦东新区人民法院';

  test('are linked by their court case numbers, each once', () => {
    const criminal = { track: 'criminal', court, caseNumber: '（2026）沪0115刑初1号' } as const;
    const both = then(then(handled, 'openTrack'), 'openTrack', criminal);
    expect(both.state.tracks).toMatchObject([
      { ...bodies.openTrack, open: true },
      { ...criminal, open: true },
    ]);
    expect(told(when(both, 'openTrack', { track: 'administrative' }))).toEqual(['caseNumber: trackAlreadyThere']);
    expect(told(when(both, 'openTrack', { court: '另一法院' }))).toEqual(['TrackOpened']);
  });

  test('are closed by what they were opened as, once', () => {
    const open = then(handled, 'openTrack');
    expect(told(when(handled, 'closeTrack'))).toEqual(['caseNumber: noSuchTrack']);
    expect(told(when(open, 'closeTrack', { track: 'criminal' }))).toEqual(['caseNumber: noSuchTrack']);
    expect(told(when(open, 'closeTrack', { caseNumber: '2' }))).toEqual(['caseNumber: noSuchTrack']);
    const other = then(then(open, 'openTrack', { caseNumber: '2' }), 'openTrack', { court: '另一法院' });
    const closed = then(other, 'closeTrack');
    expect(closed.state.tracks.map((track) => track.open)).toEqual([false, true, true]);
    expect(told(when(closed, 'closeTrack'))).toEqual(['caseNumber: trackAlreadyClosed']);
  });
});

describe('a suit', () => {
  test('is recorded once, against a ruling only where there is one', () => {
    const sue = { against: 'trademarkReview' } as const;
    expect(told(when(handled, 'recordSuit'))).toEqual(['against: noRuling']);
    expect(told(when(handled, 'recordSuit', sue))).toEqual(['SuitBrought']);
    const sued = then(handled, 'recordSuit', sue);
    expect(told(when(sued, 'recordSuit', sue))).toEqual(['caseNumber: suitAlreadyThere']);
    expect(told(when(sued, 'recordSuit', { ...sue, court: '另一法院' }))).toEqual(['SuitBrought']);
    expect(told(when(given(wayTo.ruled), 'recordSuit'))).toEqual(['SuitBrought']);
  });
});

describe('the proceedings at the national office', () => {
  const said: { readonly [F in StepField]?: unknown } = {
    kind: 'trademark',
    of: 'tm.refusal',
    by: 'request',
    grounds: 'absolute',
    outcome: 'refused',
    governedBy: 'unsettled',
    publishedOn: '2026-11-20',
    publicationEndedOn: '2027-02-20',
    registeredOn: '2026-05-01',
    expiresOn: '2036-05-01',
  };
  const fields = Object.keys(said) as StepField[];
  const needed = (step: Step['step']) => officeSteps[step].needs as readonly StepField[];
  const body = (step: Step['step']): Step => ({
    step,
    number: 'TM-1',
    ...Object.fromEntries(needed(step).map((field) => [field, said[field]])),
  });
  /** The steps before this one, each on the file. */
  const upTo = (step: Step['step']): typeof handled => {
    const before = officeSteps[step].after as Step['step'] | null;
    return before === null ? handled : then(upTo(before), 'recordOfficeStep', body(before));
  };

  test.each(officeStepNames)('%s says what it needs, no less and no more', (step) => {
    const { step: _, ...data } = body(step);
    expect(when(upTo(step), 'recordOfficeStep', body(step))).toEqual({
      outcome: 'accepted',
      events: [{ type: step, data }],
    });
    for (const field of fields) {
      const needs = needed(step).includes(field);
      const changed = { ...body(step), [field]: needs ? null : said[field] } as Step;
      expect(told(when(upTo(step), 'recordOfficeStep', changed))).toEqual([
        `${field}: ${needs ? 'neededForThisStep' : 'notForThisStep'}`,
      ]);
    }
  });

  test('follow one another on the same file number', () => {
    const steps = officeStepNames.filter((step) => officeSteps[step].after !== null);
    expect(steps).not.toEqual([]);
    for (const step of steps) {
      expect(when(handled, 'recordOfficeStep', body(step))).toEqual({
        outcome: 'refused',
        refusals: [{ code: 'stepOutOfOrder', field: 'step', params: { step: officeSteps[step].after } }],
      });
      const elsewhere = { ...body(step), number: 'TM-2' };
      expect(told(when(upTo(step), 'recordOfficeStep', elsewhere))).toEqual(['step: stepOutOfOrder']);
    }
  });

  test('have their terms lengthened by the trademark office alone', () => {
    const actor = { id: 'officer-zhao', name: '赵军' };
    expect(when(handled, 'recordTermExtension')).toEqual({
      outcome: 'accepted',
      events: [
        {
          type: 'HandlingExtended',
          data: { step: 'special', months: 3, reason: '特殊情况', approvedBy: actor, office: ipOffice },
        },
      ],
    });
    const ofCopyright = given([lodging(matters.copyright), command('acceptComplaint')]);
    expect(told(when(ofCopyright, 'recordTermExtension'))).toEqual(['trademarkOnly']);
  });

  test('are dated from the lodging on', () => {
    const later = given([command('issueResult')], '2026-03-20', handled);
    expect(told(when(later, 'recordOfficeStep', {}, '2026-03-10'))).toEqual(['ApplicationReceived']);
    expect(when(later, 'recordOfficeStep', {}, '2026-03-01')).toEqual({
      outcome: 'refused',
      refusals: [{ code: 'beforePreviousStep', field: 'occurredOn', params: { since: '2026-03-02' } }],
    });
    expect(later.state.officeSteps).toEqual([]);
    const noted = then(later, 'recordOfficeStep', {}, '2026-03-10');
    expect(noted.state.officeSteps).toEqual([{ step: 'ApplicationReceived', number: 'TM-1' }]);
  });
});
