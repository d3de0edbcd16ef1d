#define _GNU_SOURCE
#include "Spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static char **pointers(const char *strings, size_t count) {
  char **list = calloc(count + 1, sizeof *list);
  for (size_t i = 0; list != NULL && i < count; i++, strings += strlen(strings) + 1) list[i] = (char *)strings;
  return list;
}

// Runs in the child. Answers only if the program could not be started.
static void start(const char *path, char **argv, char **envp, int *moved, size_t count, int32_t death_signal,
                  pid_t parent) {
  sigset_t none;
  sigemptyset(&none);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  if (setpgid(0, 0) != 0) return;
  if (death_signal != 0) {
    if (prctl(PR_SET_PDEATHSIG, death_signal) != 0) return;
    if (getppid() != parent) _exit(127);  // It has ended before the line above.
  }
  // Out of the way first: a descriptor's new number may be another one's old number.
  for (size_t i = 0; i < count; i++)
    if ((moved[i] = fcntl(moved[i], F_DUPFD_CLOEXEC, (int)count)) < 0) return;
  for (size_t i = 0; i < count; i++)
    if (dup2(moved[i], (int)i) < 0) return;
  if (syscall(SYS_close_range, (unsigned)count, ~0u, 4 /* CLOSE_RANGE_CLOEXEC */) != 0 && errno != ENOSYS &&
      errno != EINVAL)
    return;
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, argv, envp);
}

int64_t clinux_spawn(const char *path, const char *arguments, size_t argument_count, const char *environment,
                     size_t environment_count, const int32_t *descriptors, size_t descriptor_count,
                     int32_t death_signal) {
  char **argv = pointers(arguments, argument_count);
  char **envp = pointers(environment, environment_count);
  int *moved = calloc(descriptor_count + 1, sizeof *moved);
  int report[2] = {-1, -1};
  pid_t child = -1;
  int failure = ENOMEM;
  if (argv != NULL && envp != NULL && moved != NULL) {
    for (size_t i = 0; i < descriptor_count; i++) moved[i] = descriptors[i];
    pid_t parent = getpid();
    failure = pipe2(report, O_CLOEXEC) == 0 ? 0 : errno;
    if (failure == 0 && (child = fork()) < 0) failure = errno;
    if (child == 0) {
      report[1] = fcntl(report[1], F_DUPFD_CLOEXEC, (int)descriptor_count);
      start(path, argv, envp, moved, descriptor_count, death_signal, parent);
      failure = errno;
      (void)!write(report[1], &failure, sizeof failure);
      _exit(127);
    }
  }
  if (child > 0) {
    close(report[1]);
    report[1] = -1;
    ssize_t count;
    do count = read(report[0], &failure, sizeof failure);
    while (count < 0 && errno == EINTR);
  }
  if (child > 0 && failure != 0) waitpid(child, NULL, 0);
  if (report[0] >= 0) close(report[0]);
  if (report[1] >= 0) close(report[1]);
  free(argv);
  free(envp);
  free(moved);
  return failure == 0 ? child : -(int64_t)failure;
}
