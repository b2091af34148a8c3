import type { CaseLevel } from '../reference.js';
import type { Raise } from './commands.js';
import type { ProcedureEvent } from './events.js';
import { officeOf } from './rule.js';
import type { Procedure } from './state.js';

/** 街镇 → 区 → 市 → 联席会议. */
const heights: Readonly<Record<CaseLevel, number>> = { street: 0, district: 1, city: 2, jointConference: 3 };

export function isHigher(one: CaseLevel, other: CaseLevel): boolean {
  return heights[one] > heights[other];
}

/** The level of the office that has the file, or the one to which the case was raised where that is higher. */
export function levelOf(procedure: Procedure): CaseLevel {
  const own = procedure.officeLevel ?? (officeOf(procedure).district === null ? 'city' : 'district');
  const { raised } = procedure;
  return raised && isHigher(raised.level, own) ? raised.level : own;
}

/**
 * 提级. The office that handles the case by law goes on handling it and answers to the office above; a street, which has
 * a case only because its district handed it down, gives the file back. Nothing where the case is as high already.
 */
export function raised(
  procedure: Procedure,
  to: Raise,
  by: 'rung' | 'hand',
  ground: string,
): readonly ProcedureEvent[] {
  const from = levelOf(procedure);
  if (!isHigher(to.level, from)) return [];
  const rise = { type: 'LevelRaised', data: { from, to: to.level, office: to.office, by } } as const;
  if (!to.takesFile || procedure.handlingOffice === null || procedure.joint || to.level === 'jointConference')
    return [rise];
  const handed = {
    direction: 'up',
    from: officeOf(procedure),
    to: to.office,
    level: to.level,
    ground,
  } as const;
  return [rise, { type: 'HandedOn', data: handed }];
}
