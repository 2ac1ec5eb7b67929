/** Where a run needs no mark of its own, or could bear none. */
const ISOLATING: ReadonlySet<string> = new Set(['bdi', 'title', 'textarea', 'option', 'svg', 'script']);
const VOID: ReadonlySet<string> = new Set('meta link input img br hr wbr source area col embed'.split(' '));

/** Entities stay whole; a run begins and ends with a letter or figure and keeps what stands between, so that "9:00–15:00" is one. */
const RUNS = /&[#\w]+;|[A-Za-z0-9\u00c0-\u024f](?:(?:[A-Za-z0-9\u00c0-\u024f\s.,:/–@%+_-]|&nbsp;)*[A-Za-z0-9\u00c0-\u024f%])?/g;
const SOME_RUN = /[A-Za-z0-9\u00c0-\u024f]/;

/**
 * Isolates every run of figures or Latin letters of a right-to-left page that nothing isolates yet (`<bdi>`), so that "PDF", "CNIE" or an hour in
 * the translator's own sentence never moves its neighbours. Pages isolate their data by themselves; this is for the words around it.
 * Reads tag by tag, since every page in Arabic passes here.
 */
export function isolateRuns(html: string): string {
  let isolated = 0;
  const open: boolean[] = [];
  let done = '';
  for (let at = 0; at < html.length; ) {
    const start = indexOr(html, '<', at);
    const text = html.slice(at, start);
    done += isolated > 0 || !SOME_RUN.test(text) ? text : isolateIn(text);
    at = indexOr(html, '>', start) + 1;
    const tag = html.slice(start, at);
    done += tag;
    if (tag.startsWith('</')) isolated -= open.pop() ? 1 : 0;
    else if (opens(tag)) {
      const isIsolating = isolates(tag);
      open.push(isIsolating);
      isolated += isIsolating ? 1 : 0;
    }
  }
  return done;
}

function isolateIn(text: string): string {
  return text.replace(RUNS, (run) => (run.startsWith('&') ? run : `<bdi>${run}</bdi>`));
}

function opens(tag: string): boolean {
  return tag.length > 2 && !tag.endsWith('/>') && !VOID.has(nameOf(tag));
}

function isolates(tag: string): boolean {
  const name = nameOf(tag);
  return name !== 'html' && (ISOLATING.has(name) || tag.includes(' dir=') || tag.includes(' lang='));
}

function nameOf(tag: string): string {
  const space = tag.indexOf(' ');
  return tag.slice(1, space < 0 ? -1 : space);
}

function indexOr(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found;
}
