export const examples = ['100000009'];
