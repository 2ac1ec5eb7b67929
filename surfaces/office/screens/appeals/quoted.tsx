/** What somebody wrote, in its own direction. */
export function Quoted({ children }: { readonly children: string }) {
  return <blockquote dir="auto">{children}</blockquote>;
}
