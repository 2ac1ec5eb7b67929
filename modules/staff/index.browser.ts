export { isRole, permissionsOf, roles } from './model/roles.ts';
