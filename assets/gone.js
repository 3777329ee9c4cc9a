// When the program behind this page is gone, the page says so at once, with nothing of the plan left in it; when the
// program is there again, the page comes back by itself, to the lock. Loaded before Flet's own client (app/server/offline_notice.py).
(() => {
  "use strict";
  const told = window.alongsideGone;
  delete window.alongsideGone;

  const LOOK = 500; // ms between two looks at whether the program is there again
  const BEAT = 3000; // ms between two questions to a program that should be there
  const SILENT = 15000; // ms without an answer after which a program counts as gone that still has its line open
  const AGAIN = 4000; // ms that it then has for a last answer: the device may only have slept

  // Flutter calls the page "" until the program has told it a name; and a page without one goes by its address.
  const title = Object.getOwnPropertyDescriptor(Document.prototype, "title");
  Object.defineProperty(document, "title", {
    get() { return title.get.call(document); },
    set(name) { if (name) title.set.call(document, name); },
  });

  const lines = new Set();
  let leaving = false;
  let notice = null;

  // The typeface must be here before it is needed: nobody will be there to ask for it.
  const face = new FontFace("AlongsideNotice", `url(${told.font})`);
  face.load().then((loaded) => document.fonts.add(loaded), () => {});

  const Line = window.WebSocket;
  window.WebSocket = class extends Line {
    constructor(...asked) {
      if (notice) return nowhere(); // Flet's client tries again by itself; this page is to come back anew.
      super(...asked);
      lines.add(this);
      // Whoever loses the line is locked by the program, if it is still there: so the page may always come back anew.
      this.addEventListener("close", () => {
        lines.delete(this);
        if (!leaving) cover();
      });
    }
  };
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted) cover();
  });

  // A line that goes on connecting.
  function nowhere() {
    const line = new EventTarget();
    return Object.assign(line, { readyState: Line.CONNECTING, send() {}, close() {} });
  }

  function cover() {
    if (notice) return;
    notice = document.createElement("main");
    notice.setAttribute("role", "alert");
    notice.lang = told.language;
    notice.dir = told.direction;
    notice.id = "gone";
    const look = document.createElement("style");
    look.textContent = `
      #gone { position: fixed; inset: 0; z-index: 2147483647; display: flex; flex-direction: column;
        align-items: center; justify-content: center; gap: 16px; padding: 24px; overflow: auto;
        font: 20px/1.5 AlongsideNotice, sans-serif; background: #F6F1E7; color: #23302F; }
      #gone h1 { font-size: 32px; line-height: 1.3; margin: 0; max-width: 24em; text-align: center; }
      #gone p { margin: 0; max-width: 30em; text-align: center; }
      @media (prefers-color-scheme: dark) { #gone { background: #161C1C; color: #F1ECE1; } }`;
    document.head.append(look);
    say(told.gone);
    alone();
    // Flet's client still runs: what it draws or tells a screen reader from now on is taken away at once.
    new MutationObserver(alone).observe(document.body, { childList: true });
    for (const line of lines) line.close();
    comeBack();
  }

  function alone() {
    if (document.body.children.length !== 1 || document.body.firstElementChild !== notice) {
      document.body.replaceChildren(notice);
    }
  }

  function say(sentences) {
    const [title, ...rest] = sentences;
    const parts = [["h1", title], ...rest.map((sentence) => ["p", sentence])].map(([kind, words]) => {
      const part = document.createElement(kind);
      part.textContent = words;
      return part;
    });
    notice.replaceChildren(...parts);
  }

  async function comeBack() {
    for (;;) {
      try {
        // Without the cookie first: another program may have taken this address, and must not be given it.
        if (await ask("omit", LOOK * 4)) {
          const { in: letIn } = await ask("same-origin", LOOK * 4);
          if (letIn) {
            leaving = true;
            location.reload();
            return;
          }
          say(told.address);
        }
      } catch {
        // Nobody there yet.
      }
      await new Promise((go) => { setTimeout(go, LOOK); });
    }
  }

  // Returns what the program answers, or null where it is another program than the one that served this page.
  async function ask(credentials, patience) {
    const words = crypto.getRandomValues(new Uint8Array(16));
    const nonce = [...words].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), patience);
    try {
      const answer = await fetch(`/alive?c=${nonce}`, { credentials, cache: "no-store", signal: stop.signal });
      const { proof, in: letIn } = await answer.json();
      return proof === (await sign(nonce)) ? { in: letIn } : null;
    } finally {
      clearTimeout(late);
    }
  }

  async function sign(nonce) {
    const write = new TextEncoder();
    const kind = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", write.encode(told.key), kind, false, ["sign"]);
    const signed = new Uint8Array(await crypto.subtle.sign("HMAC", key, write.encode(nonce)));
    return [...signed].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // A program that hangs keeps its line open, and the plan would stay on the table for good.
  async function listen() {
    for (;;) {
      await new Promise((go) => { setTimeout(go, BEAT); });
      if (notice) return;
      if (document.visibilityState !== "visible" || !lines.size) continue;
      try {
        await ask("omit", SILENT);
      } catch {
        await ask("omit", AGAIN).catch(cover);
      }
    }
  }
  listen();
})();
