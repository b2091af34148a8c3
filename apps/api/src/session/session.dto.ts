import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@redress/access/roles.js';
import { Text } from '../problems/fields.js';

export class NameResponse {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

export class SignInDto {
  @Text(100) account!: string;
  @Text(200) password!: string;
}

export class OfficeOfAccount {
  @ApiProperty() id!: string;
  @ApiProperty() name!: NameResponse;
  @ApiProperty({ enum: ['city', 'district', 'street'] }) level!: 'city' | 'district' | 'street';
  @ApiProperty({ type: String, nullable: true }) district!: string | null;
}

export class CompanyOfAccount {
  @ApiProperty() name!: string;
  @ApiProperty() creditCode!: string;
}

export class Me {
  @ApiProperty() id!: string;
  @ApiProperty() account!: string;
  @ApiProperty() name!: NameResponse;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty() roleTitle!: NameResponse;
  @ApiProperty({ type: OfficeOfAccount, nullable: true }) office!: OfficeOfAccount | null;
  @ApiProperty({ type: CompanyOfAccount, nullable: true }) company!: CompanyOfAccount | null;
}

export class SignedIn {
  @ApiProperty() token!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiProperty() account!: Me;
}

export class DemonstrationAccount {
  @ApiProperty() account!: string;
  @ApiProperty() password!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty() roleTitle!: NameResponse;
  @ApiProperty() name!: NameResponse;
  @ApiProperty({ type: NameResponse, nullable: true }) organisation!: NameResponse | null;
}
