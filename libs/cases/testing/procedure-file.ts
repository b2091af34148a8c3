import type { Decision } from '../shared/decision.js';
import { decideProcedure } from '../shared/procedure/decide.js';
import type { ProcedureBodies, ProcedureCommand, ProcedureCommandName } from '../shared/procedure/commands.js';
import type { ProcedureEvent } from '../shared/procedure/events.js';
import type { ProcedureView } from '../shared/procedure/rule.js';
import { evolveProcedure, passedTo, startProcedure } from '../shared/procedure/state.js';
import { circumstances, told } from './machine.js';
import { city, procedureBodies, pudong } from './procedure.js';

export const bodies = procedureBodies('OP-2025-0000-0000-0002', { documentKind: 'result', pauseGround: 'negotiation' });

export const today = '2025-09-10';

/** A case of no kind: lodged on 2025-09-01, with the handling office since 2025-09-05, one event on its file. */
export const file: ProcedureView = {
  caseNumber: 'OP-2025-0000-0000-0001',
  complainantCode: '91310115MADEM00117',
  hasRespondent: true,
  procedure: evolveProcedure(passedTo(startProcedure(city, null), pudong), {
    id: 'e0',
    revision: '0',
    type: 'ClaimLodged',
    on: '2025-09-01',
    data: {},
  }),
  lodgedOn: '2025-09-01',
  since: '2025-09-05',
  documentKinds: ['result', 'notice'],
  pauseGrounds: ['negotiation', 'forceMajeure'],
  facts: ['proceedings'],
  faultOfReading: (_, field, is) => {
    if (field !== 'title') return { code: 'notCorrectable' };
    return is === '' ? { code: 'notADay' } : null;
  },
};

export function when<C extends ProcedureCommandName>(
  view: ProcedureView,
  name: C,
  changes: Partial<ProcedureBodies[C]> = {},
  on: string = today,
): Decision<ProcedureEvent> {
  const command = { name, body: { ...bodies[name], ...changes } } as unknown as ProcedureCommand;
  return decideProcedure(command, view, circumstances(on, on > today ? on : today));
}

/** `field: code` of every refusal, or the types of the events. */
export function answer<C extends ProcedureCommandName>(
  view: ProcedureView,
  name: C,
  changes: Partial<ProcedureBodies[C]> = {},
  on?: string,
): readonly string[] {
  return told(when(view, name, changes, on));
}

/** The file after one more act. @throws Error where it is refused */
export function after<C extends ProcedureCommandName>(
  view: ProcedureView,
  name: C,
  changes: Partial<ProcedureBodies[C]> = {},
  on: string = today,
): ProcedureView {
  const decision = when(view, name, changes, on);
  if (decision.outcome === 'refused') throw new Error(told(decision).join());
  const procedure = decision.events.reduce((folded, event) => {
    const count = String(folded.events.length);
    return evolveProcedure(folded, { ...event, id: `e${count}`, revision: count, on });
  }, view.procedure);
  return { ...view, procedure };
}
