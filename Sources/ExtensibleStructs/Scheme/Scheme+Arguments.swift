extension Scheme {
  /// What happens to a NULL pointer.
  public enum NullPointer: Hashable, Sendable {
    /// It is read like any other, and faults where memory is first touched: sizes are judged before.
    case faultsWhenRead
    /// It fails the call before anything else is looked at.
    case rejectedFirst(LinuxErrno)
    /// It fails the call once the size has passed, as in `PIDFD_GET_INFO`.
    case rejectedAfterSize(LinuxErrno)
    /// It is taken once the size has passed: the call goes on without a struct, as `NS_MNT_GET_NEXT` does.
    case takenAfterSize
    /// It is taken with a size of 0: the call goes on without a struct, as `open_tree_attr` does. With another size it
    /// fails the call before anything else is looked at.
    case takenWithoutSize(otherwise: LinuxErrno)
  }

  /// What a kernel makes of flags that are an argument of the call, beside the pointer to the struct.
  public enum FlagsArgument: Hashable, Sendable {
    /// There are none, or they are not modelled.
    case none
    /// Those not in `known` fail the call before anything else is looked at.
    case rejectedFirst(known: UInt64, LinuxErrno)
    /// Those not in `known` fail the call once the struct was copied, as in `cachestat`.
    case rejectedAfterCopy(known: UInt64, LinuxErrno)
  }
}
