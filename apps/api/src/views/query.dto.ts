import { IntersectionType } from '@nestjs/swagger';
import { caseStatuses } from '@redress/cases/kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';
import type { CaseLevel } from '@redress/cases/shared/reference.js';
import { standings, type Standing } from '@redress/projections/law-in-force/standing.js';
import { boardsBy } from '@redress/projections/followed-case/board.js';
import { caseKindNames, caseLevels } from './list.responses.js';
import { DifferenceQuery, TwoTimesQuery } from './two-times.dto.js';
import { Identifier, OneOf, PositionField, Text, WholeNumberText } from '../problems/fields.js';

/** What every query may say. */
export class ViewQuery {
  @PositionField() atLeast?: string;
}

export class PageQuery extends ViewQuery {
  @Text(2000, { optional: true, description: '`next` of the page before' }) after?: string;
  @WholeNumberText(1, 200) limit?: number;
}

const queues = ['mine', 'office', 'unassigned', 'afterEnd', 'all'] as const;

/** A page of a list, today's or that of a moment of the past. */
export class PastPageQuery extends IntersectionType(PageQuery, TwoTimesQuery) {}

export class WorklistQueryDto extends PastPageQuery {
  @OneOf(queues, { optional: true }) queue?: (typeof queues)[number];
  @OneOf(caseKindNames, { optional: true }) kind?: KindName;
  @OneOf(caseStatuses, { optional: true }) status?: string;
  @OneOf(caseLevels, { optional: true }) level?: CaseLevel;
  @Text(100, { optional: true, description: 'Start of a case number or credit code, or part of a name' }) q?: string;
}

/** Of today, or of a moment of the past. */
export class PastViewQuery extends IntersectionType(ViewQuery, TwoTimesQuery) {}

/** Which clocks a board, or the list beneath it, is of. */
export class ClocksOfBoard {
  /** A rule's id; left out, or `all`: every clock that awaits an office's act. */
  @Identifier({ optional: true }) clock?: string;
  /** Division code, or `city`. */
  @Identifier({ optional: true }) district?: string;
  /** The office which holds the cases. */
  @Identifier({ optional: true }) office?: string;
  @OneOf(caseKindNames, { optional: true }) kind?: KindName;
}

export class BoardQueryDto extends IntersectionType(PastViewQuery, ClocksOfBoard) {
  @OneOf(boardsBy, { optional: true }) by?: (typeof boardsBy)[number];
}

export class BoardDifferenceQueryDto extends IntersectionType(DifferenceQuery, ClocksOfBoard) {
  @OneOf(boardsBy, { optional: true }) by?: (typeof boardsBy)[number];
}

export class BoardCasesQueryDto extends IntersectionType(PastPageQuery, ClocksOfBoard) {
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
