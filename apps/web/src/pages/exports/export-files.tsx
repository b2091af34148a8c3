import { useEffect, useRef, useState } from 'react';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { ProblemNotice } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { download, type Progress } from './download.js';

export interface ExportFile {
  /** What the button says: CSV, XLSX. */
  readonly label: string;
  readonly path: string;
  /** Where the server gives the file no name. */
  readonly name: string;
}

interface Props {
  /** What is exported; said with each button to those who do not see it beside them. */
  readonly what: string;
  readonly files: readonly ExportFile[];
  /** Of the past: as of when and as known when, in words. */
  readonly moment?: string | undefined;
}

/** Buttons which each fetch a file: what it rests on is told before its first row, and how far it has come while it is written. */
export function ExportFiles({ what, files, moment }: Props) {
  const t = useText('exports');
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async ({ path, name }: ExportFile) => {
    setFault(null);
    setProgress(null);
    setBusy(true);
    const { signal } = (stop.current = new AbortController());
    try {
      await download(path, name, setProgress, signal);
    } catch (cause) {
      setProgress(null);
      if (!signal.aborted) setFault(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="export">
      <div className="buttons">
        {files.map((file) => (
          <Button key={file.label} kind="second" busy={busy} onClick={() => void start(file)}>
            {file.label}
            <span className="visually-hidden"> {what}</span>
          </Button>
        ))}
        {busy && (
          <Button kind="plain" onClick={() => stop.current?.abort()}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
      {busy && <Bar of={progress} />}
      <div role="status" className="export-told">
        {progress?.done && <Told of={progress} moment={moment} />}
      </div>
      {fault !== null && <ProblemNotice cause={fault} />}
    </div>
  );
}

function Bar({ of }: { readonly of: Progress | null }) {
  const t = useText('exports');
  const share = of?.rows && of.written !== null ? { max: of.rows, value: Math.min(of.written, of.rows) } : {};
  return (
    <div>
      <progress aria-label={t('progress')} {...share} />
      <p className="quiet small">
        {of === null
          ? t('begun')
          : t(of.written === null ? 'running' : 'runningRows', {
              rows: of.rows ?? '—',
              written: of.written,
              size: kilobytes(of.bytes),
            })}
      </p>
    </div>
  );
}

/** What the file holds and what it rests on, for whoever quotes it. */
function Told({ of, moment }: { readonly of: Progress; readonly moment: string | undefined }) {
  const t = useText('exports');
  return (
    <>
      <p>{t('done', { rows: of.rows ?? '—', size: kilobytes(of.bytes) })}</p>
      <p className="quiet small">
        {[
          of.position && t('restsOn', { position: of.position }),
          moment,
          of.madeAt && t('madeAt', { at: showTime(of.madeAt, true) }),
        ]
          .filter(Boolean)
          .join(t('and'))}
      </p>
    </>
  );
}

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024).toString();
