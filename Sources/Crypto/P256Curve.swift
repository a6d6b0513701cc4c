internal import COpenSSL

/// The arithmetic of P-256, by libcrypto (`EC_GROUP`).
final class P256Curve {
    private let group: OpaquePointer
    private let context: OpaquePointer

    init() throws(CryptoError) {
        guard let group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1) else { throw .outOfMemory }
        guard let context = BN_CTX_secure_new() else {
            EC_GROUP_free(group)
            throw .outOfMemory
        }
        (self.group, self.context) = (group, context)
    }

    deinit {
        BN_CTX_free(context)
        EC_GROUP_free(group)
    }

    /// The scalar times the point, or times the generator for nil; both points uncompressed (`EC_POINT_mul`).
    ///
    /// Nil for a scalar outside 1…n-1 and for bytes that are no point of the curve.
    func multiplied(_ scalar: [UInt8], _ point: [UInt8]?) throws(CryptoError) -> [UInt8]? {
        guard let number = BN_secure_new(), let result = EC_POINT_new(group), let base = EC_POINT_new(group) else {
            throw .outOfMemory
        }
        defer {
            BN_clear_free(number)
            EC_POINT_clear_free(result)
            EC_POINT_free(base)
        }
        guard BN_bin2bn(scalar, CInt(scalar.count), number) != nil else { throw .outOfMemory }
        guard BN_is_zero(number) == 0, BN_cmp(number, EC_GROUP_get0_order(group)) < 0 else { return nil }
        if let point {
            guard EC_POINT_oct2point(group, base, point, point.count, context) == 1,
                EC_POINT_mul(group, result, nil, base, number, context) == 1
            else { return nil }
        } else {
            guard EC_POINT_mul(group, result, number, nil, nil, context) == 1 else { return nil }
        }
        return bytes(of: result)
    }

    /// Nil for the point at infinity.
    private func bytes(of point: OpaquePointer) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: P256Key.publicKeyLength)
        let length = EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, context)
        return length == bytes.count ? bytes : nil
    }
}
