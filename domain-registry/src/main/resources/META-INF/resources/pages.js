// Copies values and prints. Without it the buttons do not show, and everything else works the same.
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
