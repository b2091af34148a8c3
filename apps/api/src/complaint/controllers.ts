import { ComplaintController } from './complaint.controller.js';
import { ComplaintFindingsController } from './findings.controller.js';
import { ComplaintTracksController } from './tracks.controller.js';

/** The routes of the complaint: its procedure, its findings, the tracks beside it. */
export const complaintControllers = [ComplaintController, ComplaintFindingsController, ComplaintTracksController];
