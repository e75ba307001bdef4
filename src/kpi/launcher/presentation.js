// Presentation mode: which slide is shown. All of them are loaded at once, so nothing here asks the server for anything.
(() => {
  const SWIPE = 60; // pixels across; less is a tap, and more downwards is scrolling
  const STEPS = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
    Home: -Infinity, End: Infinity,
  };
  let typed = ""; // the digits of a slide's number, until Enter
  let touched = null;

  const deck = () => document.querySelector(".kpi-deck");
  const part = (selector) => deck().querySelector(selector);
  const slides = () => [...deck().querySelectorAll(".kpi-slide")];
  const current = () => slides().findIndex((slide) => !slide.hidden);
  const connected = () => document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState === "CONNECTED";

  const show = (wanted) => {
    const all = slides();
    const at = Math.max(0, Math.min(wanted, all.length - 1));
    all.forEach((slide, index) => (slide.hidden = index !== at));
    deck().scrollTo(0, 0);
    part(".kpi-said").textContent = all[at].getAttribute("aria-label");
    part("[data-slide=previous]").setAttribute("aria-disabled", at === 0);
    part("[data-slide=next]").setAttribute("aria-disabled", at === all.length - 1);
    const address = new URL(location.href);
    address.searchParams.set("bild", at + 1);
    history.replaceState(history.state, "", address);
    all[at].querySelector("h2").focus({ preventScroll: true });
  };

  const keys = (open) => {
    part(".kpi-keys").hidden = !open;
    part("[data-slide=keys]").setAttribute("aria-expanded", open);
    (open ? part(".kpi-keys") : slides()[current()].querySelector("h2")).focus();
  };

  const fullscreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  };

  // Following a link without a connection would lose the slides that are here.
  const follow = (link) => {
    if (!link) return;
    if (connected()) link.click();
    else if (deck()) part(".kpi-offline").hidden = false;
  };

  const leave = () => {
    if (deck() && !part(".kpi-keys").hidden) return keys(false);
    follow(document.querySelector("[data-leave]"));
  };

  const enter = (event) => {
    const number = Number(typed);
    typed = "";
    if (number) show(number - 1);
    else if (event.target.closest("a, button")) return false;
    else follow(slides()[current()].querySelector(".kpi-picture"));
    return true;
  };

  const pressed = (event) => {
    const { key } = event;
    if (/^[0-9]$/.test(key)) return (typed = (typed + key).slice(-3));
    if (key === "Enter") return enter(event);
    typed = "";
    if (key === " " && event.target.closest("a, button")) return false;
    if (key in STEPS) show(current() + STEPS[key] * (key === " " && event.shiftKey ? -1 : 1));
    else if (key === "?") keys(part(".kpi-keys").hidden);
    else if (key.toLowerCase() === "f") fullscreen();
    else return false;
    return true;
  };

  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    if (event.key === "Escape" && document.querySelector(".kpi-deck, .kpi-explored")) leave();
    else if (!deck() || !pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const click = (event) => {
    const link = event.target.closest?.(".kpi-deck a[href]");
    if (link && !connected()) {
      event.preventDefault();
      return follow(link);
    }
    const button = event.target.closest?.("[data-slide]");
    if (!button) return;
    const actions = {
      next: () => show(current() + 1), previous: () => show(current() - 1), fullscreen,
      keys: () => keys(part(".kpi-keys").hidden),
    };
    actions[button.dataset.slide]();
  };

  const touch = (event) => (touched = deck() && event.touches.length === 1 ? event.touches[0] : null);
  const lift = (event) => {
    if (!touched || !deck()) return;
    const across = event.changedTouches[0].clientX - touched.clientX;
    const down = event.changedTouches[0].clientY - touched.clientY;
    touched = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) show(current() + (across < 0 ? 1 : -1));
  };

  // A deck has come, or come anew: the address says which of its slides is shown.
  const arrive = () => {
    const fresh = document.querySelector(".kpi-deck:not([data-ready])");
    if (!fresh) return;
    fresh.dataset.ready = "";
    show(Number(new URLSearchParams(location.search).get("bild") || 1) - 1 || 0);
  };

  addEventListener("keydown", press, true);
  addEventListener("click", click, true);
  addEventListener("touchstart", touch, { passive: true });
  addEventListener("touchend", lift);
  // What leads here gives the focus to the page's h1, which is for those who do not see the slide.
  addEventListener("focusin", (event) => {
    if (event.target.matches?.(".kpi-deck h1")) slides()[current()].querySelector("h2").focus({ preventScroll: true });
  });
  new MutationObserver(arrive).observe(document.documentElement, { subtree: true, childList: true });
})();
