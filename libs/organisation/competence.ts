import { shanghaiDistricts } from './districts.js';
import type { Bilingual, CompetenceAssignedData, Office, RespondentLevel } from './office.js';

/** What is asked of the organisation: which office does this to a case of that kind, against such a respondent. */
export interface CompetenceQuestion {
  readonly act: CompetenceAssignedData['act'];
  readonly kind: string;
  /** Unified social credit code of the respondent; null where it is not known, or there is none. */
  readonly respondentCode: string | null;
  /** PlainDate. */
  readonly on: string;
}

export interface CompetentOffice {
  readonly office: Office;
  readonly platform: Bilingual | null;
  readonly rule: string;
  readonly ground: Bilingual;
}

/** Every office that is competent, in the order of the log; several where the reference data says so. */
export function competentOffices(offices: readonly Office[], question: CompetenceQuestion): readonly CompetentOffice[] {
  const seat = question.respondentCode === null ? null : seatOf(question.respondentCode);
  return offices.flatMap((office) =>
    office.competences
      .filter((competence) => covers(competence, question, seat))
      .map(({ platform, rule, ground }) => ({ office, platform, rule, ground })),
  );
}

interface Seat {
  readonly level: RespondentLevel;
  /** Division code of the registering authority. */
  readonly division: string;
}

/** GB 32100-2015: characters 3 to 8 of the code are the division of the authority which registered the unit. */
export function seatOf(creditCode: string): Seat {
  const division = creditCode.slice(2, 8);
  if (division.startsWith('10')) return { level: 'central', division };
  if (division in shanghaiDistricts) return { level: 'district', division };
  return { level: division.startsWith('31') ? 'city' : 'elsewhere', division };
}

function covers(
  { act, kinds, levels, seats, validFrom, validTo }: CompetenceAssignedData,
  question: CompetenceQuestion,
  seat: Seat | null,
): boolean {
  if (act !== question.act || !kinds.includes(question.kind)) return false;
  if (question.on < validFrom || (validTo !== null && question.on > validTo)) return false;
  if (levels !== null && (seat === null || !levels.includes(seat.level))) return false;
  return seats === null || (seat !== null && seats.includes(seat.division));
}
