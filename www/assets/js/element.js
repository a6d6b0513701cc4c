const svg = "http://www.w3.org/2000/svg";

/**
 * Makes an element. Attributes: `onclick` and the like take functions, true is an empty attribute, false, null and
 * undefined are left out. Children are nodes or texts; empty ones are left out.
 */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === false || value === null || value === undefined) continue;
        if (typeof value === "function") made.addEventListener(key.slice(2), value);
        else made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.filter(isContent));
    return made;
}

/** A picture from the sheet of icons; screen readers skip it, because words always stand beside it. */
export function icon(name) {
    const picture = document.createElementNS(svg, "svg");
    picture.setAttribute("class", "icon");
    picture.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(svg, "use");
    use.setAttribute("href", `/assets/img/icons.svg#${name}`);
    picture.append(use);
    return picture;
}

/** Puts these children in place of all the old ones. */
export function fill(parent, ...children) {
    while (parent.firstChild) parent.removeChild(parent.firstChild);
    parent.append(...children.filter(isContent));
}

function isContent(child) {
    return child !== null && child !== undefined && child !== false && child !== "";
}

/** The element with this id. */
export function byId(id) {
    return document.getElementById(id);
}
