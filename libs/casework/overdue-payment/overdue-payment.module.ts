import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { OverduePaymentHandler } from './handler.js';

@Module({ imports: [CqrsModule], providers: [OverduePaymentHandler] })
export class OverduePaymentModule {}
