import { ChoiceField, CreditCodeField, TextField } from '../../../kit/fields.js';
import { useText } from '../../../text/names.js';

export function Us() {
  const t = useText('lodge');
  return (
    <>
      <TextField
        name="complainant.name"
        label={t('label.complainant.name')}
        hint={t('hint.asOnLicence')}
        autoComplete="organization"
      />
      <CreditCodeField
        name="complainant.creditCode"
        label={t('label.complainant.creditCode')}
        hint={t('hint.creditCode')}
      />
      <ChoiceField
        name="complainant.sizeType"
        label={t('label.complainant.sizeType')}
        hint={t('hint.size')}
        options={(['micro', 'small', 'medium'] as const).map((value) => ({ value, label: t(`size.${value}`) }))}
        row
      />
      <TextField
        name="complainant.address"
        label={t('label.complainant.address')}
        hint={t('hint.addressOfUs')}
        autoComplete="street-address"
      />
      <TextField name="complainant.contact.name" label={t('label.complainant.contact.name')} autoComplete="name" />
      <TextField
        name="complainant.contact.phone"
        label={t('label.complainant.contact.phone')}
        type="tel"
        autoComplete="tel"
      />
    </>
  );
}
