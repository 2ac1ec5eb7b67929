export const frame = '<main>';
