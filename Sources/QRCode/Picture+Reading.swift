extension Picture {
    /// What the QR codes in the picture say, each text once; none where there is none that can be read.
    ///
    /// A large photo is read best at about a thousand dots a side, then smaller, then larger; the first size that shows
    /// a code ends the search. No further size is begun after `budget`.
    ///
    /// - Throws: ``PictureError`` for a JPEG that turns out to be damaged.
    package func texts(budget: Duration = .milliseconds(300)) throws(PictureError) -> [String] {
        let start = ContinuousClock.now
        for divisor in divisors where divisor == divisors.first || ContinuousClock.now - start < budget {
            let texts = try reduced(by: divisor).texts(isPatient: longSide > Picture.frameSide)
            if !texts.isEmpty { return texts }
        }
        return []
    }

    /// A picture no larger than this is a frame of a camera: the next one comes at once, so that one look is enough.
    private static let frameSide = 640
    /// Where a photo shows its codes best.
    private static let bestSide = 1_200

    private var divisors: [Int] {
        let best = [1, 2, 4].first { longSide / $0 <= Picture.bestSide } ?? 8
        return longSide <= Picture.frameSide ? [1] : [best, best * 2, best / 2].filter { (1...8).contains($0) }
    }
}
