/** The one way in which parts of the viewer hear what changed: they listen to a topic. */

export class Channel {
  constructor() {
    /** @type {Map<keyof Topics, ((detail: any) => void)[]>} */
    this.listeners = new Map();
  }

  /**
   * Listen to a topic: "shown" (which events are shown, or time, filters, switches), "selected", "frame" (room on the
   * map's frame), "tab" (a tab was opened), "group" (several events behind one sign).
   * @template {keyof Topics} T
   * @param {T} topic @param {(detail: Topics[T]) => void} listener
   */
  on(topic, listener) {
    this.listeners.set(topic, [...(this.listeners.get(topic) || []), listener]);
  }

  /**
   * Tell those who listen, in the order in which they began to.
   * @template {keyof Topics} T
   * @param {T} topic @param {Topics[T]} [detail]
   */
  tell(topic, detail) {
    for (const listener of this.listeners.get(topic) || []) listener(detail);
  }
}
