import { startApplication, type TestApplication } from '../application.js';
import { Caller } from './refusals.js';
import { specimenClaim } from './specimen-claim.js';

const claims = '/api/overdue-payment-claims';
let application: TestApplication;
let sme: Caller;

beforeAll(async () => {
  application = await startApplication({ escalation: false });
  sme = await Caller.of(application, 'sme');
});

afterAll(() => application.close());

type Claim = ReturnType<typeof specimenClaim>;
type Changes = { readonly [K in keyof Claim]?: unknown } & Readonly<Record<string, unknown>>;
const lodging = (changes: Changes) => ({ path: claims, body: { ...specimenClaim(), ...changes } });
const withLine = (changes: object) => lodging({ lines: [{ ...specimenClaim().lines[0], ...changes }] });
const faulty = (...errors: string[]) => ({ status: 400, code: 'invalid', errors });
const against = (...errors: string[]) => ({ status: 422, code: 'invalid', errors });
/** JSON text with something put in that JSON.stringify would not write. */
const written = (after: string, put: string) => {
  return { path: claims, body: JSON.stringify(specimenClaim()).replace(after, after + put) };
};

describe('fields', () => {
  test('unknown ones are refused, nested and in lists too', () =>
    sme.isRefused(
      lodging({
        x: 1,
        contract: { ...specimenClaim().contract, y: null },
        lines: [{ ...specimenClaim().lines[0], line: 1 }],
      }),
      faulty('x: unknownField', 'contract.y: unknownField', 'lines[0].line: unknownField'),
    ));

  test('named like the members of every object they are unknown too, and change no prototype', async () => {
    const proto = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,';
    await sme.isRefused(
      written('{', proto),
      faulty('__proto__: unknownField', 'constructor: unknownField', 'toString: unknownField'),
    );
    await sme.isRefused(written('"lines":[{', '"__proto__":null,'), faulty('lines[0].__proto__: unknownField'));
    expect({}).not.toHaveProperty('polluted');
  });

  test('left out they are all named at once', () =>
    sme.isRefused(
      { path: claims, body: {} },
      faulty(
        ...['complainant', 'respondent', 'contract', 'lines', 'request', 'facts', 'evidence', 'promises'].map(
          (field) => `${field}: required`,
        ),
      ),
    ));

  test('of the wrong kind they are all named at once', () =>
    sme.isRefused(
      lodging({
        complainant: 'x',
        respondent: [],
        contract: null,
        lines: { length: 1 },
        evidence: [null, 'x'],
        facts: 1,
      }),
      faulty(
        'complainant: object',
        'respondent: object',
        'contract: object',
        'lines: list',
        'evidence: listOfObjects',
        'facts: text',
      ),
    ));

  test('faults of the body and of the headers are named together', () =>
    sme.isRefused(
      { ...lodging({ facts: '' }), path: `${claims}?dry=1`, headers: { 'Idempotency-Key': 'one', 'If-Match': '3' } },
      faulty('facts: required', 'dry: unknownField', 'Idempotency-Key: uuid', 'If-Match: revision'),
    ));

  test('everything wrong with a claim is told once, what its form says and what the rules say', () => {
    const { complainant, contract, lines } = specimenClaim();
    return sme.isRefused(
      lodging({
        complainant: { ...complainant, creditCode: '91310115MADEM00118', extra: 1 },
        respondent: { ...specimenClaim().respondent, unitType: 'stateOrgan' },
        contract: { ...contract, subject: 'gifts' },
        lines: [
          { ...lines[0], amount: '-5', agreedDueOn: '2020-05-31' },
          { ...lines[0], deliveredOn: '2025-02-30', amount: '1.00', disputed: '2.00' },
        ],
      }),
      faulty(
        'complainant.creditCode: creditCode',
        'complainant.extra: unknownField',
        'respondent.sizeType: sizeOfBody',
        'contract.subject: oneOf',
        'lines[0].amount: money',
        'lines[0].agreedDueOn: dueBeforeContract',
        'lines[1].deliveredOn: day',
        'lines[1].disputed: disputedExceedsAmount',
      ),
    );
  });

  test('promises must be given', () =>
    sme.isRefused(
      lodging({ promises: { noOtherForum: false, truth: 'yes', signatory: '王小姐' } }),
      faulty('promises.noOtherForum: mustPromise', 'promises.truth: mustPromise'),
    ));
});

describe('parties', () => {
  test('a wrong check digit is found on either side', () => {
    const { complainant, respondent } = specimenClaim();
    return sme.isRefused(
      lodging({
        complainant: { ...complainant, creditCode: '91310115MADEM00118' },
        respondent: { ...respondent, creditCode: '91500110MADEM0100A' },
      }),
      faulty('complainant.creditCode: creditCode', 'respondent.creditCode: creditCode'),
    );
  });

  test('a firm that is not large is outside Order 802', () =>
    sme.isRefused(
      lodging({ respondent: { ...specimenClaim().respondent, unitType: 'otherFirm', sizeType: 'medium' } }),
      against('respondent.sizeType: respondentNotLarge'),
    ));

  test('nobody complains of itself', () =>
    sme.isRefused(
      lodging({ respondent: { ...specimenClaim().respondent, creditCode: specimenClaim().complainant.creditCode } }),
      against('respondent.creditCode: sameParty'),
    ));
});

describe('amounts', () => {
  test.each([
    '-1.00',
    '1.005',
    '1e3',
    '1,000.00',
    '',
    ' 1',
    '+1',
    'NaN',
    '1000000000000000.00',
    1280000,
    null,
    { a: 1 },
    ['1.00'],
  ])('%j is no amount', (amount) =>
    sme.isRefused(withLine({ amount, disputed: amount }), faulty('lines[0].amount: money', 'lines[0].disputed: money')),
  );

  test('nothing is no debt, and no more can be disputed than is owed', () =>
    sme.isRefused(
      withLine({ amount: '0', disputed: '0.01' }),
      against('lines[0].amount: amountNotPositive', 'lines[0].disputed: disputedExceedsAmount'),
    ));
});

