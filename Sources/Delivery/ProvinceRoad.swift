internal import Store

/// The way to the province: each bundle is posted, and the answer is its receipt.
///
/// A receipt that is lost on the way back does no harm: the same bundle gets the same receipt again.
struct ProvinceRoad: Road {
    let outbox: Outbox
    let destination = Destination.province

    func deliver(isCancelled: @escaping @Sendable () -> Bool) throws -> Bool {
        guard let province = try outbox.store.province, let url = province.url else { return false }
        let waiting = try outbox.store.bundles().filter { $0.state != .receipted }
        guard !waiting.isEmpty else { return false }
        let (address, trust) = (try WebAddress(url).appending("/api/v1/bundles"), try Trust(setting: province.ca))
        var problem: DeliveryProblem?
        for bundle in waiting where !isCancelled() {
            let upload = Upload(
                url: address, headers: headers(province), body: .file(outbox.path(of: bundle)), trust: trust)
            do {
                try send(bundle, upload, isCancelled)
            } catch let failure as DeliveryProblem where failure.concernsOneOnly {
                problem = problem ?? failure
            }
        }
        if let problem { throw problem }
        return true
    }

    private func headers(_ province: ProvinceSettings) -> [(name: String, value: String)] {
        [("Content-Type", "application/zip")] + (province.token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    }

    private func send(_ bundle: OutboxBundle, _ upload: Upload, _ isCancelled: @escaping @Sendable () -> Bool) throws {
        _ = try outbox.store.perform(MoveBundle(bundle.id, .sending))
        do {
            let answer = try upload.send(isCancelled: isCancelled)
            _ = try outbox.accept(receipt: answer.body, of: bundle.id, by: .https)
        } catch let problem as DeliveryProblem {
            _ = try outbox.store.perform(
                MoveBundle(bundle.id, problem.isRefusal ? .refused(problem) : .failed(problem)))
            throw problem
        }
    }
}

extension DeliveryProblem {
    /// Whether the province has said that it does not want the bundle.
    fileprivate var isRefusal: Bool { kind == .forbidden || kind == .unexpected && status != nil }
}
