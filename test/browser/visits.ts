import { startApplication, type TestApplication } from '../application.js';
import { launchBrowser, type TestBrowser } from './chromium.js';
import { Visitor } from './visitor.js';

/** The application of one spec file, and who comes to its pages. */
export interface Visits {
  /** From the first `beforeAll` of the spec file on. */
  readonly application: TestApplication;
  /** Someone at the pages, signed in as this account unless it is null; they leave when the test ends. */
  arrive(account: string | null): Promise<Visitor>;
}

/** Opens an application with the pages and a browser before the tests, and closes both after them; no page may complain. */
export function visits(options: Parameters<typeof startApplication>[0] = {}): Visits {
  jest.setTimeout(120_000);
  let application: TestApplication;
  let browser: TestBrowser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [application, browser] = await Promise.all([startApplication({ ...options, pages: true }), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
    expect(complaints).toEqual([]);
  });

  return {
    get application() {
      return application;
    },
    async arrive(account) {
      const visitor = await Visitor.arrive(browser, application.url);
      visitors.push(visitor);
      await visitor.signIn(account);
      return visitor;
    },
  };
}
