import HTTPServer
import Store

/// Who receives the record: the province of the settings file, or the one whose line the organiser takes in.
struct ProvinceRoutes {
    let store: Store

    var routes: [Route] {
        [
            Route(.get, "/api/v1/province", .organiser, show),
            Route(.put, "/api/v1/province", .organiser, set),
        ]
    }

    @Sendable private func show(_ context: Context) throws -> Answer { .now(.json(try ProvinceOutput(store))) }

    /// With `dry_run` only says what was read and what would become of the record.
    @Sendable private func set(_ context: Context) throws -> Answer {
        let province = try context.request.json(ProvinceInput.self).settings()
        let isDryRun = try context.flag("dry_run")
        guard isDryRun || !store.isProvinceOfSettingsFile else { throw Problem.provinceOfSettingsFile }
        let change = try store.change(to: province)
        if !isDryRun { _ = try store.perform(SetProvince(province, actor: context.caller.actor)) }
        return .now(.json(ProvinceChangeOutput(change, to: province)))
    }
}

extension Problem {
    fileprivate static let provinceOfSettingsFile = Problem(
        409, "province_of_file", "The settings file names the province; take it out there first.")
}
