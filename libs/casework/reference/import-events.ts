import type { LawDocument } from '@redress/deadlines/law/law-document.js';
import {
  calendarSubject,
  lawPackSubject,
  lprSubject,
  operatorRulesSubject,
  policySubject,
  warningRulesSubject,
  type ReferenceSubject,
} from './reference-events.js';

/** Streams of what operators enter, one an import: it is no law before a second person has confirmed it. */
export const importStream = (importId: string): string => `lawImport-${importId}`;

export interface ImportShapes {
  LawImported: { readonly subject: ReferenceSubject; readonly digest: string; readonly document: object };
  LawImportConfirmed: { readonly subject: string; readonly digest: string };
}

export const importSchemas: Readonly<Record<keyof ImportShapes, number>> = { LawImported: 1, LawImportConfirmed: 1 };

/** The stream in which a document becomes law. */
export function subjectOf({ kind, id }: LawDocument): ReferenceSubject {
  switch (kind) {
    case 'calendar':
      return { ...calendarSubject, stream: `calendar-${id}` };
    case 'lpr':
      return { ...lprSubject, stream: `lpr-${id}` };
    case 'lawPack':
      return lawPackSubject(id);
    case 'policy':
      return policySubject(id);
    case 'operatorRules':
      return operatorRulesSubject(id);
    case 'warningRules':
      return warningRulesSubject(id);
  }
}
