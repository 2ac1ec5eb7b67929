import { provisionalCode, provisionalNumber } from '#modules/applications';
import { toDate } from '#platform/dates';
import { translator } from '#platform/i18n';
import { drawQr } from '#platform/qr';
import type { Receipt } from '../../client/receipts.ts';
import { Both, type PaperLanguage, Sentence } from './both.tsx';

type HalfProps = {
  readonly copy: 'family' | 'office';
  readonly receipt: Receipt;
  readonly isProvisional: boolean;
  /** The language that stands first, where the eye begins. */
  readonly first: PaperLanguage;
};

/** Half a sheet: the whole receipt in French and in Arabic. Without a server's signature it says plainly that it is provisional. */
export function ReceiptHalf({ copy, receipt, isProvisional, first }: HalfProps) {
  const order: readonly PaperLanguage[] = first === 'ar' ? ['ar', 'fr'] : ['fr', 'ar'];
  const { application, number, filedOn, office, signed } = receipt;
  const shown = isProvisional ? provisionalNumber(application) : (number ?? '');
  return (
    <article className="receipt" dir={first === 'ar' ? 'rtl' : 'ltr'} data-many={receipt.family.length > 6}>
      <header>
        <Both k="title" order={order} className="receipt-title" />
        <Both k={`copy.${copy}`} order={order} className="receipt-copy" />
      </header>
      {isProvisional ? <Both k="provisional-mark" order={order} className="receipt-provisional" /> : null}
      <div className="receipt-top">
        <div>
          <Both k={isProvisional ? 'provisional-number' : 'number'} order={order} />
          <p className="receipt-number">
            <bdi dir="ltr">{inFours(shown)}</bdi>
          </p>
          <Both k="filed-on" order={order} facts={{ day: toDate(filedOn) }} />
          <Both k="office" order={order} facts={(language) => ({ office: language === 'ar' ? office.arabic : office.latin })} />
        </div>
        <Code text={isProvisional || signed === undefined ? provisionalCode(application) : signed} />
      </div>
      <Family receipt={receipt} />
      <Missing receipt={receipt} order={order} />
      <Next receipt={receipt} isProvisional={isProvisional} order={order} />
    </article>
  );
}

function Family({ receipt: { family } }: { readonly receipt: Receipt }) {
  return (
    <ul className="receipt-family">
      {family.map(({ name, card, birthYear }) => (
        <li key={`${name.latin} ${name.arabic} ${birthYear} ${card}`}>
          <bdi lang="fr">{name.latin}</bdi> <bdi lang="ar">{name.arabic}</bdi> <bdi dir="ltr">{birthYear}</bdi>{' '}
          <bdi dir="ltr">{card}</bdi>
        </li>
      ))}
    </ul>
  );
}

type Said = { readonly receipt: Receipt; readonly order: readonly PaperLanguage[] };

function Missing({ receipt: { missing = [] }, order }: Said) {
  if (missing.length === 0) return null;
  return (
    <div className="receipt-both receipt-missing">
      {order.map((language) => (
        <p key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          <Sentence language={language} k="office.print.missing" />{' '}
          {missing
            .map((kind) => translator(language)(`applications.paper.${kind}`, { count: 1 }))
            .join(language === 'ar' ? '، ' : ' · ')}
        </p>
      ))}
    </div>
  );
}

function Next({ receipt, isProvisional, order }: Said & { readonly isProvisional: boolean }) {
  const [answerBy, emergenciesUntil] = [toDate(receipt.answerBy), toDate(receipt.emergenciesUntil)];
  if (isProvisional) return <Both k="next-provisional" order={order} facts={{ answerBy }} className="receipt-next" />;
  return (
    <>
      <Both k="next" order={order} facts={{ answerBy }} className="receipt-next" />
      <Both k="emergencies" order={order} facts={{ emergenciesUntil }} className="receipt-next" />
    </>
  );
}

/** At least 32 mm with its quiet zone, whose four squares are in the drawing. */
function Code({ text }: { readonly text: string }) {
  const { side, path } = drawQr(text);
  return (
    <svg className="receipt-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label="QR" shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

function inFours(number: string): string {
  return number.replace(/(\d{4})(?=.)/g, '$1\u00a0').replace(/^P/, 'P\u00a0');
}
