import { ApiProperty } from '@nestjs/swagger';
import type { CaseSummary } from '@redress/cases/shared/case-kind.js';
import type { OfficeDirectory } from '@redress/organisation/office-directory.js';
import { NameResponse } from '../session/session.dto.js';
import { OfficeNameResponse } from './list.responses.js';

export class ProposedOfficeResponse {
  @ApiProperty({ enum: ['transfer', 'handToPlatform'] }) act!: 'transfer' | 'handToPlatform';
  @ApiProperty({ type: OfficeNameResponse, nullable: true, description: 'null: it goes to a platform outside' })
  office!: OfficeNameResponse | null;
  @ApiProperty({ type: NameResponse, nullable: true }) platform!: NameResponse | null;
  @ApiProperty() ground!: NameResponse;
  @ApiProperty({ description: 'The rule it rests on: a law pack’s id and article, or the operator’s own' })
  rule!: string;
}

/** Who is competent for the case by the respondent's level and seat (属地管理、分级负责), a hand-over outside first. */
export function proposedOffices(
  offices: OfficeDirectory,
  kind: string,
  summary: CaseSummary,
  on: string,
): ProposedOfficeResponse[] {
  const question = { kind, respondentCode: summary.respondent?.creditCode ?? null, on };
  const outside = offices.competent({ ...question, act: 'handOver' });
  const within = offices.competent({ ...question, act: 'handle' });
  return [
    ...outside.map(({ platform, ground, rule }) => ({
      act: 'handToPlatform' as const,
      office: null,
      platform,
      ground,
      rule,
    })),
    ...within.map(({ office: { id, name }, ground, rule }) => ({
      act: 'transfer' as const,
      office: { id, name },
      platform: null,
      ground,
      rule,
    })),
  ];
}
