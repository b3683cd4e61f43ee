/** The words of the interface: what a language lacks is said in English. */

/**
 * Say `key`, with {name} replaced by the values.
 * @param {Record<string, Words>} words
 * @param {string} language
 * @returns {Say}
 */
export const sayer = (words, language) => (key, values) => {
  const text = words[language]?.[key] || words.en[key] || key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : text;
};

/**
 * Say a word of a closed vocabulary, or something else where the interface has none for it: the word itself.
 * @param {Say} say
 */
export const termer = say => (/** @type {string} */ group, /** @type {Str} */ word, otherwise = word) => {
  const key = group + '.' + word;
  const said = say(key);
  return said === key ? otherwise || '' : said;
};

/**
 * A name as a sentence takes it: "the Alpha road", but "a road" and "the route", where the words of a text bring their own.
 * @param {Say} say
 */
export const articled = say => (/** @type {string} */ name) =>
  (/^(the|an?|this|that|its|their) /i.test(name) ? name : say('the', { name }));

/** @param {Num | undefined} value @param {number} [digits] */
export const numberInWords = (value, digits = 1) => (value == null ? '' : String(Number(value.toFixed(digits))));

/**
 * The beginning of a text where there is room for no more; cards show it whole.
 * @param {string} text
 * @param {number} [most]
 */
export const brief = (text, most = 240) => (text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') + '…' : text);

/** Join what is known, with commas between. @param {...(string | number | false | null | undefined)} parts */
export const commas = (...parts) => parts.filter(Boolean).join(', ');

/** Join what is known, with dots between. @param {...(string | false | null | undefined)} parts */
export const dotted = (...parts) => parts.filter(Boolean).join(' · ');
