#define _GNU_SOURCE
#include "Trace.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

int64_t clinux_fork_traced(void (*body)(void *context, int64_t part), void *context, int64_t parts,
                           uint32_t seconds) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child != 0) return child > 0 ? child : -(int64_t)errno;
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) _exit(errno);
  if (getppid() != parent) _exit(ESRCH);  // It has ended before the line above.
  // Out of the parent's group: a traced child stops at every signal, also at those that mean nothing to the parent.
  if (setpgid(0, 0) != 0) _exit(errno);
  if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0) _exit(errno);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGALRM, SIG_DFL);
  alarm(seconds);
  for (int64_t part = 0; part < parts; part++) {
    raise(SIGSTOP);
    body(context, part);
  }
  raise(SIGSTOP);
  _exit(0);
}
