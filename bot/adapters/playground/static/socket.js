// The websocket: says hello when it opens, and comes again by itself when the connection breaks.

const WAITS = [300, 1000, 2000, 5000];

export class Connection {
  /** `hello` gives the first request; `hear` gets every reply; `changed` is told whether the connection stands. */
  constructor(hello, hear, changed) {
    this.hello = hello;
    this.hear = hear;
    this.changed = changed;
    this.failures = 0;
    this.open();
  }

  open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/playground/socket`);
    this.socket.addEventListener("open", () => {
      this.failures = 0;
      this.changed(true);
      this.say(this.hello());
    });
    this.socket.addEventListener("message", (event) => this.hear(JSON.parse(event.data)));
    this.socket.addEventListener("close", () => {
      this.changed(false);
      const wait = WAITS[Math.min(this.failures, WAITS.length - 1)];
      this.failures += 1;
      setTimeout(() => this.open(), wait);
    });
  }

  /** Asks something; false when there is no connection now. */
  say(request) {
    if (this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(request));
    return true;
  }
}
