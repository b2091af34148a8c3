import { readFileSync } from 'node:fs';
import type { ProjectionDefinition, Rows, Subject } from '@redress/processing/projection.js';
import { caseCategories } from '../followed-case/case-kinds.js';
import { holdingsOf } from '../followed-case/holdings.js';
import { instantText } from '../instants.js';
import { evolveFollowed, type FollowedCase } from '../followed-case/followed-case.js';
import { learned } from '../followed-case/two-times.js';
import { lawInLog, type LawInLog } from '../law-in-force/law-in-force.js';

/** Who held each file, and for how long, by all that is known now. */
export const holders: ProjectionDefinition<FollowedCase, LawInLog> = {
  name: 'holders',
  version: 1,
  schemaSql: readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'),
  tables: [{ name: 'holding', holds: 'subject', key: ['case_id', 'n'] }],
  categories: caseCategories,
  reference: lawInLog,
  evolve: evolveFollowed,
  // Nothing here hangs on the law.
  isOpen: () => false,
  rows,
};

function rows({ id, state }: Subject<FollowedCase>): Rows {
  const moments = learned(state).at(-1)?.moments ?? [];
  return {
    holding: holdingsOf(moments).map(({ office, person, stage, paused, from, to }, n) => ({
      case_id: id,
      n,
      kind: state.kind,
      office: office.id,
      district: office.district ?? '',
      person: person?.id ?? null,
      person_name: person?.name ?? null,
      stage,
      paused,
      held_from: instantText(from),
      held_to: instantText(to),
    })),
  };
}
