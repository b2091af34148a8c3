import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseCommandHandler } from './case-command-handler.js';

/** The application layer of every case kind: one command, one handler; the kinds stand in `kinds.ts`. */
@Module({ imports: [CqrsModule], providers: [CaseCommandHandler] })
export class CaseworkModule {}
