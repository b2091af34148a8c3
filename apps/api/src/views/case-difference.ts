import { isDeepStrictEqual } from 'node:util';
import { ApiProperty } from '@nestjs/swagger';
import { ClockResponse, TimelineEntryResponse, type CaseFileResponse } from './case-file.responses.js';
import { MomentResponse } from './two-times.dto.js';

export class ChangedFieldResponse {
  @ApiProperty({ description: 'Dotted path in the case file: `handlingOffice.name.zh`, `claim.lines.0.amount`' })
  field!: string;
  @ApiProperty({
    nullable: true,
    description: 'Any JSON value; null where it was not told',
    type: 'object',
    additionalProperties: true,
  })
  before!: unknown;
  @ApiProperty({ nullable: true, type: 'object', additionalProperties: true }) after!: unknown;
}

export class ChangedClockResponse {
  @ApiProperty() rule!: string;
  @ApiProperty() subject!: string;
  @ApiProperty({ type: ClockResponse, nullable: true }) before!: ClockResponse | null;
  @ApiProperty({ type: ClockResponse, nullable: true }) after!: ClockResponse | null;
}

export class CaseDifferenceResponse {
  @ApiProperty() from!: MomentResponse;
  @ApiProperty() to!: MomentResponse;
  @ApiProperty({ type: [ChangedFieldResponse] }) facts!: readonly ChangedFieldResponse[];
  @ApiProperty({ type: [ChangedClockResponse] }) clocks!: readonly ChangedClockResponse[];
  @ApiProperty({ type: [TimelineEntryResponse], description: 'Told of the later moment alone' })
  added!: readonly TimelineEntryResponse[];
  @ApiProperty({ type: [TimelineEntryResponse], description: 'Told of the earlier moment alone' })
  removed!: readonly TimelineEntryResponse[];
}

/** What the file tells otherwise; where it stands in the log, and which day it is, are no facts of the case. */
export function differenceOf(
  before: CaseFileResponse,
  after: CaseFileResponse,
): Omit<CaseDifferenceResponse, 'from' | 'to'> {
  const onlyIn = (one: CaseFileResponse, other: CaseFileResponse) =>
    one.timeline.filter(({ revision }) => !other.timeline.some((entry) => entry.revision === revision));
  return {
    facts: changed('', factsOf(before), factsOf(after)),
    clocks: changedClocks(before.clocks, after.clocks),
    added: onlyIn(after, before),
    removed: onlyIn(before, after),
  };
}

function factsOf(file: CaseFileResponse): unknown {
  const { revision: _, position: __, timeline: ___, today: ____, clocks: _____, ...facts } = file;
  const { asOf: ______, knownAt: _______, ...told } = facts;
  return told;
}

function changed(field: string, before: unknown, after: unknown): readonly ChangedFieldResponse[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ field, before: before ?? null, after: after ?? null }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changed(field === '' ? name : `${field}.${name}`, before[name], after[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function changedClocks(before: readonly ClockResponse[], after: readonly ClockResponse[]): ChangedClockResponse[] {
  const key = ({ rule, subject, startedOn }: ClockResponse) => `${rule} ${subject} ${startedOn}`;
  const known = new Map(before.map((clock) => [key(clock), clock]));
  const now = new Map(after.map((clock) => [key(clock), clock]));
  return [...new Set([...known.keys(), ...now.keys()])].flatMap((name) => {
    const [one, other] = [known.get(name) ?? null, now.get(name) ?? null];
    const { rule, subject } = (one ?? other)!;
    return isDeepStrictEqual(one, other) ? [] : [{ rule, subject, before: one, after: other }];
  });
}
