import { plainDate } from '@redress/deadlines/calendar/plain-date.js';
import { given, then, when } from '../testing/given-when-then.js';
import { told } from '../testing/machine.js';
import { minhang, pudong } from '../testing/procedure.js';
import { after, at, bodies, claim, command, today, yuan } from '../testing/overdue-payment.js';
import type { LineDue } from './claim.js';
import { decide } from './decide.js';

const online = bodies.lodge.lodging;

describe('the lodging', () => {
  test('says how it came in, when each line fell due, and which laws cover it', () => {
    const due = [{ line: 1, dueOn: plainDate('2025-07-10'), from: 'contract' }] as unknown as readonly LineDue[];
    expect(when(after([]), 'lodge', { due })).toMatchObject({
      events: [
        {
          type: 'ClaimLodged',
          data: { lodging: online, due, scopes: { is802: { covered: true }, isPEPL67: { covered: false } } },
        },
      ],
    });
  });

  test('by an officer names the first contact with it', () => {
    const lodging = { ...online, by: 'officer', channel: 'letter', office: pudong } as const;
    const decision = decide(command('lodge', { lodging }), { status: 'none' }, at());
    expect(told(decision)).toEqual(['ClaimLodged', 'FirstContactNamed']);
    expect(after([command('lodge', { lodging })])).toMatchObject({
      procedure: { firstContact: { officer: { id: 'officer-zhao' }, office: pudong } },
    });
  });

  test('tells the faults of the claim, of its dates and of the way it came in together', () => {
    const due = [{ line: 1, dueOn: plainDate(today), from: 'law' }] as unknown as readonly LineDue[];
    const lodging = { ...online, channel: 'letter' } as const;
    const faulty = {
      ...claim,
      lines: claim.lines.map((line) => ({ ...line, amount: yuan('0.00'), disputed: yuan('0.00') })),
    };
    expect(told(when(after([]), 'lodge', { claim: faulty, due, lodging }))).toEqual([
      'lines[0].amount: amountNotPositive',
      'lines[0].deliveredOn: notYetOverdue',
      'lodging.channel: channelDoesNotFit',
    ]);
  });

  test('is not ahead of its day', () =>
    expect(told(decide(command('lodge'), { status: 'none' }, at('2025-09-11', '2025-09-10')))).toEqual([
      'occurredOn: dateInFuture',
    ]));
});

describe('the examination of scope', () => {
  const lodged = given('lodged');
  const neither = { debtor: { publicBody: false, largeFirm: false, stateOwned: false } };

  test('puts both tests on the file, with their reasons', () => {
    expect(when(lodged, 'examineScope')).toMatchObject({
      events: [
        {
          data: {
            scopes: { is802: { covered: true }, isPEPL67: { covered: false } },
            reason: expect.any(String) as string,
          },
        },
      ],
    });
    expect(then(lodged, 'examineScope', neither)).toMatchObject({
      scope: { is802: false, isPEPL67: false },
      parties: neither,
    });
  });

  test('bars the acceptance of what Order 802 does not cover, and says which law does', () => {
    expect(told(when(then(lodged, 'examineScope'), 'accept'))).toEqual(['FormallyAccepted']);
    expect(told(when(then(lodged, 'examineScope', neither), 'accept'))).toEqual(['outOfScope']);
    const state = { debtor: { publicBody: false, largeFirm: false, stateOwned: true } };
    expect(told(when(then(lodged, 'examineScope', state), 'accept'))).toEqual(['onlyPromotionLaw']);
  });

  test('may be dated back to the lodging, and not before', () => {
    const accepted = given('accepted');
    expect(told(when(accepted, 'examineScope', {}, '2025-09-09'))).toEqual(['occurredOn: beforePreviousStep']);
  });
});

describe('the supplement', () => {
  const returned = given('returnedForSupplement');
  const respondent = { ...claim.respondent, unitType: 'stateOrgan', sizeType: 'notApplicable' } as const;

  test('with another respondent brings other dates and scopes', () => {
    const due = [{ line: 1, dueOn: plainDate('2025-07-11'), from: 'law' }] as unknown as readonly LineDue[];
    const state = then(returned, 'supplyMaterials', { respondent, due });
    expect(state).toMatchObject({
      due,
      scope: { is802: true, isPEPL67: true },
      parties: { debtor: { publicBody: true } },
    });
  });

  test('with the same leaves them', () => {
    const decision = when(returned, 'supplyMaterials', { due: [] });
    expect(decision).toMatchObject({ events: [{ data: { due: null, scopes: null } }] });
    expect(then(returned, 'supplyMaterials')).toMatchObject({
      due: returned.due,
      scope: returned.scope,
      parties: returned.parties,
    });
  });

  test('with evidence only, and evidence added later, make the claim longer', () => {
    const evidence = [{ kind: 'licence', title: '营业执照', reference: 'l.pdf' }] as const;
    expect(then(given('accepted'), 'addEvidence', { evidence }).claim.evidence).toEqual([
      ...claim.evidence,
      ...evidence,
    ]);
  });
});

describe('the refusal (工信部企业〔2021〕224号 Art. 6)', () => {
  const lodged = given('lodged');
  const repeated = { code: 'resultAlreadyGiven', validFrom: '2025-01-01', validTo: null, needs: null };

  test.each(['notAPurchase', 'otherForum', 'otherByLaw'] as const)('for %s is the law’s', (ground) =>
    expect(when(lodged, 'decline', { ground })).toMatchObject({ events: [{ data: { ground } }] }),
  );

  test('for a ground of the operator holds while that is in force', () => {
    expect(when(lodged, 'decline', { ground: repeated })).toMatchObject({
      events: [{ data: { ground: repeated.code } }],
    });
    expect(told(when(lodged, 'decline', { ground: { ...repeated, validTo: '2025-09-09' } }))).toEqual([
      'ground: groundNotInForce',
    ]);
    expect(told(when(lodged, 'decline', { ground: null }))).toEqual(['ground: noSuchGround']);
    expect(told(when(lodged, 'decline', { ground: { ...repeated, needs: 'outOfScope' } }))).toEqual([
      'ground: groundNeedsFact',
    ]);
  });
});

