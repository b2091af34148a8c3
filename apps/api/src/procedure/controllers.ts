import { AftercareController } from './aftercare.controller.js';
import { CustodyController } from './custody.controller.js';
import { PapersController } from './papers.controller.js';

/** The routes of the procedure which every kind of case shares. */
export const procedureControllers = [CustodyController, PapersController, AftercareController];
