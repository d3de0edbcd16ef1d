#ifndef CLINUX_H
#define CLINUX_H

// The few kernel entry points that Swift cannot import from the C library's headers.
#include <linux/kvm.h>
#include <linux/userfaultfd.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>

#include "Compat.h"
#include "Spawn.h"
#include "Trace.h"

// A system call by its number. Answers what the kernel answered: a result, or the errno negated.
int64_t clinux_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f);

// The numbers of the system calls made from Swift, on this architecture.
static const int64_t clinux_SYS_getppid = SYS_getppid;
static const int64_t clinux_SYS_rt_sigprocmask = SYS_rt_sigprocmask;
static const int64_t clinux_SYS_openat = SYS_openat;
static const int64_t clinux_SYS_read = SYS_read;
static const int64_t clinux_SYS_write = SYS_write;
static const int64_t clinux_SYS_close = SYS_close;
static const int64_t clinux_SYS_ioctl = SYS_ioctl;
static const int64_t clinux_SYS_mmap = SYS_mmap;
static const int64_t clinux_SYS_munmap = SYS_munmap;
static const int64_t clinux_SYS_mprotect = SYS_mprotect;
static const int64_t clinux_SYS_dup3 = SYS_dup3;
static const int64_t clinux_SYS_fcntl = SYS_fcntl;
static const int64_t clinux_SYS_unshare = SYS_unshare;
static const int64_t clinux_SYS_ptrace = SYS_ptrace;
static const int64_t clinux_SYS_userfaultfd = SYS_userfaultfd;
static const int64_t clinux_SYS_semtimedop = SYS_semtimedop;
static const int64_t clinux_SYS_pidfd_open = SYS_pidfd_open;
static const int64_t clinux_SYS_prctl = SYS_prctl;
static const int64_t clinux_SYS_seccomp = SYS_seccomp;
static const int64_t clinux_SYS_io_uring_setup = SYS_io_uring_setup;
static const int64_t clinux_SYS_capget = SYS_capget;
static const int64_t clinux_SYS_capset = SYS_capset;
static const int64_t clinux_SYS_setgroups = SYS_setgroups;
static const int64_t clinux_SYS_setresgid = SYS_setresgid;
static const int64_t clinux_SYS_setresuid = SYS_setresuid;
static const int64_t clinux_SYS_epoll_create1 = SYS_epoll_create1;
static const int64_t clinux_SYS_socket = SYS_socket;
static const int64_t clinux_SYS_landlock_create_ruleset = SYS_landlock_create_ruleset;

// A system call that makes a child, in which it answers 0. The child does nothing but end, and is waited for. Answers
// the child's id, or the errno negated.
int64_t clinux_forking_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                               uint64_t f);

// The same of a child that is left to be waited for. The child runs on a copy of the caller's stack.
int64_t clinux_branching_syscall(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                                 uint64_t f);

// Waits for a child, whichever signal it ends with. Answers its status, or the errno negated.
int64_t clinux_reap(int32_t child);

// Lets the first process of the PID namespace that this thread has unshared begin and end, so that this thread
// makes no further process: ENOMEM is what the kernel answers from then on. Answers 0, or the errno negated.
int64_t clinux_end_pid_namespace(void);

// userfaultfd: its ioctls and its message, as the installed linux/userfaultfd.h has them.
static const uint32_t clinux_UFFDIO_API = UFFDIO_API;
static const uint32_t clinux_UFFDIO_REGISTER = UFFDIO_REGISTER;
static const uint32_t clinux_UFFDIO_UNREGISTER = UFFDIO_UNREGISTER;
static const uint32_t clinux_UFFDIO_COPY = UFFDIO_COPY;
static const uint64_t clinux_UFFD_API = 0xAA;
static const uint64_t clinux_UFFDIO_REGISTER_MODE_MISSING = 1;
static const uint8_t clinux_UFFD_EVENT_PAGEFAULT = UFFD_EVENT_PAGEFAULT;
enum { clinux_uffd_msg_size = sizeof(struct uffd_msg) };

