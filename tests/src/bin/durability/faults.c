/* Makes the Nth call that writes under a folder fail: loaded before the C library by `durability faults`.
 * DAYMARK_FAULT_UNDER  the folder (its real path)
 * DAYMARK_FAULT_AT     which call, from 1; 0 only counts
 * DAYMARK_FAULT_DO     kill | eio | enospc (from then on) | short (the Nth write writes half)
 * DAYMARK_FAULT_COUNT  where the number of calls is written at the end
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum what { COUNT, KILL, EIO_ONCE, ENOSPC_ON, SHORT };
enum verdict { PASS, FAIL, HALF };

static long at, calls;
static enum what what;
static const char *under;
static size_t length;

__attribute__((constructor)) static void begin(void) {
    const char *n = getenv("DAYMARK_FAULT_AT"), *w = getenv("DAYMARK_FAULT_DO");
    under = getenv("DAYMARK_FAULT_UNDER");
    length = under ? strlen(under) : 0;
    at = n ? atol(n) : 0;
    what = !at || !w ? COUNT : !strcmp(w, "kill") ? KILL : !strcmp(w, "eio") ? EIO_ONCE : !strcmp(w, "enospc") ? ENOSPC_ON : SHORT;
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("DAYMARK_FAULT_COUNT");
    if (!path) return;
    FILE *out = fopen(path, "we");
    if (out) { fprintf(out, "%ld\n", calls); fclose(out); }
}

static int ours(const char *path) { return length && path && !strncmp(path, under, length); }

static int ours_fd(int fd) {
    char name[40], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(name, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return ours(path);
}

/* `grows`: a call that can need room. `writes`: one that can write half. */
static enum verdict judge(int grows, int writes) {
    if (what == SHORT && !writes) return PASS;
    long n = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (what == COUNT || n < at) return PASS;
    if (what == ENOSPC_ON) { if (!grows) return PASS; errno = ENOSPC; return FAIL; }
    if (n != at) return PASS;
    if (what == KILL) raise(SIGKILL);
    if (what == SHORT) return HALF;
    errno = EIO;
    return FAIL;
}

#define REAL(kind, name, ...) static kind (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        va_list rest; va_start(rest, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
        if (ours(path) && flags & (O_WRONLY | O_RDWR | O_CREAT) && judge(flags & O_CREAT, 0) == FAIL) return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

#define WRITE(name, offset) \
    ssize_t name(int fd, const void *from, size_t n, offset to) { \
        REAL(ssize_t, #name, int, const void *, size_t, offset); \
        if (!ours_fd(fd)) return real(fd, from, n, to); \
        enum verdict v = judge(1, 1); \
        return v == FAIL ? -1 : real(fd, from, v == HALF && n > 1 ? n / 2 : n, to); \
    }
WRITE(pwrite, off_t)
WRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *from, size_t n) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (!ours_fd(fd)) return real(fd, from, n);
    enum verdict v = judge(1, 1);
    return v == FAIL ? -1 : real(fd, from, v == HALF && n > 1 ? n / 2 : n);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t n, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off64_t *, int, off64_t *, size_t, unsigned);
    if (!ours_fd(out)) return real(in, from, out, to, n, flags);
    enum verdict v = judge(1, 1);
    return v == FAIL ? -1 : real(in, from, out, to, v == HALF && n > 4096 ? 4096 : n, flags);
}

#define ON_FD(name) int name(int fd) { REAL(int, #name, int); return ours_fd(fd) && judge(0, 0) == FAIL ? -1 : real(fd); }
ON_FD(fsync)
ON_FD(fdatasync)

#define CUT(name, offset) int name(int fd, offset n) { REAL(int, #name, int, offset); return ours_fd(fd) && judge(1, 0) == FAIL ? -1 : real(fd, n); }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    return ours(to) && judge(0, 0) == FAIL ? -1 : real(from, to);
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    return ours(path) && judge(0, 0) == FAIL ? -1 : real(path);
}

int unlinkat(int folder, const char *path, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    return ours_fd(folder) && judge(0, 0) == FAIL ? -1 : real(folder, path, flags);
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    return ours(path) && judge(1, 0) == FAIL ? -1 : real(path, mode);
}
