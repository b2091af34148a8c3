import {
  governingLaws,
  officeStepNames,
  reviewSubjects,
  type StepFields,
} from '@redress/cases/ip-fast-track/office-steps.js';
import { suitsAgainst, tracks } from '@redress/cases/ip-fast-track/route-events.js';
import { OfficersAct } from '../commands/when.dto.js';
import { Day, OneOf, Text } from '../problems/fields.js';

export class IpTrackDto extends OfficersAct {
  @OneOf(tracks) track!: (typeof tracks)[number];
  @Text(200) court!: string;
  @Text(100) caseNumber!: string;
}

export class IpCloseTrackDto extends IpTrackDto {
  @Text(10_000) outcome!: string;
}

const sides = ['complainant', 'respondent'] as const;

export class IpSuitDto extends OfficersAct {
  @OneOf(suitsAgainst) against!: (typeof suitsAgainst)[number];
  @Text(200) court!: string;
  @Text(100) caseNumber!: string;
  @OneOf(sides) party!: (typeof sides)[number];
}

const kinds = ['patent', 'trademark'] as const;
const deciders = ['office', 'request'] as const;
const grounds = ['absolute', 'relative', 'genericName', 'threeYearsWithoutUse'] as const;
const outcomes = ['granted', 'refused', 'partly'] as const;

/** A step at the national office; which of the fields below it needs depends on the step. */
export class IpOfficeStepDto extends OfficersAct {
  @OneOf(officeStepNames) step!: (typeof officeStepNames)[number];
  @Text(100) number!: string;
  @OneOf(kinds, { optional: true }) kind?: StepFields['kind'];
  @OneOf(reviewSubjects, { optional: true }) of?: StepFields['of'];
  @OneOf(deciders, { optional: true }) by?: StepFields['by'];
  @OneOf(grounds, { optional: true }) grounds?: StepFields['grounds'];
  @OneOf(outcomes, { optional: true }) outcome?: StepFields['outcome'];
  @OneOf(governingLaws, { optional: true }) governedBy?: StepFields['governedBy'];
  @Day({ optional: true }) publishedOn?: string;
  @Day({ optional: true }) publicationEndedOn?: string;
  @Day({ optional: true }) registeredOn?: string;
  @Day({ optional: true }) expiresOn?: string;
}
