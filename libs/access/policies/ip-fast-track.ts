import { complainant, officerOnBehalf, type Policies } from './rules.js';

export const ipFastTrackPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
};
