import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { addressOf, type Place } from '../../place.ts';
import type { LawValue } from '../../views/guide/law-value.ts';
import type { Block, Inline } from '../../views/guide/markup.ts';

type ProseProps = { readonly place: Place; readonly blocks: readonly Block[]; readonly values: ReadonlyMap<string, LawValue> };

/** What an editor wrote, as markup. Only our own elements come out, whatever went in; the numbers of the law say how sure they are. */
export function Prose({ place, blocks, values }: ProseProps): JSX.Element {
  const line = (children: readonly Inline[]) => <Line place={place} inlines={children} values={values} />;
  return <div class="prose">{blocks.map((block) => toElement(block, line))}</div>;
}

function toElement(block: Block, line: (children: readonly Inline[]) => JSX.Element): JSX.Element {
  if (block.kind === 'heading') return block.level === 2 ? <h2>{line(block.children)}</h2> : <h3>{line(block.children)}</h3>;
  if (block.kind === 'paragraph') return <p>{line(block.children)}</p>;
  if (block.kind === 'note') {
    return (
      <Banner>
        <p>{line(block.children)}</p>
      </Banner>
    );
  }
  const items = block.items.map((item) => <li>{line(item)}</li>);
  return block.isOrdered ? <ol class="numbered-list">{items}</ol> : <ul class="plain-list">{items}</ul>;
}

type LineProps = { readonly place: Place; readonly inlines: readonly Inline[]; readonly values: ReadonlyMap<string, LawValue> };

function Line({ place, inlines, values }: LineProps): JSX.Element {
  const within = (children: readonly Inline[]) => <Line place={place} inlines={children} values={values} />;
  return (
    <Fragment>
      {inlines.map((inline) => {
        if (inline.kind === 'text') return place.reader.prose(inline.text);
        if (inline.kind === 'strong') return <strong>{within(inline.children)}</strong>;
        if (inline.kind === 'value') return <Value place={place} value={values.get(inline.key)} />;
        return <a href={hrefOf(place, inline.address)}>{within(inline.children)}</a>;
      })}
    </Fragment>
  );
}

/** Pages stand below a language; what machines read, `/api/…`, stands above them. */
function hrefOf(place: Place, address: string): string {
  return address.startsWith('/') && !address.startsWith('/api/') ? addressOf(place, address) : address;
}

function Value({ place: { reader }, value }: { place: Place; value: LawValue | undefined }): JSX.Element {
  if (!value) return <Fragment />;
  return (
    <Fragment>
      <bdi class="law-value">{value.text}</bdi>
      {value.status !== 'official' && <span class="quiet"> ({reader.text(`portal.guide.mark.${value.status}`)})</span>}
    </Fragment>
  );
}