describe('dates', () => {
  test.each([
    '2025-02-30',
    '2025-13-01',
    '2025-2-3',
    '20250203',
    '2025-02-03T00:00:00Z',
    '0001-01-01',
    '9999-12-31',
    '',
    20250203,
    true,
  ])('%j is no date', (day) =>
    sme.isRefused(
      withLine({ deliveredOn: day, agreedDueOn: day }),
      faulty('lines[0].deliveredOn: day', 'lines[0].agreedDueOn: day'),
    ),
  );

  test('a due date does not come before the contract', () =>
    sme.isRefused(withLine({ agreedDueOn: '2020-05-31' }), against('lines[0].agreedDueOn: dueBeforeContract')));

  test('nothing is contracted, delivered or accepted in the future, and nothing owed tomorrow is overdue', () =>
    sme.isRefused(
      lodging({
        contract: { ...specimenClaim().contract, concludedOn: '2198-01-01' },
        lines: [
          {
            ...specimenClaim().lines[0],
            deliveredOn: '2198-02-02',
            workAcceptedOn: '2198-03-03',
            agreedDueOn: '2198-04-04',
          },
        ],
      }),
      against(
        'contract.concludedOn: dateInFuture',
        'lines[0].deliveredOn: dateInFuture',
        'lines[0].workAcceptedOn: dateInFuture',
        'lines[0].agreedDueOn: notYetOverdue',
      ),
    ));
});

describe('texts', () => {
  test.each([
    ['NUL', '\u0000', 'controlCharacters'],
    ['an escape character', 'a\u001bb', 'controlCharacters'],
    ['a C1 control character', 'a\u0085b', 'controlCharacters'],
    ['a lone high surrogate', 'a\ud800b', 'brokenCharacter'],
    ['a lone low surrogate', '\udc00', 'brokenCharacter'],
    ['a space', ' ', 'required'],
    ['an ideographic space', '\u3000', 'required'],
    ['a text that is too long', '长'.repeat(10_001), 'tooLong'],
    ['a turn of the direction of text', '欠款\u202e元001', 'invisibleCharacter'],
    ['a line separator', 'a\u2028b', 'invisibleCharacter'],
  ])('%s is refused', (_, facts, code) => sme.isRefused(lodging({ facts }), faulty(`facts: ${code}`)));

  test.each([
    ['a space of no width', '\u200b'],
    ['a joiner', '\u200d'],
    ['a mark of byte order', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['an isolate', '\u2067'],
    ['a tag character', '\u{e0041}'],
    ['a blank letter', '\u3164'],
  ])('%s makes two names look alike, and is refused in a name', (_, unseen) => {
    const name = `某大型${unseen}制造集团有限公司`;
    return sme.isRefused(
      lodging({ respondent: { ...specimenClaim().respondent, name } }),
      faulty('respondent.name: invisibleCharacter'),
    );
  });

  test('in a list they are judged alike', async () => {
    const hold = (attendees: unknown) => ({
      path: `${claims}/x/hold-mediation`,
      body: { place: 'x', attendees, minutes: 'x', outcome: 'agreed' },
    });
    const mediator = await Caller.of(application, 'mediator');
    await mediator.isRefused(hold(['甲', '\ud800']), faulty('attendees: brokenCharacter'));
    await mediator.isRefused(hold(['甲', '\u0000']), faulty('attendees: controlCharacters'));
    await mediator.isRefused(hold(['甲', '']), faulty('attendees: required'));
    await mediator.isRefused(hold(['甲', {}]), faulty('attendees: text'));
    await mediator.isRefused(hold([]), faulty('attendees: list'));
  });

  test('whole characters of every plane pass', async () => {
    const facts = '𠮷野家　欠款\t😀👩\u200d💼\r\n第二行';
    expect((await sme.send(lodging({ facts }))).status).toBe(201);
  });
});

describe('bodies', () => {
  test.each(['{"a":', '{"facts":"x",}', "{'a':1}", 'null', '"text"', '1', 'true', '[]', '[{}]', '\u0000'])(
    '%j is no JSON object',
    (body) => sme.isRefused({ path: claims, body }, { status: 400, code: 'brokenJson' }),
  );

  test('of five megabytes are too large', () =>
    sme.isRefused(lodging({ facts: 'x'.repeat(5 * 1024 * 1024) }), { status: 413, code: 'tooLarge' }));

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'as %s are refused, not taken for empty ones',
    (type) => sme.isRefused({ ...lodging({}), headers: { 'Content-Type': type } }, { status: 415, code: 'notJson' }),
  );

  test('in an encoding nobody knows, or that they are not in, are refused', async () => {
    await sme.isRefused({ ...lodging({}), headers: { 'Content-Encoding': 'zip' } }, { status: 415, code: 'notJson' });
    await sme.isRefused(
      { ...lodging({}), headers: { 'Content-Encoding': 'gzip' } },
      { status: 400, code: 'brokenJson' },
    );
  });

  test('nested a hundred thousand deep are refused, not choked on', async () => {
    const deep = (open: string, close: string) => ({
      path: claims,
      body: `{"facts":${open.repeat(100_000)}1${close.repeat(100_000)}}`,
    });
    await sme.isRefused(deep('[', ']'), faulty(`facts${'[0]'.repeat(8)}: tooDeep`));
    await sme.isRefused(deep('{"a":', '}'), faulty(`facts${'.a'.repeat(8)}: tooDeep`));
  });
});
