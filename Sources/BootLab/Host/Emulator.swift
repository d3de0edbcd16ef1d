/// A running emulator: its process, and the pipes that lead from it.
struct Emulator: ~Copyable {
  let process: Int32
  /// What the guest's kernel writes to its console.
  let console: Int32
  /// What the emulator itself complains of.
  let complaints: Int32
  /// The frames of the guest.
  let link: Int32

  /// Starts an emulator with an archive as the guest's first file system.
  init(_ command: [String], archive: [UInt8]) throws(SystemFailure) {
    var ours: [Int32] = []
    var theirs: [Int32] = []
    defer { for descriptor in theirs { System.close(descriptor) } }
    do throws(SystemFailure) {
      theirs.append(try System.open("/dev/null"))
      for _ in 0..<3 {
        let pipe = try System.pipe()
        ours.append(pipe.reading)
        theirs.append(pipe.writing)
      }
      theirs.append(try System.memoryFile(archive))
      let environment = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { name in
        System.environment(name).map { "\(name)=\($0)" }
      }
      process = try System.start(
        command[0], command, environment: environment, descriptors: theirs, tied: true)
    } catch {
      for descriptor in ours { System.close(descriptor) }
      throw error
    }
    (console, complaints, link) = (ours[0], ours[1], ours[2])
  }

  /// Kills the emulator, waits for its end, and closes the pipes.
  deinit {
    _ = System.end(process)
    for descriptor in [console, complaints, link] { System.close(descriptor) }
  }
}
