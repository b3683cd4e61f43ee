/**
 * The words of the interface, in the language of the link (#lang=…); what a language lacks is said in English.
 */
const words = (() => {
  const language = new URLSearchParams(location.hash.slice(1)).get('lang') === 'my' ? 'my' : 'en';
  const own = data.words[language];
  const english = data.words.en;
  document.documentElement.lang = language;

  /** Say `key`, with {name} replaced by the values. */
  function say(key, values) {
    const text = own[key] || english[key] || key;
    return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : text;
  }

  /** Say a word of a closed vocabulary, or the word itself where the interface has none for it. */
  const term = (group, word) => own[group + '.' + word] || english[group + '.' + word] || word;

  /** Write the words into the panel's markup: data-word names the text, data-label the accessible name. */
  function translate() {
    for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
    for (const element of document.querySelectorAll('[data-label]')) {
      element.setAttribute('aria-label', say(element.dataset.label));
      if (element.matches('button')) element.title = say(element.dataset.label);
    }
    for (const element of document.querySelectorAll('[data-hint]')) element.placeholder = say(element.dataset.hint);
  }

  const number = (value, digits = 1) => (value == null ? '' : String(Number(value.toFixed(digits))));

  return { language, say, term, translate, number };
})();
const { say, term } = words;
