import { ChoiceField, CreditCodeField, TextField } from '../../../kit/fields.js';
import { useText } from '../../../text/names.js';
import { sizeFollows } from '../claim.js';
import type { StepProps } from './step.js';

const units = ['stateOrgan', 'publicInstitution', 'stateOwnedFirm', 'largeFirm', 'otherFirm'] as const;
const sizes = ['large', 'medium', 'small', 'micro', 'unknown'] as const;

export function Them({ draft }: StepProps) {
  const t = useText('lodge');
  const { unitType } = draft.respondent;
  return (
    <>
      <TextField name="respondent.name" label={t('label.respondent.name')} hint={t('hint.fullName')} />
      <CreditCodeField
        name="respondent.creditCode"
        label={t('label.respondent.creditCode')}
        hint={t('hint.creditCodeUnknown')}
        optional
      />
      <ChoiceField
        name="respondent.unitType"
        label={t('label.respondent.unitType')}
        options={units.map((value) => ({ value, label: t(`unitType.${value}`), hint: t(`unitHint.${value}`) }))}
      />
      {unitType !== '' && sizeFollows(unitType) === null && (
        <ChoiceField
          name="respondent.sizeType"
          label={t('label.respondent.sizeType')}
          options={sizes.map((value) => ({ value, label: t(`size.${value}`) }))}
          row
        />
      )}
      <TextField name="respondent.address" label={t('label.respondent.address')} hint={t('hint.addressOfThem')} />
      <TextField
        name="respondent.contact.name"
        label={t('label.respondent.contact.name')}
        hint={t('hint.contactUnknown')}
        optional
      />
      <TextField name="respondent.contact.phone" label={t('label.respondent.contact.phone')} type="tel" optional />
    </>
  );
}
