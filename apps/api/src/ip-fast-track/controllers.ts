import { IpAdjudicationController } from './adjudication.controller.js';
import { IpBesideController } from './beside.controller.js';
import { IpComplaintController } from './complaint.controller.js';
import { IpFilingController } from './filing.controller.js';
import { IpLodgingController } from './lodging.controller.js';
import { IpMediationController } from './mediation.controller.js';
import { IpPriorityController } from './priority.controller.js';

/** The routes of the IP fast track, one controller a procedure. */
export const ipFastTrackControllers = [
  IpLodgingController,
  IpFilingController,
  IpAdjudicationController,
  IpMediationController,
  IpPriorityController,
  IpComplaintController,
  IpBesideController,
];
