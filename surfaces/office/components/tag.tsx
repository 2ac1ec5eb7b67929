import type { ReactNode } from 'react';

/** A status says itself three times: by its shape, its word and its colour. Drawn, since a font that lacks a shape lends another's. */
const shapes = {
  open: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  todo: <path d="M8 1l7 7-7 7-7-7z" fill="currentColor" />,
  warning: <path d="M8 2l7 12H1z" fill="currentColor" />,
  refused: <path d="M2 2h12v12H2z" fill="currentColor" />,
  waiting: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const;

export type TagLook = keyof typeof shapes;

export function Tag({ look, children }: { readonly look: TagLook; readonly children: ReactNode }) {
  return (
    <span className={`tag tag-${look}`}>
      <svg className="tag-shape" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[look]}
      </svg>{' '}
      {children}
    </span>
  );
}
