import type { Estimate } from './estimate.ts';

/**
 * How often fields agree, until a search has learned it of the register itself: as learned of invented families
 * (`testing/a-hard-register.ts`, six thousand of them). The share is that of a register of some millions in which one of a hundred is told
 * of twice.
 */
export const usualChances: Estimate = {
  matches: {
    given: [0, 0.594, 0.296, 0.00113, 0.0853, 0.0236],
    family: [0, 0.541, 0.371, 0.00135, 0.046, 0.041],
    birth: [0, 0.657, 0.0168, 0.0499, 0.128, 0.0986, 0.039, 0.0101],
    sex: [0, 0.998, 0.00201],
    place: [0, 0.738, 0.00448, 0.0189, 0.239],
    kin: [0, 0.869, 0.101, 0.0303],
    card: [0, 0.994, 0.0057],
  },
  others: {
    given: [0, 0.00384, 0.00252, 0.00224, 0.00133, 0.99],
    family: [0, 0.00276, 0.00192, 0.00105, 0.0025, 0.992],
    birth: [0, 0.0000681, 0.00002, 0.00002, 0.00413, 0.000749, 0.0138, 0.981],
    sex: [0, 0.499, 0.501],
    place: [0, 0.0126, 0.0133, 0.102, 0.872],
    kin: [0, 0.00000428, 0.00324, 0.997],
    card: [0, 0.0000107, 1],
  },
  share: 0.00000001,
};
