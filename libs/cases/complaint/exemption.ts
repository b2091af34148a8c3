/** The conditions which the three grounds of Administrative Penalty Law Art. 33 are made of. */
export const exemptionConditions = [
  'minor',
  'correctedInTime',
  'noHarm',
  'firstTime',
  'slightHarm',
  'noFault',
] as const;

export type ExemptionCondition = (typeof exemptionConditions)[number];

export interface ConditionFinding {
  readonly condition: ExemptionCondition;
  readonly proved: boolean;
  /** By what it is proved, or why it is not. */
  readonly by: string;
}

/**
 * `minorCorrectedNoHarm`: no penalty shall be given; `firstSlightCorrected`: it may be left out; `noFaultProven`: none shall
 * be given, unless a law or regulation says otherwise.
 */
export type ExemptionGround = 'minorCorrectedNoHarm' | 'firstSlightCorrected' | 'noFaultProven';

const groundConditions: Readonly<Record<ExemptionGround, readonly ExemptionCondition[]>> = {
  minorCorrectedNoHarm: ['minor', 'correctedInTime', 'noHarm'],
  firstSlightCorrected: ['firstTime', 'slightHarm', 'correctedInTime'],
  noFaultProven: ['noFault'],
};

export interface ExemptionResult {
  readonly grounds: readonly ExemptionGround[];
  /** `shall`: no penalty; `may`: left to the body; `none`: no ground is proved. */
  readonly effect: 'shall' | 'may' | 'none';
}

/** The grounds whose conditions are all proved, and what follows from them. */
export function exemptionOf(findings: readonly ConditionFinding[]): ExemptionResult {
  const proved = new Set(findings.filter((one) => one.proved).map(({ condition }) => condition));
  const grounds = (Object.keys(groundConditions) as ExemptionGround[]).filter((ground) =>
    groundConditions[ground].every((condition) => proved.has(condition)),
  );
  if (grounds.some((ground) => ground !== 'firstSlightCorrected')) return { grounds, effect: 'shall' };
  return { grounds, effect: grounds.length > 0 ? 'may' : 'none' };
}
