#ifndef CLINUX_COMPAT_H
#define CLINUX_COMPAT_H

// System calls as a 32-bit program makes them, from a 64-bit one: `int $0x80`, with the numbers of i386 and with
// registers of 32 bits. To the kernel it is such a program's call (in_compat_syscall). Memory that the call names has
// to lie below 4 GiB. Elsewhere than on x86_64 each of them answers -ENOSYS.
#include <stdint.h>

// A system call by its number on i386. Answers what the kernel answered: a result, or the errno negated.
int64_t clinux_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f);

// The same of a call that makes a child, in which it answers 0: the child ends at once, and is waited for.
int64_t clinux_forking_syscall_i386(int64_t number, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e,
                                    uint64_t f);

// Whether the kernel takes such calls: 0, or an errno negated. A child tries, since a kernel that does not take them
// ends the program with SIGSEGV.
int64_t clinux_can_syscall_i386(void);

#endif
