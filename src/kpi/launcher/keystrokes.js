// In an editable table the first key opens the cell. What is typed before it is open would be lost: 31,25 became 3,25.
(() => {
  const PATIENCE = 1500; // milliseconds; a cell that cannot be written in never opens
  const ENDS = ["Enter", "Tab", "Escape"];
  const STEADY = 3; // frames in which the cell says all that has been typed, and so is not still being drawn
  let typed = null; // since the key that opens the cell, that one included; null when none is opening
  let last = null; // the key that ends it

  const field = () => {
    const active = document.activeElement;
    return active?.closest("#portal") && active.matches("input, textarea") ? active : null;
  };

  const finish = (open) => {
    const key = last;
    typed = last = null;
    if (open && key) open.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
  };

  const fill = (until, steady) => {
    const open = field();
    if (open && open.value !== typed) {
      open.select();
      document.execCommand("insertText", false, typed);
      steady = 0;
    }
    if (steady >= STEADY || performance.now() > until) finish(open);
    else requestAnimationFrame(() => fill(until, open ? steady + 1 : 0));
  };

  const press = (event) => {
    const { key, code, shiftKey } = event;
    const letter = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typed !== null) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (last) return;
      if (ENDS.includes(key)) last = { key, code, shiftKey };
      else if (key === "Backspace") typed = typed.slice(0, -1);
      else if (letter) typed += key;
    } else if (letter && event.target.closest?.("[data-testid=data-grid-canvas]")) {
      typed = key;
      fill(performance.now() + PATIENCE, 0);
    }
  };

  addEventListener("keydown", press, true);
})();
