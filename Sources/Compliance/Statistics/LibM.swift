#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The few functions of the C library that statistics need, and what is made of them.
enum LibM {
    /// eˣ.
    static func exponential(_ x: Double) -> Double { exp(x) }

    /// ln x.
    static func logarithm(_ x: Double) -> Double { log(x) }

    /// The share of a standard normal distribution that lies above `z`.
    static func normalTail(above z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    /// Where the standard normal distribution has this share above it: the inverse of ``normalTail(above:)``, by
    /// bisection.
    static func normalPoint(above share: Double) -> Double {
        var (low, high) = (-40.0, 40.0)
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if normalTail(above: middle) > share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    static func arcsine(_ x: Double) -> Double { asin(x) }

    static func sine(_ x: Double) -> Double { sin(x) }

    /// ln n!, by Stirling's series from 20 up (error below 1e-16 relative), by multiplication below.
    static func logFactorial(_ n: Int) -> Double {
        n >= 0 && n < logFactorials.count ? logFactorials[n] : computedLogFactorial(n)
    }

    /// Tests and what they can see ask for the same few a million times.
    private static let logFactorials = (0..<1_024).map(computedLogFactorial)

    private static func computedLogFactorial(_ n: Int) -> Double {
        guard n >= 20 else {
            return n < 2 ? 0 : log((2...n).reduce(1.0) { $0 * Double($1) })
        }
        let x = Double(n)
        let inverse = 1 / x
        let square = inverse * inverse
        let series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square / 1680.0)))
        return x * log(x) - x + 0.5 * log(2 * Double.pi * x) + series
    }

    /// ln of the number of ways to choose `k` of `n`.
    static func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }
}
