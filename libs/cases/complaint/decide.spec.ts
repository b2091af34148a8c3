import { begun, byHotline, given, lodged, online, then, today, when } from '../testing/complaint.js';
import { actor, told } from '../testing/machine.js';
import { city, minhang, officerLi, pudong } from '../testing/procedure.js';

type Answer = ReturnType<typeof when>;
const eventsOf = (decision: Answer) => (decision.outcome === 'accepted' ? decision.events : []);

describe('the lodging', () => {
  test('numbers the charges and carries what the clocks are chosen by', () => {
    const charges = lodged.charges.map((charge, index) => ({ charge: index + 1, ...charge }));
    expect(eventsOf(when(begun(), 'lodge'))).toEqual([
      {
        type: 'ComplaintLodged',
        data: {
          caseNumber: 'CO-2025-0000-0000-00014',
          acceptingOffice: city,
          lodging: online,
          channel: 'smeServiceCentre',
          receivedOn: today,
          complaint: { ...lodged, charges },
        },
      },
    ]);
  });

  test('by an officer names the first contact; what the hotline brought is taken by its rules', () => {
    expect(eventsOf(when(begun(), 'lodge', { lodging: byHotline }))).toMatchObject([
      { data: { channel: 'hotline12345', receivedOn: today } },
      { type: 'FirstContactNamed', data: { officer: actor, office: city, previous: null } },
    ]);
    const atCounter = { ...byHotline, channel: 'counter' } as const;
    expect(eventsOf(when(begun(), 'lodge', { lodging: atCounter, takenBy: 'marketRegulation' }))).toMatchObject([
      { data: { channel: 'marketRegulation' } },
      { type: 'FirstContactNamed' },
    ]);
  });

  test('by an agent names it and what empowers it', () => {
    const agent = { name: '某律所', creditCode: '91500110MADEM0100R', authority: '授权委托书' };
    const lodging = { ...online, by: 'agent', agent } as const;
    expect(told(when(begun(), 'lodge', { lodging }))).toEqual(['ComplaintLodged']);
    expect(told(when(begun(), 'lodge', { lodging: { ...lodging, agent: null } }))).toEqual([
      'lodging.agent: agentMissing',
    ]);
  });

  test('tells every fault at once, of the complaint and of the way it came', () =>
    expect(
      told(
        when(begun(), 'lodge', {
          complaint: { ...lodged, charges: [] },
          lodging: { ...online, receivedOn: '2025-09-09' },
        }),
      ),
    ).toEqual(['charges: noCharges', 'lodging.receivedOn: notTheDayOfReceipt']));

  test('is not of tomorrow', () =>
    expect(
      told(when(begun(), 'lodge', { lodging: { ...online, receivedOn: '2025-09-11' } }, '2025-09-11', today)),
    ).toEqual(['occurredOn: dateInFuture']));
});