describe('court and arbitration', () => {
  test('are recorded with court, number and day, which opens the operator’s ground of termination', () => {
    const ground = { code: 'takenToCourtOrArbitration', validFrom: '2025-01-01', validTo: null, needs: 'proceedings' };
    const accepted = given('accepted');
    expect(told(when(accepted, 'terminate', { ground }))).toEqual(['ground: groundNeedsFact']);
    const sued = then(accepted, 'recordProceedings');
    expect(sued.proceedings).toBe(true);
    expect(when(sued, 'terminate', { ground })).toMatchObject({ events: [{ data: { ground: ground.code } }] });
  });

  test('were not gone to tomorrow', () =>
    expect(told(when(given('accepted'), 'recordProceedings', { filedOn: '2025-09-11' }))).toEqual([
      'filedOn: dateInFuture',
    ]));
});

describe('the change of hands', () => {
  test('an objection to the dispatch stands in the way of receiving the materials', () => {
    const objected = then(given('transferred'), 'objectToDispatch');
    expect(told(when(objected, 'receiveMaterials'))).toEqual(['dispatchObjectionOpen']);
    const rejected = then(objected, 'decideDispatchObjection', { upheld: false });
    expect(told(when(rejected, 'receiveMaterials'))).toEqual(['MaterialsReceived']);
  });

  test('upheld, the case is received anew by the other office, or transferred anew', () => {
    const objected = then(given('inHandling'), 'objectToDispatch');
    const elsewhere = then(objected, 'decideDispatchObjection');
    expect(elsewhere).toMatchObject({
      status: 'transferred',
      mediator: null,
      receivedOn: null,
      procedure: { handlingOffice: minhang, holder: null },
    });
    const back = then(objected, 'decideDispatchObjection', { to: 'acceptingAuthority' });
    expect(back).toMatchObject({ status: 'accepted', mediator: null, procedure: { handlingOffice: null } });
    expect(told(when(back, 'transfer', { to: minhang }))).toEqual(['Transferred']);
    const stays = then(objected, 'decideDispatchObjection', { upheld: false });
    expect(stays).toMatchObject({ status: 'inHandling', mediator: { id: 'officer-li' }, receivedOn: today });
  });

  test('handed up or down, the file needs a mediator of its new office', () => {
    const handed = then(given('inHandling'), 'handDown');
    expect(handed).toMatchObject({ status: 'inHandling', mediator: null });
    expect(told(when(handed, 'agreeSettlement'))).toEqual(['noMediator']);
  });

  test('a mediator holds the file', () =>
    expect(given('inHandling').procedure.holder).toEqual({ id: 'officer-li', name: '李敏' }));

  test('an office that is transferred its own file again keeps its mediator', () => {
    const state = given('inHandling');
    expect(then(then(state, 'assignOfficer'), 'assignMediator', { mediator: { id: 'w', name: '吴刚' } })).toMatchObject(
      {
        mediator: { id: 'w' },
        procedure: { holder: { id: 'w' } },
      },
    );
  });
});

describe('reopening', () => {
  test.each([
    ['concluded', 'inHandling'],
    ['declined', 'lodged'],
    ['terminated', 'accepted'],
  ] as const)('a %s case is %s again', (from, to) =>
    expect(then(given(from), 'reopen')).toMatchObject({ status: to, procedure: { run: 2 }, fedBackTo: [] }),
  );

  test('a case terminated when it was transferred, or in handling, goes on from there', () => {
    const transferred = then(then(given('transferred'), 'terminate'), 'reopen');
    expect(transferred.status).toBe('transferred');
    expect(then(then(given('inHandling'), 'terminate'), 'reopen').status).toBe('inHandling');
  });

  test('another result is issued and fed back to both', () => {
    const again = then(then(given('concluded'), 'reopen'), 'issueResult');
    expect(then(again, 'feedBack').status).toBe('resultIssued');
    expect(then(then(again, 'feedBack'), 'feedBack', { to: 'acceptingAuthority' }).status).toBe('concluded');
  });
});

test('a case may be withdrawn or terminated after its clocks ran out: they end late, and it ends all the same', () => {
  expect(told(when(given('inHandling'), 'withdraw', {}, '2026-05-01'))).toEqual(['ClaimWithdrawn']);
  expect(told(when(given('accepted'), 'terminate', {}, '2026-05-01'))).toEqual(['HandlingTerminated']);
});

test('facts which a ground may need are those of the file', () => {
  const facts = (state: ReturnType<typeof given>, needs: string) =>
    told(when(state, 'terminate', { ground: { code: 'x', validFrom: '2025-01-01', validTo: null, needs } }))[0];
  const handled = given('inHandling');
  expect(facts(handled, 'paid')).toBe('ground: groundNeedsFact');
  expect(facts(then(handled, 'recordPayment', { amount: yuan('1000000.00') }), 'paid')).toBe('HandlingTerminated');
  expect(facts(handled, 'settled')).toBe('ground: groundNeedsFact');
  expect(facts(given('settled'), 'settled')).toBe('HandlingTerminated');
  expect(facts(handled, 'outOfScope')).toBe('ground: groundNeedsFact');
  const debtor = { publicBody: false, largeFirm: false, stateOwned: false };
  expect(facts(then(handled, 'examineScope', { debtor }), 'outOfScope')).toBe('HandlingTerminated');
});
