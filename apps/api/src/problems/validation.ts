import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemException, type Fault } from './problem.js';
import type { ProblemCode } from './sentences.js';
import { faultsOfShape } from './shape.js';

/** The door: class-validator on every body and query, unknown fields refused, every field at fault named. */
@Injectable()
export class DoorValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => invalid(errors.flatMap((error) => faultsOf(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const faults = metadata.type === 'custom' ? [] : faultsOfShape(value);
    if (faults.some(({ code }) => code === 'tooDeep')) throw invalid(faults);
    try {
      const transformed: unknown = await super.transform(value, metadata);
      if (faults.length === 0) return transformed;
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      throw error.with(faults);
    }
    throw invalid(faults);
  }
}

function invalid(faults: readonly Fault[]): ProblemException {
  return new ProblemException(400, 'invalid', {}, faults);
}

/** The decorators of fields.ts write their message as a code with its parameters in JSON. */
function faultsOf(error: ValidationError, parent: string): Fault[] {
  const index = /^\d+$/.test(error.property);
  const field = index ? `${parent}[${error.property}]` : parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]): Fault => {
    if (constraint === 'whitelistValidation') return { field, code: 'unknownField' };
    if (error.value === undefined) return { field, code: 'required' };
    const [code, params] = JSON.parse(message) as [ProblemCode, Record<string, string | number>?];
    return { field, code, ...(params && { params }) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
}
