import { Day, Text } from '../problems/fields.js';

/** What a sender may say of when the act took effect (invariant 15). */
export class OfficersAct {
  @Day({ optional: true }) occurredOn?: string;
  @Text(500, { optional: true }) occurredOnReason?: string;
}
