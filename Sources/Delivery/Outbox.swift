package import Attendance
internal import Exchange
internal import Foundation
package import Store

/// The files of what waits to be delivered (hàng chờ gửi), beside the store that knows how far each has come.
package final class Outbox: Sendable {
    package let store: Store
    /// `diemdanh 0.1.0`, for the bundles.
    let software: String
    /// One bundle after the other: each begins where the last one ends.
    let making = NSLock()

    package init(store: Store, software: String) {
        (self.store, self.software) = (store, software)
    }

    /// Where a bundle's file is.
    package func path(of bundle: OutboxBundle) -> String {
        "\(store.outboxFolder)/\(bundle.name).ddb"
    }

    /// Takes a receipt in; the second time changes nothing.
    ///
    /// - Throws: ``DeliveryProblem`` `.badReceipt` for what the province has not signed or, with `expected`, what is the
    ///   receipt of another bundle; `StoreError.notFound(.bundle)` for a bundle that this box did not make.
    @discardableResult
    package func accept(
        receipt file: [UInt8], of expected: ID<OutboxBundle>? = nil, by carrier: OutboxBundle.Carrier
    ) throws -> AcceptReceipt.Answer {
        guard let province = try store.province else { throw DeliveryProblem(.badReceipt, "no province is set") }
        let receipt: BundleReceipt
        do {
            receipt = try BundleReceipt(file: file, province: province.signKey)
        } catch {
            throw DeliveryProblem(.badReceipt, "\(error)")
        }
        let bundle = ID<OutboxBundle>(receipt.bundle.uuid)
        guard expected == nil || expected == bundle else { throw DeliveryProblem(.badReceipt, "of another bundle") }
        guard receipt.box == store.box.id else { throw StoreError.notFound(.bundle) }
        let scans = receipt.scans.compactMap(ScanReceipt.init)
        let unnamed = receipt.scans.count - scans.count
        let answer = try confirm(AcceptReceipt(bundle: bundle, scans: scans, unnamed: unnamed, carrier: carrier))
        // The province has it: the copy with everybody's names is no longer needed. What stays here is swept later.
        try? FileManager.default.removeItem(atPath: path(of: answer.bundle))
        return answer
    }

    private func confirm(_ receipt: AcceptReceipt) throws -> AcceptReceipt.Answer {
        do {
            return try store.perform(receipt)
        } catch StoreError.conflict(.receiptOfOtherScans) {
            throw DeliveryProblem(.badReceipt, "answers other scans than the bundle has")
        }
    }
}

extension ScanReceipt {
    /// Nil for a line that names no scan.
    fileprivate init?(_ line: BundleReceipt.Line) {
        guard let scan = line.id else { return nil }
        self.init(scan: scan, result: .init(line.result), reason: line.reason)
    }
}

extension ScanReceipt.Result {
    fileprivate init(_ result: BundleReceipt.Result) {
        switch result {
        case .accepted: self = .accepted
        case .duplicate: self = .duplicate
        case .refused: self = .refused
        }
    }
}
