internal import FoundationEssentials
package import HTTPServer
internal import Mustache

/// The server-rendered pages: templates of `www/pages` with the words of a language.
package struct Pages: Sendable {
    private let library: MustacheLibrary
    private let languages: Languages
    private let version: String

    /// Reads all templates and languages of `www`.
    package init(www: String, version: String) throws {
        let folder = URL(filePath: www).appending(path: "pages")
        var library = MustacheLibrary()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard file.hasSuffix(".mustache") else { continue }
            let text = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
            do {
                try library.register(text, named: String(file.dropLast(".mustache".count)))
            } catch {
                throw RenderingError.badTemplate(file)
            }
        }
        self.library = library
        self.version = version
        languages = try Languages(folder: URL(filePath: www).appending(path: "locales").path)
    }

    /// Every language there is, Vietnamese first.
    package var languageCodes: [String] { languages.codes }

    /// What is wrong with the files of languages, in English, for a log.
    package var languageFindings: [String] { languages.findings }

    /// The page `name` in the language of the request: `?lang=`, else the cookie `lang`, else Vietnamese.
    ///
    /// Throws ``RenderingError/missingPage(_:)`` where there is no such template.
    package func page(
        _ name: String, for request: Request, status: Int = 200, with extra: [String: any Sendable] = [:]
    ) throws -> Response {
        let chosen = request.query["lang"].flatMap { languages.codes.contains($0) ? $0 : nil }
        let words = languages.words(chosen, Cookies(request.headers["Cookie"])["lang"])
        let context = context(page: name, words: words).merging(extra) { _, new in new }
        guard let html = library.render(context, withTemplate: name) else { throw RenderingError.missingPage(name) }
        var response = Response(
            status: status, headers: Pages.headers + [("Content-Language", words.code)],
            content: .bytes(Array(html.utf8)))
        if let chosen {
            response.headers.append(("Set-Cookie", "lang=\(chosen); Path=/; SameSite=Lax; Max-Age=31536000"))
        }
        return response
    }

    private func context(page: String, words: Words) -> [String: any Sendable] {
        let choices = languages.codes.map { code -> [String: any Sendable] in
            ["code": code, "name": languages.words(code).name, "current": code == words.code]
        }
        return ["t": words.entries, "lang": words.code, "languages": choices, "page": page, "version": version]
    }

    /// OWASP ASVS 3.4: nothing but the box's own scripts, styles and pictures; in no frame.
    private static let headers: [(name: String, value: String)] = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", "no-store"),
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(self), microphone=(), geolocation=()"),
    ]
}
