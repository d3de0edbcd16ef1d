import Foundation
import TestSupport
import Testing

/// `extstruct eval`: cases with answers worked out by hand from the facts.
struct EvalTests {
  static let zeros56 = String(repeating: "00", count: 56)

  static let cases: [(String, String)] = [
    // The tail is looked at before the head: non-zero wins over an unmapped head only where it is reached.
    (
      #"{"interface":"copy_struct_from_user","id":7,"ksize":8,"usize":12,"memory":"0102030405060708000000ff"}"#,
      #"{"id":7,"result":"E2BIG","basis":"ran","memory":"0102030405060708000000ff","fetches":[["check_zeroed_user",8,4]]}"#
    ),
    (
      #"{"interface":"copy_struct_from_user","ksize":8,"usize":4,"memory":"01020304"}"#,
      #"{"result":"OK","basis":"ran","kernelStruct":"0102030400000000","memory":"01020304","fetches":[["copy_from_user",0,4]]}"#
    ),
    (
      #"{"interface":"copy_struct_from_user","ksize":2,"usize":6,"memory":"010200ff","mapped":4}"#,
      #"{"result":"E2BIG","basis":"ran","memory":"010200ff","fetches":[["check_zeroed_user",2,4]]}"#
    ),
    (
      #"{"interface":"copy_struct_from_user","ksize":2,"usize":6,"memory":"01020000","mapped":4}"#,
      #"{"result":"EFAULT","basis":"ran","memory":"01020000","fetches":[["check_zeroed_user",2,4]]}"#
    ),
    (
      #"{"interface":"check_zeroed_user","offset":1,"length":2,"memory":"ff0000ff"}"#,
      #"{"result":"OK","basis":"ran","memory":"ff0000ff","value":1,"fetches":[["check_zeroed_user",1,2]]}"#
    ),
    (
      #"{"interface":"check_zeroed_user","offset":1,"length":3,"memory":"ff0000ff"}"#,
      #"{"result":"OK","basis":"ran","memory":"ff0000ff","value":0,"fetches":[["check_zeroed_user",1,3]]}"#
    ),
    // The tail is cleared first, so a fault leaves a visible partial write.
    (
      #"{"interface":"copy_struct_to_user","kernelStruct":"0102","usize":6,"memory":"ffffffffff","mapped":4}"#,
      #"{"result":"EFAULT","basis":"ran","memory":"ffff0000","fetches":[]}"#
    ),
    (
      #"{"interface":"copy_struct_to_user","kernelStruct":"01020304","usize":2,"memory":"ffffff"}"#,
      #"{"result":"OK","basis":"ran","memory":"0102ff","fetches":[]}"#
    ),
    // Size 0 means VER0; below VER0 the kernel's size is written back; a failing write-back is ignored.
    (
      #"{"interface":"sched_setattr","memory":"01","mapped":8}"#,
      #"{"result":"E2BIG","basis":"ran","memory":"3800000000000000","fetches":[["get_user",0,4]]}"#
    ),
    (
      #"{"interface":"sched_setattr","memory":"01","mapped":8,"writable":false}"#,
      #"{"result":"E2BIG","basis":"ran","memory":"0100000000000000","fetches":[["get_user",0,4]]}"#
    ),
    (
      #"{"interface":"sched_setattr","memory":"01","mapped":8,"release":"4.0"}"#,
      #"{"result":"E2BIG","basis":"source","memory":"3000000000000000","fetches":[["get_user",0,4]]}"#
    ),
    (
      #"{"interface":"sched_setattr","pointer":"null","memory":""}"#,
      #"{"result":"EINVAL","basis":"ran","memory":"","fetches":[]}"#
    ),
    (
      #"{"interface":"kvm_set_user_memory_region2","release":"6.1","memory":"","mapped":0}"#,
      #"{"result":"ENOTTY","basis":"ran","memory":"","fetches":[]}"#
    ),
    // The flags are an `unsigned int`: bit 32 never reaches the kernel.
    (
      #"{"interface":"statmount","flags":4294967296,"memory":"180000000000000000ffffffffffff7f0000000000000000"}"#,
      #"{"result":"OK","basis":"ran","kernelStruct":"180000000000000000ffffffffffff7f00000000000000000000000000000000","memory":"180000000000000000ffffffffffff7f0000000000000000","fetches":[["get_user",0,4],["copy_from_user",0,24]]}"#
    ),
    // A size beyond the 14 bits of an ioctl number makes no number that a kernel knows.
    (
      #"{"interface":"pidfd_get_info","usize":16384,"mapped":1,"kernelStruct":""}"#,
      #"{"result":"ENOTTY","basis":"ran","memory":"00","fetches":[]}"#
    ),
    // Nobody is asked for the privilege between the size and the copy: nothing is fetched.
    (
      #"{"interface":"mount_setattr","release":"6.18.44","usize":32,"mapped":0,"pointer":"null","privileged":false}"#,
      #"{"result":"EPERM","basis":"ran","memory":"","fetches":[]}"#
    ),
    // A 32-bit program's size_t has 32 bits.
    (
      #"{"interface":"openat2","release":"6.18.44","usize":4294967319,"memory":"","mapped":1,"abi":"i386"}"#,
      #"{"result":"EINVAL","basis":"ran","memory":"00","fetches":[]}"#
    ),
    (
      #"{"interface":"landlock_create_ruleset","release":"6.18.44","usize":0,"pointer":"null","flags":1}"#,
      #"{"result":"OK","basis":"ran","memory":"","value":7,"fetches":[]}"#
    ),
    (
      #"{"interface":"landlock_create_ruleset","release":"6.18.44","usize":8,"mapped":0,"pointer":"null","flags":1}"#,
      #"{"result":"EINVAL","basis":"ran","memory":"","fetches":[]}"#
    ),
    // The flags argument is judged before the size is fetched.
    (
      #"{"interface":"sched_setattr","memory":"01","mapped":8,"flags":1}"#,
      #"{"result":"EINVAL","basis":"ran","memory":"0100000000000000","fetches":[]}"#
    ),
    (
      #"{"interface":"kvm_set_user_memory_region2","memory":"","mapped":4}"#,
      #"{"result":"EFAULT","basis":"ran","memory":"00000000","fetches":[["copy_from_user",0,160]]}"#
    ),
  ]

