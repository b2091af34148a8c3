import type { Command } from '@redress/cases/credit-repair/commands.js';
import type { AdoptedConsequence } from '@redress/cases/credit-repair/false-promise.js';
import type { RepairRequest } from '@redress/cases/credit-repair/record.js';
import type { State } from '@redress/cases/credit-repair/state.js';
import { refused, type Completing, type Completions } from '../kernel/casework-kind.js';
import { acceptingOffice, faultsOfName, lodgingOf, type SentLodging } from '../kernel/lodging.js';
import { officeRef } from '../kernel/references.js';

/** As their senders write them: offices by their ids. */
export interface SentBodies {
  lodge: RepairRequest & { readonly lodging?: SentLodging };
  passToDepartment: { readonly office: string; readonly ground: string };
  findFalsePromise: { readonly what: string };
}

export const completions: Completions<State, Command, SentBodies> = {
  lodge({ lodging: sent, ...request }, at) {
    const accepting = acceptingOffice(at, 'creditRepair');
    if (!accepting) return refused({ code: 'noAcceptingOffice' });
    const faults = faultsOfName(request.applicant, at).map((fault) => ({ ...fault, field: 'applicant.name' }));
    if (faults.length > 0) return refused(...faults);
    return { body: { request, lodging: lodgingOf(sent, at), acceptingOffice: accepting } };
  },

  passToDepartment({ office: id, ground }, { offices }) {
    const office = offices.office(id);
    return { body: { to: office ? officeRef(office) : null, ground } };
  },

  async findFalsePromise({ what }, at) {
    return { body: { what, adopted: await adoptedConsequence(at) } };
  },
};

/** The rule that ships switched off, without a number; an operator adopts it by publishing the pack with both. */
export const consequenceRule = 'falsePromise.bar';

async function adoptedConsequence({ law, on }: Completing<State>): Promise<AdoptedConsequence | null> {
  await law.refresh();
  if (!law.published) return null;
  const rules = law.law.packs.flatMap((pack) => pack.rules);
  const rule = rules.find(
    ({ id, active, validFrom, validTo }) =>
      id === consequenceRule && active && validFrom <= on && (validTo === null || on <= validTo),
  );
  return rule && rule.length !== null ? { barMonths: rule.length } : null;
}
