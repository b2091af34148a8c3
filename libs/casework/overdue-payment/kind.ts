import type { Command } from '@redress/cases/overdue-payment/commands.js';
import type { OverduePaymentEvent } from '@redress/cases/overdue-payment/events.js';
import { overduePayment as domain } from '@redress/cases/overdue-payment/kind.js';
import type { State } from '@redress/cases/overdue-payment/state.js';
import type { CaseworkKind } from '../kernel/casework-kind.js';
import { accessOfLodging } from '../kernel/lodging.js';
import { completions } from './completions.js';

export const overduePayment: CaseworkKind<State, Command, OverduePaymentEvent> = {
  domain,
  completions,
  accessOfNew: accessOfLodging,
};
