// Shows what is new without a reload. Without it, the page is as it was when it was asked for.
"use strict";
(() => {
  let main = document.getElementById("main");
  let busy = false;
  let told = main.dataset.version;
  // A page that refuses something is the answer to a form; its own address is another.
  if (location.pathname !== main.dataset.path) history.replaceState(null, "", main.dataset.path + location.search);
  const live = document.getElementById("live");

  const show = html => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const next = fresh.getElementById("main");
    if (!next || !next.dataset.version) return location.reload();
    for (const open of main.querySelectorAll("details[open][id]")) {
      next.querySelector("#" + open.id)?.setAttribute("open", "");
    }
    const typed = main.querySelector("#mailbox")?.value;
    const box = next.querySelector("#mailbox");
    if (typed && box) box.value = typed;
    const focused = document.activeElement?.id;
    const said = main.dataset.said;
    main.replaceWith(next);
    main = next;
    document.dispatchEvent(new Event("fresh"));
    document.title = fresh.title;
    if (focused) document.getElementById(focused)?.focus({preventScroll: true});
    if (said !== main.dataset.said) live.textContent = main.dataset.said;
  };

  const refresh = async () => {
    if (busy) return;
    busy = true;
    try {
      let known;
      do {
        known = told;
        const answer = await fetch(location.href, {headers: {Accept: "text/html"}, cache: "no-store"});
        if (answer.ok || answer.status === 404) show(await answer.text());
      } while (told !== known && told !== main.dataset.version);
    } finally {
      busy = false;
    }
  };

  const listen = () => {
    const events = new EventSource(main.dataset.events);
    events.onmessage = event => {
      if (event.data === "busy") return refresh();
      if (event.data === "gone") {
        events.close();
        return location.reload();
      }
      told = event.data;
      if (told !== main.dataset.version) refresh();
    };
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      setTimeout(() => { refresh(); listen(); }, 30000);
    };
    addEventListener("pagehide", () => events.close(), {once: true});
  };
  listen();
})();
