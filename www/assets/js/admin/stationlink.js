import { element } from "../element.js";
import { word } from "../words.js";

/** Shows a link that enrols one device, as QR codes large enough to be scanned from the table. */
export function showLink(picture, link) {
    const secure = link.https_url && [
        element("h3", {}, word("stations_https")), code(link.https_qr_svg), address(link.https_url),
        element("h3", {}, word("stations_http")),
    ];
    picture.show(word("stations_added", { name: link.name }),
        element("p", {}, word("stations_once")), ...(secure || []), code(link.qr_svg), address(link.url));
}

function code(svg) {
    return element("img", {
        class: "qr", src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: word("participants_qr"),
        width: 320, height: 320,
    });
}

function address(url) {
    return element("p", {}, word("stations_link"), " ", element("a", { class: "long", href: url }, url));
}
