import type { Office } from '../../api/types.js';
import type { Option } from '../../kit/fields.js';

type Named = (name: Office['name'] | null) => string;

/** The districts in which there are offices, in the order of their codes. */
export function districtOptions(offices: readonly Office[], name: Named): readonly Option[] {
  const districts = new Map(
    offices.flatMap(({ district, districtName }) => (district && districtName ? [[district, districtName]] : [])),
  );
  return [...districts].sort(([a], [b]) => a.localeCompare(b)).map(([value, of]) => ({ value, label: name(of) }));
}

export const levels = ['city', 'district', 'street'] as const;

/** The offices of a district, or of everywhere: those of a level. */
export function officeOptions(
  offices: readonly Office[],
  level: Office['level'],
  district: string | undefined,
  name: Named,
): readonly Option[] {
  return offices
    .filter((office) => office.level === level && (!district || (office.district ?? 'city') === district))
    .map((office) => ({ value: office.id, label: name(office.name) }));
}
