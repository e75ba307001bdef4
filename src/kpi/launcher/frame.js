// Streamlit's own English, in Swedish: texts, and the names that screen readers say. Our own content is left alone.
(() => {
  const words = "WORDS";
  const starts = "STARTS";
  const names = ["aria-label", "placeholder", "title", "alt"];

  const swedish = (text) => {
    const english = text.trim();
    if (Object.hasOwn(words, english)) return words[english];
    const start = Object.keys(starts).find((one) => english.startsWith(one));
    return start ? starts[start] + english.slice(start.length) : null;
  };

  const name = (element, attribute) => {
    const replaced = element.hasAttribute(attribute) && swedish(element.getAttribute(attribute));
    if (replaced) element.setAttribute(attribute, replaced);
  };

  const text = (node) => {
    if (node.parentElement?.closest(".stHtml, script, style, input, textarea, [role=option]")) return;
    const replaced = swedish(node.data);
    if (replaced) node.data = replaced;
  };

  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return text(node);
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(".stHtml, .js-plotly-plot")) return;
    for (const attribute of names) name(node, attribute);
    for (const child of node.childNodes) visit(child);
  };

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") name(change.target, change.attributeName);
      else if (change.type === "characterData") text(change.target);
      else change.addedNodes.forEach(visit);
    }
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: names,
  });
  visit(document.documentElement);
})();
