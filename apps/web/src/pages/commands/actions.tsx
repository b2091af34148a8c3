import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { actions } from '../../api/queries.js';
import type { CaseFile } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { useText } from '../../text/names.js';
import { CommandForm } from './command-form.js';
import { commandForms, formOf } from './definitions.js';

const order = Object.keys(commandForms);

interface Props {
  readonly file: CaseFile;
  readonly title: string;
  /** Shown where this person may do nothing now. */
  readonly nothing: string;
  /** Opened without being asked for: what this person has to do. */
  readonly opened?: string;
}

/** What may be done now, by the state of the case and the role of the person: both are the server's to say. */
export function Actions({ file, title, nothing, opened }: Props) {
  const t = useText('commands');
  const { data } = useQuery(actions(file.caseId));
  const [chosen, setChosen] = useState<string | null>(opened ?? null);
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const allowed = (data ?? [])
    .filter(({ command }) => formOf(command) !== null)
    .sort((a, b) => order.indexOf(a.command) - order.indexOf(b.command));
  const action = allowed.find(({ command }) => command === chosen);
  const open = action !== undefined;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open !== wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <section className="card actions" aria-labelledby="actions-title">
      <h2 id="actions-title" tabIndex={-1} ref={heading}>
        {action ? <span id={`${action.command}-title`}>{t(`${action.command}.title`)}</span> : title}
      </h2>
      <p role="status" className={done ? 'done' : 'visually-hidden'}>
        {done}
      </p>
      {action ? (
        <CommandForm
          key={action.command}
          action={action}
          file={file}
          onCancel={() => setChosen(null)}
          onDone={() => {
            setDone(t('done', { what: t(`${action.command}.title`) }));
            setChosen(null);
          }}
        />
      ) : (
        <ActionList
          names={allowed.map(({ command }) => command)}
          nothing={data ? nothing : t('state.loading')}
          choose={(command) => {
            setDone('');
            setChosen(command);
          }}
        />
      )}
    </section>
  );
}

interface ListProps {
  readonly names: readonly string[];
  readonly nothing: string;
  readonly choose: (command: string) => void;
}

function ActionList({ names, nothing, choose }: ListProps) {
  const t = useText('commands');
  if (names.length === 0) return <p className="quiet">{nothing}</p>;
  return (
    <ul className="action-list">
      {names.map((command, index) => (
        <li key={command}>
          <Button kind={index === 0 && !formOf(command)?.ends ? 'first' : 'second'} onClick={() => choose(command)}>
            {t(`${command}.title`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
