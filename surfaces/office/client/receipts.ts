/** A name or a place in the two scripts of a receipt; empty where it is not known. */
export type InBothScripts = { readonly latin: string; readonly arabic: string };

/** What a receipt of deposit says, from the server or from the computer that filed the request. */
export type Receipt = {
  readonly application: string;
  /** Absent as long as no server has given one. */
  readonly number?: string;
  readonly filedOn: string;
  readonly office: InBothScripts;
  /** The head first; national cards masked. */
  readonly family: readonly { readonly name: InBothScripts; readonly card: string; readonly birthYear: number }[];
  readonly answerBy: string;
  readonly emergenciesUntil: string;
  /** Signed by the house; without it a receipt is provisional. */
  readonly signed?: string;
  /** Kinds of papers that the family still has to bring; known where the request was filed. */
  readonly missing?: readonly string[];
};

/** Under which name a receipt is kept with the begun work of an agent, until it was printed with its final number. */
export function receiptKey(application: string): string {
  return `receipt-${application}`;
}
