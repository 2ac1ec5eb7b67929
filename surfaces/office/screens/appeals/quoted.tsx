/** What somebody wrote, in its own direction. */
export function Quoted({ children }: { readonly children: string }) {
  return (
    <blockquote className="quoted" dir="auto">
      {children}
    </blockquote>
  );
}
