import { city, minhang, pudong, street } from '../../testing/procedure.js';
import { after, answer, file, when } from '../../testing/procedure-file.js';

const task = (office: typeof street | null, reportBy: string | null = null) => ({ office, task: '核查', reportBy });

describe('several offices acting together (联席会议)', () => {
  test('have one lead, the office that handles the case', () => {
    expect(when(file, 'arrangeJointHandling')).toMatchObject({ events: [{ data: { lead: pudong } }] });
    const early = { ...file, procedure: { ...file.procedure, handlingOffice: null } };
    expect(when(early, 'arrangeJointHandling')).toMatchObject({ events: [{ data: { lead: city } }] });
  });

  test('are others than the lead, each named once, with a day that has not passed', () => {
    expect(answer(file, 'arrangeJointHandling', { coHandlers: [] })).toEqual(['coHandlers: noCoHandlers']);
    expect(
      answer(file, 'arrangeJointHandling', {
        coHandlers: [task(null), task(pudong), task(street), task(street), task(minhang, '2025-09-09')],
      }),
    ).toEqual([
      'coHandlers[0].office: notAnOffice',
      'coHandlers[1].office: leadAsCoHandler',
      'coHandlers[3].office: namedTwice',
      'coHandlers[4].reportBy: dayPassed',
    ]);
    expect(answer(file, 'arrangeJointHandling', { coHandlers: [task(street, '2025-09-10')] })).toEqual([
      'JointHandlingArranged',
    ]);
  });

  test('are arranged once, and the lead hands nothing on before it is ended', () => {
    const joint = after(file, 'arrangeJointHandling');
    expect(answer(joint, 'arrangeJointHandling')).toEqual(['jointHandlingStands']);
    expect(answer(joint, 'handUp')).toEqual(['jointHandlingStands']);
    expect(answer(joint, 'handDown')).toEqual(['jointHandlingStands']);
    expect(answer(joint, 'objectToDispatch')).toEqual(['jointHandlingStands']);
    const objected = after(after(file, 'objectToDispatch'), 'arrangeJointHandling');
    expect(answer(objected, 'decideDispatchObjection')).toEqual(['jointHandlingStands']);
    const ended = after(joint, 'endJointHandling');
    expect(ended.procedure.joint).toBeNull();
    expect(answer(ended, 'handUp')).toEqual(['HandedOn']);
  });
});

describe('a co-handler', () => {
  const joint = after(file, 'arrangeJointHandling', { coHandlers: [task(street), task(minhang)] }, '2025-09-08');

  test('reports to the lead', () => {
    const reported = after(joint, 'recordCoHandlerReport');
    expect(reported.procedure.joint?.coHandlers).toEqual([
      { office: street, reportBy: null, reported: true },
      { office: minhang, reportBy: null, reported: false },
    ]);
  });

  test('is one of those named, and reports after it was', () => {
    expect(answer(joint, 'recordCoHandlerReport', { office: city })).toEqual(['office: notACoHandler']);
    expect(answer(joint, 'recordCoHandlerReport', { office: null })).toEqual(['office: notACoHandler']);
    expect(answer(joint, 'recordCoHandlerReport', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    expect(answer(joint, 'endJointHandling', {}, '2025-09-07')).toEqual(['occurredOn: beforePreviousStep']);
    expect(answer(joint, 'endJointHandling', {}, '2025-09-08')).toEqual(['JointHandlingEnded']);
  });

  test('has nothing to report where nothing was arranged', () => {
    expect(answer(file, 'recordCoHandlerReport')).toEqual(['noJointHandling']);
    expect(answer(file, 'endJointHandling')).toEqual(['noJointHandling']);
    expect(answer(file, 'endJointHandling', {}, '2025-08-31')).toEqual([
      'occurredOn: beforePreviousStep',
      'noJointHandling',
    ]);
  });
});