  @Test(arguments: cases)
  func `a case is answered`(_ given: String, _ expected: String) throws {
    let run = try Extstruct.run("eval", input: given + "\n")
    #expect(run.lines == [expected])
    #expect(run.status == 0)
  }

  @Test func `sched_getattr leaves the tail alone before 6.13 and zeroes it since`() throws {
    let tail = "ffffffff"
    let user = String(repeating: "ff", count: 56) + tail
    func answer(_ release: String) throws -> String {
      let run = try Extstruct.run(
        "eval",
        input: #"{"interface":"sched_getattr","usize":60,"release":"\#(release)","memory":"\#(user)"}"# + "\n"
      )
      return try #require(run.lines.first)
    }
    let head = "38" + String(repeating: "00", count: 55)
    #expect(try answer("6.1").contains(#""memory":"\#(head)ffffffff""#))
    #expect(try answer("6.12.30").contains(#""memory":"\#(head)ffffffff""#))
    #expect(try answer("6.13.1").contains(#""memory":"\#(head)00000000""#))
  }

  static let malformed: [(String, String)] = [
    ("{", "column 2"),
    ("[]", "object"),
    (#"{"interface":"sched_setatr"}"#, "did you mean 'sched_setattr'"),
    (#"{"memory":"00"}"#, "interface: missing"),
    (#"{"interface":"sched_setattr","memory":"0"}"#, "memory: an odd number of hex digits"),
    (#"{"interface":"sched_setattr","memory":"0g"}"#, "memory: no hex digit in byte 0"),
    (#"{"interface":"sched_setattr","usize":48}"#, "usize: not wanted here"),
    (#"{"interface":"sched_setattr","ksize":47}"#, "ksize: sched_setattr: a kernel's struct of 47 bytes"),
    (#"{"interface":"sched_setattr","mapped":-1}"#, "mapped: -1 is negative"),
    (#"{"interface":"sched_setattr","mapped":16777217}"#, "mapped: 16777217 is over 16 MiB"),
    (#"{"interface":"sched_setattr","mapped":99999999999999999999}"#, "does not fit 64 bits"),
    (#"{"interface":"sched_setattr","mapped":1.0}"#, "mapped"),
    (#"{"interface":"sched_setattr","release":"6"}"#, "release: '6' is no release"),
    (#"{"interface":"sched_setattr","pointer":"wild"}"#, "pointer: 'wild' is none of"),
    (#"{"interface":"sched_setattr","ksiz":56}"#, "did you mean 'ksize'"),
    (#"{"interface":"sched_setattr","misalignment":1}"#, "unknown key 'misalignment'"),
    (#"{"interface":"copy_struct_from_user","usize":4}"#, "ksize: missing"),
    (#"{"interface":"copy_struct_from_user","ksize":4,"usize":4,"offset":1}"#, "offset: not wanted here"),
    (#"{"interface":"copy_struct_to_user","usize":4,"length":1}"#, "length: not wanted here"),
    (#"{"interface":"check_zeroed_user","length":1,"flags":1}"#, "flags: not wanted here"),
    (#"{"interface":"clone3","usize":88,"flags":1}"#, "flags: not wanted here"),
    (#"{"interface":"check_zeroed_user"}"#, "length: missing"),
    // What no fact describes is never an errno.
    (
      #"{"interface":"perf_event_open","release":"4.19","memory":"00"}"#,
      "release: perf_event_open in 4.19 is not described: reserved words"
    ),
    (
      #"{"interface":"openat2","release":"99.0","usize":24,"memory":"00"}"#,
      "release: openat2 in 99.0 is not described: the newest release that is, is 7.3"
    ),
    // A size that needs memory, and more of it than is laid out.
    (
      #"{"interface":"openat2","release":"5.8","usize":1099511627776,"memory":"00"}"#,
      "usize: 1099511627776 bytes would have to be mapped for this answer"
    ),
    (#"{"interface":"copy_struct_from_user","ksize":4,"usize":99999999}"#, "usize: 99999999 is over 16 MiB"),
    (#"{"interface":"openat2","usize":18446744073709551616}"#, "does not fit 64 bits"),
    (#"{"interface":"openat2","usize":-1}"#, "usize"),
  ]

  /// A struct of so many zero bytes, in hex.
  private static func zeros(_ count: Int) -> String { String(repeating: "00", count: count) }

  static let wide: [(String, String)] = [
    // Nothing has to be there for a size above the maximum to be refused.
    (
      #"{"interface":"openat2","release":"6.18","usize":18446744073709551615,"memory":"\#(zeros(24))"}"#,
      #"{"result":"E2BIG","basis":"ran","memory":"\#(zeros(24))","fetches":[]}"#
    ),
    // Where there was no maximum, the range leaves the address space.
    (
      #"{"interface":"openat2","release":"5.8","usize":18446744073709551615,"memory":"\#(zeros(24))"}"#,
      #"{"result":"EFAULT","basis":"source","memory":"\#(zeros(24))","fetches":[]}"#
    ),
    (
      #"{"interface":"openat2","release":"5.8","usize":1099511627776,"memory":"\#(zeros(24))01"}"#,
      #"{"result":"E2BIG","basis":"source","memory":"\#(zeros(24))01","fetches":[["check_zeroed_user",24,1099511627752]]}"#
    ),
    // An `unsigned int` size, and `unsigned int` flags: of a register of 64 bits the kernel sees 32.
    (
      #"{"interface":"sched_getattr","usize":4294967344,"memory":"\#(zeros(48))"}"#,
      #"{"result":"OK","basis":"ran","memory":"30000000\#(zeros(44))","fetches":[]}"#
    ),
    (
      #"{"interface":"statmount","flags":4294967296,"memory":"18000000000000000000008000000001\#(zeros(8))"}"#,
      #"{"result":"OK","basis":"ran","kernelStruct":"18000000000000000000008000000001\#(zeros(16))","memory":"18000000000000000000008000000001\#(zeros(8))","fetches":[["get_user",0,4],["copy_from_user",0,24]]}"#
    ),
    // access_ok refuses what no address space holds, before a byte is looked at; what one holds is looked at.
    (
      #"{"interface":"copy_struct_from_user","usize":18446744073709551615,"ksize":1,"mapped":4,"memory":"0101"}"#,
      #"{"result":"EFAULT","basis":"ran","memory":"01010000","fetches":[["check_zeroed_user",1,9223372036854775806]]}"#
    ),
    (
      #"{"interface":"copy_struct_from_user","usize":1099511627776,"ksize":1,"mapped":4,"memory":"0101"}"#,
      #"{"result":"E2BIG","basis":"ran","memory":"01010000","fetches":[["check_zeroed_user",1,1099511627775]]}"#
    ),
    (
      #"{"interface":"copy_struct_to_user","usize":18446744073709551615,"kernelStruct":"01","mapped":4}"#,
      #"{"result":"EFAULT","basis":"ran","memory":"00000000","fetches":[]}"#
    ),
    // A pidfd that takes no argument refuses one before it looks at the command.
    (
      #"{"interface":"pidfd_get_info","release":"6.12.107","usize":64,"memory":"07","mapped":2}"#,
      #"{"result":"EINVAL","basis":"ran","memory":"0700","fetches":[]}"#
    ),
    (
      #"{"interface":"pidfd_get_info","release":"6.12.107","usize":64,"memory":"","pointer":"null","mapped":0}"#,
      #"{"result":"ENOTTY","basis":"ran","memory":"","fetches":[]}"#
    ),
    (
      #"{"interface":"bpf","release":"5.15","usize":4,"memory":"01000000"}"#,
      #"{"result":"OK","basis":"source","kernelStruct":"01000000\#(zeros(124))","memory":"01000000","fetches":[["copy_from_user",0,4]]}"#
    ),
  ]

  @Test(arguments: wide)
  func `sizes and flags of 64 bits, and calls of older releases`(_ given: String, _ expected: String) throws {
    let run = try Extstruct.run("eval", input: given + "\n")
    #expect(run.lines == [expected])
    #expect(run.status == 0)
  }

  @Test(arguments: malformed)
  func `a malformed line says what is wrong, and the others are answered`(_ line: String, _ reason: String)
    throws
  {
    let good = #"{"interface":"check_zeroed_user","length":0}"#
    let run = try Extstruct.run("eval", input: "\(good)\n\(line)\n\(good)")
    #expect(run.status == 2)
    #expect(run.lines.count == 3)
    let answer = #"{"result":"OK","basis":"ran","memory":"","value":1,"fetches":[["check_zeroed_user",0,0]]}"#
    #expect(run.lines.first == answer && run.lines.last == answer)
    let error = try #require(run.lines.dropFirst().first)
    #expect(error.contains(reason), "\(error)")
    #expect(error.hasSuffix(#""line":2}"#), "\(error)")
  }

  @Test func `a file that is not there is named`() throws {
    let run = try Extstruct.run("eval", "no/such/file")
    #expect(run.status == 2)
    #expect(run.error.contains("no/such/file"))
    #expect(run.output.isEmpty)
  }
}
