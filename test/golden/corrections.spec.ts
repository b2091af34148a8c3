import { readFileSync } from 'node:fs';
import { correctable as ofComplaint } from '@redress/cases/complaint/corrections.js';
import { correctable as ofRepair } from '@redress/cases/credit-repair/corrections.js';
import { correctable as ofIp } from '@redress/cases/ip-fast-track/corrections.js';
import { correctable as ofClaim } from '@redress/cases/overdue-payment/corrections.js';
import type { Field } from '@redress/cases/shared/reading.js';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
}

const { components } = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as {
  components: { schemas: Readonly<Record<string, Schema>> };
};

function resolved(schema: Schema | undefined): Schema {
  const ref = schema?.$ref ?? schema?.allOf?.[0]?.$ref;
  return ref === undefined ? schema! : components.schemas[ref.slice(ref.lastIndexOf('/') + 1)]!;
}

/** What the form asks where a path of an event leads. */
function asked(form: string, path: string): Schema {
  return path.split('.').reduce<Schema>((schema, name) => {
    const property = resolved(resolved(schema).properties?.[name.replace('[]', '')]);
    return name.endsWith('[]') ? resolved(property.items) : property;
  }, components.schemas[form]!);
}

function asks({ form, ...field }: Field, { maxLength, format, pattern, ...schema }: Schema): boolean {
  if ('longest' in field) return maxLength === field.longest;
  if ('values' in field) return JSON.stringify(schema.enum) === JSON.stringify(field.values);
  if (form === 'day') return format === 'date';
  return pattern === (form === 'money' ? '^\\d{1,15}(\\.\\d{1,2})?$' : '^[0-9A-Z]{18}$');
}

/** Each event with the form by which it comes, and what its data puts before the form's own fields. */
const forms = [
  ['ClaimLodged', ofClaim, 'LodgeDto', 'claim.'],
  ['PaymentRecorded', ofClaim, 'RecordPaymentDto', ''],
  ['ComplaintLodged', ofComplaint, 'LodgeComplaintDto', 'complaint.'],
  ['RepairRequested', ofRepair, 'LodgeRepairDto', 'request.'],
  ['RequestFiled', ofIp, 'IpAdjudicationRequestDto', 'request.'],
  ['MediationRequested', ofIp, 'IpMediationRequestDto', 'request.'],
  ['PriorityRequested', ofIp, 'IpPriorityRequestDto', 'request.'],
  ['IpComplaintLodged', ofIp, 'IpComplaintRequestDto', 'request.'],
  ['CaseFiled', ofIp, 'IpFileCaseDto', ''],
  ['EvaluationReportReceived', ofIp, 'IpSupplyReportDto', ''],
  ['RulingIssued', ofIp, 'IpIssueRulingDto', ''],
  ['MediationFiled', ofIp, 'IpNumberedDto', ''],
  ['IpComplaintAccepted', ofIp, 'IpNumberedDto', ''],
  ['AgreementNotarised', ofIp, 'IpNotariseDto', ''],
  ['ReferredToBody', ofIp, 'IpReferDto', ''],
  ['PassedToPolice', ofIp, 'IpPassToPoliceDto', ''],
  ['ActionNotified', ofIp, 'IpNotifyActionDto', ''],
  ['PreliminaryApproved', ofIp, 'IpOfficeStepDto', ''],
  ['OppositionFiled', ofIp, 'IpOfficeStepDto', ''],
  ['MarkRegistered', ofIp, 'IpOfficeStepDto', ''],
  ['RegistrationExpiring', ofIp, 'IpOfficeStepDto', ''],
  ['TrackOpened', ofIp, 'IpTrackDto', ''],
  ['TrackClosed', ofIp, 'IpCloseTrackDto', ''],
  ['SuitBrought', ofIp, 'IpSuitDto', ''],
  ['DocumentIssued', ofIp, 'IssueDocumentDto', ''],
  ['DocumentServed', ofIp, 'ServeDocumentDto', ''],
  ['HandedToPlatform', ofIp, 'HandToPlatformDto', ''],
] as const;

test.each(forms)('a correction of %s is held to what its form asks', (event, table, form, prefix) => {
  const fields = Object.entries(table[event]!);
  const apart = fields.filter(([path, field]) => !asks(field, asked(form, path.slice(prefix.length))));
  expect(apart).toEqual([]);
});

test('every event that can be corrected has its form here', () => {
  const named = new Set<string>(forms.map(([event]) => event));
  const events = [ofClaim, ofComplaint, ofRepair, ofIp].flatMap((table) => Object.keys(table));
  expect(events.filter((event) => !named.has(event))).toEqual([]);
});
