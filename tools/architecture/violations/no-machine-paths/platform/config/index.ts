export const dataFolder = '/home/fatima/ramed/data';
