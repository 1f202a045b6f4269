// Copies values, prints, and says that something is under way. Without it the buttons do not show, and everything else works the same.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("click", async event => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.classList.contains("print")) window.print();
  if (button.dataset.copy === undefined) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
  } catch {
    const area = document.createElement("textarea");
    area.value = button.dataset.copy;
    area.className = "hush";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  button.classList.add("copied");
  const live = document.getElementById("live");
  if (live) live.textContent = button.dataset.copied + " " + button.dataset.copy;
  setTimeout(() => button.classList.remove("copied"), 2000);
});
document.addEventListener("submit", event => {
  const words = event.target.dataset.busy;
  const button = event.target.querySelector("button");
  if (!words || !button) return;
  setTimeout(() => { button.disabled = true; }, 0);
  const live = document.getElementById("live");
  if (live) live.textContent = words;
});
// Moments are in UTC; whoever reads them has a clock of their own.
const UTC = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/;
const here = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: "medium", timeStyle: "short"});
const tellTheTime = () => {
  for (const place of document.querySelectorAll(".when, .notice")) {
    for (const text of place.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      text.data = text.data.replace(UTC, utc => here.format(new Date(utc.replace(" ", "T").replace(" UTC", "Z"))));
    }
  }
};
tellTheTime();
document.addEventListener("fresh", tellTheTime);
addEventListener("pageshow", () => document.querySelectorAll("form[data-busy] button").forEach(button => { button.disabled = false; }));
