import { findCommune, findProvince } from '#modules/territory';
import { formatGrouped } from '#platform/numbers';
import { useInScript } from '../client/words.tsx';

type InScript = { readonly given: string; readonly family: string } | undefined;
export type BothNames = { readonly fr?: InScript; readonly ar?: InScript };

/** What somebody is called, in the script of the reader first; the other script when there is no such name. */
export function NameOf({ names }: { readonly names: BothNames }) {
  const inScript = useInScript();
  return <bdi>{inScript({ fr: whole(names.fr), ar: whole(names.ar) })}</bdi>;
}

/** The name in one script, or that there is none. */
export function nameIn(names: BothNames, script: 'fr' | 'ar'): string {
  return whole(names[script]);
}

function whole(name: InScript): string {
  return name ? `${name.given} ${name.family}` : '';
}

/** A commune as its people call it; its code when nobody knows it. */
export function CommuneOf({ code }: { readonly code: string }) {
  const inScript = useInScript();
  const commune = findCommune(code);
  return <bdi>{commune ? inScript(commune.name) : code}</bdi>;
}

/** The commune of a local commission, the province of one that hears appeals. */
export function PlaceOf({ code }: { readonly code: string }) {
  const inScript = useInScript();
  const place = findCommune(code) ?? findProvince(code);
  return <bdi>{place ? inScript(place.name) : code}</bdi>;
}

/** The number of a file as it is read aloud, in fours. */
export function NumberOf({ number }: { readonly number: string }) {
  return (
    <bdi className="number" dir="ltr">
      {formatGrouped(number)}
    </bdi>
  );
}
