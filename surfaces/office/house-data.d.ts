/** What the build of the office makes out of the house's files, since a browser reads none. */
declare module 'ramed:law' {
  const parameters: Readonly<Record<string, unknown>>;
  export default parameters;
}

declare module 'ramed:territory' {
  const territory: import('#modules/territory').Territory;
  export default territory;
}

declare module 'ramed:words/ar' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module 'ramed:words/fr' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module 'ramed:words/zgh' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module 'ramed:words/en' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module '*.css';
