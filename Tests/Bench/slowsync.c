// A disk as slow as a memory card: with LD_PRELOAD, every fsync and fdatasync takes SLOWSYNC_US microseconds longer.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

typedef int sync_call(int);

static void wait_first(void) {
    const char *microseconds = getenv("SLOWSYNC_US");
    usleep(microseconds ? (useconds_t)atoi(microseconds) : 20000);
}

int fsync(int fd) {
    wait_first();
    return ((sync_call *)dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
    wait_first();
    return ((sync_call *)dlsym(RTLD_NEXT, "fdatasync"))(fd);
}
