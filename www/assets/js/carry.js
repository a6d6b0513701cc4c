import { Carry } from "./carry/carry.js";
import { loadWords } from "./words.js";

loadWords().then(() => new Carry().start());
