// Texts for people. Each room has its own, in both languages; the closed lists come from the program.
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

import { keep_language, language_now } from "./language";
import type { Language } from "./language";

type Texts = { [key: string]: string | Texts };
/** The same keys in both languages, or it does not compile. */
export type BothOf<T> = { en: T; fr: { [K in keyof T]: T[K] extends string ? string : BothOf<T[K]>["fr"] } };

export function both<const T extends Texts>(en: T, fr: BothOf<T>["fr"]): BothOf<T> {
  return { en, fr };
}

const lists = { en: () => import("virtual:vocabulary/en"), fr: () => import("virtual:vocabulary/fr") };

async function load_lists(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "vocabulary")) return;
  i18next.addResourceBundle(language, "vocabulary", (await lists[language]()).default);
}

// Begun where this file is first read: rooms add their texts as soon as they are loaded.
void i18next.use(initReactI18next).init({
  lng: language_now(),
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
  resources: {},
  react: { useSuspense: false, bindI18nStore: "added" },
  missingKeyHandler: (_languages, room, key) => console.error(`no text for ${room}:${key}`),
  saveMissing: true,
});

/** Until the closed lists are there, in the language of the reader. */
export async function begin_words(): Promise<void> {
  await load_lists(language_now());
  document.documentElement.lang = language_now();
}

/** Adds the texts of a room; called where the room is loaded. */
export function add_words(room: string, texts: { en: Texts; fr: Texts }): void {
  i18next.addResourceBundle("en", room, texts.en, true, true);
  i18next.addResourceBundle("fr", room, texts.fr, true, true);
}

export async function speak(language: Language): Promise<void> {
  if (language === i18next.language) return;
  await load_lists(language);
  keep_language(language);
  await i18next.changeLanguage(language);
}

/** Paths of the texts of a room: "list.empty". A plural is asked for by its stem: `t("late", { count })`. */
type Stem<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;
export type KeyOf<T> = { [K in keyof T & string]: T[K] extends string ? Stem<K> : `${K}.${KeyOf<T[K]>}` }[keyof T & string];
export type Say<T> = (key: KeyOf<T>, values?: Record<string, string | number>) => string;

/** The texts of a room for a component, in the language of the reader. `words` are only for their type and room. */
export function useWords<T extends Texts>(room: string, _words: { en: T }): Say<T> {
  const { t } = useTranslation(room);
  return t as unknown as Say<T>;
}

/** A word of a closed list of the product; one that the list does not have is shown as it is. */
export function useVocabulary(): (list: string, word: string | undefined) => string {
  const { t } = useTranslation("vocabulary");
  return (list, word) => (word ? t(`${list}.${word}`, { defaultValue: word.replaceAll("_", " ") }) : "");
}

/** With a capital, to begin a cell or a sentence. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(language_now()) + text.slice(1);
