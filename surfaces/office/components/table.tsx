import { type ComponentProps, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../client/words.tsx';

/**
 * A table in a box of its own. Where its columns ask for more room than there is, the box can be reached by Tab and moved sideways by arrows or a
 * finger, has the table's name, and shadows on the side where there is more.
 */
export function Table(table: ComponentProps<'table'>) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const wide = useWiderThanBox(box);
  const name = table['aria-label'] ?? (wide || text('office.shell.table'));
  return (
    <div
      ref={box}
      className="table-box"
      {...(wide === undefined ? {} : { className: 'table-box table-scroll', role: 'region', tabIndex: 0, 'aria-label': name })}
    >
      <table {...table} />
    </div>
  );
}

/** The caption of a table that is wider than its box, empty if it has none; undefined while there is room for the whole. */
function useWiderThanBox(box: RefObject<HTMLDivElement | null>): string | undefined {
  const [wide, setWide] = useState<string>();
  useLayoutEffect(() => {
    const table = box.current?.querySelector('table');
    if (!box.current || !table) return undefined;
    const measure = () => {
      const isWide = table.offsetWidth > (box.current?.clientWidth ?? 0) + 1;
      setWide(isWide ? (table.caption?.textContent ?? '') : undefined);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box.current);
    watch.observe(table);
    return () => watch.disconnect();
  }, [box]);
  return wide;
}
