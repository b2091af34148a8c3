import { accept, refuse, type Refusal } from '../shared/decision.js';
import type { PersonRef } from '../shared/reference.js';
import { officeOf } from '../shared/procedure/rule.js';
import { conditions, type Condition, type Conditions } from './adjudication-events.js';
import type { NamedPanel, OwnBody } from './commands.js';
import type { Matter, PatentType } from './matter.js';
import { faultsOfOpponent } from './request-rules.js';
import { asStep, beside, type Outcome, type Rules } from './rule.js';
import type { Existing } from './state.js';
import { cureEnd, limitationEnd, surelyOver } from './terms.js';

/** From the request to the case filing (立案) or its refusal: CNIPA 81, Art. 7, 12, 14, 16, 19 and 20. */
export const filingRules: Rules<
  | 'supplyMaterials'
  | 'requireReport'
  | 'supplyReport'
  | 'refuseReport'
  | 'tellDefects'
  | 'cureDefects'
  | 'extendFiling'
  | 'fileCase'
  | 'refuseFiling'
> = {
  supplyMaterials: {
    earliest: asStep,
    decide: (body, state) => {
      const faults = faultsOfSupply(body.respondent, state);
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'Resubmitted', data: body });
    },
  },
  requireReport: {
    earliest: beside,
    decide: (body, { request: { matter }, adjudication: { report } }) => {
      if (patentTypeOf(matter) === 'invention') return refuse({ code: 'reportNotForInvention' });
      if (report !== 'notRequired') return refuse({ code: 'reportAlreadyRequired' });
      return accept({ type: 'EvaluationReportRequired', data: body });
    },
  },
  supplyReport: {
    earliest: beside,
    decide: (body, { request: { matter } }) =>
      patentTypeOf(matter) === 'invention'
        ? refuse({ code: 'reportNotForInvention' })
        : accept({ type: 'EvaluationReportReceived', data: body }),
  },
  refuseReport: {
    earliest: beside,
    decide: (body, { adjudication: { report } }) =>
      report === 'required'
        ? accept({ type: 'EvaluationReportRefused', data: body })
        : refuse({ code: 'reportNotRequired' }),
  },
  tellDefects: {
    earliest: asStep,
    decide: (body, { adjudication: { defectsTold } }) =>
      defectsTold
        ? refuse({ code: 'defectsAlreadyTold', params: { on: defectsTold.on } })
        : accept({ type: 'DefectsTold', data: body }),
  },
  cureDefects: {
    earliest: asStep,
    decide: (body, state) => {
      const faults = faultsOfSupply(body.respondent, state);
      return faults.length > 0 ? refuse(...faults) : accept({ type: 'DefectsCured', data: body });
    },
  },
  extendFiling: {
    earliest: asStep,
    decide: ({ reason }, { adjudication: { filingExtended } }, { actor }) =>
      filingExtended
        ? refuse({ code: 'filingAlreadyExtended' })
        : accept({ type: 'FilingExtended', data: { reason, approvedBy: actor } }),
  },
  fileCase: { earliest: asStep, decide: fileCase },
  refuseFiling: { earliest: asStep, decide: refuseFiling },
};

function faultsOfSupply(respondent: OwnBody<'cureDefects'>['respondent'], { request }: Existing): Refusal[] {
  return respondent ? faultsOfOpponent(respondent, request.complainant.creditCode, 'respondent') : [];
}

function patentTypeOf(matter: Matter): PatentType | null {
  return 'patent' in matter ? matter.patent.type : null;
}

function fileCase(body: OwnBody<'fileCase'>, state: Existing): Outcome {
  const { panel: named, ...rest } = body;
  const panel = panelOf(named);
  const faults = [
    ...faultsOfConditions(body.conditions, state),
    ...faultsOfMaterials(state),
    ...faultsOfLimitation(body.patentInForce, state),
    ...faultsOfPanel(named),
  ];
  if (panel === null || faults.length > 0) return refuse(...faults);
  return accept({ type: 'CaseFiled', data: { ...rest, panel } });
}

/** Art. 12, each condition by itself; what the request says may not be found to be otherwise. */
function faultsOfConditions(found: Conditions, state: Existing): Refusal[] {
  const unmet = conditions.filter((one) => !found[one]);
  const against = conditions.filter((one) => found[one] && !mayBeMet(one, state));
  return [
    ...unmet.map((one): Refusal => ({ code: 'conditionNotMet', field: `conditions.${one}` })),
    ...against.map((one): Refusal => ({ code: 'conditionAgainstFile', field: `conditions.${one}` })),
  ];
}

