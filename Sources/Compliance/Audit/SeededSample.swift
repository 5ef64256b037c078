/// A simple random sample without replacement that anybody can draw again from the population's numbers and a seed.
///
/// 1. Number the population from 1 in its order.
/// 2. Let `state` be the seed. A draw adds 0x9E3779B97F4A7C15 to `state` and mixes it (SplitMix64: Steele, Lea, Flood,
///    "Fast Splittable Pseudorandom Number Generators", 2014); all arithmetic is modulo 2^64.
/// 3. For i = 0, 1, … as many as the sample has: of the n − i numbers that are left from place i on, draw one: a draw
///    at or beyond the largest multiple of n − i up to 2^64 is thrown away; of the first other one, the remainder by
///    n − i is the place behind i. Swap it to place i.
/// 4. The sample are the numbers at the first places.
package struct SeededSample: Sendable, Equatable {
    package let seed: UInt64
    /// How many there were to draw from.
    package let population: Int
    /// Numbers of the population, from 1, in ascending order.
    package let numbers: [Int]

    /// A population no larger than `size` is taken whole.
    package init(of size: Int, from population: Int, seed: UInt64) {
        self.seed = seed
        self.population = population
        guard size < population else {
            numbers = population > 0 ? Array(1...population) : []
            return
        }
        var generator = SplitMix64(state: seed)
        var all = Array(1...population)
        for place in 0..<max(0, size) {
            let left = UInt64(population - place)
            all.swapAt(place, place + Int(generator.next(below: left)))
        }
        numbers = all.prefix(max(0, size)).sorted()
    }
}

/// The generator of ``SeededSample``.
struct SplitMix64: Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Every number below `bound` is as likely as any other; `bound` is 1 or more.
    mutating func next(below bound: UInt64) -> UInt64 {
        // 2^64 modulo bound: so many of the highest draws would favour the lowest remainders.
        let surplus = (UInt64.max % bound + 1) % bound
        while true {
            let draw = next()
            if surplus == 0 || draw <= UInt64.max - surplus { return draw % bound }
        }
    }
}
