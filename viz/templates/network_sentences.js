"use strict";

// Sentences of the documents as the panel shows them, with the actor's name marked.
function makeSentences(data) {
  // Long sentences are cut around the mention; the whole unfolds.
  function excerpt(quote, mentions) {
    const [start, end] = find(quote, mentions);
    if (start < 0) return [quote.length > 150 ? `${quote.slice(0, 140)}…` : quote, quote.length > 150];
    const long = quote.length > 150;
    const from = long && start > 55 ? quote.lastIndexOf(" ", start - 45) + 1 : 0;
    const next = quote.indexOf(" ", end + 45);
    const to = long && next > 0 ? next : quote.length;
    const parts = [from > 0 ? "…" : "", quote.slice(from, start), element("mark", {}, quote.slice(start, end)), quote.slice(end, to), to < quote.length ? "…" : ""];
    return [parts, from > 0 || to < quote.length];
  }

  // A short form such as "PN" is looked for as a word first: it may also stand inside one.
  function find(quote, mentions) {
    const sameLength = (text) => [...text].map((c) => fold(c)[0] || " ").join("");
    const whole = sameLength(quote);
    const wanted = [...mentions].filter(Boolean).sort((a, b) => b.length - a.length).map(sameLength);
    const inWord = (at) => at >= 0 && at < whole.length && /[\p{L}\d]/u.test(whole[at]);
    for (const alone of [true, false]) {
      for (const mention of wanted) {
        for (let at = whole.indexOf(mention); at >= 0; at = whole.indexOf(mention, at + 1)) {
          if (!alone || !(inWord(at - 1) || inWord(at + mention.length))) return [at, at + mention.length];
        }
      }
    }
    return [-1, -1];
  }

  function place(source) {
    return [data.documents.length > 1 ? source.document : "", source.place].filter(Boolean).join(", ");
  }

  // `action` is there for sentences found in an action; its text, where the words do not hold it.
  function lead(source) {
    if (source.action === undefined) return "";
    return source.action ? ["Action «\u00a0", source.action, "\u00a0»\u00a0: "] : "Action\u00a0: ";
  }

  function said(source, mentions) {
    const where = place(source);
    if (!source.quote) return element("div", { class: "said" }, lead(source), where);
    const [short, cut] = excerpt(source.quote, mentions);
    const line = [lead(source), "«\u00a0", short, "\u00a0»", where && ` — ${where}`];
    if (!cut) return element("div", { class: "said" }, line);
    return element("details", { class: "said" }, element("summary", {}, line), source.quote);
  }

  return { said, place };
}
