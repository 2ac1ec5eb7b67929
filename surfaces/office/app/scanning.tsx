import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { AnswersOfDossier } from '#modules/applications';
import { newId } from '#platform/ids';
import { ScanDialog } from '../client/codes/scan-dialog.tsx';
import { useCodes } from '../client/codes/use-codes.ts';
import { useOffice } from '../client/office-context.tsx';
import { draftOfDossier } from '../screens/review/review-draft.ts';

/** The window that reads codes, from anywhere in the office: it leads to the review of a dossier or to a file. */
export function Scanning({ onClose }: { readonly onClose: () => void }) {
  const { drafts } = useOffice();
  const [, go] = useLocation();
  const open = useCallback(
    async (answers: AnswersOfDossier) => {
      const id = newId();
      await drafts.keep(draftOfDossier(id, answers, Date.now()));
      go(`/review/${id}`);
    },
    [drafts, go],
  );
  const { said, read } = useCodes(open, onClose);
  return <ScanDialog said={said} onText={read} onClose={onClose} />;
}
