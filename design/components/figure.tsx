import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';
import { Disclosure } from './disclosure.tsx';

/** A picture of figures: its message as headline, what is measured, the drawing, the same as a table, and where it comes from. */
export function Figure(props: {
  reader: Reader;
  headline: Child;
  measure: Child;
  drawing: Child;
  table: Child;
  source: Child;
}): JSX.Element {
  return (
    <figure class="figure">
      <figcaption>
        <p class="figure__headline">{props.headline}</p>
        <p class="figure__measure">{props.measure}</p>
      </figcaption>
      <div class="figure__body">{props.drawing}</div>
      <Disclosure summary={props.reader.text('design.figure.as-table')}>{props.table}</Disclosure>
      <p class="figure__source">{props.source}</p>
    </figure>
  );
}
