import { CreditRepairController } from './credit-repair.controller.js';
import { CreditObjectionController } from './objection.controller.js';
import { CreditRecordController } from './record.controller.js';

/** The routes of credit repair: the request, objections, the record itself. */
export const creditRepairControllers = [CreditRepairController, CreditObjectionController, CreditRecordController];
