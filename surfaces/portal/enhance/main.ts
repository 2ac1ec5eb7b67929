import { guardForm } from './guard-form.ts';
import { offerPrinting } from './print.ts';
import { offerReading } from './read-aloud.ts';
import { offerSharing } from './share.ts';
import { shrinkPhotos } from './shrink-photo.ts';

/** What a browser with script does better. Every page works without any of it: a failure here leaves the page as the server sent it. */
for (const enhance of [guardForms, offerReading, offerSharing, offerPrinting, shrinkPhotos]) {
  try {
    enhance();
  } catch {
    // An old browser lacks something: it keeps the plain page.
  }
}

function guardForms(): void {
  for (const form of document.querySelectorAll('form')) guardForm(form);
}
