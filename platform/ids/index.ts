import { v7, validate } from 'uuid';

/** A UUIDv7: ordered by time of birth, so that indexes stay compact. */
export type Id<Of extends string> = string & { readonly __id: Of };

export function newId<Of extends string>(): Id<Of> {
  return v7() as Id<Of>;
}

export function isId(text: string): boolean {
  return validate(text);
}
