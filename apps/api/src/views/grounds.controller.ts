import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { groundsOf } from '@redress/casework/grounds/grounds.js';
import { EVENT_STORE } from '@redress/casework/kernel/tokens.js';
import { uncountedGrounds } from '@redress/cases/ip-fast-track/adjudication-events.js';
import { kindLetters, type CaseKind } from '@redress/cases/shared/case-number.js';
import { groundUses, type GroundUse } from '@redress/deadlines/law/operator-rules.js';
import type { EventStore } from '@redress/event-store/port.js';
import { OneOf } from '../problems/fields.js';
import { NameResponse } from '../session/session.dto.js';

const kinds = Object.keys(kindLetters);

export class GroundsQueryDto {
  @OneOf(kinds) kind!: CaseKind;
}

export class GroundResponse {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: groundUses }) use!: GroundUse;
  @ApiProperty() title!: NameResponse;
  @ApiProperty({ type: String, nullable: true, description: 'A fact which must be on the file first' })
  needs!: string | null;
  @ApiProperty({ format: 'date' }) validFrom!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) validTo!: string | null;
}

export class GroundsResponse {
  @ApiProperty({ type: NameResponse, nullable: true, description: 'What these grounds are: operator policy, no law' })
  label!: NameResponse | null;
  @ApiProperty({ type: [GroundResponse] }) grounds!: readonly GroundResponse[];
  @ApiProperty({ type: [String], description: 'Codes of the grounds on which the law lets such a case pause' })
  pauseGroundsOfLaw!: readonly string[];
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days in which a dispatch may be objected to' })
  dispatchObjectionDays!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days for a supplement, then it may lapse' })
  supplementDays!: number | null;
}

@ApiTags('Lists and boards')
@ApiBearerAuth()
@Controller('api/grounds')
export class GroundsController {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  @Get()
  @ApiOperation({ summary: 'What the operator sets for a kind of case: grounds to end, decline or pause, and days' })
  @ApiOkResponse({ type: GroundsResponse })
  async grounds(@Query() { kind }: GroundsQueryDto): Promise<GroundsResponse> {
    const published = await groundsOf(this.store, kind);
    return {
      label: published?.label ?? null,
      grounds: published?.grounds ?? [],
      pauseGroundsOfLaw: kind === 'ipFastTrack' ? uncountedGrounds : [],
      dispatchObjectionDays: published?.dispatchObjectionDays ?? null,
      supplementDays: published?.supplementDays ?? null,
    };
  }
}
