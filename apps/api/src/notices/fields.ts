import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { presence, property, rule, type Presence } from '../problems/fields.js';
import { isUuid } from '../problems/uuid.js';

/** Of RFC 5321 what people's addresses look like; a quoted local part or a bare domain is none of them. */
const address =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

export function MailAddress(options: Presence = {}): PropertyDecorator {
  return applyDecorators(
    property({ type: String, format: 'email', maxLength: 254 }, options),
    ...presence(options),
    rule('mailAddress', (v) => typeof v === 'string' && v.length <= 254 && address.test(v), 'mailAddress'),
  );
}

/** Any of these, each once at most. */
export function SomeOf(values: readonly string[]): PropertyDecorator {
  const max = values.length;
  return applyDecorators(
    ApiProperty({ enum: [...values], isArray: true }),
    rule('list', (v) => Array.isArray(v) && v.length <= max && new Set(v).size === v.length, 'list', { min: 0, max }),
    rule('oneOf', (v) => Array.isArray(v) && v.every((one) => values.includes(one as string)), 'oneOf', {
      values: values.join(', '),
    }),
  );
}

export function UuidList(max: number): PropertyDecorator {
  const optional = { optional: true };
  return applyDecorators(
    property({ type: String, format: 'uuid', isArray: true, maxItems: max }, optional),
    ...presence(optional),
    rule('list', (v) => Array.isArray(v) && v.length <= max, 'list', { min: 0, max }),
    rule('uuid', (v) => Array.isArray(v) && v.every((one) => typeof one === 'string' && isUuid(one)), 'uuid'),
  );
}

/** `true` or `false` written in a query parameter. */
export function YesNoText(): PropertyDecorator {
  const optional = { optional: true };
  return applyDecorators(
    property({ type: Boolean }, optional),
    ...presence(optional),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    rule('boolean', (v) => typeof v === 'boolean', 'boolean'),
  );
}
