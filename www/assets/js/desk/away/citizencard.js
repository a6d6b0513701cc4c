import { cleaned, digitsIn, hasLostLetters, readable, titleCased } from "./cardtext.js";
import { folded } from "./fold.js";

// Reads cards as the box does (Sources/Attendance/CitizenCard), for the time when it cannot be asked; one table of lines
// holds both to the same answers.
//
// The line and the number stay in the browser's memory while this runs, and go no further: not even into the sealed queue. What
// the box cannot use of the queue it keeps sealed for the organiser, beside the key that opens it; a number in there would be
// readable on the box. Without it a person is known by name, birth date and commune; the number is added when the same card
// is shown to the box.

const provinces = new Set(`
    001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046
    048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095
    096`.trim().split(/\s+/));

/**
 * What a card's line says: `{card: {name, birth_date, sex, commune, warnings}}` as the box answers, or `{reason}` for what
 * is no card.
 */
export function readCard(line) {
    const fields = fieldsOf(line);
    if (!fields || fields.number.length < 9) return { reason: "not_a_card" };
    if (fields.number.length !== 12) return { reason: "bad_number" };
    const birth = birthDate(fields.birth);
    if (!birth) return { reason: "bad_birth_date" };
    const name = titleCased(fields.name.replace(/Ð/g, "Đ").replace(/ð/g, "đ"));
    const sex = { nam: "male", nu: "female" }[folded(fields.sex)] || null;
    const implied = impliedBy(fields.number);
    return { card: {
        name: name || null, birth_date: birth, sex: sex || implied.sex, commune: fields.address,
        warnings: warnings(fields, { birth, sex, implied }),
    } };
}

/** The fields of a line, told apart by where the date of birth stands; those behind the date of issue are never read. */
function fieldsOf(line) {
    const fields = cleaned(line).split("|");
    const start = hasFormerNumber(fields) ? 2 : 1;
    if (fields.length < start + 4) return null;
    const [name, birth, sex, address, issued] = fields.slice(start);
    return {
        number: digitsIn(fields[0]) || fields[0].replace(/[^0-9]/g, ""), name: readable(name), birth: digitsIn(birth),
        sex: readable(sex), address: readable(address), issued: issued === undefined ? "" : digitsIn(issued),
    };
}

function hasFormerNumber(fields) {
    if (fields.length < 4) return false;
    const isDate = (field) => [4, 6, 8].includes(digitsIn(field).length);
    return isDate(fields[3]) || (!isDate(fields[2]) && /^[0-9]*$/.test(fields[1]));
}

/** `DDMMYYYY`, or what is known of it, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null for no date. */
function birthDate(digits) {
    if (![4, 6, 8].includes(digits.length)) return null;
    const [year, known] = [digits.slice(-4), digits.slice(0, -4).padStart(4, "0")];
    const [day, month] = [Number(known.slice(0, 2)), Number(known.slice(2))];
    const isYear = Number(year) >= 1900 && Number(year) <= 2100;
    if (!isYear || month > 12 || (day > 0 && month === 0)) return null;
    if (day > new Date(Date.UTC(Number(year), month, 0)).getUTCDate() && day > 0) return null;
    return [year, month && String(month).padStart(2, "0"), day && String(day).padStart(2, "0")]
        .filter((part) => part).join("-");
}

/** What the number says of its bearer (NĐ 137/2015/NĐ-CP, article 13). */
function impliedBy(number) {
    const century = Number(number[3]);
    return {
        sex: century % 2 === 0 ? "male" : "female",
        year: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
        hasKnownProvince: provinces.has(number.slice(0, 3)),
    };
}

function warnings(fields, { birth, sex, implied }) {
    return [
        sex && sex !== implied.sex && "sex_mismatch",
        Number(birth.slice(0, 4)) !== implied.year && "birth_mismatch",
        !implied.hasKnownProvince && "unknown_province",
        !sex && "unreadable_sex",
        (birthDate(fields.issued) || "").length !== 10 && "unreadable_issue_date",
        !fields.name && "missing_name",
        hasLostLetters(`${fields.name} ${fields.address}`) && "lost_letters",
    ].filter((warning) => warning);
}