describe('days (invariant 15)', () => {
  const accepted = then(then(begun(), 'lodge'), 'accept', {}, '2025-09-12');

  test('no step takes effect before the one it follows, or tomorrow', () => {
    expect(told(when(accepted, 'transfer', {}, '2025-09-11'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(when(accepted, 'transfer', { to: null }, '2025-09-11')).toEqual({
      outcome: 'refused',
      refusals: [
        { code: 'beforePreviousStep', field: 'occurredOn', params: { since: '2025-09-12' } },
        { code: 'notAnOffice', field: 'office' },
      ],
    });
    expect(told(when(accepted, 'transfer', {}, '2025-09-12'))).toEqual(['Transferred']);
    expect(told(when(accepted, 'transfer', {}, '2025-09-14', '2025-09-13'))).toEqual(['occurredOn: dateInFuture']);
  });

  test('the result is not formed before what it rests on', () => {
    const found = then(then(given('inHandling'), 'grade'), 'checkPolicy', {}, '2025-09-15');
    expect(when(found, 'issueResult', {}, '2025-09-14')).toMatchObject({
      refusals: [{ code: 'beforePreviousStep', params: { since: '2025-09-15' } }],
    });
    const backdated = then(found, 'checkIntermediary', {}, '2025-09-12');
    expect(told(when(backdated, 'issueResult', {}, '2025-09-14'))).toEqual(['occurredOn: beforePreviousStep']);
    expect(told(when(backdated, 'issueResult', {}, '2025-09-15'))).toEqual(['ResultIssued']);
    expect(told(when(then(given('inHandling'), 'grade'), 'issueResult', {}, '2025-09-09'))).toEqual([
      'occurredOn: beforePreviousStep',
    ]);
  });

  test('a refund or the answer to a referral may be dated back past the result, not past the lodging', () => {
    const issued = then(given('resultIssued'), 'feedBack');
    const later = then(issued, 'conclude', {}, '2025-09-20');
    for (const name of ['recordRefund', 'answerReferral'] as const) {
      expect(told(when(later, name, {}, today))).toHaveLength(1);
      expect(told(when(later, name, {}, today))[0]).toMatch(/^[A-Z]/);
      expect(told(when(later, name, {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
    }
  });
});

describe('acceptance', () => {
  test('says by whose rules, and whose it is', () =>
    expect(eventsOf(when(given('lodged'), 'accept'))).toEqual([
      { type: 'ComplaintAccepted', data: { office: city, channel: 'smeServiceCentre' } },
    ]));

  test('declined, the ground and the way that is open are told', () =>
    expect(eventsOf(when(given('lodged'), 'decline'))).toEqual([
      { type: 'ComplaintDeclined', data: { ground: 'otherForum', reason: '法院已受理', advice: '可向法院主张' } },
    ]));

  test('a ground of the operator’s own is taken while it is in force', () => {
    const ground = { code: 'resultAlreadyGiven', validFrom: '2025-09-10', validTo: '2025-09-10', needs: null };
    expect(eventsOf(when(given('lodged'), 'decline', { ground }))).toMatchObject([
      { data: { ground: 'resultAlreadyGiven', reason: '法院已受理', advice: '可向法院主张' } },
    ]);
    expect(told(when(given('lodged'), 'decline', { ground }, '2025-09-11'))).toEqual(['ground: groundNotInForce']);
    expect(told(when(given('lodged'), 'decline', { ground: null }))).toEqual(['ground: noSuchGround']);
    expect(told(when(given('lodged'), 'decline', { ground: { ...ground, needs: 'refund' } }))).toEqual([
      'ground: groundNeedsFact',
    ]);
  });

  test('after a supplement the term counts from the re-submission, and the respondent may be mended', () => {
    const returned = given('returnedForSupplement');
    const respondent = { ...lodged.respondent, name: '某商会' };
    const evidence = [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }] as const;
    const again = then(returned, 'supplyMaterials', { respondent, evidence }, '2025-09-15');
    expect(again.state).toMatchObject({ status: 'lodged', countedFrom: '2025-09-15', since: '2025-09-15' });
    expect(again.state.complaint.respondent.name).toBe('某商会');
    expect(again.state.complaint.evidence).toEqual([...lodged.evidence, ...evidence]);
    expect(then(returned, 'supplyMaterials').state.complaint.respondent).toEqual(lodged.respondent);
    const graded = then(then(again, 'accept', {}, '2025-09-16'), 'grade', {}, '2025-09-16');
    expect(graded.state.grade).toBe('general');
    expect(eventsOf(when(then(again, 'accept', {}, '2025-09-16'), 'grade', {}, '2025-09-16'))).toMatchObject([
      { data: { receivedOn: '2025-09-15' } },
    ]);
  });

  test('a new respondent is judged as the first was', () => {
    const respondent = { ...lodged.respondent, creditCode: lodged.complainant.creditCode };
    expect(told(when(given('returnedForSupplement'), 'supplyMaterials', { respondent }))).toEqual([
      'respondent.creditCode: sameParty',
    ]);
  });
});

describe('the grading', () => {
  const accepted = given('accepted');
  const graded = then(accepted, 'grade');

  test('names the grade, the day its term counts from and who graded', () =>
    expect(eventsOf(when(accepted, 'grade'))).toEqual([
      {
        type: 'ComplaintGraded',
        data: {
          grade: 'general',
          previous: null,
          reason: '事实清楚',
          channel: 'smeServiceCentre',
          receivedOn: today,
          gradedBy: actor,
        },
      },
    ]));

  test('stands until it is reviewed', () => {
    expect(told(when(graded, 'grade', { grade: 'hard' }))).toEqual(['alreadyGraded']);
    expect(told(when(accepted, 'regrade'))).toEqual(['notGraded']);
    expect(told(when(graded, 'regrade', { grade: 'general' }))).toEqual(['grade: sameGrade']);
    expect(eventsOf(when(graded, 'regrade'))).toMatchObject([
      {
        type: 'ComplaintGraded',
        data: { grade: 'hard', previous: 'general', reason: '涉及多部门', receivedOn: today },
      },
    ]);
    expect(then(graded, 'regrade').state).toMatchObject({ grade: 'hard', status: 'accepted' });
  });
});

describe('custody', () => {
  test('a transfer says from where and to where', () => {
    expect(eventsOf(when(given('accepted'), 'transfer'))).toEqual([
      { type: 'Transferred', data: { to: pudong, from: city, ground: '属地管理', petition: false } },
    ]);
    const petition = then(given('accepted'), 'registerPetition');
    expect(eventsOf(when(petition, 'transfer'))).toMatchObject([{ data: { petition: true } }]);
  });

  test('it goes to another office than the one that has it, and not out of joint handling', () => {
    expect(told(when(given('accepted'), 'transfer', { to: null }))).toEqual(['office: notAnOffice']);
    expect(told(when(given('accepted'), 'transfer', { to: city }))).toEqual(['office: alreadyThere']);
    const handled = given('inHandling');
    expect(told(when(handled, 'transfer', { to: pudong }))).toEqual(['office: alreadyThere']);
    expect(told(when(then(handled, 'arrangeJointHandling'), 'transfer', { to: minhang }))).toEqual([
      'jointHandlingStands',
    ]);
    const on = then(handled, 'transfer', { to: minhang });
    expect(on.state).toMatchObject({ status: 'transferred', procedure: { handlingOffice: minhang } });
  });

  test('the accepting office may handle it itself; the holder of another office holds it no more', () => {
    expect(eventsOf(when(given('accepted'), 'beginHandling'))).toEqual([
      { type: 'HandlingBegun', data: { office: city } },
    ]);
    expect(then(given('accepted'), 'beginHandling').state.procedure.handlingOffice).toEqual(city);
    const held = then(given('accepted'), 'assignOfficer', { officer: officerLi, office: city });
    expect(held.state.procedure.holder).toEqual(officerLi);
    expect(then(held, 'transfer').state.procedure.holder).toBeNull();
    expect(eventsOf(when(given('transferred'), 'beginHandling'))).toEqual([
      { type: 'HandlingBegun', data: { office: pudong } },
    ]);
  });

  test('while an objection to the dispatch is open nobody begins; decided, it stays or goes on', () => {
    const objected = then(given('transferred'), 'objectToDispatch');
    expect(told(when(objected, 'beginHandling'))).toEqual(['dispatchObjectionOpen']);
    const stays = then(objected, 'decideDispatchObjection', { upheld: false, to: null });
    expect(told(when(stays, 'beginHandling'))).toEqual(['HandlingBegun']);
    expect(stays.state).toMatchObject({ status: 'transferred', procedure: { handlingOffice: pudong } });
    const on = then(objected, 'decideDispatchObjection', {}, '2025-09-12');
    expect(on.state).toMatchObject({
      status: 'transferred',
      since: '2025-09-12',
      procedure: { handlingOffice: minhang },
    });
    const back = then(objected, 'decideDispatchObjection', { to: 'acceptingAuthority' });
    expect(back.state).toMatchObject({ status: 'accepted', procedure: { handlingOffice: null } });
  });
});

describe('the end', () => {
  test('the complainant has the answer before the case is concluded', () => {
    const issued = given('resultIssued');
    expect(told(when(issued, 'conclude'))).toEqual(['notFedBack']);
    const toOffice = then(issued, 'feedBack', { to: 'acceptingAuthority' });
    expect(told(when(toOffice, 'conclude'))).toEqual(['notFedBack']);
    const told1 = then(toOffice, 'feedBack');
    expect(told1.state.fedBackTo).toEqual(['acceptingAuthority', 'complainant']);
    expect(eventsOf(when(told1, 'conclude'))).toEqual([
      { type: 'ComplaintConcluded', data: { outcome: 'partlyResolved' } },
    ]);
    expect(told(when(told1, 'feedBack'))).toEqual(['to: alreadyFedBack']);
    expect(eventsOf(when(issued, 'feedBack'))).toEqual([
      { type: 'ResultFedBack', data: { to: 'complainant', how: '电话并书面' } },
    ]);
  });

  test('withdrawn, the reason is kept', () =>
    expect(eventsOf(when(given('inHandling'), 'withdraw'))).toEqual([
      { type: 'ComplaintWithdrawn', data: { reason: '已解决' } },
    ]));

  test('reopened, it is graded and answered anew, its term counting from that day', () => {
    const again = then(given('concluded'), 'reopen', {}, '2025-10-15');
    expect(again.state).toMatchObject({
      status: 'inHandling',
      grade: null,
      outcome: null,
      fedBackTo: [],
      countedFrom: '2025-10-15',
      since: '2025-10-15',
    });
    expect(eventsOf(when(again, 'grade', {}, '2025-10-16'))).toMatchObject([{ data: { receivedOn: '2025-10-15' } }]);
    expect(then(given('declined'), 'reopen').state.status).toBe('lodged');
    expect(then(given('terminated'), 'reopen').state.status).toBe('accepted');
  });

  test('reopened, a petition is extended anew and the parties are brought together again', () => {
    const sorted = then(then(given('inHandling'), 'registerPetition'), 'sortPetition');
    const extended = then(sorted, 'extendHandling');
    expect(told(when(extended, 'extendHandling'))).toEqual(['extendedOnce']);
    const settled = then(extended, 'agreeSettlement');
    const again = then(then(settled, 'terminate'), 'reopen');
    expect(told(when(again, 'extendHandling'))).toEqual(['HandlingExtended']);
    expect(told(when(again, 'holdMediation'))).toEqual(['MediationHeld']);
  });

  test('ended by a shared act, it is closed as that act says', () => {
    expect(then(given('accepted'), 'handToPlatform').state.status).toBe('handedOver');
    expect(then(given('accepted'), 'mergeCase').state.status).toBe('merged');
    expect(then(given('inHandling'), 'terminate', {}, '2025-09-13').state).toMatchObject({
      status: 'terminated',
      since: '2025-09-13',
    });
  });
});

test('a command where there is no case is refused by its name', () =>
  expect(when(begun(), 'accept')).toEqual({
    outcome: 'refused',
    refusals: [{ code: 'notAllowedInStatus', params: { command: 'accept', status: 'none' } }],
  }));

test('the body complained of may object to the outcome', () =>
  expect(told(when(given('concluded'), 'objectToOutcome', { by: 'respondent' }))).toEqual(['OutcomeObjectionRaised']));
