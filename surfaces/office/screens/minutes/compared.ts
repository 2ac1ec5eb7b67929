/** As much of the digest as one compares by eye with the printed page. */
export const COMPARED = 8;
