import { readdir, readFile } from 'node:fs/promises';

/** A data file which the release carries, as it stands. */
export interface ReleaseFile {
  /** Its name without the folder: `cn-order-802.json`. */
  readonly name: string;
  readonly text: string;
  readonly document: unknown;
}

const data = new URL('../../deadlines/', import.meta.url);

export const releaseCalendar = (): Promise<ReleaseFile> => read('calendar/data/', 'calendar-cn.json');
export const releaseLpr = (): Promise<ReleaseFile> => read('interest/data/', 'lpr-1y-cn.json');
export const releasePaymentTerms = (): Promise<ReleaseFile> => read('payment/data/', 'payment-terms-cn.json');
export const releaseWarnings = (): Promise<ReleaseFile> => read('warnings/data/', 'debtor-warnings.json');
export const releasePolicy = (): Promise<ReleaseFile> => read('ladder/data/', 'policy-default.json');

/** Every law pack, one file an instrument, in the order of the files' names. */
export async function releaseLawPacks(): Promise<readonly ReleaseFile[]> {
  const names = (await readdir(new URL('law/data/', data))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => read('law/data/', name)));
}

async function read(folder: string, name: string): Promise<ReleaseFile> {
  const text = await readFile(new URL(folder + name, data), 'utf8');
  return { name, text, document: JSON.parse(text) as unknown };
}
