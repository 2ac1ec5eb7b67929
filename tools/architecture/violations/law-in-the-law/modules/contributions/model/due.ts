export const yearlyContribution = (people: number): number => people * 120;
