import CReference

/// One piece of work, callable from C's loop. What its pointers lead to, a ``Workspace`` keeps alive.
@safe
struct Function {
  let call: cref_function

  init(_ call: cref_function) { unsafe self.call = call }
}

/// The work in C.
enum CWork {
  static let nothing = unsafe Function(cref_nothing)
  static let zeroWords = unsafe Function(cref_zero_words_work)
  static let zeroBlocks = unsafe Function(cref_zero_blocks_work)
  static let copyStruct = unsafe Function(cref_copy_struct_work)
  static let encodeSizePrefixed = unsafe Function(cref_size_prefixed_encode)
  static let decodeSizePrefixed = unsafe Function(cref_size_prefixed_decode)
  static let encodeStaticPad = unsafe Function(cref_static_pad_encode)
  static let decodeStaticPad = unsafe Function(cref_static_pad_decode)
  static let encodeFlagFirst = unsafe Function(cref_flag_first_encode)
  static let decodeFlagFirst = unsafe Function(cref_flag_first_decode)
}
