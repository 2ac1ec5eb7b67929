export const thing = 'staff';
