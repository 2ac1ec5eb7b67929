export { Cnie, CommuneCode } from './model/codes.ts';
export { AnonymousDeclaration, choices, Declaration } from './model/declaration.ts';
export { parseDeclaration } from './model/parse-declaration.ts';
