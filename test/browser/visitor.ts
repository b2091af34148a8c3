import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demonstrationPassword } from '@redress/access/demonstration-accounts.js';
import type { TestBrowser } from './chromium.js';

const root = join(import.meta.dirname, '../..');
const axeSource = readFileSync(createRequire(import.meta.dirname + '/').resolve('axe-core/axe.min.js'), 'utf8');

export type Language = 'zh-CN' | 'en';
export interface Look {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly elder: boolean;
}

interface Axe {
  /** Nothing is collected of what is in order: nobody reads it. */
  run(root: Document, options: { readonly resultTypes: readonly string[] }): Promise<AxeResults>;
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** Someone at the pages: what they see and do, and what their browser complained of meanwhile. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('console', (message) => {
      // A 401 or 422 is an answer which the page shows; the browser logs it all the same.
      if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4')) {
        this.complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async arrive(browser: TestBrowser, url: string, zone = 'Asia/Shanghai'): Promise<Visitor> {
    const context = await browser.context({ timezoneId: zone, reducedMotion: 'reduce' });
    context.setDefaultTimeout(30_000);
    return new Visitor(await context.newPage(), url);
  }

  /** Null signs out. */
  async signIn(account: string | null): Promise<void> {
    await this.page.context().clearCookies();
    if (account === null) return;
    await this.page
      .context()
      .request.post(`${this.url}/api/sessions`, { data: { account, password: demonstrationPassword } });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.settled();
  }

  /** Goes there as a link does, so that the program stays loaded; the page before it is gone. */
  async go(path: string): Promise<void> {
    if (new URL(this.page.url()).pathname === path) return this.open(path);
    const before = await this.page.waitForSelector('h1');
    await this.page.evaluate((to) => window.history.pushState({}, '', to), path);
    await before.waitForElementState('hidden');
    await this.settled();
  }

  /** The page has its heading, no part of it is still being fetched, and nothing moves any more. */
  async settled(): Promise<void> {
    await this.page.waitForSelector('h1');
    await this.page.waitForFunction(() => document.querySelector('.loading') === null);
    // A page that has just been shown takes its heading into focus and its scroll to the top: a press meanwhile misses.
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    });
  }

  async look({ language, theme, elder }: Look): Promise<void> {
    await this.page.evaluate((kept) => localStorage.setItem('redress.preferences', JSON.stringify(kept)), {
      language,
      theme,
      elder,
    });
    await this.page.reload();
    await this.settled();
  }

  /** Another theme and size of the page as it stands, as the buttons of its foot do it. */
  async restyle({ theme, elder }: Omit<Look, 'language'>, width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.evaluate(
      (wanted) => {
        const { dataset } = document.documentElement;
        dataset['theme'] = wanted.theme;
        if (wanted.elder) dataset['elder'] = 'true';
        else delete dataset['elder'];
      },
      { theme, elder },
    );
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** Types into the field with this label. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }

  /** Chooses a radio button or ticks a box by the text beside it. */
  async choose(group: string | RegExp, option: string | RegExp): Promise<void> {
    await this.page
      .getByRole('group', { name: group })
      .getByRole('radio', { name: option, exact: typeof option === 'string' })
      .check();
  }

  /** Picks from a drop-down, by what stands there or by its place after the empty first. */
  async pick(label: string | RegExp, option: string | number): Promise<void> {
    const box = this.page.getByRole('combobox', { name: label, exact: typeof label === 'string' });
    const chosen = box.locator('option', typeof option === 'string' ? { hasText: option } : {});
    const value = await chosen.nth(typeof option === 'number' ? option : 0).getAttribute('value');
    await box.selectOption(value);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
    await this.settled();
  }

  async heading(): Promise<string> {
    return (await this.page.locator('h1').first().innerText()).trim();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async atHeading(text: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: text }).waitFor();
    await this.settled();
  }

  /** Picture of the whole page, in `test-results/pages`, on PICTURES=1: a quarter of a second each. */
  async picture(name: string): Promise<void> {
    if (process.env.PICTURES !== '1') return;
    const folder = join(root, 'test-results/pages');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  /** Picture of what the window shows, kept with the documentation; made anew on UPDATE_DOCS=1 only. */
  async keepPicture(name: string): Promise<void> {
    if (process.env.UPDATE_DOCS !== '1') return;
    const folder = join(root, 'docs/screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 80 });
  }

  /** What axe finds wrong in the page as it stands: rule and element. */
  async barriers(): Promise<readonly string[]> {
    // Through the driver, so that the page's content security policy stays in force.
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axeSource);
    const found = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  /** How many pixels the page reaches beyond the window to the side. */
  async sideways(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
