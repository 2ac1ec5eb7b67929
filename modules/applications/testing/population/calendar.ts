/** Days since 1 January 1970. A million families make many million dates: whole numbers are the only form that keeps up. */
export type Day = number;

export const daysOfYear = 365.25;

export function toDay(iso: string): Day {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

export function toIso(day: Day): string {
  const { year, month, date } = civil(day);
  return `${year}-${twoDigits[month]}-${twoDigits[date]}`;
}

/** Completed years. */
export function ageOn(day: Day, born: Day): number {
  const today = civil(day);
  const birth = civil(born);
  const birthdayCame = today.month > birth.month || (today.month === birth.month && today.date >= birth.date);
  return today.year - birth.year - (birthdayCame ? 0 : 1);
}

/** The first of January of the year of a day: how a birth that nobody wrote down is registered. */
export function firstOfJanuary(day: Day): Day {
  return Date.UTC(civil(day).year, 0, 1) / 86_400_000;
}

type Civil = { readonly year: number; readonly month: number; readonly date: number };

/** Howard Hinnant's `civil_from_days`: years counted from March, so that the leap day comes last. */
function civil(day: Day): Civil {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));
