const zero = 48;

/**
 * Completed years on a day, both dates written `YYYY-MM-DD`. One born on 29 February completes a year on 1 March of common years.
 * Arithmetic on the characters: a date object for every member would cost more than the whole formula.
 */
export function completedYears(birth: string, on: string): number {
  const years = yearOf(on) - yearOf(birth);
  return dayOfYear(on) < dayOfYear(birth) ? years - 1 : years;
}

function yearOf(date: string): number {
  return (
    (date.charCodeAt(0) - zero) * 1000 +
    (date.charCodeAt(1) - zero) * 100 +
    (date.charCodeAt(2) - zero) * 10 +
    (date.charCodeAt(3) - zero)
  );
}

/** Grows with the day within a year: month × 100 + day, without the constant that both sides share. */
function dayOfYear(date: string): number {
  return date.charCodeAt(5) * 1000 + date.charCodeAt(6) * 100 + date.charCodeAt(8) * 10 + date.charCodeAt(9);
}
