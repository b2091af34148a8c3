/** Fields whose value is one of a list: where the words for it stand, among the common texts unless said. */
export const optionLists: Readonly<Record<string, readonly string[]>> = {
  sizeType: ['size'],
  size: ['size'],
  unitType: ['unitType', 'acts:option'],
  category: ['acts:option'],
  channel: ['acts:option'],
  grade: ['acts:option'],
  listed: ['acts:option'],
  subject: ['subject'],
  kind: ['evidenceKind'],
  to: ['recipient'],
  ground: ['declineGround', 'terminationGround'],
  outcome: ['mediationOutcome', 'outcome', 'acts:option'],
  method: ['method'],
};
