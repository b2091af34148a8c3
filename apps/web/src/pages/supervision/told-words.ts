import type { Told } from '../../api/types.js';
import { useName, useText } from '../../text/names.js';

/** Whom a rung tells and what it does, by the words of the policy. */
export function useTells(): (rung: { readonly tells: readonly string[]; readonly act: string }) => string {
  const t = useText('supervision');
  return ({ tells, act }) =>
    t('escalations.tells', {
      who: tells.map((one) => t(`escalations.receiver.${one}`, { defaultValue: one })).join(t('escalations.and')),
      act: t(`escalations.act.${act}`, { defaultValue: act }),
    });
}

/** Who they are. */
export function useToldWords(): (told: readonly Told[]) => string {
  const t = useText('supervision');
  const name = useName();
  return (told) =>
    told
      .map(({ office, person }) => [name(office.name), person?.name].filter(Boolean).join(' '))
      .join(t('escalations.and'));
}
