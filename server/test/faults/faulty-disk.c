/*
 * Put before the C library (LD_PRELOAD), this makes calls on the database fail as a bad disk makes them fail. A fault is on while a file of its
 * name is in the folder BATON_TEST_FAULTS: "sync" (fsync: EIO), "full" (a write that lets a file grow: ENOSPC), "read-only" (writes: EROFS).
 * Every failed sync adds a byte to "sync-count".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *folder(void) {
  static char found[4096];
  if (found[0] == 0) snprintf(found, sizeof found, "%s", getenv("BATON_TEST_FAULTS"));
  return found;
}

static int is_on(const char *fault) {
  char path[4200];
  snprintf(path, sizeof path, "%s/%s", folder(), fault);
  return syscall(SYS_faccessat, AT_FDCWD, path, F_OK, 0) == 0;
}

static int is_database(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "/baton.sqlite") != NULL;
}

static int fails_to_sync(int file) {
  if (!is_on("sync") || !is_database(file)) return 0;
  char path[4200];
  snprintf(path, sizeof path, "%s/sync-count", folder());
  int count = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (count >= 0) {
    syscall(SYS_write, count, "x", 1);
    close(count);
  }
  errno = EIO;
  return 1;
}

static int fails_to_write(int file, size_t size, off_t at) {
  struct stat is;
  if (!is_database(file)) return 0;
  if (is_on("read-only")) errno = EROFS;
  else if (is_on("full") && fstat(file, &is) == 0 && at + (off_t)size > is.st_size) errno = ENOSPC;
  else return 0;
  return 1;
}

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, #name))

int fsync(int file) { return fails_to_sync(file) ? -1 : REAL(int (*)(int), fsync)(file); }
int fdatasync(int file) { return fails_to_sync(file) ? -1 : REAL(int (*)(int), fdatasync)(file); }

ssize_t pwrite(int file, const void *from, size_t size, off_t at) {
  return fails_to_write(file, size, at)
    ? -1 : REAL(ssize_t (*)(int, const void *, size_t, off_t), pwrite)(file, from, size, at);
}
ssize_t pwrite64(int file, const void *from, size_t size, off_t at) { return pwrite(file, from, size, at); }

int access(const char *path, int mode) {
  if ((mode & W_OK) && is_on("read-only") && strstr(path, "/baton.sqlite") != NULL) {
    errno = EROFS;
    return -1;
  }
  return REAL(int (*)(const char *, int), access)(path, mode);
}
