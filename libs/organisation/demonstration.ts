import { readFileSync } from 'node:fs';
import { shanghaiDistricts } from './districts.js';
import type { OfficeToLoad, OrganisationToLoad } from './load-organisation.js';
import type { Bilingual, OfficerAppointedData, OfficerRole } from './office.js';

/** The shape of demonstration.json, from which the offices follow. */
interface DemonstrationFile extends Omit<OrganisationToLoad, 'offices'> {
  readonly city: {
    readonly acceptingAuthority: { id: string; name: Bilingual; intakeOfficers: Bilingual[] };
    readonly supervision: { id: string; name: Bilingual; supervisors: Bilingual[] };
  };
  readonly districts: readonly DistrictEntry[];
}

interface DistrictEntry {
  readonly code: string;
  readonly station: { readonly id: string; readonly street: Bilingual };
  readonly handlingOfficer: Bilingual;
  readonly mediators: readonly Bilingual[];
  readonly departmentHead: Bilingual;
}

const titles: Record<OfficerRole, Bilingual> = {
  intakeOfficer: { zh: '受理人员', en: 'Intake officer' },
  handlingOfficer: { zh: '承办人员', en: 'Handling officer' },
  mediator: { zh: '调解员', en: 'Mediator' },
  departmentHead: { zh: '部门负责人', en: 'Head of department' },
  supervisor: { zh: '监督人员', en: 'Supervisor' },
};

/** The office of a district which handles what the city transfers to it. */
export const handlingOfficeOf = (district: string): string => `${district}-handling`;

/** Shanghai for demonstration: the city, its 16 districts, a street station in each. */
export function demonstrationOrganisation(): OrganisationToLoad {
  const file = new URL('./demonstration.json', import.meta.url);
  const { city, districts, ...version } = JSON.parse(readFileSync(file, 'utf8')) as DemonstrationFile;
  return { ...version, offices: [...cityOffices(city), ...districts.flatMap((entry) => districtOffices(entry, city))] };
}

function cityOffices({ acceptingAuthority, supervision }: DemonstrationFile['city']): OfficeToLoad[] {
  const ofTheCity = { level: 'city', parent: null, district: null } as const;
  return [
    {
      established: {
        ...ofTheCity,
        officeId: acceptingAuthority.id,
        name: acceptingAuthority.name,
        functions: ['acceptingAuthority'],
      },
      officers: appoint('310000', 'intakeOfficer', acceptingAuthority.intakeOfficers),
    },
    {
      established: { ...ofTheCity, officeId: supervision.id, name: supervision.name, functions: ['supervision'] },
      officers: appoint('310000', 'supervisor', supervision.supervisors),
    },
  ];
}

function districtOffices(entry: DistrictEntry, { acceptingAuthority }: DemonstrationFile['city']): OfficeToLoad[] {
  const { code, station } = entry;
  const name = shanghaiDistricts[code]!;
  return [
    {
      established: {
        officeId: handlingOfficeOf(code),
        level: 'district',
        parent: acceptingAuthority.id,
        district: code,
        name: {
          zh: `${name.zh}中小企业服务和款项支付投诉处理办公室`,
          en: `${name.en} Office for SME Services and Payment Complaints`,
        },
        functions: ['handlingAuthority'],
      },
      officers: [
        ...appoint(code, 'handlingOfficer', [entry.handlingOfficer]),
        ...appoint(code, 'mediator', entry.mediators),
        ...appoint(code, 'departmentHead', [entry.departmentHead]),
      ],
    },
    {
      established: {
        officeId: station.id,
        level: 'street',
        parent: handlingOfficeOf(code),
        district: code,
        name: { zh: `${station.street.zh}中小企业服务站`, en: `${station.street.en} SME Service Station` },
        functions: [],
      },
      officers: [],
    },
  ];
}

/** Officer ids are `<division>-<role>-<number>`, such as `310115-mediator-1`. */
function appoint(division: string, role: OfficerRole, names: readonly Bilingual[]): OfficerAppointedData[] {
  return names.map((name, index) => ({
    officerId: `${division}-${role}-${index + 1}`,
    name,
    role,
    title: titles[role],
  }));
}
