import { systemCommands, type ProcedureCommandName } from './commands.js';
import { isProcedureCommand, procedureCommandNames } from './decide.js';
import { procedureMoves } from './moves.js';
import { procedureSchemas, sensitiveInProcedure } from './schemas.js';

const moves = procedureMoves({
  review: ['review'],
  returned: ['returned'],
  open: ['review', 'returned', 'sent', 'handled'],
  accepted: ['sent', 'handled'],
  dispatched: ['sent'],
  handled: ['handled'],
  ended: ['ended'],
  closed: ['ended', 'withdrawn'],
});
const inStatus = (status: string) => procedureCommandNames.filter((name) => moves[name].includes(status as 'sent'));

test('every shared command has its statuses', () => {
  expect(Object.keys(moves).sort()).toEqual([...procedureCommandNames].sort());
  expect(procedureCommandNames.filter((name) => moves[name].length === 0)).toEqual([]);
});

test('a case withdrawn takes papers, links, marks, and what was fired before, and is not taken up again', () =>
  expect(inStatus('withdrawn').sort()).toEqual(
    [
      'acknowledgeRung',
      'addNote',
      'appointAgent',
      'correctFact',
      'issueDocument',
      'liftConfidentiality',
      'linkCase',
      'markConfidential',
      'markProtection',
      'reportRetaliation',
      'revokeAgent',
      'serveDocument',
      'takeMergedCase',
      'unlinkCase',
    ].sort(),
  ));

test('a case ended with an outcome takes its aftercare too, and rungs of its clocks', () => {
  const aftercare: readonly ProcedureCommandName[] = [
    'rateSatisfaction',
    'checkBadReview',
    'recordFollowUpCall',
    'objectToOutcome',
    'decideOutcomeObjection',
    'reopen',
    'fireRung',
    'overrideRung',
    'giveRungReason',
    'decideProposal',
  ];
  expect(inStatus('ended').sort()).toEqual([...inStatus('withdrawn'), ...aftercare].sort());
  for (const status of ['review', 'sent', 'handled']) expect(inStatus(status)).not.toContain('reopen');
});

test('each of the others belongs to its stage', () => {
  expect([moves.requestSupplement, moves.objectToDispatch, moves.handUp, moves.terminate, moves.mergeCase]).toEqual([
    ['review'],
    ['sent'],
    ['handled'],
    ['returned', 'sent', 'handled'],
    ['review', 'returned', 'sent', 'handled'],
  ]);
});

test('the system’s own are told from those of persons, and the shared from a kind’s', () => {
  expect([...systemCommands]).toEqual(['takeMergedCase', 'fireRung']);
  expect(isProcedureCommand({ name: 'addNote' })).toBe(true);
  expect(isProcedureCommand({ name: 'lodge' })).toBe(false);
});

test('what people wrote is named, in events there are', () => {
  expect(procedureSchemas).toMatchObject({ SupplementRequested: 2, NoteAdded: 1 });
  for (const [type, fields] of Object.entries(sensitiveInProcedure)) {
    expect(Object.keys(procedureSchemas)).toContain(type);
    for (const field of fields) expect(field.of).toBe('text');
  }
  expect(sensitiveInProcedure.DocumentServed).toEqual([
    { path: 'address', of: 'text' },
    { path: 'proof', of: 'text' },
  ]);
});
