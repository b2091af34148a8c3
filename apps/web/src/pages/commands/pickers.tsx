import { useQuery } from '@tanstack/react-query';
import { grounds, handlingAuthorities, mediators, officers, offices, proposedOffices } from '../../api/queries.js';
import type { AnyCaseFile, Ground, Officer } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { SelectField, TextField, type Option } from '../../kit/fields.js';
import { showMoney } from '../../money/money-text.js';
import { useName, useText } from '../../text/names.js';

interface PickerProps {
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
}

interface OfFile {
  readonly file: AnyCaseFile;
}

interface OfficeProps extends PickerProps {
  readonly file: AnyCaseFile | null;
  /** Of every function, not of those alone which handle cases. */
  readonly any: boolean;
}

/** The office that is competent is named with its ground; the person still chooses. */
export function OfficeField({ file, any, ...field }: OfficeProps) {
  const pick = useName();
  const t = useText('commands');
  const { data = [] } = useQuery(any ? offices : handlingAuthorities);
  const { data: proposed = [] } = useQuery({ ...proposedOffices(file?.caseId ?? ''), enabled: file !== null });
  const hint = proposed
    .map(({ office, platform, ground }) => t('proposed', { where: pick(office?.name ?? platform), why: pick(ground) }))
    .join(' ');
  return (
    <SelectField
      {...field}
      {...(hint && { hint })}
      options={data.map(({ id, name: office }) => ({ value: id, label: pick(office) }))}
    />
  );
}

/** Somebody of one's own office. */
export function OfficerField(field: PickerProps) {
  const { office } = useMe();
  const { data = [] } = useQuery({ ...officers(office?.id ?? ''), enabled: office !== null });
  return <SelectField {...field} options={useOfficerOptions(data)} />;
}

export function MediatorField({ file, ...field }: PickerProps & OfFile) {
  const { data = [] } = useQuery({
    ...mediators(file.handlingOffice?.id ?? ''),
    enabled: file.handlingOffice !== null,
  });
  return <SelectField {...field} options={useOfficerOptions(data)} />;
}

function useOfficerOptions(data: readonly Officer[]): readonly Option[] {
  const pick = useName();
  return data.map(({ id, name, title }) => ({ value: id, label: `${pick(name)}（${pick(title)}）` }));
}

/** Of the settlement's own instalments; a case without one has none to choose. */
export function InstalmentField({ file, name, label }: PickerProps & OfFile) {
  const t = useText('commands');
  if (file.kind !== 'overduePayment' || !file.settlement) return null;
  const options = file.settlement.instalments.map(({ instalment, dueOn, amount, paid }) => ({
    value: String(instalment),
    label: t('instalmentOption', { number: instalment, dueOn, amount: showMoney(amount), paid: showMoney(paid) }),
  }));
  return <SelectField name={name} label={label} options={options} optional />;
}

interface GroundProps extends PickerProps, OfFile {
  /** Of the law, where the command itself names them. */
  readonly codes: readonly string[];
  readonly use: Ground['use'];
  readonly wordOf: (code: string) => string;
}

/** Grounds of the law, then the operator's own which are in force; a text where there are none of either. */
export function GroundField({ file, codes, use, wordOf, ...field }: GroundProps) {
  const pick = useName();
  const { data } = useQuery(grounds(file.kind));
  const inForce = (data?.grounds ?? []).filter(
    (one) => one.use === use && one.validFrom <= file.today && (one.validTo === null || file.today <= one.validTo),
  );
  const ofLaw = use === 'pause' ? (data?.pauseGroundsOfLaw ?? []) : codes;
  const options = [
    ...ofLaw.map((code) => ({ value: code, label: wordOf(code) })),
    ...inForce.map(({ code, title }) => ({ value: code, label: pick(title) })),
  ];
  return options.length > 0 ? <SelectField {...field} options={options} /> : <TextField {...field} />;
}
