import { complainant, officerOnBehalf, type Policies } from './rules.js';

export const creditRepairPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
};
