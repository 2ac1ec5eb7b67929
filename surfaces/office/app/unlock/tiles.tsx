import { useInScript, useText, Words } from '../../client/words.tsx';
import type { Tile } from '../../offline/index.ts';

type TilesProps = {
  readonly tiles: readonly Tile[];
  readonly onChoose: (tile: Tile) => void;
  readonly onOther: () => void;
};

/** Who works at this computer. Names, post and office are all that lies open of anybody. */
export function Tiles({ tiles, onChoose, onOther }: TilesProps) {
  const inScript = useInScript();
  const text = useText();
  return (
    <main className="door">
      <h1>
        <Words k="office.unlock.title" />
      </h1>
      <ul className="tiles">
        {tiles.map((tile, index) => (
          <li key={tile.agent}>
            <button
              type="button"
              className="tile"
              onClick={() => onChoose(tile)}
              // biome-ignore lint/a11y/noAutofocus: the page has nothing before the tiles, and Enter opens the first
              autoFocus={index === 0}
            >
              <strong>
                <bdi>{inScript(tile.names)}</bdi>
              </strong>
              <span>
                {text(`office.role.${tile.post}`)} · <bdi>{inScript(tile.office) || text('office.shell.nation')}</bdi>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="tile tile-other" onClick={onOther}>
            <Words k="office.unlock.other" />
          </button>
        </li>
      </ul>
    </main>
  );
}
