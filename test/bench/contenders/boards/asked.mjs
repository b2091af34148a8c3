import { caseFileOf, findCase } from '../../../../dist/projections/case-file/queries.js';
import { clocksBehind } from '../../../../dist/projections/sla-board/clocks-behind.js';
import { slaBoard } from '../../../../dist/projections/sla-board/queries.js';
import { worklistPage } from '../../../../dist/projections/worklist/queries.js';

/** The last day of the generated log. */
export const today = '2026-09-30';

const all = { kind: 'all' };
const limit = 50;
const of = (queue) => ({ queue: { of: queue }, limit });

/** What users ask of lists, boards and files, each as a function of somebody who asks. */
const lists = {
  mine: ({ holding, person }) => [officerOf(holding), { queue: { of: 'mine', person }, limit }],
  mineOfKind: ({ holding, person }) => [
    officerOf(holding),
    { queue: { of: 'mine', person }, kind: 'overduePayment', limit },
  ],
  officeHolds: ({ office }) => [officerOf(office), { queue: { of: 'office', office }, limit }],
  officeHoldsFiltered: ({ office, kind, status }) => [
    officerOf(office),
    { queue: { of: 'office', office }, kind, status, limit },
  ],
  officeReads: ({ office }) => [officerOf(office), of('all')],
  officeUnassigned: ({ office }) => [officerOf(office), of('unassigned')],
  cityOfficeReads: ({ cityOffice }) => [officerOf(cityOffice), of('all')],
  cityOfficeOfKind: ({ cityOffice, kind }) => [officerOf(cityOffice), { ...of('all'), kind }],
  district: ({ district }) => [{ kind: 'district', district }, of('all')],
  districtFiltered: ({ district, kind, status }) => [
    { kind: 'district', district },
    { ...of('all'), kind, status },
  ],
  districtUnassigned: ({ district }) => [{ kind: 'district', district }, of('unassigned')],
  city: () => [all, of('all')],
  cityOfStatus: ({ status }) => [all, { ...of('all'), status }],
  cityOfLevel: () => [all, { ...of('all'), level: 'city' }],
  cityUnassigned: () => [all, of('unassigned')],
  cityDeepPage: ({ deep }) => [all, { ...of('all'), after: deep }],
  cityDeepFiltered: ({ deep, kind }) => [all, { ...of('all'), kind, after: deep }],
  company: ({ company }) => [{ kind: 'complainant', creditCode: company }, of('all')],
  searchName: ({ name }) => [all, { ...of('all'), search: name }],
  searchDebtor: ({ debtor }) => [all, { ...of('all'), search: debtor }],
  searchDebtorInOffice: ({ office, debtor }) => [officerOf(office), { ...of('all'), search: debtor }],
  searchMiddling: ({ middlingWord }) => [all, { ...of('all'), search: middlingWord }],
  searchMiddlingInOffice: ({ office, middlingWord }) => [officerOf(office), { ...of('all'), search: middlingWord }],
  searchCommon: () => [all, { ...of('all'), search: '有限公司' }],
  searchNumber: ({ number }) => [all, { ...of('all'), search: number }],
  searchYear: ({ number }) => [all, { ...of('all'), search: number.slice(0, 7) }],
  searchCode: ({ code }) => [all, { ...of('all'), search: code }],
  searchRegion: ({ code }) => [all, { ...of('all'), search: code.slice(0, 8) }],
};
const boards = {
  boardCity: () => [all, { by: 'district' }],
  boardCityOfClock: ({ rule }) => [all, { by: 'district', clock: rule }],
  boardCityByClock: () => [all, { by: 'clock' }],
  boardCityByKind: () => [all, { by: 'kind' }],
  boardCityOfKind: ({ kind }) => [all, { by: 'district', kind }],
  boardDistrict: ({ district }) => [{ kind: 'district', district }, { by: 'clock' }],
  boardDistrictByOffice: ({ district }) => [all, { by: 'office', district }],
  boardOffice: ({ office }) => [officerOf(office), { by: 'clock' }],
};
const behind = {
  behindCityLate: () => [all, { standing: 'late', limit }],
  behindDistrictLate: ({ district, rule }) => [all, { standing: 'late', district, clock: rule, limit }],
  behindOfficeSoon: ({ office }) => [officerOf(office), { standing: 'dueSoon', limit }],
  behindCityMet: () => [all, { standing: 'met', limit }],
};

function officerOf(office) {
  return { kind: 'office', office, officer: 'officer-of-the-bench', isHead: false };
}

