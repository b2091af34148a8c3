import { useQuery } from '@tanstack/react-query';
import { offices } from '../../api/queries.js';
import { useMe } from '../../app/session.js';
import { ChosenFilters, Pick } from '../../kit/pick.js';
import { useName, useText } from '../../text/names.js';
import { useFigureWords } from './figure-words.js';
import { districtOptions, levels, officeOptions } from './place-filter.js';
import { groupings, narrowings, type Grouping, type Narrowing, type StatisticsSearch } from './statistics-search.js';

const kinds = ['overduePayment', 'complaint', 'creditRepair', 'ipFastTrack'] as const;

interface Props {
  readonly search: StatisticsSearch;
  readonly by: Grouping;
  readonly go: (search: StatisticsSearch) => void;
}

/** What figures are told apart by and narrowed to; places are for those who see more than their own office. */
export function StatisticsFilters({ search, by, go }: Props) {
  const t = useText('analysis');
  const name = useName();
  const words = useFigureWords();
  const { role, office: own } = useMe();
  const { data = [] } = useQuery(offices);
  const ownDistrict = data.find(({ id }) => id === own?.id)?.district ?? null;
  const supervises = role === 'supervisor';
  const district = ownDistrict ?? search.district;
  const label = (narrowing: Narrowing, value: string) => {
    if (narrowing === 'district') {
      return value === 'city' ? t('debtor.city') : name(data.find((one) => one.district === value)?.districtName);
    }
    return narrowing === 'office' ? name(data.find(({ id }) => id === value)?.name) : words(narrowing, value);
  };
  return (
    <div>
      <div className="filters">
        <Pick
          id="statistics-by"
          label={t('choice.by')}
          options={groupings.map((value) => ({ value, label: t(`group.${value}`) }))}
          chosen={by}
          choose={(next) => go({ ...search, by: next })}
        />
        <Pick
          id="statistics-kind"
          label={t('choice.kind')}
          options={kinds.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
          any={t('choice.any')}
          chosen={search.kind ?? ''}
          choose={(next) => go({ ...search, kind: next, category: '' })}
        />
        {supervises && ownDistrict === null && (
          <Pick
            id="statistics-district"
            label={t('group.district')}
            options={[{ value: 'city', label: t('debtor.city') }, ...districtOptions(data, name)]}
            any={t('choice.any')}
            chosen={search.district ?? ''}
            choose={(next) => go({ ...search, district: next, office: '' })}
          />
        )}
        {supervises && (
          <Pick
            id="statistics-office"
            label={t('choice.office')}
            options={levels
              .map((level) => ({ label: t(`level.${level}`), options: officeOptions(data, level, district, name) }))
              .filter(({ options }) => options.length > 0)}
            any={t('choice.any')}
            chosen={search.office ?? ''}
            choose={(next) => go({ ...search, office: next })}
          />
        )}
      </div>
      <ChosenFilters
        filters={narrowings.flatMap((one) => {
          const value = search[one];
          return value
            ? [{ id: one, label: label(one, value) || value, drop: () => go({ ...search, [one]: '' }) }]
            : [];
        })}
      />
    </div>
  );
}
