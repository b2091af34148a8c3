import { newCommandId } from '../../api/client.js';
import type { Me } from '../../api/types.js';
import { dropHere, keepHere, keptHere } from '../../app/kept-here.js';
import { readUs } from '../lodge/draft.js';
import type { FormValues } from '../commands/form-values.js';
import { matters, type MatterName } from './matters.js';

/** A form as typed so far. */
export interface KeptLodging {
  /** One for this form, sent with every press of its last button (invariant 4). */
  readonly commandId: string;
  readonly values: FormValues;
  /** The answers have been seen together once: continuing leads back to them. */
  readonly checked: boolean;
}

const nameOf = (matter: MatterName) => `lodging.${matter}`;

/** @param today PlainDate in Shanghai */
export function openLodging(account: Me, matter: MatterName, empty: FormValues, today: string): KeptLodging {
  const fresh = { commandId: newCommandId(), values: { ...empty, ...known(account, matter, today) }, checked: false };
  const kept = keptLodging(account, matter);
  return kept ? { ...fresh, ...kept, values: { ...fresh.values, ...kept.values } } : fresh;
}

export function keptLodging(account: Me, matter: MatterName): KeptLodging | null {
  return keptHere<KeptLodging>(account, nameOf(matter));
}

/** @returns false where this device keeps nothing */
export function keepLodging(account: Me, matter: MatterName, lodging: KeptLodging): boolean {
  return keepHere(account, nameOf(matter), lodging);
}

export function dropLodging(account: Me, matter: MatterName): void {
  dropHere(account, nameOf(matter));
}

/** What need not be typed: a company's own name, an agent's, and the day on which an officer takes the case in. */
function known(account: Me, matter: MatterName, today: string): FormValues {
  const { company, role } = account;
  if (role === 'sme') return { [matters[matter].party]: readUs(account) };
  const received = { receivedOn: today };
  return { lodging: company ? { ...received, channel: 'online', agent: { ...company, authority: '' } } : received };
}
