/** Why a deed was not done, in words; nothing as long as there is no reason. */
export function FaultLine({ fault }: { readonly fault: string | undefined }) {
  return fault === undefined ? null : (
    <p className="fault" role="alert">
      {fault}
    </p>
  );
}
