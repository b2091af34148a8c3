import type { Account } from '../account.js';
import type { CaseAccess } from '../scope.js';
import { deny, supervisor, type Denial } from './rules.js';

/** A person may stand in cases of every district: the operator, or a supervisor of the whole city, has them forgotten. */
export function mayForgetPerson(account: Account): true | Denial {
  if (account.role === 'operator') return true;
  if (account.role !== 'supervisor') return deny('wrongRole');
  return account.district === null || deny('otherOffice');
}

/** One text of one case: the operator, or a supervisor who answers for its district. */
export function mayRedactText(account: Account, subject: CaseAccess): true | Denial {
  return account.role === 'operator' || supervisor(account, subject);
}

/** Who is asked to forget has to find whom: by name or number, and in a case, without seeing what is sealed. */
export function maySearchPersons(account: Account): true | Denial {
  return account.role === 'operator' || account.role === 'supervisor' || deny('wrongRole');
}
