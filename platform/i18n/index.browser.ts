export { formatDate } from './calendar.ts';
export { formatDays, formatWait } from './durations.ts';
export { isolate, toRuns } from './isolation.ts';
export { isLanguage, languageCodes, languages } from './languages.ts';
export { formatMoney, formatNumber, formatPercent } from './numbers.ts';
export { translator } from './translator.ts';
