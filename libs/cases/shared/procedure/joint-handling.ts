import { accept, refuse, type Refusal } from '../decision.js';
import type { OfficeRef } from '../reference.js';
import { beside, officeOf, type Rules } from './rule.js';

interface CoHandler {
  readonly office: OfficeRef;
  readonly task: string;
  readonly reportBy: string | null;
}

/** 联席会议: the office that handles the case leads, the others act for it within their own limits and report to it. */
export const jointHandlingRules: Rules<'arrangeJointHandling' | 'recordCoHandlerReport' | 'endJointHandling'> = {
  arrangeJointHandling: {
    earliest: beside,
    decide: ({ coHandlers, ground }, { procedure }, { on }) => {
      const lead = officeOf(procedure);
      const faults: Refusal[] = [];
      if (procedure.joint) faults.push({ code: 'jointHandlingStands' });
      if (coHandlers.length === 0) faults.push({ code: 'noCoHandlers', field: 'coHandlers' });
      const named: CoHandler[] = [];
      coHandlers.forEach(({ office, task, reportBy }, i) => {
        const field = `coHandlers[${i}].office`;
        if (office === null) faults.push({ code: 'notAnOffice', field });
        else if (office.id === lead.id) faults.push({ code: 'leadAsCoHandler', field });
        else if (named.some((one) => one.office.id === office.id)) faults.push({ code: 'namedTwice', field });
        else named.push({ office, task, reportBy });
        if (reportBy !== null && reportBy < on) {
          faults.push({ code: 'dayPassed', field: `coHandlers[${i}].reportBy` });
        }
      });
      if (faults.length > 0) return refuse(...faults);
      return accept({ type: 'JointHandlingArranged', data: { lead, coHandlers: named, ground } });
    },
  },
  recordCoHandlerReport: {
    earliest: ({ procedure: { joint }, lodgedOn }) => joint?.on ?? lodgedOn,
    decide: ({ office, report }, { procedure: { joint } }) => {
      if (joint === null) return refuse({ code: 'noJointHandling' });
      return office !== null && joint.coHandlers.some((one) => one.office.id === office.id)
        ? accept({ type: 'CoHandlerReported', data: { office, report } })
        : refuse({ code: 'notACoHandler', field: 'office' });
    },
  },
  endJointHandling: {
    earliest: ({ procedure: { joint }, lodgedOn }) => joint?.on ?? lodgedOn,
    decide: (body, { procedure: { joint } }) =>
      joint === null ? refuse({ code: 'noJointHandling' }) : accept({ type: 'JointHandlingEnded', data: body }),
  },
};
