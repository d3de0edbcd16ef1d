#if canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

// Functions of the C library whose names mean something else inside `System`.

func openFile(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags) }

func closeFile(_ descriptor: Int32) -> Int32 { close(descriptor) }

@unsafe func readFile(_ descriptor: Int32, _ target: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  unsafe read(descriptor, target, count)
}

@unsafe func writeFile(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, source, count)
}

@unsafe func waitForEvents(_ polled: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32)
  -> Int32
{
  unsafe poll(polled, nfds_t(count), milliseconds)
}

func endProcess(_ status: Int32) -> Never { exit(status) }
