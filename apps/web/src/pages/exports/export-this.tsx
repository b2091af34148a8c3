import { useId } from 'react';
import { useText } from '../../text/names.js';
import { isPast, pastOf, usePastWords, type Past } from '../past/past.js';
import { ExportFiles } from './export-files.js';

interface Props {
  /** What is exported, as its page calls it. */
  readonly what: string;
  /** Of the API's exports. */
  readonly name: string;
  /** Narrowed as the list on the screen is, and of the same moment. */
  readonly query: Past & Readonly<Record<string, string | undefined>>;
}

const formats = ['csv', 'xlsx'] as const;

/** The table above as a file: all of it, narrowed as it is. */
export function ExportThis({ what, name, query }: Props) {
  const t = useText('exports');
  const id = useId();
  const words = usePastWords();
  const past = pastOf(query);
  const asked = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return (
    <section className="export-this" aria-labelledby={id}>
      <h2 id={id}>{t('thisList')}</h2>
      <ExportFiles
        what={what}
        files={formats.map((format) => ({
          label: format.toUpperCase(),
          path: `/api/exports/${name}?${new URLSearchParams([...asked, ['format', format]]).toString()}`,
          name: `${name}.${format}`,
        }))}
        moment={isPast(past) ? words(past) : undefined}
      />
    </section>
  );
}
