// A disk that lies: with LD_PRELOAD, fsync and fdatasync answer at once and nothing is written.
int fsync(int fd) { return fd < 0 ? -1 : 0; }
int fdatasync(int fd) { return fd < 0 ? -1 : 0; }
