import fc from 'fast-check';
import type { ProcedureEvent } from './events.js';
import { procedureSchemas } from './schemas.js';
import { evolveProcedure, passedTo, startProcedure } from './state.js';
import { city, pudong } from '../../testing/procedure.js';
import { bodies, file, when } from '../../testing/procedure-file.js';
import { procedureCommandNames } from './decide.js';

const start = startProcedure(city, null);

/** What the rung does which is answered by each. */
const acts: Readonly<Record<string, string>> = { giveRungReason: 'requireReason', decideProposal: 'proposeCircular' };

/** Every event that some shared command makes, and the kind's own answer to a supplement. */
const events: readonly { readonly type: string; readonly data: object }[] = [
  ...procedureCommandNames.flatMap((name): readonly ProcedureEvent[] => {
    const needs = {
      recordCoHandlerReport: 'arrangeJointHandling',
      endJointHandling: 'arrangeJointHandling',
      decideDispatchObjection: 'objectToDispatch',
      serveDocument: 'issueDocument',
      resumeHandling: 'pauseHandling',
      unlinkCase: 'linkCase',
      checkBadReview: 'rateSatisfaction',
      decideOutcomeObjection: 'objectToOutcome',
      acknowledgeRung: 'fireRung',
      giveRungReason: 'fireRung',
      decideProposal: 'fireRung',
      liftConfidentiality: 'markConfidential',
      revokeAgent: 'appointAgent',
    } as const;
    const first = name in needs ? needs[name as keyof typeof needs] : null;
    const act = acts[name];
    const before = first === null ? null : when(file, first, act === undefined ? {} : { act });
    const made = before?.outcome === 'accepted' ? before.events : [];
    const procedure = made.reduce(
      (folded, event, i) => evolveProcedure(folded, { ...event, id: `f${i}`, revision: '1', on: '2025-09-10' }),
      file.procedure,
    );
    const decision = when({ ...file, procedure }, name, name === 'liftConfidentiality' ? { event: 'f0' } : {});
    return decision.outcome === 'accepted' ? decision.events : [];
  }),
  { type: 'Resubmitted', data: {} },
  { type: 'SomethingOfALaterRelease', data: {} },
];

test('the shared commands make every shared event', () => {
  expect(Object.keys(procedureSchemas).filter((type) => !events.some((event) => event.type === type))).toEqual([]);
});

test('the fold bears events in whatever order, with gaps and repeated (invariant 15)', () => {
  const day = fc.constantFrom('2025-09-01', '2025-09-10');
  const some = fc.array(fc.tuple(fc.constantFrom(...events), day, fc.integer({ min: 0, max: 9 })), { maxLength: 40 });
  fc.assert(
    fc.property(some, (log) => {
      const folded = log.reduce(
        (procedure, [event, on, id]) => evolveProcedure(procedure, { ...event, id: `e${id}`, revision: '0', on }),
        start,
      );
      expect(new Set(folded.events.map(({ id }) => id)).size).toBe(folded.events.length);
      expect(folded.run).toBeGreaterThan(0);
    }),
  );
});

test('a file that stays with its office keeps its holder', () => {
  const held = { ...passedTo(start, pudong), holder: { id: 'officer-li', name: '李敏' } };
  expect(passedTo(held, { ...pudong, name: { zh: '新名', en: 'New name' } })).toMatchObject({
    holder: { id: 'officer-li' },
    handlingOffice: { name: { en: 'New name' } },
  });
  expect(passedTo(held, null)).toMatchObject({ holder: null, handlingOffice: null });
});

test('an answer ends the day of a supplement', () => {
  const asked = evolveProcedure(start, {
    id: 'e0',
    revision: '0',
    type: 'SupplementRequested',
    on: '2025-09-01',
    data: { ...bodies.requestSupplement, dueOn: '2025-09-10' },
  });
  expect(asked.supplementDueOn).toBe('2025-09-10');
  const answered = evolveProcedure(asked, { id: 'e1', revision: '1', type: 'Resubmitted', on: '2025-09-02', data: {} });
  expect(answered).toMatchObject({ supplementDueOn: null, supplementRequests: 1 });
});

test('a later first contact does not move the first', () => {
  const made = (procedure: typeof start, id: string, on: string) =>
    evolveProcedure(procedure, { id, revision: '0', type: 'FirstContactMade', on, data: {} });
  expect(made(made(start, 'e0', '2025-09-02'), 'e1', '2025-09-03').contactedOn).toBe('2025-09-02');
});