/** Each question as asked through the query functions (of views, and of the log where they need it), and in bare SQL: the same rows by their keys, the same cells summed. */
export const questions = {
  ...mapped(lists, (args) => ({
    ask: (pool, one) => worklistPage(pool, ...args(one), today),
    bare: (page) => ['SELECT * FROM views.worklist WHERE case_id = ANY ($1)', [page.rows.map(({ caseId }) => caseId)]],
  })),
  ...mapped(boards, (args) => ({
    ask: (pool, one) => slaBoard(pool, ...args(one), today),
    bare: (_, one) => bareBoard(...args(one)),
  })),
  ...mapped(behind, (args) => ({
    ask: (pool, one) => clocksBehind(pool, ...args(one), today),
    bare: ({ rows }) => [
      'SELECT c.* FROM unnest($1::text[], $2::text[]) AS asked (case_id, rule) JOIN views.sla_clock c USING (case_id, rule)',
      [rows.map(({ caseId }) => caseId), rows.map(({ clock }) => clock.rule)],
    ],
  })),
  caseFile: {
    ask: (pool, { caseId }, store) => caseFileOf(store, pool, all, caseId, today, (events) => Promise.resolve(events)),
    bare: (_, { caseId }) => [
      `SELECT f.*, e.* FROM views.case_file f JOIN views.case_file_subject s USING (stream)
       JOIN es.events e ON e.stream = f.stream AND e.position <= s.position WHERE case_id = $1 ORDER BY revision`,
      [caseId],
    ],
  },
  findByNumber: {
    ask: (pool, { number }) => findCase(pool, number),
    bare: (_, { number }) => ['SELECT * FROM views.case_file WHERE case_number = $1', [number]],
  },
};

function mapped(asked, make) {
  return Object.fromEntries(Object.entries(asked).map(([name, args]) => [name, make(args)]));
}

function bareBoard(scope, { by, district = scope.district, office = scope.office, kind, clock }) {
  const byClock = by === 'kind' || by === 'clock' || clock !== undefined;
  const place = office || by === 'office' ? 'office' : district || by === 'district' ? 'district' : '';
  const finer = byClock ? 'Clock' : kind === undefined ? '' : 'Kind';
  const cell = place === '' ? 'clock' : `${place}${finer}`;
  const given = Object.entries({ cell, district, office, kind, rule: clock }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    `SELECT district, office, kind, rule, state, sum(n) FROM views.sla_count
     WHERE ${given.map(([column], i) => `${column} = $${i + 1}`).join(' AND ')} AND span IN (0, 64)
     GROUP BY district, office, kind, rule, state`,
    given.map(([, value]) => value),
  ];
}

/** So many who ask, the same at every size of the tables: their offices, cases and words are drawn from the rows. */
export async function whoAsk(pool, many) {
  const column = async (sql) => (await pool.query(sql)).rows.map((row) => Object.values(row)[0]);
  const offices = await column(
    `SELECT DISTINCT holder_office FROM views.worklist WHERE open AND district IS NOT NULL ORDER BY 1 LIMIT 1000`,
  );
  const [cityOffice] = await column(
    `SELECT holder_office FROM views.worklist WHERE open AND district IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const persons = await pool.query(
    `SELECT holder, min(holder_office) AS office FROM views.worklist WHERE open AND holder IS NOT NULL
     GROUP BY 1 ORDER BY md5(holder) LIMIT 200`,
  );
  const districts = await column(`SELECT DISTINCT district FROM views.worklist WHERE district IS NOT NULL ORDER BY 1`);
  const states = await pool.query('SELECT DISTINCT kind, status FROM views.worklist WHERE open ORDER BY 1, 2');
  const rules = await column(
    `SELECT DISTINCT rule FROM views.sla_count WHERE cell = 'clock' AND duty = 'office' ORDER BY 1`,
  );
  const cases = await pool.query(
    `SELECT case_id, w.case_number, complainant_code, named.complainant, names FROM views.worklist w JOIN views.worklist_name named USING (case_id)
     WHERE case_id LIKE '00000001%' ORDER BY md5(case_id) LIMIT 500`,
  );
  const debtors = await column(
    `SELECT name FROM views.worklist_party WHERE party LIKE '9%' AND tokens @> '{上海}' ORDER BY n DESC, party LIMIT 10`,
  );
  const tenth = await pool.query(
    `SELECT due_sort, lodged_on, case_id FROM views.worklist ORDER BY due_sort, lodged_on, case_id
     OFFSET (SELECT count(*) / 10 FROM views.worklist) LIMIT 1`,
  );
  const { due_sort, lodged_on, case_id } = tenth.rows[0];
  const deep = Buffer.from(JSON.stringify([due_sort, lodged_on, case_id])).toString('base64url');
  return Array.from({ length: many }, (_, i) => {
    const one = cases.rows[i % cases.rows.length];
    const { holder, office: holding } = persons.rows[i % persons.rows.length];
    return {
      office: offices[i % offices.length],
      holding,
      person: holder,
      cityOffice,
      district: districts[i % districts.length],
      ...states.rows[i % states.rows.length],
      rule: rules[i % rules.length],
      caseId: one.case_id,
      number: one.case_number,
      company: one.complainant_code,
      code: one.complainant.slice(0, 12),
      name: one.names.split('\n')[0].slice(1, 6),
      debtor: debtors[i % debtors.length],
      middlingWord: ['信息科技', '机电设备', '装饰设计', '能源集团', '水务局'][i % 5],
      deep,
    };
  });
}
