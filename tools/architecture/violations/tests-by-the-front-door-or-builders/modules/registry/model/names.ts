export const names = 'the way names are compared today';
