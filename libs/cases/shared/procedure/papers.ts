import { accept, refuse } from '../decision.js';
import { asStep, beside, type Rules } from './rule.js';

/** What is put on the file, and what goes out: a document is served once it is issued, and once. */
export const papersRules: Rules<'addNote' | 'addEvidence' | 'issueDocument' | 'serveDocument'> = {
  addNote: {
    earliest: beside,
    decide: (body, { procedure: { notes } }) => accept({ type: 'NoteAdded', data: { note: notes + 1, ...body } }),
  },
  addEvidence: {
    earliest: beside,
    decide: (body) =>
      body.evidence.length === 0
        ? refuse({ code: 'noEvidence', field: 'evidence' })
        : accept({ type: 'EvidenceAdded', data: body }),
  },
  issueDocument: {
    earliest: beside,
    decide: (body, { documentKinds, procedure: { documents } }) =>
      documentKinds.includes(body.documentKind)
        ? accept({ type: 'DocumentIssued', data: { document: documents.length + 1, ...body } })
        : refuse({ code: 'documentKindUnknown', field: 'documentKind' }),
  },
  serveDocument: {
    earliest: ({ procedure: { documents }, lodgedOn }, body) =>
      documents.find(({ document }) => document === body.document)?.issuedOn ?? lodgedOn,
    decide: (body, { procedure: { documents } }) => {
      const issued = documents.find(({ document }) => document === body.document);
      if (!issued) return refuse({ code: 'noSuchDocument', field: 'document' });
      if (issued.servedOn !== null) {
        return refuse({ code: 'alreadyServed', field: 'document', params: { on: issued.servedOn } });
      }
      const { documentKind, to } = issued;
      return accept({ type: 'DocumentServed', data: { ...body, documentKind, to } });
    },
  },
};

/**
 * 一次告知: all defects are told at once, in writing. Whether a defect could have been told the first time no program can
 * judge; a second request therefore says in which of the re-submitted papers its defects lie, and answers for that
 * (a choice of this platform: no text read so far says what a second request must show).
 */
export const supplementRules: Rules<'requestSupplement'> = {
  requestSupplement: {
    earliest: asStep,
    decide: (body, { procedure: { supplementRequests } }, { on }) => {
      if (body.defects.length === 0) return refuse({ code: 'noDefects', field: 'defects' });
      if (body.dueOn !== null && body.dueOn < on) return refuse({ code: 'dayPassed', field: 'dueOn' });
      if (supplementRequests > 0 && body.arisenFrom === null) {
        return refuse({ code: 'toldOnce', field: 'arisenFrom' });
      }
      return accept({ type: 'SupplementRequested', data: body });
    },
  },
};
