import { CheckField, TextField } from '../../../kit/fields.js';
import { useText } from '../../../text/names.js';
import { evidenceKinds } from '../evidence-kinds.js';
import type { StepProps } from './step.js';

export function EvidenceStep({ draft }: StepProps) {
  const t = useText('lodge');
  return (
    <fieldset className="group">
      <legend>{t('evidence.legend')}</legend>
      <div className="choices">
        {evidenceKinds.map((kind) => (
          <div className="evidence" key={kind}>
            <CheckField
              name={`evidence.${kind}.held`}
              label={t(`evidenceKind.${kind}`)}
              hint={t(`evidence.hint.${kind}`)}
            />
            {draft.evidence[kind].held === 'yes' && (
              <div className="evidence-reference">
                <TextField
                  name={`evidence.${kind}.reference`}
                  label={t('evidence.reference', { kind: t(`evidenceKind.${kind}`) })}
                  hint={t('evidence.referenceHint')}
                  optional
                />
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
