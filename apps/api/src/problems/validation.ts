import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemException, type Fault } from './problem.js';

/** The door: class-validator on every body, unknown fields refused, every field at fault named. */
export function doorValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new ProblemException(
        400,
        'invalid',
        {},
        errors.flatMap((error) => faultsOf(error, '')),
      ),
  });
}

/** The decorators of fields.ts write their message as a code with its parameters in JSON. */
function faultsOf(error: ValidationError, parent: string): Fault[] {
  const index = /^\d+$/.test(error.property);
  const field = index ? `${parent}[${error.property}]` : parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): Fault => {
    if (constraint === 'whitelistValidation') return { field, code: 'unknownField' };
    if (error.value === undefined) return { field, code: 'required' };
    const [code, params] = JSON.parse(message) as [string, Record<string, string | number>?];
    return { field, code, ...(params && { params }) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}
