/// What came of reading many headers.
public struct HeaderBatches: Sendable {
  /// What was read. Headers that agree with each other were read together: ``CDeclarations/headers`` has their names, and
  /// ``CRecord/header`` says which of them declares a struct.
  public var declarations: [CDeclarations] = []
  /// The headers that do not compile alone, and why.
  public var refused: [(header: HeaderSource, error: DeclarationReadError)] = []
}

extension HeaderReader {
  /// Reads many headers, several in one run of clang, which takes about a tenth of the time of reading them one by one.
  ///
  /// Headers that do not compile together, or define one macro differently, are read apart. One that does not compile
  /// alone is refused, and the others are read all the same.
  ///
  /// - Parameters:
  ///   - headers: what to read.
  ///   - together: how many headers may share a run.
  ///   - progress: called with how many of the headers are done.
  /// - Throws: what hinders all headers alike, such as a clang that cannot be started.
  public func readAll(
    _ headers: [HeaderSource], together: Int = 24, progress: (Int) -> Void = { _ in }
  ) throws(DeclarationReadError) -> HeaderBatches {
    var result = HeaderBatches()
    var done = 0
    // The last one is read first: halves are put back in their order.
    var pending: [ArraySlice<HeaderSource>] = []
    for start in stride(from: 0, to: headers.count, by: max(together, 1)).reversed() {
      pending.append(headers[start..<min(start + max(together, 1), headers.count)])
    }
    while let batch = pending.popLast() {
      do throws(DeclarationReadError) {
        result.declarations.append(try read(Array(batch), refusesConflicts: batch.count > 1))
      } catch {
        switch error {
        case .noClang, .system, .tooMuchOutput: throw error
        case .refused, .badName, .malformed: break
        }
        if batch.count > 1 {
          let middle = batch.startIndex + batch.count / 2
          pending += [batch[middle...], batch[..<middle]]
          continue
        }
        result.refused += batch.map { ($0, error) }
      }
      done += batch.count
      progress(done)
    }
    return result
  }
}
