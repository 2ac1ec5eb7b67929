import type { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { today } from '#platform/clock';
import { pagesToFill } from './filling.ts';
import type { ServedHouse } from './served-house.ts';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;
/** Files as a form sends them: the field, the name on the telephone, the bytes. */
export type FormFiles = readonly (readonly [field: string, name: string, bytes: Buffer])[];
export type TestBrowser = ReturnType<typeof openTestBrowser>;

/** A browser without a screen: it keeps its cookies, and forgets what it is told to forget. `visitor` tells one address from another. */
export function openTestBrowser(served: ServedHouse, { language = 'fr', visitor = 1 } = {}) {
  const cookies = new Map<string, string>();
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    sent: { payload?: string | Buffer; headers?: Record<string, string> },
  ) => {
    const answer = await served.app.inject({
      method,
      url: path.startsWith('/') ? path : `/${language}/${path}`,
      remoteAddress: `10.1.${visitor >> 8}.${visitor & 255}`,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...sent.headers },
      ...(sent.payload === undefined ? {} : { payload: sent.payload }),
    });
    for (const { name, value, expires, maxAge } of answer.cookies)
      if (maxAge === 0 || (expires && expires.getTime() <= Date.now())) cookies.delete(name);
      else cookies.set(name, value);
    return answer;
  };
  return {
    cookies,
    get: (path: string) => ask('GET', path, {}),
    post(path: string, fields: FormFields = {}, headers: Record<string, string> = {}) {
      const payload = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) payload.append(name, one);
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return ask('POST', path, { payload: payload.toString(), headers: { ...type, ...headers } });
    },
    /** Sends files; `cutBytes` of its end never arrive. */
    async send(path: string, files: FormFiles, { fields = {}, headers = {}, cutBytes = 0 }: SendOptions = {}) {
      const form = new FormData();
      for (const [field, name, bytes] of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const encoded = new Response(form);
      const payload = Buffer.from(await encoded.arrayBuffer());
      const type = { 'content-type': encoded.headers.get('content-type') ?? '' };
      return ask('POST', path, { payload: payload.subarray(0, payload.length - cutBytes), headers: { ...type, ...headers } });
    },
  };
}

type SendOptions = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Record<string, string>;
  readonly cutBytes?: number;
};

/** Where a page of the form stands. */
export function pathOfStep({ page, ref }: form.Step): string {
  return ref === undefined ? `apply/${page.key}` : `apply/people/${ref}/${page.key}`;
}

/** Answers every page of the form of a draft that is open, up to the check; gives the addresses that the answers led to. */
export async function fillIn(served: ServedHouse, browser: TestBrowser, declaration: Declaration): Promise<string[]> {
  const led: string[] = [];
  for (const { step, typed } of pagesToFill(declaration, today(served.house.clock))) {
    const isLast = step.ref === declaration.members.length;
    const more =
      step.page.key === 'people' ? { more: declaration.members.length > 1 ? 'yes' : 'no' } : { more: isLast ? 'no' : 'yes' };
    const { statusCode, headers } = await browser.post(pathOfStep(step), { ...typed, ...more });
    if (statusCode !== 303) throw new Error(`${pathOfStep(step)} was not saved: ${statusCode}`);
    led.push(String(headers.location));
  }
  return led;
}
