import { caseStatuses } from '@redress/cases/kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import { standings, type Standing } from '@redress/projections/law-in-force/standing.js';
import { caseKindNames } from './list.responses.js';
import { Identifier, OneOf, PositionField, Text, WholeNumberText } from '../problems/fields.js';

/** What every query may say. */
export class ViewQuery {
  @PositionField() atLeast?: string;
}

export class PageQuery extends ViewQuery {
  @Text(2000, { optional: true, description: '`next` of the page before' }) after?: string;
  @WholeNumberText(1, 200) limit?: number;
}

const queues = ['mine', 'office', 'unassigned', 'all'] as const;

export class WorklistQueryDto extends PageQuery {
  @OneOf(queues, { optional: true }) queue?: (typeof queues)[number];
  @OneOf(caseKindNames, { optional: true }) kind?: KindName;
  @OneOf(caseStatuses, { optional: true }) status?: string;
  @Text(100, { optional: true, description: 'Start of a case number or credit code, or part of a name' }) q?: string;
}

export class BoardQueryDto extends ViewQuery {
  @Identifier({ optional: true }) clock?: string;
}

export class BoardCasesQueryDto extends PageQuery {
  @Identifier({ optional: true }) clock?: string;
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
  @OneOf(standings, { optional: true }) status?: Standing;
}

const rungStates = ['open', 'held', 'fired', 'awaiting'] as const;

export class EscalationsQueryDto extends PageQuery {
  @OneOf(rungStates, { optional: true }) state?: (typeof rungStates)[number];
  @Identifier({ optional: true }) mustAct?: string;
}

export class OfficesQueryDto {
  @OneOf(['acceptingAuthority', 'handlingAuthority', 'supervision'], { optional: true })
  function?: 'acceptingAuthority' | 'handlingAuthority' | 'supervision';
}

const officerRoles = [
  'serviceSpecialist',
  'intakeOfficer',
  'handlingOfficer',
  'mediator',
  'departmentHead',
  'supervisor',
] as const;

export class OfficersQueryDto {
  @Identifier({ optional: true }) office?: string;
  @OneOf(officerRoles, { optional: true }) role?: (typeof officerRoles)[number];
}
