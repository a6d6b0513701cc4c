import { Desk } from "./desk/desk.js";
import { loadWords } from "./words.js";

loadWords().then(() => new Desk().start());

// Where the page comes over https, the browser keeps it for the time without the box.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/desk-worker.js", { scope: "/desk" }).catch(() => {});
