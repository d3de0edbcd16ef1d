import TestSupport
import Testing

@Suite("The naive kernels, by hand-made values")
struct NaiveKernelTests {
  /// Four bytes of flags; two more behind bit 1 of them. A kernel of either version.
  static let plain = Shape(sizes: [4, 6], gates: [0, 2], flags: (0, 4), known: 1, reserved: [5..<6])
  /// A size, flags, then a byte behind bit 1.
  static let sized = Shape(
    sizes: [2, 3], gates: [0, 2], flags: (1, 1), known: 5, size: (0, 1), conflicts: [(1, 4)])

  @Test func `static pad`() {
    func answer(_ bytes: [UInt8], version: Int = 1, checked: Bool = false, usize: UInt64 = 8) -> Verdict {
      Reference.staticPad(
        Self.plain, version: version, padded: 8, checked: checked, usize: usize, NaiveMemory(bytes))
    }
    #expect(answer([2, 0, 0, 0, 9, 0, 0, 0]).kernel == [2, 0, 0, 0, 9, 0, 0, 0])
    #expect(answer([2, 0, 0, 0, 9, 0, 0, 0], version: 0).check == "unknownFlag")
    #expect(answer([0, 0, 0, 0, 9, 0, 0, 0]).errno == nil)
    #expect(answer([0, 0, 0, 0, 9, 0, 0, 0], checked: true).check == "closedGate")
    #expect(answer([2, 0, 0, 0, 0, 9, 0, 0], checked: true).at == 5)
    #expect(answer([0, 0, 0, 0, 9, 0, 0, 0], version: 0, checked: true).check == "pad")
    #expect(answer([2, 0, 0, 0, 9, 0, 0]).errno == 14)
    #expect(answer([2, 0, 0, 0, 9, 0, 0, 0], usize: 6).errno == 25)
  }

  @Test(arguments: [
    (bytes: [3, 2, 9] as [UInt8], check: "", after: [3, 2, 9] as [UInt8]),
    ([0, 1], "", [0, 1]),
    ([1, 1], "minimum", [3, 1]),
    ([2, 2], "flagBeyondSize", [2, 2]),
    ([3, 5, 0], "flagConflict", [3, 5, 0]),
    ([3, 8, 0], "unknownFlag", [3, 8, 0]),
    ([4, 2, 9, 1], "tail", [3, 2, 9, 1]),
    ([4, 2, 9], "tail", [4, 2, 9]),
    ([], "firstFetch", []),
  ])
  func `size prefixed`(bytes: [UInt8], check: String, after: [UInt8]) {
    let answer = Reference.sizePrefixed(Self.sized, version: 1, NaiveMemory(bytes))
    #expect(answer.check == check)
    #expect(answer.memory.bytes == after)
    let other = Reference.sizeAndFlagFirst(Self.sized, version: 1, NaiveMemory(bytes))
    #expect(other == answer)
  }

  @Test func `a fault on the way back is ignored`() {
    let answer = Reference.sizePrefixed(Self.sized, version: 1, NaiveMemory([1, 1], isWritable: false))
    #expect(answer.errno == 7 && answer.memory.bytes == [1, 1])
  }

  @Test func `flag first`() {
    func answer(_ bytes: [UInt8], version: Int = 1) -> Verdict {
      Reference.flagFirst(Self.plain, version: version, NaiveMemory(bytes))
    }
    #expect(answer([1, 0, 0, 0]).kernel == [1, 0, 0, 0, 0, 0])
    #expect(answer([2, 0, 0, 0, 7, 8]).kernel == [2, 0, 0, 0, 7, 8])
    #expect(answer([1, 0, 0, 0, 7, 8]).kernel == [1, 0, 0, 0, 0, 0])
    #expect(answer([2, 0, 0, 0, 7]).at == 5)
    #expect(answer([2, 0, 0, 0, 7, 8], version: 0).check == "unknownFlag")
    #expect(answer([2, 0, 0]).check == "firstFetch")
  }

  @Test func `new ioctl and size outside`() {
    let memory = NaiveMemory([2, 0, 0, 0, 7, 8])
    #expect(Reference.newIoctl(Self.plain, version: 1, usize: 5, memory).errno == 25)
    #expect(Reference.newIoctl(Self.plain, version: 0, usize: 6, memory).errno == 25)
    #expect(Reference.newIoctl(Self.plain, version: 1, usize: 4, memory).check == "flagBeyondSize")
    #expect(Reference.newIoctl(Self.plain, version: 1, usize: 6, memory).kernel == [2, 0, 0, 0, 7, 8])
    func outside(_ usize: UInt64) -> Verdict {
      Reference.sizeOutside(Self.plain, version: 1, hasMaximum: true, usize: usize, memory)
    }
    #expect(outside(3).check == "minimum" && outside(4097).errno == 7 && outside(7).errno == 14)
    #expect(outside(5).check == "flagBeyondSize" && outside(6).flags == 2)
  }
}
