import { useQuery } from '@tanstack/react-query';
import { apiDocument } from '../../api/queries.js';
import type { AllowedAction, AnyCaseFile } from '../../api/types.js';
import { Answered } from '../../kit/states.js';
import { CommandForm } from './command-form.js';
import { askedOf, formOf, type CommandForm as Definition } from './definitions.js';
import { describedForm, endsCase } from './described-form.js';
import { useDescribedWords, useMadeWords } from './form-words.js';
import { namesARung, RungCommand } from './rung-command.js';

interface Props {
  readonly action: AllowedAction;
  readonly file: AnyCaseFile;
  /** Key of the rung of escalation this person came for. */
  readonly rung: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form made by hand where there is one, which is for a payment claim alone; else what the API's document describes. */
export function madeFormOf(file: AnyCaseFile, command: string): Definition | null {
  return file.kind === 'overduePayment' ? formOf(command) : null;
}

export function OpenedCommand(props: Props) {
  const made = madeFormOf(props.file, props.action.command);
  return made ? <MadeCommand {...props} form={made} /> : <DescribedCommand {...props} />;
}

function MadeCommand(props: Props & { readonly form: Definition }) {
  const { action, file, form } = props;
  return (
    <CommandForm {...props} form={askedOf(action, form)} today={file.today} words={useMadeWords(action.command)} />
  );
}

function DescribedCommand(props: Props) {
  const { action, file, rung } = props;
  const words = useDescribedWords(action.command);
  return (
    <Answered query={useQuery(apiDocument)}>
      {(document) =>
        namesARung(document, action.path) ? (
          <RungCommand {...props} document={document} asked={rung} />
        ) : (
          <CommandForm
            {...props}
            today={file.today}
            words={words}
            form={askedOf(action, {
              ...describedForm(document, action.path),
              ...(endsCase(action.command) && { ends: true }),
            })}
          />
        )
      }
    </Answered>
  );
}
