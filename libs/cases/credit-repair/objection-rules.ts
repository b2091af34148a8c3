import { accept, refuse, type Decision } from '../shared/decision.js';
import type { CommandBody } from './commands.js';
import type { CreditRepairEvent, ObjectionTrack } from './events.js';
import type { Existing, Objection } from './state.js';

type Outcome = Decision<CreditRepairEvent>;

/** The objection that is open; at most one is. */
export function openObjection({ objections }: Existing): Objection | undefined {
  return objections.find(({ upheld }) => upheld === null);
}

/** 上海市社会信用条例 Art. 36 for records made in Shanghai, with its days; elsewhere promptly (D22), no number. */
function trackOf({ request }: Existing): ObjectionTrack {
  return request.record.body.place === 'shanghai' ? 'shanghai' : 'creditChina';
}

export function raiseObjection({ about, by, ground }: CommandBody<'raiseObjection'>, state: Existing): Outcome {
  if (openObjection(state)) return refuse({ code: 'objectionOpen' });
  const objection = state.objections.length + 1;
  return accept({ type: 'ObjectionRaised', data: { objection, track: trackOf(state), by, about, ground } });
}

export function markObjection(state: Existing): Outcome {
  const open = openObjection(state);
  if (!open) return refuse({ code: 'noObjection' });
  if (open.marked) return refuse({ code: 'objectionMarked' });
  return accept({ type: 'ObjectionMarked', data: { objection: open.objection } });
}

/** Only what the source must correct goes to it. */
export function forwardObjection({ to }: CommandBody<'forwardObjection'>, state: Existing): Outcome {
  const open = openObjection(state);
  if (!open) return refuse({ code: 'noObjection' });
  if (open.by !== 'source') return refuse({ code: 'objectionNotTheSources' });
  if (open.forwarded) return refuse({ code: 'objectionForwarded' });
  return accept({ type: 'ObjectionForwarded', data: { objection: open.objection, to } });
}

export function receiveObjection(state: Existing): Outcome {
  const open = openObjection(state);
  if (!open) return refuse({ code: 'noObjection' });
  if (!open.forwarded) return refuse({ code: 'objectionNotForwarded' });
  if (open.received) return refuse({ code: 'objectionReceived' });
  return accept({ type: 'SourceReceivedObjection', data: { objection: open.objection, track: open.track } });
}

/** The source decides once it has it; what is upheld says what is corrected. */
export function decideObjection(body: CommandBody<'decideObjection'>, state: Existing): Outcome {
  const open = openObjection(state);
  if (!open) return refuse({ code: 'noObjection' });
  if (open.by === 'source' && !open.received) return refuse({ code: 'objectionNotReceived' });
  if (body.upheld && body.correction === null) return refuse({ code: 'correctionMissing', field: 'correction' });
  if (!body.upheld && body.correction !== null) {
    return refuse({ code: 'correctionWithoutFault', field: 'correction' });
  }
  return accept({ type: 'ObjectionDecided', data: { objection: open.objection, ...body } });
}
