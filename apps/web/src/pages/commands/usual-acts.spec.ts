import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AllowedAction } from '../../api/types.js';
import acts from '../../text/en/acts.js';
import { actsInSight } from './usual-acts.js';

const allowed = (...commands: string[]) =>
  commands.map((command) => ({ command, path: `/api/complaints/x/${command}` }) as AllowedAction);
const names = (kind: string, category: string | null, own: readonly AllowedAction[]) =>
  actsInSight(kind, category, own).map(({ command }) => command);

const handled = allowed(
  ...['grade', 'transfer', 'checkPolicy', 'checkCharge', 'recordRefund', 'checkIntermediary', 'reviewExemption'],
  ...['referCompetition', 'issueResult', 'withdraw', 'registerPetition', 'filePenaltyCase'],
);

describe('the acts in sight', () => {
  it('of a complaint in handling are what its category asks to look into, then the way to the result', () => {
    expect(names('complaint', 'businessCharges', handled)).toEqual([
      ...['checkCharge', 'recordRefund', 'transfer', 'grade', 'issueResult'],
    ]);
    expect(names('complaint', 'policyLastMile', handled)).toContain('checkPolicy');
    expect(names('complaint', 'policyLastMile', handled)).not.toContain('checkCharge');
  });

  it('are all, as they come, where there are few', () => {
    expect(names('complaint', 'other', allowed('withdraw', 'requestHelp'))).toEqual(['withdraw', 'requestHelp']);
  });

  it('are never none where something may be done', () => {
    const strange = allowed(...Array.from({ length: 9 }, (_, index) => `act${index}`));
    expect(names('complaint', null, strange)).toHaveLength(9);
    expect(names('newKind', null, strange)).toHaveLength(9);
  });

  it('are named by acts which the pages have words for', () => {
    const code = readFileSync(join(__dirname, 'usual-acts.ts'), 'utf8');
    const named = [...code.matchAll(/'([a-z][A-Za-z]+)'/g)].map((match) => match[1]!);
    const commands = named.filter((name) => !['complaint', 'newKind'].includes(name));
    expect(commands.filter((name) => !(name in acts.title))).toEqual([]);
  });
});
