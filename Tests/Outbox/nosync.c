// A stick that lies: with LD_PRELOAD nothing is waited for, and what is read back comes from memory.
int fsync(int fd) { return fd < 0 ? -1 : 0; }
int fdatasync(int fd) { return fd < 0 ? -1 : 0; }
int syncfs(int fd) { return fd < 0 ? -1 : 0; }
