import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { money } from '@redress/cases/shared/money.js';
import { isCreditCode } from '@redress/cases/shared/party.js';
import { asksOfText, type FaultOfText } from '@redress/cases/shared/written-text.js';
import { isPlainDate } from '@redress/deadlines/calendar/plain-date.js';
import type { ProblemCode } from './sentences.js';
import { isUuid } from './uuid.js';

type Params = Record<string, string | number>;
const message = (code: ProblemCode, params?: Params) => ({ message: JSON.stringify(params ? [code, params] : [code]) });

/** One check of a field, told by its code. */
export function rule(
  name: string,
  holds: (value: unknown) => boolean,
  code: ProblemCode,
  params?: Params,
): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: holds } }, message(code, params));
}

export interface Presence {
  /** May be null (said so explicitly: unknown, none agreed). */
  readonly nullable?: boolean;
  /** May be left out. */
  readonly optional?: boolean;
  /** Asked for in some cases only, by the object it stands in; else it is not read. */
  readonly when?: (of: never) => boolean;
}

export function presence({ nullable, optional, when }: Presence): PropertyDecorator[] {
  const asked = (of: unknown, value: unknown) => when?.(of as never) ?? !(optional && value === undefined);
  return [ValidateIf((of, value) => asked(of, value) && !(nullable && value === null))];
}

export function property(options: ApiPropertyOptions, { nullable, optional, when }: Presence): PropertyDecorator {
  return ApiProperty({
    ...options,
    nullable: nullable === true,
    required: optional !== true && when === undefined,
  } as ApiPropertyOptions);
}

/** What a fault of a text is called here. */
const textCodes = {
  blank: 'required',
  tooLong: 'tooLong',
  controlCharacters: 'controlCharacters',
  invisibleCharacter: 'invisibleCharacter',
  brokenCharacter: 'brokenCharacter',
} as const satisfies Record<FaultOfText, ProblemCode>;

/** What holds for every text people write, for one or for each of a list; the first that does not hold is told. */
function textRules(max: number, isList: boolean): PropertyDecorator[] {
  const each = (holds: (text: string) => boolean) => (value: unknown) =>
    (isList && Array.isArray(value) ? value : [value]).every((one) => typeof one === 'string' && holds(one));
  const faults = Object.entries(textCodes) as [FaultOfText, ProblemCode][];
  return [
    rule(
      'text',
      each(() => true),
      'text',
    ),
    ...faults.map(([fault, code]) =>
      rule(
        fault,
        each((text) => !asksOfText[fault](text, max)),
        code,
        fault === 'tooLong' ? { max } : undefined,
      ),
    ),
  ];
}

/** Free text, trimmed by its writer; control characters but tab and line breaks are refused. */
export function Text(max: number, options: Presence & { readonly description?: string } = {}): PropertyDecorator {
  const { description } = options;
  return applyDecorators(
    property({ type: String, maxLength: max, ...(description && { description }) }, options),
    ...presence(options),
    ...textRules(max, false),
  );
}

/** A sum in yuan as a decimal string with at most two places; it goes on with exactly two (invariant 14). */
export function MoneyField(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example: '1280000.00', pattern: '^\\d{1,15}(\\.\\d{1,2})?$' }, options),
    ...presence(options),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (money(value) ?? value) : value)),
    rule('money', (v) => typeof v === 'string' && money(v) !== null, 'money'),
  );
}

/** A decimal number that is no sum of money: a rate in percent, a multiplier. */
export function DecimalField(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example: '3.45', pattern: '^\\d{1,6}(\\.\\d{1,8})?$' }, options),
    ...presence(options),
    rule('decimal', (v) => typeof v === 'string' && /^\d{1,6}(\.\d{1,8})?$/.test(v), 'decimal'),
  );
}

/** A plain date in Asia/Shanghai. */
export function Day(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, format: 'date', example: '2025-08-30' }, options),
    ...presence(options),
    rule('day', (v) => typeof v === 'string' && isPlainDate(v) && v >= '1949-10-01' && v <= '2199-12-31', 'day'),
  );
}

