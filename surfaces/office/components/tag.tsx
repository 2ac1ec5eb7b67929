import type { ReactNode } from 'react';

/** A status says itself three times: by its shape, its word and its colour. */
const shapes = { open: '●', todo: '◆', warning: '▲', refused: '■', waiting: '○' } as const;

export type TagLook = keyof typeof shapes;

export function Tag({ look, children }: { readonly look: TagLook; readonly children: ReactNode }) {
  return (
    <span className={`tag tag-${look}`}>
      <span aria-hidden="true">{shapes[look]}</span> {children}
    </span>
  );
}
