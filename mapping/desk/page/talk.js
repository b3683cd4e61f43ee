/** What the page asks of the desk and tells it; the token of the address goes with every request. */

const key = new URLSearchParams(location.search).get('key') || '';

/** A request that the desk answered with something else than what was asked. */
export class Refused extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super((body.faults || []).map(/** @param {Fault} one */ one => one.message).join('; ') || body.conflict || 'status ' + status);
    this.status = status;
    this.body = body;
  }
}

/** Requests that are not answered yet; the document says that it waits. */
const waiting = { count: 0 };

/** @param {number} change */
function wait(change) {
  waiting.count += change;
  document.documentElement.dataset.busy = String(waiting.count > 0);
}

/** @param {string} name @param {RequestInit} [more] @returns {Promise<any>} */
async function request(name, more) {
  wait(1);
  try {
    const response = await fetch('api/' + name, { ...more, headers: { 'x-desk-key': key, 'content-type': 'application/json' } });
    const body = await response.json().catch(() => ({}));
    if (!response.ok) throw new Refused(response.status, body);
    return body;
  } finally {
    wait(-1);
  }
}

/** @param {string} name @param {Record<string, string>} [parameters] @returns {Promise<any>} */
export const ask = (name, parameters) => request(name + '?' + new URLSearchParams(parameters));

/** @param {string} name @param {object} body @returns {Promise<any>} */
export const tell = (name, body) => request(name, { method: 'POST', body: JSON.stringify(body) });
