import { complainant, officerOnBehalf, type Policies } from './rules.js';

export const complaintPolicies: Policies = {
  lodge: [complainant, officerOnBehalf],
};
