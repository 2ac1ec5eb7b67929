import { form } from '#modules/applications';

/** What a person is called so far, in whichever script was typed; nothing yet is nothing. */
export function nameOfPerson(person: form.Tree): string {
  const inScript = (script: string) =>
    ['given', 'family']
      .map((half) => form.valueAt(person, `names.${script}.${half}`))
      .filter((half) => typeof half === 'string')
      .join(' ');
  return inScript('fr') || inScript('ar');
}
