import type { Holder } from '../api/types.js';
import { useName, useText } from '../text/names.js';

/** Who has a case, in one line. */
export function useHolder(): (of: { readonly holder: Holder }) => string {
  const t = useText();
  const name = useName();
  return ({ holder }) => [name(holder.office.name), holder.person?.name].filter(Boolean).join(' · ') || t('nobody');
}
