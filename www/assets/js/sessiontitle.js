/** What a session is called where several events may have one: `Sáng · Tập huấn OCOP`. */
export function sessionTitle({ title, event }) {
    return `${title} · ${event.name}`;
}
