import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Cable } from './cable.ts';
import type { Desk } from './desk.ts';
import { device, PHONE } from './people.ts';

/** An attendee with a real browser. */
export class Phone {
  constructor(readonly page: Page) {}

  /** @param cable what this phone is connected through; straight to the server without it */
  static async join(
    desk: Pick<Desk, 'join'>,
    { cable, options = PHONE }: { cable?: Pick<Cable, 'through'>; options?: BrowserContextOptions } = {},
  ): Promise<Phone> {
    const phone = new Phone(await (await device(options)).newPage());
    await phone.page.goto(cable ? cable.through(desk.join) : desk.join);
    await phone.live();
    return phone;
  }

  /** In the room and connected, whatever it shows. */
  async live(): Promise<void> {
    await this.page.getByText(/^(Live|Connected)/).waitFor();
  }

  /** A choice as a person sees it: a labelled radio button or box. */
  option = (text: string): Locator => this.page.getByLabel(text, { exact: true });
  /** The button that votes says so as soon as something is marked. */
  button = (name: string): Locator =>
    name === 'Vote'
      ? this.page.getByRole('button', { name: /^(Vote|[^,]+, then vote)$/ })
      : this.page.getByRole('button', { name, exact: true });

  async mark(...texts: string[]): Promise<void> {
    for (const text of texts) await this.option(text).check();
  }

  async vote(...texts: string[]): Promise<void> {
    await this.mark(...texts);
    await this.button('Vote').click();
  }

  async change(...texts: string[]): Promise<void> {
    await this.think();
    await this.vote(...texts);
  }

  /**
   * Back to the form. The page takes a press right after another for the second half of a double tap, so it is pressed
   * until it is heard.
   */
  async think(): Promise<void> {
    const [change, form] = [this.button('Change my vote'), this.button('Vote')];
    await change.or(form).waitFor();
    while (!(await form.isVisible())) {
      await change.click({ timeout: 1_000 }).catch(() => null);
      await form.waitFor({ timeout: 400 }).catch(() => null);
    }
  }

  /** Knows that it has no connection. */
  async lost(): Promise<void> {
    await this.page.getByText('No connection', { exact: true }).first().waitFor();
  }

  /** The list of one's own questions, which is folded away. */
  async yours(): Promise<void> {
    const toggle = this.page.getByRole('button', { name: /^Yours/ });
    await toggle.waitFor();
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  }

  /** The reactions, which take the place of the tabs. */
  async react(): Promise<void> {
    const [react, clap] = [this.page.getByRole('button', { name: 'React' }), this.button('Clap')];
    await react.or(clap).first().waitFor();
    if (await react.isVisible()) await react.click();
    await clap.waitFor();
  }

  /** Words on the screen of the phone; what is only there for screen readers does not count. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.locator('main, aside').getByText(text).first().waitFor();
  }

  /** The confirmation of this choice; gives the receipt. */
  async counted(choice: string): Promise<string> {
    const notice = this.page
      .locator('main p')
      .filter({ hasText: /^\s*Counted\./ })
      .filter({ hasText: choice });
    await notice.waitFor();
    return (await this.page.locator('main .receipt b').innerText()).trim();
  }
}
