import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { OFFICES } from '@redress/casework/kernel/tokens.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { rungsPage } from '@redress/projections/escalations/queries.js';
import { clocksBehind, slaBoard } from '@redress/projections/sla-board/queries.js';
import { worklistPage, type Queue } from '@redress/projections/worklist/queries.js';
import { CurrentAccount } from '../session/session.guard.js';
import * as answer from './list.responses.js';
import * as ask from './query.dto.js';
import { ViewReading } from './reading.js';

const pageSize = 50;

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
  worklist(@Query() query: ask.WorklistQueryDto, @CurrentAccount() account: Account): Promise<answer.WorklistResponse> {
    const { queue = 'all', kind, status, q, after, limit = pageSize, atLeast } = query;
    const wanted = {
      queue: queueOf(queue, account),
      limit,
      ...(kind && { kind }),
      ...(status && { status }),
      ...(q && { search: q }),
      ...(after && { after }),
    };
    return this.views.of('worklist', atLeast, (pool, today) => worklistPage(pool, scopeOf(account), wanted, today));
  }

  @Get('sla-board')
  @ApiOperation({ summary: 'Clocks by district: running, due soon, late, met' })
  @ApiOkResponse({ type: answer.BoardResponse })
  async board(
    @Query() { clock = 'all', atLeast }: ask.BoardQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.BoardResponse> {
    const board = await this.views.of('sla-board', atLeast, (pool, today) =>
      slaBoard(pool, scopeOf(account), clock, today),
    );
    return { ...board, rows: board.rows.map((row) => ({ ...row, district: districtOf(row.district) })) };
  }

  @Get('sla-board/cases')
  @ApiOperation({ summary: 'The cases behind a figure of the board' })
  @ApiOkResponse({ type: answer.CaseRowsResponse })
  boardCases(
    @Query() query: ask.BoardCasesQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.CaseRowsResponse> {
    const { clock, district, status, after, limit = pageSize, atLeast } = query;
    const wanted = {
      limit,
      ...(clock && clock !== 'all' && { clock }),
      ...(district && { district: district === 'city' ? null : district }),
      ...(status && { standing: status }),
      ...(after && { after }),
    };
    return this.views.of('sla-board', atLeast, (pool, today) => clocksBehind(pool, scopeOf(account), wanted, today));
  }

  @Get('escalations')
  @ApiOperation({ summary: 'Rungs of the ladder: open by day, held back, fired, or fired and waiting for somebody' })
  @ApiOkResponse({ type: answer.EscalationsResponse })
  escalations(
    @Query() query: ask.EscalationsQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<answer.EscalationsResponse> {
    const { state = 'open', mustAct, after, limit = pageSize, atLeast } = query;
    const wanted = { state, limit, ...(mustAct && { mustAct }), ...(after && { after }) };
    return this.views.of('escalations', atLeast, (pool, today) => rungsPage(pool, scopeOf(account), wanted, today));
  }

  @Get('offices')
  @ApiOkResponse({ type: [answer.OfficeResponse] })
  async officeList(@Query() query: ask.OfficesQueryDto): Promise<answer.OfficeResponse[]> {
    await this.offices.refresh();
    return this.offices.offices({ ...query }).map(({ id, name, level, district }) => ({ id, name, level, district }));
  }

  @Get('officers')
  @ApiOkResponse({ type: [answer.OfficerResponse] })
  async officerList(@Query() query: ask.OfficersQueryDto): Promise<answer.OfficerResponse[]> {
    await this.offices.refresh();
    return this.offices.officers({ ...query }).map(({ id, name, title }) => ({ id, name, title }));
  }
}

/** A complainant has no queue but its own cases: the scope sees to that. */
function queueOf(queue: NonNullable<ask.WorklistQueryDto['queue']>, account: Account): Queue {
  if (!isOfficial(account)) return { of: 'all' };
  if (queue === 'mine') return { of: 'mine', person: account.officer };
  return queue === 'office' ? { of: 'office', office: account.office } : { of: queue };
}

function districtOf(code: string | null): answer.DistrictResponse | null {
  return code === null ? null : { code, name: shanghaiDistricts[code] ?? { zh: code, en: code } };
}
