import type { CommandName } from '@redress/cases/overdue-payment/commands.js';

export const claimsPath = '/api/overdue-payment-claims';

/** The route of each command a person may give to a case. */
export const commandPaths = Object.fromEntries(
  (
    [
      'requestSupplement',
      'supplyMaterials',
      'accept',
      'decline',
      'transfer',
      'receiveMaterials',
      'assignMediator',
      'recordReply',
      'holdMediation',
      'agreeSettlement',
      'recordPayment',
      'extendHandling',
      'issueResult',
      'feedBack',
      'withdraw',
      'terminate',
    ] as const satisfies readonly CommandName[]
  ).map((name) => [name, `${claimsPath}/:case/${kebab(name)}`]),
) as Readonly<Record<Exclude<CommandName, 'lodge' | 'fireRung'>, string>>;

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
