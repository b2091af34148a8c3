import { MoneyController } from './money.controller.js';
import { OverduePaymentController } from './overdue-payment.controller.js';
import { RespondentController } from './respondent.controller.js';
import { SideController } from './side.controller.js';

/** The routes of the overdue-payment claim. */
export const overduePaymentControllers = [
  OverduePaymentController,
  RespondentController,
  MoneyController,
  SideController,
];