// Where the parts of a vCPU's shared page are, as the installed linux/kvm.h lays them out.
enum {
  clinux_kvm_run_exit_reason = offsetof(struct kvm_run, exit_reason),
  clinux_kvm_run_io_direction = offsetof(struct kvm_run, io.direction),
  clinux_kvm_run_io_size = offsetof(struct kvm_run, io.size),
  clinux_kvm_run_io_port = offsetof(struct kvm_run, io.port),
  clinux_kvm_run_io_count = offsetof(struct kvm_run, io.count),
  clinux_kvm_run_io_data_offset = offsetof(struct kvm_run, io.data_offset),
  clinux_kvm_run_mmio_phys_addr = offsetof(struct kvm_run, mmio.phys_addr),
  clinux_kvm_run_mmio_data = offsetof(struct kvm_run, mmio.data),
  clinux_kvm_run_mmio_len = offsetof(struct kvm_run, mmio.len),
  clinux_kvm_run_mmio_is_write = offsetof(struct kvm_run, mmio.is_write),
  clinux_kvm_run_internal_suberror = offsetof(struct kvm_run, internal.suberror),
};

// Where the registers are that a processor in real mode is started with.
#if defined(__x86_64__)
enum {
  clinux_kvm_sregs_cs_base = offsetof(struct kvm_sregs, cs.base),
  clinux_kvm_sregs_cs_selector = offsetof(struct kvm_sregs, cs.selector),
  clinux_kvm_sregs_ds_base = offsetof(struct kvm_sregs, ds.base),
  clinux_kvm_sregs_ds_selector = offsetof(struct kvm_sregs, ds.selector),
  clinux_kvm_regs_rip = offsetof(struct kvm_regs, rip),
  clinux_kvm_regs_rflags = offsetof(struct kvm_regs, rflags),
};
#endif

// The ioctl numbers as linux/kvm.h's own macros make them, for Swift's table to be checked against. The two
// that came with Linux 6.8 are made here when the installed header is older.
struct clinux_bytes160 { uint8_t bytes[160]; };
struct clinux_bytes64 { uint8_t bytes[64]; };
#ifndef KVM_SET_USER_MEMORY_REGION2
#define KVM_SET_USER_MEMORY_REGION2 _IOW(KVMIO, 0x49, struct clinux_bytes160)
#endif
#ifndef KVM_CREATE_GUEST_MEMFD
#define KVM_CREATE_GUEST_MEMFD _IOWR(KVMIO, 0xd4, struct clinux_bytes64)
#endif
static const uint32_t clinux_KVM_GET_API_VERSION = KVM_GET_API_VERSION;
static const uint32_t clinux_KVM_CREATE_VM = KVM_CREATE_VM;
static const uint32_t clinux_KVM_CHECK_EXTENSION = KVM_CHECK_EXTENSION;
static const uint32_t clinux_KVM_GET_VCPU_MMAP_SIZE = KVM_GET_VCPU_MMAP_SIZE;
static const uint32_t clinux_KVM_CREATE_VCPU = KVM_CREATE_VCPU;
static const uint32_t clinux_KVM_GET_DIRTY_LOG = KVM_GET_DIRTY_LOG;
static const uint32_t clinux_KVM_SET_USER_MEMORY_REGION = KVM_SET_USER_MEMORY_REGION;
static const uint32_t clinux_KVM_SET_USER_MEMORY_REGION2 = KVM_SET_USER_MEMORY_REGION2;
static const uint32_t clinux_KVM_CREATE_GUEST_MEMFD = KVM_CREATE_GUEST_MEMFD;
static const uint32_t clinux_KVM_SET_TSS_ADDR = KVM_SET_TSS_ADDR;
static const uint32_t clinux_KVM_RUN = KVM_RUN;
#if defined(__x86_64__)
static const uint32_t clinux_KVM_CREATE_IRQCHIP = KVM_CREATE_IRQCHIP;
static const uint32_t clinux_KVM_CREATE_PIT2 = KVM_CREATE_PIT2;
static const uint32_t clinux_KVM_GET_REGS = KVM_GET_REGS;
static const uint32_t clinux_KVM_SET_REGS = KVM_SET_REGS;
static const uint32_t clinux_KVM_GET_SREGS = KVM_GET_SREGS;
static const uint32_t clinux_KVM_SET_SREGS = KVM_SET_SREGS;
#endif

#endif
