/*
 * What the pages do better with JavaScript; all of them work without. In this order: search as you
 * type (with htmx), suggestions (an ARIA combobox), finding in long facets, keys.
 */
"use strict";
(() => {
  const narrow = window.matchMedia("(max-width: 60rem)");

  /* Search as you type: htmx swaps the whole #directory, so what the reader opened is put back. */
  const opened = new Map();

  function foldFacets() {
    const fold = document.getElementById("facets-fold");
    if (fold && narrow.matches && !opened.has(fold.id)) {
      fold.open = false;
    }
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const data = event.detail.formData;
    if (data && data.get("q") === "") {
      data.delete("q");
    }
  });

  document.addEventListener("htmx:beforeSwap", () => {
    document.querySelectorAll("#directory details[id]").forEach((d) => opened.set(d.id, d.open));
  });

  document.addEventListener("htmx:afterSwap", () => {
    const directory = document.getElementById("directory");
    if (!directory) {
      return;
    }
    directory.querySelectorAll("details[id]").forEach((d) => {
      if (opened.has(d.id)) {
        d.open = opened.get(d.id);
      }
    });
    const announcement = document.getElementById("announcement");
    if (announcement) {
      announcement.textContent = directory.dataset.announce || "";
    }
    prepareFinds();
    current = -1;
  });

  /* Suggestions */
  function suggest(input) {
    const form = input.form;
    const list = document.createElement("ul");
    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel);
    list.hidden = true;
    form.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) {
      input.setAttribute(name, value);
    }
    let items = [];
    let active = -1;
    let timer = 0;
    let asked = null;

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = index;
      [...list.children].forEach((option, i) => {
        option.setAttribute("aria-selected", String(i === index));
      });
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    }

    function part(className, text) {
      const span = document.createElement("span");
      span.className = className;
      span.textContent = text;
      return span;
    }

    function show(found) {
      items = found.filter((item) => typeof item.url === "string" && /^\/(?!\/)/.test(item.url));
      list.replaceChildren(
        ...items.map((item, i) => {
          const option = document.createElement("li");
          option.id = list.id + "-" + i;
          option.className = "suggestion";
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.append(part("suggestion-label", item.label));
          if (item.matched && item.matched !== item.label) {
            option.append(part("suggestion-via", item.matched));
          }
          option.append(part("suggestion-type", input.dataset["type" + item.type] || ""));
          option.addEventListener("mousedown", (event) => {
            event.preventDefault();
            window.location.assign(item.url);
          });
          return option;
        }),
      );
      active = -1;
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(items.length > 0));
      input.removeAttribute("aria-activedescendant");
    }

    async function ask() {
      const typed = input.value.trim();
      if (asked) {
        asked.abort();
      }
      if (typed === "") {
        close();
        return;
      }
      asked = new AbortController();
      const query = new URLSearchParams({ q: typed, limit: "8", lang: document.documentElement.lang });
      try {
        const answer = await fetch(input.dataset.suggest + "?" + query, { signal: asked.signal });
        if (answer.ok) {
          show((await answer.json()).items || []);
        }
      } catch (cause) {
        if (cause.name !== "AbortError") {
          close();
        }
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const shown = !list.hidden;
      if (event.key === "ArrowDown" && shown) {
        event.preventDefault();
        mark((active + 1) % items.length);
      } else if (event.key === "ArrowUp" && shown) {
        event.preventDefault();
        mark((active <= 0 ? items.length : active) - 1);
      } else if (event.key === "Enter" && shown && active >= 0) {
        event.preventDefault();
        window.location.assign(items[active].url);
      } else if (event.key === "Escape" && shown) {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    });
  }

  /* Finding in long facets */
  function prepareFinds() {
    document.querySelectorAll("[data-find]").forEach((input) => {
      input.closest("[hidden]")?.removeAttribute("hidden");
      const values = document.getElementById(input.dataset.find);
      input.addEventListener("input", () => {
        const typed = input.value.trim().toLowerCase();
        values.querySelectorAll("li").forEach((li) => {
          li.hidden = !li.querySelector(".value-label").textContent.toLowerCase().includes(typed);
        });
      });
    });
  }

  /* Keys */
  const places = { h: "/", d: "/organisations", c: "/centre", a: "/about" };
  let current = -1;
  let going = 0;

  /* Single keys can trip speech input, so that they can be switched off; the choice is kept. */
  function keysAreOn() {
    return localStorage.getItem("praya_keys") !== "off";
  }

  function prepareKeySwitch() {
    const box = document.getElementById("keys-on");
    box.closest("[hidden]").hidden = false;
    box.checked = keysAreOn();
    box.addEventListener("change", () => {
      localStorage.setItem("praya_keys", box.checked ? "on" : "off");
    });
  }

  function move(step) {
    const rows = [...document.querySelectorAll("[data-row]")].filter((r) => r.offsetParent !== null);
    if (rows.length === 0) {
      return;
    }
    current = Math.max(0, Math.min(rows.length - 1, current + step));
    rows.forEach((row, i) => row.classList.toggle("row-current", i === current));
    const link = rows[current].querySelector("a");
    link.focus({ preventScroll: true });
    rows[current].scrollIntoView({ block: "nearest" });
  }

  function typing(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const help = document.getElementById("help");
    if (typing(event.target)) {
      if (event.key === "Escape") {
        event.target.blur();
      }
      return;
    }
    if (help.open || (!keysAreOn() && event.key !== "?")) {
      return;
    }
    if (Date.now() - going < 1500 && places[event.key]) {
      going = 0;
      window.location.assign(places[event.key]);
      return;
    }
    going = 0;
    switch (event.key) {
      case "/": {
        const search = document.getElementById("search");
        if (search) {
          event.preventDefault();
          search.focus();
          search.select();
        }
        break;
      }
      case "?":
        help.showModal();
        break;
      case "j":
        move(1);
        break;
      case "k":
        move(-1);
        break;
      case "g":
        going = Date.now();
        break;
      default:
    }
  });

  document.querySelectorAll("input[data-suggest]").forEach(suggest);
  prepareFinds();
  prepareKeySwitch();
  foldFacets();
})();
