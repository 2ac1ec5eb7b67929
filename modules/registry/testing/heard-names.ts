import { soundsOf } from '../model/name-sounds.ts';

/** Every sound under which a name is found, once: for who fills a register without stating its persons one by one. */
export function heardAs(name: string): readonly string[] {
  return [...new Set(soundsOf(name).flat())];
}
