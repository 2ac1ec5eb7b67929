import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { addressOf, type Place } from '../../place.ts';

type SearchProps = { readonly place: Place; readonly path: string; readonly label: string; readonly query: string };

/** A search without script: a form that asks for the same page with `?q=`. */
export function SearchForm({ place, path, label, query }: SearchProps): JSX.Element {
  return (
    <search>
      <form class="search" method="get" action={addressOf(place, path)}>
        <label class="field__label" for="q">
          {label}
        </label>
        <div class="search__row">
          <input class="input" id="q" name="q" type="search" value={query} maxlength={80} dir="auto" autocomplete="off" />
          <Button kind="secondary">{place.reader.text('portal.guide.search-button')}</Button>
        </div>
      </form>
    </search>
  );
}
