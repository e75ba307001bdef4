// Our links and choices lead through the running session: a rerun, where the browser would load everything anew.
// Without this script the links work too, only slower. Streamlit follows the address when the browser's history moves.
(() => {
  const NARROW = 768; // pixels; below it Streamlit lays the sidebar over the page
  let used = null; // the id of the choice that was made; null after a link
  let waiting = false;

  const app = () => document.querySelector("[data-testid=stApp]");
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED";

  const go = (address, control) => {
    used = control;
    waiting = true;
    history.pushState(history.state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  };

  const follow = (event) => {
    const link = event.target.closest?.(".stHtml a[href]");
    const own = link && link.origin === location.origin && !link.hash && !link.target && !link.hasAttribute("download");
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!own || !plain || event.defaultPrevented || !connected()) return;
    event.preventDefault();
    go(link.href, null);
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    if (innerWidth <= NARROW) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
  };

  const choose = (event) => {
    const choice = event.target.closest?.("select[data-parameter]");
    if (!choice) return;
    const address = new URL(location.href);
    address.searchParams.set(choice.dataset.parameter, choice.value);
    // Another plan has other years: its own default is shown.
    if (choice.dataset.parameter === "plan") address.searchParams.delete("period");
    if (connected()) go(address.href, choice.id);
    else location.assign(address.href);
  };

  // What had the focus was replaced. After a choice its successor has it, on a new page the heading.
  const arrive = () => {
    if (!waiting || app()?.dataset.testScriptState !== "notRunning") return;
    waiting = false;
    requestAnimationFrame(() => {
      const next = used === null ? document.querySelector("h1") : document.getElementById(used);
      if (used === null) next?.setAttribute("tabindex", "-1");
      next?.focus({ preventScroll: true });
    });
  };

  addEventListener("click", follow);
  addEventListener("change", choose);
  new MutationObserver(arrive).observe(document.documentElement, {
    subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
})();
