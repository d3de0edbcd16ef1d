/// Headers in the place of a C library's, for the kernel's headers that include some, and of those that `make
/// headers_install` takes out of a header of the kernel's sources: they declare the few names that the kernel's headers
/// use, most of them by including other headers of the kernel.
///
/// clang finds them through an overlay of its file system. Both are files in memory, which clang gets as descriptors.
enum LibraryStubs {
  /// The folder that clang finds them in, which no file system has.
  static let folder = "/extstruct-libc"
  /// The files in memory, in the order of their descriptors from 3 on.
  static let files = [Array(overlay.utf8), Array(text.utf8)]
  /// What clang is given.
  static let arguments = ["-ivfsoverlay", "/dev/fd/3", "-isystem", folder]

  private static let names = [
    "arpa/inet.h", "endian.h", "errno.h", "linux/compiler.h", "linux/compiler_types.h", "net/if.h",
    "netinet/if_ether.h", "netinet/in.h", "signal.h", "stdio.h", "stdlib.h", "string.h", "sys/ioctl.h",
    "sys/socket.h", "sys/time.h", "sys/types.h", "time.h", "unistd.h",
  ]

  private static var overlay: String {
    let files = names.map { "{\"type\":\"file\",\"name\":\"\($0)\",\"external-contents\":\"/dev/fd/4\"}" }
    return """
      {"version":0,"case-sensitive":"true","roots":[
      {"type":"directory","name":"\(folder)","contents":[\(files.joined(separator: ","))]}]}
      """
  }

  /// One text for all of them.
  private static let text = """
    #ifndef EXTSTRUCT_LIBC
    #define EXTSTRUCT_LIBC
    #include <stddef.h>
    #include <stdint.h>
    #if __has_include(<asm/byteorder.h>)
    #include <asm/byteorder.h>
    #endif
    #if __has_include(<linux/ioctl.h>)
    #include <linux/ioctl.h>
    #endif
    #if __has_include(<linux/time.h>)
    #include <linux/time.h>
    #endif
    #if __has_include(<linux/socket.h>)
    #include <linux/socket.h>
    #endif
    typedef unsigned char u_char;
    typedef unsigned short u_short;
    typedef unsigned int u_int;
    typedef unsigned long u_long;
    typedef __kernel_ulong_t ino_t;
    typedef __kernel_off_t off_t;
    typedef __kernel_pid_t pid_t;
    typedef unsigned short sa_family_t;
    typedef __kernel_long_t time_t;
    typedef char *caddr_t;
    typedef unsigned int socklen_t;
    struct sockaddr {
      sa_family_t sa_family;
      char sa_data[14];
    };
    struct sockaddr_storage {
      sa_family_t ss_family;
      char ss_data[126];
    } __attribute__((aligned(sizeof(void *))));
    #ifndef __BYTE_ORDER
    #define __BYTE_ORDER __BYTE_ORDER__
    #endif
    #endif

    """
}
