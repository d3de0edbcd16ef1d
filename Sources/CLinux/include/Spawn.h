#ifndef CLINUX_SPAWN_H
#define CLINUX_SPAWN_H

// What the boot lab needs of the C library and cannot call from Swift.
#include <stddef.h>
#include <stdint.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>

static const int64_t clinux_SYS_mount = SYS_mount;
static const int64_t clinux_SYS_finit_module = SYS_finit_module;
static const int64_t clinux_SYS_reboot = SYS_reboot;
static const int64_t clinux_SYS_memfd_create = SYS_memfd_create;
static const int64_t clinux_SYS_pipe2 = SYS_pipe2;

// Starts a program in a process group of its own, and answers its process id or an errno negated.
//
// arguments and environment are strings, each with its zero byte, one after the other. descriptors become the
// program's 0, 1, 2 ...; it gets no other. No signal is blocked there and none is ignored. death_signal, if it
// is not 0, is sent to the program when the calling thread ends, however it ends.
int64_t clinux_spawn(const char *path, const char *arguments, size_t argument_count, const char *environment,
                     size_t environment_count, const int32_t *descriptors, size_t descriptor_count,
                     int32_t death_signal);

#endif
