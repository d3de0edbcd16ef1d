#ifndef CLINUX_TRACE_H
#define CLINUX_TRACE_H

// A child that its parent traces: Swift has no fork, and the child may run nothing but what is here.
#include <stdint.h>
#include <sys/ptrace.h>

enum {
  clinux_PTRACE_CONT = PTRACE_CONT,
  clinux_PTRACE_SINGLESTEP = PTRACE_SINGLESTEP,
  clinux_PTRACE_SETOPTIONS = PTRACE_SETOPTIONS,
  clinux_PTRACE_O_EXITKILL = PTRACE_O_EXITKILL,
};

// Makes a child of which the calling thread is the tracer, and answers its process id or an errno negated.
//
// The child runs body once for each part, stops itself (SIGSTOP) before each and after the last, and never returns
// from here. If it cannot be traced it ends with the errno. After so many seconds it gets SIGALRM; it is killed when
// the calling thread ends. It is a process group of its own: what a terminal sends to the parent's (a change of the
// window, Ctrl-Z) does not reach it.
int64_t clinux_fork_traced(void (*body)(void *context, int64_t part), void *context, int64_t parts,
                           uint32_t seconds);

#endif
