import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { exportable } from '../../api/queries.js';
import type { Exportable } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { Answered, ProblemNotice } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { download, type Progress } from './download.js';

/** Every view whole: what it rests on is told before its first row, and how far it has come while it is written. */
export function Exports() {
  const t = useText('exports');
  return (
    <Page title={t('title')} lede={t('lede')}>
      <Answered query={useQuery(exportable)}>
        {(list) => (
          <ul className="matters">
            {list.map((one) => (
              <li className="card stack" key={one.name}>
                <Export of={one} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Page>
  );
}

function Export({ of }: { readonly of: Exportable }) {
  const t = useText('exports');
  const name = useName();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const running = progress !== null && !progress.done;
  const start = async (format: string) => {
    if (running) return;
    setFault(null);
    stop.current = new AbortController();
    try {
      await download(
        `/api/exports/${of.name}?format=${format}`,
        `${of.name}.${format}`,
        setProgress,
        stop.current.signal,
      );
    } catch (cause) {
      setProgress(null);
      if (!stop.current.signal.aborted) setFault(cause);
    }
  };
  return (
    <>
      <h2>{name(of.title)}</h2>
      <div className="buttons">
        {of.formats.map((format) => (
          <Button key={format} kind="second" busy={running} onClick={() => void start(format)}>
            {format.toUpperCase()}
            <span className="visually-hidden"> {name(of.title)}</span>
          </Button>
        ))}
        {running && (
          <Button kind="plain" onClick={() => stop.current?.abort()}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
      {progress && (
        <div role="status">
          {running && <progress aria-label={t('progress')} />}
          <p>
            {t(progress.done ? 'done' : 'running', {
              rows: progress.rows ?? '—',
              size: (progress.bytes / 1024).toFixed(0),
            })}
          </p>
          {progress.position && <p className="quiet small">{t('restsOn', { position: progress.position })}</p>}
        </div>
      )}
      {fault !== null && <ProblemNotice cause={fault} />}
    </>
  );
}
