import { parseLawDocument, type LawDocument } from '@redress/deadlines/law/law-document.js';
import { parseLawPack } from '@redress/deadlines/law/check-law-pack.js';
import { knownEvents } from '@redress/deadlines/law/known-events.js';
import type { LawPack } from '@redress/deadlines/law/law-pack.js';
import {
  releaseCalendar,
  type ReleaseFile,
  releaseLawPacks,
  releaseLpr,
  releasePolicy,
  releaseWarnings,
} from '@redress/casework/reference/release-files.js';

/** A document of the law which the release carries, with the file it came from. */
export interface ReleasedDocument {
  readonly file: ReleaseFile;
  readonly parsed: LawDocument;
}

/** All the law of the release: the calendar, the LPR, the packs by name of file, the policies. */
export async function releasedLaw(): Promise<readonly ReleasedDocument[]> {
  const packFiles = await releaseLawPacks();
  const packs = packFiles.map(({ document }) => parseLawPack(document, knownEvents));
  const policies = [await releasePolicy(), await releaseWarnings()];
  const files = [await releaseCalendar(), await releaseLpr(), ...packFiles, ...policies];
  return files.map((file) => ({ file, parsed: parseLawDocument(file.document, packs) }));
}

export function packsOf(documents: readonly ReleasedDocument[]): readonly LawPack[] {
  return documents.flatMap(({ parsed }) => (parsed.kind === 'lawPack' ? [parsed.pack] : []));
}