export function CreditCode(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example: '91350100M000100Y43', pattern: '^[0-9A-Z]{18}$' }, options),
    ...presence(options),
    rule('creditCode', (v) => typeof v === 'string' && isCreditCode(v), 'creditCode'),
  );
}

export function Phone(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, example: '021-63212810' }, options),
    ...presence(options),
    IsString(message('text')),
    Matches(/^\+?[0-9][0-9 ()-]{4,28}(转\d{1,6})?$/, message('phone')),
  );
}

export function OneOf(values: readonly string[], options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ enum: [...values] }, options),
    ...presence(options),
    IsIn([...values], message('oneOf', { values: values.join(', ') })),
  );
}

export function YesNo(options: Presence = {}): PropertyDecorator {
  return applyDecorators(property({ type: Boolean }, options), ...presence(options), IsBoolean(message('boolean')));
}

/** A promise that must be given. */
export function Promised(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Boolean, enum: [true] }),
    rule('promised', (v) => v === true, 'mustPromise'),
  );
}

export function WholeNumber(min: number, max: number, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: 'integer', minimum: min, maximum: max }, options),
    ...presence(options),
    IsInt(message('wholeNumber', { min, max })),
    Min(min, message('wholeNumber', { min, max })),
    Max(max, message('wholeNumber', { min, max })),
  );
}

/** The id of an office or an officer as the organisation writes it. */
export function Identifier(options: Presence & { readonly description?: string } = {}): PropertyDecorator {
  const { description } = options;
  return applyDecorators(
    property({ type: String, maxLength: 100, ...(description && { description }) }, options),
    ...presence(options),
    rule('identifier', (v) => typeof v === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(v), 'identifier'),
  );
}

export function Uuid(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, format: 'uuid' }, options),
    ...presence(options),
    rule('uuid', (v) => typeof v === 'string' && isUuid(v), 'uuid'),
  );
}

/** The document tells a class still to be asked for from the class itself by the name of the function, which must be `type`. */
function lazily(named: () => new () => object): () => new () => object {
  const type = () => named();
  return type;
}

export function Nested(type: () => new () => object, options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: lazily(type) }, options),
    ...presence(options),
    IsObject(message('object')),
    ValidateNested(message('object')),
    Type(type),
  );
}

export function ListOf(type: () => new () => object, min: number, max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: lazily(type), isArray: true, minItems: min, maxItems: max }),
    IsArray(message('list', { min, max })),
    ArrayMinSize(min, message('list', { min, max })),
    ArrayMaxSize(max, message('list', { min, max })),
    rule(
      'objects',
      (v) => !Array.isArray(v) || v.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
      'listOfObjects',
    ),
    ValidateNested({ each: true, ...message('object') }),
    Type(type),
  );
}

export function Names(min: number, max: number, length: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, minItems: min, maxItems: max }),
    IsArray(message('list', { min, max })),
    ArrayMinSize(min, message('list', { min, max })),
    ArrayMaxSize(max, message('list', { min, max })),
    ...textRules(length, true),
  );
}

/** A position of the log, as a query parameter. */
export function PositionField(): PropertyDecorator {
  return applyDecorators(
    property(
      { type: String, description: 'Wait until the view has this position (at most five seconds)' },
      { optional: true },
    ),
    ...presence({ optional: true }),
    rule('position', (v) => typeof v === 'string' && /^(0|[1-9]\d{0,17})$/.test(v), 'position'),
  );
}

/** A whole number written in a query parameter. */
export function WholeNumberText(min: number, max: number): PropertyDecorator {
  return applyDecorators(
    property({ type: 'integer', minimum: min, maximum: max }, { optional: true }),
    ...presence({ optional: true }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
    ),
    rule('wholeNumber', (v) => Number.isInteger(v) && (v as number) >= min && (v as number) <= max, 'wholeNumber', {
      min,
      max,
    }),
  );
}
