import type { SelectGroup } from '#design/components/select-field.tsx';
import { form } from '#modules/applications';
import { communesOfProvince, findProvince, loadTerritory, type PlaceName } from '#modules/territory';
import { type Language, languages, translator } from '#platform/i18n';
import type { QuestionView } from '../../pages/apply/question.tsx';
import { personName } from '../names.ts';

/** What a page of the form shows of a draft: as answered before, or as just typed. */
export function toQuestionView(
  language: Language,
  { page, situation, typed }: { page: form.FormPage; situation: form.Situation; typed?: form.Typed },
): QuestionView {
  const fields = form.fieldsShown(page, situation);
  const kinds = new Set(fields.map(({ kind }) => kind));
  const { ref, answers } = situation;
  return {
    page,
    fields,
    typed: typed ?? form.typedFrom(page, situation),
    ...(ref === undefined ? {} : { person: { ref, name: nameOfPerson(language, answers, ref) } }),
    ...placesAskedFor(language, fields, answers),
    ...(kinds.has('covers') ? { people: answers.members.map((_one, index) => nameOfPerson(language, answers, index + 1)) } : {}),
  };
}

/** The provinces by region, or the communes of the province that was answered, when these fields ask for one. */
export function placesAskedFor(
  language: Language,
  fields: readonly form.Field[],
  { province }: form.Answers,
): { readonly places?: SelectGroup[] } {
  if (fields.some(({ kind }) => kind === 'province')) return { places: provincesByRegion(language) };
  return fields.some(({ kind }) => kind === 'commune') ? { places: communesOf(language, String(province)) } : {};
}

/** As they are called in the reader's script; by their place when they have no name yet. */
export function nameOfPerson(language: Language, answers: form.Answers, ref: number): string {
  const names = form.valueAt(form.subjectOf(answers, ref), 'names');
  const { latin, arabic } = personName(isNames(names) ? names : {});
  const name = languages[language].direction === 'rtl' ? arabic : latin;
  if (name.trim() !== '') return name;
  const say = translator(language);
  return ref === 1 ? say('portal.apply.people.you') : say('portal.apply.people.unnamed', { ref });
}

type Names = Parameters<typeof personName>[0];

function isNames(value: unknown): value is Names {
  return typeof value === 'object' && value !== null;
}

function provincesByRegion(language: Language): SelectGroup[] {
  const { regions, provinces } = loadTerritory();
  return regions.map((region) => ({
    label: nameIn(language, region.name),
    options: sorted(
      language,
      // The prefectures of arrondissements have no commune of their own in the census: their people live in the commune of Casablanca.
      provinces.filter((province) => province.region === region.code && communesOfProvince(province.code).length > 0),
    ),
  }));
}

function communesOf(language: Language, province: string): SelectGroup[] {
  const found = findProvince(province);
  if (!found) return [];
  const say = translator(language);
  const communes = communesOfProvince(found.code);
  return (['urban', 'rural'] as const)
    .map((milieu) => ({
      label: say(`portal.apply.milieu.${milieu}`),
      options: sorted(
        language,
        communes.filter((commune) => commune.milieu === milieu),
      ),
    }))
    .filter(({ options }) => options.length > 0);
}

type Place = { readonly code: string; readonly name: PlaceName };

function sorted(language: Language, places: readonly Place[]) {
  return places
    .map(({ code, name }) => ({ value: code, label: nameIn(language, name) }))
    .sort((one, other) => one.label.localeCompare(other.label, language === 'ar' ? 'ar' : 'fr'));
}

// No official list names these places in Tifinagh: readers of Tamazight get the Latin form, which road signs carry too.
function nameIn(language: Language, { fr, ar }: PlaceName): string {
  return language === 'ar' ? ar : fr;
}
