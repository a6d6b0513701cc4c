/// Which bundles stand on a stick now.
struct CarriedInput: Decodable {
    let bundles: [String]
}
