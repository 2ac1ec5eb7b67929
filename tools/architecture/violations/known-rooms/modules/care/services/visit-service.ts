export const visit = 'in a room that no other module has';
