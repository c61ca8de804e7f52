/*
 * Loaded into redis-server with LD_PRELOAD: notes down which bytes of which file are surely on the disk. A simulated loss of power
 * then cuts every file back to that (PowerCut.java). Each record is three 64-bit numbers in the machine's order:
 * 1 = synced, 2 = truncated; inode; length. The file to write to stands in SYNCED_FILE.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int out = -1;

__attribute__((constructor)) static void open_record(void) {
  const char *path = getenv("SYNCED_FILE");
  if (path) out = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

/* One write: appends of different threads do not mix. */
static void note(uint64_t what, const struct stat *file, uint64_t length) {
  uint64_t record[3] = {what, file->st_ino, length};
  if (out < 0 || write(out, record, sizeof record) != sizeof record) abort();
}

/* The length is taken before: what is appended meanwhile may not be synced. */
static int sync_with(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  struct stat file;
  int known = fstat(fd, &file) == 0 && S_ISREG(file.st_mode);
  int result = real(fd);
  if (result == 0 && known) note(1, &file, file.st_size);
  return result;
}

int fsync(int fd) { return sync_with("fsync", fd); }
int fdatasync(int fd) { return sync_with("fdatasync", fd); }

static int cut_fd(int fd, off_t length) {
  int (*real)(int, off_t) = (int (*)(int, off_t))dlsym(RTLD_NEXT, "ftruncate");
  struct stat file;
  int result = real(fd, length);
  if (result == 0 && fstat(fd, &file) == 0) note(2, &file, length);
  return result;
}

static int cut_path(const char *path, off_t length) {
  int (*real)(const char *, off_t) = (int (*)(const char *, off_t))dlsym(RTLD_NEXT, "truncate");
  struct stat file;
  int result = real(path, length);
  if (result == 0 && stat(path, &file) == 0) note(2, &file, length);
  return result;
}

int ftruncate(int fd, off_t length) { return cut_fd(fd, length); }
int ftruncate64(int fd, off_t length) { return cut_fd(fd, length); }
int truncate(const char *path, off_t length) { return cut_path(path, length); }
int truncate64(const char *path, off_t length) { return cut_path(path, length); }
