import type { Pool } from 'pg';
import { demonstrationOrganisation } from '@redress/organisation/demonstration.js';
import { accountsNamed, addAccounts } from './account-rows.js';
import type { Account, Company, CompanyRole, NewAccount } from './account.js';
import { hashPassword } from './passwords.js';

/** One password for all accounts of the demonstration; the start prints it. */
export const demonstrationPassword = 'redress-demo';

/** Made-up companies; the codes are well formed (GB 32100-2015, GB/T 11714) and say DEM in the organisation's part. */
export const demonstrationCompanies = {
  pudong: { name: '上海清欠演示精密零件有限公司（虚构）', creditCode: '91310115MADEM00117' },
  xuhui: { name: '上海清欠演示软件服务有限公司（虚构）', creditCode: '91310104MADEM002X1' },
  agency: { name: '上海清欠演示法律服务有限公司（虚构）', creditCode: '91310106MADEM0038X' },
  respondent: { name: '上海清欠演示建设集团有限公司（虚构）', creditCode: '91310115MADEM0046R' },
} as const satisfies Record<string, Company>;

/**
 * One account a role, the case workers in 浦东新区, with the offices of the city that other kinds need; the last two, in
 * 徐汇区, show what scope keeps from them.
 */
export function demonstrationAccounts(): readonly NewAccount[] {
  return [
    company('sme', 'sme', { zh: '演示企业经办人甲', en: 'Demonstration Clerk A' }, demonstrationCompanies.pudong),
    company('agent', 'agent', { zh: '演示代理人', en: 'Demonstration Agent' }, demonstrationCompanies.agency),
    company(
      'respondent',
      'respondent',
      { zh: '演示被投诉企业经办人', en: 'Demonstration Clerk of the Respondent' },
      demonstrationCompanies.respondent,
    ),
    official('specialist', '310115-zhangjiang-serviceSpecialist-1'),
    official('intake', '310000-intakeOfficer-1'),
    official('handler', '310115-handlingOfficer-1'),
    official('mediator', '310115-mediator-1'),
    official('head', '310115-departmentHead-1'),
    official('supervisor', '310000-supervisor-1'),
    { name: 'operator', role: 'operator', person: { zh: '系统运维', en: 'System Operator' }, demonstration: true },
    // What one operator enters as law, another confirms.
    {
      name: 'operator-b',
      role: 'operator',
      person: { zh: '系统运维乙', en: 'System Operator B' },
      demonstration: true,
    },
    official('supervisor-pudong', '310115-supervisor-1'),
    official('intake-ip', '310000-ip-intakeOfficer-1'),
    official('handler-ip', '310000-ip-handlingOfficer-1'),
    official('head-ip', '310000-ip-departmentHead-1'),
    official('handler-city', '310000-handling-handlingOfficer-1'),
    official('handler-market', '310000-market-handlingOfficer-1'),
    company('sme-xuhui', 'sme', { zh: '演示企业经办人乙', en: 'Demonstration Clerk B' }, demonstrationCompanies.xuhui),
    official('mediator-xuhui', '310104-mediator-1'),
  ];
}

/** Adds what is lacking; an account that is there keeps its password. Two starters at once agree. */
export async function loadDemonstrationAccounts(pool: Pool): Promise<readonly Account[]> {
  const wanted = demonstrationAccounts();
  const names = wanted.map(({ name }) => name);
  const known = new Set((await accountsNamed(pool, names)).map(({ name }) => name));
  const lacking = wanted.filter(({ name }) => !known.has(name));
  if (lacking.length > 0) {
    // One hash for the one password: a salt an account would buy nothing here and cost the start.
    const passwordHash = await hashPassword(demonstrationPassword);
    await addAccounts(
      pool,
      lacking.map((account) => ({ ...account, passwordHash })),
    );
  }
  return accountsNamed(pool, names);
}

function company(name: string, role: CompanyRole, person: NewAccount['person'], of: Company): NewAccount {
  return { name, role, person, company: of, demonstration: true };
}

function official(name: string, officerId: string): NewAccount {
  for (const { established, officers } of demonstrationOrganisation().offices) {
    const officer = officers.find((candidate) => candidate.officerId === officerId);
    if (officer === undefined) continue;
    const { officeId, district } = established;
    const { role, name: person } = officer;
    return { name, role, person, officer: officerId, office: officeId, district, demonstration: true };
  }
  throw new Error(`the demonstration organisation has no officer ${officerId}`);
}
