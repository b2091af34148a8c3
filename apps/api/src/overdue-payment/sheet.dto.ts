import type { Money } from '@redress/cases/shared/money.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, DecimalField, ListOf, MoneyField, Nested, OneOf, Text, YesNo } from '../problems/fields.js';

const bases = [
  'fixed',
  'statutory',
  'agreed',
  'lprAtContract',
  'lprAtBreach',
  'lprFloating',
  'delayedPerformance',
] as const;
const scopes = ['segment', 'contractDate'] as const;
type Basis = (typeof bases)[number];
const isOf =
  (...kinds: readonly Basis[]) =>
  (basis: { kind: Basis }) =>
    kinds.includes(basis.kind);
const before2020 = ['none', 'lprFloating', 'lprAtBreach'] as const;

/** Where the rate comes from; what a basis does not ask for is left out. */
export class RateBasisDto {
  @OneOf(bases) kind!: (typeof bases)[number];
  @DecimalField({ when: isOf('fixed', 'agreed') }) rate?: string;
  @OneOf(['year', 'day'], { when: isOf('fixed') }) per?: 'year' | 'day';
  @Text(300, { when: isOf('fixed'), description: 'What a fixed rate rests on' }) source?: string;
  @Day({ when: isOf('statutory', 'agreed', 'lprAtContract'), nullable: true }) contractDate?: string | null;
  @OneOf(scopes, { when: isOf('statutory', 'agreed') }) temporalScope?: (typeof scopes)[number];
  @OneOf(before2020, { when: isOf('statutory') }) before?: (typeof before2020)[number];
}

export class InterestPaymentDto {
  @Day() on!: string;
  @MoneyField() amount!: Money;
}

const dayCounts = ['365', '360', 'actual', 'months'] as const;

export class InterestInputDto {
  @MoneyField() principal!: Money;
  /** The first day that bears interest. */
  @Day() from!: string;
  @Day() to!: string;
  @YesNo() endInclusive!: boolean;
  @Nested(() => RateBasisDto) basis!: RateBasisDto;
  @DecimalField() multiplier!: string;
  @OneOf(dayCounts) dayCount!: (typeof dayCounts)[number];
  @OneOf(['none', 'monthly']) compounding!: 'none' | 'monthly';
  @ListOf(() => InterestPaymentDto, 0, 200) payments!: InterestPaymentDto[];
  @OneOf(['interestFirst', 'principalFirst']) allocation!: 'interestFirst' | 'principalFirst';
}

/** The sheet is computed by the platform, never sent; its inputs are kept with it. */
export class AttachSheetDto extends OfficersAct {
  @Text(300) title!: string;
  @Nested(() => InterestInputDto) input!: InterestInputDto;
}
