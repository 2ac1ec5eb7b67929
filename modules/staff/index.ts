import { holderOfRole } from './queries/holder-of-role.ts';
import { journal, readersOfFile, readings } from './queries/journal.ts';
import { myPosts } from './queries/posts-of-agent.ts';

export { type Appointment, appointAgent } from './actions/appoint-agent.ts';
export { changePassword } from './actions/change-password.ts';
export { beginSecondFactor, type SecondFactorToEnrol } from './actions/enrol-second-factor.ts';
export {
  actorOf,
  type Credentials,
  findSignedIn,
  type SignedIn,
  type SignInParts,
  type SignInRefusal,
  signIn,
  signOut,
} from './actions/sign-in.ts';
export { REST_MINUTES } from './model/lockout.ts';
export { isRole, permissionsOf, type Role, roles } from './model/roles.ts';
export { CAST_PASSWORD, type CastMember, cast } from './testing/cast.ts';
export { seatCast } from './testing/seat-cast.ts';
export { holderOfRole, journal, myPosts, readersOfFile, readings };

export const staff = {
  name: 'staff',
  actions: [],
  queries: [holderOfRole, myPosts, journal, readings, readersOfFile],
  jobs: [],
} as const;
