import { word } from "../words.js";

/** What a card says beside the name. */
export function cardFacts(card) {
    const place = card.commune_now ? word("card_commune_now", { commune: card.commune_now }) : "";
    const birth = card.birth_date.split("-").reverse().join("/");
    return [birth, word(`walk_in_${card.sex}`), card.commune, place].filter((part) => part).join(" · ");
}

/** What the operator should look at. */
export function warningText(warning) {
    return word(`card_${warning}`);
}
