/** Where a run needs no mark of its own, or could bear none. */
const ISOLATING = /^(bdi|title|textarea|option|svg|script)$/;
const VOID = /^(meta|link|input|img|br|hr|wbr|source|area|col|embed)$/;

/** Entities stay whole; a run begins and ends with a letter or figure and keeps what stands between, so that "9:00–15:00" is one. */
const RUNS = /&[#\w]+;|[A-Za-z0-9\u00c0-\u024f](?:(?:[A-Za-z0-9\u00c0-\u024f\s.,:/–@%+-]|&nbsp;)*[A-Za-z0-9\u00c0-\u024f%])?/g;

/**
 * Isolates every run of figures or Latin letters of a right-to-left page that nothing isolates yet (`<bdi>`), so that "PDF", "CNIE" or an hour in
 * the translator's own sentence never moves its neighbours. Pages isolate their data by themselves; this is for the words around it.
 */
export function isolateRuns(html: string): string {
  let isolated = 0;
  const open: boolean[] = [];
  return html.replace(
    /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g,
    (piece, slash: string, name: string, attributes: string, text: string) => {
      if (text !== undefined)
        return isolated > 0 ? text : text.replace(RUNS, (run) => (run.startsWith('&') ? run : `<bdi>${run}</bdi>`));
      if (slash) isolated -= open.pop() ? 1 : 0;
      else if (!VOID.test(name) && !attributes.endsWith('/')) {
        const isIsolating = name !== 'html' && (ISOLATING.test(name) || / (dir|lang)=/.test(attributes));
        open.push(isIsolating);
        isolated += isIsolating ? 1 : 0;
      }
      return piece;
    },
  );
}
