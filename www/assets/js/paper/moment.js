/**
 * The time that was written on a session's sheet, as RFC 3339: of the day on which it is in the session or next to it,
 * for sessions that go over midnight.
 *
 * @param clock `00:30`
 */
export function momentOn({ starts_at: start, ends_at: end }, clock) {
    const [first, last] = [start, end].map((time) => `${time.slice(0, 11)}${clock}:00${time.slice(19)}`);
    const away = (time) => Math.max(Date.parse(start) - Date.parse(time), Date.parse(time) - Date.parse(end), 0);
    return away(last) < away(first) ? last : first;
}