function mayBeMet(condition: Condition, { request, procedure }: Existing): boolean {
  const { matter, respondent } = request;
  if (matter.route !== 'adjudication') return true;
  switch (condition) {
    case 'standing':
      return matter.standing !== 'neither';
    case 'clearRespondent':
      return respondent !== null;
    case 'jurisdiction':
      // Art. 7: the city level takes what is foreign-related or major across districts.
      return !(matter.foreignRelated || matter.majorCrossDistrict) || officeOf(procedure).district === null;
    case 'concreteClaim':
    case 'noCourtCase':
    case 'noOtherRoute':
      return true;
  }
}

function faultsOfMaterials({ request: { matter }, adjudication: { report } }: Existing): Refusal[] {
  const faults: Refusal[] = [];
  if ('patent' in matter && !matter.patent.registerCopy) faults.push({ code: 'registerCopyMissing' });
  if (report === 'required' || report === 'refused') faults.push({ code: 'reportOutstanding' });
  return faults;
}

/** A late request is still taken where the act goes on and the patent is valid. */
function faultsOfLimitation(patentInForce: boolean, { request: { matter }, lodgedOn }: Existing): Refusal[] {
  if (matter.route !== 'adjudication' || matter.knownOn === null) return [];
  const until = limitationEnd(matter.knownOn);
  if (!surelyOver(lodgedOn, until) || (matter.actContinues && patentInForce)) return [];
  return [{ code: 'limitationOver', params: { until } }];
}

function panelOf({ presiding, members }: NamedPanel): { presiding: PersonRef; members: readonly PersonRef[] } | null {
  const known = members.filter((member) => member !== null);
  return presiding !== null && known.length === members.length ? { presiding, members: known } : null;
}

function faultsOfPanel({ presiding, members }: NamedPanel): Refusal[] {
  const faults: Refusal[] = [];
  if (presiding === null) faults.push({ code: 'notAnOfficerHere', field: 'panel.presiding' });
  members.forEach((member, i) => {
    if (member === null) faults.push({ code: 'notAnOfficerHere', field: `panel.members[${i}]` });
  });
  const seats = [presiding, ...members].flatMap((one) => (one === null ? [] : [one.id]));
  const size = members.length + 1;
  if (size < 3 || size % 2 === 0) faults.push({ code: 'panelNotOdd', field: 'panel.members', params: { size } });
  if (new Set(seats).size < seats.length) faults.push({ code: 'panelTwice', field: 'panel.members' });
  return faults;
}

function refuseFiling(body: OwnBody<'refuseFiling'>, state: Existing, at: { on: string }): Outcome {
  const { ground, conditions: found, reason } = body;
  const unmet = conditions.filter((one) => !found[one]);
  const fault = faultOfRefusal(body, unmet, state, at.on);
  return fault ? refuse(fault) : accept({ type: 'FilingRefused', data: { ground, conditions: unmet, reason } });
}

function faultOfRefusal(
  { ground, patentInForce }: OwnBody<'refuseFiling'>,
  unmet: readonly Condition[],
  { status, request: { matter }, adjudication: { defectsTold, report }, lodgedOn }: Existing,
  on: string,
): Refusal | null {
  const field = 'ground';
  switch (ground) {
    case 'conditionNotMet':
      return unmet.length > 0 ? null : { code: 'conditionsAllMet', field };
    case 'notCured': {
      if (!defectsTold) return { code: 'nothingToCure', field };
      const until = cureEnd(defectsTold);
      return status === 'defectsTold' && on <= until ? { code: 'periodStillRuns', field, params: { until } } : null;
    }
    case 'reportRefused':
      return report === 'refused' ? null : { code: 'reportNotRefused', field };
    case 'timeBarred': {
      if (matter.route !== 'adjudication' || matter.knownOn === null) return { code: 'notTimeBarred', field };
      if (matter.actContinues && patentInForce) return { code: 'actGoesOn', field };
      return lodgedOn > limitationEnd(matter.knownOn) ? null : { code: 'notTimeBarred', field };
    }
  }
}
