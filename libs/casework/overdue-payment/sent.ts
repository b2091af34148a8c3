import type { Claim, Line } from '@redress/cases/overdue-payment/claim.js';
import type { CommandBody } from '@redress/cases/overdue-payment/commands.js';
import type { Respondent } from '@redress/cases/shared/party.js';
import type { Party } from '@redress/cases/shared/procedure/events.js';
import type { EvidenceRef } from '@redress/cases/shared/reference.js';
import type { SentLodging } from '../kernel/lodging.js';
import type { SentSheet } from './sheet-input.js';

/** What a claimant may leave unsaid of a line: no inspection, no settlement, no term in days. */
type LaterAsked = 'inspectionEndsOn' | 'settlementConfirmedOn' | 'agreedDays';
type SentLine = Omit<Line, 'line' | LaterAsked> & Partial<Pick<Line, LaterAsked>>;

/** As their senders write them: offices and officers by their ids, lines without numbers, sums as they are given. */
export interface SentBodies {
  lodge: Omit<Claim, 'lines' | 'privateOrganisation'> & {
    readonly lines: readonly SentLine[];
    readonly privateOrganisation?: boolean | null;
    readonly lodging?: SentLodging;
  };
  supplyMaterials: {
    readonly statement: string;
    readonly evidence: readonly EvidenceRef[];
    readonly respondent: Respondent | null;
  };
  correctFact: { readonly event: string; readonly field: string; readonly is: string; readonly reason: string };
  decline: { readonly ground: string; readonly reason: string };
  transfer: { readonly office: string; readonly ground: string };
  assignMediator: { readonly mediator: string };
  disputeParts: Omit<CommandBody<'disputeParts'>, 'by'>;
  recordPayment: Omit<CommandBody<'recordPayment'>, 'proof' | 'allocation'> &
    Partial<Pick<CommandBody<'recordPayment'>, 'proof' | 'allocation'>>;
  attachSheet: { readonly title: string; readonly input: SentSheet };
  raiseSizeDispute: { readonly of: Party; readonly by?: Party; readonly ground: string; readonly office: string };
  referToMarketRegulation: { readonly office: string; readonly ground: string; readonly receipt: string };
}
