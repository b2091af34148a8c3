import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { isOfficial, type Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import { debtorOfId, debtors } from '@redress/projections/debtor-watch/queries.js';
import { firstContacts } from '@redress/projections/first-contact/queries.js';
import { ProblemException } from '../problems/problem.js';
import { CurrentAccount } from '../session/session.guard.js';
import { ViewQuery } from '../views/query.dto.js';
import { ViewReading } from '../views/reading.js';
import * as dto from './watch.dto.js';

const pageSize = 50;

/** What officers watch: who owes, and who of them answers for what. No company is shown any of it (invariant 16). */
@ApiTags('Lists and boards')
@ApiBearerAuth()
@Controller('api')
export class WatchController {
  constructor(private readonly views: ViewReading) {}

  @Get('debtors')
  @ApiOperation({
    summary: 'Who owes (预防), across complainants, districts and years, as far as one may read the cases',
  })
  @ApiOkResponse({ type: dto.DebtorsResponse })
  debtors(
    @Query() { by = 'outstanding', warning, limit = pageSize, atLeast }: dto.DebtorsQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.DebtorsResponse> {
    mustBeOfficial(account);
    const query = { by, limit, ...(warning && { warning }) };
    return this.views.of('debtor-watch', atLeast, async (pool, today) => {
      const { rows, more, rules } = await debtors(pool, scopeOf(account), query, today);
      return { rows, more, policy: rules.title, policyVersion: rules.version, today };
    });
  }

  @Get('debtors/:debtor')
  @ApiOperation({ summary: 'One who owes, by year and by district' })
  @ApiParam({ name: 'debtor', type: String, description: '`id` of a row' })
  @ApiOkResponse({ type: dto.DebtorDetailResponse })
  async debtor(
    @Param('debtor') id: string,
    @Query() { atLeast }: ViewQuery,
    @CurrentAccount() account: Account,
  ): Promise<dto.DebtorDetailResponse> {
    mustBeOfficial(account);
    const found = id.includes('\0')
      ? null
      : await this.views.of('debtor-watch', atLeast, (pool, today) => debtorOfId(pool, scopeOf(account), id, today));
    if (found === null) throw new ProblemException(404, 'notFound');
    const byDistrict = found.byDistrict.map((part) => ({
      ...part,
      of: part.of ?? 'city',
      district: part.of === null ? null : { code: part.of, name: districtName(part.of) },
    }));
    return { ...found, byYear: found.byYear.map((part) => ({ ...part, of: part.of ?? '' })), byDistrict };
  }

  @Get('first-contact')
  @ApiOperation({ summary: '首接负责制: how each officer answers for the cases they took in' })
  @ApiOkResponse({ type: dto.FirstContactsResponse })
  firstContact(
    @Query() { atLeast, ...query }: dto.FirstContactQueryDto,
    @CurrentAccount() account: Account,
  ): Promise<dto.FirstContactsResponse> {
    mustBeOfficial(account);
    return this.views.of('first-contact', atLeast, async (pool, today) => ({
      rows: await firstContacts(pool, scopeOf(account), query, today),
      today,
    }));
  }
}

function mustBeOfficial(account: Account): void {
  if (!isOfficial(account)) throw new ProblemException(403, 'wrongRole');
}

function districtName(code: string) {
  return shanghaiDistricts[code] ?? { zh: code, en: code };
}
