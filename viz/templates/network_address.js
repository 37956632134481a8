"use strict";

// The state of the page in its address: a link or a reload gives it back, and so do the browser's back and forward.
function makeAddress(read, apply) {
  function encode() {
    const state = read();
    const found = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) {
      [].concat(value).filter((one) => one !== null && one !== "" && one !== false).forEach((one) => found.append(name, one === true ? "1" : one));
    }
    return found.toString();
  }

  function decode() {
    const found = new URLSearchParams(location.hash.slice(1));
    return {
      vue: found.get("vue"), choix: found.get("choix"), cherche: found.get("cherche") || "", filtres: found.getAll("filtres"),
      seuil: found.get("seuil") || "", tableau: found.has("tableau"), depart: found.has("depart"),
    };
  }

  function write(how) {
    const wanted = encode();
    if (wanted !== location.hash.slice(1)) history[how](null, "", `#${wanted}`);
  }

  addEventListener("popstate", () => apply(decode()));
  return { decode, push: () => write("pushState"), replace: () => write("replaceState") };
}
