export {
  isGoodPin,
  isOpened,
  type NotOpened,
  type OfficeComputer,
  openOfficeComputer,
  type Room,
  type SignedInAgent,
  type Tile,
} from './office-computer.ts';
export type { Damaged, StoreName, Vault, Write } from './vault.ts';
export type { World } from './world.ts';
