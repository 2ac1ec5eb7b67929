import { canonicalJson, type Json } from '#platform/canonical-json';
import { formulaPeriods, listFormulas } from './law.ts';
import { publishFormula } from './published.ts';

// Run by hand after a formula or one of its limits changed: `node --import tsx law/publish.ts`.
for (const { id } of listFormulas()) {
  for (const { formula } of formulaPeriods(id)) {
    process.stdout.write(`${publishFormula(formula, canonicalJson(formula as unknown as Json))}\n`);
  }
}
