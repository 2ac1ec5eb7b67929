import { findCommune, findProvince, findRegion } from '#modules/territory';
import { useInScript, useText, Words } from '../../client/words.tsx';

/** A territory by its name; empty for the nation. */
export function PlaceName({ code }: { readonly code: string }) {
  const inScript = useInScript();
  const text = useText();
  if (code === '') return <>{text('office.shell.nation')}</>;
  const place = findCommune(code) ?? findProvince(code) ?? findRegion(code);
  return <bdi>{place ? inScript(place.name) : code}</bdi>;
}

/** A post as people say it: the role, the place, and until when where its end is known. */
export function PostName({ role, territory, until }: { role: string; territory: string; until?: string | undefined }) {
  return (
    <>
      <Words k={`office.role.${role}`} /> · <PlaceName code={territory} />
      {until === undefined ? null : (
        <span className="hint">
          {' '}
          <Words k="office.administration.until" facts={{ day: until }} />
        </span>
      )}
    </>
  );
}
