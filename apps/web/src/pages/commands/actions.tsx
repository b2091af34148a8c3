import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { actions } from '../../api/queries.js';
import type { AllowedAction, AnyCaseFile } from '../../api/types.js';
import { Button } from '../../kit/button.js';
import { useText } from '../../text/names.js';
import { isPast } from '../past/past.js';
import { commandForms } from './definitions.js';
import { endsCase } from './described-form.js';
import { titleOfAct } from './form-words.js';
import { madeFormOf, OpenedCommand } from './opened-command.js';
import { actsInSight } from './usual-acts.js';

const route = getRouteApi('/cases/$caseId');
const order = Object.keys(commandForms);

interface Props {
  readonly file: AnyCaseFile;
  readonly title: string;
  /** Shown where this person may do nothing now. */
  readonly nothing: string;
  /** Opened without being asked for: what this person has to do. */
  readonly opened?: string;
}

/** What may be done now, by the state of the case and the role of the person: both are the server's to say. */
export function Actions({ file, title, nothing, opened }: Props) {
  const t = useText('commands');
  const asked = route.useSearch();
  const past = isPast(asked);
  const { data } = useQuery({ ...actions(file.caseId), enabled: !past });
  const [chosen, setChosen] = useState<string | null>(asked.act ?? opened ?? null);
  const [done, setDone] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const titleOf = useTitles(file);
  const allowed = data ?? [];
  const action = allowed.find(({ command }) => command === chosen);
  const open = action !== undefined;
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open !== wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);

  // The past can be read, not acted on.
  if (past) return null;
  return (
    <section className="card actions" aria-labelledby="actions-title">
      <h2 id="actions-title" tabIndex={-1} ref={heading}>
        {action ? titleOf(action.command) : title}
      </h2>
      <p role="status" className={done ? 'done' : 'visually-hidden'}>
        {done}
      </p>
      {action ? (
        <OpenedCommand
          key={action.command}
          action={action}
          file={file}
          rung={action.command === asked.act ? asked.rung : undefined}
          onCancel={() => setChosen(null)}
          onDone={() => {
            setDone(t('done', { what: titleOf(action.command) }));
            setChosen(null);
          }}
        />
      ) : (
        <ActionList
          file={file}
          allowed={allowed}
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

/** What a command is called: as its form made by hand says, or as all kinds of case say. */
function useTitles(file: AnyCaseFile): (command: string) => string {
  const t = useText('commands');
  const acts = useText('acts');
  return (command) => (madeFormOf(file, command) ? t(`${command}.title`) : titleOfAct(acts, command));
}

interface ListProps {
  readonly file: AnyCaseFile;
  readonly allowed: readonly AllowedAction[];
  readonly nothing: string;
  readonly choose: (command: string) => void;
}

/** What cases of this kind mostly take is in sight; what every case takes, and what is seldom done, one step away. */
function ActionList({ file, allowed, nothing, choose }: ListProps) {
  const t = useText('acts');
  if (allowed.length === 0) return <p className="quiet">{nothing}</p>;
  const inSight =
    file.kind === 'overduePayment'
      ? allowed
          .filter(({ command }) => madeFormOf(file, command))
          .sort((a, b) => order.indexOf(a.command) - order.indexOf(b.command))
      : actsInSight(
          file.kind,
          file.category,
          allowed.filter(({ path }) => !path.startsWith('/api/cases/')),
        );
  const others = allowed.filter((action) => !inSight.includes(action));
  return (
    <div className="stack">
      {inSight.length > 0 ? (
        <Buttons file={file} of={inSight} first choose={choose} />
      ) : (
        <p className="quiet">{nothing}</p>
      )}
      {others.length > 0 && (
        <details className="why">
          <summary>{t('others', { count: others.length })}</summary>
          <div className="why-body">
            <Buttons file={file} of={others} choose={choose} />
          </div>
        </details>
      )}
    </div>
  );
}

interface ButtonsProps extends Pick<ListProps, 'file' | 'choose'> {
  readonly of: readonly AllowedAction[];
  /** The first of them is what is mostly done next. */
  readonly first?: boolean;
}

function Buttons({ file, of, first, choose }: ButtonsProps) {
  const titleOf = useTitles(file);
  return (
    <ul className="action-list">
      {of.map(({ command }, index) => (
        <li key={command}>
          <Button
            kind={first && index === 0 && !endsCase(command) ? 'first' : 'second'}
            onClick={() => choose(command)}
          >
            {titleOf(command)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
