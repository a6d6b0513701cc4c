import { PaperDesk } from "./paper/paper.js";
import { loadWords } from "./words.js";

loadWords().then(() => new PaperDesk().start());
