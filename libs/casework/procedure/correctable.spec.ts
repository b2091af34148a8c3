import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { AnyCaseKind } from '../kernel/case-stream.js';
import { loadCase } from '../kernel/case-stream.js';
import { Desk, done, grounds } from '../testing/desk.js';
import { correctableIn } from './correctable.js';

async function fieldsOf(desk: Desk, caseId: string, type: string): Promise<readonly string[]> {
  const kind = overduePayment as unknown as AnyCaseKind;
  const loaded = await loadCase(desk.memory, kind, caseId);
  const event = loaded.events.findLast((one) => one.type === type)!;
  const [opened] = await desk.privacy.vault.opened(event.stream, [event]);
  return correctableIn(kind, loaded, opened, { caseId, today: desk.now.slice(0, 10) });
}

test('what the decider would take a correction of is offered, and nothing else', async () => {
  const desk = await Desk.open();
  const caseId = await desk.inHandling();
  const ofLodging = await fieldsOf(desk, caseId, 'ClaimLodged');
  expect(ofLodging).toEqual(
    expect.arrayContaining([
      'occurredAt',
      'claim.respondent.name',
      'claim.lines[0].description',
      'claim.lines[0].amount',
    ]),
  );
  expect(ofLodging.filter((field) => /caseNumber|contact|complainant\.name/.test(field))).toEqual([]);
  expect(await fieldsOf(desk, caseId, 'MaterialsReceived')).toEqual(['occurredAt']);
  for (const field of ofLodging.filter((one) => one !== 'occurredAt')) {
    const [lodged] = await desk.history(caseId);
    const body = { event: lodged!.id, field, is: '', reason: '登记有误' };
    expect(
      grounds(await desk.commandOf('overduePayment', caseId, 'mediator', 'correctFact', body)).join(),
    ).not.toContain('notCorrectable');
  }
});

test('a correction is none of what can be corrected', async () => {
  const desk = await Desk.open();
  const caseId = await desk.inHandling();
  const [lodged] = await desk.history(caseId);
  const body = { event: lodged!.id, field: 'claim.respondent.address', is: '浦东新区张江路88号', reason: '登记有误' };
  done(await desk.commandOf('overduePayment', caseId, 'mediator', 'correctFact', body));
  expect(await fieldsOf(desk, caseId, 'FactCorrected')).toEqual([]);
  expect(await fieldsOf(desk, caseId, 'ClaimLodged')).toContain('claim.respondent.address');
});
