export { type EmbeddedServer, findRunningServer, startEmbeddedServer } from './embedded-server.ts';
export { type KeptServer, keepEmbeddedServer } from './kept-server.ts';
export { migrate, type RolePasswords } from './migrate.ts';
export { isOutage, throughOtherHands, throughOutages } from './outage.ts';
export { anyOf, type Database, openDatabase, sql, type Tx, tablesOf } from './pool.ts';
export { removeEmbeddedServer } from './remove-server.ts';
