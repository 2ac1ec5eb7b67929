export const isValid = (number: string): boolean => number.length === 9;
