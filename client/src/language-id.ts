/** The id of the language, as the manifest contributes it. */
export const LANGUAGE_ID = 'xlcfg';
