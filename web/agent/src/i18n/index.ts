import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '@/api/types';
import type words from './en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof words };
  }
}

const KEPT = 'fourleaf.language';

const load: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./en.json'),
  lt: () => import('./lt.json'),
  el: () => import('./el.json'),
  zh: () => import('./zh.json'),
};

/** Each language by its own name: never translated. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', lt: 'Lietuvių', el: 'Ελληνικά', zh: '简体中文' };

export function isLanguage(tag: unknown): tag is Language {
  return LANGUAGES.includes(tag as Language);
}

/** The language chosen here before, else the first of the browser's that we speak. */
export function startingLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export async function speak(language: Language) {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      interpolation: { escapeValue: false },
      partialBundledLanguages: true,
      resources: {},
    });
  }
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await load[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
  localStorage.setItem(KEPT, language);
}
