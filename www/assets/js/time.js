// The box writes the event's own zone into each time, so the digits are shown as they stand; the device's zone does
// not matter.

/** `08:03` of an RFC 3339 time. */
export function clockText(time) {
    return String(time).slice(11, 16);
}

/** `15/08/2024` of an RFC 3339 time. */
export function dateText(time) {
    const [year, month, day] = String(time).slice(0, 10).split("-");
    return `${day}/${month}/${year}`;
}

/** `07:30–11:00, 15/08/2024` of a session. */
export function spanText(session) {
    return `${clockText(session.starts_at)}–${clockText(session.ends_at)}, ${dateText(session.starts_at)}`;
}

/** This device's time as RFC 3339 with offset and milliseconds. */
export function deviceTime(date = new Date()) {
    const offset = -date.getTimezoneOffset();
    const local = new Date(date.getTime() + offset * 60000).toISOString().slice(0, -1);
    const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
    return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
