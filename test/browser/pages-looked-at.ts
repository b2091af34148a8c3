import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentComplaint } from '@redress/casework/testing/sent-complaint.js';
import { RightsDesk } from '../acceptance/rights-desk.js';
import { startApplication, type TestApplication } from '../application.js';
import { launchBrowser, type TestBrowser } from './chromium.js';
import { places } from './places.js';
import { Visitor, type Look } from './visitor.js';

export type Style = Omit<Look, 'language'> & { readonly width: number };

/** The pictures which the documentation shows, by language, and how wide the window is. */
const shown: Readonly<Record<Look['language'], Readonly<Record<string, number>>>> = {
  'zh-CN': { worklist: 1280, board: 1280, audit: 1280, tracking: 375 },
  en: { case: 1280, tracking: 375 },
};

/** The application with the demonstration cases in it, and a browser to look at them. */
export class PagesLookedAt {
  private constructor(
    readonly application: TestApplication,
    readonly browser: TestBrowser,
    /** The demonstration has none: lodged here, over HTTP. */
    private readonly complaint: string,
  ) {}

  static async open(): Promise<PagesLookedAt> {
    const [application, browser] = await Promise.all([
      startApplication({ pages: true, demonstrationCases: true }),
      launchBrowser(),
    ]);
    const complaint = await new RightsDesk(application, 'complaint').lodge(sentComplaint);
    return new PagesLookedAt(application, browser, complaint);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.application.close();
  }

  /** The cases the pages are looked at with, by the one thing that sets each apart. */
  async cases(): Promise<Readonly<Record<string, string>>> {
    const token = await this.application.signIn('supervisor');
    const head = await this.application.parts.store.head();
    const answer = await fetch(`${this.application.url}/api/worklist?atLeast=${head}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { rows } = (await answer.json()) as {
      rows: {
        caseId: string;
        status: string;
        mediator: { name: string } | null;
        handlingOffice: { id: string } | null;
      }[];
    };
    const inPudong = rows.filter(({ handlingOffice }) => handlingOffice?.id === '310115-handling');
    const find = (status: string, among = rows) => among.find((row) => row.status === status)!.caseId;
    return {
      mine: find('concluded', inPudong),
      mediated: find('inHandling', inPudong),
      settled: find('settled'),
      complaint: this.complaint,
    };
  }

  /** What is wrong with any page in a language: the barriers axe finds in each style, and what the browser complained of. */
  async faults(language: Look['language'], zone: string, styles: readonly Style[]) {
    const cases = await this.cases();
    const found: Record<string, readonly string[]> = {};
    // One browser for all accounts, so that it fetches the slices of the Chinese face once.
    const visitor = await Visitor.arrive(this.browser, this.application.url, zone);
    await visitor.open('/accessibility');
    await visitor.look({ language, ...styles[0]! });
    let account: string | null = null;
    for (const place of places) {
      const path = place.path.replace(/:(\w+)/, (_, name: string) => cases[name]!);
      if (place.account === account) await visitor.go(path);
      else {
        await visitor.signIn(place.account);
        await visitor.open(path);
      }
      account = place.account;
      const width = shown[language][place.name];
      if (width !== undefined) await keptForReaders(visitor, `${place.name}.${language.slice(0, 2)}`, width);
      try {
        await place.opened?.(visitor);
      } catch (cause) {
        await visitor.page.screenshot({ path: join(tmpdir(), `redress-${place.name}.png`), fullPage: true });
        const seen = await visitor.page.locator('main').innerText();
        throw new Error(`${place.name} (${visitor.page.url()}) shows: ${seen.slice(0, 2_000)}`, { cause });
      }
      for (const style of styles) {
        await visitor.restyle(style, style.width);
        const faults = [...(await visitor.barriers())];
        const beside = await visitor.sideways();
        if (beside > 0) faults.push(`${beside} px beside the window`);
        const look = `${language}.${style.theme}${style.elder ? '.elder' : ''}.${style.width}`;
        if (faults.length > 0) found[`${place.name}.${look}`] = faults;
        await visitor.picture(`${place.name}.${look}`);
      }
    }
    const { complaints } = visitor;
    await visitor.leave();
    return { found, complaints };
  }
}

/** As whoever opens the page sees it, before it is brought into the state worth looking at. */
async function keptForReaders(visitor: Visitor, name: string, width: number): Promise<void> {
  if (process.env.UPDATE_DOCS !== '1') return;
  await visitor.restyle({ theme: 'light', elder: false }, width);
  await visitor.keepPicture(name);
}
