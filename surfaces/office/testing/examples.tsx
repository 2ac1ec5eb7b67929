import { createRoot, type Root } from 'react-dom/client';
import { permissionsOf } from '#modules/staff';
import { isLanguage, type Language } from '#platform/i18n';
import { LineStrip } from '../app/line-strip.tsx';
import { Surroundings } from '../app/office.tsx';
import { Shell } from '../app/shell.tsx';
import { draftsInMemory } from '../client/drafts.ts';
import { RefusedError, UnreachableError } from '../client/failures.ts';
import type { KeptWork } from '../client/kept-work.ts';
import type { OfficeClient, Submitted } from '../client/office-client.ts';
import { OfficeProvider } from '../client/office-context.tsx';
import type { Session } from '../client/session.ts';
import { languageHere, speak } from '../client/words.tsx';
import '../styles/office.css';
import type { CannedKept, Example } from './example.ts';

const files = import.meta.glob<{ examples: readonly Example[] }>('../screens/**/*.examples.{ts,tsx}', { eager: true });
const examples = Object.values(files).flatMap(({ examples: listed }) => listed);

declare global {
  interface Window {
    officeExamples: {
      readonly names: readonly string[];
      deedsOf(name: string): Pick<Example, 'press' | 'waitFor' | 'click'>;
      show(name: string, language: string): Promise<void>;
    };
  }
}

let root: Root | undefined;

/** Draws an example in a language in place of the one before. */
async function show(name: string, language: string): Promise<void> {
  const example = examples.find((one) => one.name === name);
  if (example === undefined || !isLanguage(language)) throw new Error(`no example ${name} in ${language}`);
  root?.unmount();
  await speak(language);
  history.replaceState(null, '', `/office${example.path}`);
  root = createRoot(document.getElementById('office') ?? document.body);
  root.render(
    <Surroundings language={language}>
      <OfficeProvider
        parts={{
          client: cannedClient(example, language),
          session: sessionOf(example),
          drafts: draftsInMemory(example.drafts?.(language)),
          kept: cannedKept(example.kept?.(language)),
        }}
      >
        <Shell
          onLanguage={(other) => void show(name, other)}
          onSignOut={() => undefined}
          onPost={() => undefined}
          strip={<LineStrip isNewer={false} />}
        />
      </OfficeProvider>
    </Surroundings>,
  );
}

const ASKED_AT = Date.UTC(2026, 10, 27, 9, 30);

function cannedClient({ answers, deeds = {}, receipt }: Example, language: Language): OfficeClient {
  const canned = answers(language) as Readonly<Record<string, unknown>>;
  const attempt = async (name: string) => {
    const given = (deeds as Record<string, Submitted<never> | undefined>)[name];
    if (given?.state === 'refused') throw new RefusedError(given.module, given.refusal);
    if (given?.state !== 'done') throw new UnreachableError('an example without network');
    return given.output;
  };
  return {
    async ask(name, input) {
      const given = canned[name];
      if (given === undefined) throw new Error(`the example has no answer to ${name}`);
      if (given === 'loading') return new Promise(() => undefined);
      if (given === 'no-network') throw new UnreachableError('an example without network');
      if (typeof given === 'function') return { output: given(input), askedAt: ASKED_AT, isKept: false };
      const isKept = typeof given === 'object' && given !== null && 'kept' in given;
      return { output: isKept ? given.kept : given, askedAt: ASKED_AT, isKept } as never;
    },
    attempt,
    keepSignedScan: () => attempt('commissions.note-signed-paper'),
    bringRegistrationList: () => attempt('entitlements.receive-registration-list'),
    async receiptOf() {
      if (receipt === undefined) throw new UnreachableError('an example without network');
      return receipt(language);
    },
    submit: async (name) => (deeds as Record<string, never>)[name] ?? { state: 'waiting' },
    sendPages: async () => undefined,
  };
}

const nothingKept = { entries: [], damaged: [], counts: { unsent: 0, refused: 0, broken: 0, bytes: 0 }, lastArrival: undefined };
const onLine = { line: 'open', needs: 'nothing', isSending: false, lastContact: ASKED_AT } as const;

function cannedKept({ view = nothingKept, line = onLine }: CannedKept = {}): KeptWork {
  const done = async () => undefined;
  return {
    view: async () => view,
    state: () => line,
    subscribe: () => () => undefined,
    room: async () => ({ kept: false, used: 12_000_000, left: 900_000_000 }),
    sendNow: done,
    retry: done,
    withdraw: done,
    replace: done,
    exportUnsent: async () => new Blob([]),
    bringBack: async () => ({ broughtBack: 0 }),
  };
}

function sessionOf({ as }: Example): Session {
  const post = { id: 'post', role: as, territory: '05.081.01.01', place: { fr: 'Azilal', ar: 'أزيلال' } };
  return {
    agent: { id: 'agent', login: 'example', names: { fr: 'Samira El Idrissi', ar: 'سميرة الإدريسي' }, institution: 'interior' },
    post,
    posts: [post],
    permissions: [...permissionsOf(as)],
  };
}

window.officeExamples = {
  names: examples.map(({ name }) => name),
  deedsOf(name) {
    const { press = [], waitFor, click } = examples.find((one) => one.name === name) ?? {};
    return { press, ...(waitFor === undefined ? {} : { waitFor }), ...(click === undefined ? {} : { click }) };
  },
  show,
};

const [, wanted] = /^#(.+)$/.exec(decodeURIComponent(location.hash)) ?? [];
const [first] = examples;
if (first !== undefined) void show(wanted ?? first.name, languageHere());
