import { SelfTest } from "./selftest/page.js";
import { loadWords } from "./words.js";

loadWords().then(() => new SelfTest().start());
