import { byId } from "./element.js";

byId("print").addEventListener("click", () => window.print());
