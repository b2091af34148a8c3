import { readFileSync } from 'node:fs';
import { shanghaiDistricts } from './districts.js';
import type { OfficeToLoad, OrganisationToLoad } from './load-organisation.js';
import type { Bilingual, CompetenceAssignedData, OfficeFunction, OfficerAppointedData, OfficerRole } from './office.js';

/** The shape of demonstration.json, from which the offices follow. */
interface DemonstrationFile extends Omit<OrganisationToLoad, 'offices'> {
  readonly city: {
    readonly acceptingAuthority: { id: string; name: Bilingual; intakeOfficers: Bilingual[] };
    readonly supervision: { id: string; name: Bilingual; supervisors: Bilingual[] };
    readonly handlingOffices: readonly CityOffice[];
  };
  readonly districts: readonly DistrictEntry[];
}

interface CityOffice {
  readonly id: string;
  readonly name: Bilingual;
  readonly functions: readonly OfficeFunction[];
  readonly officers: Readonly<Partial<Record<OfficerRole, readonly Bilingual[]>>>;
}

interface DistrictEntry {
  readonly code: string;
  readonly station: { readonly id: string; readonly street: Bilingual; readonly serviceSpecialist: Bilingual };
  readonly handlingOfficer: Bilingual;
  readonly mediators: readonly Bilingual[];
  readonly departmentHead: Bilingual;
  readonly supervisor?: Bilingual;
}

const titles: Record<OfficerRole, Bilingual> = {
  serviceSpecialist: { zh: '服务专员', en: 'Service specialist' },
  intakeOfficer: { zh: '受理人员', en: 'Intake officer' },
  handlingOfficer: { zh: '承办人员', en: 'Handling officer' },
  mediator: { zh: '调解员', en: 'Mediator' },
  departmentHead: { zh: '部门负责人', en: 'Head of department' },
  supervisor: { zh: '监督人员', en: 'Supervisor' },
};

type CompetenceOfOffice = CompetenceAssignedData & { readonly office: string };

/** The office of a district which handles what the city transfers to it. */
export const handlingOfficeOf = (district: string): string => `${district}-handling`;

/** Shanghai for demonstration: the city, its 16 districts, a street station in each. */
export function demonstrationOrganisation(): OrganisationToLoad {
  const { city, districts, ...version } = read<DemonstrationFile>('./demonstration.json');
  const { competences } = read<{ competences: readonly CompetenceOfOffice[] }>('./demonstration-competences.json');
  const offices = [...cityOffices(city), ...districts.flatMap((entry) => districtOffices(entry, city))];
  const withCompetences = offices.map((office) => ({
    ...office,
    competences: [...office.competences, ...competencesOf(office.established.officeId, competences)],
  }));
  return { ...version, offices: withCompetences };
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}

function competencesOf(officeId: string, all: readonly CompetenceOfOffice[]): readonly CompetenceAssignedData[] {
  return all.flatMap(({ office, ...competence }) => (office === officeId ? [competence] : []));
}

const ofTheCity = { level: 'city', parent: null, district: null } as const;

function cityOffices({ acceptingAuthority, supervision, handlingOffices }: DemonstrationFile['city']): OfficeToLoad[] {
  const { id, name } = acceptingAuthority;
  return [
    {
      established: { ...ofTheCity, officeId: id, name, functions: ['acceptingAuthority'] },
      officers: appoint('310000', 'intakeOfficer', acceptingAuthority.intakeOfficers),
      competences: [],
    },
    {
      established: { ...ofTheCity, officeId: supervision.id, name: supervision.name, functions: ['supervision'] },
      officers: appoint('310000', 'supervisor', supervision.supervisors),
      competences: [],
    },
    ...handlingOffices.map(({ id: officeId, name, functions, officers }) => ({
      established: { ...ofTheCity, parent: acceptingAuthority.id, officeId, name, functions },
      officers: Object.entries(officers).flatMap(([role, names]) => appoint(officeId, role as OfficerRole, names)),
      competences: [],
    })),
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
        ...appoint(code, 'supervisor', entry.supervisor ? [entry.supervisor] : []),
      ],
      competences: [competenceOfDistrict(code, name)],
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
      officers: appoint(station.id, 'serviceSpecialist', [station.serviceSpecialist]),
      competences: [],
    },
  ];
}

/** 属地管理: the district in which the respondent is registered. */
function competenceOfDistrict(code: string, name: Bilingual): CompetenceAssignedData {
  return {
    competenceId: 'handle-district',
    act: 'handle',
    kinds: ['overduePayment', 'complaint'],
    levels: ['district'],
    seats: [code],
    platform: null,
    rule: 'CN-ORDER-802 25¶1',
    ground: {
      zh: `被投诉人登记在${name.zh}：属地管理（第802号令第二十五条第一款）`,
      en: `The respondent is registered in ${name.en}: by territory (Order 802, Art. 25¶1)`,
    },
    validFrom: '2020-01-01',
    validTo: null,
  };
}

/** Officer ids are `<division or office>-<role>-<number>`, such as `310115-mediator-1`. */
function appoint(division: string, role: OfficerRole, names: readonly Bilingual[]): OfficerAppointedData[] {
  return names.map((name, index) => ({
    officerId: `${division}-${role}-${index + 1}`,
    name,
    role,
    title: titles[role],
  }));
}
