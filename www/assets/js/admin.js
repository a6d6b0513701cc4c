import { Admin } from "./admin/admin.js";
import { loadWords } from "./words.js";

loadWords().then(() => new Admin().start());
