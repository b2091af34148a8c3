import type { CaseAccess } from '@redress/access/scope.js';
import type { Command } from '@redress/cases/credit-repair/commands.js';
import type { CreditRepairEvent } from '@redress/cases/credit-repair/events.js';
import { creditRepair as domain } from '@redress/cases/credit-repair/kind.js';
import type { State } from '@redress/cases/credit-repair/state.js';
import type { CaseworkKind } from '../kernel/casework-kind.js';
import { accessOfLodging } from '../kernel/lodging.js';
import { completions } from './completions.js';

export const creditRepair: CaseworkKind<State, Command, CreditRepairEvent> = {
  domain,
  completions,
  accessOfNew: accessOfRequest,
};

/** The applicant stands where others have a complainant. */
function accessOfRequest(body: object): CaseAccess | null {
  return 'applicant' in body ? accessOfLodging({ ...body, complainant: body.applicant }) : null;
}
