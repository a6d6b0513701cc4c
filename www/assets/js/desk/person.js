import { word } from "../words.js";

/** Birth year, commune and organisation: what tells people of one name apart. */
export function description(person) {
    return [
        person.birth_year && word("desk_born", { year: person.birth_year }), person.commune, person.organisation,
    ].filter((part) => part).join(" · ");
}
