import { Link } from '@tanstack/react-router';
import type { ApiDocument } from '../../api/api-document.js';
import type { AllowedAction, AnyCaseFile } from '../../api/types.js';
import { Day } from '../../kit/tags.js';
import { useName, useText } from '../../text/names.js';
import { useState } from 'react';
import { CommandForm } from './command-form.js';
import { describedForm } from './described-form.js';
import { useDescribedWords } from './form-words.js';

export type RungName = AllowedAction['rungs'][number];

/** The fields by which a command names the rung it answers. */
const naming = ['clock', 'subject', 'run', 'rung'] as const;

export function namesARung(document: ApiDocument, path: string): boolean {
  const fields = describedForm(document, path).fields.map(({ name }) => name);
  return naming.every((name) => fields.includes(name));
}

export const rungKey = (rung: RungName) => naming.map((name) => rung[name]).join('|');

interface Props {
  readonly action: AllowedAction;
  readonly file: AnyCaseFile;
  readonly document: ApiDocument;
  /** The rung this person came for, by its key. */
  readonly asked: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A command on a rung of the ladder: which one is chosen from those that wait, never typed. */
export function RungCommand({ action, file, document, asked, onDone, onCancel }: Props) {
  const t = useText('acts');
  const words = useDescribedWords(action.command);
  const waiting = action.rungs.length > 0 ? action.rungs : asked ? [rungOfKey(asked)] : [];
  const [chosen, setChosen] = useState(asked ?? (waiting[0] ? rungKey(waiting[0]) : ''));
  const rung = waiting.find((one) => rungKey(one) === chosen) ?? waiting[0];
  if (!rung) {
    return (
      <p>
        <Link to="/escalations">{t('chooseRung')}</Link>
      </p>
    );
  }
  return (
    <div className="stack">
      {waiting.length > 1 ? (
        <div className="field">
          <label htmlFor="rung-chosen">{t('whichRung')}</label>
          <select
            className="input"
            id="rung-chosen"
            value={rungKey(rung)}
            onChange={(event) => setChosen(event.target.value)}
          >
            {waiting.map((one) => (
              <option key={rungKey(one)} value={rungKey(one)}>
                <RungTitle file={file} rung={one} />
              </option>
            ))}
          </select>
        </div>
      ) : (
        <p>
          <RungTitle file={file} rung={rung} />
        </p>
      )}
      <CommandForm
        key={rungKey(rung)}
        action={action}
        form={describedForm(document, action.path, naming)}
        fixed={{ ...rung }}
        words={words}
        file={file}
        today={file.today}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

function rungOfKey(key: string): RungName {
  const [clock = '', subject = '', run = '', rung = ''] = key.split('|');
  return { clock, subject, run, rung };
}

/** What it was called when it fired; one that has not fired is told by its clock. */
function RungTitle({ file, rung }: { readonly file: AnyCaseFile; readonly rung: RungName }) {
  const name = useName();
  const fired = file.rungs.find((one) => one.clock === rung.clock && one.rung === rung.rung);
  const clock = file.clocks.find((one) => one.rule === rung.clock && one.run === rung.run);
  const parts = [name(clock?.title) || rung.clock, name(fired?.title) || rung.rung];
  return (
    <>
      {parts.join(' · ')} {fired && <Day date={fired.firedOn} />}
    </>
  );
}
