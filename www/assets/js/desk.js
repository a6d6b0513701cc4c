import { Desk } from "./desk/desk.js";
import { loadWords } from "./words.js";

loadWords().then(() => new Desk().start());
