import { RoomScreen } from "./display/screen.js";
import { loadWords } from "./words.js";

loadWords().then(() => new RoomScreen(document.body.dataset.event).start());
