import { useLocation } from 'wouter';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Agents } from './agents.tsx';
import { Counters } from './counters.tsx';
import { Permissions } from './permissions.tsx';
import { Replacements } from './replacements.tsx';

const parts = ['agents', 'replacements', 'counters', 'permissions'] as const;
type Part = (typeof parts)[number];
const shown: Readonly<Record<Part, () => React.ReactNode>> = {
  agents: Agents,
  replacements: Replacements,
  counters: Counters,
  permissions: Permissions,
};

/** Who works for the scheme in the jurisdiction, at which posts, who replaces whom, where families file, and who may do what. */
export function AdministrationScreen() {
  const [place, go] = useLocation();
  const administers = useMayDo('staff:administer');
  const open = parts.filter((part) => administers || part === 'permissions');
  const part = open.find((one) => place.endsWith(`/${one}`)) ?? open[0] ?? 'permissions';
  const goTo = (one: Part | undefined) => (one === undefined ? undefined : go(`/administration/${one}`));
  useShortcut('section-1', () => goTo(open[0]));
  useShortcut('section-2', () => goTo(open[1]));
  useShortcut('section-3', () => goTo(open[2]));
  useShortcut('section-4', () => goTo(open[3]));
  const Shown = shown[part];
  return (
    <section className="administration">
      <h1>
        <Words k="office.administration.title" />
      </h1>
      <nav className="parts">
        {open.map((one, at) => (
          <a
            key={one}
            href={`/office/administration/${one}`}
            {...(one === part ? { 'aria-current': 'page' as const } : {})}
            onClick={(press) => {
              press.preventDefault();
              goTo(one);
            }}
          >
            <Words k={`office.administration.part.${one}`} /> <kbd>{at + 1}</kbd>
          </a>
        ))}
      </nav>
      <Shown />
    </section>
  );
}
