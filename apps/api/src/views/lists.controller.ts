import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOf, scopeOfBoards } from '@redress/access/scope.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { CaseRow } from '@redress/projections/followed-case/case-row.js';
import { rungsPage } from '@redress/projections/escalations/queries.js';
import { pastBoard } from '@redress/projections/history/board.js';
import { pastClocks, pastWorklist, type PastListQuery } from '@redress/projections/history/lists.js';
import { usualPage } from '@redress/projections/reader.js';
import { clocksBehind } from '@redress/projections/sla-board/clocks-behind.js';
import { slaBoard } from '@redress/projections/sla-board/queries.js';
import { worklistPage, type Queue } from '@redress/projections/worklist/queries.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import * as answer from './list.responses.js';
import * as ask from './query.dto.js';
import { boardDifference } from './board-difference.js';
import { ViewReading } from './reading.js';
import { isOfThePast, queueThen } from './two-times.js';

@ApiTags('Lists and boards')
@ApiBearerAuth()
@Controller('api')
export class ListsController {
  constructor(
    private readonly views: ViewReading,
    @Inject(OFFICES) private readonly offices: OfficeDirectory,
  ) {}

  @Get('worklist')
  @ApiOperation({ summary: 'The cases this account may read, by due date' })
  @ApiOkResponse({ type: answer.WorklistResponse })
  async worklist(
    @Query() query: ask.WorklistQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.WorklistResponse> {
    const { queue = 'all', kind, status, level, q, after, limit = usualPage, atLeast } = query;
    const wanted = {
      queue: queueOf(queue, account),
      limit,
      ...(kind && { kind }),
      ...(status && { status }),
      ...(level && { level }),
      ...(q && { search: q }),
      ...(after && { after }),
    };
    const page = isOfThePast(query)
      ? await this.pastWorklist(query, account, { ...wanted, queue: queueThen(wanted.queue) })
      : await this.views.of('worklist', atLeast, (pool, today) => worklistPage(pool, scopeOf(account), wanted, today));
    return { ...page, rows: page.rows.map((row) => shownRow(account, row)) };
  }

  private pastWorklist(query: ask.WorklistQueryDto, account: Account, wanted: PastListQuery) {
    return this.views.past(notToRespondents(query, account), (pool, at) =>
      pastWorklist(pool, scopeOfBoards(account), wanted, at),
    );
  }

  @Get('sla-board')
  @ApiOperation({ summary: 'Clocks by district, office, kind or clock: running, due soon, late, met' })
  @ApiOkResponse({ type: answer.BoardResponse })
  async board(@Query() query: ask.BoardQueryDto, @CurrentAccount() account: Account): Promise<answer.BoardResponse> {
    const { by = 'district', atLeast } = query;
    const wanted = { by, ...clocksOf(query) };
    const board = isOfThePast(query)
      ? await this.views.past(notToRespondents(query, account), (pool, at) =>
          pastBoard(pool, scopeOfBoards(account), wanted, at),
        )
      : await this.views.of('sla-board', atLeast, (pool, today) =>
          slaBoard(pool, scopeOfBoards(account), wanted, today),
        );
    await this.offices.refresh();
    const rows = board.rows.map((row) => ({
      ...row,
      district: districtOf(row.district),
      office: this.officeNamed(row.office),
    }));
    return { ...board, rows };
  }

  @Get('sla-board/difference')
  @ApiOperation({ summary: 'The board at two moments, and how its figures differ' })
  @ApiOkResponse({ type: answer.BoardDifferenceResponse })
  async boardDifference(
    @Query() query: ask.BoardDifferenceQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.BoardDifferenceResponse> {
    const wanted = { by: query.by ?? 'district', ...clocksOf(query) };
    const boards = await this.views.compared(notToRespondents(query, account), (pool, at) =>
      pastBoard(pool, scopeOfBoards(account), wanted, at),
    );
    await this.offices.refresh();
    const { from, to, rows, totals } = boardDifference(boards.from, boards.to);
    const named = rows.map((row) => ({
      ...row,
      district: districtOf(row.district),
      office: this.officeNamed(row.office),
    }));
    return { from, to, rows: named, totals };
  }

  private officeNamed(id: string | null): answer.OfficeNameResponse | null {
    return id === null ? null : { id, name: this.offices.office(id)?.name ?? { zh: id, en: id } };
  }

  @Get('sla-board/cases')
  @ApiOperation({ summary: 'The cases behind a figure of the board' })
  @ApiOkResponse({ type: answer.CaseRowsResponse })
  async boardCases(
    @Query() query: ask.BoardCasesQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.CaseRowsResponse> {
    const { status, after, limit = usualPage, atLeast } = query;
    const wanted = {
      limit,
      ...clocksOf(query),
      ...(status && { standing: status }),
      ...(after && { after }),
    };
    const page = isOfThePast(query)
      ? await this.views.past(notToRespondents(query, account), (pool, at) =>
          pastClocks(pool, scopeOfBoards(account), wanted, at),
        )
      : await this.views.of('sla-board', atLeast, (pool, today) =>
          clocksBehind(pool, scopeOfBoards(account), wanted, today),
        );
    return { ...page, rows: page.rows.map((row) => shownRow(account, row)) };
  }

  @Get('escalations')
  @ApiOperation({ summary: 'Rungs of the ladder: open by day, held back, fired, or fired and waiting for somebody' })
  @ApiOkResponse({ type: answer.EscalationsResponse })
  escalations(
    @Query() query: ask.EscalationsQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.EscalationsResponse> {
    const { state = 'open', mustAct, after, limit = usualPage, atLeast } = query;
    const wanted = { state, limit, ...(mustAct && { mustAct }), ...(after && { after }) };
    return this.views.of('escalations', atLeast, (pool, today) =>
      rungsPage(pool, scopeOfBoards(account), wanted, today),
    );
  }

  @Get('offices')
  @ApiOkResponse({ type: [answer.OfficeResponse] })
  async officeList(@Query() query: ask.OfficesQueryDto): Promise<answer.OfficeResponse[]> {
    await this.offices.refresh();
    return this.offices.offices({ ...query }).map(({ id, name, level, district }) => {
      const districtName = districtOf(district)?.name ?? null;
      return { id, name, level, district, districtName };
    });
  }

  @Get('officers')
  @ApiOkResponse({ type: [answer.OfficerResponse] })
  async officerList(@Query() query: ask.OfficersQueryDto): Promise<answer.OfficerResponse[]> {
    await this.offices.refresh();
    return this.offices.officers({ ...query }).map(({ id, name, title }) => ({ id, name, title }));
  }
}

/** What the platform asks of its officers is between them: no party is shown it (invariant 16). */
function shownRow(account: Account, row: CaseRow): CaseRow {
  if (isOfficial(account)) return row;
  // Who answers to the complainant is not the respondent's to know, in its file neither.
  return { ...row, awaited: [], ...(account.role === 'respondent' && { firstContact: null }) };
}

/** Lists and boards of the past tell what a respondent is not told of its cases (invariant 16). */
function notToRespondents<Q>(query: Q, account: Account): Q {
  if (account.role === 'respondent') throw new ProblemException(403, 'wrongRole');
  return query;
}

/** A complainant has no queue but its own cases: the scope sees to that. */
function queueOf(queue: NonNullable<ask.WorklistQueryDto['queue']>, account: Account): Queue {
  if (!isOfficial(account)) return { of: 'all' };
  if (queue === 'mine') return { of: 'mine', person: account.officer };
  return queue === 'office' ? { of: 'office', office: account.office } : { of: queue };
}

/** Which clocks of a board are asked for. */
function clocksOf({ clock, district, office, kind }: ask.ClocksOfBoard) {
  return {
    ...(clock && clock !== 'all' && { clock }),
    ...(district && { district: district === 'city' ? null : district }),
    ...(office && { office }),
    ...(kind && { kind }),
  };
}

function districtOf(code: string | null): answer.DistrictResponse | null {
  return code === null ? null : { code, name: shanghaiDistricts[code] ?? { zh: code, en: code } };
}
