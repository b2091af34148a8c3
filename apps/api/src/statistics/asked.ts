import type { Account } from '@redress/access/account.js';
import { scopeOf } from '@redress/access/scope.js';
import type { Name } from '@redress/cases/shared/reference.js';
import { kindTitles } from '@redress/cases/titles.js';
import { shanghaiDistricts } from '@redress/organisation/districts.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import type { HeldQuery, HeldTime } from '@redress/projections/holders/queries.js';
import type { FiguresQuery, TellApart } from '@redress/projections/statistics/figures.js';
import { instantsOf, monthsOf } from '@redress/projections/statistics/period.js';
import { ProblemException } from '../problems/problem.js';
import type { HoldersQueryDto, StatisticsQueryDto } from './statistics.dto.js';

/** The figures an account asks for, of what it may see. @throws ProblemException 403 */
export function figuresAsked(
  account: Account,
  { period, by, district, office, kind, category, respondentType }: StatisticsQueryDto,
): FiguresQuery {
  return {
    period: monthsOf(period),
    ...(by && { by }),
    ...(kind && { kind }),
    ...(category && { category }),
    ...(respondentType && { respondentType }),
    ...placeOf(account, district, office),
  };
}

/** The time held an account asks for, up to now. @throws ProblemException 403 */
export function heldAsked(account: Account, query: HoldersQueryDto, now: string): HeldQuery {
  const { district, office } = placeOf(account, query.district, query.office);
  const { from, to } = instantsOf(query.period);
  return {
    by: query.by ?? 'office',
    from,
    to: Date.parse(to) < Date.parse(now) ? to : now,
    ...(query.kind && { kind: query.kind }),
    ...(district !== undefined && { district: district ?? '' }),
    ...(office && { office }),
  };
}

/** An office's figures are for its head, a district's for its supervisor; whoever supervises the city asks for any. */
export function placeOf(
  account: Account,
  district: string | undefined,
  office: string | undefined,
): Pick<FiguresQuery, 'district' | 'office'> {
  const scope = scopeOf(account);
  if (scope.kind === 'all')
    return { ...(district && { district: district === 'city' ? null : district }), ...(office && { office }) };
  if (scope.kind === 'district') {
    if (district !== undefined && district !== scope.district) throw new ProblemException(403, 'otherOffice');
    return { district: scope.district, ...(office && { office }) };
  }
  if (scope.kind !== 'office' || !scope.isHead) throw new ProblemException(403, 'wrongRole');
  if (office !== undefined && office !== scope.office) throw new ProblemException(403, 'otherOffice');
  return { office: scope.office };
}

/** What the key of a row of figures is called; null where it says it itself. */
export function nameOf(offices: OfficeDirectory, by: TellApart | undefined, key: string | null): Name | null {
  if (key === null) return null;
  if (by === 'office') return offices.office(key)?.name ?? null;
  if (by === 'kind') return kindTitles[key as keyof typeof kindTitles];
  if (by !== 'district') return null;
  return key === '' ? { zh: '市级', en: 'The city' } : (shanghaiDistricts[key] ?? null);
}

export function holderNamed(offices: OfficeDirectory, by: HeldQuery['by'], { key, name }: HeldTime): Name | null {
  if (by === 'office') return offices.office(key)?.name ?? null;
  return name === null ? null : { zh: name, en: name };
}
