import { CreditCode, Nested, OneOf, Phone, Text } from '../problems/fields.js';

const sizes = ['micro', 'small', 'medium', 'large', 'notApplicable', 'unknown'] as const;
const unitTypes = ['stateOrgan', 'publicInstitution', 'stateOwnedFirm', 'largeFirm', 'otherFirm'] as const;

export class ContactDto {
  @Text(100) name!: string;
  @Phone() phone!: string;
}

export class ComplainantDto {
  @Text(200) name!: string;
  @CreditCode() creditCode!: string;
  @OneOf(['micro', 'small', 'medium']) sizeType!: 'micro' | 'small' | 'medium';
  @Text(500) address!: string;
  @Nested(() => ContactDto) contact!: ContactDto;
}

export class RespondentDto {
  @Text(200) name!: string;
  @CreditCode({ nullable: true }) creditCode!: string | null;
  @OneOf(unitTypes) unitType!: (typeof unitTypes)[number];
  @OneOf(sizes) sizeType!: (typeof sizes)[number];
  @Text(500) address!: string;
  @Nested(() => ContactDto, { nullable: true }) contact!: ContactDto | null;
}
