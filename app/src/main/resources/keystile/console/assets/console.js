// Small movements of the console. Every page works without them.
(() => {
  "use strict";
  const SPOKEN = 1600;

  // <button data-copy="text"> or data-copy-from="#id" puts a text into the clipboard and says so.
  async function copy(button) {
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    const text = source ? (source.value ?? source.textContent) : button.dataset.copy;
    const label = button.querySelector("[data-label]") ?? button;
    const before = button.dataset.before ?? (button.dataset.before = label.textContent);
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = "Copied";
    } catch {
      if (source) {
        getSelection().selectAllChildren(source);
      }
      label.textContent = "Press Ctrl+C";
    }
    setTimeout(() => (label.textContent = before), SPOKEN);
  }

  // Times are shown as they are where the reader is; UTC stands in the title.
  const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
  const away = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });
  const now = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(0, "second");
  // Each unit with its seconds, and from how many on it is used: "in 60 days" tells more than "in 2 months".
  const steps = [["year", 31536000, 63072000], ["month", 2592000, 7776000], ["day", 86400, 172800], ["hour", 3600, 7200], ["minute", 60, 60], ["second", 1, 5]];

  function relative(seconds) {
    const [unit, size] = steps.find(([, , from]) => Math.abs(seconds) >= from) ?? [];
    return unit ? away.format(Math.round(seconds / size), unit) : now;
  }

  function localise(root) {
    for (const time of root.querySelectorAll("time[data-time]")) {
      const at = new Date(time.dateTime);
      const utc = at.toISOString().replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");
      const kind = time.dataset.time;
      time.textContent =
        kind === "relative" ? relative((at - Date.now()) / 1000) : kind === "day" ? day.format(at) : moment.format(at);
      time.title = kind === "relative" ? moment.format(at) + " · " + utc : utc;
    }
  }

  function prepare(root) {
    localise(root);
    for (const needs of root.querySelectorAll(".needs-script")) {
      needs.hidden = false;
    }
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-copy], [data-copy-from], [data-open], [data-close]");
    // One menu at a time, closed by a click beside it.
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    }
    if (!target) {
      return;
    }
    if (target.dataset.open) {
      event.preventDefault();
      document.querySelector(target.dataset.open).showModal();
    } else if (target.hasAttribute("data-close")) {
      event.preventDefault();
      target.closest("dialog").close();
    } else {
      copy(target);
    }
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.("details.menu[open], details.side-more[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A form is sent once; a page that comes back by the back button can be sent again.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) {
      delete form.dataset.sent;
    }
  });

  // <select data-submit> sends its form when something was chosen.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) {
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    document.querySelector("[aria-invalid=true]")?.focus();
  });
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();

// Pages about keys.
(() => {
  "use strict";

  // A key that is shown once: its address becomes one that does not show it, and it goes with the page.
  const once = document.querySelector("[data-shown-once]");
  if (once) {
    history.replaceState(null, "", once.dataset.shownOnce);
    addEventListener("pagehide", () => once.remove());
    addEventListener("pageshow", (event) => event.persisted && location.reload());
  }

  // <button data-save-from="#id" data-save-as="name"> saves a text as a file.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-save-as]");
    if (button) {
      const text = document.querySelector(button.dataset.saveFrom).textContent + "\n";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
      link.download = button.dataset.saveAs;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    }
  });

  // <button data-add-row="list"> adds an empty row to a list of fields, without asking the server.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add-row]");
    const list = button && document.getElementById(button.dataset.addRow);
    if (!list) {
      return;
    }
    event.preventDefault();
    const count = list.children.length;
    const row = list.lastElementChild.cloneNode(true);
    row.classList.remove("faulty");
    row.querySelector(".fault")?.remove();
    for (const field of row.querySelectorAll("input")) {
      field.name = field.name.replace(/\.\d+\./, `.${count}.`);
      field.ariaLabel = field.ariaLabel.replace(/\d+/, count + 1);
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
      field.checked = true;
      if (field.type === "text") {
        field.value = "";
      }
    }
    list.append(row);
    row.querySelector("[type=text]").focus();
  });

  // Dates are typed as they are where the reader is; the server is told where that is.
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const form of document.querySelectorAll("form[data-zone]")) {
    const told = form.elements.namedItem("zone");
    if (!zone || told.value !== "UTC") {
      continue;
    }
    for (const field of form.querySelectorAll("[type=datetime-local]")) {
      if (field.value) {
        const at = new Date(field.value + "Z");
        field.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
      }
    }
    told.value = zone;
    for (const name of form.querySelectorAll("[data-zone-name]")) {
      name.textContent = zone;
    }
  }

  // What the server did not do in passing, such as asking back, it is asked for as a page.
  document.addEventListener("htmx:responseError", (event) => event.detail.elt.submit?.());
})();

// Pages that go on by themselves.
(() => {
  "use strict";

  const isPaused = () => document.querySelector("[data-pause][aria-pressed=true]") !== null;

  // <div data-live="3" hx-trigger="live"> asks anew every three seconds while somebody can see it.
  let seconds = 0;
  if (document.querySelector("[data-live]")) {
    setInterval(() => {
      seconds++;
      if (document.hidden || isPaused()) {
        return;
      }
      for (const live of document.querySelectorAll("[data-live]")) {
        if (seconds % Number(live.dataset.live) === 0) {
          htmx.trigger(live, "live");
        }
      }
    }, 1000);
  }

  // That is nobody's doing, so it keeps nobody signed in.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.triggeringEvent?.type === "live") {
      event.detail.headers["Keystile-By-Itself"] = "yes";
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pause]");
    if (button) {
      const paused = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(paused));
      button.textContent = paused ? "Paused" : "Pause";
    }
  });
})();
