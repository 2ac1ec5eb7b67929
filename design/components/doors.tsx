import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Pictogram, type PictogramName } from './pictogram.tsx';

export type Door = { readonly href: string; readonly name: Child; readonly help: Child; readonly picture: PictogramName };

/** The few ways in, each with a picture, a verb and a sentence. */
export function Doors({ doors }: { doors: readonly Door[] }): JSX.Element {
  return (
    <ul class="doors">
      {doors.map(({ href, name, help, picture }) => (
        <li class="door">
          <Pictogram name={picture} />
          <a href={href}>{name}</a>
          <p>{help}</p>
        </li>
      ))}
    </ul>
  );
}
