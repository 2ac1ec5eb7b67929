export { Cnie, CommuneCode } from './model/codes.ts';
export { AnonymousDeclaration, type AnonymousMember, choices, Declaration, type Member } from './model/declaration.ts';
export {
  type DeclarationIssue,
  declarationJsonSchema,
  type Parsed,
  parseAnonymousDeclaration,
  parseDeclaration,
} from './model/parse-declaration.ts';
