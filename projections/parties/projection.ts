import { readFileSync } from 'node:fs';
import type { State as ClaimState } from '@redress/cases/overdue-payment/state.js';
import type { ProjectionDefinition, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { evolveFollowed, summaryOf, type FollowedCase } from '../followed-case/followed-case.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';
import { nameTokens, searchable } from '../name-search.js';
import { linksOf, partiesNamed } from './matter.js';

/** Companies by every name and code under which cases know them; by what a matter lodged twice is known; links. */
export const parties: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'parties',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [
    { name: 'party', holds: 'subject', key: ['case_id', 'side', 'name'] },
    { name: 'party_matter', holds: 'subject', key: ['case_id'] },
    { name: 'party_link', holds: 'subject', key: ['case_id', 'other', 'relation'] },
  ],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  // Names, sums and links: no law changes them.
  isOpen: () => false,
  rows(subject) {
    return { party: partyRows(subject), party_matter: [matterRow(subject)], party_link: linkRows(subject) };
  },
};

function partyRows({ id, state }: Subject<FollowedCase>) {
  const summary = summaryOf(state);
  const names = [summary.complainant.name, summary.respondent?.name];
  return partiesNamed(state).map(({ side, name, code, since }) => ({
    case_id: id,
    side,
    name,
    company: companyOf(name, code),
    code,
    since,
    current: names[side === 'complainant' ? 0 : 1] === name,
    open: state.open,
    lodged_on: summary.lodgedOn,
    searched: searchable(name),
    name_pairs: nameTokens([searchable(name)]),
    ...state.told.scope,
  }));
}

function companyOf(name: string, code: string | null): string {
  return code ?? searchable(name);
}

function matterRow({ id, state }: Subject<FollowedCase>) {
  const summary = summaryOf(state);
  const { complainant, respondent } = summary;
  return {
    case_id: id,
    case_number: summary.caseNumber,
    kind: state.kind,
    open: state.open,
    lodged_on: summary.lodgedOn,
    complainant: companyOf(complainant.name, complainant.creditCode),
    respondent: respondent && companyOf(respondent.name, respondent.creditCode),
    amount: summary.total,
    ...contractOf(state),
    ...state.told.scope,
  };
}

function contractOf({ kind, file }: FollowedCase): { contract_number: string | null; days: readonly string[] } {
  const state = file as ClaimState;
  if (kind !== 'overduePayment' || state.status === 'none') return { contract_number: null, days: [] };
  const { contract, lines } = state.claim;
  const days = [contract.concludedOn, ...lines.map(({ deliveredOn }) => deliveredOn)];
  return { contract_number: contract.number && searchable(contract.number), days: [...new Set(days)].sort() };
}

function linkRows({ id, state }: Subject<FollowedCase>) {
  const links = new Map(linksOf(state).map((link) => [`${link.to.caseId} ${link.relation}`, link]));
  return [...links.values()].map(({ to, relation }) => ({
    case_id: id,
    other: to.caseId,
    other_number: to.caseNumber,
    relation,
  }));
}
