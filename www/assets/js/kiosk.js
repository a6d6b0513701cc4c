import { KioskScreen } from "./kiosk/screen.js";
import { loadWords } from "./words.js";

loadWords().then(() => new KioskScreen().start());
