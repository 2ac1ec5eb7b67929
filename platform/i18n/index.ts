export { type DateStyle, formatDate } from './calendar.ts';
export { type Catalogue, loadMessages } from './catalogue.ts';
export type { Facts } from './compile.ts';
export { formatDays, formatWait } from './durations.ts';
export { isolate, type Run, toRuns } from './isolation.ts';
export { type Direction, isLanguage, type Language, type LanguageDetails, languageCodes, languages } from './languages.ts';
export { type MessageFault, missingMessages } from './missing-messages.ts';
export { formatMoney, formatNumber, formatPercent } from './numbers.ts';
export { type Message, projectRoot, type Translate, type TranslatorOptions, translator } from './translator.ts';
